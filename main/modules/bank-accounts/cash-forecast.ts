// The cash forecast (资金预测): what lies in the bank today, and what modules expect to come and go, by ISO week. Rule T62 of SPEC.md.
import { sql } from 'kysely'
import { rateOfDay } from '../../../db/ledger/rates.ts'
import { EXPECTED_CASH } from '../../../preload/contract/modules/bank-accounts/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { addDays, daysBetween, type IsoDate, weekdayOf } from '../../../preload/contract/vocabulary/dates.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { computedRows } from '../../records/computed-rows.ts'
import { expectedCash, type ExpectedCash, type ExpectedCashSource } from '../../records/expected-cash.ts'

type Asked = { lateDays: number; currency?: Currency | undefined }
/**
 * expectedOn: what is overdue is expected today; what customers pay may come late. signed: minor units, negative where they go out; base: the same in base
 * currency at today's rate, null where none is known.
 */
type Expected = ExpectedCash & { source: ExpectedCashSource; expectedOn: IsoDate | null; signed: number; base: number | null }

/** Weeks end on Sundays; the first begins today. */
const weeksFrom = (today: IsoDate, count: number): { from: IsoDate; to: IsoDate }[] => {
  const monday = addDays(today, -weekdayOf(today))
  return Array.from({ length: count }, (_, at) => {
    const from = addDays(monday, 7 * at)
    return { from: at === 0 ? today : from, to: addDays(from, 6) }
  })
}

/** Converts into base currency at today's rates. */
const converter = async (q: QueryContext, currencies: Iterable<Currency>) => {
  const { baseCurrency } = q.company
  const rates = new Map<Currency, number>()
  for (const currency of new Set(currencies)) {
    const known = currency === baseCurrency ? undefined : await rateOfDay(q.db, currency, q.today)
    if (known) rates.set(currency, known.rate)
  }
  return (minor: number, currency: Currency): number | null => {
    if (currency === baseCurrency) return minor
    const rate = rates.get(currency)
    return rate === undefined ? null : toBase(minor, currency, rate, baseCurrency)
  }
}

const sourcesOf = (q: QueryContext): { seen: ExpectedCashSource[]; leftOut: ExpectedCashSource[] } => {
  const all = q
    .contributed(expectedCash)
    .flat()
    .toSorted((a, b) => EXPECTED_CASH.indexOf(a.kind) - EXPECTED_CASH.indexOf(b.kind))
  return { seen: all.filter(({ needs }) => needs.every(q.may)), leftOut: all.filter(({ needs }) => !needs.every(q.may)) }
}

const readExpected = async (q: QueryContext, sources: readonly ExpectedCashSource[], lateDays: number): Promise<Expected[]> => {
  const found: (ExpectedCash & { source: ExpectedCashSource })[] = []
  for (const source of sources) for (const row of await source.rows(q)) found.push({ source, ...row })
  const inBase = await converter(
    q,
    found.map((one) => one.currency),
  )
  return found.map((one) => {
    const { source, day, minor, currency } = one
    const due = day === null || day >= q.today ? day : q.today
    const signed = source.direction === 'in' ? minor : -minor
    return { ...one, expectedOn: due !== null && source.mayBeLate ? addDays(due, lateDays) : due, signed, base: inBase(signed, currency) }
  })
}

const inBank = (q: QueryContext): { currency: Currency; minor: number }[] =>
  q.sql
    .prepare(
      `SELECT a.currency, sum(s."foreign") AS minor FROM sum_bank s JOIN ledger_key k ON k.key = s.bank JOIN bank_account a ON a.id = k.id
       WHERE s.date <= ? GROUP BY a.currency ORDER BY a.currency`,
    )
    .all(q.today) as { currency: Currency; minor: number }[]

