// Witnesses of the trail: made of its last entry, kept outside the database, and compared with the chain. Rule U61 of people, decision 106.
import { readBackupName } from '../../preload/contract/vocabulary/backup-name.ts'
import { readWitness, type Witness } from '../../preload/contract/vocabulary/witness.ts'
import type { Sql } from '../open.ts'
import { endOfAudit } from './entries.ts'

/** left-behind: of books that a restore, told in the trail, has put aside. */
export type WitnessState = 'fits' | 'differs' | 'left-behind'
export type RecordedWitness = { backup: string; witness: Witness; state: WitnessState }

const codeOf = (hash: string): string => Buffer.from(hash, 'base64url').toString('hex').slice(0, 20)

/** The trail's witness as it now ends, on this day; null while it has no entry. */
export const witnessOf = (sql: Sql, day: string): Witness | null => {
  const { id, hash } = endOfAudit(sql)
  return id === 0 ? null : { count: id, code: codeOf(hash), day }
}

/** Entries of an upgrade and its seal, which may stand before that of the restore. */
const UPGRADE = 2

/** Whether a restore that the trail tells put aside the books that had this witness: it was made up to that day, and the restored trail was shorter. */
const isLeftBehind = (sql: Sql, { count, day }: Witness): boolean =>
  sql
    .prepare("SELECT 1 FROM audit WHERE name = 'restore-backup' AND kind = 'command' AND commandId IS NULL AND id <= ? AND at >= ? LIMIT 1")
    .get(count + UPGRADE, day) !== undefined

/** How a witness stands to the chain as it is. */
export const compareWitness = (sql: Sql, witness: Witness): WitnessState => {
  const entry = sql.prepare('SELECT hash FROM audit WHERE id = ?').get(witness.count) as { hash: string } | undefined
  if (entry && codeOf(entry.hash) === witness.code) return 'fits'
  return isLeftBehind(sql, witness) ? 'left-behind' : 'differs'
}

/** The witnesses in the names of the backups that the office knows of, the newest first. */
export const recordedWitnesses = (sql: Sql): RecordedWitness[] =>
  (sql.prepare('SELECT id FROM backup ORDER BY madeAt DESC').all() as { id: string }[]).flatMap(({ id }) => {
    const witness = readWitness(readBackupName(id)?.witness ?? '')
    return witness ? [{ backup: id, witness, state: compareWitness(sql, witness) }] : []
  })
