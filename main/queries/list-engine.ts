// One engine for every list: scope, search, filters, order, paging by key, totals over all rows, and the rows of an export.
// A request becomes a plan (compiled statements and readers) and the plan an answer; plans may be kept (list-memory.ts).
import { sql, type RawBuilder } from 'kysely'
import type { ListAnswer, ListRow, ListSpec } from '../../preload/contract/define/index.ts'
import { seesSecret } from '../../preload/contract/figures.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import type { AnySelect, ListRequest, ListSource, DerivedRows, QueryContext, SearchPlace } from './define-query.ts'
import type { RowValues } from '../../db/open.ts'
import { columnsOf, namesOf, rowReader, selected, type Visible } from './list-cells.ts'
import { asSql, condition, fieldOf } from './list-conditions.ts'
import { contains, textsOf } from './list-texts.ts'
import { after, CursorSlot, keysOf, readCursor, writeCursor, type Key, type KeyValue } from './list-order.ts'
import {
  planTotals,
  readTotals,
  requireAgreement,
  summedOf,
  visibleTotals,
  type AloneRows,
  type Totals,
  type TotalsPlan,
} from './list-totals.ts'
import { derivedPage, readDerivedTotals } from './derived-rows.ts'
import { statementOf, type Statement } from './statement.ts'

/** Columns this viewer may see: secret ones are absent, not hidden. */
export const visibleColumns = (spec: ListSpec, source: ListSource, q: QueryContext): Visible =>
  Object.entries(spec.columns).filter(
    ([name, c]) => !source.absent?.includes(name) && (c.secret === undefined || seesSecret(q.may, c.secret)),
  )

// ---- which rows ----------------------------------------------------------------------------------------------------

const conditionsOf = (source: ListSource, request: ListRequest, q: QueryContext, visible: Visible): RawBuilder<boolean>[] =>
  (request.filters ?? []).map((f) => {
    const column = visible.find(([name]) => name === f.field)?.[1]
    if (!column || column.fixed) return refuse('unknown-field', { field: f.field }) // a secret column is answered like one that does not exist
    return condition(source, f, column, q)
  })

/** The viewer's scope as a condition; undefined when they see every row. */
const scopeOf = (spec: ListSpec, source: ListSource, q: QueryContext): RawBuilder<boolean> | undefined => {
  const scope = source.scope ?? spec.scope
  if (scope === 'company') return undefined
  if (!source.owned) throw new Error('a list with a scope must say where owner and department stand')
  return q.scope(scope, source.owned.owner, source.owned.department)
}
/** Q20. What belongs to the viewer himself, however far his scope reaches. Refuses `unknown-field` where rows have no owner. */
const ownRows = (source: ListSource, q: QueryContext): RawBuilder<boolean> =>
  source.owned ? sql<boolean>`${sql.ref(source.owned.owner)} = ${q.viewer.userId}` : refuse('unknown-field', { field: 'mine' })
const searchedWords = (request: ListRequest) => (request.search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 8)

/** Q1. One word in one place: in a text of the row, or in one of the rows that belong to it. */
const foundIn = (source: ListSource, place: SearchPlace, word: string): RawBuilder<boolean> => {
  if (typeof place !== 'string' && 'holds' in place) return place.holds(word)
  if (typeof place === 'string' || !('among' in place)) return contains(textsOf(source, place), word)
  const { table, key, columns } = place.among
  const words = columns.map((c) => contains({ fold: sql.ref(`${c}Fold`), field: sql.ref(c) }, word))
  return sql<boolean>`${sql.ref(place.id)} in (select ${sql.ref(key)} from ${sql.table(table)} where ${sql.join(words, sql` or `)})`
}

const narrowed = (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext, visible: Visible): AnySelect => {
  let query = source.from
  const mine = scopeOf(spec, source, q)
  if (mine) query = query.where(mine)
  if (request.mine) query = query.where(ownRows(source, q))
  for (const word of searchedWords(request)) {
    const places = (source.search ?? []).map((place) => foundIn(source, place, word))
    query = query.where(places.length > 0 ? sql<boolean>`(${sql.join(places, sql` or `)})` : sql<boolean>`0`)
  }
  for (const wanted of conditionsOf(source, request, q, visible)) query = query.where(wanted)
  return query
}

