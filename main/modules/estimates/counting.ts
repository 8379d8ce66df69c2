// Which version of a deal's estimate counts, and what others may know of it. Rules E1, E9, E10 in SPEC.md.
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { ProfitEstimateTable } from '../../../db/schema/tables.ts'
import type { ESTIMATE_STATUSES } from '../../../preload/contract/modules/estimates/calls.ts'
import { approvalStatusOf } from '../../records/approvals/index.ts'

export type EstimateRow = Selectable<ProfitEstimateTable>
export type EstimateStatus = (typeof ESTIMATE_STATUSES)[number]

/** The newest version that is not void: the one that counts (E1). */
export const countingEstimate = (db: ReadableDb, dealId: string): Promise<EstimateRow | undefined> =>
  db
    .selectFrom('profit_estimate')
    .selectAll()
    .where('dealId', '=', dealId)
    .where('status', '<>', 'void')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How a version stands, from its row `e` (an alias of the table). */
export const statusOf = (e: string): RawBuilder<EstimateStatus> => sql<EstimateStatus>`case
  when ${sql.ref(`${e}.status`)} = 'void' then 'void'
  when exists (select 1 from profit_estimate n where n.dealId = ${sql.ref(`${e}.dealId`)} and n.version > ${sql.ref(`${e}.version`)} and n.status <> 'void')
    then 'replaced'
  else 'current' end`

/**
 * The id of the version that a deal's result is compared with (E10): the newest approved one, else the newest. `dealId` is a column reference;
 * void ones never count, and an approval is for the version exactly as it stands (A3).
 */
export const comparedEstimate = (dealId: string): RawBuilder<string | null> => sql<string | null>`(
  select z.id from profit_estimate z where z.dealId = ${sql.ref(dealId)} and z.status <> 'void'
  order by (${approvalStatusOf('profit-estimate', 'z.id', 'z.revision')}) = 'approved' desc, z.version desc limit 1)`
