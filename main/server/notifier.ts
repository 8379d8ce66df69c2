// Who is told what has changed: every commit at once to the office itself, gathered for a moment to the screens.
import type { Notice } from '../../preload/contract/envelope.ts'

export type Notifier = {
  committed: (tables: string[]) => void
  /** Hears of every commit at once, before its command is answered. */
  onCommit: (listener: (tables: string[]) => void) => void
  listen: (listener: (notice: Notice) => void) => () => void
  send: (notice: Notice) => void
}

/** Notices are gathered for a moment: a batch of commands refreshes every screen once. */
const MOMENT_MS = 30
/** And they come at most this often: every screen asks anew after each, so that a busy office would be asked by everybody for every command. */
const APART_MS = 250

export const notifier = (): Notifier => {
  const listeners = new Set<(notice: Notice) => void>()
  const atOnce: ((tables: string[]) => void)[] = []
  const tables = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let sentAt = Number.NEGATIVE_INFINITY
  const send = (notice: Notice) => listeners.forEach((l) => l(notice))
  return {
    send,
    onCommit: (listener) => void atOnce.push(listener),
    committed: (changed) => {
      for (const listener of atOnce) listener(changed)
      changed.forEach((t) => tables.add(t))
      timer ??= setTimeout(
        () => {
          timer = undefined
          sentAt = performance.now()
          send({ kind: 'changed', tables: [...tables] })
          tables.clear()
        },
        Math.max(MOMENT_MS, sentAt + APART_MS - performance.now()),
      )
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
