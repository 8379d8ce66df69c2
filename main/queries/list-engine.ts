// One engine for every list: scope, search, filters, order, paging by key, totals over all rows, and the rows of an export.
import { sql, type RawBuilder } from 'kysely'
import type { Cell, Column, Filter, ListAnswer, ListRow, ListSpec, Sort } from '../../preload/contract/define.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { scaledText } from '../../preload/contract/vocabulary/decimal.ts'
import type { AnySelect, ListSource, MadeRows, QueryContext } from './define-query.ts'
import { asSql, condition, contains, fieldOf, isDecimal } from './list-conditions.ts'
import { madePage, readMadeTotals } from './made-rows.ts'
import { may } from '../access/viewer.ts'

export type ListRequest = {
  search?: string
  filters?: Filter[]
  sort?: Sort[]
  limit?: number
  cursor?: string
  offset?: number
  totals?: boolean
}
type Visible = [name: string, column: Column][]

/** Columns this viewer may see: secret ones are absent, not hidden. */
export const visibleColumns = (spec: ListSpec, source: ListSource, q: QueryContext): Visible =>
  Object.entries(spec.columns).filter(([name, c]) => !source.absent?.includes(name) && (c.secret === undefined || may(q.viewer, c.secret)))

// ---- which rows ----------------------------------------------------------------------------------------------------

const conditionsOf = (source: ListSource, request: ListRequest, q: QueryContext, visible: Visible): RawBuilder<boolean>[] =>
  (request.filters ?? []).map((f) => {
    const column = visible.find(([name]) => name === f.field)?.[1]
    if (!column || column.fixed) return refuse('unknown-field', { field: f.field }) // a secret column is answered like one that does not exist
    return condition(source, f, column, q)
  })

const narrowed = (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext, visible: Visible): AnySelect => {
  let query = source.from
  const scope = source.scope ?? spec.scope
  if (scope !== 'company') {
    if (!source.owned) throw new Error('a list with a scope must say where owner and department stand')
    const mine = q.scope(scope, source.owned.owner, source.owned.department)
    if (mine) query = query.where(mine)
  }
  for (const word of (request.search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 8)) {
    const places = (source.search ?? []).map((e) => contains(asSql(e), word))
    query = query.where(places.length > 0 ? sql<boolean>`(${sql.join(places, sql` or `)})` : sql<boolean>`0`)
  }
  for (const wanted of conditionsOf(source, request, q, visible)) query = query.where(wanted)
  return query
}

// ---- order and paging by key -----------------------------------------------------------------------------------------------------------------

type Key = { field: RawBuilder<unknown>; descending: boolean }
const keysOf = (spec: ListSpec, source: ListSource, request: ListRequest, visible: Visible): Key[] => {
  const wanted = request.sort && request.sort.length > 0 ? request.sort : spec.sort.filter((s) => visible.some(([n]) => n === s.field))
  const keys = wanted.map((s) => {
    const column = visible.find(([name]) => name === s.field)?.[1]
    if (!column || column.fixed) return refuse('unknown-field', { field: s.field })
    return { field: fieldOf(source, s.field), descending: s.descending }
  })
  return [...keys, { field: asSql(source.id), descending: wanted[0]?.descending ?? false }]
}

/** Rows after the given key values. SQLite orders nulls first, so a null is smaller than everything. */
const after = (keys: Key[], values: (string | number | null)[]): RawBuilder<boolean> => {
  const branches = keys.map((key, i) => {
    const equal = keys.slice(0, i).map((k, j) => sql<boolean>`${k.field} is ${values[j]}`)
    const value = values[i]
    const beyond = key.descending
      ? value === null
        ? sql<boolean>`0`
        : sql<boolean>`(${key.field} < ${value} or ${key.field} is null)`
      : value === null
        ? sql<boolean>`${key.field} is not null`
        : sql<boolean>`${key.field} > ${value}`
    return sql<boolean>`(${sql.join([...equal, beyond], sql` and `)})`
  })
  // The plain bound on the first key lets the index start where the page does.
  const head = keys[0]!
  const from = values[0]
  const bound =
    from === null
      ? sql<boolean>`1`
      : head.descending
        ? sql<boolean>`(${head.field} <= ${from} or ${head.field} is null)`
        : sql<boolean>`${head.field} >= ${from}`
  return sql<boolean>`(${bound} and (${sql.join(branches, sql` or `)}))`
}

const readCursor = (text: string, size: number): (string | number | null)[] => {
  try {
    const values = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
    if (
      Array.isArray(values) &&
      values.length === size &&
      values.every((v) => v === null || typeof v === 'string' || typeof v === 'number')
    )
      return values
  } catch {
    // falls through to the refusal: a cursor is only ever ours
  }
  return refuse('invalid-input', { issues: [{ path: 'cursor', rule: 'cursor' }] })
}

