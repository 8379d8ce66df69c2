// Sales contracts.
import { column, record } from '../../define/record.ts'
import { owner, goods, terms, saleTotals } from '../../define/trade-columns.ts'

const { text, code, integer, boolean, date, quantity, price, percent, rate, money, named, word } = column

export const salesContract = record('sales-contract', {
  table: 'sales_contract',
  title: ['number'],
  route: 'sales-contract',
  columns: {
    ...{ number: code(), version: integer(), dealId: named('deal'), customerId: named('party'), buyerOrderNumber: code() },
    ...{ contractDate: date(), signedOn: date(), currency: code(), rate: rate(), ...terms, latestShipment: date() },
    ...{ partialShipment: boolean(), transhipment: boolean(), commissionRate: percent(), clauses: text(), remark: text() },
    ...{ status: word('sales-contract-status'), voidReason: text(), ...saleTotals, ...owner },
  },
  parts: {
    sales_line: {
      of: { column: 'contractId', table: 'sales_contract' },
      line: true,
      title: ['description'],
      columns: { ...goods, price: price(), discount: percent(), amount: money('^currency'), purchased: quantity(), shipped: quantity() },
    },
  },
})

export const contractsRecords = [salesContract] as const
