// How a module declares its lists: columns, filters, order and what a page of rows looks like.
import { z } from 'zod'
import type { OwnedResource, Permission } from '../access.ts'
import type { Secret } from '../figures.ts'
import type { Access, Declared } from './calls.ts'
import { type ColumnOf, columnsOf } from './columns.ts'
import { once } from './once.ts'

export type Column = ColumnOf<Secret>
export const column = columnsOf<Secret>()

export const FILTER_OPERATORS = [
  'is',
  'is-not',
  'in',
  'contains',
  'starts',
  'less',
  'less-or-equal',
  'greater',
  'greater-or-equal',
  'between',
  'empty',
  'not-empty',
] as const
export type FilterOperator = (typeof FILTER_OPERATORS)[number]
/** `value` is text in the column's own form: decimals for amounts (whole currency units), ISO days for dates; a list for in and between. */
export const filterSchema = once(() =>
  z.strictObject({
    field: z.string().max(60),
    op: z.enum(FILTER_OPERATORS),
    value: z.union([z.string().max(200), z.array(z.string().max(200)).max(200)]).optional(),
  }),
)
export type Filter = z.infer<ReturnType<typeof filterSchema>>
export const sortSchema = once(() => z.strictObject({ field: z.string().max(60), descending: z.boolean() }))
export type Sort = z.infer<ReturnType<typeof sortSchema>>

export const PAGE_LIMIT = 200
const listInput = <P extends z.ZodType>(params: P) =>
  z.strictObject({
    search: z.string().max(200).optional(),
    filters: z.array(filterSchema()).max(20).optional(),
    sort: z.array(sortSchema()).max(4).optional(),
    limit: z.int().min(1).max(PAGE_LIMIT).optional(),
    /** From the answer before: the next page by key, as quick as the first. */
    cursor: z.string().max(2000).optional(),
    /** A jump to any page; slower the deeper it goes. */
    offset: z.int().min(0).optional(),
    /** Only what belongs to the caller; for lists whose rows have an owner. */
    mine: z.boolean().optional(),
    /** Count and totals over all rows that match; leave out for following pages. */
    totals: z.boolean().optional(),
    params,
  })

export type Cell = string | number | boolean | null | { minor: number; currency: string }
export type ListRow = { id: string } & Record<string, Cell>
export const cellSchema = once(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ minor: z.int(), currency: z.string() })]),
)
export const listOutput = once(() =>
  z.strictObject({
    rows: z.array(z.record(z.string(), cellSchema())),
    count: z.int().optional(),
    totals: z.record(z.string(), z.array(z.union([z.string(), z.strictObject({ minor: z.int(), currency: z.string() })]))).optional(),
    nextCursor: z.string().optional(),
    /** Columns this user may see, in the declared order. */
    columns: z.array(z.string()),
    /** What the report says in its header, e.g. the as-of date and the ageing basis. */
    header: z.record(z.string(), z.string()).optional(),
  }),
)
export type ListAnswer = {
  rows: ListRow[]
  count?: number
  totals?: Record<string, (string | { minor: number; currency: string })[]>
  nextCursor?: string
  columns: string[]
  header?: Record<string, string>
}

export type ListSpec<P extends z.ZodType = z.ZodType> = {
  kind: 'list'
  permission: Access
  /** Rows are limited to the viewer's scope on this resource. */
  scope: OwnedResource | 'company'
  export: Permission
  params: P
  input: z.ZodType
  columns: Record<string, Column>
  /** Order when nobody asks for one. */
  sort: readonly Sort[]
  heavy: boolean
  watches: readonly string[]
  /** Double-click or Enter on a row opens this route with the row's `id` (or the named field). */
  opens?: { route: string; id: string }
}
const noParams = once(() => z.strictObject({}).optional())
export const list = <P extends z.ZodType = z.ZodOptional<z.ZodObject<Record<never, never>>>>(spec: {
  permission: Access
  scope: OwnedResource | 'company'
  export: Permission
  params?: Declared<P>
  columns: Record<string, Column>
  sort: readonly Sort[]
  heavy?: boolean
  watches: readonly string[]
  opens?: { route: string; id: string }
}): ListSpec<P> => {
  const params = once(spec.params ?? (noParams as unknown as Declared<P>))
  const input = once(() => listInput(params()))
  return {
    kind: 'list',
    heavy: false,
    ...spec,
    get params() {
      return params()
    },
    get input() {
      return input()
    },
  }
}
