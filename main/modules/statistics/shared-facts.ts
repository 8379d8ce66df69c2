// Facts of contracts in which colleagues have a part (contracts C29): each is cut once, and everything else adds up the parts. CU9, CU10, CU24.
import { sql, type RawBuilder } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import type { FactSource } from '../../records/facts.ts'

const columnsOf = (q: QueryContext, rows: RawBuilder<unknown>): string[] =>
  q.sql.columns(q.db.selectFrom(sql`(${rows})`.as('f')).selectAll().compile().sql)

/** What is not said of a contract stands with the first one of its deal that was signed and stands. */
const firstOfDeal = sql`select dealId, contractId from (select c.dealId, c.id as contractId,
    row_number() over (partition by c.dealId order by c.signedOn, c.contractDate, c.numberKey) as place from sales_contract c
    where c.status = 'signed' and c.dealId in (select o.dealId from sales_share s join sales_contract o on o.id = s.contractId))
  where place = 1 and contractId in (select contractId from sales_share)`
/** Parts of signed contracts, with all weights in order and who had the contract when it was signed. */
const parts = sql`select s.contractId, s.position, s.userId, s.departmentId, s.share, o.userId as seller, w.weights
  from sales_share s join sales_share o on o.contractId = s.contractId and o.position = 0
  join (select contractId, json_group_array(share) as weights from (select contractId, share from sales_share order by contractId, position) group by contractId) w
    on w.contractId = s.contractId`

const partOf = (amount: RawBuilder<unknown>) => sql`cast(share_part(${amount}, x.weights, x.position) as integer)`

/** Until a hand-over the shares hold: what is somebody else's by then is no longer cut (CU10). */
const joined = ({ by }: NonNullable<FactSource['shared']>): RawBuilder<unknown> => {
  const byDeal = by.includes('deal')
  const contract = !byDeal ? sql`f.contract` : by.includes('contract') ? sql`coalesce(f.contract, m.contractId)` : sql`m.contractId`
  return sql`${byDeal ? sql`left join m on m.dealId = f.deal` : sql``} left join x on x.contractId = ${contract} and x.seller = f.salesperson`
}

const asHeld: Readonly<Record<string, RawBuilder<unknown>>> = {
  salesperson: sql`coalesce(x.userId, f.salesperson)`,
  // The salesperson's own part is seen with the contract, as it was.
  department: sql`case when x.position > 0 then x.departmentId else f.department end`,
  scopeOwner: sql`case when x.position > 0 then x.userId else f.scopeOwner end`,
  scopeDepartment: sql`case when x.position > 0 then x.departmentId else f.scopeDepartment end`,
}

/** Whether any fact of the source may belong to several people. Kept sums know nothing of that. */
export const hasParts = (q: QueryContext, source: FactSource): boolean =>
  source.shared !== undefined && q.sql.prepare('SELECT 1 FROM sales_share WHERE position = 0 LIMIT 1').get() !== undefined

/** Rows of a source with shared facts, in parts, each with `part`: per cent (scaled), null of what is whole. */
export const inParts = (q: QueryContext, source: FactSource, rows: RawBuilder<unknown>): RawBuilder<unknown> => {
  const shared = source.shared!
  const columns = columnsOf(q, rows)
  const select = (amountOf: (amount: RawBuilder<unknown>, column: string) => RawBuilder<unknown>) =>
    sql.join(
      columns.map((column) => {
        const amount = sql.ref(`f.${column}`)
        const value = shared.amounts.includes(column) ? amountOf(amount, column) : (asHeld[column] ?? amount)
        return sql`${value} as ${sql.ref(column)}`
      }),
    )
  const from = sql`from (${rows}) f ${joined(shared)}`
  const known = sql`with m as materialized (${firstOfDeal}), x as materialized (${parts})`
  if (shared.balanceOf === undefined)
    return sql`${known} select ${select((amount) => sql`case when x.share is null then ${amount} else ${partOf(amount)} end`)}, x.share as part ${from}`
  // Of a balance that is what is cut: after each movement the part of all that has moved until then, less the part before, so that what is settled is settled for
  // everybody.
  const until = (of: string) =>
    sql`(partition by ${sql.ref(`${of}.${shared.balanceOf!}`)}, ${sql.ref(`${of}.position`)} order by ${sql.ref(`${of}.day`)}, ${sql.ref(`${of}.movement`)})`
  const balances = sql.join(
    shared.amounts.map((column) => sql`sum(${sql.ref(`r.${column}`)}) over ${until('r')} as ${sql.ref(`${column}Until`)}`),
  )
  const cut = sql.join(
    shared.amounts.map(
      (column) => sql`cast(share_part(${sql.ref(`b.${column}Until`)}, b.weights, b.position) as integer) as ${sql.ref(`${column}Part`)}`,
    ),
  )
  const moved = (column: string) => sql`${sql.ref(`f.${column}Part`)} - coalesce(lag(${sql.ref(`f.${column}Part`)}) over ${until('f')}, 0)`
  const named = sql.join(
    columns.map((column) =>
      shared.amounts.includes(column) ? sql`${moved(column)} as ${sql.ref(column)}` : sql`${sql.ref(`f.${column}`)} as ${sql.ref(column)}`,
    ),
  )
  return sql`${known}, r as materialized (select ${select((amount) => amount)}, x.share as part, x.weights, x.position ${from})
    select ${sql.join(columns.map((column) => sql`${sql.ref(`r.${column}`)}`))}, r.part from r where r.part is null
    union all select ${named}, f.part from (select b.*, ${cut} from (select r.*, ${balances} from r where r.part is not null) b) f`
}
