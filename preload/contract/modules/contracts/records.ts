// Sales contracts.
import { column, record, right, states } from '../../define/record.ts'
import { goods, owner, saleTotals, terms } from '../../define/shared-facts.ts'

const { text, code, integer, boolean, date, quantity, price, percent, rate, money, named, word } = column

export const salesContract = record('sales-contract', {
  table: 'sales_contract',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'SC', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'create', 'edit', 'submit', 'sign', 'amend', 'void', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view', 'create', 'edit', 'submit', 'sign', 'amend'],
    merchandiser: ['view'],
    purchaser: ['view'],
    'shipping-clerk': ['view'],
    accountant: ['view', 'export'],
    cashier: ['view'],
  },
  approvable: { switch: 'approveSalesContract' },
  amendable: true,
  papers: {
    'sales-contract': { code: 'SC', language: 'of-party', acrossPages: true, leavesOut: ['bank'] },
    'proforma-invoice': { code: 'PI', language: 'of-party' },
    'sales-amendment': { code: 'SC-AM', language: 'of-party', acrossPages: true },
  },
  states: states('sales-contract-status', { draft: 'quiet', signed: 'moving', void: 'gone' }),
  once: [{ column: 'number', commands: ['save-sales-contract'] }],
  title: ['number'],
  route: 'sales-contract',
  columns: {
    ...{ number: code(), version: integer(), dealId: named('deal'), customerId: named('party'), buyerOrderNumber: code() },
    ...{ contractDate: date(), signedOn: date(), currency: code(), rate: rate(), ...terms, latestShipment: date() },
    ...{ partialShipment: boolean(), transhipment: boolean(), commissionRate: percent(), clauses: text(), remark: text() },
    ...{ moreOrLess: percent(), consignee: text(), notifyParty: text(), marks: text(), bankAccountId: named('bank_account') },
    ...{ status: word('sales-contract-status'), voidReason: text(), ...saleTotals, ...owner },
  },
  internal: { transportMode: 'plain', salespersonId: 'plain', salesDepartmentId: 'plain', voidedOn: 'plain' },
  parts: {
    sales_line: {
      internal: { gross: 'plain', amountBase: 'plain', settledQuantity: 'plain', settledAmount: 'plain', settledGross: 'plain' },
      of: { column: 'contractId', table: 'sales_contract' },
      line: true,
      title: ['description'],
      columns: { ...goods, price: price(), discount: percent(), amount: money('^currency'), purchased: quantity(), shipped: quantity() },
    },
    sales_share: {
      of: { column: 'contractId', table: 'sales_contract' },
      line: true,
      title: ['userId'],
      columns: { userId: named('user'), departmentId: named('department'), share: percent() },
    },
  },
})

export const salesFiguresRight = right('sales-figures', {
  /** view: net sales by any grouping, the ranking of salespeople among them. */
  actions: ['view'],
  grants: {
    'sales-manager': ['view'],
    salesperson: ['view'],
    merchandiser: ['view'],
    purchaser: ['view'],
    accountant: ['view'],
    cashier: ['view'],
  },
})

export const contractsRecords = [salesContract, salesFiguresRight] as const