// ---- cells ---------------------------------------------------------------------------------------------------------------------------------

type Raw = Record<string, string | number | null>
const cellOf = (name: string, column: Column, raw: Raw, base: string): Cell => {
  const value = raw[name] ?? null
  if (value === null) return null
  if (column.kind === 'money') {
    const currency = column.currency === 'base' ? base : raw[column.currency!]
    return typeof currency === 'string' ? { minor: Number(value), currency } : null
  }
  if (isDecimal(column.kind)) return scaledText(Number(value), column.kind)
  if (column.kind === 'boolean') return value === 1
  return value
}

const extrasOf = (spec: ListSpec, source: ListSource) => Object.keys(source.fields).filter((name) => !(name in spec.columns))
const rowOf = (source: ListSource, visible: Visible, extras: string[], raw: Raw, base: string): ListRow => {
  const row: ListRow = { id: String(raw['id$']) }
  for (const [name, column] of visible) row[name] = source.computed?.[name]?.(raw) ?? cellOf(name, column, raw, base)
  for (const name of extras) row[name] = raw[name] ?? null
  return row
}

const columnsOf = (spec: ListSpec, source: ListSource, visible: Visible) => {
  const names = new Set([
    ...visible.map(([n]) => n),
    ...visible.flatMap(([, c]) => (c.kind === 'money' && c.currency !== 'base' ? [c.currency!] : [])),
    ...extrasOf(spec, source),
  ])
  return [asSql(source.id).as('id$'), ...[...names].filter((n) => source.computed?.[n] === undefined).map((n) => fieldOf(source, n).as(n))]
}
const selected = (query: AnySelect, spec: ListSpec, source: ListSource, visible: Visible, keys: Key[]): AnySelect => {
  let q = query.select([...columnsOf(spec, source, visible), ...keys.map((k, i) => k.field.as(`key$${i}`))])
  for (const k of keys) q = q.orderBy(k.field, k.descending ? 'desc' : 'asc')
  return q
}

// ---- totals --------------------------------------------------------------------------------------------------------------------------------

type Summed = { plain: Visible; byCurrency: { currency: string; columns: Visible }[] }
const summedOf = (visible: Visible): Summed => {
  const summed = visible.filter(([, c]) => c.total)
  const inBase = ([, c]: Visible[number]) => c.kind !== 'money' || c.currency === 'base'
  const currencies = new Set(summed.filter((v) => !inBase(v)).map(([, c]) => c.currency!))
  return {
    plain: summed.filter(inBase),
    byCurrency: [...currencies].map((currency) => ({ currency, columns: summed.filter(([, c]) => c.currency === currency) })),
  }
}

