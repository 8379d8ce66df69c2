// A deal's profit estimates belong to whom the deal belongs to: they follow it, with what was approved of them.
import type { CommandContext } from '../../commands/define-command.ts'
import { reownRecord } from '../../commands/search-index.ts'
import { carryApprovals } from '../approvals/index.ts'
import type { RecordOwner } from '../people/index.ts'

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
