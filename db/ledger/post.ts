// Posting: the only place where journal and posting rows come into being, with the open items and sums that belong to them. Rules L1… in SPEC.md.
import { refuse } from '../../preload/contract/refusals.ts'
import type { Sql } from '../open.ts'
import { writeUntaken } from '../taken.ts'
import type { WritableDb } from '../tx.ts'
import { requireNotBefore } from './days.ts'
import { closedThrough, lastRevaluation } from './periods.ts'
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
  | 'bank-charge'
  | 'revaluation'
  | 'reversal'
export type ItemKind = 'invoice' | 'advance' | 'credit-note' | 'bill' | 'prepayment' | 'unclaimed' | 'tax-refund' | 'commission' | 'refund'

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

/** What a connection has looked up and what never changes: the keys of committed records (the newest of them), and which accounts are kept by items. */
type Lasting = { keys: Map<string, number>; itemised: Map<string, boolean> }
const lastingOf = new WeakMap<Sql, Lasting>()
const lasting = (sql: Sql): Lasting => {
  const before = lastingOf.get(sql)
  if (before) return before
  const made: Lasting = { keys: new Map(), itemised: new Map() }
  lastingOf.set(sql, made)
  return made
}
const REMEMBERED_KEYS = 20_000

/** What one command has looked up: the lines of a journal share their party and owner. */
const foundBy = new WeakMap<WritableDb, Map<string, number>>()
/** Keys that a command has looked up may be remembered once it is committed: before, one may go again with the transaction that made it. */
export const rememberKeys = (tx: WritableDb): void => {
  const { keys } = lasting(tx.sql)
  for (const [id, key] of foundBy.get(tx) ?? []) {
    if (keys.size >= REMEMBERED_KEYS) keys.delete(keys.keys().next().value!)
    keys.set(id, key)
  }
}

/** The small integer that stands for a uuid in the ledger; made when first seen. */
export const ledgerKey = (tx: WritableDb, id: string | null | undefined): number | null => {
  if (id === null || id === undefined) return null
  const found = foundBy.get(tx) ?? new Map<string, number>()
  const before = lasting(tx.sql).keys.get(id) ?? found.get(id)
  if (before !== undefined) return before
  const row = tx.sql.prepare('SELECT key FROM ledger_key WHERE id = ?').get(id) as { key: number } | undefined
  // One made here is not remembered: it goes with a transaction that is rolled back.
  if (!row) {
    const key = Number(tx.sql.prepare('INSERT INTO ledger_key(id) VALUES (?)').run(id).lastInsertRowid)
    tx.report('ledger_key', [key])
    return key
  }
  found.set(id, row.key)
  foundBy.set(tx, found)
  return row.key
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
 * Refuses `period-closed` on or before the closed day, `period-revalued` where foreign money of that day has been revalued, `ledger-unbalanced` when base
 * amounts do not sum to zero (L1, L5, L12).
 */
export const post = (tx: WritableDb, journal: JournalInput): number => {
  const lines = journal.lines.filter((l) => l.base !== 0 || l.foreign !== 0)
  if (lines.length === 0) return 0
  openPeriod(tx, journal.date)
  unrevalued(tx, journal.date, lines)
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
    if (stored.itemId !== null && !line.opens) moveItem(tx, stored.itemId, stored)
    posted.push(stored)
  }
  keepSums(tx, journal.date, posted)
  return journalId
}

/**
 * Takes a journal back by a mirrored one on `date` (红冲); the journal itself never changes (L2, L3).
 * Refuses `already-reversed`, and `period-closed` or `period-revalued` for the date of the reversal. Whether items it opened are still untouched is for the module to check.
 */
