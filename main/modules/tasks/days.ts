// On which days a rule asks: from its anchor, moved off holidays, again and again. Pure. Rules D20 to D24.
import type { MOVES, RuleSettings } from '../../../preload/contract/modules/tasks/calls.ts'
import { addDays, daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { addWorkingDays, workingDayBack, workingDayForward, type WorkCalendar } from '../../../preload/contract/vocabulary/working-days.ts'

export type Days = Pick<RuleSettings, 'first' | 'firstUnit' | 'again' | 'every' | 'everyUnit' | 'atMost'>
type Move = (typeof MOVES)[number]
type Occasion = { anchor: IsoDate; stopOn?: IsoDate | null }

const shifted = (calendar: WorkCalendar, day: IsoDate, count: number, unit: Days['firstUnit']): IsoDate =>
  unit === 'working' ? addWorkingDays(calendar, day, count) : addDays(day, count)

/** Before a deadline an off day moves back, so that nothing is told after it should have been done; after it, forward. */
const moved = (calendar: WorkCalendar, day: IsoDate, move: Move): IsoDate =>
  move === 'back' ? workingDayBack(calendar, day) : move === 'forward' ? workingDayForward(calendar, day) : day

/** The first day that a rule asks, before anything is said of when its cause became known. */
export const firstDay = (calendar: WorkCalendar, days: Days, move: Move, { anchor }: Occasion): IsoDate =>
  moved(calendar, shifted(calendar, anchor, days.first, days.firstUnit), move)

/** How far a move can bring a day back: the longest holidays are shorter. */
const MOST_MOVED = 14

/**
 * The days up to `until` on which a rule asks, each once, in order. Further days are counted from the raw first one, so that moves do not add up; none is
 * later than `stopOn`. `atMost` counts them as they were planned: two that fall on one day are two.
 */
export const askingDays = (calendar: WorkCalendar, days: Days, move: Move, { anchor, stopOn }: Occasion, until: IsoDate): IsoDate[] => {
  const raw = shifted(calendar, anchor, days.first, days.firstUnit)
  const found = new Set<IsoDate>()
  const isOver = (day: IsoDate) => typeof stopOn === 'string' && day > stopOn
  const take = (day: IsoDate) => {
    const at = moved(calendar, day, move)
    if (at <= until && !isOver(day)) found.add(at)
  }
  take(raw)
  for (const offset of days.again) take(shifted(calendar, anchor, offset, days.firstUnit))
  if (days.every !== null) {
    // Further days begin after the last of those that are named.
    const from = days.again.reduce((last, offset) => {
      const day = shifted(calendar, anchor, offset, days.firstUnit)
      return day > last ? day : last
    }, raw)
    const most = days.atMost ?? Number.POSITIVE_INFINITY
    let day = from
    for (let k = 1; k < most; k++) {
      day = shifted(calendar, day, days.every, days.everyUnit)
      // One that is planned later may have moved back to before.
      if (day > addDays(until, MOST_MOVED) || isOver(day)) break
      take(day)
    }
  }
  return [...found].toSorted()
}

/** The last of `askingDays`, found without walking through all of them: what has been open for years asked hundreds of times. Null before the first. */
export const lastAskingDay = (calendar: WorkCalendar, days: Days, move: Move, occasion: Occasion, until: IsoDate): IsoDate | null => {
  const raw = shifted(calendar, occasion.anchor, days.first, days.firstUnit)
  const { every } = days
  const isPlain = days.everyUnit === 'calendar' && days.again.length === 0 && typeof occasion.stopOn !== 'string'
  if (every === null || !isPlain) return askingDays(calendar, days, move, occasion, until).at(-1) ?? null
  const most = (days.atMost ?? Number.POSITIVE_INFINITY) - 1
  const latest = Math.min(most, Math.floor((daysBetween(raw, until) + MOST_MOVED) / every))
  for (let k = latest; k >= 0; k--) {
    const day = moved(calendar, addDays(raw, k * every), move)
    if (day <= until) return day
  }
  return null
}

/** The day on which the head is asked too; null where nobody is. `firstOn`: the day on which the task first asked. */
export const escalationDay = (
  calendar: WorkCalendar,
  escalateAfter: number | null,
  occasion: { anchor: IsoDate | null; firstOn: IsoDate },
): IsoDate | null => {
  if (escalateAfter === null) return null
  if (escalateAfter > 0) return addWorkingDays(calendar, occasion.firstOn, escalateAfter)
  return occasion.anchor === null ? null : workingDayBack(calendar, occasion.anchor)
}

/** The last anchor whose first day may have come by `today`: what a rule's rows are read up to. Off days move a day back by at most two weeks. */
export const lastAnchor = (days: Days, move: Move, today: IsoDate): IsoDate => {
  const ahead = -Math.min(days.first, ...days.again)
  const inCalendarDays = days.firstUnit === 'working' && ahead > 0 ? Math.ceil(ahead * 1.4) + MOST_MOVED : ahead
  return addDays(today, inCalendarDays + (move === 'back' ? MOST_MOVED : 0))
}
