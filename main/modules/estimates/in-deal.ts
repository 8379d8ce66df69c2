// Profit estimates as parts of a deal: they belong to the deal as a whole, go where it goes, and are listed on its page.
import { sql } from 'kysely'
import type { CommandContext } from '../../commands/define-command.ts'
import { reownRecord } from '../../records/search.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { carryApprovals } from '../../records/approvals/index.ts'
import { inSight, type DealDocumentRow } from '../deals/index.ts'
import type { RecordOwner } from '../people/index.ts'

/** Every version, void ones too. Without a total: an estimate's figures are shown on its own page. */
export const estimatesInDeal = async (q: QueryContext, dealId: string): Promise<DealDocumentRow[]> => {
  if (!q.may('profit.view') || !q.may('cost.view')) return []
  const query = q.db
    .selectFrom('profit_estimate as x')
    .innerJoin('deal as d', 'd.id', 'x.dealId')
    .innerJoin('party as p', 'p.id', 'd.customerId')
    .select(['x.id', 'x.number', 'x.estimatedOn as date', 'p.name as party', 'x.revenue as total', 'x.currency'])
    .select(
      sql<string>`case when x.status = 'void' then 'void'
        when exists (select 1 from profit_estimate n where n.dealId = x.dealId and n.version > x.version and n.status <> 'void') then 'replaced'
        else 'current' end`.as('status'),
    )
    .where('x.dealId', '=', dealId)
  return inSight(q, 'profit-estimate', (condition) => query.where(condition), query)
}

/** Gives every version of the deal's estimate to `owner`. An approval stays where nothing else changed, such as the customer (A6). */
export const handOverEstimates = async (ctx: CommandContext, dealId: string, owner: RecordOwner): Promise<void> => {
  const estimates = await ctx.db
    .selectFrom('profit_estimate')
    .select(['id', 'revision'])
    .where('dealId', '=', dealId)
    .orderBy('id')
    .execute()
  for (const { id, revision } of estimates) {
    ctx.tx.patch('profit_estimate', id, { ...owner, revision: revision + 1 })
    await carryApprovals(ctx, 'profit-estimate', id, { from: revision, to: revision + 1 })
    reownRecord(ctx, id, owner)
  }
}
