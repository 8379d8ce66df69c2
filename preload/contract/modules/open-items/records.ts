// Receivables and payables, and what settles one with another. The items themselves belong to db/ledger.
import { column, record, right } from '../../define/record.ts'
import { posted, postedStates } from '../../define/shared-facts.ts'

const { date, base, money, named } = column

export const allocation = record('allocation', {
  table: 'allocation',
  sync: 'ledger',
  view: 'ledger.view',
  states: postedStates,
  title: ['source'],
  columns: {
    ...{ on: date(), source: named('open_item'), target: named('open_item'), sourceAmount: money('@source') },
    ...{ amount: money('@target'), difference: base(), ...posted },
  },
  internal: { batchId: 'plain', journalId: 'ledger', rests: 'plain' },
})

export const receivableRight = right('receivable', {
  actions: ['view', 'export'],
  owned: true,
  grants: { 'sales-manager': 'all', salesperson: ['view'], accountant: 'all', cashier: ['view'] },
})

export const payableRight = right('payable', {
  actions: ['view', 'export'],
  grants: { purchaser: 'all', accountant: 'all', cashier: ['view'] },
})

export const openItemsRecords = [allocation, receivableRight, payableRight] as const
