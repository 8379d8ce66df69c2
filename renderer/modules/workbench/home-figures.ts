// The figures of the home page, read from totals of lists. Sums of exact integers; nothing is estimated.
import type { ListAnswer } from '../../../preload/contract/define/index.ts'
import { type Money, money } from '../../../preload/contract/vocabulary/money.ts'

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'minor' in value

/** A list's total in the base currency; null while nothing has been read. */
export const baseTotal = (answer: ListAnswer | undefined, column: string, base: string): Money | null => {
  if (!answer?.totals) return null
  return (answer.totals[column] ?? []).filter(isMoney).find((one) => one.currency === base) ?? money(0, base)
}

/** Whose items a report holds, when it leaves some out: the viewer's scope. Undefined when there is nothing beyond it. */
export const scopeBeyond = (answer: ListAnswer | undefined): string | undefined =>
  answer?.header?.['outside'] === 'some' ? answer.header['scope'] : undefined

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export const monthStart = (date: string): string => `${date.slice(0, 7)}-01`
