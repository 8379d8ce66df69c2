// Sessions and signing in: tokens, their ends, and how slowly a guesser gets on.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Sql } from '../../db/open.ts'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { Refused } from '../../preload/contract/refusals.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import * as passwords from './password.ts'
import { deviceTries } from './login-throttle.ts'
import { endSession, endSessionsOf, openSession, sessionOf, touchSession } from './sessions.ts'
import { checkPassword } from './sign-in.ts'

/** As costly as today's, so that nothing is made anew. */
const hashOf = (password: string) => `$argon2id$v=19$m=19456,t=4,p=1$of$${password}`
// Argon2id itself is proven in password.test.ts; here only who is verified and how often counts, on a clock that the test turns.
const verified = vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (password, hash) => hash === hashOf(password))

let database: TestDatabase
let userId = ''
let clock = 0
const now = () => new Date(Date.UTC(2026, 2, 2) + clock * 1000).toISOString()
const write = async (work: (sql: Sql) => unknown): Promise<boolean> => {
  work(database.write.sql)
  return true
}
const clocks = { now, ticks: () => clock * 1000 }
/** Another device each time, unless one is told: here only what a name's own tries do counts. */
let devices = 0
const signIn = (login: string, password: string, device = `pc ${++devices}`) =>
  checkPassword({ read: database.read, write, clock: clocks, devices: deviceTries(clocks) }, device, login, password)
const refusalOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt
    return 'let in'
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
let count = 0
let login = ''
beforeEach(() => {
  clock = 0
  verified.mockClear()
  userId = newId()
  login = `zhou${++count}`
  const tx = writableDb(database.write, 0)
  tx.put('user', {
    id: userId,
    login,
    name: '周',
    nameEn: '',
    email: '',
    phone: '',
    departmentId: null,
    language: 'zh',
    active: 1,
    createdAt: now(),
    revision: 1,
  })
  tx.put('credential', { userId, hash: hashOf('right'), failures: 0, waitUntil: null })
})

test('[U20] [Q8] a sign-in name is one in every form; of two that look alike since before, each is found as it was typed', async () => {
  for (const typed of [login, login.toUpperCase(), ` ${login} `, login.replace('zhou', 'ｚｈｏｕ'), `zh\u200B${login.slice(2)}`])
    expect([typed, await signIn(typed, 'right')]).toEqual([typed, userId])
  const tx = writableDb(database.write, 0)
  const twin = newId()
  tx.put('user', { ...tx.row('user', userId)!, id: twin, login: login.replace('zhou', 'ｚｈｏｕ') })
  tx.put('credential', { userId: twin, hash: hashOf('another'), failures: 0, waitUntil: null })
  expect(await signIn(login, 'right')).toBe(userId)
  expect(await signIn(login.replace('zhou', 'ｚｈｏｕ'), 'another')).toBe(twin)
  // One kept in full width is found by plain letters when nobody else has them.
  tx.patch('user', userId, { login: `other${login}` })
  expect(await signIn(login, 'another')).toBe(twin)
})

test('[SEC29] a hash made cheaper than today’s is made anew by who signs in with the right password, and by nobody else', async () => {
  const stored = () => (database.write.sql.prepare('SELECT hash FROM credential WHERE userId = ?').get(userId) as { hash: string }).hash
  const keep = (hash: string) => database.write.sql.prepare('UPDATE credential SET hash = ? WHERE userId = ?').run(hash, userId)
  const strong = '$argon2id$v=19$m=19456,t=4,p=1$c2FsdA$aGFzaA'
  const hashed = vi.spyOn(passwords, 'hashPassword').mockImplementation(async () => strong)
  verified.mockImplementation(async (password) => password === 'right')
  const weak = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA'
  for (const old of [weak, '$argon2id$v=19$m=12288,t=4,p=1$c2FsdA$aGFzaA', '$argon2i$v=19$m=65536,t=9,p=1$c2FsdA$aGFzaA']) {
    keep(old)
    await refusalOf(signIn(login, 'wrong'))
    expect(stored()).toBe(old)
    expect(await signIn(login, 'right')).toBe(userId)
    expect(stored()).toBe(strong)
  }
  expect(hashed).toHaveBeenCalledTimes(3)
  await signIn(login, 'right')
  keep('$argon2id$v=19$m=65536,t=4,p=2$c2FsdA$aGFzaA')
  await signIn(login, 'right')
  expect(hashed).toHaveBeenCalledTimes(3)
  // A password changed while the new hash was being made stays.
  keep(weak)
  hashed.mockImplementation(async () => (keep('of the new password'), strong))
  await signIn(login, 'right')
  expect(stored()).toBe('of the new password')
  hashed.mockRestore()
  verified.mockImplementation(async (password, hash) => hash === hashOf(password))
})

