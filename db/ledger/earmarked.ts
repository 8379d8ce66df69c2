// Money that lies there for a contract and is not applied yet, counted against what that contract owes (T38): a deposit in hand is not overdue.
import type { Sql } from '../open.ts'
import { baseClearedOn } from './clearing.ts'
import { accountsSql, SIDE, type Side } from './sides.ts'
import { compareTexts } from '../../preload/contract/vocabulary/compare-texts.ts'

/** What is owed and still open; `open` is positive minor units. `parts`: what of it is each contract's, where it has no contract of its own. */
export type OwedItem = {
  id: number
  party: number
  currency: string
  contract: number | null
  deal: number | null
  dueDate: string
  open: number
  parts?: ReadonlyMap<number, number>
}
/** Money that waits to be applied; `open` is positive minor units. */
export type WaitingItem = { id: number; party: number; currency: string; contract: number | null; deal: number | null; open: number }

/**
 * What of each owed item is met by money meant for its contract, or for its deal where the money names no contract: the same party and currency, what is due
 * first before the rest. Neither money nor item counts twice. Money that names nothing meets nothing until it is applied. By item id, positive minor units.
 */
export const earmark = (owed: readonly OwedItem[], waiting: readonly WaitingItem[]): Map<number, number> => {
  const owedBy = new Map<string, OwedItem[]>()
  for (const item of owed.toSorted((a, b) => compareTexts(a.dueDate, b.dueDate) || a.id - b.id)) {
    const key = `${item.party}:${item.currency}`
    const known = owedBy.get(key)
    if (known) known.push(item)
    else owedBy.set(key, [item])
  }
  const met = new Map<number, number>()
  const usedOfPart = new Map<string, number>()
  // A contract's own money first: what names the deal alone may meet any of its contracts.
  const meant = waiting
    .filter((w) => w.contract !== null || w.deal !== null)
    .toSorted((a, b) => Number(a.contract === null) - Number(b.contract === null) || a.id - b.id)
  for (const money of meant) {
    let left = money.open
    for (const item of owedBy.get(`${money.party}:${money.currency}`) ?? []) {
      if (left === 0) break
      const key = `${item.id}:${money.contract}`
      const before = met.get(item.id) ?? 0
      const taken = Math.min(left, item.open - before, roomFor(item, money, usedOfPart.get(key) ?? 0))
      if (taken <= 0) continue
      met.set(item.id, before + taken)
      usedOfPart.set(key, (usedOfPart.get(key) ?? 0) + taken)
      left -= taken
    }
  }
  return met
}

/** The most of an item that this money is meant for. */
const roomFor = (item: OwedItem, money: WaitingItem, used: number): number => {
  if (money.contract === null) return item.deal === money.deal ? item.open : 0
  if (item.contract !== null) return item.contract === money.contract ? item.open : 0
  return (item.parts?.get(money.contract) ?? 0) - used
}

export type Earmarked = { id: number; party: number; dueDate: string; open: number; foreign: number; base: number }
/** `asOf`: a day that is past, when something was posted after it; absent for what is open now. */
export type EarmarkedOf = { side: Side; asOf?: string | undefined; party?: string | undefined }
type Row = {
  id: number
  kind: string
  party: number
  currency: string
  contract: number | null
  deal: number | null
  dueDate: string
  documentId: string
  f: number
  b: number
  foreign: number
  base: number
}

const COLUMNS = `i.id, i.kind, i.party, i.currency, i.contract, i.deal, i.dueDate, i.documentId, i."foreign", i.base`
/** Items as they stand, or as they stood; a party's alone where one is asked for. The unit of the index of open items is account and party. */
const openItemsOf = (side: Side, asOf: string | undefined): string =>
  asOf === undefined
    ? `SELECT ${COLUMNS}, i.openForeign AS f, i.openBase AS b FROM open_item i WHERE i.account IN ${accountsSql(side)} AND (i.openForeign <> 0 OR i.openBase <> 0)`
    : `SELECT ${COLUMNS}, m.f, m.b FROM (
        SELECT id, sum(f) AS f, sum(b) AS b FROM (
          SELECT id, openForeign AS f, openBase AS b FROM open_item WHERE account IN ${accountsSql(side)} AND (openForeign <> 0 OR openBase <> 0)
          UNION ALL SELECT item, -"foreign", -base FROM posting WHERE item IS NOT NULL AND date > @asOf
        ) GROUP BY id HAVING sum(f) <> 0) m CROSS JOIN open_item i ON i.id = m.id WHERE i.account IN ${accountsSql(side)}`
