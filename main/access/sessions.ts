// Sessions: 256-bit tokens stored as hashes, idle lock and absolute end, and slow sign-in for guessers (SEC31–SEC34).
import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '../../preload/contract/refusals.ts'
import { codeKey } from '../../preload/contract/vocabulary/fold.ts'
import { codeSortKey } from '../../db/kept-keys.ts'
import type { Connection, Sql } from '../../db/open.ts'
import { spellingReady } from '../../db/spelling.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { isWeakerHash } from './password-cost.ts'

const ABSOLUTE_HOURS = 12
/** After this many wrong passwords each further one waits twice as long, from two seconds up to five minutes; never for ever. */
const FREE_TRIES = 5
const LONGEST_WAIT_SECONDS = 300
/** Verified against when the user is unknown, so that both answers take the same time (SEC32). */
const NOBODY = '$argon2id$v=19$m=19456,t=4,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export type Session = { tokenHash: string; userId: string; device: string; lastSeenAt: string; endsAt: string }
const sha = (token: string) => createHash('sha256').update(token).digest('base64url')
const later = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString()

type Credential = { userId: string; hash: string; failures: number; waitUntil: string | null; active: number }
const credentialOf = (c: Connection, by: 'login' | 'loginKey', value: string) =>
  c.sql
    .prepare(
      `SELECT c.userId, c.hash, c.failures, c.waitUntil, u.active FROM credential c JOIN user u ON u.id = c.userId WHERE u.${by} = ? ORDER BY u.id`,
    )
    .get(value) as Credential | undefined
/** The user who has this very name, else the one who has it in another form: names made before they were folded may look alike (Q8). */
const signingIn = async (c: Connection, typed: string): Promise<Credential | undefined> => {
  await spellingReady()
  return credentialOf(c, 'login', typed.trim().toLowerCase()) ?? credentialOf(c, 'loginKey', codeSortKey(typed))
}

/** The sign-in name of a user that this text names, however it is typed; undefined when nobody has it (it may be a password in the wrong field). */
export const loginNamed = (c: Connection, name: string): string | undefined => {
  const login = c.sql.prepare('SELECT login FROM user WHERE login = ?')
  const found = login.get(codeKey(name)) ?? login.get(name.trim().toLowerCase())
  return (found as { login: string } | undefined)?.login
}

type Tries = { failures: number; waitUntil: string | null }
/** Wrong tries at names that nobody has, so that waiting does not tell which names exist. Forgotten at restart, the oldest first when too many. */
const unknownTries = new WeakMap<Connection, Map<string, Tries>>()
const REMEMBERED_NAMES = 10_000
const triesAtNobody = (c: Connection): Map<string, Tries> => {
  const known = unknownTries.get(c) ?? new Map<string, Tries>()
  unknownTries.set(c, known)
  return known
}

const anotherFailure = (before: number, now: string): Tries & { retryAfterSeconds: number } => {
  const failures = before + 1
  const retryAfterSeconds = failures <= FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), LONGEST_WAIT_SECONDS)
  return { failures, retryAfterSeconds, waitUntil: retryAfterSeconds === 0 ? null : later(now, retryAfterSeconds) }
}

/** One sign-in at a time for each name: guesses sent at the same moment wait for the count of the one before. */
const turns = new Map<string, Promise<unknown>>()
const inTurn = <T>(login: string, work: () => Promise<T>): Promise<T> => {
  const mine = (turns.get(login) ?? Promise.resolve()).then(work, work)
  turns.set(login, mine)
  const leave = () => void (turns.get(login) === mine && turns.delete(login))
  void mine.then(leave, leave)
  return mine
}

/** Makes a hash of an earlier, cheaper time anew (SEC29), unless the password was changed meanwhile. */
const strengthen = async (
  write: <T>(work: (sql: Sql) => T) => Promise<T>,
  { userId, hash }: Credential,
  password: string,
): Promise<void> => {
  const anew = await hashPassword(password)
  await write((sql) => sql.prepare('UPDATE credential SET hash = ? WHERE userId = ? AND hash = ?').run(anew, userId, hash))
}

