// Saving a draft purchase contract: a new one, or a draft changed as it was seen. Rules P1, P2, P10, P11 in SPEC.md.
import type { Selectable } from 'kysely'
import type { PurchaseContractTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import type { PurchaseAmendmentFields } from '../../../preload/contract/modules/purchasing/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { isUnstated, ONE_TO_ONE, ratioOf, type UnitRatio } from '../../../preload/contract/vocabulary/units.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { indexRecord } from '../../records/search.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { loadForUpdate, loadToSave } from '../../records/load.ts'
import { purchaseContract } from '../../../preload/contract/modules/purchasing/records.ts'
import { endApprovals } from '../../records/approvals/index.ts'
import { productForUse, requireUnits } from '../catalogue/index.ts'
import { refreshDeal } from '../deals/index.ts'
import { vendorForUse } from '../parties/index.ts'
import { ownerForUse } from '../people/index.ts'
import { requireMayBuy } from './approval.ts'
import { calculatePurchase, type CalculatedPurchase } from './rules.ts'

type Input = CommandParsed<'save-purchase-contract'>
type InputLine = Input['lines'][number]
export type PurchaseRow = Selectable<PurchaseContractTable>

/** The contract as seen, in the viewer's scope. Refuses `not-found`, `changed-meanwhile`, and `wrong-state` unless it stands in one of the states. */
export const purchaseForUpdate = (
  ctx: CommandContext,
  input: { id: string; revision: number },
  states: readonly [string, ...string[]],
): PurchaseRow => loadForUpdate(ctx, purchaseContract, input, states)

export const purchaseLines = (ctx: CommandContext, contractId: string) =>
  ctx.db.selectFrom('purchase_line').selectAll().where('contractId', '=', contractId).orderBy('position').execute()

/** Brings the deals of purchase lines up to date. */
export const refreshDeals = async (ctx: CommandContext, dealIds: Iterable<string | null>): Promise<void> => {
  for (const dealId of new Set(dealIds)) if (dealId !== null) await refreshDeal(ctx, dealId)
}

/**
 * The deal a line is bought for: its sales line's, whose contract must be signed and in scope (P10); or one named by itself, for stock and samples.
 * Refuses `not-found`, `wrong-state`, and `invalid-input` when the named deal is another than the sales line's.
 */
const dealOf = (ctx: CommandContext, line: InputLine, at: number): string | null => {
  if (line.dealId !== null) ctx.requireScope('deal', ctx.orNotFound(ctx.tx.row('deal', line.dealId), 'deal'))
  if (line.salesLineId === null) return line.dealId
  const sold = ctx.orNotFound(ctx.tx.row('sales_line', line.salesLineId), 'sales-contract')
  const contract = ctx.orNotFound(ctx.tx.row('sales_contract', sold.contractId), 'sales-contract')
  ctx.requireScope('sales-contract', contract)
  if (contract.status !== 'signed') refuse('wrong-state', { kind: 'sales-contract', state: contract.status, needed: 'signed' })
  if (line.dealId !== null && line.dealId !== contract.dealId)
    refuse('invalid-input', { issues: [{ path: `lines.${at}.dealId`, rule: 'choice' }] })
  return contract.dealId
}

type InUnits = { salesLineId: string | null; unit: string }
/**
 * How a line's unit stands to that of the sales line it is bought for: the same, or by what is stated on it (P22). Refuses `invalid-input` at the conversion
 * where one is missing, or stated between equal units.
 */
export const checkedRatio = (ctx: CommandContext, line: InUnits, stated: UnitRatio, at: number): UnitRatio => {
  const unit = line.salesLineId === null ? undefined : ctx.tx.row('sales_line', line.salesLineId)?.unit
  const same = unit === undefined || unit.toUpperCase() === line.unit.toUpperCase()
  const wrong = (rule: string) => refuse('invalid-input', { issues: [{ path: `lines.${at}.conversion`, rule }] })
  if (same && stated.unitsBought !== stated.unitsSold) wrong('not-used')
  if (!same && isUnstated(stated)) wrong('conversion')
  return same ? ONE_TO_ONE : stated
}

/** Brings the stored lines to the typed ones, each by its id; gives every deal that was or is touched. `takeAway` is told of those typed no more. */
export const writeLines = async (
  ctx: CommandContext,
  contractId: string,
  lines: Input['lines'],
  calculated: CalculatedPurchase,
  takeAway: (line: { id: string }) => unknown,
): Promise<(string | null)[]> => {
  const old = await purchaseLines(ctx, contractId)
  const ids = uniqueIds(lines)
  requireUnits(lines, new Map(old.map((l) => [l.id, l.unit]))) // P23
  const products = new Set(old.map((l) => l.productId))
  for (const line of old) if (!ids.has(line.id)) takeAway(line)
  const deals = old.map((l) => l.dealId)
  for (const [position, line] of lines.entries()) {
    if (line.productId !== null && !products.has(line.productId)) await productForUse(ctx, line.productId)
    products.add(line.productId)
    const { id, quantity, price, vatRate, refundRate, amount, netBase, vatBase } = calculated.lines[position]!
    const { salesLineId, productId, description, unit } = line
    const dealId = dealOf(ctx, line, position)
    deals.push(dealId)
    const values = {
      position,
      salesLineId,
      dealId,
      productId,
      description,
      unit,
      ...checkedRatio(ctx, line, ratioOf(line.conversion), position),
      quantity,
      price,
      vatRate,
      refundRate,
      amount,
      netBase,
      vatBase,
    }
    saveRow(ctx, 'purchase_line', id, { contractId }, values)
  }
  return deals
}

/** The columns of what a contract says, beside its lines: the same for a draft and for an amendment. */
export const contentFields = (typed: Omit<PurchaseAmendmentFields, 'lines'>, calculated: CalculatedPurchase) => ({
  currency: typed.currency,
  rate: calculated.rate,
  deliveryDate: typed.deliveryDate,
  paymentTerm: JSON.stringify(typed.paymentTerm),
  clauses: typed.clauses,
  remark: typed.remark,
  total: calculated.total,
  totalBase: calculated.totalBase,
})

/** The draft as seen, for who may edit; undefined for a new one, whose id nobody has used. */
const draftOf = (ctx: CommandContext, input: Input): PurchaseRow | undefined => loadToSave(ctx, purchaseContract, input, ['draft'])

/** Makes a draft or changes one; refusals as the rules say. More than is sold may be bought: the form warns, the office does not refuse (P11). */
export const savePurchaseContract: CommandHandler<'save-purchase-contract'> = async (input, ctx) => {
  const old = draftOf(ctx, input)
  const calculated = calculatePurchase(input, ctx.company.baseCurrency)
  const supplier = await vendorForUse(ctx, input.supplierId)
  const owner = await ownerForUse(ctx, input.ownerId)
  ctx.requireScope('purchase-contract', owner) // nobody makes a contract for a colleague out of his scope
  const revision = (old?.revision ?? 0) + 1
  const fields = {
    supplierId: input.supplierId,
    contractDate: input.contractDate,
    ...contentFields(input, calculated),
    ...owner,
    revision,
  }
  const number = old?.number ?? ctx.number('purchase-contract', input.contractDate)
  if (old) await endApprovals(ctx, 'purchase-contract', input.id) // [AP-20]
  if (old) ctx.tx.patch('purchase_contract', input.id, fields)
  else
    ctx.tx.put('purchase_contract', {
      id: input.id,
      number,
      status: 'draft',
      signedOn: null,
      voidReason: null,
      createdAt: ctx.now,
      ...fields,
    })
  indexRecord(ctx, {
    id: input.id,
    kind: 'purchase-contract',
    title: number,
    detail: supplier.name,
    ...owner,
    words: [supplier.nameZh, supplier.shortName],
  })
  const deals = await writeLines(ctx, input.id, input.lines, calculated, (line) => ctx.tx.remove('purchase_line', line.id))
  await requireMayBuy(ctx, input.lines) // P15
  await refreshDeals(ctx, deals)
  return { id: input.id, number, revision }
}
