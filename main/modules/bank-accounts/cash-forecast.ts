// The cash forecast (资金预测): what lies in the bank today, and what modules expect to come and go, by ISO week. Rule T62 of SPEC.md.
import { sql } from 'kysely'
import { rateOfDay } from '../../../db/ledger/rates.ts'
import { EXPECTED_CASH, EXPECTED_IN, EXPECTED_LATE } from '../../../preload/contract/modules/bank-accounts/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { addDays, daysBetween, type IsoDate, weekdayOf } from '../../../preload/contract/vocabulary/dates.ts'
import { toBase } from '../../../preload/contract/vocabulary/money.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { expectedCash, type ExpectedCash, type ExpectedCashKind } from '../../records/expected-cash.ts'

type Asked = { lateDays: number; currency?: Currency | undefined }
/** expectedOn: what is overdue is expected today; what customers pay may come late. base: null where no rate is known. */
type Expected = ExpectedCash & { kind: ExpectedCashKind; expectedOn: IsoDate | null; base: number | null }

/** Weeks end on Sundays; the first begins today. */
const weeksFrom = (today: IsoDate, count: number): { from: IsoDate; to: IsoDate }[] => {
  const monday = addDays(today, -weekdayOf(today))
  return Array.from({ length: count }, (_, at) => {
    const from = addDays(monday, 7 * at)
    return { from: at === 0 ? today : from, to: addDays(from, 6) }
  })
}

const isSure = (kind: ExpectedCashKind): boolean => !['instalment', 'purchase', 'freight'].includes(kind)
const signOf = (kind: ExpectedCashKind): 1 | -1 => (EXPECTED_IN.includes(kind) ? 1 : -1)

/** What goes over into base currency at today's rates. */
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

const sourcesOf = (q: QueryContext) =>
  q
    .contributed(expectedCash)
    .flat()
    .toSorted((a, b) => EXPECTED_CASH.indexOf(a.kind) - EXPECTED_CASH.indexOf(b.kind))

const readExpected = async (q: QueryContext, { lateDays, currency }: Asked): Promise<Expected[]> => {
  const found: (ExpectedCash & { kind: ExpectedCashKind })[] = []
  for (const { kind, needs, rows } of sourcesOf(q)) {
    if (!needs.every(q.may)) continue
    for (const row of await rows(q))
      if (currency === undefined || row.currency === currency) found.push({ kind, ...row, minor: Number(row.minor) })
  }
  const inBase = await converter(
    q,
    found.map((one) => one.currency),
  )
  return found.map((one) => {
    const from = one.day === null || one.day >= q.today ? one.day : q.today
    const late = from !== null && EXPECTED_LATE.includes(one.kind) ? addDays(from, lateDays) : from
    return { ...one, expectedOn: late, base: inBase(one.minor, one.currency) }
  })
}

const inBank = (q: QueryContext): { currency: Currency; minor: number }[] =>
  q.sql
    .prepare(
      `SELECT a.currency, sum(s."foreign") AS minor FROM sum_bank s JOIN ledger_key k ON k.key = s.bank JOIN bank_account a ON a.id = k.id
       WHERE s.date <= ? GROUP BY a.currency ORDER BY a.currency`,
    )
    .all(q.today) as { currency: Currency; minor: number }[]

const forecast = async (q: QueryContext, { weeks: count, ...asked }: Asked & { weeks: number }): Promise<QueryOutput<'cash-forecast'>> => {
  const weeks = weeksFrom(q.today, count)
  const everything = await readExpected(q, { lateDays: asked.lateDays })
  const bank = inBank(q)
  const inBase = await converter(
    q,
    bank.map(({ currency }) => currency),
  )
  const { baseCurrency } = q.company
  const { currency } = asked
  const isMeant = (one: { currency: Currency }) => currency === undefined || one.currency === currency
  const amountOf = (one: Expected) => signOf(one.kind) * (currency === undefined ? (one.base ?? 0) : one.minor)
  const opening = bank
    .filter(isMeant)
    .reduce((sum, one) => sum + (currency === undefined ? (inBase(one.minor, one.currency) ?? 0) : one.minor), 0)
  const end = weeks.at(-1)!.to
  const columnOf = (day: IsoDate) => Math.floor(daysBetween(addDays(q.today, -weekdayOf(q.today)), day) / 7)
  const lines = sourcesOf(q)
    .filter(({ needs }) => needs.every(q.may))
    .map(({ kind }) => {
      const cells = weeks.map(() => 0)
      let [later, undated] = [0, 0]
      for (const one of everything) {
        if (one.kind !== kind || !isMeant(one)) continue
        if (one.expectedOn === null) undated += amountOf(one)
        else if (one.expectedOn > end) later += amountOf(one)
        else cells[columnOf(one.expectedOn)]! += amountOf(one)
      }
      return { kind, certainty: isSure(kind) ? ('sure' as const) : ('expected' as const), cells, later, undated }
    })
  const net = weeks.map((_, at) => lines.reduce((sum, { cells }) => sum + cells[at]!, 0))
  let lies = opening
  const closing = net.map((one) => (lies += one))
  const without = [...everything.filter(({ base }) => base === null), ...bank.filter((one) => inBase(one.minor, one.currency) === null)]
  return {
    currency: currency ?? (baseCurrency as Currency),
    currencies: [...new Set([...everything, ...bank].map((one) => one.currency))].toSorted(compareTexts),
    ...{ weeks, opening, lines, net, closing },
    leftOut: sourcesOf(q).flatMap(({ kind, needs }) => (needs.every(q.may) ? [] : [kind])),
    withoutRate: currency === undefined ? [...new Set(without.map((one) => one.currency))].toSorted(compareTexts) : [],
    narrowed: q.may('receivable.view') && q.scope('receivable', 'ok.id', 'uk.id') !== undefined,
  }
}

export const cashForecastQueries = defineQueries({
  'cash-forecast': (asked, q) => forecast(q, asked),
})

export const cashForecastLists = defineLists({
  'expected-cash': async ({ kind, from, to, dated, ...asked }, q) => {
    const all = (await readExpected(q, asked)).filter(
      (one) =>
        (kind === undefined || one.kind === kind) &&
        (dated === undefined || (one.expectedOn !== null) === dated) &&
        (from === undefined || (one.expectedOn !== null && one.expectedOn >= from)) &&
        (to === undefined || (one.expectedOn !== null && one.expectedOn <= to)),
    )
    const given = JSON.stringify(
      all.map((one) => [
        ...[one.id, one.kind, one.number, one.party, one.currency, signOf(one.kind) * one.minor],
        ...[one.base === null ? null : signOf(one.kind) * one.base, one.day, one.expectedOn],
      ]),
    )
    const row = sql<{
      id: string
    }>`(select key as id, value ->> 0 as documentId, value ->> 1 as kind, value ->> 2 as number, value ->> 3 as party,
      value ->> 4 as currency, value ->> 5 as amount, value ->> 6 as amountBase, value ->> 7 as day, value ->> 8 as expectedOn from json_each(${given}))`
    return {
      from: q.db.selectFrom(row.as('t')),
      id: 't.id',
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
        amount: 't.amount',
        amountBase: 't.amountBase',
        documentId: 't.documentId',
      },
    }
  },
})
