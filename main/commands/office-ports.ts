// The ports of the office: every command is run; the audit trail with its chain is the journal.
import { hash } from 'node:crypto'
import type { Connection, Sql } from '../../db/open.ts'
import { endOfAudit, writeAudit } from '../../db/trail/entries.ts'
import { visibleRefusal, type Refusal } from '../../preload/contract/refusals.ts'
import { dayIn } from '../../preload/contract/vocabulary/dates.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'
import { nextNumber } from './numbering.ts'
import type { Journal, Known, Ports } from './ports.ts'
import { writeUnits } from './units.ts'

const digestOf = (input: string): string => hash('sha256', input, 'base64url')

/** What was accepted has its outcome in the trail; what was refused, beside it (SPEC U67 of people). */
const knownTo = (sql: Sql, id: string, input: string): Known | undefined => {
  const done = sql.prepare('SELECT name, userId, input, outcome FROM audit WHERE commandId = ?').get(id) as
    | { name: string; userId: string; input: string; outcome: string }
    | undefined
  if (done) return { ...done, isSameInput: done.input === input, result: { outcome: JSON.parse(done.outcome) } }
  const refused = sql.prepare('SELECT name, userId, digest, refusal FROM command_outcome WHERE commandId = ?').get(id) as
    | { name: string; userId: string; digest: string; refusal: string }
    | undefined
  if (!refused) return undefined
  return { ...refused, isSameInput: refused.digest === digestOf(input), result: { refusal: JSON.parse(refused.refusal) as Refusal } }
}

const auditJournal = (sql: Sql): Journal => ({
  known: (id, input) => knownTo(sql, id, input),
  position: () => endOfAudit(sql).id + 1,
  accepted: ({ id, ...entry }, outcome, wrote) => {
    writeAudit(sql, { ...entry, kind: 'command', commandId: id, outcome: JSON.stringify(outcome) }, wrote)
  },
  refused: ({ id, input, ...entry }, refusal, answer) => {
    // The trail is read by who may see no figures at all.
    const outcome = cutText(JSON.stringify(visibleRefusal(refusal, () => false)), 4000)
    const auditId = writeAudit(sql, { ...entry, kind: 'refusal', commandId: null, input: null, outcome })
    if (answer === undefined || input === null) return
    sql
      .prepare(
        `INSERT INTO command_outcome(commandId, result, auditId, name, userId, digest, refusal) VALUES (?, 'rejected', ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET auditId = excluded.auditId, name = excluded.name, userId = excluded.userId, digest = excluded.digest,
           refusal = excluded.refusal`,
      )
      .run(id, auditId, entry.name, entry.userId, digestOf(input), JSON.stringify(answer))
  },
  waits: () => {
    throw new Error('at the office no command waits')
  },
})

export const officePorts = ({ sql }: Connection): Ports => ({
  place: 'office',
  doing: () => 'run',
  journal: auditJournal(sql),
  numbers: (series, date) => nextNumber(sql, series, date),
  day: dayIn,
  written: (rows) => writeUnits(sql, rows),
})
