// The ready-made desks: what each role sees on its first morning, before the company or they themselves have arranged anything. Data; what a tile does with its
// settings stands with its kind in the screens (renderer/records/tiles). Of who lacks the right to one of them that tile is absent, and the others close up.
import type { ReadyMadeRole } from '../../../preload/contract/access.ts'
import type { CommandName } from '../../../preload/contract/commands.ts'
import {
  tile,
  figures,
  pages,
  list,
  among,
  HALF,
  LOW,
  ageing,
  toShip,
  onTheWay,
  milestones,
  deliveries,
} from '../../../preload/contract/modules/workbench/ready-tiles.ts'
import { laidOut, type Tile, type UnplacedTile } from '../../../preload/contract/modules/workbench/tiles.ts'

/** Six in a row: what is begun or opened day after day. */
const begins = (...commands: CommandName[]): UnplacedTile[] =>
  commands.map((command) => tile(`new-${command}`, 'shortcut', [2, 1], { to: 'new', command }))
/** `team`: for who leads others. */
const today = (size: readonly [number, number] = HALF, whose = '') => tile('today', 'today', size, whose === '' ? {} : { whose })
const TEAM = 'team'
const calendar = (w: number, whose = '') => tile('calendar', 'calendar', [w, 6], { span: 'month', ...(whose !== '' && { whose }) })
const note = (w: number, h = 6) => tile('note', 'note', [w, h])
const favourites = (w: number) => tile('favourites', 'favourites', [w, 6])
const latestContracts = (size: readonly [number, number] = HALF) =>
  list('latest-contracts', size, {
    page: 'sales-contracts',
    columns: 'contractDate customer number total owner status',
    sort: '-contractDate',
  })
const offers = (size: readonly [number, number] = HALF) =>
  list('offers-out', size, {
    ...{ page: 'quotations', columns: 'validUntil customer number total owner', sort: 'validUntil' },
    filters: [among('status', 'sent')],
  })
const receivablesDue = (size: readonly [number, number] = HALF) =>
  list('receivables-due', size, {
    ...{ page: 'receivables-detail', columns: 'dueDate party document open daysOverdue', sort: 'dueDate' },
    filters: [{ field: 'kind', op: 'is', value: 'invoice' }],
  })
const payablesDue = (size: readonly [number, number] = HALF) =>
  list('payables-due', size, {
    ...{ page: 'payables-detail', columns: 'dueDate party document open daysOverdue', sort: 'dueDate' },
    filters: [{ field: 'kind', op: 'is', value: 'bill' }],
  })
const dealResults = (size: readonly [number, number] = HALF) =>
  list('deal-results', size, {
    ...{ page: 'deal-profits', columns: 'openedOn customer number revenue profit margin', sort: '-openedOn' },
    filters: [among('stage', 'shipped', 'settled', 'closed')],
  })
const letters = (size: readonly [number, number] = HALF) =>
  list('letters', size, {
    ...{ page: 'letters-of-credit', columns: 'latestShipment customer attention left number expiresOn', sort: 'latestShipment' },
    filters: [{ field: 'left', op: 'greater', value: '0' }],
  })
const requestsToPay = (size: readonly [number, number] = HALF) =>
  list('requests-to-pay', size, {
    ...{ page: 'payment-requests', columns: 'payBy party number amount approval', sort: 'payBy' },
    filters: [among('status', 'open')],
  })
const receipts = (size: readonly [number, number] = HALF) =>
  list('latest-receipts', size, { page: 'receipts', columns: 'receivedOn customer amount status number open', sort: '-receivedOn' })
const payments = (size: readonly [number, number] = HALF) =>
  list('latest-payments', size, { page: 'payments', columns: 'paidOn party number amount status', sort: '-paidOn' })

