// The sums of a list over all rows that match, plain and by currency, and the ledger's word on them.
import { sql } from 'kysely'
import type { ListAnswer } from '../../preload/contract/define/index.ts'
import { scaledText } from '../../preload/contract/vocabulary/decimal.ts'
import type { AnySelect, ListRequest, ListSource, QueryContext } from './define-query.ts'
import type { Raw, Visible } from './list-cells.ts'
import { asSql, fieldOf, isDecimal } from './list-conditions.ts'
import { statementOf, type Statement } from './statement.ts'

export type Summed = { plain: Visible; byCurrency: { currency: string; columns: Visible }[] }
export const summedOf = (visible: Visible): Summed => {
  const summed = visible.filter(([, c]) => c.total)
  const inBase = ([, c]: Visible[number]) => c.kind !== 'money' || c.currency === 'base'
  const currencies = new Set(summed.filter((v) => !inBase(v)).map(([, c]) => c.currency!))
  return {
    plain: summed.filter(inBase),
    byCurrency: [...currencies].map((currency) => ({ currency, columns: summed.filter(([, c]) => c.currency === currency) })),
  }
}

export type Totals = { count: number; totals: NonNullable<ListAnswer['totals']> }
/** Sums as read, in the order of the columns, as an answer tells them. */
export const visibleTotals = (
  { plain, byCurrency }: Summed,
  sums: { count: number; plain: readonly number[]; byCurrency: readonly (readonly [code: string | null, ...sums: number[]])[][] },
  base: string,
): Totals => {
  const totals: Totals['totals'] = {}
  plain.forEach(([name, column], i) => {
    const value = sums.plain[i] ?? 0
    totals[name] =
      column.kind === 'money'
        ? [{ minor: value, currency: base }]
        : [isDecimal(column.kind) ? scaledText(value, column.kind) : String(value)]
  })
  byCurrency.forEach(({ columns }, group) =>
    columns.forEach(([name], i) => {
      totals[name] = sums.byCurrency[group]!.flatMap(([code, ...of]) => (code === null ? [] : [{ minor: of[i] ?? 0, currency: code }]))
    }),
  )
  return { count: sums.count, totals }
}

/** SQLite leaves out joins that nobody asks for, but not of a statement that sums: so the narrow rows are read first, and summed around (the limit keeps them apart). */
const narrowSums = (query: AnySelect, source: ListSource, plain: Visible, q: QueryContext): AnySelect => {
  const rows = query.select([asSql(source.chosen!.by).as('chosen$'), ...plain.map(([n]) => fieldOf(source, n).as(n))]).limit(-1)
  return (q.db.selectFrom(rows.as('t')) as AnySelect).select([
    sql<number>`count(*)`.as('count$'),
    ...plain.map(([n]) => sql<number>`coalesce(sum(${sql.ref(`t.${n}`)}), 0)`.as(n)),
  ])
}

/** The rows that match, where what is asked of them stands in one narrow table, and those of them that have the fields few have. */
export type AloneRows = { rows: AnySelect; few?: { rows: AnySelect; fields: readonly string[] } }

/** Statements whose single rows, taken together, hold the sums of the plain columns. */
const plainSums = (query: AnySelect, source: ListSource, plain: Visible, alone: AloneRows | undefined, q: QueryContext): Statement[] => {
  const sums = (rows: AnySelect, columns: Visible) =>
    statementOf(
      rows.select([
        sql<number>`count(*)`.as('count$'),
        ...columns.map(([n]) => sql<number>`coalesce(sum(${fieldOf(source, n)}), 0)`.as(n)),
      ]),
    )
  if (!alone) return [source.chosen === undefined ? sums(query, plain) : statementOf(narrowSums(query, source, plain, q))]
  const inFew = plain.filter(([n]) => alone.few?.fields.includes(n))
  const others = plain.filter((column) => !inFew.includes(column))
  // The count of all comes last and is the one that stays.
  return [...(inFew.length > 0 ? [sums(alone.few!.rows, inFew)] : []), sums(alone.rows, others)]
}

export type TotalsPlan = { summed: Summed; plain: Statement[]; byCurrency: Statement[] }
/** The statements that sum all rows which match: for the plain columns, and one for each currency column. */
export const planTotals = (query: AnySelect, source: ListSource, visible: Visible, q: QueryContext, alone?: AloneRows): TotalsPlan => {
  const summed = summedOf(visible)
  const sum = (name: string) => sql<number>`coalesce(sum(${fieldOf(source, name)}), 0)`.as(name)
  const byCurrency = summed.byCurrency.map(({ currency, columns }) => {
    const code = fieldOf(source, currency)
    return statementOf(
      query
        .select([code.as('code$'), ...columns.map(([n]) => sum(n))])
        .groupBy(code)
        .orderBy(code),
    )
  })
  return { summed, plain: plainSums(query, source, summed.plain, alone, q), byCurrency }
}
export const readTotals = ({ summed, plain: statements, byCurrency }: TotalsPlan, q: QueryContext): Totals => {
  const read = ({ text, values }: Statement) => q.sql.prepare(text).all(...values) as Raw[]
  const plain: Raw = Object.assign({}, ...statements.map((statement) => read(statement)[0]!))
  const groups = byCurrency.map((statement, group) =>
    read(statement).map((r): [string | null, ...number[]] => [
      r['code$'] as string | null,
      ...summed.byCurrency[group]!.columns.map(([n]) => Number(r[n])),
    ]),
  )
  const sums = { count: Number(plain['count$'] ?? 0), plain: summed.plain.map(([n]) => Number(plain[n] ?? 0)), byCurrency: groups }
  return visibleTotals(summed, sums, q.company.baseCurrency)
}

/** Holds a report to the ledger: with nothing searched or filtered its total is the balance, or the report is not shown. */
export const requireAgreement = (source: ListSource, request: ListRequest, totals: NonNullable<ListAnswer['totals']>): void => {
  if (!source.agrees || (request.filters ?? []).length > 0 || (request.search ?? '').trim() !== '') return
  const sumOf = (field: string): number => {
    const [found] = totals[field] ?? []
    return typeof found === 'object' ? found.minor : Number(found)
  }
  const { agrees } = source
  const [minor, expected] = [sumOf(agrees.field), 'equals' in agrees ? sumOf(agrees.equals) : agrees.minor]
  if (minor !== expected) throw new Error(`${agrees.with}: the list adds up to ${minor}, the ledger to ${expected}`)
}
