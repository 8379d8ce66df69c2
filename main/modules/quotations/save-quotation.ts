// Saving a draft quotation with its lines and costs, and what the other commands share of it. Rules Q1, Q4, Q8 of SPEC.md.
import type { Selectable } from 'kysely'
import type { QuotationTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { loadForUpdate, loadToSave } from '../../records/load.ts'
import { quotation } from '../../../preload/contract/modules/quotations/records.ts'
import { minimumOrderColumns, productForUse, requireMinimumUnit, requireUnits } from '../catalogue/index.ts'
import { calculateContract, type CalculatedContract } from '../contracts/index.ts'
import { customerForUse, type PartyRow } from '../parties/index.ts'
import { ownerForUse, type RecordOwner } from '../people/index.ts'
import { earned, scaledCost, type LineCost, type WholeCosts } from './rules.ts'

type Input = CommandParsed<'save-quotation'>
export type QuotationRow = Selectable<QuotationTable>

/** The quotation as seen, in the viewer's scope. Refuses `not-found`, `changed-meanwhile`, and `wrong-state` unless it stands in one of the states. */
export const quotationForUpdate = (
  ctx: CommandContext,
  input: { id: string; revision: number },
  states: readonly [string, ...string[]],
): QuotationRow => loadForUpdate(ctx, quotation, input, states)

/** Found by number, customer and the customer's inquiry. */
export const findableQuotation = (
  ctx: CommandContext,
  record: { id: string; number: string; inquiryNumber: string },
  customer: PartyRow,
  owner: RecordOwner,
) =>
  indexRecord(ctx, {
    id: record.id,
    kind: 'quotation',
    title: record.number,
    detail: customer.name,
    ...owner,
    words: [customer.nameZh, customer.shortName, record.inquiryNumber],
  })

const draftOf = (ctx: CommandContext, input: Input): QuotationRow | undefined => loadToSave(ctx, quotation, input, ['draft'])

/** What each line costs after the saving: as typed, or as stored where who saves may not see it (Q8). */
const lineCosts = (ctx: CommandContext, input: Input): (LineCost | null)[] => {
  const given = ctx.may('cost.view')
  return input.lines.map(({ id, cost }) => {
    if (given && cost !== undefined) return cost === null ? null : scaledCost(cost)
    const stored = ctx.tx.row('quotation_line_cost', id)
    return stored ? { cost: stored.cost, vatRate: stored.vatRate, refundRate: stored.refundRate } : null
  })
}
const wholeCosts = (ctx: CommandContext, input: Input): WholeCosts => {
  if (ctx.may('cost.view') && input.costs !== undefined) return input.costs
  const { freight = 0, insurance = 0, domestic = 0 } = ctx.tx.row('quotation_cost', input.id) ?? {}
  return { freight, insurance, domestic }
}

const removeLine = (ctx: CommandContext, id: string): void => {
  if (ctx.tx.row('quotation_line_cost', id)) ctx.tx.remove('quotation_line_cost', id)
  ctx.tx.remove('quotation_line', id)
}
/** Takes a quotation's lines and costs away. */
export const removeContent = async (ctx: CommandContext, quotationId: string): Promise<void> => {
  const lines = await ctx.db.selectFrom('quotation_line').select('id').where('quotationId', '=', quotationId).orderBy('id').execute()
  for (const line of lines) removeLine(ctx, line.id)
  if (ctx.tx.row('quotation_cost', quotationId)) ctx.tx.remove('quotation_cost', quotationId)
}

const writeCost = (ctx: CommandContext, quotationId: string, id: string, cost: LineCost | null): void => {
  const stored = ctx.tx.row('quotation_line_cost', id)
  if (cost === null) return void (stored && ctx.tx.remove('quotation_line_cost', id))
  if (stored) ctx.tx.patch('quotation_line_cost', id, cost)
  else ctx.tx.put('quotation_line_cost', { id, quotationId, ...cost })
}

/** Lines that stay change in place, so that the change log tells what really changed. */
const writeLines = async (
  ctx: CommandContext,
  input: Input,
  calculated: CalculatedContract,
  costs: readonly (LineCost | null)[],
): Promise<void> => {
  const old = await ctx.db.selectFrom('quotation_line').selectAll().where('quotationId', '=', input.id).orderBy('id').execute()
  const before = new Map(old.map((l) => [l.id, l]))
  const ids = uniqueIds(input.lines)
  requireUnits(input.lines, new Map(old.map((l) => [l.id, l.unit]))) // C21
  const products = new Set(old.map((l) => l.productId))
  for (const line of old) if (!ids.has(line.id)) removeLine(ctx, line.id)
  for (const [position, line] of input.lines.entries()) {
    if (line.productId !== null && !products.has(line.productId)) await productForUse(ctx, line.productId)
    products.add(line.productId)
    requireMinimumUnit(line, before.get(line.id)?.minimumUnit, `lines.${position}.`) // Q17
    const { id, ...amounts } = calculated.lines[position]!
    const goods = { productId: line.productId, description: line.description, unit: line.unit, ...minimumOrderColumns(line, line.unit) }
    const values = { position, ...goods, ...amounts }
    saveRow(ctx, 'quotation_line', id, { quotationId: input.id }, values)
    writeCost(ctx, input.id, id, costs[position]!)
  }
}

/** The profit kept beside the quotation for its list; no row while it is not known. */
const writeWhole = (
  ctx: CommandContext,
  input: Input,
  calculated: CalculatedContract,
  given: { costs: readonly (LineCost | null)[]; whole: WholeCosts },
): void => {
  const { profit } = earned(
    calculated.lines.map((l, at) => ({ ...l, cost: given.costs[at]! })),
    given.whole,
    {
      currency: input.currency,
      rate: calculated.rate,
      base: ctx.company.baseCurrency,
      commissionRate: toScaled(input.commissionRate, 'percent'),
    },
  )
  const values = { ...given.whole, profit }
  if (ctx.tx.row('quotation_cost', input.id)) ctx.tx.patch('quotation_cost', input.id, values)
  else ctx.tx.put('quotation_cost', { id: input.id, ...values })
}

const fieldsOf = (input: Input, calculated: CalculatedContract, owner: RecordOwner) => ({
  customerId: input.customerId,
  inquiryNumber: input.inquiryNumber,
  quotedOn: input.quotedOn,
  validUntil: input.validUntil,
  currency: input.currency,
  rate: calculated.rate,
  incoterm: input.incoterm,
  incotermPlace: input.incotermPlace,
  transportMode: input.transportMode,
  portOfLoading: input.portOfLoading,
  portOfDischarge: input.portOfDischarge,
  paymentTerm: JSON.stringify(input.paymentTerm),
  delivery: input.delivery,
  commissionRate: toScaled(input.commissionRate, 'percent'),
  clauses: input.clauses,
  remark: input.remark,
  total: calculated.total,
  totalBase: calculated.totalBase,
  ...owner,
})

/** Makes a draft or changes one (Q1). Refusals: those of `reckonContract`, `date-out-of-order`, `inactive-party`, `already-exists`. */
export const saveQuotation: CommandHandler<'save-quotation'> = async (input, ctx) => {
  const old = draftOf(ctx, input)
  if (new Decimal(input.commissionRate).gt(100)) refuse('invalid-input', { issues: [{ path: 'commissionRate', rule: 'too-big' }] })
  if (input.validUntil < input.quotedOn) refuse('date-out-of-order', { earlier: input.quotedOn, later: input.validUntil })
  const calculated = calculateContract(input, ctx.company.baseCurrency)
  const customer = await customerForUse(ctx, input.customerId)
  const owner = await ownerForUse(ctx, input.ownerId)
  ctx.requireScope('quotation', owner) // nobody quotes for a colleague out of his scope
  const number = old?.number ?? ctx.number('quotation', input.quotedOn)
  const revision = (old?.revision ?? 0) + 1
  const fields = { ...fieldsOf(input, calculated, owner), revision }
  if (old) ctx.tx.patch('quotation', input.id, fields)
  else
    ctx.tx.put('quotation', {
      ...{ id: input.id, rootId: input.id, version: 0, number, status: 'draft', statusBefore: null, sentOn: null, lostReason: null },
      ...{ contractId: null, createdAt: ctx.now, ...fields },
    })
  findableQuotation(ctx, { id: input.id, number, inquiryNumber: input.inquiryNumber }, customer, owner)
  const costs = lineCosts(ctx, input)
  await writeLines(ctx, input, calculated, costs)
  writeWhole(ctx, input, calculated, { costs, whole: wholeCosts(ctx, input) })
  return { id: input.id, number, revision }
}