const plans: Readonly<Record<ReadyMadeRole, () => UnplacedTile[]>> = {
  owner: () => [
    ...figures('contracts-month', 'receivable', 'payable', 'bank'),
    ...figures('profit-year', 'received-month', 'shipped-month', 'quotations-open'),
    // In a small company the owner does everything, from the first customer on.
    ...begins('create-customer', 'save-quotation', 'save-sales-contract', 'save-purchase-contract', 'save-shipment', 'register-receipt'),
    ...[
      today(HALF, TEAM),
      ageing('receivable'),
      latestContracts(LOW),
      dealResults(LOW),
      toShip(LOW),
      payablesDue(LOW),
      calendar(8, TEAM),
      favourites(4),
    ],
  ],
  'sales-manager': () => [
    ...figures('contracts-month', 'quotations-open', 'receivable', 'shipped-month'),
    ...[
      today(HALF, TEAM),
      ageing('receivable'),
      offers(LOW),
      latestContracts(LOW),
      receivablesDue(LOW),
      toShip(LOW),
      calendar(8, TEAM),
      favourites(4),
    ],
  ],
  salesperson: () => [
    ...begins('save-quotation', 'save-sales-contract', 'create-customer', 'save-freight-inquiry'),
    ...pages('customers', 'products'),
    ...figures('contracts-month', 'quotations-open', 'receivable', 'to-ship'),
    ...[today(), receivablesDue(), offers(LOW), toShip(LOW), calendar(8), note(4)],
  ],
  merchandiser: () => [
    ...begins('save-purchase-contract', 'save-shipment', 'save-freight-inquiry'),
    ...pages('production', 'contract-register', 'products'),
    ...figures('milestones-late', 'deliveries-near', 'to-ship', 'on-the-way'),
    ...[today(), milestones(), deliveries(LOW), toShip(LOW), calendar(8), note(4)],
  ],
  purchaser: () => [
    ...begins('save-purchase-contract', 'create-vendor', 'create-product'),
    ...pages('production', 'bills', 'purchase-lines'),
    ...figures('purchases-month', 'deliveries-near', 'milestones-late', 'payable'),
    ...[today(), milestones(), deliveries(LOW), payablesDue(LOW), calendar(8), note(4)],
  ],
  'shipping-clerk': () => [
    ...begins('save-shipment', 'save-freight-inquiry', 'save-letter-of-credit'),
    ...pages('customs-declarations', 'origin-certificates', 'contract-register'),
    ...figures('to-ship', 'on-the-way', 'letters-open', 'freight-asking'),
    ...[today(), onTheWay(), toShip(LOW), letters(LOW), calendar(8), note(4)],
  ],
  accountant: () => [
    ...begins('post-bill'),
    ...pages('receipts', 'tax-refunds', 'exchange-rates', 'trial-balance', 'deal-profits'),
    ...figures('receivable', 'payable', 'bank', 'tax-refund-open'),
    ...[today(), receipts(), ageing('receivable', LOW), payablesDue(LOW), requestsToPay(LOW)],
    list('refunds', LOW, {
      ...{ page: 'tax-refunds', columns: 'dueDate shipment open state daysOverdue', sort: 'dueDate' },
      filters: [{ field: 'open', op: 'greater', value: '0' }],
    }),
    ...[calendar(8), note(4)],
  ],
  cashier: () => [
    ...begins('register-receipt', 'register-payment'),
    ...pages('payment-requests', 'bank-movements', 'transfers', 'exchange-rates'),
    ...figures('bank', 'requests-to-pay', 'unclaimed', 'received-month'),
    requestsToPay(),
    list('bank-balances', HALF, {
      page: 'bank-accounts',
      columns: 'name currency balance balanceBase',
      filters: [{ field: 'active', op: 'is', value: 'true' }],
    }),
    ...[today(LOW), receipts(LOW), payments(LOW), note(6), calendar(12)],
  ],
  administrator: () => [
    ...pages('users', 'roles', 'company', 'control-switches', 'approval-routes', 'role-workbenches'),
    ...figures('users-active', 'desks-joined', 'audit-today'),
    list('audit-latest', [8, 7], { page: 'audit', columns: 'at user kind name subject', sort: '-at' }),
    note(4, 7),
    list('users', HALF, {
      page: 'users',
      columns: 'name login department roles active',
      filters: [{ field: 'active', op: 'is', value: 'true' }],
    }),
    list('backups', HALF, { page: 'backups', columns: 'madeAt kind result finding', sort: '-madeAt' }),
  ],
  auditor: () => [
    ...pages('audit', 'contract-register', 'approvals', 'trial-balance', 'postings', 'deal-profits'),
    ...figures('contracts-month', 'receivable', 'payable', 'bank'),
    list('audit-latest', HALF, { page: 'audit', columns: 'at user kind name subject', sort: '-at' }),
    list('approvals-decided', HALF, {
      ...{ page: 'approvals', columns: 'decidedAt kind document state submitter', sort: '-decidedAt' },
      filters: [among('state', 'approved', 'rejected', 'returned')],
    }),
    list('scans-missing', LOW, {
      ...{ page: 'contract-register', columns: 'missingSince kind number party owner', sort: '-missingSince' },
      filters: [among('scanState', 'scan-missing')],
    }),
    ...[payments(LOW), dealResults(LOW), ageing('receivable', LOW)],
  ],
}

/** For a role of the company's own making: everything that is often wanted, of which each sees what they may. */
const standardPlan = (): UnplacedTile[] => [
  ...figures('contracts-month', 'receivable', 'payable', 'bank'),
  ...figures('quotations-open', 'to-ship', 'milestones-late', 'requests-to-pay'),
  ...[today(), latestContracts(), offers(), toShip(), receivablesDue(), milestones(), calendar(8), favourites(4)],
]

export const readyMadeWorkbench = (code: ReadyMadeRole): Tile[] => laidOut(plans[code]())
export const standardWorkbench = (): Tile[] => laidOut(standardPlan())
