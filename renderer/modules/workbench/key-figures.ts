// The key figures that a desk can show: each the total, or the number, of a list as it stands behind it, and nothing that the list does not say itself.
import type { Filter } from '../../../preload/contract/define/index.ts'
import type { Period } from '../../../preload/contract/vocabulary/periods.ts'

export type KeyFigure = {
  /** The page whose list it is the total of, by its route: what is asked for, whose right is needed, and what a click opens. */
  page: string
  filters?: readonly Filter[]
  period?: { field: string; period: Period }
  /** The column of amounts in base currency whose sum is shown; without one the rows are counted. */
  amount?: string
  /** A second sum below it. */
  below?: { column: string; words: 'figures.overdue' }
  /** What is counted, below an amount: "3 contracts". */
  counted?:
    | 'figures.contracts'
    | 'figures.quotations'
    | 'figures.shipments'
    | 'figures.receipts'
    | 'figures.payments'
    | 'figures.accounts'
    | 'figures.requests'
    | 'figures.deals'
  /** More than none of it wants to be looked at. */
  alarming?: true
  /** Columns shown there beside the usual ones, and the order, so that what the figure sums up can be read off. */
  visible?: Readonly<Record<string, boolean>>
  sort?: string
}
const is = (field: string, value: string): Filter => ({ field, op: 'is', value })
const among = (field: string, ...value: string[]): Filter => ({ field, op: 'in', value })
const above = (field: string): Filter => ({ field, op: 'greater', value: '0' })
/** Compared with the month before, which says more on the first days of a month. */
const thisMonth = (field: string) => ({ field, period: 'this-month' as const })

const contracts = 'figures.contracts'
export const keyFigures = {
  'contracts-month': {
    ...{
      page: 'sales-contracts',
      filters: [is('status', 'signed')],
      period: thisMonth('contractDate'),
      amount: 'totalBase',
      counted: contracts,
    },
  },
  'quotations-open': { page: 'quotations', filters: [is('status', 'sent')], amount: 'totalBase', counted: 'figures.quotations' },
  'customers-month': { page: 'customers', period: thisMonth('createdAt') },
  'profit-year': {
    ...{ page: 'deal-profits', period: { field: 'openedOn', period: 'this-year' }, amount: 'profit', counted: 'figures.deals' },
  },
  'to-ship': { page: 'shipments', filters: [among('status', 'planned', 'booked')], sort: 'etd' },
  'on-the-way': {
    ...{ page: 'shipments', filters: [among('status', 'dispatched', 'on-board')], amount: 'totalBase', counted: 'figures.shipments' },
    sort: 'eta',
  },
  'shipped-month': {
    ...{ page: 'shipments', filters: [{ field: 'status', op: 'is-not', value: 'void' }], period: thisMonth('dispatchedOn') },
    ...{ amount: 'totalBase', counted: 'figures.shipments' },
  },
  'letters-open': { page: 'letters-of-credit', filters: [above('left')] },
  'freight-asking': { page: 'freight-inquiries', filters: [among('status', 'draft', 'asking')] },
  'purchases-month': {
    ...{
      page: 'purchase-contracts',
      filters: [is('status', 'signed')],
      period: thisMonth('contractDate'),
      amount: 'totalBase',
      counted: contracts,
    },
  },
  'deliveries-near': {
    ...{ page: 'purchase-contracts', filters: [is('status', 'signed')], period: { field: 'deliveryDate', period: 'next-30-days' } },
    ...{ amount: 'totalBase', counted: contracts, sort: 'deliveryDate' },
  },
  'milestones-late': { page: 'production', filters: [among('standing', 'overdue', 'failed')], alarming: true },
  receivable: { page: 'receivables-ageing', amount: 'total', below: { column: 'overdue', words: 'figures.overdue' } },
  'receivable-overdue': {
    ...{
      page: 'receivables-ageing',
      filters: [above('overdue')],
      amount: 'overdue',
      alarming: true,
      visible: { overdue: true },
      sort: '-overdue',
    },
  },
  payable: { page: 'payables-ageing', amount: 'total', below: { column: 'overdue', words: 'figures.overdue' } },
  'payable-overdue': {
    ...{
      page: 'payables-ageing',
      filters: [above('overdue')],
      amount: 'overdue',
      alarming: true,
      visible: { overdue: true },
      sort: '-overdue',
    },
  },
  bank: { page: 'bank-accounts', amount: 'balanceBase', counted: 'figures.accounts' },
  'received-month': {
    ...{ page: 'receipts', filters: [{ field: 'status', op: 'is-not', value: 'reversed' }], period: thisMonth('receivedOn') },
    ...{ amount: 'amountBase', counted: 'figures.receipts' },
  },
  unclaimed: { page: 'receipts', filters: [is('status', 'unclaimed')], amount: 'amountBase', counted: 'figures.receipts', alarming: true },
  'paid-month': {
    ...{
      page: 'payments',
      filters: [is('status', 'posted')],
      period: thisMonth('paidOn'),
      amount: 'amountBase',
      counted: 'figures.payments',
    },
  },
  'requests-to-pay': { page: 'payment-requests', filters: [is('status', 'open')], amount: 'amountBase', counted: 'figures.requests' },
  'tax-refund-open': { page: 'tax-refunds', filters: [above('open')], amount: 'open', counted: 'figures.shipments' },
  'users-active': { page: 'users', filters: [is('active', 'true')] },
  'desks-joined': { page: 'desks', filters: [is('status', 'joined')] },
  'audit-today': { page: 'audit', period: { field: 'at', period: 'today' } },
} as const satisfies Readonly<Record<string, KeyFigure>>
export type KeyFigureName = keyof typeof keyFigures
export const figureOf = (name: unknown): KeyFigure | undefined =>
  typeof name === 'string' && Object.hasOwn(keyFigures, name) ? keyFigures[name as KeyFigureName] : undefined
