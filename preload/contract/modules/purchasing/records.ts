// Purchase contracts. Their amounts are a cost, and so is what the goods that left came from.
import { column, record, states } from '../../define/record.ts'
import { cost, goods, owner } from '../../define/shared-facts.ts'

const { text, code, integer, date, quantity, price, percent, rate, base, money, named, formed, word } = column

export const purchaseContract = record('purchase-contract', {
  table: 'purchase_contract',
  attachable: { figure: 'cost' },
  sync: 'trade',
  series: { prefix: 'PC', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'create', 'edit', 'submit', 'sign', 'amend', 'void', 'export'],
  grants: {
    'sales-manager': ['view'],
    salesperson: ['view'],
    merchandiser: ['view', 'create', 'edit', 'submit'],
    purchaser: 'all',
    'shipping-clerk': ['view'],
    accountant: ['view', 'export'],
    cashier: ['view'],
  },
  approvable: { switch: 'approvePurchaseContract' },
  amendable: true,
  papers: {
    'purchase-contract': { code: 'PC', language: 'zh', permission: 'cost.view', acrossPages: true },
    'purchase-amendment': { code: 'PC-AM', language: 'zh', permission: 'cost.view', acrossPages: true },
  },
  states: states('purchase-contract-status', { draft: 'quiet', signed: 'moving', void: 'gone' }),
  title: ['number'],
  route: 'purchase-contract',
  columns: {
    ...{ number: code(), version: integer(), supplierId: named('party'), contractDate: date(), signedOn: date(), currency: code() },
    ...{ rate: rate(), deliveryDate: date(), paymentTerm: formed('payment-term'), clauses: text(), remark: text() },
    ...{ status: word('purchase-contract-status'), voidReason: text(), total: money('currency', cost), totalBase: base(cost), ...owner },
  },
  parts: {
    purchase_line: {
      internal: {
        netBase: 'cost',
        vatBase: 'cost',
        billedNetBase: 'cost',
        billedVatBase: 'cost',
        costBase: 'cost',
        costVatBase: 'cost',
        costRefundBase: 'cost',
      },
      of: { column: 'contractId', table: 'purchase_contract' },
      line: true,
      title: ['description'],
      columns: {
        ...{ dealId: named('deal'), salesLineId: named('sales_line'), ...goods, price: price(cost), vatRate: percent() },
        ...{ refundRate: percent(), amount: money('^currency', cost), billed: quantity(), shipped: quantity() },
        ...{ unitsBought: quantity(), unitsSold: quantity() },
      },
    },
    // Which goods that left came from which purchase: shown with the shipment, written with the purchase's cost.
    shipment_source: {
      of: { column: 'shipmentLineId', table: 'shipment_line' },
      line: true,
      title: ['purchaseLineId'],
      columns: {
        ...{
          purchaseLineId: named('purchase_line'),
          quantity: quantity(),
          costBase: base(cost),
          vatBase: base(cost),
          refundBase: base(cost),
        },
      },
    },
    returned_source: {
      of: { column: 'shipmentId', table: 'shipment' },
      internal: { purchaseLineId: 'plain', quantity: 'plain', leftOn: 'plain', backOn: 'plain' },
    },
  },
})

export const purchasingRecords = [purchaseContract] as const
