// Deals: what all documents of one business hang together by.
import { column, record } from '../../define/record.ts'
import { owner } from '../../define/trade-columns.ts'

const { code, date, named, word } = column

export const deal = record('deal', {
  table: 'deal',
  title: ['number'],
  route: 'deal',
  columns: { number: code(), customerId: named('party'), openedOn: date(), stage: word('deal-stage'), ...owner },
})

export const dealsRecords = [deal] as const
