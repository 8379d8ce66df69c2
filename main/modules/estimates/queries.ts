// What the screens of profit estimates ask for: the list, one estimate with its versions, what it comes to as typed, and how a deal stands with its own.
import { sql } from 'kysely'
import { PROFIT_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { approvalState, isSwitchedOn, approvalStatusOf } from '../../records/approvals/index.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { countingEstimate, statusOf } from './counting.ts'
import { fillOf } from './fill.ts'
import { calculateEstimate, type CalculatedEstimate } from './rules.ts'
import { storedLines } from './stored-lines.ts'
import { estimateWarnings } from './warnings.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type Estimate = QueryOutput<'profit-estimate'>

/** An estimate is cost and profit through and through: who may not see those sees none of it (E8). */
const requireVisible = (q: QueryContext): void => {
  q.require('profit.view')
  q.require('cost.view')
}

const resultOf = (r: CalculatedEstimate, base: string): Estimate['result'] => ({
  revenue: money(r.revenue, r.currency),
  lines: PROFIT_LINES.map((line) => ({ line, amount: money(r.byLine.get(line) ?? 0, base) })),
  totals: {
    revenue: money(r.revenueBase, base),
    purchases: money(r.purchaseBase, base),
    refund: money(r.refundBase, base),
    costs: money(r.expensesBase, base),
  },
  profit: money(r.profitBase, base),
  // Q27: without any cost the whole revenue would be profit, 100 %.
  margin: r.purchaseBase === 0 && r.expensesBase === 0 ? null : r.margin,
  exchangeCost: r.purchaseBase === 0 && r.expensesBase === 0 ? null : r.exchangeCost,
  netFobIncome: money(r.netFobIncome, r.currency),
})
const linesOf = (r: CalculatedEstimate, base: string): Estimate['calculated'] =>
  r.lines.map((l) => ({ id: l.id, amount: money(l.amount, l.currency), base: money(l.base, base), refund: money(l.refund, base) }))

const versionsOf = (q: QueryContext, dealId: string): Promise<Estimate['versions']> =>
  q.db
    .selectFrom('profit_estimate as e')
    .select(['e.id', 'e.number', 'e.version', statusOf('e').as('status')])
    .where('e.dealId', '=', dealId)
    .orderBy('e.version', 'desc')
    .execute()

const dealOf = async (q: QueryContext, dealId: string) => {
  const deal = q.orNotFound(
    await q.db.selectFrom('deal').select(['id', 'number', 'stage', 'ownerId', 'departmentId']).where('id', '=', dealId).executeTakeFirst(),
    'deal',
  )
  q.requireScope('deal', deal)
  return deal
}
const mayPrepare = (q: QueryContext) => q.may('profit-estimate.create') && q.may('profit.view') && q.may('cost.view')
const mayOpen = (q: QueryContext) => q.may('profit-estimate.view') && q.may('profit.view') && q.may('cost.view')

export const estimatesQueries = defineQueries({
  'profit-estimate': async ({ id }, q) => {
    requireVisible(q)
    const e = q.orNotFound(
      await q.db
        .selectFrom('profit_estimate as e')
        .innerJoin('deal as d', 'd.id', 'e.dealId')
        .innerJoin('party as p', 'p.id', 'd.customerId')
        .innerJoin('user as u', 'u.id', 'e.ownerId')
        .selectAll('e')
        .select([
          'd.number as dealNumber',
          'd.customerId',
          'p.name as customerName',
          nameIn(q.viewer.language, 'user', 'u').as('ownerName'),
          statusOf('e').as('stands'),
        ])
        .where('e.id', '=', id)
        .executeTakeFirst(),
      'profit-estimate',
    )
    q.requireScope('profit-estimate', e)
    const base = q.company.baseCurrency
    const lines = await storedLines(q.db, id)
    const premiumRate = e.premiumRate === null ? null : scaledText(e.premiumRate, 'percent')
    const calculated = calculateEstimate({ ...lines, premiumRate }, base)
    return {
      ...lines,
      id,
      number: e.number,
      version: e.version,
      revision: e.revision,
      status: e.stands,
      dealId: e.dealId,
      dealNumber: e.dealNumber,
      customerId: e.customerId,
      customerName: e.customerName,
      ownerName: e.ownerName,
      estimatedOn: e.estimatedOn,
      premiumRate,
      remark: e.remark,
      voidReason: e.voidReason,
      calculated: linesOf(calculated, base),
      result: resultOf(calculated, base),
      versions: await versionsOf(q, e.dealId),
    }
  },

  'preview-profit-estimate': async (input, q) => {
    requireVisible(q)
    const base = q.company.baseCurrency
    const calculated = calculateEstimate(input, base)
    return {
      lines: linesOf(calculated, base),
      result: resultOf(calculated, base),
      premium: calculated.premium === null ? null : money(calculated.premium, calculated.currency),
      warnings: input.estimatedOn === undefined ? [] : await estimateWarnings(q, input, input.estimatedOn),
    }
  },

  'profit-estimate-fill': (input, q) => {
    requireVisible(q)
    return fillOf(input, q)
  },

  'deal-estimate': async ({ dealId }, q) => {
    const deal = await dealOf(q, dealId)
    const e = await countingEstimate(q.db, dealId)
    const asked = await q.db
      .selectFrom('estimate_request as r')
      .innerJoin('user as u', 'u.id', 'r.requestedBy')
      .select([nameIn(q.viewer.language, 'user', 'u').as('by'), 'r.createdAt as at', 'r.note'])
      .where('r.dealId', '=', dealId)
      .where('r.done', '=', 0)
      .executeTakeFirst()
    const alive = !['closed', 'cancelled'].includes(deal.stage)
    return {
      on: isSwitchedOn(q.company.switches, 'profit-estimate'),
      dealId,
      dealNumber: deal.number,
      estimate: e ? { id: e.id, number: e.number, version: e.version, status: 'current' } : null,
      standing: e ? await approvalState(q.db, 'profit-estimate', e.id, e.revision) : 'none',
      mayOpen: mayOpen(q),
      mayPrepare: alive && mayPrepare(q),
      mayAsk: alive && !mayPrepare(q) && asked === undefined,
      asked: asked ?? null,
    }
  },

  'deal-behind-estimate': async ({ number }, q) => {
    const e = await q.db.selectFrom('profit_estimate').select(['id', 'dealId']).where('number', '=', number).executeTakeFirst()
    const deal = e ? undefined : await q.db.selectFrom('deal').select('id').where('number', '=', number).executeTakeFirst()
    const { id: dealId } = await dealOf(q, e?.dealId ?? deal?.id ?? '')
    return { dealId, estimateId: e && mayOpen(q) ? e.id : null, mayPrepare: mayPrepare(q) }
  },
})

export const estimatesLists = defineLists({
  'profit-estimates': (params, q) => {
    requireVisible(q)
    let from = q.db
      .selectFrom('profit_estimate as e')
      .innerJoin('deal as d', 'd.id', 'e.dealId')
      .innerJoin('party as p', 'p.id', 'd.customerId')
      .innerJoin('user as u', 'u.id', 'e.ownerId')
    if (params?.dealId !== undefined) from = from.where('e.dealId', '=', params.dealId)
    if (params?.currentOnly === true) from = from.where(statusOf('e'), '=', 'current')
    return {
      from,
      id: 'e.id',
      owned: { owner: 'e.ownerId', department: 'e.departmentId' },
      search: ['e.number', 'd.number', 'p.name', 'p.nameZh'],
      fields: {
        number: 'e.number',
        estimatedOn: 'e.estimatedOn',
        deal: 'd.number',
        customer: 'p.name',
        version: 'e.version',
        status: statusOf('e'),
        approval: approvalStatusOf('profit-estimate', 'e.id', 'e.revision'),
        currency: 'e.currency',
        revenueForeign: 'e.revenue',
        revenue: 'e.revenueBase',
        cost: sql`e.purchaseBase - e.refundBase`,
        expenses: 'e.expensesBase',
        profit: 'e.profitBase',
        margin: sql`case when e.purchaseBase <> 0 or e.expensesBase <> 0 then e.margin end`,
        reckonedCost: sql`case when e.purchaseBase <> 0 or e.expensesBase <> 0 then e.exchangeCost end`,
        owner: 'u.name',
        dealId: 'e.dealId',
        customerId: 'd.customerId',
      },
      computed: { exchangeCost: (raw) => raw.reckonedCost ?? null },
    }
  },
})
