// Deals: what all documents of one business hang together by.
import { column, record, states } from '../../define/record.ts'
import { owner } from '../../define/shared-facts.ts'

const { code, date, named, word } = column

export const deal = record('deal', {
  table: 'deal',
  attachable: { add: ['sales-contract.edit', 'purchase-contract.edit', 'shipment.edit'] },
  sync: 'trade',
  series: { prefix: 'D', yearly: true },
  searchable: true,
  owned: true,
  actions: ['view', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view'],
    purchaser: ['view'],
    'shipping-clerk': ['view'],
    accountant: 'all',
    cashier: ['view'],
  },
  states: states('deal-stage', {
    draft: 'quiet',
    contracted: 'moving',
    purchasing: 'moving',
    'in-production': 'moving',
    shipping: 'moving',
    shipped: 'moving',
    settled: 'good',
    closed: 'gone',
    cancelled: 'gone',
  }),
  title: ['number'],
  route: 'deal',
  columns: { number: code(), customerId: named('party'), openedOn: date(), stage: word('deal-stage'), ...owner },
  internal: { contractedBase: 'plain' },
})

export const dealsRecords = [deal] as const
