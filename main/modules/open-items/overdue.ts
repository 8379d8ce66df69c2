// Which open items of a party are overdue today, for pages that show single items. Rule T38 of SPEC.md.
import { metInFull } from '../../../db/ledger/earmarked.ts'
import type { Side } from '../../../db/ledger/sides.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { canBeCleared } from './rules.ts'

type Shown = { id: number; account: string; kind: string; dueDate: string }
/** Says of an item of the party whether it is owed, due before today and not met in full by money that lies there for it. */
export const overdueOf = (q: QueryContext, side: Side, party: string): ((item: Shown) => boolean) => {
  const met = new Set(JSON.parse(metInFull(q.sql, { side, party })) as number[])
  return (item) => canBeCleared(item) && item.dueDate < q.today && !met.has(item.id)
}
