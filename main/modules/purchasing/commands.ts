// What may be done to purchase contracts: saved, signed, voided, discarded. Bought quantities and late costs follow from signing.
import { refuse } from '../../../preload/contract/refusals.ts'
import { requireOrder } from '../../../db/ledger/days.ts'
import { inSoldUnits } from '../../../preload/contract/vocabulary/units.ts'
import { defineCommands, type CommandContext, type CommandHandler } from '../../commands/define-command.ts'
import { requireFree } from '../../records/holds.ts'
import { unindexRecord } from '../../records/search.ts'
import { dropAmendment } from '../../records/amendments/index.ts'
import { carryApprovals, endApprovals, requireApprovedToSign } from '../../records/approvals/index.ts'
import { changePurchased } from '../contracts/index.ts'
import { vendorForUse } from '../parties/index.ts'
import { afterPurchaseSigned } from './after-signing.ts'
import { requireMayBuy } from './approval.ts'
import { trueUpCost } from './cost.ts'
import { savePurchaseAmendment } from './purchase-amendment.ts'
import { checkedRatio, purchaseLines, refreshDeals, savePurchaseContract, purchaseForUpdate } from './save-purchase-contract.ts'

type Lines = Awaited<ReturnType<typeof purchaseLines>>

const changeBought = (ctx: CommandContext, lines: Lines, sign: 1 | -1): void => {
  for (const line of lines) if (line.salesLineId !== null) changePurchased(ctx, line.salesLineId, sign * inSoldUnits(line.quantity, line))
}

/** A sales contract voided since the draft was saved is bought for no longer (P10). */
const requireSold = (ctx: CommandContext, lines: Lines): void => {
  for (const { salesLineId } of lines) {
    if (salesLineId === null) continue
    const contract = ctx.tx.row('sales_contract', ctx.tx.row('sales_line', salesLineId)!.contractId)!
    if (contract.status !== 'signed') refuse('wrong-state', { kind: 'sales-contract', state: contract.status, needed: 'signed' })
  }
}

/**
 * Makes a draft binding (P12): its lines count as bought, and goods of the same sales lines that left before they were bought take their cost from it (P6).
 * It is signed between its own date and its delivery (T37).
 * Refuses `wrong-state`, `inactive-party`, `date-out-of-order`, `period-closed` when such a cost would fall into a closed period.
 */
const signPurchaseContract: CommandHandler<'sign-purchase-contract'> = async (input, ctx) => {
  const contract = purchaseForUpdate(ctx, input, ['draft'])
  requireOrder(contract.contractDate, input.signedOn, 'signedOn')
  requireOrder(input.signedOn, contract.deliveryDate, 'signedOn')
  await vendorForUse(ctx, contract.supplierId)
  const lines = await purchaseLines(ctx, contract.id)
  requireSold(ctx, lines)
  lines.forEach((line, at) => checkedRatio(ctx, line, line, at)) // P34
  await requireMayBuy(ctx, lines)
  await requireApprovedToSign(ctx, 'purchase-contract', { documentId: contract.id, revision: contract.revision, number: contract.number }) // C24
  const revision = contract.revision + 1
  ctx.tx.patch('purchase_contract', contract.id, { status: 'signed', signedOn: input.signedOn, revision })
  await carryApprovals(ctx, 'purchase-contract', contract.id, { from: contract.revision, to: revision })
  changeBought(ctx, lines, 1)
  await trueUpCost(
    ctx,
    lines.map((l) => l.id),
    { on: input.signedOn, documentKind: 'purchase-contract', documentId: contract.id, documentNumber: contract.number, memo: '' },
  )
  await refreshDeals(
    ctx,
    lines.map((l) => l.dealId),
  )
  for (const follow of ctx.contributed(afterPurchaseSigned)) await follow(ctx, contract.id)
  return { id: contract.id, number: contract.number, revision }
}

/** Voids a draft or signed contract with a reason (P13). Refuses `in-use` once anything of it was shipped or billed. */
const voidPurchaseContract: CommandHandler<'void-purchase-contract'> = async (input, ctx) => {
  const contract = purchaseForUpdate(ctx, input, ['signed', 'draft'])
  const lines = await purchaseLines(ctx, contract.id)
  await requireFree(ctx, 'purchase-contract', contract.id, 'void')
  const revision = contract.revision + 1
  ctx.tx.patch('purchase_contract', contract.id, { status: 'void', voidReason: input.reason, revision })
  await endApprovals(ctx, 'purchase-contract', contract.id)
  await dropAmendment(ctx, contract.id)
  if (contract.status === 'signed') changeBought(ctx, lines, -1)
  await refreshDeals(
    ctx,
    lines.map((l) => l.dealId),
  )
  return { id: contract.id, number: contract.number, revision }
}

/** Deletes a draft with its lines. Refuses `wrong-state`, and `in-use` when a payment names it. */
const discardPurchaseContract: CommandHandler<'discard-purchase-contract'> = async (input, ctx) => {
  const contract = purchaseForUpdate(ctx, input, ['draft'])
  await requireFree(ctx, 'purchase-contract', contract.id, 'discard')
  const lines = await purchaseLines(ctx, contract.id)
  for (const line of lines) ctx.tx.remove('purchase_line', line.id)
  ctx.tx.remove('purchase_contract', contract.id)
  await endApprovals(ctx, 'purchase-contract', contract.id)
  unindexRecord(ctx, contract.id)
  await refreshDeals(
    ctx,
    lines.map((l) => l.dealId),
  )
  return {}
}

export const purchasingCommands = defineCommands({
  'save-purchase-contract': savePurchaseContract,
  'sign-purchase-contract': signPurchaseContract,
  'void-purchase-contract': voidPurchaseContract,
  'discard-purchase-contract': discardPurchaseContract,
  'save-purchase-amendment': savePurchaseAmendment,
})