type Asked = 'filters' | 'sort' | 'sums'
/** Whether a request asks these things of no other columns than `own`, and searches nothing. */
const asksOnly = (own: readonly string[], what: readonly Asked[], spec: ListSpec, request: ListRequest, visible: Visible): boolean => {
  const sorted = request.sort && request.sort.length > 0 ? request.sort : spec.sort
  const asked: Record<Asked, () => string[]> = {
    filters: () => (request.filters ?? []).map((f) => f.field),
    sort: () => sorted.map((s) => s.field),
    sums: () => visible.filter(([, c]) => c.total).map(([name]) => name),
  }
  return searchedWords(request).length === 0 && !request.mine && what.flatMap((w) => asked[w]()).every((name) => own.includes(name))
}

/** The rows that match from the first table alone: for the choice of the page, and for the sums. */
const aloneRows = (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext, visible: Visible) => {
  const alone = source.chosen?.alone
  if (!alone || request.mine || scopeOf(spec, source, q)) return {}
  const matching = (from: AnySelect) => conditionsOf(source, request, q, visible).reduce((query, wanted) => query.where(wanted), from)
  const { few } = alone
  const forSums = (): AloneRows => ({
    rows: matching(alone.from),
    ...(few ? { few: { rows: matching(few.from), fields: few.fields } } : {}),
  })
  const summed = [...alone.own, ...(few?.fields ?? [])]
  const ownFilters = asksOnly(alone.own, ['filters'], spec, request, visible)
  return {
    page: ownFilters && asksOnly(alone.own, ['sort'], spec, request, visible) ? matching(alone.from) : undefined,
    sums: ownFilters && asksOnly(summed, ['sums'], spec, request, visible) ? forSums() : undefined,
  }
}

// ---- plans ---------------------------------------------------------------------------------------------------------------------------------

/** What a request comes to before it is run. Pages of a cursor have their parts: the second is asked for what the first leaves. */
export type ListPlan = {
  source: ListSource
  request: ListRequest
  visible: Visible
  /** Where in a row the keys of the order stand. */
  keys: readonly number[]
  limit: number
  pages: readonly Statement[]
  read: (values: RowValues) => ListRow
  /** Rows that are made once bring their totals with them. */
  made: { totalsAt: number } | undefined
  totals: (() => TotalsPlan) | undefined
}

const ordered = (query: AnySelect, keys: readonly Key[]): AnySelect => {
  let q = query
  for (const k of keys) q = q.orderBy(k.field, k.descending ? 'desc' : 'asc')
  return q
}
/** The key is read from the row's own field of that name; where the row shows something else, from a copy. */
const copiesOf = (keys: readonly Key[]) => keys.filter((k) => k.copied).map(({ name, field }) => ({ name, field }))

/** The same page when the rows are made once (made-rows.ts). */
const madeStatement = (
  ...[spec, source, made, request, q, visible, keys, beyond, limit]: [
    ListSpec,
    ListSource,
    DerivedRows,
    ListRequest,
    QueryContext,
    Visible,
    Key[],
    RawBuilder<boolean> | undefined,
    number,
  ]
): Statement => {
  const summed = summedOf(visible)
  const fields = (columns: Visible) => columns.map(([n]) => fieldOf(source, n))
  const page = derivedPage(made, {
    keys,
    conditions: conditionsOf(source, request, q, visible),
    after: beyond,
    limit: limit + 1,
    offset: beyond ? 0 : (request.offset ?? 0),
    totals: request.totals
      ? {
          plain: fields(summed.plain),
          byCurrency: summed.byCurrency.map(({ currency, columns }) => ({ code: fieldOf(source, currency), columns: fields(columns) })),
        }
      : undefined,
  })
  return statementOf(page.select([...selected([...columnsOf(spec, source, visible), ...copiesOf(keys)]), sql`t.totals$`.as('totals$')]))
}

