// When to pop up: something newer than what was known has come, and the last pop-up is a minute old. Pure, so that time can be tested.

export const POP_UP_EVERY_MS = 60_000

export type Known = {
  /** The newest thing known of, '' before the first look. */
  newest: string | null
  /** When the last pop-up was shown, in milliseconds; null before the first. */
  shownAt: number | null
}
export const nothingKnown: Known = { newest: null, shownAt: null }

/**
 * What to do about the newest arrival at the office. The first look only learns what is there: what waited before is the bell's to tell.
 * `wait` is how long to hold a pop-up back so that there is never more than one a minute; null when there is nothing new.
 */
export const popUpDue = (known: Known, newest: string | null, now: number): { wait: number } | null => {
  if (known.newest === null || newest === null || newest <= known.newest) return null
  return { wait: known.shownAt === null ? 0 : Math.max(0, known.shownAt + POP_UP_EVERY_MS - now) }
}
