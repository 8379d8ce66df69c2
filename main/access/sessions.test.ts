// Sessions and signing in: tokens, their ends, and how slowly a guesser gets on.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Sql } from '../../db/open.ts'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { Refused } from '../../preload/contract/refusals.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import * as passwords from './password.ts'
import { checkPassword, endSession, endSessionsOf, openSession, sessionOf, touchSession } from './sessions.ts'

/** As costly as today's, so that nothing is made anew. */
const hashOf = (password: string) => `$argon2id$v=19$m=19456,t=4,p=1$of$${password}`
// Argon2id itself is proven in password.test.ts; here only who is verified and how often counts, on a clock that the test turns.
const verified = vi.spyOn(passwords, 'verifyPassword').mockImplementation(async (password, hash) => hash === hashOf(password))

let database: TestDatabase
let userId = ''
let clock = 0
const now = () => new Date(Date.UTC(2026, 2, 2) + clock * 1000).toISOString()
const write = async <T>(work: (sql: Sql) => T): Promise<T> => work(database.write.sql)
const signIn = (login: string, password: string) => checkPassword(database.read, write, login, password, now)
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
  sessionOf(database.read, token, now(), minutes, new Map(), unlocking)
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
  touchSession(database.write, session(token, 15, true).tokenHash, now())
  expect(outcome(() => session(token))).toBe('open')
  clock = 12 * 3600 - 1
  touchSession(database.write, session(token, 15, true).tokenHash, now())
  expect(outcome(() => session(token))).toBe('open')
  clock++
  expect(outcome(() => session(token, 15, true))).toBe('signed-out')
  expect([outcome(() => session(null)), outcome(() => session('nonsense'))]).toEqual(['signed-out', 'signed-out'])
})

test('[SEC34] signing out ends one session, ending a user’s sessions all but the one excepted', () => {
  const [a, b, c] = [1, 2, 3].map(() => openSession(database.write, userId, 'desk', now()).token)
  endSession(database.write, session(a!).tokenHash)
  expect([a, b, c].map((t) => outcome(() => session(t!)))).toEqual(['signed-out', 'open', 'open'])
  endSessionsOf(database.write.sql, userId, session(b!).tokenHash)
  expect([a, b, c].map((t) => outcome(() => session(t!)))).toEqual(['signed-out', 'open', 'signed-out'])
  endSessionsOf(database.write.sql, userId)
  expect(outcome(() => session(b!))).toBe('signed-out')
})