test('[U3] signs in with the right password, whatever the case of the name', async () => {
  expect(await signIn(` ${login.toUpperCase()} `, 'right')).toBe(userId)
})

test('[U3] [SEC31] of 1,000 guesses, one a second, at most 30 are verified; the owner gets in after the waiting', async () => {
  for (let n = 0; n < 1000; n++) {
    clock++
    expect(await refusalOf(signIn(login, `guess ${n}`))).toMatchObject({ refused: 'sign-in-failed' })
  }
  expect(verified.mock.calls.length).toBeGreaterThan(5)
  expect(verified.mock.calls.length).toBeLessThanOrEqual(30)
  clock += 300
  expect(await signIn(login, 'right')).toBe(userId)
  // The count starts anew after a success.
  expect(await refusalOf(signIn(login, 'wrong'))).toEqual({ refused: 'sign-in-failed', data: { retryAfterSeconds: 0 } })
})

test('[SEC31] 1,000 guesses at the same moment get no further', async () => {
  await Promise.all(Array.from({ length: 1000 }, (_, n) => refusalOf(signIn(login, `guess ${n}`))))
  expect(verified.mock.calls.length).toBeLessThanOrEqual(30)
})

test('[SEC29] fifty people with the right password at the same moment all get in', async () => {
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => signIn(login, 'right'))))).toEqual(new Set([userId]))
})

test('[U3] [SEC32] an unknown user is answered like a wrong password, try after try, and verified as often', async () => {
  const answers = async (name: string) => {
    const given: unknown[] = []
    clock = 0
    verified.mockClear()
    for (let n = 0; n < 12; n++) {
      given.push(await refusalOf(signIn(name, `guess ${n}`)))
      if (n > 8) clock += 40
    }
    return { given, verified: verified.mock.calls.length }
  }
  const known = await answers(login)
  const unknown = await answers(`nobody${count}`)
  expect(unknown).toEqual(known)
  expect(known.given.at(-1)).toMatchObject({ data: { retryAfterSeconds: expect.any(Number) } })
})

test('[SEC32] a user who is switched off is answered like a wrong password', async () => {
  writableDb(database.write, 0).patch('user', userId, { active: 0 })
  expect(await refusalOf(signIn(login, 'right'))).toEqual({ refused: 'sign-in-failed', data: { retryAfterSeconds: 0 } })
})

const session = (token: string | null, minutes = 15, unlocking = false) =>
  sessionOf(database.read, token, clocks, minutes, new Map(), unlocking)
const outcome = (work: () => unknown) => {
  try {
    work()
    return 'open'
  } catch (error) {
    return error instanceof Refused ? error.refusal.refused : error
  }
}

test('[U4] [SEC33] a token has 256 bits and stands nowhere in the database', () => {
  const { token } = openSession(database.write, userId, 'desk', now())
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(session(token).userId).toBe(userId)
  expect(JSON.stringify(database.read.sql.prepare('SELECT * FROM session').all())).not.toContain(token)
})

test('[U4] [SEC33] a session locks after the idle time and ends after twelve hours, used or not', () => {
  const { token } = openSession(database.write, userId, 'desk', now())
  clock = 15 * 60
  expect(outcome(() => session(token))).toBe('open')
  clock++
  expect(outcome(() => session(token))).toBe('session-locked')
  expect(outcome(() => session(token, 15, true))).toBe('open')
  touchSession(database.write.sql, session(token, 15, true).tokenHash, now())
  expect(outcome(() => session(token))).toBe('open')
  clock = 12 * 3600 - 1
  touchSession(database.write.sql, session(token, 15, true).tokenHash, now())
  expect(outcome(() => session(token))).toBe('open')
  clock++
  expect(outcome(() => session(token, 15, true))).toBe('signed-out')
  expect([outcome(() => session(null)), outcome(() => session('nonsense'))]).toEqual(['signed-out', 'signed-out'])
})

test('[SEC34] signing out ends one session, ending a user’s sessions all but the one excepted', () => {
  const [a, b, c] = [1, 2, 3].map(() => openSession(database.write, userId, 'desk', now()).token)
  endSession(database.write.sql, session(a!).tokenHash)
  expect([a, b, c].map((t) => outcome(() => session(t!)))).toEqual(['signed-out', 'open', 'open'])
  endSessionsOf(database.write.sql, userId, session(b!).tokenHash)
  expect([a, b, c].map((t) => outcome(() => session(t!)))).toEqual(['signed-out', 'open', 'signed-out'])
  endSessionsOf(database.write.sql, userId)
  expect(outcome(() => session(b!))).toBe('signed-out')
})

