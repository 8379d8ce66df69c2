// What stands at each position of the trail: the change rows of its command and what it posted, in one form and one order, as the database gives them
// back. Its hashes stand in the position's entry (rule U55 of people).
import { hash } from 'node:crypto'
import type { RowValues, Sql } from '../open.ts'

/** The two hashes of what stands at a position; '' where nothing does. */
export type Content = { changes: string; ledger: string }
/** Rows that a command wrote itself. */
export type Wrote = { changes: number; journals: number; postings: number }

export const NOTHING: Content = { changes: '', ledger: '' }
/** Stands for a hash where more or less was found at a position than its command wrote: it never fits, so the entry is named. */
export const FOREIGN = 'not what was written'

const CHANGES = 'SELECT pos, id, tableName, rowId, kind, before, after FROM change WHERE pos > ? AND pos <= ? ORDER BY pos, id'
const JOURNALS = `SELECT pos, id, date, kind, documentKind, documentId, documentNumber, memo, reverses
  FROM journal WHERE pos > ? AND pos <= ? ORDER BY pos, id`
/** Keys by the records they stand for, items by their reference: who changes what a key or an item stands for changes the posting. */
const DIMENSIONS = ['party', 'deal', 'owner', 'department', 'bank', 'contract', 'shipment']
  .map((d) => `coalesce((SELECT id FROM ledger_key WHERE key = p.${d}), p.${d})`)
  .join(', ')
/** Of an item what never changes, with the posting that opened it; its owner and what is open of it move on. */
const ITEM = `coalesce(i.ref, p.item), CASE WHEN i.journalId = p.journalId THEN json_array(i.id, i.account, i.kind, i.party, i.currency, i.documentDate,
  i.dueDate, i."foreign", i.base, i.deal, i.contract, i.shipment, i.documentKind, i.documentId, i.documentNumber) END`
const POSTINGS = `SELECT j.pos, p.id, p.journalId, p.date, p.account, p.base, p.currency, p."foreign", p.category, ${DIMENSIONS}, ${ITEM}
  FROM journal j CROSS JOIN posting p ON p.journalId = j.id LEFT JOIN open_item i ON i.id = p.item
  WHERE j.pos > ? AND j.pos <= ? ORDER BY j.pos, j.id, p.id`

const digest = (rows: readonly RowValues[]): string => hash('sha256', JSON.stringify(rows), 'base64url')
const changesOf = (rows: readonly RowValues[]) => (rows.length === 0 ? '' : digest(rows))
const ledgerOf = (journals: readonly RowValues[], postings: readonly RowValues[]) =>
  journals.length === 0 ? '' : digest([...journals, ...postings])

/** What stands at a position now, for the entry that is about to be written. What its command did not write is not taken for its own. */
export const contentAt = (sql: Sql, pos: number, wrote: Wrote): Content => {
  const range = [pos - 1, pos]
  const changes = sql.rows(CHANGES, range)
  const journals = sql.rows(JOURNALS, range)
  const postings = journals.length === 0 ? [] : sql.rows(POSTINGS, range)
  return {
    changes: changes.length === wrote.changes ? changesOf(changes) : FOREIGN,
    ledger: journals.length === wrote.journals && postings.length === wrote.postings ? ledgerOf(journals, postings) : FOREIGN,
  }
}

const byPosition = (rows: readonly RowValues[]): Map<number, RowValues[]> => {
  const found = new Map<number, RowValues[]>()
  for (const row of rows) {
    const at = found.get(row[0] as number)
    if (at) at.push(row)
    else found.set(row[0] as number, [row])
  }
  return found
}

/** What stands at the positions after one and up to another; positions with nothing are left out. */
export const contentsBetween = (sql: Sql, after: number, through: number): Map<number, Content> => {
  const changes = byPosition(sql.rows(CHANGES, [after, through]))
  const journals = byPosition(sql.rows(JOURNALS, [after, through]))
  const postings = byPosition(sql.rows(POSTINGS, [after, through]))
  const positions = [...new Set([...changes.keys(), ...journals.keys()])].toSorted((a, b) => a - b)
  return new Map(
    positions.map((pos) => [
      pos,
      { changes: changesOf(changes.get(pos) ?? []), ledger: ledgerOf(journals.get(pos) ?? [], postings.get(pos) ?? []) },
    ]),
  )
}

/** What stands where no entry can tell it: at a position beyond the last entry, or in a journal that is not there. The moment is the posting's day, if any. */
export const strayAfter = (sql: Sql, last: number): { at: string } | null => {
  const beyond = ['change', 'journal', 'audit_seal'].some((table) => sql.prepare(`SELECT 1 FROM ${table} WHERE pos > ? LIMIT 1`).get(last))
  if (beyond) return { at: '' }
  const stray = sql
    .prepare('SELECT date AS at FROM posting WHERE journalId < 1 OR journalId > (SELECT coalesce(max(id), 0) FROM journal) LIMIT 1')
    .get() as { at: string } | undefined
  return stray ?? null
}
