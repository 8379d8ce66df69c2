// An item by its days: what of it stood open at the end of each day, and from which day on what it belongs to may be taken back. Rule L14 of SPEC.md.
import { refuse } from '../../preload/contract/refusals.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import type { ReadableDb } from '../open.ts'

/** What stood open at the end of a day on which something was posted, signed minor units. */
export type Day = { date: IsoDate; foreign: number; base: number }

/** The days of an item, oldest first. */
export const daysOf = async (db: ReadableDb, itemId: number): Promise<Day[]> => {
  const moved = await db
    .selectFrom('posting')
    .select((e) => ['date', e.fn.sum<number>('foreign').as('foreign'), e.fn.sum<number>('base').as('base')])
    .where('item', '=', itemId)
    .groupBy('date')
    .orderBy('date')
    .execute()
  let foreign = 0
  let base = 0
  return moved.map((day) => ({ date: day.date, foreign: (foreign += Number(day.foreign)), base: (base += Number(day.base)) }))
}

/** What stood on a day and on every later one: the states that something dated on that day changes. Empty before the item existed. */
export const statesFrom = (days: readonly Day[], on: IsoDate): Day[] => {
  const before = days.findLast((d) => d.date <= on)
  return before === undefined ? [] : [{ ...before, date: on }, ...days.filter((d) => d.date > on)]
}

/** L14. Nothing is dated before the last day of what it follows from, or takes back: refuses `date-out-of-order` with that day. */
export const requireNotBefore = (on: IsoDate, ...days: readonly (IsoDate | null | undefined)[]): void => {
  const earlier = days.reduce<IsoDate>((last, day) => (day && day > last ? day : last), '')
  if (on < earlier) refuse('date-out-of-order', { earlier, later: on })
}

/** The same for a document and what it follows from (T37): an unknown day is not asked, `path` is the input field to change. */
export const requireOrder = (earlier: IsoDate | null | undefined, later: IsoDate | null | undefined, path: string): void => {
  if (earlier && later && later < earlier) refuse('date-out-of-order', { earlier, later, path })
}

/** The last day on which anything was posted to items of these references; undefined when nothing was. */
export const lastDayOfItems = async (db: ReadableDb, refs: { from: string; to: string }): Promise<IsoDate | undefined> => {
  const row = await db
    .selectFrom('open_item as i')
    .innerJoin('posting as p', 'p.item', 'i.id')
    .select((e) => e.fn.max('p.date').as('last'))
    .where('i.ref', '>', refs.from)
    .where('i.ref', '<', refs.to)
    .executeTakeFirst()
  return row?.last ?? undefined
}
