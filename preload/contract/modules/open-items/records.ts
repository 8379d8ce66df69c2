// Receivables and payables, and what settles one with another. The items themselves belong to db/ledger.
import { column, record } from '../../define/record.ts'
import { posted } from '../../define/trade-columns.ts'

const { date, base, money, named } = column

export const allocation = record('allocation', {
  table: 'allocation',
  view: 'ledger.view',
  title: ['source'],
  columns: {
    ...{ on: date(), source: named('open_item'), target: named('open_item'), sourceAmount: money('@source') },
    ...{ amount: money('@target'), difference: base(), ...posted },
  },
})

export const openItemsRecords = [allocation] as const
