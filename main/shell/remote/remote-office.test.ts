// A desk and its office with a bad line between them: a small proxy that cuts an answer in the middle, or stops to forward as a pulled cable does. Rules D13, D42, D46 of desks.
import { mkdtempSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Notice } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { connectedNow } from '../../access/office-state.ts'
import { openHttp, type HttpServer } from '../../server/http.ts'
import { companyAuthority, officeCertificate } from '../../server/network/company-authority.ts'
import { joinedDesk } from '../../server/testing/joined-desk.ts'
import { testHub, type TestHub } from '../../server/testing/test-hub.ts'
import type { OfficeLink } from '../office-link.ts'
import type { Membership } from './joining.ts'
import { remoteOffice } from './remote-office.ts'

/** Two addresses of the loopback interface: of the office, and of the line to it at the same port, which desks name in what they ask. */
const OFFICE = '127.0.0.2'
const LINE = '127.0.0.3'
const VERSION = '0.0.0-test'

/** The line between a desk and its office. */
type Line = {
  /** Sockets stay open and nothing passes, as with a pulled cable. */
  pull(): void
  plugIn(): void
  /** Each connection is cut after this much more of what the office says. */
  cutAfter(bytes: number): void
  mend(): void
  /** How often it was cut. */
  cuts(): number
  close(): Promise<void>
}
const lineTo = async (port: number): Promise<Line> => {
  let isPulled = false
  let left = Number.POSITIVE_INFINITY
  let cuts = 0
  const both = new Map<Socket, Socket>()
  const server: Server = createServer((desk) => {
    const office = connect({ host: OFFICE, port })
    const said = { bytes: 0 }
    both.set(desk, office)
    for (const socket of [desk, office]) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        // Neither end hears through a pulled cable that the other one is gone.
        if (!isPulled) for (const end of [desk, office]) end.destroy()
        if (desk.destroyed && office.destroyed) both.delete(desk)
      })
      if (isPulled) socket.pause()
    }
    desk.on('data', (part) => {
      said.bytes = 0
      office.write(part)
    })
    office.on('data', (part) => {
      const passes = part.subarray(0, Math.max(0, left - said.bytes))
      said.bytes += part.length
      if (said.bytes <= left) return void desk.write(part)
      cuts += 1
      desk.end(passes, () => desk.destroy())
      return void office.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, LINE, resolve))
  const all = () => [...both].flat()
  return {
    pull: () => {
      isPulled = true
      for (const socket of all()) socket.pause()
    },
    plugIn: () => {
      isPulled = false
      for (const [desk, office] of both)
        if (desk.destroyed || office.destroyed) for (const end of [desk, office]) end.destroy()
        else for (const end of [desk, office]) end.resume()
    },
    cutAfter: (bytes) => void (left = bytes),
    mend: () => void (left = Number.POSITIVE_INFINITY),
    cuts: () => cuts,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of all()) socket.destroy()
      await closed
    },
  }
}

let hub: TestHub
let served: HttpServer
let line: Line
let office: OfficeLink
let token: string
const heard: { at: number; state: 'up' | 'down' }[] = []
const state = () => heard.at(-1)?.state

const joined = (certificate: string, address: string): Membership => {
  const { deskId, secret, token: given } = joinedDesk(hub)
  token = given
  return { address, certificate, deskId, secret, company: '测试公司' }
}

beforeEach(async () => {
  heard.splice(0)
  hub = await testHub()
  const authority = await companyAuthority(hub.database.read.sql, (work) => hub.runner.alone(work), '测试公司', Date.now())
  const { key, cert, names } = await officeCertificate(authority, [OFFICE], Date.now())
  served = await openHttp(hub.door, {
    releases: hub.releases,
    listeners: [{ host: OFFICE, port: 0, tls: { key, cert, names } }],
    pages: mkdtempSync(path.join(hub.database.folder, 'pages-')),
    temporary: path.join(hub.database.folder, 'temporary'),
    version: VERSION,
    fault: (_id, _what, error) => void hub.faults.push(String(error)),
  })
  const port = Number(new URL(served.addresses[0]!).port)
  line = await lineTo(port)
  const notice = (given: Notice) =>
    void (given.kind === 'office' && heard.push({ at: performance.now(), state: given.state as 'up' | 'down' }))
  office = remoteOffice(joined(authority.certificate, `${LINE}:${port}`), VERSION, {
    notice,
    excluded: () => hub.faults.push('excluded'),
  })
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
