// What goes along when a customer is handed over: the profit estimates of deals that are not finished.
import { FINISHED_STAGES } from '../../../preload/contract/modules/deals/calls.ts'
import type { Unfinished } from '../../records/hand-over.ts'
import { carryApprovals } from '../../records/approvals/index.ts'

export const estimatesOfCustomer: readonly Unfinished[] = [
  {
    table: 'profit_estimate',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('profit_estimate as e')
        .innerJoin('deal as d', 'd.id', 'e.dealId')
        .select('e.id')
        .where('d.customerId', '=', customerId)
        .where('d.stage', 'not in', [...FINISHED_STAGES])
        .orderBy('e.id')
        .execute()
      return rows.map((r) => r.id)
    },
    moved: (ctx, id, revision) => carryApprovals(ctx, 'profit-estimate', id, revision),
  },
]
