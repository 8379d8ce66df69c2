// A desk and its office with a bad line between them. Rules D13, D42, D46 of desks.
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Notice } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { connectedNow } from '../../access/office-state.ts'
import { secureHub, type SecureHub } from '../../server/testing/secure-hub.ts'
import { testHub, type TestHub } from '../../server/testing/test-hub.ts'
import type { OfficeLink } from '../office-link.ts'
import { remoteOffice } from './remote-office.ts'
import { lineTo, type Line } from './testing/line.ts'

const VERSION = '0.0.0-test'

let hub: TestHub
let served: SecureHub
let line: Line
let office: OfficeLink
let token: string
const heard: { at: number; state: 'up' | 'down' }[] = []
const state = () => heard.at(-1)?.state

beforeEach(async () => {
  heard.splice(0)
  hub = await testHub()
  served = await secureHub(hub, '127.0.0.2')
  line = await lineTo(served.address)
  const notice = (given: Notice) =>
    void (given.kind === 'office' && heard.push({ at: performance.now(), state: given.state as 'up' | 'down' }))
  const joined = served.joined(line.address)
  token = joined.token
  office = remoteOffice(joined.membership, VERSION, { notice, excluded: () => hub.faults.push('excluded') })
  await expect.poll(state).toBe('up')
  expect(await ask()).toMatchObject({ ok: true })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await office.stop()
  await line.close()
  await served.close()
  await hub.close()
  expect(hub.faults).toEqual([])
})

const ask = () => office.ask({ kind: 'query', name: 'me', input: {} }, token)

it('[D13] a command whose answer was cut in the middle is done once, and answered when it is sent again under its id', async () => {
  const [id, categoryId] = [newId(), newId()]
  const input = { id: categoryId, name: 'Cut', nameZh: '断线', parentId: null }
  const send = () => office.ask({ kind: 'command', id, name: 'create-category', input }, token)
  const done = () => hub.database.read.sql.prepare('SELECT count(*) AS n FROM audit WHERE commandId = ?').get(id)
  line.cutAfter(100)
  expect(await send()).toEqual({ ok: false, fault: 'unreachable' })
  expect(line.cuts()).toBeGreaterThan(0)
  // Done it is: only its answer was lost.
  expect(done()).toEqual({ n: 1 })
  line.mend()
  const answer = await send()
  expect(answer).toMatchObject({ ok: true, value: { id: categoryId } })
  expect(await send()).toEqual(answer)
  expect(done()).toEqual({ n: 1 })
})

it('[D13] a pulled cable is noticed within eight seconds, who waits for an answer is told, and the office is back within five after it is plugged in', async () => {
  line.pull()
  const pulled = performance.now()
  const waiting = ask()
  await expect.poll(state, { interval: 20 }).toBe('down')
  expect(heard.at(-1)!.at - pulled).toBeLessThan(8000)
  expect(await waiting).toEqual({ ok: false, fault: 'unreachable' })
  expect(performance.now() - pulled).toBeLessThan(12_000)
  // Long enough for a look at the office to come to nothing.
  await rest(4000)
  expect(state()).toBe('down')
  line.plugIn()
  const plugged = performance.now()
  await expect.poll(state, { interval: 20 }).toBe('up')
  expect(heard.at(-1)!.at - plugged).toBeLessThan(5000)
  expect(await ask()).toMatchObject({ ok: true })
})

it('[D13] an office that is slow to say hello is not away while it says anything else', async () => {
  const answers = hub.door.ask.bind(hub.door)
  const helloes: number[] = []
  vi.spyOn(hub.door, 'ask').mockImplementation(async (request, caller) => {
    if ((request as { kind: string }).kind === 'hello') {
      helloes.push(performance.now())
      await rest(4000)
    }
    return answers(request, caller)
  })
  // An answer that is cut makes the desk look whether the office is there; the socket of notices stays.
  line.cutAfter(100)
  expect(await ask()).toEqual({ ok: false, fault: 'unreachable' })
  line.mend()
  await expect.poll(() => helloes.length).toBeGreaterThan(1)
  expect(heard.map((one) => one.state)).toEqual(['up'])
  expect(await ask()).toMatchObject({ ok: true })
})

it('[D42] a desk whose cable is pulled is not counted as connected for longer than twenty seconds', async () => {
  const desks = () => connectedNow().desks.size
  await expect.poll(desks).toBe(1)
  line.pull()
  const pulled = performance.now()
  await expect.poll(desks, { interval: 50, timeout: 30_000 }).toBe(0)
  expect(performance.now() - pulled).toBeLessThan(22_000)
  line.plugIn()
  await expect.poll(desks).toBe(1)
})

it('[D46] a pulled cable is noticed also by a desk whose clock was set back', async () => {
  const now = new Date().toISOString()
  Object.assign(hub.clock, { at: now, ticks: Date.parse(now) })
  const real = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => real() - 3_600_000)
  line.pull()
  const pulled = performance.now()
  await expect.poll(state, { interval: 20, timeout: 20_000 }).toBe('down')
  expect(heard.at(-1)!.at - pulled).toBeLessThan(8000)
  line.plugIn()
  await expect.poll(state, { interval: 20 }).toBe('up')
})
