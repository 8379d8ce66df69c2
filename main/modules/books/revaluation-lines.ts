// What stands in foreign currency at the end of a day, and what it is worth at that day's rates. Rule T25 of SPEC.md.
import type { ReadableDb, Sql } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { rateOfDay } from '../../../db/ledger/rates.ts'

/** A bank account, or an open item by its reference. Amounts are signed minor units, debit positive. */
export type OpenBalance = {
  account: string
  bankAccountId: string | null
  item: string | null
  kind: string | null
  subject: string
  name: string
  documentId: string | null
  currency: string
  foreign: number
  base: number
}
export type Valued = OpenBalance & {
  rate: number | null
  /** Null where a rate is needed and none is known. */
  after: number | null
}

/** Money, claims and debts in money; what is settled with goods (2203, 1123) only when asked for. */
const MONETARY = ['1122', '2202', '2241', '1221']
const WITH_ADVANCES = [...MONETARY, '2203', '1123']

/** Accounts with anything on them, one that is empty in its currency among them. */
const banksOn = (sql: Sql, base: string, on: IsoDate): OpenBalance[] =>
  sql
    .prepare(
      `SELECT '1002' AS account, b.id AS bankAccountId, NULL AS item, NULL AS kind, b.code AS subject, b.name, NULL AS documentId, b.currency,
         sum(s."foreign") AS "foreign", sum(s.base) AS base
       FROM bank_account b JOIN ledger_key k ON k.id = b.id JOIN sum_bank s ON s.bank = k.key AND s.date <= ?
       WHERE b.currency <> ? GROUP BY b.id HAVING sum(s."foreign") <> 0 OR sum(s.base) <> 0 ORDER BY b.codeKey`,
    )
    .all(on, base) as OpenBalance[]

/** Items that were open on the day: those open now or touched since, rolled back. */
const itemsOn = (sql: Sql, base: string, on: IsoDate, accounts: readonly string[]): OpenBalance[] =>
  sql
    .prepare(
      `SELECT i.account, NULL AS bankAccountId, i.ref AS item, i.kind, i.documentNumber AS subject, coalesce(p.name, '') AS name, i.documentId, i.currency,
         m.f AS "foreign", m.b AS base
       FROM (SELECT id, sum(f) AS f, sum(b) AS b FROM (
           SELECT id, openForeign AS f, openBase AS b FROM open_item
           WHERE account IN (${accounts.map(() => '?').join(',')}) AND (openForeign <> 0 OR openBase <> 0)
           UNION ALL SELECT item, -"foreign", -base FROM posting WHERE item IS NOT NULL AND date > ?
         ) GROUP BY id HAVING sum(f) <> 0) m
       JOIN open_item i ON i.id = m.id LEFT JOIN ledger_key k ON k.key = i.party LEFT JOIN party p ON p.id = k.id
       WHERE i.currency <> ? AND i.account IN (${accounts.map(() => '?').join(',')})
       ORDER BY i.account, i.documentDate, i.documentNumber, i.id`,
    )
    .all(...accounts, on, base, ...accounts) as OpenBalance[]

/** Everything in foreign currency at the end of the day with its worth at the rate in force on it; what is empty is worth nothing and needs no rate. */
export const valuedOn = async (
  reading: { sql: Sql; db: ReadableDb; baseCurrency: string },
  on: IsoDate,
  withAdvances: boolean,
): Promise<{ lines: Valued[]; missing: string[] }> => {
  const { sql, db, baseCurrency } = reading
  const balances = [...banksOn(sql, baseCurrency, on), ...itemsOn(sql, baseCurrency, on, withAdvances ? WITH_ADVANCES : MONETARY)]
  const rates = new Map<string, number | undefined>()
  for (const { currency, foreign } of balances)
    if (foreign !== 0 && !rates.has(currency)) rates.set(currency, (await rateOfDay(db, currency, on))?.rate)
  const lines = balances.map((s): Valued => {
    if (s.foreign === 0) return { ...s, rate: null, after: 0 }
    const rate = rates.get(s.currency)
    return rate === undefined ? { ...s, rate: null, after: null } : { ...s, rate, after: toBase(s.foreign, s.currency, rate, baseCurrency) }
  })
  return { lines, missing: [...rates].filter(([, rate]) => rate === undefined).map(([currency]) => currency) }
}

/** What a line changes in base; nothing while its rate is unknown. */
export const differenceOf = (line: { base: number; after: number | null }): number => (line.after === null ? 0 : line.after - line.base)
export const sumOf = (lines: readonly Valued[], of: 'bank' | 'item'): number =>
  lines.reduce((sum, l) => sum + ((l.item === null) === (of === 'bank') ? differenceOf(l) : 0), 0)
