// What may be done to profit estimates: saved, renewed as a new version, voided, asked for. Rules E1, E7 to E9, E11 in SPEC.md.
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { approvalState, endApprovals } from '../../records/approvals/index.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { requireUnits } from '../catalogue/index.ts'
import { countingEstimate, type EstimateRow } from './counting.ts'
import { calculateEstimate, type CalculatedEstimate, type CalculatedLine } from './rules.ts'

type Input = CommandParsed<'save-profit-estimate'>
type Deal = { id: string; number: string; customerId: string; ownerId: string; departmentId: string | null }

/** An estimate is cost and profit through and through: who may not see those may not have it (E8). */
const requireVisible = (ctx: CommandContext): void => {
  ctx.require('profit.view')
  ctx.require('cost.view')
}

const dealFor = (ctx: CommandContext, dealId: string): Deal => {
  const deal = ctx.orNotFound(ctx.tx.row('deal', dealId), 'deal')
  ctx.requireScope('deal', deal)
  return deal
}

/** The version as it was seen. Refuses `wrong-state` unless it is the one that counts: older ones stay as they are (E1). */
const estimateForUpdate = async (ctx: CommandContext, input: { id: string; revision: number }): Promise<EstimateRow> => {
  const estimate = ctx.orNotFound(ctx.tx.row('profit_estimate', input.id), 'profit-estimate')
  ctx.requireScope('profit-estimate', estimate)
  ctx.requireRevision(estimate, input.revision)
  if (estimate.status === 'void') refuse('wrong-state', { kind: 'profit-estimate', state: 'void', needed: 'current' })
  if ((await countingEstimate(ctx.db, estimate.dealId))?.id !== estimate.id)
    refuse('wrong-state', { kind: 'profit-estimate', state: 'replaced', needed: 'current' })
  return estimate
}

