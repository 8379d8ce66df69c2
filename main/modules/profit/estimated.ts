// The estimated column of a deal's profit: which estimate it is compared with, and its lines. Rule G7 in SPEC.md.
import { sql } from 'kysely'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { approvalStatusOf } from '../../records/approvals/index.ts'
import { comparedEstimate } from '../estimates/index.ts'
import type { ProfitLine } from './profit-lines.ts'

type Compared = { estimate: QueryOutput<'deal-profit'>['estimate']; lines: ReadonlyMap<ProfitLine, number> }
/** The estimate that the result is compared with, in the viewer's scope (G7). */
export const estimateOf = async (q: QueryContext, dealId: string): Promise<Compared> => {
  const none: Compared = { estimate: null, lines: new Map() }
  if (!q.may('profit-estimate.view') || !q.may('cost.view')) return none
  let query = q.db
    .selectFrom('deal as d')
    .innerJoin('profit_estimate as e', (join) => join.on('e.id', '=', comparedEstimate('d.id')))
    .select(['e.id', 'e.number', 'e.version', 'e.profitBase', 'e.margin', 'e.exchangeCost'])
    .select(approvalStatusOf('profit-estimate', 'e.id', 'e.revision').as('standing'))
    .where('d.id', '=', dealId)
  const mine = q.scope('profit-estimate', 'e.ownerId', 'e.departmentId')
  if (mine) query = query.where(mine)
  const e = await query.executeTakeFirst()
  if (!e) return none
  const rows = await q.db
    .selectFrom('profit_estimate_line')
    .select(['line', sql<number>`sum(amountBase)`.as('base'), sql<number>`sum(refundBase)`.as('refund')])
    .where('estimateId', '=', e.id)
    .groupBy('line')
    .execute()
  const lines = new Map<ProfitLine, number>(
    rows.map((r) => [r.line as ProfitLine, r.line === 'revenue' ? Number(r.base) : -Number(r.base)]),
  )
  lines.set(
    'tax-refund',
    rows.reduce((sum, r) => sum + Number(r.refund), 0),
  )
  return {
    lines,
    estimate: {
      id: e.id,
      number: e.number,
      version: e.version,
      approved: e.standing === 'approved',
      profit: money(e.profitBase, q.company.baseCurrency),
      margin: e.margin === null ? null : scaledText(e.margin, 'percent'),
      exchangeCost: e.exchangeCost,
    },
  }
}
