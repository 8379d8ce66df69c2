// A PC shows the one-time secret of the open pairing and becomes a desk of the office, once; wrong ones are counted, and the fifth ends the pairing (SEC27).
// Rules D5, D6 of desks.
import { randomBytes } from 'node:crypto'
import type { Connection, Sql } from '../../../db/open.ts'
import type { Answer, Joined } from '../../../preload/contract/envelope.ts'
import { PAIRING_TRIES } from '../../../preload/contract/modules/desks/calls.ts'
import { Refused, refusal, refuse } from '../../../preload/contract/refusals.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { readCompany } from '../../access/company.ts'
import { deskSecretHash, isSameHash, pairingHash } from '../../access/pairing-secret.ts'
import { officeItself } from '../../access/viewer.ts'
import type { CommandRunner } from '../../commands/run-command.ts'

type Parts = {
  read: Connection
  runner: Pick<CommandRunner, 'run'>
  /** Runs this alone on the writing connection, before anything is answered. */
  write(work: (sql: Sql) => unknown): Promise<unknown>
  now(): string
  changed(tables: string[]): void
  /** Enters a wrong code in the trail. */
  wrong(device: string, given: ReturnType<typeof refusal>): Promise<unknown>
}
type Pairing = { id: string; secretHash: string; tries: number }

export const joining = ({ read, runner, write, now, changed, wrong }: Parts) => {
  /** Codes shown at the same moment are looked at one after the other, each with the count of the one before. */
  let last: Promise<unknown> = Promise.resolve()
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }

  const openPairing = (): Pairing | undefined =>
    read.sql
      .prepare(
        `SELECT p.id, p.secretHash, coalesce(t.tries, 0) AS tries FROM pairing p LEFT JOIN pairing_try t ON t.pairingId = p.id
         WHERE p.state = 'open' AND p.expiresAt > ? AND p.openedAt <= ?`,
      )
      .get(now(), now()) as Pairing | undefined

  const countWrong = async ({ id, tries }: Pairing, device: string): Promise<never> => {
    await write((sql) =>
      sql.prepare('INSERT INTO pairing_try(pairingId, tries) VALUES (?, 1) ON CONFLICT(pairingId) DO UPDATE SET tries = tries + 1').run(id),
    )
    changed(['pairing'])
    const left = PAIRING_TRIES - tries - 1
    const given = left > 0 ? refusal('pairing-wrong', { left }) : refusal('pairing-over', {})
    await wrong(device, given)
    throw new Refused(given)
  }

  return {
    /** Lets the PC in that shows the right secret. Refuses `pairing-wrong`, and `pairing-over` when no pairing is open or it was guessed at too often. */
    join: (given: { secret: string; deskName: string }, device: string): Promise<Answer<Joined>> =>
      inLine(async () => {
        const pairing = openPairing()
        if (!pairing || pairing.tries >= PAIRING_TRIES) return refuse('pairing-over', {})
        if (!isSameHash(pairing.secretHash, pairingHash(pairing.id, given.secret))) return countWrong(pairing, device)
        const [id, secret] = [newId(), randomBytes(32).toString('base64url')]
        const input = { id, pairingId: pairing.id, name: given.deskName, secretHash: deskSecretHash(secret) }
        const answer = await runner.run({ id: newId(), name: 'admit-desk', input, viewer: officeItself, device, at: now() })
        if (!answer.ok) return answer
        return { ok: true, value: { deskId: id, secret, company: readCompany(read.sql)?.name ?? '' } }
      }),
  }
}
