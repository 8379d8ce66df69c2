// The life of a quotation after its draft: sent, revised, lost, dropped, and confirmed into a sales contract. Rules Q2, Q3, Q7 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { Incoterm, TransportMode } from '../../../preload/contract/vocabulary/incoterm.ts'
import { requireOrder } from '../../../db/ledger/days.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { requireFree } from '../../records/holds.ts'
import { unindexRecord } from '../../records/search.ts'
import { requireDeliveryTerm, saveSalesContract } from '../contracts/index.ts'
import { customerForUse } from '../parties/index.ts'
import { contractLineId } from './quoted.ts'
import { versionNumber } from './rules.ts'
import { findableQuotation, removeContent, quotationForUpdate, type QuotationRow } from './save-quotation.ts'

const saved = ({ id, number }: QuotationRow, revision: number) => ({ id, number, revision })

/** The customer has it: from here on it is revised, not changed (Q1). Refuses `wrong-state`, `date-out-of-order`, `inactive-party`. */
export const sendQuotation: CommandHandler<'send-quotation'> = async (input, ctx) => {
  const quotation = quotationForUpdate(ctx, input, ['draft'])
  requireOrder(quotation.quotedOn, input.sentOn, 'sentOn')
  requireOrder(input.sentOn, quotation.validUntil, 'sentOn')
  requireDeliveryTerm(quotation) // Q15
  await customerForUse(ctx, quotation.customerId)
  const revision = quotation.revision + 1
  ctx.tx.patch('quotation', quotation.id, { status: 'sent', sentOn: input.sentOn, revision })
  return saved(quotation, revision)
}

export const loseQuotation: CommandHandler<'lose-quotation'> = (input, ctx) => {
  const quotation = quotationForUpdate(ctx, input, ['sent'])
  const revision = quotation.revision + 1
  ctx.tx.patch('quotation', quotation.id, { status: 'lost', lostReason: input.reason, revision })
  return saved(quotation, revision)
}

/** Lines and costs of one version, written again under ids of the next. */
const copyContent = async (ctx: CommandContext, from: string, to: string): Promise<void> => {
  const lines = await ctx.db.selectFrom('quotation_line').selectAll().where('quotationId', '=', from).orderBy('position').execute()
  for (const line of lines) {
    const id = derivedId(to, `line ${line.position}`)
    ctx.tx.put('quotation_line', { ...line, id, quotationId: to })
    const cost = ctx.tx.row('quotation_line_cost', line.id)
    if (cost) ctx.tx.put('quotation_line_cost', { ...cost, id, quotationId: to })
  }
  const whole = ctx.tx.row('quotation_cost', from)
  if (whole) ctx.tx.put('quotation_cost', { ...whole, id: to })
}

/** Whose the next paper is: the quotation's, or whoever has the customer now where a hand-over has passed it by because it was finished (parties Y10). */
const presentOwner = (quotation: QuotationRow, customer: { ownerId: string | null; departmentId: string | null }) =>
  quotation.status === 'sent' || customer.ownerId === null
    ? { ownerId: quotation.ownerId, departmentId: quotation.departmentId }
    : { ownerId: customer.ownerId, departmentId: customer.departmentId }

