// Profit estimates and their approval: what an approver sees of one, and which of a deal counts (A5). Rules E7, E9 in SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { declareApprovable, type Subject } from '../approvals/index.ts'
import { countingEstimate, statusOf } from './counting.ts'

/** The estimate as an approver sees it; undefined when there is none. The revision binds every figure that is not told here. */
const subjectOf = async (db: ReadableDb, estimateId: string): Promise<Subject | undefined> => {
  const e = await db
    .selectFrom('profit_estimate as e')
    .innerJoin('deal as d', 'd.id', 'e.dealId')
    .innerJoin('party as p', 'p.id', 'd.customerId')
    .selectAll('e')
    .select(['d.number as dealNumber', 'p.name as customer', 'p.level', statusOf('e').as('standing')])
    .where('e.id', '=', estimateId)
    .executeTakeFirst()
  if (!e) return undefined
  return {
    documentId: e.id,
    number: e.number,
    revision: e.revision,
    title: e.customer,
    amount: money(e.revenue, e.currency),
    amountBase: e.revenueBase,
    margin: e.margin === null ? null : scaledText(e.margin, 'percent'),
    customerLevel: e.level,
    ownerId: e.ownerId,
    departmentId: e.departmentId,
    facts: { dealNumber: e.dealNumber, version: String(e.version), estimatedOn: e.estimatedOn },
    ...(e.standing === 'current' ? {} : { closed: { kind: 'profit-estimate' as const, state: e.standing, needed: 'current' } }),
  }
}

/** Declared by the door, once. */
export const declareProfitEstimates = (): void =>
  declareApprovable('profit-estimate', {
    submit: 'profit-estimate.submit',
    read: subjectOf,
    ofDeal: async (db, dealId) => {
      const e = await countingEstimate(db, dealId)
      return e && { documentId: e.id, revision: e.revision, number: e.number }
    },
  })
