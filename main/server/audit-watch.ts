// The office looks after its audit trail by itself: the whole chain after every start and once a day, what is new once an hour. In slices, in the thread
// of reports, so that no command and no screen ever waits for it, and no report for more than a slice. Rules U18, U19 of people.
import type { AuditEnd } from '../../db/trail/entries.ts'
import type { ChainSlice } from '../access/audit.ts'
import type { AuditChain } from '../access/audit-chain.ts'

/** Entries looked at in one go, with what they wrote: a few hundredths of a second of one thread. */
const SLICE = 500
/** Between two goes, so that a report gets its turn in the same thread. */
const REST_MS = 50
const START_MS = 30_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type AuditWatchParts = {
  /** Looks at the next entries after `from`, and at the end for the one `seen` before; undefined when the thread could not. */
  look(from: AuditEnd, limit: number, seen: AuditEnd | null): Promise<ChainSlice | undefined>
  read(): AuditChain | undefined
  keep(chain: AuditChain): Promise<void>
  /** Told when the chain has broken, or is whole again. */
  changed(): void
  /** An instant in ISO text. */
  now(): string
  failed(error: unknown): void
}
export type AuditWatch = {
  /** One look: at the whole chain, or at what came since the last. */
  look(whole: boolean): Promise<AuditChain | undefined>
  start(): void
  stop(): void
}

const BEGINNING: AuditEnd = { id: 0, hash: '' }
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const auditWatch = (parts: AuditWatchParts, { slice = SLICE, restMs = REST_MS } = {}): AuditWatch => {
  let stopped = false
  let wholeAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined

  /** Walks to the end or to the break; undefined when it was cut short and knows nothing. */
  const walk = async (from: AuditEnd, before: AuditEnd | null): Promise<ChainSlice | undefined> => {
    let at = from
    while (!stopped) {
      const seen = await parts.look(at, slice, before)
      if (!seen || seen.broken || seen.isEnd) return seen
      at = seen.end
      await rest(restMs)
    }
    return undefined
  }

  const look = async (whole: boolean): Promise<AuditChain | undefined> => {
    const before = parts.read()
    const known = before?.end ?? null
    // What came since fits: then the rest is as it was found the last time. Where exactly it breaks only the whole chain tells.
    const since = whole || !before || before.brokenAt !== null ? undefined : await walk(before.end, known)
    const seen = since?.broken === null ? since : await walk(BEGINNING, known)
    if (!seen || (seen.end.id === 0 && !before)) return undefined
    const now = parts.now()
    // The end that was once reached is remembered through a break: the trail is whole again only when it leads there.
    const found = seen.broken
      ? {
          end: before?.end ?? seen.end,
          brokenAt: seen.broken.entry,
          part: seen.broken.part,
          at: seen.broken.at,
          since: before?.since ?? now,
        }
      : { end: seen.end, brokenAt: null, since: null }
    const chain: AuditChain = { ...found, checkedAt: now }
    await parts.keep(chain)
    if (chain.brokenAt !== (before?.brokenAt ?? null)) parts.changed()
    return chain
  }

  const turn = async () => {
    const whole = performance.now() - wholeAt >= DAY_MS
    try {
      if ((await look(whole)) && whole) wholeAt = performance.now()
    } catch (error) {
      parts.failed(error)
    }
    if (!stopped) timer = setTimeout(() => void turn(), HOUR_MS).unref()
  }
  return {
    look,
    start: () => void (timer = setTimeout(() => void turn(), START_MS).unref()),
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
