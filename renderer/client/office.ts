// The one connection of this desk: transport, token, session gate, viewer, and whether the office can be reached. Everything else in client/ stands on it.
import { QueryClient } from '@tanstack/react-query'
import { createStore } from 'zustand/vanilla'
import type { Answer, Hello, Notice } from '../../preload/contract/envelope.ts'
import type { Language } from '../../preload/contract/names/define.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { dismissAnnouncement } from './announcements.ts'
import { storage, type Transport } from './transport.ts'

export type Viewer = QueryOutput<'me'>
/**
 * starting: nothing known yet; founding: no company yet; signed-out: the sign-in page; open: at work;
 * locked / expired: the overlay over untouched screens asks the same user for the password again.
 */
export type Gate = 'starting' | 'founding' | 'signed-out' | 'open' | 'locked' | 'expired'
export type OfficeState = {
  gate: Gate
  reachable: boolean
  /** Since when it has not been reached: what is on screen is as of then. Null while it is. */
  awaySince: string | null
  /** The earliest moment at which something was read that stands in for an answer now; null where nothing does. */
  recalledFrom: string | null
  hello: Hello | null
  viewer: Viewer | null
  token: string | null
  language: Language
  /** Progress of the demonstration company's making. */
  founding: { done: number; of: number } | null
}

const TOKEN = 'tradewind.token'
const LANGUAGE = 'tradewind.language'

const startState = (transport: Transport): OfficeState => ({
  gate: 'starting',
  reachable: true,
  awaySince: null,
  recalledFrom: null,
  hello: null,
  viewer: null,
  token: transport.store.token?.getItem(TOKEN) ?? null,
  language: storage('localStorage')?.getItem(LANGUAGE) === 'en' ? 'en' : 'zh',
  founding: null,
})

type Office = {
  transport: Transport
  state: ReturnType<typeof makeState>
  queryClient: QueryClient
  /** What the office said last to each question, the latest last (last-answers.ts). */
  lastAnswers: Map<string, { answer: Answer; at: string }>
  listeners: Set<(notice: Notice) => void>
  /** Looks for an office that is away (reach.ts); null while it is there. */
  probing: Promise<void> | null
  /** What ends with the connection. */
  endings: (() => void)[]
  stop: () => void
}
const makeState = (transport: Transport) => createStore<OfficeState>(() => startState(transport))

let current: Office | null = null

/** The running connection. Throws when the screens are used before `connect`. */
export const office = (): Office => {
  if (!current) throw new Error('connect() has not been called')
  return current
}

/** Starts the desk's connection; a test starts a new one for every case. */
export const connect = (transport: Transport): Office => {
  current?.stop()
  dismissAnnouncement()
  const listeners = new Set<(notice: Notice) => void>()
  const stopNotices = transport.onNotice((notice) => {
    for (const listener of listeners) listener(notice)
  })
  current = {
    transport,
    state: makeState(transport),
    // Screens refetch on the office's notices, not on a clock or on the window's focus; what the browser thinks of the network is not asked.
    queryClient: new QueryClient({
      defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false } },
    }),
    lastAnswers: new Map(),
    probing: null,
    listeners,
    endings: [stopNotices],
    stop() {
      for (const end of this.endings) end()
      this.queryClient.clear()
      listeners.clear()
    },
  }
  return current
}

/** Nothing that was read stays: it may be of another user, or of another language. */
export const forgetAnswers = (): void => {
  office().queryClient.clear()
  office().lastAnswers.clear()
}

export const officeState = (): OfficeState => office().state.getState()
export const setOffice = (part: Partial<Omit<OfficeState, 'awaySince' | 'reachable'>>): void => office().state.setState(part)
/** Notes whether the office is reached, and since when it is not. */
export const setReachable = (reachable: boolean): void =>
  office().state.setState(({ awaySince }) => ({ reachable, awaySince: reachable ? null : (awaySince ?? new Date().toISOString()) }))

/** Hears every notice of the office until the returned function is called. */
export const onNotice = (listener: (notice: Notice) => void): (() => void) => {
  const { listeners } = office()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps the token for as long as the window lives; null forgets it. */
export const keepToken = (token: string | null): void => {
  const store = office().transport.store.token
  if (token === null) store?.removeItem(TOKEN)
  else store?.setItem(TOKEN, token)
  setOffice({ token })
}

/** The language of this screen, also before anybody has signed in. */
export const keepLanguage = (language: Language): void => {
  storage('localStorage')?.setItem(LANGUAGE, language)
  setOffice({ language })
}
