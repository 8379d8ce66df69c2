// What may be done to sales contracts: saved, signed, voided, discarded.
import { requireOrder } from '../../../db/ledger/days.ts'
import { defineCommands, type CommandHandler } from '../../commands/define-command.ts'
import { requireFree } from '../../records/holds.ts'
import { unindexRecord } from '../../records/search.ts'
import { dropAmendment } from '../../records/amendments/index.ts'
import { carryApprovals, endApprovals, requireApprovedToSign } from '../../records/approvals/index.ts'
import { customerForUse } from '../parties/index.ts'
import { dropEmptyDeal, refreshDeal } from '../deals/index.ts'
import { requireDeliveryTerm } from './delivery-terms.ts'
import { saveSalesAmendment } from './sales-amendment.ts'
import { saveSalesContract, contractForUpdate } from './save-sales-contract.ts'
import { freezeShares, removeShares } from './shares.ts'

/**
 * Makes a draft binding: from here on it changes by amendment alone (C4, C10). It is signed between its own date and its latest shipment (T37).
 * Refuses `wrong-state`, `inactive-party`, `date-out-of-order`, `approval-needed`.
 */
const signSalesContract: CommandHandler<'sign-sales-contract'> = async (input, ctx) => {
  const contract = contractForUpdate(ctx, input, ['draft'])
  requireOrder(contract.contractDate, input.signedOn, 'signedOn')
  requireOrder(input.signedOn, contract.latestShipment, 'signedOn')
  requireDeliveryTerm(contract) // C26
  await customerForUse(ctx, contract.customerId)
  await requireApprovedToSign(ctx, 'sales-contract', { documentId: contract.id, revision: contract.revision, number: contract.number }) // C24
  const revision = contract.revision + 1
  // Who sold it stays who has it now, whoever goes on with it later (C28).
  const seller = { salespersonId: contract.ownerId, salesDepartmentId: contract.departmentId }
  ctx.tx.patch('sales_contract', contract.id, { status: 'signed', signedOn: input.signedOn, ...seller, revision })
  await freezeShares(ctx, contract)
  await carryApprovals(ctx, 'sales-contract', contract.id, { from: contract.revision, to: revision }) // signing changes nothing that was approved
  await refreshDeal(ctx, contract.dealId)
  return { id: contract.id, number: contract.number, revision }
}

/** Voids a draft or signed contract with a reason; its number stays taken (C11). Refuses `in-use` while purchases or shipments stand on it. */
const voidSalesContract: CommandHandler<'void-sales-contract'> = async (input, ctx) => {
  const contract = contractForUpdate(ctx, input, ['signed', 'draft'])
  await requireFree(ctx, 'sales-contract', contract.id, 'void')
  const revision = contract.revision + 1
  ctx.tx.patch('sales_contract', contract.id, {
    status: 'void',
    voidReason: input.reason,
    ...(contract.signedOn === null ? {} : { voidedOn: ctx.today }), // C28
    revision,
  })
  await endApprovals(ctx, 'sales-contract', contract.id)
  await dropAmendment(ctx, contract.id)
  await refreshDeal(ctx, contract.dealId)
  return { id: contract.id, number: contract.number, revision }
}

/** Deletes a draft with its lines, and the deal when nothing else is in it (C7). Refuses `wrong-state`, and `in-use` when money names it. */
const discardSalesContract: CommandHandler<'discard-sales-contract'> = async (input, ctx) => {
  const contract = contractForUpdate(ctx, input, ['draft'])
  await requireFree(ctx, 'sales-contract', contract.id, 'discard')
  const lines = await ctx.db.selectFrom('sales_line').select('id').where('contractId', '=', contract.id).orderBy('id').execute()
  for (const line of lines) ctx.tx.remove('sales_line', line.id)
  await removeShares(ctx, contract.id)
  ctx.tx.remove('sales_contract', contract.id)
  await endApprovals(ctx, 'sales-contract', contract.id)
  unindexRecord(ctx, contract.id)
  if (!(await dropEmptyDeal(ctx, contract.dealId))) await refreshDeal(ctx, contract.dealId)
  return {}
}

export const contractsCommands = defineCommands({
  'save-sales-contract': saveSalesContract,
  'sign-sales-contract': signSalesContract,
  'void-sales-contract': voidSalesContract,
  'discard-sales-contract': discardSalesContract,
  'save-sales-amendment': saveSalesAmendment,
})
