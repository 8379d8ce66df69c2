// Rounding that a part dated before others would leave on a later day on which the item stands at zero: taken off on that day. Rules L9 and T9.
import type { JournalInput, PostingLine } from '../../../db/ledger/post.ts'
import type { BaseCleared } from '../../../db/ledger/clearing.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { clearingLine, type Item } from './items.ts'

export type Rests = { item: Item; later: BaseCleared['later'] }[]

/** Base amounts by the day on which they leave, oldest day first. */
const byDay = (rests: Rests): { date: IsoDate; parts: { item: Item; base: number }[] }[] => {
  const days = [...new Set(rests.flatMap((r) => r.later.map((l) => l.date)))].sort()
  return days.map((date) => ({
    date,
    parts: rests.flatMap(({ item, later }) => later.filter((l) => l.date === date).map(({ base }) => ({ item, base }))),
  }))
}

/**
 * Posts the rests of an allocation or write-off, a journal for each day; `result` gives the lines that bear a difference (6603). Gives the journals' ids and
 * what they gained in base currency. Nearly always there is none.
 */
export const postRests = async (
  ctx: CommandContext,
  journal: Omit<JournalInput, 'date' | 'lines'>,
  rests: Rests,
  result: (difference: number) => Promise<PostingLine[]>,
): Promise<{ journals: number[]; gained: number }> => {
  const journals: number[] = []
  let gained = 0
  for (const { date, parts } of byDay(rests)) {
    const difference = -parts.reduce((sum, p) => sum + p.base, 0) || 0
    const lines = [...parts.map(({ item, base }) => clearingLine(item, 0, base)), ...(await result(difference))]
    journals.push(ctx.post({ ...journal, date, lines }))
    gained += difference
  }
  return { journals, gained }
}

/** Takes them back with what they belong to: on that day, but not before their own. */
export const reverseRests = (ctx: CommandContext, rests: string, on: IsoDate, reason: string): void => {
  for (const id of (JSON.parse(rests) as number[]).toReversed()) {
    const { date } = ctx.tx.sql.prepare('SELECT date FROM journal WHERE id = ?').get(id) as { date: IsoDate }
    ctx.reverse(id, date > on ? date : on, reason)
  }
}
