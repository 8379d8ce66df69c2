// What the desk keeps for its user at the office (tabs, column layouts, drafts): in memory at once, at the office after a moment, never lost between.
import { useCallback, useState, useSyncExternalStore } from 'react'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { ask } from './ask.ts'
import { office, officeState } from './office.ts'

const DELAY = 400

let owner: string | null = null
let values = new Map<string, unknown>()
/** What the office does not have yet: key → JSON text, null to forget. */
let unsent = new Map<string, string | null>()
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Map<string, Set<() => void>>()

const unsentKey = (userId: string) => `tradewind.unsent.${userId}`

/** Keeps what is not yet sent beside the page, so that a reload or a crash with the office away loses nothing. */
function mirrorUnsent() {
  const store = office().transport.store.unsent
  if (!store || owner === null) return
  try {
    if (unsent.size === 0) store.removeItem(unsentKey(owner))
    else store.setItem(unsentKey(owner), JSON.stringify([...unsent]))
  } catch {
    // The browser's store is full: memory still holds everything and the office gets it in a moment.
  }
}

const tell = (key: string) => {
  for (const listener of listeners.get(key) ?? []) listener()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A value of an older version that is no JSON: as if nothing were remembered.
  }
}

/** Takes over what the office remembers for this user, and above it what a former page could not send. */
export function loadRemembered(userId: string, kept: Record<string, string>): void {
  clearTimeout(timer)
  owner = userId
  values = new Map(Object.entries(kept).map(([key, text]) => [key, parsed(text)]))
  const text = office().transport.store.unsent?.getItem(unsentKey(userId))
  unsent = new Map(text ? ((parsed(text) as [string, string | null][] | undefined) ?? []) : [])
  for (const [key, value] of unsent) {
    if (value === null) values.delete(key)
    else values.set(key, parsed(value))
  }
  if (unsent.size > 0) timer = setTimeout(() => void flushRemembered(), DELAY)
  for (const key of listeners.keys()) tell(key)
}

async function sendOne(key: string, value: string | null) {
  const answer = await ask({ kind: 'command', id: newId(), name: 'remember', input: { key, value } })
  // A fault leaves it for the next time; a refusal will not change by asking again.
  if (!answer.ok && 'fault' in answer) return
  if (unsent.get(key) === value) unsent.delete(key)
}

/** All at once and without waiting for an earlier round: a page that is being closed gets no second turn. */
async function send() {
  clearTimeout(timer)
  await Promise.all([...unsent].map(([key, value]) => sendOne(key, value)))
  mirrorUnsent()
}

/** Sends what is still kept back. Called when the page hides, before signing out, and by the debounce. */
export const flushRemembered = (): Promise<void> => send()

/** What is remembered under a key; `undefined` when nothing is. */
export const remembered = (key: string): unknown => values.get(key)
/** All keys that begin so. */
export const rememberedKeys = (prefix: string): string[] => [...values.keys()].filter((key) => key.startsWith(prefix))

/** Remembers a JSON value; `undefined` forgets the key. */
export function remember(key: string, value: unknown): void {
  if (value === undefined) {
    if (!values.has(key)) return
    values.delete(key)
  } else values.set(key, value)
  if (owner === officeState().viewer?.id) {
    unsent.set(key, value === undefined ? null : JSON.stringify(value))
    mirrorUnsent()
    clearTimeout(timer)
    timer = setTimeout(() => void flushRemembered(), DELAY)
  }
  tell(key)
}

/** Hears of changes of one key. */
export const onRemembered = (key: string, listener: () => void): (() => void) => {
  const set = listeners.get(key) ?? new Set()
  listeners.set(key, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size === 0) listeners.delete(key)
  }
}

export type Setter<T> = (next: T | ((old: T) => T)) => void

/** State kept per user at the office. The value must be JSON. */
export function useRemembered<T>(key: string, initial: T): [T, Setter<T>] {
  const [first] = useState(() => initial)
  const subscribe = useCallback((listener: () => void) => onRemembered(key, listener), [key])
  const kept = useSyncExternalStore(subscribe, () => values.get(key)) as T | undefined
  const set = useCallback<Setter<T>>(
    (next) => {
      const old = (values.get(key) as T | undefined) ?? first
      remember(key, typeof next === 'function' ? (next as (old: T) => T)(old) : next)
    },
    [key, first],
  )
  return [kept ?? first, set]
}

/** Sends everything when the page is hidden or closed. Returns the way to stop. */
export const flushOnHide = (): (() => void) => {
  const hide = () => {
    if (document.visibilityState === 'hidden') void flushRemembered()
  }
  const leave = () => void flushRemembered()
  document.addEventListener('visibilitychange', hide)
  window.addEventListener('pagehide', leave)
  return () => {
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('pagehide', leave)
  }
}
