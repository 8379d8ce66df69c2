// Who of the desks asks: each shows its id and its secret at every request (D7). A desk that was revoked hears so, and nothing else. Rules D6 to D9 of desks.
import type { Connection, Sql } from '../../../db/open.ts'
import { refusal, type Refusal } from '../../../preload/contract/refusals.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'
import { deskDevice, deskIn } from '../../access/devices.ts'
import { deskSecretHash, isSameHash } from '../../access/pairing-secret.ts'

/** When a desk was last here is written down at most this often. */
const CONTACT_MS = 60_000

export type DeskContact = { address: string; version: string }
export type DeskRegister = {
  /** The device of the desk that shows this (`id.secret`), or why it may ask for nothing: `desk-unknown`, `desk-revoked`. */
  deviceOf(shown: string, contact: DeskContact): { device: string } | { refused: Refusal }
  /** Why this user may not sign in on this device: `desk-not-for-you` on a desk that is for roles which they have not (D8). */
  notFor(device: string, userId: string): Refusal | undefined
  /** Somebody has signed in there. */
  usedBy(device: string, userId: string): void
}
type Parts = {
  read: Connection
  /** Runs this alone on the writing connection, now or later. */
  write(work: (sql: Sql) => unknown): Promise<unknown>
  now(): string
  changed(tables: string[]): void
  failed(error: unknown): void
}

export const deskRegister = ({ read, write, now, changed, failed }: Parts): DeskRegister => {
  const noted = new Map<string, { at: number; as: string }>()

  const note = (deskId: string, { address, version }: DeskContact): void => {
    // By the clock that nobody sets back: what was last seen in a year that has not come would be the last for long.
    const [at, as] = [performance.now(), `${address} ${version}`]
    const before = noted.get(deskId)
    if (before?.as === as && at - before.at < CONTACT_MS) return
    noted.set(deskId, { at, as })
    const contact = (sql: Sql) =>
      sql
        .prepare(
          `INSERT INTO desk_contact(deskId, address, version, lastSeenAt) VALUES (?, ?, ?, ?)
           ON CONFLICT(deskId) DO UPDATE SET address = excluded.address, version = excluded.version, lastSeenAt = excluded.lastSeenAt`,
        )
        .run(deskId, address, version, now())
    write(contact).then(() => changed(['desk_contact']), failed)
  }

  return {
    deviceOf: (shown, contact) => {
      const [id, secret] = shown.split('.')
      const row = read.sql.prepare('SELECT secretHash, status FROM desk WHERE id = ?').get(id ?? '') as
        | { secretHash: string; status: string }
        | undefined
      const isRight = isSameHash(row?.secretHash ?? deskSecretHash(''), deskSecretHash(secret ?? ' '))
      if (!row || !isRight) return { refused: refusal('desk-unknown', {}) }
      if (row.status !== 'joined') return { refused: refusal('desk-revoked', {}) }
      note(id!, { address: cutText(contact.address, 60), version: cutText(contact.version, 40) })
      return { device: deskDevice(id!) }
    },
    notFor: (device, userId) => {
      const deskId = deskIn(device)
      if (deskId === undefined) return undefined
      const limited = read.sql.prepare('SELECT 1 FROM desk_role WHERE deskId = ?').get(deskId) !== undefined
      const holds = read.sql
        .prepare('SELECT 1 FROM desk_role d JOIN user_role u ON u.roleId = d.roleId WHERE d.deskId = ? AND u.userId = ?')
        .get(deskId, userId)
      return limited && holds === undefined ? refusal('desk-not-for-you', {}) : undefined
    },
    usedBy: (device, userId) => {
      const deskId = deskIn(device)
      if (deskId === undefined) return
      const used = (sql: Sql) => sql.prepare('UPDATE desk_contact SET userId = ? WHERE deskId = ?').run(userId, deskId)
      write(used).then(() => changed(['desk_contact']), failed)
    },
  }
}
