// The bars of the net sales chart: groups of all currencies together in base currency; time in its order, anything else the greatest first.
import type { Cell, ListRow } from '../../../preload/contract/define/index.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { money, type Money } from '../../../preload/contract/vocabulary/money.ts'

export const BARS = 12
export const isOverTime = (by: string): boolean => by === 'month' || by === 'year'

export type SalesBar = { id: string; label: string; money: Money }
const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

export const barsOf = (rows: readonly ListRow[], by: string): SalesBar[] => {
  const bars = new Map<string, SalesBar>()
  for (const row of rows) {
    const { netBase } = row
    if (typeof netBase !== 'object' || netBase === null) continue
    const id = text(row.groupId)
    const sum = (bars.get(id)?.money.minor ?? 0) + netBase.minor
    bars.set(id, { id, label: text(row.group), money: money(sum, netBase.currency) })
  }
  const all = [...bars.values()]
  return isOverTime(by)
    ? all.toSorted((a, b) => compareTexts(a.label, b.label)).slice(-2 * BARS)
    : all.toSorted((a, b) => b.money.minor - a.money.minor).slice(0, BARS)
}