const YEAR = 365 * 24 * 3600
test('[U34] [SEC33] a session opened under a clock ahead is over when the clock is right, and lives no longer than its hours by any clock', () => {
  for (const ahead of [120, 3600, 13 * 3600, YEAR]) {
    clock = ahead
    const { token } = openSession(database.write, userId, 'desk', now())
    clock = 0
    expect([ahead, outcome(() => session(token))]).toEqual([ahead, 'signed-out'])
    // What is opened next sweeps it away: it does not come to life when its time comes.
    openSession(database.write, userId, 'desk', now())
    clock = ahead
    expect([ahead, outcome(() => session(token))]).toEqual([ahead, 'signed-out'])
  }
  // A clock that is put right by some seconds signs nobody out.
  clock = 30
  const { token } = openSession(database.write, userId, 'desk', now())
  clock = 0
  expect(outcome(() => session(token))).toBe('open')
  // Set back by hours and hours, the clock on the wall prolongs nothing: the other one has counted.
  const known = session(token)
  const moments = { seenAt: now(), seenTicks: 0, beganTicks: 0 }
  const at = (ticks: number) =>
    outcome(() => sessionOf(database.read, token, { now, ticks: () => ticks }, 24 * 60, new Map([[known.tokenHash, moments]])))
  expect([at(12 * 3600_000 - 1), at(12 * 3600_000)]).toEqual(['open', 'signed-out'])
})

test('[U34] [SEC33] idle by either clock: set back it locks all the same, asleep too; what was last seen in the future is locked', () => {
  const { token } = openSession(database.write, userId, 'desk', now())
  const { tokenHash } = session(token)
  clock = 3600
  const after = (wall: number, minutes: number, remembered = true) => {
    const moments = { seenAt: now(), seenTicks: 0, beganTicks: 0 }
    clock += wall * 60
    const clocks = { now, ticks: () => minutes * 60_000 }
    const found = outcome(() => sessionOf(database.read, token, clocks, 15, new Map(remembered ? [[tokenHash, moments]] : [])))
    clock -= wall * 60
    return found
  }
  expect([after(14, 14), after(-30, 14), after(-30, 16), after(16, 0), after(16, 16)]).toEqual([
    'open',
    'open',
    'session-locked',
    'session-locked',
    'session-locked',
  ])
  touchSession(database.write.sql, tokenHash, new Date(Date.parse(now()) + YEAR * 1000).toISOString())
  expect(after(0, 0, false)).toBe('session-locked')
})

test('[U34] [SEC31] nobody waits longer than five minutes from now, whatever the clock was when the waiting began', async () => {
  clock = YEAR
  for (let n = 0; n < 20; n++) await refusalOf(signIn(login, `guess ${n}`))
  clock = 0
  const waits = async () => ((await refusalOf(signIn(login, 'wrong'))) as { data: { retryAfterSeconds: number } }).data.retryAfterSeconds
  expect(await waits()).toBeLessThanOrEqual(300)
  clock = 300
  expect(await signIn(login, 'right')).toBe(userId)
})

test('[U35] tries from a device that the user has signed in from count by themselves: guesses from elsewhere keep nobody out, nor the other way round', async () => {
  openSession(database.write, userId, 'own desk', now())
  for (let n = 0; n < 60; n++) await refusalOf(signIn(login, `guess ${n}`))
  expect(await refusalOf(signIn(login, 'right'))).toEqual({ refused: 'sign-in-failed', data: { retryAfterSeconds: 2 } })
  expect(await signIn(login, 'right', 'own desk')).toBe(userId)
  // From the own desk guessing is as slow as anywhere.
  verified.mockClear()
  for (let n = 0; n < 1000; n++) {
    clock++
    await refusalOf(signIn(login, `guess ${n}`, 'own desk'))
  }
  expect(verified.mock.calls.length).toBeGreaterThan(5)
  expect(verified.mock.calls.length).toBeLessThanOrEqual(30)
  expect(await refusalOf(signIn(login, 'right', 'own desk'))).toMatchObject({ refused: 'sign-in-failed' })
  expect(await signIn(login, 'right')).toBe(userId)
})

test('[SEC38] so many tries at one name wait for each other; more are told to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 80 }, () => refusalOf(signIn(login, 'right'))))
  expect(answers.filter((a) => a === 'let in')).toHaveLength(64)
  expect(answers.filter((a) => a !== 'let in')[0]).toEqual({ refused: 'office-busy', data: { retryAfterSeconds: 5 } })
  expect(await signIn(login, 'right')).toBe(userId)
})
