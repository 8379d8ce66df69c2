// The two ways to the office: what goes over the line, and what an answer that never comes means.
import { afterEach, expect, test, vi } from 'vitest'
import type { TradewindBridge } from '../../preload/bridge-types.ts'
import type { Answer, Notice } from '../../preload/contract/envelope.ts'
import { httpOf } from '../../preload/contract/http-requests.ts'
import { httpTransport } from './http-transport.ts'
import { ipcTransport } from './ipc-transport.ts'
import { Unreachable } from './transport.ts'

afterEach(() => vi.unstubAllGlobals())

const origin = 'http://127.0.0.1:7310'
const stubFetch = (body: unknown, init: ResponseInit = {}) => {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), init),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('each kind of request has its address and body', () => {
  expect(httpOf({ kind: 'hello' })).toEqual({ method: 'GET', path: '/api/hello' })
  expect(httpOf({ kind: 'command', id: 'i', name: 'post-bill', input: { a: 1 } })).toEqual({
    method: 'POST',
    path: '/api/command/post-bill',
    body: { id: 'i', input: { a: 1 } },
  })
  expect(httpOf({ kind: 'query', name: 'me', input: {} })).toEqual({ method: 'POST', path: '/api/query/me', body: {} })
  expect(httpOf({ kind: 'found', code: 'c', input: 1 })).toEqual({ method: 'POST', path: '/api/found', body: { code: 'c', input: 1 } })
})
test('a refusal with a status of its own is an answer', async () => {
  const fetched = stubFetch({ ok: false, refused: 'not-found', data: {} }, { status: 404 })
  expect(await httpTransport(origin).ask({ kind: 'query', name: 'me', input: {} }, 'T')).toEqual({
    ok: false,
    refused: 'not-found',
    data: {},
  })
  expect(fetched.mock.calls[0]?.[0]).toBe(`${origin}/api/query/me`)
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ authorization: 'Bearer T' })
})
test('no line, and a stranger’s page on the line, both mean that the office is not reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  await expect(httpTransport(origin).ask({ kind: 'hello' }, null)).rejects.toThrow(Unreachable)
  stubFetch('<html>Bad gateway</html>', { status: 502 })
  await expect(httpTransport(origin).ask({ kind: 'hello' }, null)).rejects.toThrow(Unreachable)
})
test('an export asks with its options in base64url and passes a refusal on', async () => {
  const fetched = stubFetch(
    { ok: false, refused: 'not-permitted', data: { permission: 'customer.export' } },
    { headers: { 'content-type': 'application/json' } },
  )
  const answer = await httpTransport(origin).exportList({ list: 'customers', input: { search: '中山?>~' }, language: 'zh' }, 'x.xlsx', 'T')
  expect(answer).toMatchObject({ refused: 'not-permitted' })
  const q = new URL(fetched.mock.calls[0]?.[0] ?? '').searchParams.get('q') ?? ''
  expect(q).toMatch(/^[\w-]+$/)
  const text = new TextDecoder().decode(Uint8Array.from(atob(q.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.codePointAt(0) ?? 0))
  expect(JSON.parse(text)).toEqual({ input: { search: '中山?>~' }, language: 'zh' })
})

class FakeSocket {
  static all: FakeSocket[] = []
  sent: string[] = []
  onopen?: () => void
  onmessage?: (event: { data: string }) => void
  onclose?: (event: { code: number }) => void
  readonly url: string
  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(text)
  }
  close() {
    this.onclose?.({ code: 1000 })
  }
}
test('the token is the first message of the notices line; it comes back after a break and says so', () => {
  vi.useFakeTimers()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  const heard: Notice[] = []
  const transport = httpTransport(origin)
  transport.onNotice((notice) => heard.push(notice))
  transport.attend({ token: 'T' })
  const [first] = FakeSocket.all
  expect(first?.url).toBe('ws://127.0.0.1:7310/api/live')
  first?.onopen?.()
  expect(first?.sent).toEqual(['T'])
  first?.onmessage?.({ data: '{"kind":"changed","tables":["party"]}' })
  first?.onclose?.({ code: 1006 })
  vi.advanceTimersByTime(2_000)
  expect(FakeSocket.all).toHaveLength(2)
  FakeSocket.all[1]?.onopen?.()
  expect(heard).toEqual([
    { kind: 'changed', tables: ['party'] },
    { kind: 'office', state: 'up' },
  ])
  // Without a living session the line stays shut until the next sign-in or unlock.
  FakeSocket.all[1]?.onclose?.({ code: 4401 })
  vi.advanceTimersByTime(60_000)
  expect(FakeSocket.all).toHaveLength(2)
  expect(heard).toHaveLength(3)
  // At the founding nobody has a token, and the hub shuts such lines after a while.
  transport.attend('founding')
  FakeSocket.all[2]?.onopen?.()
  expect(FakeSocket.all[2]?.sent).toEqual([])
  FakeSocket.all[2]?.onclose?.({ code: 4401 })
  vi.advanceTimersByTime(5_000)
  expect(FakeSocket.all).toHaveLength(4)
  transport.attend('nobody')
  vi.advanceTimersByTime(60_000)
  expect(FakeSocket.all).toHaveLength(4)
  vi.useRealTimers()
})

test('a desktop request under way when the office dies is unreachable, not lost', async () => {
  let tell = (_notice: Notice) => {}
  const bridge = {
    ask: () => new Promise<Answer>(() => {}),
    onNotice: (listener: (notice: Notice) => void) => {
      tell = listener
      return () => {}
    },
  } as unknown as TradewindBridge
  const transport = ipcTransport(bridge)
  const asking = transport.ask({ kind: 'hello' }, null)
  tell({ kind: 'office', state: 'down' })
  await expect(asking).rejects.toThrow(Unreachable)
  await expect(transport.ask({ kind: 'hello' }, null)).rejects.toThrow(Unreachable)
})
test('a desktop request that the restart cut off may be sent again', async () => {
  const bridge = {
    ask: () => Promise.resolve<Answer>({ ok: false, fault: 'office-restarted' }),
    onNotice: () => () => {},
  } as unknown as TradewindBridge
  await expect(ipcTransport(bridge).ask({ kind: 'hello' }, null)).rejects.toThrow(Unreachable)
})
