// Whether a copy of the books is whole: its bytes, its structure, and what stands in it. Rule U50.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs'
import { contentFaults, faultText } from '../../../db/content-check.ts'
import { verifyLedger } from '../../../db/ledger/sums.ts'
import { inspect, openReadable, type Connection } from '../../../db/open.ts'
import { newestVersion } from '../../../db/schema/migrations.ts'
import { endOfAudit } from '../../../db/trail/entries.ts'
import { verifyAudit } from '../../access/audit.ts'
import type { BackupFinding } from '../../../preload/contract/modules/backups/calls.ts'

export type CheckedCopy = {
  finding: BackupFinding | null
  /** For the log: where exactly. */
  detail: string
  sha256: string | null
  auditRows: number | null
  auditHash: string | null
}

const PART = 4 * 1024 * 1024

/** Of the whole file, read in parts: a copy may be larger than memory. */
export const sha256Of = (file: string): string => {
  const hash = createHash('sha256')
  const part = Buffer.alloc(PART)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, part); read > 0; read = readSync(handle, part)) hash.update(part.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

/** Reads an unsettled copy without leaving anything beside it. */
export const reading = <T>(file: string, work: (copy: Connection) => T): T => {
  const beside = ['-wal', '-shm'].filter((end) => !existsSync(file + end))
  const copy = openReadable(file)
  try {
    return work(copy)
  } finally {
    copy.close()
    for (const end of beside) rmSync(file + end, { force: true })
  }
}

type Fault = { finding: BackupFinding; detail: string }

/** What does not fit together in a database of today's version: its structure with all indexes, the ledger, the trail, the records and their history. */
export const faultIn = (copy: Connection): Fault | null => {
  const structure = (copy.pragma('integrity_check(5)') as { integrity_check: string }[]).map((row) => row.integrity_check)
  if (structure[0] !== 'ok') return { finding: 'structure', detail: structure.join('; ') }
  const { broken } = verifyAudit(copy.sql)
  if (broken) return { finding: 'trail', detail: `audit entry ${broken.entry}: ${broken.part}` }
  const ledger = verifyLedger(copy.sql)
  if (ledger.length > 0) return { finding: 'ledger', detail: JSON.stringify(ledger.slice(0, 5)) }
  const content = contentFaults(copy.sql, 5)
  return content.length > 0 ? { finding: 'content', detail: content.map(faultText).join('; ') } : null
}

/** Checks a copy; `sha256` is what it was when it was written, null where that is not known. A copy of an older version is checked as far as it can be read. */
export const checkCopy = (file: string, sha256: string | null): CheckedCopy => {
  const nothing = { sha256, auditRows: null, auditHash: null }
  if (!existsSync(file)) return { ...nothing, finding: 'missing', detail: file }
  try {
    const found = sha256Of(file)
    if (sha256 !== null && found !== sha256) return { ...nothing, finding: 'changed', detail: `sha256 ${found}` }
    const state = inspect(file, true)
    if (state.state === 'foreign' || state.state === 'absent') return { ...nothing, finding: 'foreign', detail: state.state }
    if (state.state === 'damaged') return { ...nothing, finding: 'structure', detail: state.reason }
    if (state.version > newestVersion) return { ...nothing, finding: 'newer', detail: String(state.version) }
    return reading(file, (copy) => {
      const { id, hash } = endOfAudit(copy.sql)
      const fault = state.version === newestVersion ? faultIn(copy) : null
      return { sha256: found, auditRows: id, auditHash: hash, finding: fault?.finding ?? null, detail: fault?.detail ?? '' }
    })
  } catch (error) {
    const structure = String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')
    return { ...nothing, finding: structure ? 'structure' : 'unreadable', detail: String(error) }
  }
}