/** Compiles a request. Refuses `unknown-field` for columns the viewer does not have, `invalid-input` for values that do not fit a column. */
export const planList = (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext): ListPlan => {
  const visible = visibleColumns(spec, source, q)
  const limit = request.limit ?? 100
  const keys = keysOf(spec, source, request.sort, visible)
  const parts = request.cursor === undefined ? [undefined] : after(keys, readCursor(request.cursor, keys.length))
  const matching = narrowed(spec, source, request, q, visible)
  const made = source.made && asksOnly(source.made.own, ['filters', 'sort', 'sums'], spec, request, visible) ? source.made : undefined
  const alone = aloneRows(spec, source, request, q, visible)
  const columns = [...columnsOf(spec, source, visible), ...copiesOf(keys)]
  const names = namesOf(columns)
  const plain = (beyond: RawBuilder<boolean> | undefined) => {
    const bounded = (query: AnySelect) => {
      let page = ordered(query, keys)
      if (beyond) page = page.where(beyond)
      else if (request.offset) page = page.offset(request.offset)
      return page.limit(limit + 1)
    }
    if (source.chosen === undefined) return statementOf(bounded(matching.select(selected(columns))))
    const by = asSql(source.chosen.by)
    const chosen = bounded((alone.page ?? matching).select(by.as('chosen$')))
    return statementOf(ordered(source.from.select(selected(columns)).where(sql<boolean>`${by} in ${chosen}`), keys))
  }
  let totals: TotalsPlan | undefined
  return {
    source,
    request,
    visible,
    keys: keys.map((k) => names.indexOf(k.name)),
    limit,
    pages: parts.map((beyond) => (made ? madeStatement(spec, source, made, request, q, visible, keys, beyond, limit) : plain(beyond))),
    read: rowReader(spec, source, visible, q.company.baseCurrency, names),
    made: made && { totalsAt: names.length },
    totals: request.totals ? () => (totals ??= planTotals(matching, source, visible, q, alone.sums)) : undefined,
  }
}

const filled = (values: readonly unknown[], cursor: readonly KeyValue[]) => values.map((v) => (v instanceof CursorSlot ? cursor[v.at] : v))
/** The rows of a page and one more when there are more. */
const rawRows = ({ pages, limit }: ListPlan, cursor: readonly KeyValue[], q: QueryContext): RowValues[] => {
  const rows: RowValues[] = []
  for (const { text, values } of pages) {
    if (rows.length > limit) break
    rows.push(...q.sql.rows(text, filled(values, cursor)))
  }
  return rows.slice(0, limit + 1)
}
/** Without a row there is nobody to carry the totals of made rows: then they are asked for alone. */
const sumsOf = ({ made, totals, visible }: ListPlan, raw: readonly RowValues[], q: QueryContext): Totals | undefined => {
  if (!totals) return undefined
  const derivedTotals = made && raw[0]?.[made.totalsAt]
  return typeof derivedTotals === 'string'
    ? visibleTotals(summedOf(visible), readDerivedTotals(derivedTotals), q.company.baseCurrency)
    : readTotals(totals(), q)
}

/** Runs a plan from a cursor of its shape. */
export const runPlan = (plan: ListPlan, cursor: readonly KeyValue[], q: QueryContext): ListAnswer => {
  const { source, request, visible, keys, limit, read } = plan
  const raw = rawRows(plan, cursor, q)
  const sums = sumsOf(plan, raw, q)
  if (sums) requireAgreement(source, request, sums.totals)
  const rows = raw.slice(0, limit)
  const lastRow = rows.at(-1)
  return {
    rows: rows.map(read),
    ...sums,
    ...(raw.length > limit && lastRow ? { nextCursor: writeCursor(keys.map((at) => lastRow[at] ?? null)) } : {}),
    columns: visible.map(([n]) => n),
    ...(source.header ? { header: source.header } : {}),
  }
}

// ---- an export -----------------------------------------------------------------------------------------------------

/** Every row that matches, for an export: the compiled statement to iterate, and how to read its rows. */
export const listAll = (spec: ListSpec, source: ListSource, request: ListRequest, q: QueryContext) => {
  const visible = visibleColumns(spec, source, q)
  const matching = narrowed(spec, source, request, q, visible)
  const keys = keysOf(spec, source, request.sort, visible)
  const columns = columnsOf(spec, source, visible)
  const statement = statementOf(ordered(matching.select(selected(columns)), keys))
  const sums = readTotals(planTotals(matching, source, visible, q), q)
  requireAgreement(source, request, sums.totals)
  return {
    visible,
    statement,
    read: rowReader(spec, source, visible, q.company.baseCurrency, namesOf(columns)),
    ...sums,
    header: source.header ?? {},
  }
}
