// Posting: the only place where journal and posting rows come into being, with the open items and sums that belong to them. Rules L1… in SPEC.md.
import { refuse } from '../../preload/contract/refusals.ts'
import type { WritableDb } from '../tx.ts'
import { closedThrough } from './periods.ts'
import { keepSums } from './sums.ts'

export type JournalKind =
  | 'opening'
  | 'dispatch'
  | 'bill'
  | 'receipt'
  | 'claim'
  | 'allocation'
  | 'payment'
  | 'transfer'
  | 'write-off'
  | 'tax-refund'
  | 'credit-note'
  | 'cost-adjustment'
  | 'reversal'
export type ItemKind = 'invoice' | 'advance' | 'credit-note' | 'bill' | 'prepayment' | 'unclaimed' | 'tax-refund' | 'commission'

export type Dimensions = {
  partyId?: string | null
  dealId?: string | null
  /** Salesperson. */
  ownerId?: string | null
  departmentId?: string | null
  bankAccountId?: string | null
  contractId?: string | null
  shipmentId?: string | null
  /** Kind of cost on 66xx accounts. */
  category?: string | null
}
/** base and foreign: signed minor units, debit positive. In base currency both are the same number. */
export type PostingLine = Dimensions & {
  account: string
  currency: string
  foreign: number
  base: number
  /** Opens a new item with this reference and due date … */
  opens?: { ref: string; kind: ItemKind; dueDate: string; documentDate?: string }
  /** … or moves an existing one. */
  item?: string
}
export type JournalInput = {
  date: string
  kind: JournalKind
  documentKind: string
  documentId: string
  documentNumber: string
  memo: string
  lines: readonly PostingLine[]
}
export type ItemRow = {
  id: number
  ref: string
  account: string
  kind: ItemKind
  party: number | null
  currency: string
  documentDate: string
  dueDate: string
  foreign: number
  base: number
  openForeign: number
  openBase: number
  deal: number | null
  owner: number | null
  department: number | null
  contract: number | null
  shipment: number | null
  documentKind: string
  documentId: string
  documentNumber: string
  journalId: number
}

/** What one command has looked up: the lines of a journal share their party, owner and accounts. */
type Known = { keys: Map<string, number>; itemised: Map<string, boolean> }
const knownBy = new WeakMap<WritableDb, Known>()
const known = (tx: WritableDb): Known => {
  const before = knownBy.get(tx)
  if (before) return before
  const made: Known = { keys: new Map(), itemised: new Map() }
  knownBy.set(tx, made)
  return made
}

/** The small integer that stands for a uuid in the ledger; made when first seen. */
export const ledgerKey = (tx: WritableDb, id: string | null | undefined): number | null => {
  if (id === null || id === undefined) return null
  const { keys } = known(tx)
  const before = keys.get(id)
  if (before !== undefined) return before
  const found = tx.sql.prepare('SELECT key FROM ledger_key WHERE id = ?').get(id) as { key: number } | undefined
  // One made here is not remembered: it goes with a transaction that is rolled back.
  if (!found) return Number(tx.sql.prepare('INSERT INTO ledger_key(id) VALUES (?)').run(id).lastInsertRowid)
  keys.set(id, found.key)
  return found.key
}

/** An open item by its reference, or undefined. */
export const itemByRef = (tx: WritableDb, ref: string): ItemRow | undefined =>
  tx.sql.prepare('SELECT * FROM open_item WHERE ref = ?').get(ref) as ItemRow | undefined

type Stored = { account: string; currency: string; foreign: number; base: number; category: string | null; itemId: number | null } & Record<
  DimensionKey,
  number | null
>
type DimensionKey = 'party' | 'deal' | 'owner' | 'department' | 'bank' | 'contract' | 'shipment'

/**
 * Posts one balanced journal and keeps items and sums with it. Zero lines are left out; a journal with nothing left posts nothing and gives 0.
 * Refuses `period-closed` on or before the closed day, `ledger-unbalanced` when base amounts do not sum to zero (L1, L5).
 */
export const post = (tx: WritableDb, journal: JournalInput): number => {
  const lines = journal.lines.filter((l) => l.base !== 0 || l.foreign !== 0)
  if (lines.length === 0) return 0
  openPeriod(tx, journal.date)
  const difference = lines.reduce((sum, l) => sum + l.base, 0)
  if (difference !== 0) refuse('ledger-unbalanced', { difference }) // L1
  const journalId = insertJournal(tx, journal, null)
  const posted: Stored[] = []
  for (const line of lines) {
    const stored: Stored = {
      account: line.account,
      currency: line.currency,
      foreign: line.foreign,
      base: line.base,
      category: line.category ?? null,
      party: ledgerKey(tx, line.partyId),
      deal: ledgerKey(tx, line.dealId),
      owner: ledgerKey(tx, line.ownerId),
      department: ledgerKey(tx, line.departmentId),
      bank: ledgerKey(tx, line.bankAccountId),
      contract: ledgerKey(tx, line.contractId),
      shipment: ledgerKey(tx, line.shipmentId),
      itemId: null,
    }
    if (line.opens) stored.itemId = openItem(tx, journal, journalId, line.opens, stored)
    else if (line.item !== undefined) {
      const item = itemByRef(tx, line.item)
      if (!item) throw new Error(`no open item ${line.item}`)
      if (item.account !== line.account || item.currency !== line.currency)
        throw new Error(`item ${line.item} is on ${item.account} in ${item.currency}`)
      stored.itemId = item.id
    } else if (itemised(tx, line.account)) throw new Error(`account ${line.account} is kept by items`) // L4
    insertPosting(tx, journalId, journal.date, stored)
    posted.push(stored)
  }
  keepSums(tx.sql, journal.date, posted)
  return journalId
}

