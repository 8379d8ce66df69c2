// The order of days: a document is not dated before what it follows from (treasury T37). Facts of the future are refused by the runner (T36).
import { refuse } from '../../preload/contract/refusals.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'

/** Refuses `date-out-of-order` when `later` lies before `earlier`; the same day is in order, and an unknown day is not asked. `path`: the input field to change. */
export const requireOrder = (earlier: IsoDate | null | undefined, later: IsoDate | null | undefined, path?: string): void => {
  if (typeof earlier !== 'string' || typeof later !== 'string' || later >= earlier) return
  refuse('date-out-of-order', { earlier, later, ...(path === undefined ? {} : { path }) })
}
