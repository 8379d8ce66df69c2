// What the office has last found of the machine beneath it: whether it can write, how much space is left, how backups went. It is kept in the process and
// not in the database, because it must be told exactly when nothing can be written. Rules U52, U53 of backups.
import type { BackupFinding, WritingState } from '../../preload/contract/modules/backups/calls.ts'

type Failure = { finding: BackupFinding; since: string }
export type Machine = {
  writing: WritingState
  /** Since when nothing can be written; null while all is well. */
  writingSince: string | null
  /** Free space of the office's disk in bytes; null while it is not known. */
  freeBytes: number | null
  short: boolean
  /** Size of the books with what is written but not yet taken over; null while it is not known. */
  booksBytes: number | null
  /** Where the backups lie. */
  backupFolder: string
  backupFailed: Failure | null
  copyFailed: Failure | null
  /** The newest copy was found damaged. */
  damaged: Failure | null
}
const well: Machine = {
  writing: 'ok',
  writingSince: null,
  freeBytes: null,
  short: false,
  booksBytes: null,
  backupFolder: '',
  backupFailed: null,
  copyFailed: null,
  damaged: null,
}
let current: Machine = well

export const machine = (): Readonly<Machine> => current
/** Takes what was found; true when that changes what is told. Sizes alone change nothing while space is not short. */
export const machineSettings = (found: Partial<Machine>): boolean => {
  const before = current
  current = { ...before, ...found }
  const notable = ({ freeBytes, booksBytes: _size, ...rest }: Machine) => JSON.stringify([rest, rest.short ? freeBytes : null])
  return notable(before) !== notable(current)
}
/** As a process begins. For tests that look at it. */
export const forgetMachine = (): void => void (current = well)
