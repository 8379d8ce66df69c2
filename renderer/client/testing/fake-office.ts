// An office for component tests: answers by name, remembers what was asked, can go away, lock and send notices. No rules in it.
import { allPermissions } from '../../../preload/contract/access.ts'
import type { Answer, Notice, OfficeRequest } from '../../../preload/contract/envelope.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import type { Viewer } from '../office.ts'
import { connect, setOffice } from '../office.ts'
import { begin } from '../session.ts'
import { type Transport, Unreachable } from '../transport.ts'

/** A value, or a function of the input and the request that gives one. */
type Given = unknown
export type FakeOffice = {
  asked: OfficeRequest[]
  exported: unknown[]
  /** Names of the contents that were sent. */
  sent: string[]
  /** Names to answers: a value, or a function of the input that gives a value or a whole `Answer`. */
  queries: Record<string, Given>
  commands: Record<string, Given>
  notify: (notice: Notice) => void
  reachable: boolean
  /** The refusal that every command and query meets until `unlock` or `sign-in` comes. */
  closed: 'session-locked' | 'signed-out' | null
  password: string
  store: Map<string, string>
  /** What `remember` commands have kept. */
  kept: Record<string, string>
}

export const aViewer = (part: Partial<Viewer> = {}): Viewer => ({
  id: '01890000-0000-7000-8000-000000000001',
  login: 'owner',
  name: '王老板',
  nameEn: 'Wang',
  language: 'zh',
  departmentId: null,
  permissions: [...allPermissions],
  scopes: {},
  closedRevision: 1,
  company: {
    name: '信风贸易',
    nameEn: 'Tradewind Trading',
    address: '',
    addressEn: '',
    drawingPlace: '',
    phone: '',
    email: '',
    taxNumber: '',
    baseCurrency: 'CNY',
    timeZone: 'Asia/Shanghai',
    ageingBasis: 'due-date',
    ageingBuckets: [30, 60, 90],
    lockAfterMinutes: 15,
    switches: switchesOff,
  },
  today: '2026-03-02',
  closedThrough: null,
  ...part,
})

const memory = (map: Map<string, string>): Storage => ({
  get length() {
    return map.size
  },
  clear: () => map.clear(),
  getItem: (key) => map.get(key) ?? null,
  key: (n) => [...map.keys()][n] ?? null,
  removeItem: (key) => {
    map.delete(key)
  },
  setItem: (key, value) => {
    map.set(key, value)
  },
})
const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'ok' in value
const value = (given: unknown): Answer => (isAnswer(given) ? given : { ok: true, value: given })

function answerOf(fake: FakeOffice, viewer: Viewer, request: OfficeRequest): Answer | Promise<Answer> {
  switch (request.kind) {
    case 'hello':
      return value({ state: 'ready', companyName: viewer.company.name, demonstration: false, version: '0.1.0', accounts: [] })
    case 'sign-in':
    case 'unlock':
      if (request.password !== fake.password) return { ok: false, refused: 'sign-in-failed', data: { retryAfterSeconds: 0 } }
      fake.closed = null
      return value({ token: 't', userId: viewer.id, name: viewer.name, endsAt: '2026-03-02T20:00:00Z' })
    case 'command':
    case 'query': {
      if (fake.closed) return { ok: false, refused: fake.closed, data: {} }
      const table = request.kind === 'query' ? fake.queries : fake.commands
      const given = table[request.name]
      if (given === undefined) return { ok: false, refused: 'unknown-name', data: { name: request.name } }
      if (typeof given !== 'function') return value(given)
      return Promise.resolve((given as (input: unknown, request: OfficeRequest) => unknown)(request.input, request)).then(value)
    }
    case 'pictures':
      return value(Object.fromEntries(request.versionIds.map((id) => [id, `data:${id}`])))
    default:
      return value({})
  }
}

/** Connects the client to a new fake office with `viewer` signed in, as after a start. Await it before rendering. */
export async function fakeOffice(
  given: {
    viewer?: Viewer
    queries?: Record<string, Given>
    commands?: Record<string, Given>
    kept?: Record<string, string>
    unsent?: string
  } = {},
): Promise<FakeOffice> {
  let viewer = given.viewer ?? aViewer()
  const listeners = new Set<(notice: Notice) => void>()
  const fake: FakeOffice = {
    asked: [],
    exported: [],
    sent: [],
    queries: {
      me: () => viewer,
      remembered: () => fake.kept,
      // Every page of a record asks for its files.
      'files-of': { withheld: false, mayAdd: false, files: [], binned: [], mostBytes: 1 },
      ...given.queries,
    },
    commands: {
      remember: ({ key, value: text }: { key: string; value: string | null }) => {
        if (text === null) delete fake.kept[key]
        else fake.kept[key] = text
        return {}
      },
      'choose-language': ({ language }: Pick<Viewer, 'language'>) => {
        viewer = { ...viewer, language }
        return {}
      },
      ...given.commands,
    },
    notify: (notice) => {
      for (const listener of listeners) listener(notice)
    },
    reachable: true,
    closed: null,
    password: 'correct horse battery',
    store: new Map([['tradewind.token', 't'], ...(given.unsent ? [[`tradewind.unsent.${viewer.id}`, given.unsent] as const] : [])]),
    kept: { ...given.kept },
  }
  const transport: Transport = {
    desktop: true,
    async ask(request) {
      if (!fake.reachable) throw new Unreachable('down')
      if (request.kind !== 'hello') fake.asked.push(request)
      return answerOf(fake, viewer, request)
    },
    onNotice: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attend: () => {},
    exportList: async (options) => {
      fake.exported.push(options)
      return { ok: true, value: { path: '/tmp/export.xlsx', rows: 1 } }
    },
    sendPart: async (part) => {
      fake.sent.push(part.name)
      return { ok: true, value: { received: part.size, done: true } }
    },
    readFile: async () => ({ ok: true, value: new TextEncoder().encode('text') }),
    saveDownload: async () => ({ ok: true, value: { path: '/tmp/saved' } }),
    openFile: async () => ({ ok: true, value: { opened: true } }),
    foundingCode: () => Promise.resolve('CODE'),
    store: { token: memory(fake.store), unsent: memory(fake.store) },
  }
  globalThis.localStorage?.clear()
  connect(transport)
  setOffice({ viewer: null })
  await begin()
  return fake
}
