// When to pop up: something newer than what was known has come, the last pop-up is a minute old, and its user is not to be left in peace. Pure, so that time
// can be tested.

export const POP_UP_EVERY_MS = 60_000

export type Known = {
  /** The newest thing known of, '' where nothing is; null before the first look. */
  newest: string | null
  /** When the last pop-up was shown, in milliseconds; null before the first. */
  shownAt: number | null
}
export const nothingKnown: Known = { newest: null, shownAt: null }

/** What a first look knows already: what waited before is the bell's to tell while somebody looks; else all that its user has not seen is caught up with. */
export const firstKnown = (newest: string | null, seen: string, looking: boolean): Known => ({
  newest: looking ? (newest ?? '') : seen,
  shownAt: null,
})

/**
 * What to do about the newest notification at the office. `wait` is how long to hold a pop-up back so that there is never more than one a minute; null when
 * there is nothing new.
 */
export const popUpDue = (known: Known, newest: string | null, now: number): { wait: number } | null => {
  if (known.newest === null || newest === null || newest <= known.newest) return null
  return { wait: known.shownAt === null ? 0 : Math.max(0, known.shownAt + POP_UP_EVERY_MS - now) }
}

/** How somebody wants to be told. `from`, `to`: HH:MM by the company's clock; the same: no quiet hours. */
export type PopUpSettings = { window: boolean; system: boolean; from: string; to: string }
export const popUpSettings: PopUpSettings = { window: true, system: true, from: '', to: '' }

/** Whether a minute (HH:MM) lies in quiet hours, which may go over midnight. */
export const isQuiet = ({ from, to }: Pick<PopUpSettings, 'from' | 'to'>, minute: string): boolean => {
  if (from === '' || to === '' || from === to) return false
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}
