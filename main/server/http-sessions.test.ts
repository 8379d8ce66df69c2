// Signing in and what ends a session, over raw HTTP and the notices socket (SEC31–36).
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type * as password from '../access/password.ts'
import { CODE, OWNER, testHub, type TestHub } from './testing/test-hub.ts'

/** Argon2id takes its time on purpose; here it is computed only where it is what the test is about. */
const counted = vi.hoisted(() => ({ verified: 0, real: false }))
vi.mock('../access/password.ts', async (original) => {
  const real = await original<typeof password>()
  const plain = (given: string) => `plain ${createHash('sha256').update(given).digest('hex')}`
  return {
    ...real,
    hashPassword: async (given: string) => (counted.real ? real.hashPassword(given) : plain(given)),
    verifyPassword: async (given: string, hash: string) => {
      counted.verified += 1
      return counted.real ? real.verifyPassword(given, hash) : plain(given) === hash
    },
  }
})

let hub: TestHub
beforeAll(async () => {
  hub = await testHub({ anew: true })
})
afterAll(() => hub.close())

const me = async (token: string) => (await hub.post('/api/query/me', {}, token)).status
const command = async (name: string, input: unknown, token: string, on = hub) => {
  const answer = await on.post(`/api/command/${name}`, { id: newId(), input }, token)
  if (!answer.body.ok) throw new Error(`${name}: ${answer.text}`)
  return answer.body.value as Record<string, unknown>
}
/** A live socket of a token: what it hears, and with which code it was closed. */
const listen = async (token: string) => {
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/api/live`)
  const heard: string[] = []
  const closed = new Promise<{ code: number; after: number }>((resolve) => {
    let opened = performance.now()
    socket.onopen = () => ((opened = performance.now()), socket.send(token))
    socket.onclose = (event) => resolve({ code: event.code, after: performance.now() - opened })
  })
  socket.onmessage = (event) => heard.push(String(event.data))
  await vi.waitFor(() => expect(socket.readyState).not.toBe(WebSocket.CONNECTING), 30_000)
  return { heard, closed, close: () => socket.close() }
}
/** Somebody with a password, made by the owner as in life. */
const somebody = async (owner: string, login: string, role: 'salesperson' | 'auditor' = 'salesperson') => {
  const id = newId()
  const person = {
    id,
    login,
    name: login,
    nameEn: '',
    email: '',
    phone: '',
    departmentId: null,
    roleIds: [hub.roleIds[role]],
    language: 'zh',
  }
  await command('create-user', { ...person, password: `long-enough-${login}` }, owner)
  return { person, login: { user: login, password: `long-enough-${login}` } }
}

describe('[SEC36] the first owner', () => {
  it('needs the code of the hub’s own screen; nothing else works before', async () => {
    const fresh = await testHub({ founded: false })
    try {
      const input = {
        company: { name: 'x' },
        owner: { id: newId(), login: 'thief', name: 'Thief', password: 'long-enough-password', language: 'zh' },
      }
      for (const code of ['', 'WRONG', CODE.slice(1)]) {
        expect((await fresh.post('/api/found', { code, input })).body).toEqual({ ok: false, refused: 'setup-code-wrong', data: {} })
        expect((await fresh.post('/api/found-demonstration', { code })).status).toBe(403)
      }
      expect((await fresh.post('/api/login', { user: 'admin', password: 'admin' })).status).toBe(401)
      expect((await fresh.post('/api/command/found-company', { id: newId(), input })).status).toBe(401)
      expect(fresh.database.read.sql.prepare('SELECT count(*) AS n FROM user').get()).toEqual({ n: 0 })
    } finally {
      await fresh.close()
    }
  })

  it('comes once: a founded company is not founded again, not even with the code, not even by its owner', async () => {
    const token = await hub.signIn()
    expect((await hub.post('/api/found', { code: CODE, input: {} })).status).toBe(409)
    expect((await hub.post('/api/found-demonstration', { code: CODE })).status).toBe(409)
    expect((await hub.post('/api/command/found-company', { id: newId(), input: {} }, token)).status).toBe(409)
  })
})

describe('[SEC33] tokens', () => {
  it('are 256 random bits, never the same, and stand in the database as hashes only', async () => {
    const tokens = [await hub.signIn(), await hub.signIn()]
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) {
      expect(Buffer.from(token, 'base64url').length).toBe(32)
      hub.database.write.pragma('wal_checkpoint(TRUNCATE)')
      expect(readFileSync(hub.database.file).includes(token)).toBe(false)
      expect(readFileSync(hub.database.file).includes(OWNER.password)).toBe(false)
    }
  })

  it('are refused when wrong, cut, absent or of another kind', async () => {
    const token = await hub.signIn()
    const wrong: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${token.slice(0, -1)}x` },
      { authorization: `Bearer ${token.slice(0, 20)}` },
      { authorization: `Basic ${token}` },
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${"' OR 1=1 --".repeat(3)}` },
      { cookie: `token=${token}` },
    ]
    for (const headers of wrong)
      expect((await hub.request('POST', '/api/query/me', { body: {}, headers })).body).toEqual({
        ok: false,
        refused: 'signed-out',
        data: {},
      })
    expect((await hub.request('POST', `/api/query/me?token=${token}`, { body: {} })).status).toBe(401)
    expect(await me(token)).toBe(200)
  })

  it('lock after the idle time and end after twelve hours, by the hub’s own clock', async () => {
    const minutes = (n: number) => (hub.clock.at = new Date(Date.parse('2026-05-01T00:00:00Z') + n * 60_000).toISOString())
    try {
      minutes(0)
      const token = await hub.signIn()
      minutes(14)
      expect(await me(token)).toBe(200)
      minutes(28)
      expect(await me(token)).toBe(200)
      minutes(44)
      expect((await hub.post('/api/query/me', {}, token)).body).toEqual({ ok: false, refused: 'session-locked', data: {} })
      expect((await hub.post('/api/command/remember', { id: newId(), input: { key: 'k', value: 'v' } }, token)).status).toBe(401)
      expect((await hub.request('GET', '/api/export/customers', { token })).status).toBe(401)
      expect((await hub.post('/api/unlock', { password: 'wrong-password' }, token)).status).toBe(401)
      expect((await hub.post('/api/unlock', { password: OWNER.password }, token)).status).toBe(200)
      expect(await me(token)).toBe(200)
      for (let m = 50; m < 12 * 60; m += 10) {
        minutes(m)
        expect(await me(token)).toBe(200)
      }
      minutes(12 * 60)
      expect((await hub.post('/api/query/me', {}, token)).body).toEqual({ ok: false, refused: 'signed-out', data: {} })
      expect((await hub.post('/api/unlock', { password: OWNER.password }, token)).status).toBe(401)
    } finally {
      hub.clock.at = null
    }
  })
})

describe('[SEC34] a session ends at once, and its live socket with it', () => {
  /** Within a second: 401 for requests, 4401 for the socket. */
  const ended = async (token: string, live: Awaited<ReturnType<typeof listen>>) => {
    const from = performance.now()
    expect(await me(token)).toBe(401)
    expect((await live.closed).code).toBe(4401)
    expect(performance.now() - from).toBeLessThan(1000)
  }

  it('when its user signs out; other sessions of the user go on', async () => {
    const [token, other] = [await hub.signIn(), await hub.signIn()]
    const live = await listen(token)
    expect((await hub.post('/api/logout', {}, token)).status).toBe(200)
    await ended(token, live)
    expect(await me(other)).toBe(200)
    expect((await hub.post('/api/logout', {}, token)).status).toBe(401)
  })

  it('answers behind the lock how many things wait, and nothing more; asking keeps no session awake', async () => {
    const token = await hub.signIn()
    expect((await hub.post('/api/lock', {}, token)).status).toBe(200)
    expect((await hub.post('/api/query/bell-count', {}, token)).body).toEqual({
      ok: true,
      value: { unread: 0, newestAt: null, seenAt: '' },
    })
    expect((await hub.post('/api/query/bell', {}, token)).body).toMatchObject({ ok: false, refused: 'session-locked' })
    expect((await hub.post('/api/query/me', {}, token)).body).toMatchObject({ ok: false, refused: 'session-locked' })
    expect((await hub.post('/api/query/bell-count', {}, 'nobody')).status).toBe(401)
  })

  it('when it is locked: the socket is closed, requests wait for the password', async () => {
    const token = await hub.signIn()
    const live = await listen(token)
    expect((await hub.post('/api/lock', {}, token)).status).toBe(200)
    await ended(token, live)
  })

  it('when the user is switched off, gets another role, or another password', async () => {
    const owner = await hub.signIn()
    const { person, login } = await somebody(owner, 'wang')
    const edit = (changes: object, revision: number) => command('edit-user', { ...person, active: true, revision, ...changes }, owner)
    const signIn = async () => (await hub.post('/api/login', login)).status
    const steps: [string, () => Promise<unknown>][] = [
      ['role', () => edit({ roleIds: [hub.roleIds.auditor] }, 1)],
      ['off', () => edit({ roleIds: [hub.roleIds.auditor], active: false }, 2)],
      ['password', () => command('reset-password', { userId: person.id, password: 'another-long-one' }, owner)],
    ]
    for (const [what, step] of steps) {
      const token = await hub.signIn(login)
      const live = await listen(token)
      expect([what, await me(token)]).toEqual([what, 200])
      await step()
      await ended(token, live)
      const isOff = what === 'off'
      expect([what, isOff && (await signIn())]).toEqual([what, isOff && 401])
      if (isOff) await edit({ roleIds: [hub.roleIds.auditor], active: true }, 3)
    }
    expect((await hub.post('/api/login', login)).status).toBe(401)
    const token = await hub.signIn({ user: 'wang', password: 'another-long-one' })
    const live = await listen(token)
    await command('change-own-password', { current: 'another-long-one', password: 'a-third-long-one' }, token)
    await ended(token, live)
  })

  it('a role that is changed counts for the very next request', async () => {
    const owner = await hub.signIn()
    const roleId = newId()
    await command(
      'create-role',
      { id: roleId, name: '看客户', nameEn: '', permissions: ['customer.view'], scopes: { customer: 'all' } },
      owner,
    )
    const { person } = await somebody(owner, 'li')
    await command('edit-user', { ...person, roleIds: [roleId], active: true, revision: 1 }, owner)
    const token = await hub.signIn({ user: 'li', password: 'long-enough-li' })
    const list = async () => (await hub.post('/api/query/customers', { params: {} }, token)).status
    expect(await list()).toBe(200)
    await command('edit-role', { id: roleId, revision: 1, name: '看客户', nameEn: '', permissions: ['vendor.view'], scopes: {} }, owner)
    expect(await list()).toBe(403)
  })

  it('a socket without a living session hears nothing and is closed', async () => {
    const owner = await hub.signIn()
    const stranger = await listen('not-a-token-of-anybody')
    expect((await stranger.closed).code).toBe(4401)
    const silent = new WebSocket(`ws://127.0.0.1:${hub.port}/api/live`)
    const heard: unknown[] = []
    silent.onmessage = (event) => heard.push(event.data)
    const live = await listen(owner)
    await command('choose-language', { language: 'zh' }, owner)
    await command('create-department', { id: newId(), name: '新部', nameEn: '', parentId: null }, owner)
    await vi.waitFor(
      () =>
        expect(live.heard.map((h) => JSON.parse(h))).toContainEqual({ kind: 'changed', tables: expect.arrayContaining(['department']) }),
      30_000,
    )
    expect(heard).toEqual([])
    expect(live.heard.join()).not.toContain('新部') // notices name tables, they carry no data
    silent.close()
    live.close()
  })
})