export const reverse = (tx: WritableDb, journalId: number, date: string, memo: string): number => {
  const original = tx.sql.prepare('SELECT * FROM journal WHERE id = ?').get(journalId) as
    | { date: string; documentKind: string; documentId: string; documentNumber: string }
    | undefined
  if (!original) throw new Error(`no journal ${journalId}`)
  if (tx.sql.prepare('SELECT 1 FROM journal WHERE reverses = ?').get(journalId))
    refuse('already-reversed', { document: original.documentNumber })
  requireNotBefore(date, original.date)
  openPeriod(tx, date)
  const lines = tx.sql.prepare('SELECT * FROM posting WHERE journalId = ? ORDER BY id').all(journalId) as (Stored & {
    item: number | null
  })[]
  unrevalued(tx, date, lines)
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
  const mirrored = lines.map((l): Stored => ({ ...l, foreign: -l.foreign, base: -l.base, itemId: l.item }))
  for (const line of mirrored) {
    insertPosting(tx, id, date, line)
    if (line.itemId !== null) moveItem(tx, line.itemId, line)
  }
  keepSums(tx, date, mirrored)
  return id
}

const openPeriod = (tx: WritableDb, date: string) => {
  const closed = closedThrough(tx.sql)
  if (closed !== null && date <= closed) refuse('period-closed', { closedThrough: closed, date }) // L5
}

/** L12. What a revaluation has valued on its day does not change any more on that day or before. */
const unrevalued = (tx: WritableDb, date: string, lines: readonly { account: string; currency: string }[]) => {
  const last = lastRevaluation(tx.sql)
  if (!last || date > last.on) return
  const { base } = tx.sql.prepare("SELECT json_extract(value, '$.baseCurrency') AS base FROM setting WHERE key = 'company'").get() as {
    base: string
  }
  if (lines.some((l) => l.currency !== base && (l.account === '1002' || itemised(tx, l.account))))
    refuse('period-revalued', { revaluedThrough: last.on, number: last.number, date })
}

const itemised = (tx: WritableDb, account: string): boolean => {
  const accounts = lasting(tx.sql).itemised
  const before = accounts.get(account)
  if (before !== undefined) return before
  const row = tx.sql.prepare('SELECT itemised FROM account WHERE code = ?').get(account) as { itemised: number } | undefined
  if (!row) throw new Error(`no account ${account}`)
  accounts.set(account, row.itemised === 1)
  return row.itemised === 1
}

const insertJournal = (tx: WritableDb, j: JournalInput, reverses: number | null): number => {
  tx.touched.add('journal')
  tx.wrote.journals += 1
  const id = Number(
    tx.sql
      .prepare('INSERT INTO journal(date, kind, documentKind, documentId, documentNumber, memo, pos, reverses) VALUES (?,?,?,?,?,?,?,?)')
      .run(j.date, j.kind, j.documentKind, j.documentId, j.documentNumber, j.memo, tx.pos, reverses).lastInsertRowid,
  )
  // Its postings are in its unit.
  tx.report('journal', [id])
  return id
}

/** A new item stands open with the posting that opens it. */
const openItem = (tx: WritableDb, j: JournalInput, journalId: number, opens: NonNullable<PostingLine['opens']>, s: Stored): number => {
  const id = Number(
    writeUntaken('open_item.ref', () =>
      tx.sql
        .prepare(
          `INSERT INTO open_item(ref, account, kind, party, currency, documentDate, dueDate, "foreign", base, openForeign, openBase,
         deal, owner, department, contract, shipment, documentKind, documentId, documentNumber, journalId) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
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
        ),
    ).lastInsertRowid,
  )
  tx.report('open_item', [id])
  return id
}

const insertPosting = (tx: WritableDb, journalId: number, date: string, s: Stored): void => {
  tx.touched.add('posting')
  tx.wrote.postings += 1
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
}

const moveItem = (tx: WritableDb, itemId: number, by: { foreign: number; base: number }): void => {
  tx.sql
    .prepare('UPDATE open_item SET openForeign = openForeign + ?, openBase = openBase + ? WHERE id = ?')
    .run(by.foreign, by.base, itemId)
  tx.report('open_item', [itemId])
}
