// How busy the office was in the last five minutes: what it answered and how fast, and what it took of the PC. Measured where each request is answered, without
// timers of its own: `monitorEventLoopDelay` would wake the PC fifty times a second; how busy the main thread was, Node counts anyway. Rule D41 of desks.
import { availableParallelism } from 'node:os'
import { createHistogram, performance, type EventLoopUtilization } from 'node:perf_hooks'
import { systemClock, type Clock } from './clock.ts'

export const SLOT_MS = 15_000
const SLOTS = 20
const MINUTE_MS = 60_000
/** In ms; no request is waited for any longer. */
const RANGE = { lowest: 1, highest: 3_600_000, figures: 2 }

export type WorkKind = 'commands' | 'queries'
export type Answered = { perMinute: number; p95Ms: number | null; slowest: { name: string; ms: number } | null }
export type Workload = Record<WorkKind, Answered> & {
  /** Of all the PC's cores, of all threads of the office; null in the first seconds. */
  processorPercent: number | null
  /** How much of its time the thread that answers was busy. */
  busyPercent: number | null
}

const tally = () => ({ times: createHistogram(RANGE), slowest: null as Answered['slowest'] })
/** A quarter of a minute. They are used again and again: what Node counts in lies outside the memory that it watches. */
const slot = () => ({
  ...{ from: Number.NEGATIVE_INFINITY, processor: process.cpuUsage(), thread: performance.eventLoopUtilization() },
  ...{ commands: tally(), queries: tally() },
})
type Slot = ReturnType<typeof slot>

const begin = (at: Slot, now: number): void => {
  Object.assign(at, { from: now, processor: process.cpuUsage(), thread: performance.eventLoopUtilization() })
  for (const { times } of [at.commands, at.queries]) times.reset()
  at.commands.slowest = at.queries.slowest = null
}
const percent = (part: number): number => Math.min(100, Math.round(part * 100))

export const workloadOf = ({ ticks }: Pick<Clock, 'ticks'>) => {
  const slots = Array.from({ length: SLOTS }, slot)
  let at = 0
  begin(slots[0]!, ticks())

  const current = (): Slot => {
    const now = ticks()
    if (now - slots[at]!.from >= SLOT_MS) {
      at = (at + 1) % SLOTS
      begin(slots[at]!, now)
    }
    return slots[at]!
  }
  const answered = (kind: WorkKind, known: readonly Slot[], minutes: number): Answered => {
    const all = createHistogram(RANGE)
    let slowest: Answered['slowest'] = null
    for (const one of known) {
      all.add(one[kind].times)
      if ((one[kind].slowest?.ms ?? -1) > (slowest?.ms ?? -1)) slowest = one[kind].slowest
    }
    return { perMinute: Math.round(all.count / minutes), p95Ms: all.count === 0 ? null : all.percentile(95), slowest }
  }
  return {
    /** Something was answered after so many ms; `name` is '' for what the office does not know. */
    answered: (kind: WorkKind, name: string, ms: number): void => {
      const { [kind]: tallied } = current()
      const whole = Math.min(RANGE.highest, Math.max(RANGE.lowest, Math.round(ms)))
      tallied.times.record(whole)
      if (whole > (tallied.slowest?.ms ?? 0)) tallied.slowest = { name, ms: whole }
    },
    /** So that an office to which nothing comes is measured too. */
    turn: (): void => void current(),
    read: (): Workload => {
      current()
      const now = ticks()
      // What was begun longer ago is over, also when nobody turned the page meanwhile because the PC slept.
      const known = slots.filter(({ from }) => now - from <= SLOT_MS * SLOTS)
      const first = known.reduce((a, b) => (a.from <= b.from ? a : b))
      const ms = now - first.from
      const minutes = Math.max(1, ms / MINUTE_MS)
      const { user, system } = process.cpuUsage(first.processor)
      const thread: EventLoopUtilization = performance.eventLoopUtilization(first.thread)
      return {
        ...{ commands: answered('commands', known, minutes), queries: answered('queries', known, minutes) },
        processorPercent: ms < 1000 ? null : percent((user + system) / 1000 / ms / availableParallelism()),
        busyPercent: ms < 1000 ? null : percent(thread.utilization),
      }
    },
  }
}

/** Of this process. */
export const workload = workloadOf(systemClock)
