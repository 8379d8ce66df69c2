// Sessions: 256-bit tokens stored as hashes, idle lock and absolute end (SEC33, SEC34). Rules U4 and U34 of people.
import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '../../preload/contract/refusals.ts'
import type { Connection, Sql } from '../../db/open.ts'
import { SLACK_MS, type Clock } from './clock.ts'

const ABSOLUTE_MS = 12 * 3600_000

export type Session = { tokenHash: string; userId: string; device: string; createdAt: string; lastSeenAt: string; endsAt: string }
const sha = (token: string) => createHash('sha256').update(token).digest('base64url')
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

/** What the running office knows of a session beside its row: when it was last used, by both clocks, and when it began, by the one that never jumps. */
export type SessionMoments = { seenAt: string; seenTicks: number; beganTicks: number }
export type SessionTimes = ReadonlyMap<string, SessionMoments>

/** A new session and its token: the only moment the token itself exists at the office. */
export const newSession = (userId: string, device: string, now: string): { token: string; session: Session } => {
  const token = randomBytes(32).toString('base64url')
  const session = { tokenHash: sha(token), userId, device, createdAt: now, lastSeenAt: now, endsAt: later(now, ABSOLUTE_MS) }
  return { token, session }
}
/** Writes a session down. From now on the user is known on this device (U35). */
export const putSession = (sql: Sql, session: Session): void => {
  const { tokenHash, userId, device, createdAt, lastSeenAt, endsAt } = session
  sql.prepare('DELETE FROM session WHERE endsAt <= ? OR createdAt > ?').run(createdAt, later(createdAt, SLACK_MS))
  sql.prepare('INSERT OR IGNORE INTO sign_in_place(userId, device) VALUES (?,?)').run(userId, device)
  sql
    .prepare('INSERT INTO session(tokenHash, userId, device, createdAt, lastSeenAt, endsAt) VALUES (?,?,?,?,?,?)')
    .run(tokenHash, userId, device, createdAt, lastSeenAt, endsAt)
}
/** Opens a session and gives its token. */
export const openSession = (c: Connection, userId: string, device: string, now: string): { token: string; endsAt: string } => {
  const { token, session } = newSession(userId, device, now)
  putSession(c.sql, session)
  return { token, endsAt: session.endsAt }
}

/** Sessions that could not be written down yet, and those that were ended meanwhile. */
export type UnwrittenSessions = { opened: ReadonlyMap<string, Session>; ended: ReadonlySet<string> }

/** When a session that is now used for the first time since the office started began, by the clock that never jumps. */
export const beganTicks = (session: Session, clock: Clock): number =>
  clock.ticks() - Math.max(0, Date.parse(clock.now()) - Date.parse(session.createdAt))

/** U34. Neither older than its hours by any clock, nor of a time that has not come. */
const isOver = (session: Session, clock: Clock, moments: SessionMoments | undefined): boolean => {
  const age = Date.parse(clock.now()) - Date.parse(session.createdAt)
  return age >= ABSOLUTE_MS || age < -SLACK_MS || (moments !== undefined && clock.ticks() - moments.beganTicks >= ABSOLUTE_MS)
}
/** Idle by either clock: one stands still while the machine sleeps, the other may be set back. What was last seen in the future was seen under another clock. */
const isIdle = (session: Session, clock: Clock, moments: SessionMoments | undefined, ms: number): boolean => {
  const idle = Date.parse(clock.now()) - Date.parse(moments?.seenAt ?? session.lastSeenAt)
  return moments ? Math.max(idle, clock.ticks() - moments.seenTicks) > ms : idle > ms || idle < -SLACK_MS
}

/** The living session of a token. Refuses `signed-out` when there is none or its time is over, `session-locked` after the idle time. */
export const sessionOf = (
  c: Connection,
  token: string | null,
  clock: Clock,
  lockAfterMinutes: number,
  times: SessionTimes,
  unlocking = false,
  unwritten?: UnwrittenSessions,
): Session => {
  const hash = token === null ? '' : sha(token)
  const read = () =>
    c.sql.prepare('SELECT tokenHash, userId, device, createdAt, lastSeenAt, endsAt FROM session WHERE tokenHash = ?').get(hash)
  const session = token === null ? undefined : (unwritten?.opened.get(hash) ?? (read() as Session | undefined))
  if (!session || unwritten?.ended.has(hash)) return refuse('signed-out', {})
  const moments = times.get(session.tokenHash)
  if (isOver(session, clock, moments)) refuse('signed-out', {})
  if (!unlocking && isIdle(session, clock, moments, lockAfterMinutes * 60_000)) refuse('session-locked', {})
  return session
}

export const touchSession = (sql: Sql, tokenHash: string, now: string): void =>
  void sql.prepare('UPDATE session SET lastSeenAt = ? WHERE tokenHash = ?').run(now, tokenHash)
export const endSession = (sql: Sql, tokenHash: string): void => void sql.prepare('DELETE FROM session WHERE tokenHash = ?').run(tokenHash)
/** Ends every session of a device at once. */
export const endSessionsAt = (sql: Sql, device: string): void => void sql.prepare('DELETE FROM session WHERE device = ?').run(device)
/** Ends every session of a user at once: switched off, password changed, roles changed (SEC34). */
export const endSessionsOf = (sql: Connection['sql'], userId: string, except: string | null = null): void =>
  void sql.prepare('DELETE FROM session WHERE userId = ? AND tokenHash IS NOT ?').run(userId, except)
