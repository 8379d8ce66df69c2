// Profit estimates and their approval: what an approver sees of one, and which of a deal counts (A5). Rules E7, E9 in SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { Approvable, OfficeRates, Reading, Subject } from '../../records/approvals/index.ts'
import { countingEstimate, statusOf } from './counting.ts'
import { calculateEstimate } from './rules.ts'
import { storedLines } from './stored-lines.ts'

/** The margin (per cent) of what is stored, every line at the office's rate; a currency for which the office has none keeps its own. Rule A25. */
const marginAtRates = async (db: ReadableDb, estimateId: string, { base, rateOf }: OfficeRates): Promise<string | null> => {
  const typed = await storedLines(db, estimateId)
  const currencies = new Set([...typed.revenue, ...typed.purchases, ...typed.costs].map((l) => l.currency).filter((c) => c !== base))
  const rates = new Map<string, string>()
  for (const currency of currencies) {
    const rate = await rateOf(currency)
    if (rate !== undefined) rates.set(currency, scaledText(rate, 'rate'))
  }
  const rated = <L extends { currency: string; rate: string }>(lines: readonly L[]): L[] =>
    lines.map((l) => ({ ...l, rate: rates.get(l.currency) ?? l.rate }))
  const { revenue, purchases, costs } = typed
  return calculateEstimate({ premiumRate: null, revenue: rated(revenue), purchases: rated(purchases), costs: rated(costs) }, base).margin
}

/** The estimate as an approver sees it; undefined when there is none. The revision binds every figure that is not told here. */
const subjectOf = async ({ db }: Reading, estimateId: string): Promise<Subject | undefined> => {
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
    marginAtRates: (rates) => marginAtRates(db, e.id, rates),
    customerLevel: e.level,
    ownerId: e.ownerId,
    departmentId: e.departmentId,
    facts: { dealNumber: e.dealNumber, version: String(e.version), estimatedOn: e.estimatedOn },
    ...(e.standing === 'current' ? {} : { closed: { kind: 'profit-estimate' as const, state: e.standing, needed: 'current' } }),
  }
}

export const profitEstimateApproval: Approvable = {
  submit: 'profit-estimate.submit',
  read: subjectOf,
  ofDeal: async (db, dealId) => {
    const e = await countingEstimate(db, dealId)
    return e && { documentId: e.id, revision: e.revision, number: e.number }
  },
}
