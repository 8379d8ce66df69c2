// The two clocks of the office: the one on the wall, which people and batteries set, and one that only goes forward. Rule U34 of people.

export type Clock = {
  /** The time of day, ISO: for what is written down. It may jump. */
  now(): string
  /** Milliseconds since some moment, never set by anybody: for how long something took or has to wait. Stands still while the machine sleeps. */
  ticks(): number
}
export const systemClock: Clock = { now: () => new Date().toISOString(), ticks: () => performance.now() }

/** So far may the clock on the wall have been set back before what it wrote counts as of another clock. */
export const SLACK_MS = 60_000
