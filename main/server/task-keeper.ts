// Keeps tasks in step with the records: looks every minute and soon after a commit, in a reader thread, and writes only when there is something to write.
import type { Answer } from '../../preload/contract/envelope.ts'

export type TaskKeeper = {
  /** A commit may have made or ended a cause. */
  soon(tables: readonly string[]): void
  stop(): void
}
type Parts = {
  /** How many steps there are to take now. */
  look(): Promise<Answer>
  /** Takes those of these rules; says how many are left for the next time. */
  keep(rules: readonly string[]): Promise<Answer>
  /** False while there is no company, or the office is stopping. */
  ready(): boolean
  failed(problem: unknown): void
}

/** After a commit: what somebody did is answered before anybody is asked about it. */
const SOON_MS = 1500
const EVERY_MS = 60_000
/** Looking takes at most one part in ten of a thread's time, however large the company. */
const APART = 10
/** What a desk remembers and who is there asks nobody for anything. */
const MEMORY = new Set(['user_state', 'session', 'audit', 'change'])

export const taskKeeper = ({ look, keep, ready, failed }: Parts): TaskKeeper => {
  let timer: NodeJS.Timeout | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let freeAt = 0
  let running = false
  let stopped = false
  /** Looks in `ms` or earlier: the first commit of many sets the time, so that a busy office is looked at while it is busy. */
  const within = (ms: number) => {
    const at = Math.max(performance.now() + ms, freeAt)
    if (stopped || at >= dueAt) return
    dueAt = at
    clearTimeout(timer)
    if (!running) timer = setTimeout(() => void turn(), at - performance.now())
  }
  /** Looks, and takes the steps there are. Whether more is left. */
  const steps = async (): Promise<boolean> => {
    const began = performance.now()
    const looked = await look()
    freeAt = performance.now() + APART * (performance.now() - began)
    if (stopped) return false
    if (!looked.ok) {
      failed(looked)
      return false
    }
    const { steps: found, rules } = looked.value as { steps: number; rules: string[] }
    if (found === 0) return false
    const kept = await keep(rules)
    if (!kept.ok) failed(kept)
    return kept.ok && (kept.value as { left: number }).left > 0
  }
  const turn = async () => {
    running = true
    dueAt = Number.POSITIVE_INFINITY
    let left = false
    try {
      left = ready() && (await steps())
    } catch (error) {
      failed(error)
    }
    running = false
    const asked = dueAt - performance.now()
    dueAt = Number.POSITIVE_INFINITY
    within(Math.min(asked, left ? SOON_MS : EVERY_MS))
  }
  within(SOON_MS)
  return {
    soon: (tables) => {
      if (!tables.every((table) => MEMORY.has(table))) within(SOON_MS)
    },
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