type Totals = { count: number; totals: NonNullable<ListAnswer['totals']> }
/** Sums as read, in the order of the columns, as an answer tells them. */
const toldTotals = (
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

const totalsOf = async (query: AnySelect, source: ListSource, visible: Visible, base: string): Promise<Totals> => {
  const summed = summedOf(visible)
  const sum = (name: string) => sql<number>`coalesce(sum(${fieldOf(source, name)}), 0)`.as(name)
  const one = (await query
    .select([sql<number>`count(*)`.as('count$'), ...summed.plain.map(([n]) => sum(n))])
    .executeTakeFirstOrThrow()) as Record<string, number>
  const byCurrency: [string | null, ...number[]][][] = []
  for (const { currency, columns } of summed.byCurrency) {
    const code = fieldOf(source, currency)
    const rows = (await query
      .select([code.as('code$'), ...columns.map(([n]) => sum(n))])
      .groupBy(code)
      .orderBy(code)
      .execute()) as Raw[]
    byCurrency.push(rows.map((r) => [r['code$'] as string | null, ...columns.map(([n]) => Number(r[n]))]))
  }
  return toldTotals(summed, { count: one['count$'] ?? 0, plain: summed.plain.map(([n]) => one[n] ?? 0), byCurrency }, base)
}

/** Whether a request asks nothing of the columns that are joined to the made rows. */
const asksOwnOnly = (spec: ListSpec, source: ListSource, request: ListRequest, visible: Visible): boolean => {
  const own = new Set(source.made?.own)
  const sorted = request.sort && request.sort.length > 0 ? request.sort : spec.sort
  const asked = [...(request.filters ?? []), ...sorted].map((a) => a.field)
  const summed = visible.filter(([, c]) => c.total).map(([name]) => name)
  return (request.search ?? '').trim() === '' && [...asked, ...summed].every((name) => own.has(name))
}

/** Holds a report to the ledger: with nothing searched or filtered its total is the balance, or the report is not shown. */
const requireAgreement = (source: ListSource, request: ListRequest, totals: NonNullable<ListAnswer['totals']>): void => {
  if (!source.agrees || (request.filters ?? []).length > 0 || (request.search ?? '').trim() !== '') return
  const [found] = totals[source.agrees.field] ?? []
  const minor = typeof found === 'object' ? found.minor : Number(found)
  if (minor !== source.agrees.minor)
    throw new Error(`${source.agrees.with}: the list adds up to ${minor}, the ledger to ${source.agrees.minor}`)
}

// ---- the engine's two doors --------------------------------------------------------------------------------------------------------------------

type Page = { raw: Raw[]; sums: Totals | undefined }
const pageOf = async (
  ...[spec, source, request, q, visible, keys, limit]: [ListSpec, ListSource, ListRequest, QueryContext, Visible, Key[], number]
): Promise<Page> => {
  const matching = narrowed(spec, source, request, q, visible)
  let page = selected(matching, spec, source, visible, keys)
  if (request.cursor !== undefined) page = page.where(after(keys, readCursor(request.cursor, keys.length)))
  else if (request.offset) page = page.offset(request.offset)
  const raw = (await page.limit(limit + 1).execute()) as Raw[]
  return { raw, sums: request.totals ? await totalsOf(matching, source, visible, q.company.baseCurrency) : undefined }
}

/** The same page when the rows are made once (made-rows.ts). Without a row there is nobody to carry the totals: then they are asked for alone. */
const pageOfMade = async (
  ...[spec, source, made, request, q, visible, keys, limit]: [
    ListSpec,
    ListSource,
    MadeRows,
    ListRequest,
    QueryContext,
    Visible,
    Key[],
    number,
  ]
): Promise<Page> => {
  const summed = summedOf(visible)
  const fields = (columns: Visible) => columns.map(([n]) => fieldOf(source, n))
  const page = madePage(made, {
    keys,
    conditions: conditionsOf(source, request, q, visible),
    after: request.cursor === undefined ? undefined : after(keys, readCursor(request.cursor, keys.length)),
    limit: limit + 1,
    offset: request.cursor === undefined ? (request.offset ?? 0) : 0,
    totals: request.totals
      ? {
          plain: fields(summed.plain),
          byCurrency: summed.byCurrency.map(({ currency, columns }) => ({ code: fieldOf(source, currency), columns: fields(columns) })),
        }
      : undefined,
  })
  const raw = (await page
    .select([
      ...columnsOf(spec, source, visible),
      ...keys.map((_, i) => sql.ref(`t.key$${i}`).as(`key$${i}`)),
      sql`t.totals$`.as('totals$'),
    ])
    .execute()) as Raw[]
  if (!request.totals) return { raw, sums: undefined }
  const base = q.company.baseCurrency
  const told = raw[0]?.['totals$']
  if (typeof told !== 'string') return { raw, sums: await totalsOf(narrowed(spec, source, request, q, visible), source, visible, base) }
  return { raw, sums: toldTotals(summed, readMadeTotals(told), base) }
}

/** One page of a list. Refuses `unknown-field` for columns the viewer does not have, `invalid-input` for values that do not fit a column. */
export const listPage = async (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext): Promise<ListAnswer> => {
  const visible = visibleColumns(spec, source, q)
  const base = q.company.baseCurrency
  const limit = request.limit ?? 100
  const keys = keysOf(spec, source, request, visible)
  const { raw, sums } =
    source.made && asksOwnOnly(spec, source, request, visible)
      ? await pageOfMade(spec, source, source.made, request, q, visible, keys, limit)
      : await pageOf(spec, source, request, q, visible, keys, limit)
  const extras = extrasOf(spec, source)
  const rows = raw.slice(0, limit)
  const lastRow = rows.at(-1)
  if (sums) requireAgreement(source, request, sums.totals)
  return {
    rows: rows.map((r) => rowOf(source, visible, extras, r, base)),
    ...sums,
    ...(raw.length > limit && lastRow
      ? { nextCursor: Buffer.from(JSON.stringify(keys.map((_, i) => lastRow[`key$${i}`] ?? null))).toString('base64url') }
      : {}),
    columns: visible.map(([n]) => n),
    ...(source.header ? { header: source.header } : {}),
  }
}

/** Every row that matches, for an export: the compiled statement to iterate, and how to read its rows. */
export const listAll = async (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext) => {
  const visible = visibleColumns(spec, source, q)
  const base = q.company.baseCurrency
  const matching = narrowed(spec, source, request, q, visible)
  const statement = selected(matching, spec, source, visible, keysOf(spec, source, request, visible)).compile()
  const extras = extrasOf(spec, source)
  const sums = await totalsOf(matching, source, visible, base)
  requireAgreement(source, request, sums.totals)
  return {
    visible,
    statement: { text: statement.sql, values: statement.parameters },
    read: (raw: Record<string, unknown>): ListRow => rowOf(source, visible, extras, raw as Raw, base),
    ...sums,
    header: source.header ?? {},
  }
}