/** Q2, Q3. The next version as a draft. Refuses `wrong-state` for all but the newest version that was sent or lost. */
export const reviseQuotation: CommandHandler<'revise-quotation'> = async (input, ctx) => {
  if (ctx.tx.row('quotation', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  const from = quotationForUpdate(ctx, input.from, ['sent', 'lost'])
  requireOrder(from.quotedOn, input.quotedOn, 'quotedOn')
  requireOrder(input.quotedOn, input.validUntil, 'validUntil')
  const customer = await customerForUse(ctx, from.customerId)
  const version = from.version + 1
  const number = versionNumber(ctx.orNotFound(ctx.tx.row('quotation', from.rootId), 'quotation').number, version)
  const owner = presentOwner(from, customer)
  ctx.tx.patch('quotation', from.id, { status: 'superseded', statusBefore: from.status, revision: from.revision + 1 })
  ctx.tx.put('quotation', {
    ...from,
    ...{ id: input.id, version, number, status: 'draft', statusBefore: null, sentOn: null, lostReason: null, contractId: null },
    ...{ quotedOn: input.quotedOn, validUntil: input.validUntil, createdAt: ctx.now, revision: 1 },
    ...owner,
  })
  await copyContent(ctx, from.id, input.id)
  findableQuotation(ctx, { id: input.id, number, inquiryNumber: from.inquiryNumber }, customer, owner)
  return { id: input.id, number, revision: 1 }
}

/** Drops a draft; the version before it stands again as it stood (Q3). Refuses `wrong-state`. */
export const discardQuotation: CommandHandler<'discard-quotation'> = async (input, ctx) => {
  const quotation = quotationForUpdate(ctx, input, ['draft'])
  await requireFree(ctx, 'quotation', quotation.id, 'discard')
  await removeContent(ctx, quotation.id)
  ctx.tx.remove('quotation', quotation.id)
  unindexRecord(ctx, quotation.id)
  const before = await ctx.db
    .selectFrom('quotation')
    .selectAll()
    .where('rootId', '=', quotation.rootId)
    .where('version', '=', quotation.version - 1)
    .executeTakeFirst()
  if (before)
    ctx.tx.patch('quotation', before.id, { status: before.statusBefore ?? 'sent', statusBefore: null, revision: before.revision + 1 })
  return {}
}

const contractInput = async (ctx: CommandContext, quotation: QuotationRow, contractId: string) => {
  const lines = await ctx.db.selectFrom('quotation_line').selectAll().where('quotationId', '=', quotation.id).orderBy('position').execute()
  return {
    customerId: quotation.customerId,
    currency: quotation.currency,
    rate: scaledText(quotation.rate, 'rate'),
    incoterm: quotation.incoterm as Incoterm | null,
    incotermPlace: quotation.incotermPlace,
    transportMode: quotation.transportMode as TransportMode | null,
    portOfLoading: quotation.portOfLoading,
    portOfDischarge: quotation.portOfDischarge,
    paymentTerm: JSON.parse(quotation.paymentTerm) as PaymentTerm,
    latestShipment: null,
    partialShipment: true,
    transhipment: true,
    moreOrLess: '0',
    consignee: '',
    notifyParty: '',
    marks: '',
    bankAccountId: null,
    commissionRate: scaledText(quotation.commissionRate, 'percent'),
    clauses: quotation.clauses,
    remark: quotation.remark,
    ownerId: presentOwner(quotation, ctx.orNotFound(ctx.tx.row('party', quotation.customerId), 'customer')).ownerId,
    lines: lines.map((l) => ({
      id: contractLineId(contractId, l.position),
      productId: l.productId,
      description: l.description,
      quantity: scaledText(l.quantity, 'quantity'),
      unit: l.unit,
      price: scaledText(l.price, 'price'),
      discount: scaledText(l.discount, 'percent'),
    })),
  }
}

/** A contract that was dropped or voided frees its quotation (Q7). Refuses `in-use` while it stands. */
const requireNoContract = (ctx: CommandContext, quotation: QuotationRow): void => {
  const contract = quotation.contractId === null ? undefined : ctx.tx.row('sales_contract', quotation.contractId)
  if (contract && contract.status !== 'void') refuse('in-use', { by: 'sales-contract', number: contract.number })
}

/**
 * Q7. The newest version becomes a draft sales contract in one step. Refusals: `wrong-state` for a draft, a lost or a superseded version ([AP-16]), `in-use` when it is a
 * contract already, and those of saving a contract.
 */
export const confirmQuotation: CommandHandler<'confirm-quotation'> = async (input, ctx) => {
  const quotation = quotationForUpdate(ctx, input, ['sent', 'confirmed'])
  requireNoContract(ctx, quotation)
  requireOrder(quotation.quotedOn, input.contractDate, 'contractDate')
  const { contractId, dealId, contractDate, buyerOrderNumber } = input
  const { number } = await saveSalesContract(
    { ...(await contractInput(ctx, quotation, contractId)), id: contractId, dealId, contractDate, buyerOrderNumber },
    ctx,
  )
  const revision = quotation.revision + 1
  ctx.tx.patch('quotation', quotation.id, { status: 'confirmed', contractId, revision })
  return { id: quotation.id, revision, contractId, contractNumber: number }
}
