// Signing in: is this the password of that name, and how slowly a guesser gets on (SEC29, SEC31, SEC32). Rules U3, U20, U34, U35 of people.
import { codeKey } from '../../preload/contract/vocabulary/fold.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { codeSortKey } from '../../db/folded-keys.ts'
import type { Connection, Sql } from '../../db/open.ts'
import { spellingReady } from '../../db/spelling.ts'
import { touchUnit } from '../commands/units.ts'
import type { Clock } from './clock.ts'
import { mustWait, wrongPassword, type DeviceTries } from './login-throttle.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { isWeakerHash } from './password-cost.ts'

/** After this many wrong passwords each further one waits twice as long, from two seconds up to five minutes; never for ever. */
const FREE_TRIES = 5
const LONGEST_WAIT_SECONDS = 300
/** So many tries at one name wait for each other; more are refused. */
const MOST_IN_TURN = 64
/** By then the tries in turn have been looked at, or nearly so. */
const BUSY_SECONDS = 5
/** Verified against when the user is unknown, so that both answers take the same time (SEC32). */
const NOBODY = '$argon2id$v=19$m=19456,t=4,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** What signing in works with. `write` runs a function alone on the writing connection; false when the disk does not take it now and it waits. */
export type SignInDesk = {
  read: Connection
  write(work: (sql: Sql) => unknown): Promise<boolean>
  clock: Clock
  devices: DeviceTries
}

type Tries = { failures: number; waitUntil: string | null }
type Credential = Tries & { userId: string; hash: string; active: number }
const credentialOf = (c: Connection, by: 'login' | 'loginKey', value: string) =>
  c.sql
    .prepare(
      `SELECT c.userId, c.hash, c.failures, c.waitUntil, u.active FROM credential c JOIN user u ON u.id = c.userId WHERE u.${by} = ? ORDER BY u.id`,
    )
    .get(value) as Credential | undefined
/** The user who has this very name, else the one who has it in another form: names made before they were folded may look alike (Q8). */
const signingIn = (c: Connection, typed: string): Credential | undefined =>
  credentialOf(c, 'login', typed.trim().toLowerCase()) ?? credentialOf(c, 'loginKey', codeSortKey(typed))

/** The sign-in name of a user that this text names, however it is typed; undefined when nobody has it (it may be a password in the wrong field). */
export const loginNamed = (c: Connection, name: string): string | undefined => {
  const login = c.sql.prepare('SELECT login FROM user WHERE login = ?')
  const found = login.get(codeKey(name)) ?? login.get(name.trim().toLowerCase())
  return (found as { login: string } | undefined)?.login
}

/** Wrong tries at names that nobody has, so that waiting does not tell which names exist. Forgotten at restart, the oldest first when too many. */
const unknownTries = new WeakMap<Connection, Map<string, Tries>>()
const REMEMBERED_NAMES = 10_000
const triesAtNobody = (c: Connection): Map<string, Tries> => {
  const known = unknownTries.get(c) ?? new Map<string, Tries>()
  unknownTries.set(c, known)
  return known
}

/** Where the wrong tries at a name are counted. */
type Counter = { tries: Tries | undefined; count(tries: Tries): Promise<unknown> }
const CLEAR: Tries = { failures: 0, waitUntil: null }
/** Counts that could not be written down: a disk that is full lets nobody guess for nothing (U53 of backups). */
const unwrittenTries = new WeakMap<Connection, Map<string, Tries>>()
const counterOf = ({ read, write }: SignInDesk, key: string, inRow: Tries, put: (sql: Sql, tries: Tries) => unknown): Counter => {
  const unwritten = unwrittenTries.get(read) ?? new Map<string, Tries>()
  unwrittenTries.set(read, unwritten)
  return {
    tries: unwritten.get(key) ?? inRow,
    count: async (tries) => {
      unwritten.set(key, tries)
      if (await write((sql) => put(sql, tries))) unwritten.delete(key)
    },
  }
}

/** U35. The tries of a user from a device on which that user has signed in before; undefined on any other. */
const placeOf = (desk: SignInDesk, userId: string, device: string): Counter | undefined => {
  const tries = desk.read.sql
    .prepare('SELECT failures, waitUntil FROM sign_in_place WHERE userId = ? AND device = ?')
    .get(userId, device) as Tries | undefined
  return (
    tries &&
    counterOf(desk, `${userId} ${device}`, tries, (sql, { failures, waitUntil }) =>
      sql
        .prepare('UPDATE sign_in_place SET failures = ?, waitUntil = ? WHERE userId = ? AND device = ?')
        .run(failures, waitUntil, userId, device),
    )
  )
}
const elsewhereOf = (desk: SignInDesk, known: Credential): Counter =>
  counterOf(desk, known.userId, known, (sql, { failures, waitUntil }) =>
    sql.prepare('UPDATE credential SET failures = ?, waitUntil = ? WHERE userId = ?').run(failures, waitUntil, known.userId),
  )
