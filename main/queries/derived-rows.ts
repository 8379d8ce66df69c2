// Lists whose rows are costly to make (grouped, windowed, as of a day): made once for page and totals, and only the page's rows joined to their names.
import { sql, type RawBuilder } from 'kysely'
import type { AnySelect, DerivedRows } from './define-query.ts'

export type DerivedKey = { field: RawBuilder<unknown>; descending: boolean }
export type DerivedRequest = {
  keys: readonly DerivedKey[]
  conditions: readonly RawBuilder<boolean>[]
  /** Beyond the last row of the page before. */
  after: RawBuilder<boolean> | undefined
  limit: number
  offset: number
  /** What is summed over all rows that match: the plain columns, and by currency code. */
  totals:
    | {
        plain: readonly RawBuilder<unknown>[]
        byCurrency: readonly { code: RawBuilder<unknown>; columns: readonly RawBuilder<unknown>[] }[]
      }
    | undefined
}

const where = (conditions: readonly RawBuilder<boolean>[]) =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
const sums = (columns: readonly RawBuilder<unknown>[]) => columns.map((c) => sql`coalesce(sum(${c}), 0)`)

/** One JSON text: [[count, plain sums…], [[code, sums…]…]…]. Sums of integers stay exact below 2^53, which amounts never reach. */
const totalsText = (conditions: readonly RawBuilder<boolean>[], { plain, byCurrency }: NonNullable<DerivedRequest['totals']>) => {
  const one = sql`(select json_array(${sql.join([sql`count(*)`, ...sums(plain)])}) from made as t ${where(conditions)})`
  const groups = byCurrency.map(({ code, columns }) => {
    const named = sums(columns).map((c, i) => sql`${c} as ${sql.ref(`sum$${i}`)}`)
    const read = sql.join([sql`code$`, ...columns.map((_, i) => sql.ref(`sum$${i}`))])
    return sql`(select json_group_array(json_array(${read})) from (select ${code} as code$, ${sql.join(named)} from made as t ${where(conditions)} group by 1 order by 1))`
  })
  return sql`json_array(${sql.join([sql`json(${one})`, ...groups.map((g) => sql`json(${g})`)])})`
}

/** The page's rows with their keys (`key$n`) and, in each of them, the totals (`totals$`), joined to the names that `join` brings. */
export const derivedPage = ({ rows, join }: DerivedRows, request: DerivedRequest): AnySelect => {
  const { keys, conditions, after, limit, offset, totals } = request
  const order = sql.join(keys.map((k) => (k.descending ? sql`${k.field} desc` : sql`${k.field} asc`)))
  const named = keys.map((k, i) => sql`${k.field} as ${sql.ref(`key$${i}`)}`)
  const page = sql`(with made as materialized (${rows})
    select t.*, ${sql.join(named)}, ${totals ? totalsText(conditions, totals) : sql`null`} as totals$
    from made as t ${where(after ? [...conditions, after] : conditions)} order by ${order} limit ${limit} offset ${offset})`
  let query = join(page)
  keys.forEach((k, i) => (query = query.orderBy(sql.ref(`t.key$${i}`), k.descending ? 'desc' : 'asc')))
  return query
}

export type DerivedTotals = { count: number; plain: number[]; byCurrency: [code: string | null, ...sums: number[]][][] }
export const readDerivedTotals = (text: string): DerivedTotals => {
  const [[count = 0, ...plain], ...byCurrency] = JSON.parse(text) as [number[], ...DerivedTotals['byCurrency']]
  return { count, plain, byCurrency }
}
