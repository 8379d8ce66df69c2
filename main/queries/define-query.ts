// What a module's query gets and gives, and how a module says where a list's rows come from.
import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { ReadableDb, Sql } from '../../db/open.ts'
import type { TableName } from '../../db/schema/tables.ts'
import type { OwnedResource, Permission, Resource } from '../../preload/contract/access.ts'
import type { Cell, Filter, Sort } from '../../preload/contract/define/index.ts'
import type { Company } from '../../preload/contract/modules/people/calls.ts'
import type { FileQueryName, ListName, ListParams, QueryName, QueryOutput, QueryParsed } from '../../preload/contract/queries.ts'
import type { PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import type { IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import type { Contributed, Contribution, Kind } from '../commands/contributed.ts'
import type { Owned, Viewer } from '../access/viewer.ts'

export type QueryContext = {
  db: ReadableDb
  /** For SQL that Kysely cannot say (full text, the ledger's own statements in db/). */
  sql: Sql
  now: string
  today: IsoDate
  viewer: Viewer
  company: Company
  /** What modules contributed of a kind (main/records/contributions.ts). */
  contributed: Contributed
  may(permission: Permission): boolean
  require(permission: Permission): void
  /** Refuses `not-found` as in commands. */
  requireScope(resource: OwnedResource, row: Owned, as?: Resource): void
  orNotFound<T>(row: T | undefined, resource: Resource): T
  /** The viewer's scope on a resource as a condition, undefined when everything is visible. */
  scope(resource: OwnedResource, owner: string, department: string): RawBuilder<boolean> | undefined
}

/** What makes files of what was read, and keeps them: needs no database, and would hold up whoever reads next. */
export type FileMakers = {
  /** missing: characters that its fonts do not have. */
  setPaper(paper: PaperLayout): Promise<{ pdf: Uint8Array; pages: number; missing: string[] }>
  /** Papers that are set already, one after the other in one file. `at`: the day it bears. */
  joinPapers(set: { title: string; at: string; parts: readonly { pdf: Uint8Array; pages: number }[] }): Promise<Uint8Array>
  paperWorkbook(paper: PaperLayout): Promise<Uint8Array>
  /** A workbook of the company's own, filled with what a paper says. */
  fillWorkbook(form: Uint8Array, paper: PaperLayout): Promise<Uint8Array>
  /** A paper as a workbook whose texts are the names by which such a form finds them. */
  sampleForm(paper: PaperLayout): Promise<Uint8Array>
  /** The whole content of this hash; undefined when it is lost or damaged. */
  contentOf(sha256: string): Promise<Uint8Array | undefined>
  /** Keeps a content; a row that names it must come within a day. */
  keepContent(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
}
/** An answer that is made when its moment is over: a handler has read all it needs and gives back the work that is left. */
export class Afterwards<T> {
  readonly work: (makers: FileMakers) => Promise<T>
  constructor(work: (makers: FileMakers) => Promise<T>) {
    this.work = work
  }
}

type Answered<N extends QueryName> = N extends FileQueryName ? QueryOutput<N> | Afterwards<QueryOutput<N>> : QueryOutput<N>
export type QueryHandler<N extends QueryName> = (input: QueryParsed<N>, q: QueryContext) => Answered<N> | Promise<Answered<N>>

/** A column reference ('c.code') or an expression. */
export type Expression = string | RawBuilder<unknown>
/** Kysely's builder without its row types: the engine adds columns, conditions and order by name. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely's own "any builder" type takes any
export type AnySelect = SelectQueryBuilder<any, any, any>

/**
 * Rows that are costly to make, before names are joined to them. While a request filters, searches and sorts by nothing but their `own` fields they
 * are made once for page and totals, and only the page is joined. Fields speak of them as 't.<column>'; `from` is `join` of all of them.
 */
export type DerivedRows = {
  rows: RawBuilder<unknown>
  join(rows: RawBuilder<unknown>): AnySelect
  /** Fields of the list that need no join, the id among them. */
  own: readonly string[]
}

/** How a page is chosen before the costly fields of its rows are worked out. */
export type ChosenRows = {
  /** A unique column of the list's first table ('r.deal'). The others must be left joins on unique keys, so that choosing need not touch those it does not ask for. */
  by: string
  /**
   * That table alone, with the conditions that stand on it, and the fields it has itself (`own`): while a request without a limit of scope filters, sorts
   * and sums by nothing else, the other tables are not even planned. `few`: fields that only few rows have, and those rows alone, for their sums.
   */
  alone?: { from: AnySelect; own: readonly string[]; few?: { from: AnySelect; fields: readonly string[] } }
}

/**
 * A column or expression of the row, or columns of rows that belong to it: `id` is the row's column that `key` of that table points to. `holds`: for texts with
 * an index of their own, the condition that the row has a word in them.
 */
export type SearchPlace =
  | Expression
  | { holds(word: string): RawBuilder<boolean> }
  | { id: string; among: { table: TableName; key: string; columns: readonly string[] } }

export type ListSource = {
  /** Tables and joins, with the conditions that the parameters ask for. A derived table (`selectFrom(sub.as('t'))`) serves for grouped lists. */
  from: AnySelect
  /** The row's own id: unique, and the last key of every order. */
  id: Expression
  /** One expression for every declared column, and for extra fields (ids that cells open, currencies). Money: the minor units. */
  fields: Record<string, Expression>
  /** Cells of `fixed` columns that exact arithmetic makes of the row's own raw fields (ratios: SQL would make floats of them). */
  computed?: Record<string, (raw: Record<string, string | number | null>) => Cell>
  /**
   * Cells that say nothing yet: null instead of a figure that is untrue while the row is unfinished (Q27). Asked of the row's own raw fields; the field
   * itself stays, so that sums, order and filters are those of the figures.
   */
  blank?: Record<string, (raw: Record<string, string | number | null>) => boolean>
  /** Columns that hold owner and department, for lists with a scope. */
  owned?: { owner: string; department: string }
  /** Which scope, when it depends on the parameters; else the declared one. 'company' for none. */
  scope?: OwnedResource | 'company'
  /** Where a search text is looked for; every word must be found in one of them. */
  search?: SearchPlace[]
  /** Told in the answer and printed above an export. */
  header?: Record<string, string>
  made?: DerivedRows
  /** For lists whose fields are sums or lookups. */
  chosen?: ChosenRows
  /** Declared columns that this answer does not have, e.g. ageing buckets beyond the company's own. */
  absent?: readonly string[]
  /** What the sum of a field over all rows must be while nothing is searched or filtered: a report that disagrees with the ledger is a fault. */
  agrees?: { field: string; minor: number; with: string } | { field: string; equals: string; with: string }
}
/** What a list is asked for, parsed. */
export type ListRequest = {
  search?: string
  filters?: Filter[]
  sort?: Sort[]
  limit?: number
  cursor?: string
  offset?: number
  totals?: boolean
  mine?: boolean
}

export type ListHandler<N extends ListName> = (params: ListParams<N>, q: QueryContext) => ListSource | Promise<ListSource>

export type QueryHandlers = { [N in QueryName]: QueryHandler<N> }
export type ListHandlers = { [N in ListName]: ListHandler<N> }
export type AllQueries = { queries: QueryHandlers; lists: ListHandlers; contributed: Contributed }
export const defineQueries = <K extends QueryName>(handlers: Pick<QueryHandlers, K>): Pick<QueryHandlers, K> => handlers
export const defineLists = <K extends ListName>(handlers: Pick<ListHandlers, K>): Pick<ListHandlers, K> => handlers

// ---- answers that are tables without being lists: what of them stands in a workbook ------------------------------------------------------

/** A value of a cell; `decimal` reaches the workbook digit for digit. Per cent carry per cent: '13' is 13 %. */
export type TableCell = string | number | { decimal: string } | null
export type ExportedTable = {
  title: string
  /** What stands above the columns: what was asked, of which days, for whom. */
  lines: readonly string[]
  columns: readonly { title: string; kind: 'text' | 'integer' | 'decimal' | 'money' | 'percent'; decimals?: number }[]
  rows: readonly (readonly TableCell[])[]
  totals: readonly (readonly TableCell[])[]
}
export type TableExport = {
  permission: Permission
  /** The right to carry it away, beside that to see it. */
  export: Permission
  /** `input` as it came; refuses like the query itself. */
  table(input: unknown, q: QueryContext): ExportedTable
}
type Given = Readonly<Record<string, TableExport>>
type ByName = ReadonlyMap<string, TableExport>
/** By the query's name. Exports stand beside queries, below the floor on which other kinds of contribution are made. */
export const exportedTables: Kind<ByName> & { of(given: Given): Contribution } = {
  name: 'exported tables',
  gather: (values) => new Map((values as readonly Given[]).flatMap((given) => Object.entries(given))),
  of: (value) => ({ kind: exportedTables, value }),
}
