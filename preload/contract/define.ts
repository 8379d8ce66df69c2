// How a module declares its commands, queries and lists. Types are inferred from the schemas; a declaration without class or permission does not compile.
import { z } from 'zod'
import type { OwnedResource, Permission } from './access.ts'
import type { Secret } from './figures.ts'
import { withoutInvisible } from './vocabulary/fold.ts'
import { idSchema } from './vocabulary/ids.ts'

/** fact: never refused by a business rule once it reaches the hub; intent: may be refused; online-only: only the authority decides (sync.md S2). */
export type CommandClass = 'fact' | 'intent' | 'online-only'
/** 'signed-in' is enough for what everybody may do to their own things; 'founding' is allowed only while the company does not exist yet. */
export type Access = Permission | 'signed-in' | 'founding'

/**
 * A schema, or how to make it: hundreds are declared and a start asks a few of them, so each is made when it is first needed. Making must depend on nothing
 * that changes.
 */
type Declared<S> = S | (() => S)
const once = <S extends z.ZodType>(declared: Declared<S>): (() => S) => {
  let made: S | undefined
  return () => (made ??= typeof declared === 'function' ? declared() : declared)
}

export type CommandSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'command'
  class: CommandClass
  permission: Access
  input: I
  outcome: O
  /** Input fields that must never reach the audit trail (passwords). */
  secrets: readonly string[]
  /** The input field (dotted path) that holds a password to be set: hashed before the command's turn, and the handler is given the hash. */
  newPassword?: string
  /** The input field that holds the user's own password: the door checks it as at a sign-in, and as slowly for who guesses. */
  proof?: string
  /** False for the desk's own memory (open tabs, drafts): not audited, not captured. */
  audited: boolean
}
export const command = <I extends z.ZodType, O extends z.ZodType>(spec: {
  class: CommandClass
  permission: Access
  input: Declared<I>
  outcome: Declared<O>
  secrets?: readonly string[]
  newPassword?: string
  proof?: string
  audited?: boolean
}): CommandSpec<I, O> => {
  const [input, outcome] = [once(spec.input), once(spec.outcome)]
  return {
    kind: 'command',
    secrets: [],
    audited: true,
    ...spec,
    get input() {
      return input()
    },
    get outcome() {
      return outcome()
    },
  }
}

export type QuerySpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: 'query'
  permission: Access
  input: I
  output: O
  /** Long reads run in a worker thread on their own read-only connection. */
  heavy: boolean
  /** Tables (or resources) whose change makes this query stale: the renderer refetches on their notices. */
  watches: readonly string[]
  /** Answered behind the idle lock too, and no sign of life: for figures that say nothing of their content. */
  whileLocked: boolean
}
export const query = <I extends z.ZodType, O extends z.ZodType>(spec: {
  permission: Access
  input: Declared<I>
  output: Declared<O>
  heavy?: boolean
  watches: readonly string[]
  whileLocked?: boolean
}): QuerySpec<I, O> => {
  const [input, output] = [once(spec.input), once(spec.output)]
  return {
    kind: 'query',
    heavy: false,
    whileLocked: false,
    ...spec,
    get input() {
      return input()
    },
    get output() {
      return output()
    },
  }
}

// ---- lists -------------------------------------------------------------------------------------------------------------------------------

/**
 * What a column holds. Cells travel as: text/code/enum string; integer number; boolean; date 'YYYY-MM-DD'; datetime ISO;
 * quantity/price/percent/rate/measure decimal text; money { minor, currency }.
 */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'enum'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'quantity'
  | 'price'
  | 'percent'
  | 'rate'
  | 'measure'
  | 'money'

