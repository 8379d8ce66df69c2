// Profit estimates of deals.
import { column, record, states } from '../../define/record.ts'
import { cost, owner, profit } from '../../define/shared-facts.ts'

const { text, code, integer, boolean, date, quantity, price, percent, rate, base, money, named, word } = column

export const profitEstimate = record('profit-estimate', {
  table: 'profit_estimate',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'PE', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'create', 'edit', 'submit', 'void', 'export'],
  grants: { 'sales-manager': 'all', accountant: 'all' },
  approvable: { switch: 'approveProfitEstimate' },
  papers: { 'profit-estimate': { code: 'PE', language: 'zh', permission: 'profit.view', internal: true, landscape: true } },
  states: states('profit-estimate-status', { current: 'quiet', replaced: 'quiet', void: 'gone' }),
  // An estimate is cost and profit through and through: its own right alone does not show it.
  view: ['profit-estimate.view', 'cost.view', 'profit.view'],
  title: ['number'],
  route: 'profit-estimate',
  columns: {
    ...{ number: code(), dealId: named('deal'), version: integer(), estimatedOn: date(), currency: code(), revenue: money('currency') },
    ...{ revenueBase: base(), purchaseBase: base(cost), refundBase: base(cost), expensesBase: base(cost), profitBase: base(profit) },
    ...{ margin: percent(profit), exchangeCost: text(cost), premiumRate: percent(), remark: text() },
    ...{ status: word('profit-estimate-status'), voidReason: text(), ...owner },
  },
  parts: {
    profit_estimate_line: {
      internal: { source: 'plain' },
      of: { column: 'estimateId', table: 'profit_estimate' },
      line: true,
      title: ['description'],
      columns: {
        ...{ line: word('profit-line'), description: text(), supplierId: named('party'), productId: named('product') },
        ...{ quantity: quantity(), unit: code(), price: price(cost), vatRate: percent(), refundRate: percent(), currency: code() },
        ...{ rate: rate(), amount: money('currency', cost), amountBase: base(cost), refundBase: base(cost) },
      },
    },
  },
})

export const estimateRequest = record('estimate-request', {
  table: 'estimate_request',
  sync: 'trade',
  view: 'deal.view',
  of: { column: 'dealId', table: 'deal' },
  title: ['dealId'],
  columns: { dealId: named('deal'), note: text(), requestedBy: named('user'), done: boolean() },
})

export const estimatesRecords = [profitEstimate, estimateRequest] as const
