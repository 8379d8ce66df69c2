// What goes along when a customer is handed over: deals that are not finished, and their sales contracts.
import { FINISHED_STAGES } from '../../../preload/contract/modules/deals/calls.ts'
import type { Unfinished } from '../../records/hand-over.ts'
import { carryApprovals } from '../../records/approvals/index.ts'

export const contractsOfCustomer: readonly Unfinished[] = [
  {
    table: 'deal',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('deal')
        .select('id')
        .where('customerId', '=', customerId)
        .where('stage', 'not in', [...FINISHED_STAGES])
        .orderBy('id')
        .execute()
      return rows.map((r) => r.id)
    },
  },
  {
    table: 'sales_contract',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('sales_contract as c')
        .innerJoin('deal as d', 'd.id', 'c.dealId')
        .select('c.id')
        .where('c.customerId', '=', customerId)
        .where('c.status', '<>', 'void')
        .where('d.stage', 'not in', [...FINISHED_STAGES])
        .orderBy('c.id')
        .execute()
      return rows.map((r) => r.id)
    },
    moved: (ctx, id, revision) => carryApprovals(ctx, 'sales-contract', id, revision),
  },
]