const nobodyOf = ({ read }: SignInDesk, login: string): Counter => ({
  tries: triesAtNobody(read).get(login),
  count: async (tries) => {
    const names = triesAtNobody(read)
    if (names.size >= REMEMBERED_NAMES) names.delete(names.keys().next().value!)
    names.set(login, tries)
  },
})

/** U34. Seconds a name has still to wait: longer than the longest there is was set under another clock, and is over. */
const waitOf = (tries: Tries | undefined, now: string): number => {
  const seconds = tries?.waitUntil ? Math.ceil((Date.parse(tries.waitUntil) - Date.parse(now)) / 1000) : 0
  return seconds > LONGEST_WAIT_SECONDS ? 0 : seconds
}
const anotherFailure = (before: number, now: string): Tries & { retryAfterSeconds: number } => {
  const failures = before + 1
  const retryAfterSeconds = failures <= FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), LONGEST_WAIT_SECONDS)
  const waitUntil = retryAfterSeconds === 0 ? null : new Date(Date.parse(now) + retryAfterSeconds * 1000).toISOString()
  return { failures, retryAfterSeconds, waitUntil }
}

/** One try at a time for each name: guesses sent at the same moment wait for the count of the one before. */
const turns = new Map<string, { last: Promise<unknown>; waiting: number }>()
const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const turn = turns.get(name) ?? { last: Promise.resolve(), waiting: 0 }
  if (turn.waiting >= MOST_IN_TURN) return refuse('office-busy', { retryAfterSeconds: BUSY_SECONDS })
  turn.waiting += 1
  turns.set(name, turn)
  const mine = turn.last.then(work, work)
  turn.last = mine
  const leave = () => void ((turn.waiting -= 1) === 0 && turns.delete(name))
  void mine.then(leave, leave)
  return mine
}

/** Makes a hash of an earlier, cheaper time anew (SEC29), unless the password was changed meanwhile. */
const strengthen = async ({ write }: SignInDesk, { userId, hash }: Credential, password: string): Promise<void> => {
  const anew = await hashPassword(password, 'door')
  await write((sql) => {
    const { changes } = sql.prepare('UPDATE credential SET hash = ? WHERE userId = ? AND hash = ?').run(anew, userId, hash)
    if (changes > 0) touchUnit(sql, 'user', userId)
  })
}

/** One try, in its turn: refused without a look while the name has to wait. */
const tryOnce = async (desk: SignInDesk, device: string, name: string, password: string): Promise<string> => {
  const { clock } = desk
  const known = signingIn(desk.read, name)
  const counter = known ? (placeOf(desk, known.userId, device) ?? elsewhereOf(desk, known)) : nobodyOf(desk, codeKey(name))
  const wait = waitOf(counter.tries, clock.now())
  if (wait > 0) mustWait(wait)
  const right = await verifyPassword(password, known?.hash ?? NOBODY, 'door')
  if (!known || !right || known.active !== 1) {
    const failed = anotherFailure(counter.tries?.failures ?? 0, clock.now())
    await counter.count(failed)
    return wrongPassword(failed.retryAfterSeconds)
  }
  if ((counter.tries?.failures ?? 0) > 0) await counter.count(CLEAR)
  if (isWeakerHash(known.hash)) await strengthen(desk, known, password)
  return known.userId
}

/**
 * Checks user and password; gives the user's id. Refuses `sign-in-failed` with the same answer for an unknown user and a wrong password, and
 * `office-busy` when too many wait already.
 */
export const checkPassword = async (desk: SignInDesk, device: string, name: string, password: string): Promise<string> => {
  await spellingReady()
  // U20. However it is typed, a name is one, and so are the tries at it.
  const login = codeKey(name)
  const known = signingIn(desk.read, name)
  // Of one name, what comes from a device of its own stands in no line with what comes from elsewhere.
  if (known && placeOf(desk, known.userId, device)) return inTurn(`${login}\n${device}`, () => tryOnce(desk, device, name, password))
  return desk.devices.inTurn(device, () => inTurn(login, () => tryOnce(desk, device, name, password)))
}