/** The next version of the deal's estimate: PE2026-0001-02 follows PE2026-0001-01, void ones keep theirs (E1, AP-16). */
const nextVersion = async (ctx: CommandContext, dealId: string): Promise<{ number: string; version: number }> => {
  const last = await ctx.db
    .selectFrom('profit_estimate')
    .select(['number', 'version'])
    .where('dealId', '=', dealId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const root = last ? last.number.slice(0, last.number.lastIndexOf('-')) : ctx.number('profit-estimate', ctx.today)
  return { number: `${root}-${String(version).padStart(2, '0')}`, version }
}

/** A line as typed that rests in the same columns whatever it is for. */
type LineInput = { description: string; source: EstimateSource; supplierId?: string | null; productId?: string | null; unit?: string }
const inputLines = (input: Pick<Input, 'revenue' | 'purchases' | 'costs'>): LineInput[] => [
  ...input.revenue,
  ...input.purchases,
  ...input.costs,
]

const valuesOf = (typed: LineInput, calculated: CalculatedLine, position: number) => ({
  position,
  line: calculated.line,
  description: typed.description,
  supplierId: typed.supplierId ?? null,
  productId: typed.productId ?? null,
  quantity: calculated.quantity,
  unit: typed.unit ?? '',
  price: calculated.price,
  vatRate: calculated.vatRate,
  refundRate: calculated.refundRate,
  currency: calculated.currency,
  rate: calculated.rate,
  amount: calculated.amount,
  amountBase: calculated.base,
  refundBase: calculated.refund,
  source: JSON.stringify(typed.source),
})

/** Suppliers and products that are named must be there; they need not be in use any more. */
const requireNamed = (ctx: CommandContext, input: Input): void => {
  for (const { supplierId, productId } of input.purchases) {
    const party = supplierId === null ? undefined : ctx.tx.row('party', supplierId)
    if (supplierId !== null) ctx.orNotFound(party && party.kind !== 'customer' ? party : undefined, 'vendor')
    if (productId !== null) ctx.orNotFound(ctx.tx.row('product', productId), 'product')
  }
}

const writeLines = async (ctx: CommandContext, input: Input, calculated: CalculatedEstimate): Promise<void> => {
  const typed = inputLines(input)
  const ids = uniqueIds(calculated.lines)
  const old = await ctx.db
    .selectFrom('profit_estimate_line')
    .select(['id', 'unit'])
    .where('estimateId', '=', input.id)
    .orderBy('id')
    .execute()
  requireUnits(input.purchases, new Map(old.map((l) => [l.id, l.unit])), 'purchases') // P23
  for (const { id } of old) if (!ids.has(id)) ctx.tx.remove('profit_estimate_line', id)
  for (const [position, line] of calculated.lines.entries()) {
    const values = valuesOf(typed[position]!, line, position)
    saveRow(ctx, 'profit_estimate_line', line.id, { estimateId: input.id }, values)
  }
}

const sumsOf = (input: Input, r: CalculatedEstimate) => ({
  estimatedOn: input.estimatedOn,
  currency: r.currency,
  revenue: r.revenue,
  revenueBase: r.revenueBase,
  purchaseBase: r.purchaseBase,
  refundBase: r.refundBase,
  expensesBase: r.expensesBase,
  profitBase: r.profitBase,
  margin: r.margin === null ? null : toScaled(r.margin, 'percent'),
  exchangeCost: r.exchangeCost,
  premiumRate: input.premiumRate === null ? null : toScaled(input.premiumRate, 'percent'),
  remark: input.remark,
})

const findable = (ctx: CommandContext, estimate: { id: string; number: string }, deal: Deal): void => {
  const customer = ctx.tx.row('party', deal.customerId)
  const { ownerId, departmentId } = deal
  indexRecord(ctx, {
    id: estimate.id,
    kind: 'profit-estimate',
    title: estimate.number,
    detail: customer?.name ?? '',
    ownerId,
    departmentId,
    words: [customer?.nameZh, customer?.shortName, deal.number],
  })
}

/** Whoever asked for an estimate of the deal has it now (E11). */
const answerRequests = async (ctx: CommandContext, dealId: string): Promise<void> => {
  const open = await ctx.db
    .selectFrom('estimate_request')
    .select(['id', 'revision'])
    .where('dealId', '=', dealId)
    .where('done', '=', 0)
    .orderBy('id')
    .execute()
  for (const { id, revision } of open) ctx.tx.patch('estimate_request', id, { done: 1, revision: revision + 1 })
}

const addVersion = async (ctx: CommandContext, id: string, deal: Deal, sums: ReturnType<typeof sumsOf>) => {
  if (ctx.tx.row('profit_estimate', id)) refuse('already-exists', { field: 'id', value: id })
  const { ownerId, departmentId } = deal
  ctx.requireScope('profit-estimate', { ownerId, departmentId })
  const { number, version } = await nextVersion(ctx, deal.id)
  ctx.tx.put('profit_estimate', {
    ...{ id, number, dealId: deal.id, version, status: 'valid', voidReason: null, ownerId, departmentId, createdAt: ctx.now, revision: 1 },
    ...sums,
  })
  findable(ctx, { id, number }, deal)
  await answerRequests(ctx, deal.id)
  return { id, number, revision: 1 }
}

const copied = async (ctx: CommandContext, from: string, to: string): Promise<void> => {
  const lines = await ctx.db.selectFrom('profit_estimate_line').selectAll().where('estimateId', '=', from).orderBy('position').execute()
  for (const line of lines) ctx.tx.put('profit_estimate_line', { ...line, id: derivedId(to, `line ${line.position}`), estimateId: to })
}

export const estimatesCommands = defineCommands({
  'save-profit-estimate': async (input, ctx) => {
    requireVisible(ctx)
    const deal = dealFor(ctx, input.dealId)
    requireNamed(ctx, input)
    const calculated = calculateEstimate(input, ctx.company.baseCurrency)
    const sums = sumsOf(input, calculated)
    if (input.revision === undefined) {
      const added = await addVersion(ctx, input.id, deal, sums)
      await writeLines(ctx, input, calculated)
      return added
    }
    ctx.require('profit-estimate.edit')
    const old = await estimateForUpdate(ctx, { id: input.id, revision: input.revision })
    if (old.dealId !== deal.id) refuse('invalid-input', { issues: [{ path: 'dealId', rule: 'choice' }] })
    await endApprovals(ctx, 'profit-estimate', old.id) // E7, [AP-20]
    const revision = old.revision + 1
    ctx.tx.patch('profit_estimate', old.id, { ...sums, revision })
    await writeLines(ctx, input, calculated)
    return { id: old.id, number: old.number, revision }
  },

  'renew-profit-estimate': async ({ id, copyOf }, ctx) => {
    requireVisible(ctx)
    const old = await estimateForUpdate(ctx, copyOf)
    const {
      currency,
      revenue,
      revenueBase,
      purchaseBase,
      refundBase,
      expensesBase,
      profitBase,
      margin,
      exchangeCost,
      premiumRate,
      remark,
    } = old
    const figures = {
      currency,
      revenue,
      revenueBase,
      purchaseBase,
      refundBase,
      expensesBase,
      profitBase,
      margin,
      exchangeCost,
      premiumRate,
    }
    const added = await addVersion(ctx, id, dealFor(ctx, old.dealId), { ...figures, remark, estimatedOn: ctx.today })
    await copied(ctx, old.id, id)
    // Nobody should decide on a version that no longer counts; one that was approved stays so, for comparison (E10).
    if ((await approvalState(ctx.db, 'profit-estimate', old.id, old.revision)) === 'pending')
      await endApprovals(ctx, 'profit-estimate', old.id)
    return added
  },

  'void-profit-estimate': async (input, ctx) => {
    requireVisible(ctx)
    const estimate = await estimateForUpdate(ctx, input)
    await endApprovals(ctx, 'profit-estimate', estimate.id)
    const revision = estimate.revision + 1
    ctx.tx.patch('profit_estimate', estimate.id, { status: 'void', voidReason: input.reason, revision })
    return { id: estimate.id, number: estimate.number, revision }
  },

  'ask-for-profit-estimate': async ({ id, dealId, note }, ctx) => {
    const deal = dealFor(ctx, dealId)
    if (ctx.tx.row('estimate_request', id)) refuse('already-exists', { field: 'id', value: id })
    const open = await ctx.db
      .selectFrom('estimate_request')
      .select('id')
      .where('dealId', '=', deal.id)
      .where('done', '=', 0)
      .executeTakeFirst()
    if (open) refuse('nothing-to-do', {})
    ctx.tx.put('estimate_request', { id, dealId: deal.id, note, requestedBy: ctx.viewer.userId, done: 0, createdAt: ctx.now, revision: 1 })
    return { id, revision: 1 }
  },
})