const kinds = (all: readonly string[]): string => `(${all.map((k) => `'${k}'`).join(', ')})`

/** What of a bill over several purchase contracts is each contract's, by the bill. */
const partsOfBills = (sql: Sql, bills: readonly string[]): Map<string, Map<number, number>> => {
  const found = new Map<string, Map<number, number>>()
  if (bills.length === 0) return found
  const rows = sql
    .prepare(
      `SELECT b.billId, k.key AS contract, sum(b.amount) AS amount FROM json_each(?) j JOIN bill_line b ON b.billId = j.value
       JOIN purchase_line p ON p.id = b.purchaseLineId JOIN ledger_key k ON k.id = p.contractId GROUP BY b.billId, k.key`,
    )
    .all(JSON.stringify(bills)) as { billId: string; contract: number; amount: number }[]
  for (const { billId, contract, amount } of rows) found.set(billId, (found.get(billId) ?? new Map<number, number>()).set(contract, amount))
  return found
}

/**
 * What is owed and met by money that lies there for it, item by item: positive minor units of the item's currency, and what of its base amount that is.
 * Two steps over the index of open items: the money that waits, and what is owed by the parties who sent it.
 */
export const earmarkedItems = (sql: Sql, { side, asOf, party }: EarmarkedOf): Earmarked[] => {
  const { sign, owed, waiting } = SIDE[side]
  const given = { ...(asOf === undefined ? {} : { asOf }), ...(party === undefined ? {} : { party }) }
  const ofParty = party === undefined ? '' : ' AND i.party = (SELECT key FROM ledger_key WHERE id = @party)'
  const money = sql
    .prepare(
      `${openItemsOf(side, asOf)}${ofParty} AND i.party IS NOT NULL AND i.kind IN ${kinds(waiting)} AND (i.contract IS NOT NULL OR i.deal IS NOT NULL)`,
    )
    .all(given) as Row[]
  if (money.length === 0) return []
  const senders = JSON.stringify([...new Set(money.map((m) => m.party))])
  const due = sql
    .prepare(`${openItemsOf(side, asOf)} AND i.party IN (SELECT value FROM json_each(@senders)) AND i.kind IN ${kinds(owed)}`)
    .all({ ...(asOf === undefined ? {} : { asOf }), senders }) as Row[]
  const parts = partsOfBills(sql, side === 'payable' ? due.flatMap((i) => (i.contract === null ? [i.documentId] : [])) : [])
  const open = (row: Row) => Math.max(0, row.f * sign)
  const met = earmark(
    due.map((i) => ({ ...i, open: open(i), parts: parts.get(i.documentId) ?? new Map() })),
    money.map((m) => ({ ...m, open: Math.max(0, -m.f * sign) })),
  )
  return due.flatMap((i) => {
    const foreign = met.get(i.id) ?? 0
    if (foreign === 0) return []
    const { base } = baseClearedOn(i, [{ date: '', foreign: i.f, base: i.b }], foreign)
    return [{ id: i.id, party: i.party, dueDate: i.dueDate, open: open(i), foreign, base: base * sign }]
  })
}

/** Ids of items that are met in full, as JSON for a statement: nothing of them is overdue. */
export const metInFull = (sql: Sql, of: EarmarkedOf): string =>
  JSON.stringify(earmarkedItems(sql, of).flatMap((e) => (e.foreign === e.open ? [e.id] : [])))