/**
 * Takes a journal back by a mirrored one on `date` (红冲); the journal itself never changes (L2, L3).
 * Refuses `already-reversed`, and `period-closed` for the date of the reversal. Whether items it opened are still untouched is for the module to check.
 */
export const reverse = (tx: WritableDb, journalId: number, date: string, memo: string): number => {
  const original = tx.sql.prepare('SELECT * FROM journal WHERE id = ?').get(journalId) as
    | { date: string; documentKind: string; documentId: string; documentNumber: string }
    | undefined
  if (!original) throw new Error(`no journal ${journalId}`)
  if (tx.sql.prepare('SELECT 1 FROM journal WHERE reverses = ?').get(journalId))
    refuse('already-reversed', { document: original.documentNumber })
  if (date < original.date) refuse('date-out-of-order', { earlier: original.date, later: date })
  openPeriod(tx, date)
  const id = insertJournal(
    tx,
    {
      date,
      kind: 'reversal',
      documentKind: original.documentKind,
      documentId: original.documentId,
      documentNumber: original.documentNumber,
      memo,
      lines: [],
    },
    journalId,
  )
  const lines = tx.sql.prepare('SELECT * FROM posting WHERE journalId = ? ORDER BY id').all(journalId) as (Stored & {
    item: number | null
  })[]
  const mirrored = lines.map((l): Stored => ({ ...l, foreign: -l.foreign, base: -l.base, itemId: l.item }))
  for (const line of mirrored) insertPosting(tx, id, date, line)
  keepSums(tx.sql, date, mirrored)
  return id
}

const openPeriod = (tx: WritableDb, date: string) => {
  const closed = closedThrough(tx.sql)
  if (closed !== null && date <= closed) refuse('period-closed', { closedThrough: closed, date }) // L5
}

const itemised = (tx: WritableDb, account: string): boolean => {
  const accounts = known(tx).itemised
  const before = accounts.get(account)
  if (before !== undefined) return before
  const row = tx.sql.prepare('SELECT itemised FROM account WHERE code = ?').get(account) as { itemised: number } | undefined
  if (!row) throw new Error(`no account ${account}`)
  accounts.set(account, row.itemised === 1)
  return row.itemised === 1
}

const insertJournal = (tx: WritableDb, j: JournalInput, reverses: number | null): number => {
  tx.touched.add('journal')
  return Number(
    tx.sql
      .prepare('INSERT INTO journal(date, kind, documentKind, documentId, documentNumber, memo, pos, reverses) VALUES (?,?,?,?,?,?,?,?)')
      .run(j.date, j.kind, j.documentKind, j.documentId, j.documentNumber, j.memo, tx.pos, reverses).lastInsertRowid,
  )
}

const openItem = (tx: WritableDb, j: JournalInput, journalId: number, opens: NonNullable<PostingLine['opens']>, s: Stored): number =>
  Number(
    tx.sql
      .prepare(
        `INSERT INTO open_item(ref, account, kind, party, currency, documentDate, dueDate, "foreign", base, openForeign, openBase,
         deal, owner, department, contract, shipment, documentKind, documentId, documentNumber, journalId) VALUES (?,?,?,?,?,?,?,?,?,0,0,?,?,?,?,?,?,?,?,?)`,
      )
      .run(
        opens.ref,
        s.account,
        opens.kind,
        s.party,
        s.currency,
        opens.documentDate ?? j.date,
        opens.dueDate,
        s.foreign,
        s.base,
        s.deal,
        s.owner,
        s.department,
        s.contract,
        s.shipment,
        j.documentKind,
        j.documentId,
        j.documentNumber,
        journalId,
      ).lastInsertRowid,
  )

const insertPosting = (tx: WritableDb, journalId: number, date: string, s: Stored): void => {
  tx.touched.add('posting')
  tx.sql
    .prepare(
      'INSERT INTO posting(journalId, date, account, base, currency, "foreign", party, deal, owner, department, bank, contract, shipment, category, item) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)',
    )
    .run(
      journalId,
      date,
      s.account,
      s.base,
      s.currency,
      s.foreign,
      s.party,
      s.deal,
      s.owner,
      s.department,
      s.bank,
      s.contract,
      s.shipment,
      s.category,
      s.itemId,
    )
  if (s.itemId !== null)
    tx.sql
      .prepare('UPDATE open_item SET openForeign = openForeign + ?, openBase = openBase + ? WHERE id = ?')
      .run(s.foreign, s.base, s.itemId)
}