it('[U44] a live socket has its token to say, once: who says more is let go', async () => {
  const token = await hub.signIn()
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/api/live`)
  const closed = new Promise<number>((resolve) => (socket.onclose = (event) => resolve(event.code)))
  await new Promise((resolve) => (socket.onopen = resolve))
  socket.send(token)
  socket.send(token)
  expect(await closed).toBe(4401)
})

describe('[SEC31] [SEC32] guessing', () => {
  it('a thousand guesses at one name verify a handful; the rest waits, and the owner can still get in', async () => {
    const owner = await hub.signIn()
    await somebody(owner, 'zhou')
    hub.clock.at = '2026-06-01T00:00:00.000Z'
    counted.verified = 0
    try {
      for (let i = 0; i < 40; i++)
        await Promise.all(Array.from({ length: 25 }, (_, n) => hub.post('/api/login', { user: 'zhou', password: `guess-${i}-${n}` })))
      expect(counted.verified).toBeGreaterThan(0)
      expect(counted.verified).toBeLessThanOrEqual(30)
      const refused = (await hub.post('/api/login', { user: 'zhou', password: 'long-enough-zhou' })).body as {
        data: { retryAfterSeconds: number }
      }
      expect(refused.data.retryAfterSeconds).toBeGreaterThan(0)
      hub.clock.at = '2026-06-01T00:05:01.000Z'
      await hub.signIn({ user: 'zhou', password: 'long-enough-zhou' })
      await hub.signIn()
    } finally {
      hub.clock.at = null
    }
  })

  it('[U6] a thousand guesses at the own password by who sits at an open desk verify no more, and stand in the trail; sign-in waits with them', async () => {
    const owner = await hub.signIn()
    const { person, login } = await somebody(owner, 'sun')
    hub.clock.at = new Date().toISOString()
    const token = await hub.signIn(login)
    const at = Date.parse(hub.clock.at)
    const change = (current: string) =>
      hub.post('/api/command/change-own-password', { id: newId(), input: { current, password: 'another calm harbour' } }, token)
    counted.verified = 0
    try {
      for (let i = 0; i < 40; i++) await Promise.all(Array.from({ length: 25 }, (_, n) => change(`guess-${i}-${n}`)))
      expect(counted.verified).toBeGreaterThan(0)
      expect(counted.verified).toBeLessThanOrEqual(30)
      const waiting = (await change(login.password)).body as { refused: string; data: { retryAfterSeconds: number } }
      expect([waiting.refused, waiting.data.retryAfterSeconds > 0]).toEqual(['sign-in-failed', true])
      expect((await hub.post('/api/login', login)).status).toBe(401)
      const trail = hub.database.read.sql
        .prepare(
          "SELECT count(*) AS n, max(input) AS input FROM audit WHERE kind = 'refusal' AND name = 'change-own-password' AND userId = ?",
        )
        .get(person.id)
      expect(trail).toEqual({ n: 1001, input: null })
      hub.clock.at = new Date(at + 301_000).toISOString()
      expect((await change(login.password)).status).toBe(200)
      expect((await hub.post('/api/login', { ...login, password: 'another calm harbour' })).status).toBe(200)
    } finally {
      hub.clock.at = null
    }
  })

  it('a thousand guesses at a thousand names from one device verify no more; half a minute later its people get in', async () => {
    hub.clock.at = '2026-06-02T00:00:00.000Z'
    counted.verified = 0
    try {
      for (let i = 0; i < 40; i++)
        await Promise.all(
          Array.from({ length: 25 }, (_, n) => hub.post('/api/login', { user: `name-${i}-${n}`, password: 'the-same-for-all' })),
        )
      expect(counted.verified).toBeGreaterThan(0)
      expect(counted.verified).toBeLessThanOrEqual(30)
      hub.clock.at = '2026-06-02T00:00:31.000Z'
      await hub.signIn()
    } finally {
      hub.clock.at = null
    }
  })

  it('[U35] who has signed in from here gets in at the first try, whoever guesses from here meanwhile, at names that are known here too', async () => {
    hub.clock.at = '2026-06-03T00:00:00.000Z'
    const owner = await hub.signIn()
    const { login } = await somebody(owner, 'chen')
    await hub.signIn(login)
    const { login: other } = await somebody(owner, 'lin')
    await hub.signIn(other)
    const names = [other.user, 'nobody', ...Array.from({ length: 23 }, (_, n) => `name${n}`)]
    const guesses = () => Promise.all(names.map((user) => hub.post('/api/login', { user, password: 'guess' })))
    counted.verified = 0
    for (let n = 0; n < 4; n++) {
      const guessing = guesses()
      expect((await hub.post('/api/login', login)).status).toBe(200)
      expect((await guessing).map((a) => a.status)).toEqual(names.map(() => 401))
    }
    expect(counted.verified).toBeLessThanOrEqual(4 + 30 + 5)
    // Another password is set: the waiting of guesses is over for the user, here too.
    for (let n = 0; n < 8; n++) await hub.post('/api/login', { user: 'chen', password: 'guess' })
    expect((await hub.post('/api/login', login)).status).toBe(401)
    const { id } = hub.database.read.sql.prepare("SELECT id FROM user WHERE login = 'chen'").get() as { id: string }
    await command('reset-password', { userId: id, password: 'another-harbour-12' }, owner)
    expect((await hub.post('/api/login', { user: 'chen', password: 'another-harbour-12' })).status).toBe(200)
    hub.clock.at = null
  })

  it('[U34] [SEC33] a clock a year ahead: its sessions end and its waits are short when it is put right; work goes on', async () => {
    const right = '2026-06-04T00:00:00.000Z'
    const year = new Date(Date.parse(right) + 365 * 24 * 3600_000).toISOString()
    hub.clock.at = right
    const owner = await hub.signIn()
    const { login } = await somebody(owner, 'gao')
    hub.clock.ticks = Date.parse(right)
    try {
      hub.clock.at = year
      const token = await hub.signIn(login)
      expect(await me(token)).toBe(200)
      for (let n = 0; n < 8; n++) await hub.post('/api/login', { user: 'gao', password: 'guess' })
      hub.clock.at = right
      hub.clock.ticks += 1000
      expect((await hub.post('/api/query/me', {}, token)).body).toMatchObject({ refused: 'signed-out' })
      const answer = (await hub.post('/api/login', login)).body
      expect(answer).toMatchObject({ ok: true })
      // A jump forward under an open session locks it, as any hour that nobody worked.
      const open = (answer as { value: { token: string } }).value.token
      hub.clock.at = new Date(Date.parse(right) + 3000).toISOString()
      expect(await me(open)).toBe(200)
      hub.clock.at = new Date(Date.parse(right) + 3600_000).toISOString()
      expect((await hub.post('/api/query/me', {}, open)).body).toMatchObject({ refused: 'session-locked' })
    } finally {
      hub.clock.at = null
      hub.clock.ticks = null
    }
  })

  it('an unknown name and a wrong password get the same answer after the same work', async () => {
    const owner = await hub.signIn()
    counted.real = true
    try {
      await somebody(owner, 'known')
      const times: Record<string, number[]> = { known: [], unknown: [] }
      const answers: Record<string, string[]> = { known: [], unknown: [] }
      for (let i = 0; i < 5; i++)
        for (const user of i % 2 === 0 ? ['known', 'unknown'] : ['unknown', 'known']) {
          const before = counted.verified
          const from = process.cpuUsage()
          const answer = await hub.post('/api/login', { user, password: 'a-wrong-password' })
          const { user: ours, system } = process.cpuUsage(from)
          times[user]!.push(ours + system)
          answers[user]!.push(`${answer.status} ${answer.text} ${counted.verified - before}`)
        }
      expect(answers['unknown']).toEqual(answers['known'])
      expect(answers['known']![0]).toBe('401 {"ok":false,"refused":"sign-in-failed","data":{"retryAfterSeconds":0}} 1')
      // Work, not waiting, and the quickest of each: what a busy machine adds is no part of it.
      const [known, unknown] = [Math.min(...times['known']!), Math.min(...times['unknown']!)]
      expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.5)
    } finally {
      counted.real = false
    }
  })

  it('[SEC49] [SEC50] every sign-in and failure stands in the audit trail, without its password', async () => {
    const owner = await hub.signIn()
    const { body } = await hub.post('/api/query/audit', { params: {}, limit: 200 }, owner)
    const rows = (body as { value: { rows: { kind: string }[] } }).value.rows
    const kinds = new Set(rows.map((r) => r.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['sign-in', 'sign-in-failed']))
    const everything =
      JSON.stringify(hub.database.read.sql.prepare('SELECT * FROM audit').all()) +
      JSON.stringify(hub.database.read.sql.prepare('SELECT * FROM change').all())
    for (const secret of [OWNER.password, 'long-enough-wang', 'another-long-one', 'a-third-long-one', 'a-wrong-password', owner])
      expect(everything).not.toContain(secret)
    expect(hub.faults.join()).toBe('')
    const verified = await hub.post('/api/query/audit-verification', {}, owner)
    expect(verified.body).toMatchObject({ ok: true, value: { broken: null } })
  })
})