export type Column = {
  kind: ColumnKind
  /** Name group of an enum's values in names/: title of value v is `${values}.${v}`. */
  values?: { group: string; all: readonly string[] }
  /** Values that stand for something with a name (a command, a list), by its name groups: shown by that name, or as they are where there is none. */
  named?: readonly string[]
  /** money: the sibling column that holds the currency, or 'base' for the company's. */
  currency?: string
  /** The cell opens this route with the id in the sibling field (`field` is returned in the row though it is no column). */
  opens?: { route: string; id: string }
  /** Absent (not hidden) for who may not see it: in rows, sort, filters, totals, exports. */
  secret?: Secret
  /** Summed over all rows that match, per currency. */
  total?: boolean
  /** Not shown until the user chooses it. */
  hidden?: boolean
  /** Not sortable / filterable (computed cells). */
  fixed?: boolean
  width?: number
}

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
export const filterSchema = z.strictObject({
  field: z.string().max(60),
  op: z.enum(FILTER_OPERATORS),
  value: z.union([z.string().max(200), z.array(z.string().max(200)).max(200)]).optional(),
})
export type Filter = z.infer<typeof filterSchema>
export const sortSchema = z.strictObject({ field: z.string().max(60), descending: z.boolean() })
export type Sort = z.infer<typeof sortSchema>

export const PAGE_LIMIT = 200
const listInput = <P extends z.ZodType>(params: P) =>
  z.strictObject({
    search: z.string().max(200).optional(),
    filters: z.array(filterSchema).max(20).optional(),
    sort: z.array(sortSchema).max(4).optional(),
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
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ minor: z.int(), currency: z.string() })])
export const listOutput = z.strictObject({
  rows: z.array(z.record(z.string(), cellSchema)),
  count: z.int().optional(),
  totals: z.record(z.string(), z.array(z.union([z.string(), z.strictObject({ minor: z.int(), currency: z.string() })]))).optional(),
  nextCursor: z.string().optional(),
  /** Columns this user may see, in the declared order. */
  columns: z.array(z.string()),
  /** What the report says in its header, e.g. the as-of date and the ageing basis. */
  header: z.record(z.string(), z.string()).optional(),
})
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
const noParams = z.strictObject({}).optional()
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
  const params = once(spec.params ?? (noParams as unknown as P))
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

// ---- the usual columns, so that a declaration reads as a table of contents ------------------------------------------------------------------

type Extra = Omit<Column, 'kind'>
const of =
  (kind: ColumnKind) =>
  (extra: Extra = {}): Column => ({ kind, ...extra })
export const column = {
  text: of('text'),
  code: of('code'),
  integer: of('integer'),
  boolean: of('boolean'),
  date: of('date'),
  datetime: of('datetime'),
  quantity: of('quantity'),
  price: of('price'),
  percent: of('percent'),
  rate: of('rate'),
  measure: of('measure'),
  money: (currency: string, extra: Extra = {}): Column => ({ kind: 'money', currency, ...extra }),
  /** An amount in the company's base currency. */
  base: (extra: Extra = {}): Column => ({ kind: 'money', currency: 'base', ...extra }),
  enum: (group: string, all: readonly string[], extra: Extra = {}): Column => ({ kind: 'enum', values: { group, all }, ...extra }),
}

// ---- shapes that many commands share ---------------------------------------------------------------------------------------------------------

/** A record is changed only as it was seen: `revision` of the version on screen, or `changed-meanwhile`. */
export const revisionSchema = z.int().min(1).describe('revision of the record as seen')
export const changedOutcome = z.strictObject({ id: idSchema, revision: z.int() })
export const savedOutcome = z.strictObject({ id: idSchema, number: z.string(), revision: z.int() })
export const noOutcome = z.strictObject({})
export const seen = z.strictObject({ id: idSchema, revision: revisionSchema })
export const shortText = z.string().trim().max(200)
/** A typed code or number: kept without invisible characters (SPEC Q6 of the queries). */
export const codeText = z.string().overwrite(withoutInvisible).max(200)
export const requiredCode = codeText.min(1, 'required')
export const requiredText = shortText.min(1, 'required')
/** None, one or several e-mail addresses, separated by semicolons, commas or blanks. */
export const emailText = shortText.refine(
  (text) => text.split(/[;；,，\s]+/).every((one) => one === '' || /^[^@]+@[^@]+\.[^@.]+$/.test(one)),
  'email',
)
/** Of a row that a pick box filters by itself: its letters, pinyin and initials, each after a blank (`isFoundBy` of vocabulary/fold.ts). */
export const foundBy = z.string()
export const longText = z.string().max(4000)
