// Facts of contracts in which colleagues have a part (contracts C29): each is cut once, and everything else adds up the parts. CU9, CU10, CU24.
import { sql, type RawBuilder } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import type { FactSource } from '../../records/facts.ts'

const columnsOf = (q: QueryContext, rows: RawBuilder<unknown>): string[] =>
  q.sql.columns(q.db.selectFrom(sql`(${rows})`.as('f')).selectAll().compile().sql)

/** What is not said of a contract stands with the first one that was signed in its deal. */
const firstOfDeal = sql`(select c.dealId, c.id as contractId from sales_contract c
  where c.id = (select o.id from sales_contract o where o.dealId = c.dealId and o.signedOn is not null order by o.contractDate, o.numberKey limit 1)
    and c.id in (select contractId from sales_share)) m on m.dealId = f.deal`
/** Parts of signed contracts, with all weights in order and who had the contract when it was signed. */
const parts = sql`(select s.contractId, s.position, s.userId, s.departmentId, s.share, o.userId as seller,
    (select json_group_array(w.share) from (select share from sales_share a where a.contractId = s.contractId order by a.position) w) as weights
  from sales_share s join sales_share o on o.contractId = s.contractId and o.position = 0) x`

const partOf = (amount: RawBuilder<unknown>) => sql`cast(share_part(${amount}, x.weights, x.position) as integer)`

/** Until a hand-over the shares hold: what is somebody else's by then is no longer cut (CU10). */
const joined = ({ by }: NonNullable<FactSource['shared']>): RawBuilder<unknown> => {
  const byDeal = by.includes('deal')
  const contract = !byDeal ? sql`f.contract` : by.includes('contract') ? sql`coalesce(f.contract, m.contractId)` : sql`m.contractId`
  return sql`${byDeal ? sql`left join ${firstOfDeal}` : sql``} left join ${parts} on x.contractId = ${contract} and x.seller = f.salesperson`
}

const asHeld: Readonly<Record<string, RawBuilder<unknown>>> = {
  salesperson: sql`coalesce(x.userId, f.salesperson)`,
  // The salesperson's own part is seen with the contract, as it was.
  department: sql`case when x.position > 0 then x.departmentId else f.department end`,
  scopeOwner: sql`case when x.position > 0 then x.userId else f.scopeOwner end`,
  scopeDepartment: sql`case when x.position > 0 then x.departmentId else f.scopeDepartment end`,
}

const hasShares = (q: QueryContext): boolean => q.sql.prepare('SELECT 1 FROM sales_share WHERE position = 0 LIMIT 1').get() !== undefined
/** Whether rows of the source are looked at in parts. `personal`: who has what matters to the question. Kept sums know nothing of parts. */
export const isCut = (q: QueryContext, source: FactSource, personal: boolean): boolean =>
  source.shared !== undefined && personal && hasShares(q)

/** Rows of a source with shared facts, in parts, each with `part`: per cent (scaled), null of what is whole. */
export const inParts = (q: QueryContext, source: FactSource, rows: RawBuilder<unknown>): RawBuilder<unknown> => {
  const shared = source.shared!
  const columns = columnsOf(q, rows)
  const select = (amountOf: (amount: RawBuilder<unknown>) => RawBuilder<unknown>) =>
    sql.join([
      ...columns.map((column) => {
        const amount = sql.ref(`f.${column}`)
        const value = shared.amounts.includes(column) ? amountOf(amount) : (asHeld[column] ?? amount)
        return sql`${value} as ${sql.ref(column)}`
      }),
      sql`x.share as part`,
    ])
  const from = sql`from (${rows}) f ${joined(shared)}`
  if (shared.balanceOf === undefined)
    return sql`select ${select((amount) => sql`case when x.share is null then ${amount} else ${partOf(amount)} end`)} ${from}`
  // Of a balance that is what is cut: after each movement the parts of all that has moved until then, so that what is settled is settled for everybody.
  const until = sql`(partition by ${sql.ref(`f.${shared.balanceOf}`)}, x.position order by f.day, f.movement)`
  const moved = (amount: RawBuilder<unknown>) => sql`sum(${amount}) over ${until}`
  return sql`select ${select((amount) => amount)} ${from} where x.share is null
    union all select ${select((amount) => sql`${partOf(moved(amount))} - ${partOf(sql`${moved(amount)} - ${amount}`)}`)} ${from} where x.share is not null`
}
