// The sessions of the running office: whose token this is and when it was last used. What is remembered here beside the rows is lost at a restart without harm.
import type { Connection } from '../../db/open.ts'
import { Refused, refuse, type Refusal } from '../../preload/contract/refusals.ts'
import type { Clock } from '../access/clock.ts'
import { readCompany, unfounded } from '../access/company.ts'
import { deskIn } from '../access/devices.ts'
import {
  beganTicks,
  endSession,
  newSession,
  putSession,
  sessionOf,
  touchSession,
  type Session,
  type SessionMoments,
} from '../access/sessions.ts'
import type { LaterWrites } from './later-writes.ts'
import type { Caller } from './received.ts'

/** A session's last moment is written down at most this often. */
const TOUCH_MS = 60_000
/** Of more sessions than that the office forgets when the first was last used, and reads it in its row. */
const REMEMBERED = 10_000

export type OpenSessions = {
  /** Opens one. While nothing can be written it lives here (U53 of backups). */
  open(userId: string, device: string): Promise<{ token: string; endsAt: string }>
  end(session: Session): Promise<void>
  /**
   * The living session of a caller, or refuses `signed-out` or `session-locked`; `resting`: it may be locked. A session that was opened at a desk is of that
   * desk alone, and a desk has none but its own (D7).
   */
  of(caller: Holder, resting?: boolean): Session
  /** Why a caller may ask for nothing; undefined for a living session. */
  standing(caller: Holder): Refusal | undefined
  /** Used at this moment. */
  touch(session: Session): void
  /** Locks it as the idle time would. */
  lock(session: Session): Promise<void>
}
/** Who shows a token, and on which device. */
type Holder = Pick<Caller, 'token' | 'device'>
type Parts = { read: Connection; writes: LaterWrites; clock: Clock; failed(error: unknown): void }

export const openSessions = ({ read, writes, clock, failed }: Parts): OpenSessions => {
  const times = new Map<string, SessionMoments & { writtenTicks: number }>()
  const lockAfter = () => (readCompany(read.sql) ?? unfounded).lockAfterMinutes
  const remember = (session: Session, moment: { seenAt: string; seenTicks: number; writtenTicks: number }) => {
    const known = times.get(session.tokenHash)
    if (!known && times.size >= REMEMBERED) times.delete(times.keys().next().value!)
    times.set(session.tokenHash, { ...moment, beganTicks: known?.beganTicks ?? beganTicks(session, clock) })
  }
  const written = (session: Session, at: string) => writes.write((sql) => touchSession(sql, session.tokenHash, at))
  const unwritten = { opened: new Map<string, Session>(), ended: new Set<string>() }
  const sessions: OpenSessions = {
    open: async (userId, device) => {
      const { token, session } = newSession(userId, device, clock.now())
      unwritten.opened.set(session.tokenHash, session)
      if (await writes.write((sql) => putSession(sql, session))) unwritten.opened.delete(session.tokenHash)
      return { token, endsAt: session.endsAt }
    },
    end: async (session) => {
      unwritten.ended.add(session.tokenHash)
      unwritten.opened.delete(session.tokenHash)
      if (await writes.write((sql) => endSession(sql, session.tokenHash))) unwritten.ended.delete(session.tokenHash)
    },
    of: ({ token, device }, resting = false) => {
      const session = sessionOf(read, token, clock, lockAfter(), times, resting, unwritten)
      const [opened, shown] = [deskIn(session.device), deskIn(device)]
      return opened === shown ? session : refuse('signed-out', {})
    },
    standing: (caller) => {
      try {
        sessions.of(caller)
        return undefined
      } catch (error) {
        if (error instanceof Refused) return error.refusal
        throw error
      }
    },
    touch: (session) => {
      const [seenAt, seenTicks] = [clock.now(), clock.ticks()]
      const known = times.get(session.tokenHash)
      const isDue = !known || seenTicks - known.writtenTicks >= TOUCH_MS
      remember(session, { seenAt, seenTicks, writtenTicks: isDue ? seenTicks : known.writtenTicks })
      if (isDue) written(session, seenAt).catch(failed)
    },
    lock: async (session) => {
      const never = new Date(0).toISOString()
      // The next sign of life is written down at once: a lock may not outlive it in the row.
      remember(session, { seenAt: never, seenTicks: Number.NEGATIVE_INFINITY, writtenTicks: Number.NEGATIVE_INFINITY })
      await written(session, never)
    },
  }
  return sessions
}
