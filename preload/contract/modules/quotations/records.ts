// Quotations and the costs behind their prices.
import { column, record, states } from '../../define/record.ts'
import { cost, goods, owner, profit, saleTotals, terms } from '../../define/shared-facts.ts'

const { text, code, integer, date, price, percent, quantity, rate, base, money, named, word } = column

export const quotation = record('quotation', {
  table: 'quotation',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'QT', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'create', 'edit', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view', 'create', 'edit'],
    merchandiser: ['view'],
    'shipping-clerk': ['view'],
    accountant: ['view', 'export'],
  },
  states: states('quotation-status', { draft: 'quiet', sent: 'quiet', confirmed: 'quiet', lost: 'quiet', superseded: 'quiet' }),
  papers: { quotation: { code: 'QUO', language: 'of-party', leavesOut: ['packing'] } },
  title: ['number'],
  route: 'quotation',
  columns: {
    ...{ number: code(), version: integer(), customerId: named('party'), inquiryNumber: code(), quotedOn: date(), validUntil: date() },
    ...{ currency: code(), rate: rate(), ...terms, delivery: text(), commissionRate: percent(), clauses: text(), remark: text() },
    ...{ status: word('quotation-status'), sentOn: date(), lostReason: text(), contractId: named('sales_contract') },
    ...{ ...saleTotals, ...owner },
  },
  internal: { rootId: 'plain', statusBefore: 'plain', transportMode: 'plain' },
  parts: {
    quotation_line: {
      internal: { gross: 'plain', amountBase: 'plain' },
      of: { column: 'quotationId', table: 'quotation' },
      line: true,
      title: ['description'],
      columns: {
        ...goods,
        minimumQuantity: quantity(),
        minimumUnit: code(),
        price: price(),
        discount: percent(),
        amount: money('^currency'),
      },
    },
    quotation_line_cost: {
      of: { column: 'quotationId', table: 'quotation' },
      line: true,
      title: [],
      columns: { cost: price(cost), vatRate: percent(cost), refundRate: percent(cost) },
    },
    quotation_cost: {
      of: { column: 'id', table: 'quotation' },
      line: true,
      title: [],
      columns: { freight: base(cost), insurance: base(cost), domestic: base(cost), profit: base(profit) },
    },
  },
})

export const quotationsRecords = [quotation] as const
