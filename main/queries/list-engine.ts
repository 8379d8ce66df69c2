// One engine for every list: scope, search, filters, order, paging by key, totals over all rows, and the rows of an export.
import { sql, type RawBuilder } from 'kysely'
import type { Cell, Column, Filter, ListAnswer, ListRow, ListSpec, Sort } from '../../preload/contract/define.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { scaledText } from '../../preload/contract/vocabulary/decimal.ts'
import type { AnySelect, ListSource, QueryContext } from './define-query.ts'
import { asSql, condition, contains, fieldOf, isDecimal } from './list-conditions.ts'
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
  for (const f of request.filters ?? []) {
    const column = visible.find(([name]) => name === f.field)?.[1]
    if (!column || column.fixed) return refuse('unknown-field', { field: f.field }) // a secret column is answered like one that does not exist
    query = query.where(condition(source, f, column, q))
  }
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

const selected = (query: AnySelect, spec: ListSpec, source: ListSource, visible: Visible, keys: Key[]): AnySelect => {
  const names = new Set([
    ...visible.map(([n]) => n),
    ...visible.flatMap(([, c]) => (c.kind === 'money' && c.currency !== 'base' ? [c.currency!] : [])),
    ...extrasOf(spec, source),
  ])
  let q = query.select([
    asSql(source.id).as('id$'),
    ...[...names].filter((n) => source.computed?.[n] === undefined).map((n) => fieldOf(source, n).as(n)),
    ...keys.map((k, i) => k.field.as(`key$${i}`)),
  ])
  for (const k of keys) q = q.orderBy(k.field, k.descending ? 'desc' : 'asc')
  return q
}

// ---- totals --------------------------------------------------------------------------------------------------------------------------------

const totalsOf = async (
  query: AnySelect,
  source: ListSource,
  visible: Visible,
  base: string,
): Promise<{ count: number; totals: NonNullable<ListAnswer['totals']> }> => {
  const summed = visible.filter(([, c]) => c.total)
  const plain = summed.filter(([, c]) => c.kind !== 'money' || c.currency === 'base')
  const one = (await query
    .select([sql<number>`count(*)`.as('count$'), ...plain.map(([n]) => sql<number>`coalesce(sum(${fieldOf(source, n)}), 0)`.as(n))])
    .executeTakeFirstOrThrow()) as Record<string, number>
  const totals: NonNullable<ListAnswer['totals']> = {}
  for (const [name, column] of plain) {
    const value = one[name] ?? 0
    totals[name] =
      column.kind === 'money'
        ? [{ minor: value, currency: base }]
        : [isDecimal(column.kind) ? scaledText(value, column.kind) : String(value)]
  }
  const currencies = new Set(summed.filter(([, c]) => c.kind === 'money' && c.currency !== 'base').map(([, c]) => c.currency!))
  for (const currency of currencies) {
    const columns = summed.filter(([, c]) => c.currency === currency)
    const code = fieldOf(source, currency)
    const rows = (await query
      .select([code.as('code$'), ...columns.map(([n]) => sql<number>`coalesce(sum(${fieldOf(source, n)}), 0)`.as(n))])
      .groupBy(code)
      .orderBy(code)
      .execute()) as Raw[]
    for (const [name] of columns)
      totals[name] = rows.filter((r) => r['code$'] !== null).map((r) => ({ minor: Number(r[name]), currency: String(r['code$']) }))
  }
  return { count: one['count$'] ?? 0, totals }
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

/** One page of a list. Refuses `unknown-field` for columns the viewer does not have, `invalid-input` for values that do not fit a column. */
export const listPage = async (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext): Promise<ListAnswer> => {
  const visible = visibleColumns(spec, source, q)
  const base = q.company.baseCurrency
  const limit = request.limit ?? 100
  const matching = narrowed(spec, source, request, q, visible)
  const keys = keysOf(spec, source, request, visible)
  let page = selected(matching, spec, source, visible, keys)
  if (request.cursor !== undefined) page = page.where(after(keys, readCursor(request.cursor, keys.length)))
  else if (request.offset) page = page.offset(request.offset)
  const raw = (await page.limit(limit + 1).execute()) as Raw[]
  const extras = extrasOf(spec, source)
  const rows = raw.slice(0, limit)
  const lastRow = rows.at(-1)
  const sums = request.totals ? await totalsOf(matching, source, visible, base) : undefined
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