/**
 * Checks user and password; gives the user's id. Refuses `sign-in-failed` with the same answer for an unknown user and a wrong password.
 * `write` runs a function alone on the writing connection.
 */
export const checkPassword = (
  c: Connection,
  write: <T>(work: (sql: Sql) => T) => Promise<T>,
  name: string,
  password: string,
  now: () => string,
): Promise<string> => {
  // U20. However it is typed, a name is one, and so are the tries at it.
  const login = codeKey(name)
  return inTurn(login, async () => {
    const known = await signingIn(c, name)
    const tries = known ?? triesAtNobody(c).get(login)
    const wait = tries?.waitUntil ? Math.ceil((Date.parse(tries.waitUntil) - Date.parse(now())) / 1000) : 0
    if (wait > 0) refuse('sign-in-failed', { retryAfterSeconds: wait })
    const right = await verifyPassword(password, known?.hash ?? NOBODY)
    if (known && right && known.active === 1) {
      if (known.failures > 0)
        await write((sql) => sql.prepare('UPDATE credential SET failures = 0, waitUntil = NULL WHERE userId = ?').run(known.userId))
      if (isWeakerHash(known.hash)) await strengthen(write, known, password)
      return known.userId
    }
    const failed = anotherFailure(tries?.failures ?? 0, now())
    if (known) {
      await write((sql) =>
        sql
          .prepare('UPDATE credential SET failures = ?, waitUntil = ? WHERE userId = ?')
          .run(failed.failures, failed.waitUntil, known.userId),
      )
    } else {
      const names = triesAtNobody(c)
      if (names.size >= REMEMBERED_NAMES) names.delete(names.keys().next().value!)
      names.set(login, failed)
    }
    return refuse('sign-in-failed', { retryAfterSeconds: failed.retryAfterSeconds })
  })
}

/** Opens a session and gives its token: the only moment the token itself exists at the office. */
export const openSession = (c: Connection, userId: string, device: string, now: string): { token: string; endsAt: string } => {
  const token = randomBytes(32).toString('base64url')
  const endsAt = later(now, ABSOLUTE_HOURS * 3600)
  c.sql.prepare('DELETE FROM session WHERE endsAt <= ?').run(now)
  c.sql
    .prepare('INSERT INTO session(tokenHash, userId, device, createdAt, lastSeenAt, endsAt) VALUES (?,?,?,?,?,?)')
    .run(sha(token), userId, device, now, now, endsAt)
  return { token, endsAt }
}

/** The living session of a token. Refuses `signed-out` when there is none or its time is over, `session-locked` after the idle time. */
export const sessionOf = (
  c: Connection,
  token: string | null,
  now: string,
  lockAfterMinutes: number,
  lastSeen: ReadonlyMap<string, string>,
  unlocking = false,
): Session => {
  const session =
    token === null
      ? undefined
      : (c.sql.prepare('SELECT tokenHash, userId, device, lastSeenAt, endsAt FROM session WHERE tokenHash = ?').get(sha(token)) as
          | Session
          | undefined)
  if (!session || session.endsAt <= now) return refuse('signed-out', {})
  const seen = lastSeen.get(session.tokenHash) ?? session.lastSeenAt
  if (!unlocking && Date.parse(now) - Date.parse(seen) > lockAfterMinutes * 60_000) refuse('session-locked', {})
  return session
}

export const touchSession = (c: Connection, tokenHash: string, now: string): void =>
  void c.sql.prepare('UPDATE session SET lastSeenAt = ? WHERE tokenHash = ?').run(now, tokenHash)
export const endSession = (c: Connection, tokenHash: string): void =>
  void c.sql.prepare('DELETE FROM session WHERE tokenHash = ?').run(tokenHash)
/** Ends every session of a user at once: switched off, password changed, roles changed (SEC34). */
export const endSessionsOf = (sql: Connection['sql'], userId: string, except: string | null = null): void =>
  void sql.prepare('DELETE FROM session WHERE userId = ? AND tokenHash IS NOT ?').run(userId, except)
