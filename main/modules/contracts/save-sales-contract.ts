// Saving a draft sales contract: a new one with the deal it makes, or a draft changed as it was seen. Rules C1… in SPEC.md.
import type { Selectable } from 'kysely'
import type { SalesContractTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import type { SalesAmendmentFields } from '../../../preload/contract/modules/contracts/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { productForUse, requireUnits } from '../catalogue/index.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { findSame } from '../../commands/same-code.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { indexRecord } from '../../records/search.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { loadForUpdate, loadToSave } from '../../records/load.ts'
import { salesContract } from '../../../preload/contract/modules/contracts/records.ts'
import { readingIn } from '../../records/reading.ts'
import { endApprovals } from '../../records/approvals/index.ts'
import { payableAccounts } from '../bank-accounts/index.ts'
import { customerForUse, type PartyRow } from '../parties/index.ts'
import { ownerForUse, type RecordOwner } from '../people/index.ts'
import { dealForContract, dropEmptyDeal, refreshDeal } from '../deals/index.ts'
import { calculateContract, type CalculatedContract } from './rules.ts'
import { saveShares } from './shares.ts'

type Input = CommandParsed<'save-sales-contract'>
export type ContractRow = Selectable<SalesContractTable>

/** The contract as seen, in the viewer's scope. Refuses `not-found`, `changed-meanwhile`, and `wrong-state` unless it stands in one of the states. */
export const contractForUpdate = (
  ctx: CommandContext,
  input: { id: string; revision: number },
  states: readonly [string, ...string[]],
): ContractRow => loadForUpdate(ctx, salesContract, input, states)

const numberTaken = async (ctx: CommandContext, id: string, number: string): Promise<boolean> =>
  (await findSame(ctx.db, { table: 'sales_contract', column: 'number', text: number, id })) !== undefined

/** The number as given, or the next of the series that nobody has typed for another contract (C5). Refuses `already-exists`. */
const numberFor = async (ctx: CommandContext, input: Input, old: ContractRow | undefined): Promise<string> => {
  const given = input.number ?? ''
  if (old && (given === '' || given === old.number)) return old.number
  if (given !== '') {
    await requireUniqueCodes(ctx, 'save-sales-contract', input)
    return given
  }
  let number = ctx.number('sales-contract', input.contractDate)
  while (await numberTaken(ctx, input.id, number)) number = ctx.number('sales-contract', input.contractDate)
  return number
}

/** A contract is found by its number, the customer's names and the buyer's order number. */
const findable = (
  ctx: CommandContext,
  contract: { id: string; number: string; buyerOrderNumber: string },
  customer: PartyRow,
  owner: RecordOwner,
) =>
  indexRecord(ctx, {
    id: contract.id,
    kind: 'sales-contract',
    title: contract.number,
    detail: customer.name,
    ...owner,
    words: [customer.nameZh, customer.shortName, contract.buyerOrderNumber],
  })

/** The entry of a contract as it is stored now. */
export const indexContract = async (ctx: CommandContext, contractId: string): Promise<void> => {
  const { id, number, customerId, ownerId, departmentId, buyerOrderNumber } = ctx.tx.row('sales_contract', contractId)!
  findable(ctx, { id, number, buyerOrderNumber }, ctx.tx.row('party', customerId)!, { ownerId, departmentId })
}

/**
 * Brings the stored lines to the typed ones: kept lines change in place, so that the change log tells what really changed (C4). `takeAway` is told of
 * those that are typed no more.
 */
export const writeLines = async (
  ctx: CommandContext,
  contractId: string,
  lines: Input['lines'],
  calculated: CalculatedContract,
  takeAway: (line: { id: string }) => unknown,
): Promise<void> => {
  const old = await ctx.db.selectFrom('sales_line').selectAll().where('contractId', '=', contractId).orderBy('id').execute()
  const ids = uniqueIds(lines)
  requireUnits(lines, new Map(old.map((l) => [l.id, l.unit]))) // C21
  const products = new Set(old.map((l) => l.productId))
  for (const line of old) if (!ids.has(line.id)) takeAway(line)
  for (const [position, line] of lines.entries()) {
    if (line.productId !== null && !products.has(line.productId)) await productForUse(ctx, line.productId)
    products.add(line.productId)
    const { id, ...amounts } = calculated.lines[position]!
    const values = { position, productId: line.productId, description: line.description, unit: line.unit, ...amounts }
    saveRow(ctx, 'sales_line', id, { contractId }, values)
  }
}

/** The columns of what a contract says, beside its lines: the same for a draft and for an amendment. */
export const contentFields = (typed: Omit<SalesAmendmentFields, 'lines'>, calculated: CalculatedContract) => ({
  buyerOrderNumber: typed.buyerOrderNumber,
  currency: typed.currency,
  rate: calculated.rate,
  incoterm: typed.incoterm,
  incotermPlace: typed.incotermPlace,
  transportMode: typed.transportMode ?? null, // versions written before it was kept have none
  portOfLoading: typed.portOfLoading,
  portOfDischarge: typed.portOfDischarge,
  paymentTerm: JSON.stringify(typed.paymentTerm),
  latestShipment: typed.latestShipment,
  partialShipment: typed.partialShipment ? 1 : 0,
  transhipment: typed.transhipment ? 1 : 0,
  moreOrLess: toScaled(typed.moreOrLess, 'percent'),
  consignee: typed.consignee,
  notifyParty: typed.notifyParty,
  marks: typed.marks,
  bankAccountId: typed.bankAccountId,
  commissionRate: toScaled(typed.commissionRate, 'percent'),
  clauses: typed.clauses,
  remark: typed.remark,
  total: calculated.total,
  totalBase: calculated.totalBase,
})

const fieldsOf = (input: Input, calculated: CalculatedContract, owner: RecordOwner) => ({
  dealId: input.dealId,
  customerId: input.customerId,
  contractDate: input.contractDate,
  ...contentFields(input, calculated),
  ...owner,
})

/** The draft as seen, for who may edit; undefined for a new one, whose id nobody has used. */
const draftOf = (ctx: CommandContext, input: Input): ContractRow | undefined => loadToSave(ctx, salesContract, input, ['draft'])

type Paid = { bankAccountId: string | null; currency: string }
/** C27. An account is chosen among those that papers may name; one that was chosen before stays until another is. */
export const requirePayable = async (ctx: CommandContext, { bankAccountId, currency }: Paid, before: Paid | undefined): Promise<void> => {
  if (bankAccountId === null || (bankAccountId === before?.bankAccountId && currency === before.currency)) return
  const accounts = await payableAccounts(readingIn(ctx), currency)
  if (!accounts.some(({ id }) => id === bankAccountId)) refuse('invalid-input', { issues: [{ path: 'bankAccountId', rule: 'choice' }] })
}

/** Makes a draft or changes one. Rules C1 to C7; refusals as they say. */
export const saveSalesContract: CommandHandler<'save-sales-contract'> = async (input, ctx) => {
  const old = draftOf(ctx, input)
  if (new Decimal(input.commissionRate).gt(100)) refuse('invalid-input', { issues: [{ path: 'commissionRate', rule: 'too-big' }] })
  const calculated = calculateContract(input, ctx.company.baseCurrency)
  const customer = await customerForUse(ctx, input.customerId)
  const owner = await ownerForUse(ctx, input.ownerId)
  await requirePayable(ctx, input, old)
  ctx.requireScope('sales-contract', owner) // nobody makes a contract for a colleague out of his scope
  const number = await numberFor(ctx, input, old)
  await dealForContract(ctx, { id: input.dealId, contractId: input.id, on: input.contractDate, customer, owner })
  const revision = (old?.revision ?? 0) + 1
  const fields = { ...fieldsOf(input, calculated, owner), number, revision }
  if (old) await endApprovals(ctx, 'sales-contract', input.id) // [AP-20]
  if (old) ctx.tx.patch('sales_contract', input.id, fields)
  else ctx.tx.put('sales_contract', { id: input.id, status: 'draft', signedOn: null, voidReason: null, createdAt: ctx.now, ...fields })
  findable(ctx, { id: input.id, number, buyerOrderNumber: input.buyerOrderNumber }, customer, owner)
  await writeLines(ctx, input.id, input.lines, calculated, (line) => ctx.tx.remove('sales_line', line.id))
  await saveShares(ctx, input)
  if (old && old.dealId !== input.dealId && !(await dropEmptyDeal(ctx, old.dealId))) await refreshDeal(ctx, old.dealId)
  await refreshDeal(ctx, input.dealId)
  return { id: input.id, number, revision }
}