const forecast = async (
  q: QueryContext,
  { weeks: count, lateDays, currency }: Asked & { weeks: number },
): Promise<QueryOutput<'cash-forecast'>> => {
  const weeks = weeksFrom(q.today, count)
  const { seen, leftOut } = sourcesOf(q)
  const everything = await readExpected(q, seen, lateDays)
  const bank = inBank(q)
  const inBase = await converter(
    q,
    bank.map((one) => one.currency),
  )
  const balances = bank.map((one) => ({ ...one, signed: one.minor, base: inBase(one.minor, one.currency) }))
  /** What a figure counts of an amount: its own currency, or all in base currency. */
  const countedOf = (one: { currency: Currency; signed: number; base: number | null }): number =>
    currency === undefined ? (one.base ?? 0) : one.currency === currency ? one.signed : 0
  const end = weeks.at(-1)!.to
  const weekOf = (day: IsoDate) => Math.floor(daysBetween(addDays(q.today, -weekdayOf(q.today)), day) / 7)
  const lines = seen.map(({ kind, certainty }) => {
    const cells = weeks.map(() => 0)
    let [later, undated] = [0, 0]
    for (const one of everything) {
      if (one.source.kind !== kind) continue
      if (one.expectedOn === null) undated += countedOf(one)
      else if (one.expectedOn > end) later += countedOf(one)
      else cells[weekOf(one.expectedOn)]! += countedOf(one)
    }
    return { kind, certainty, cells, later, undated }
  })
  const flowOf = (direction: ExpectedCashSource['direction']) =>
    lines.flatMap(({ cells }, at) => (seen[at]!.direction === direction ? cells : [])).reduce((a, b) => a + b, 0)
  const opening = balances.reduce((sum, one) => sum + countedOf(one), 0)
  const net = weeks.map((_, at) => lines.reduce((sum, { cells }) => sum + cells[at]!, 0))
  const closing: number[] = []
  for (const one of net) closing.push((closing.at(-1) ?? opening) + one)
  const balance = closing.reduce((a, b) => Math.min(a, b))
  const all = [...everything, ...balances]
  const named = (of: readonly { currency: Currency }[]) => [...new Set(of.map((one) => one.currency))].toSorted(compareTexts)
  return {
    currency: currency ?? (q.company.baseCurrency as Currency),
    currencies: named(all),
    ...{ weeks, opening, lines, net, closing, inflow: flowOf('in'), outflow: flowOf('out') },
    lowest: { week: closing.indexOf(balance), balance },
    leftOut: leftOut.map(({ kind }) => kind),
    withoutRate: currency === undefined ? named(all.filter(({ base }) => base === null)) : [],
    narrowed: seen.some(({ scope }) => scope !== null && q.scope(scope, 'x.owner', 'x.department') !== undefined),
  }
}

export const cashForecastQueries = defineQueries({
  'cash-forecast': (asked, q) => forecast(q, asked),
})

export const cashForecastLists = defineLists({
  'expected-cash': async ({ kind, from, to, dated, lateDays, currency }, q) => {
    const sources = sourcesOf(q).seen.filter((source) => kind === undefined || source.kind === kind)
    const isInside = (day: IsoDate | null): boolean =>
      day === null ? from === undefined && to === undefined : (from === undefined || day >= from) && (to === undefined || day <= to)
    const rows = (await readExpected(q, sources, lateDays)).filter(
      (one) =>
        (currency === undefined || one.currency === currency) &&
        (dated === undefined || (one.expectedOn !== null) === dated) &&
        isInside(one.expectedOn),
    )
    const made = computedRows(
      rows.map((one, at) => ({ ...one, row: at, kind: one.source.kind })),
      ['row', 'id', 'kind', 'number', 'party', 'currency', 'signed', 'base', 'day', 'expectedOn'],
    )
    return {
      from: q.db.selectFrom(made.as('t')),
      id: 't.row',
      scope: 'company', // each module has decided what the viewer sees
      search: ['t.number', 't.party'],
      fields: {
        expectedOn: 't.expectedOn',
        dueDate: 't.day',
        daysOverdue: sql`case when t.day < ${q.today} then cast(julianday(${q.today}) - julianday(t.day) as integer) end`,
        kind: 't.kind',
        document: 't.number',
        party: 't.party',
        currency: 't.currency',
        amount: 't.signed',
        amountBase: 't.base',
        documentId: 't.id',
      },
    }
  },
})
