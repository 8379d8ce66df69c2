// What is due, from the query of today's tasks, as tiles show it.
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import type { Money } from '../../../../preload/contract/vocabulary/money.ts'
import { useOfficeQuery } from '../../../client/index.ts'

export type DueLine = {
  key: string
  /** The name of its rule, in the contract's names. */
  rule: string
  route: string
  id: string
  number: string
  party: string
  date: string
  days: number
  amount: Money | null
}
type Group = QueryOutput<'today'>['dueItems'][number]

export const linesOf = ({ rule, items }: Group): DueLine[] =>
  items.map((item) => ({
    ...item,
    rule: `follow-up.${rule}`,
    key: [rule, item.id, item.party, item.date, item.amount?.currency].join(' '),
  }))

export const useDue = (mine: boolean) => useOfficeQuery('today', { mine }, { keep: true })
