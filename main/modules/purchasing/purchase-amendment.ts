// Amending a signed purchase contract: what it may become, and everything that follows when it does. The mechanism is that of amendments; rules P17 to P20.
import type { ReadableDb } from '../../../db/open.ts'
import type { PurchaseAmendmentFields } from '../../../preload/contract/modules/purchasing/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { inBoughtUnits, inSoldUnits, ratioOf, sameRatio, type UnitRatio } from '../../../preload/contract/vocabulary/units.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { saveAmendment, type Amendable, type Reading, type ContractInForce } from '../../records/amendments/index.ts'
import { changePurchased } from '../contracts/index.ts'
import { requirePartyInUse } from '../parties/index.ts'
import { requireMayBuy } from './approval.ts'
import { trueUpCost } from './cost.ts'
import { contentOfRows, contentOfInput, headFields, lineFields, linesInForce, inputOfContent } from './purchase-content.ts'
import { calculatePurchase } from './rules.ts'
import { contentFields, purchaseLines, refreshDeals, writeLines } from './save-purchase-contract.ts'
import { moneyFor, usedBy } from './used.ts'

/** The contract as it stands, for amendments. */
export const purchaseContractInForce = async (db: ReadableDb, contractId: string): Promise<ContractInForce | undefined> => {
  const c = await db
    .selectFrom('purchase_contract as c')
    .innerJoin('party as p', 'p.id', 'c.supplierId')
    .selectAll('c')
    .select('p.name as party')
    .where('c.id', '=', contractId)
    .executeTakeFirst()
  if (!c) return undefined
  const { id, number, revision, version, status, signedOn, party, ownerId, departmentId, createdAt } = c
  const content = contentOfRows(c, await linesInForce(db, contractId))
  return { id, number, revision, version, status, signedOn, party, ownerId, departmentId, createdAt, content }
}

const text = (quantity: number): string => scaledText(quantity, 'quantity')
const FIXED = ['salesLineId', 'dealId', 'productId', 'unit'] as const

/** P18. Refuses what stands because of what has been billed or shipped: quantities, and what a line is of. */
const requireStands = async (reading: Reading, contractId: string, typed: PurchaseAmendmentFields): Promise<void> => {
  const asked = new Map(typed.lines.map((l) => [l.id, l]))
  for (const line of await linesInForce(reading.db, contractId)) {
    const now = asked.get(line.id)
    const quantity = now ? toScaled(now.quantity, 'quantity') : 0
    const goods = line.description
    const shipped = inBoughtUnits(line.shipped, line)
    const how = line.billed >= shipped ? 'billed' : 'shipped'
    const used = Math.max(line.billed, shipped)
    if (used <= 0) continue
    const by = await usedBy(reading, [line])
    const number = by?.number ?? ''
    if (quantity < used) refuse('amended-below-use', { goods, asked: text(quantity), used: text(used), how, number })
    for (const field of FIXED)
      if (now && now[field] !== line[field]) refuse('amended-in-use', { field, goods, by: by?.kind ?? 'bill', number })
    if (now && !sameRatio(ratioOf(now.conversion), line))
      refuse('amended-in-use', { field: 'conversion', goods, by: by?.kind ?? 'bill', number })
  }
}

/** P18. The currency stands once anything of the contract is billed, or money is paid or asked for it. */
const requireCurrency = async (reading: Reading, standing: ContractInForce, typed: PurchaseAmendmentFields): Promise<void> => {
  if (typed.currency === standing.content.currency) return
  const by = (await usedBy(reading, await linesInForce(reading.db, standing.id))) ?? (await moneyFor(reading, standing.id))
  if (by) refuse('amended-in-use', { field: 'currency', goods: '', by: by.kind, number: by.number })
}

const check: Amendable['check'] = async (reading, standing, content) => {
  const { db, company } = reading
  const typed = inputOfContent(content)
  await requireStands(reading, standing.id, typed)
  await requireCurrency(reading, standing, typed)
  return { content: await contentOfInput(db, typed, calculatePurchase(typed, company.baseCurrency)), overPurchased: [] }
}

/** Lines that buy more than before need what they are bought for to be approved (P15); fewer are always taken. */
const boughtMore = (
  typed: PurchaseAmendmentFields,
  before: ReadonlyMap<string, { quantity: number; salesLineId: string | null } & UnitRatio>,
) =>
  typed.lines.filter((l) => {
    const old = before.get(l.id)
    const asked = inSoldUnits(toScaled(l.quantity, 'quantity'), ratioOf(l.conversion))
    return !old || old.salesLineId !== l.salesLineId || asked > inSoldUnits(old.quantity, old)
  })

const takeOut = (ctx: CommandContext, id: string): void =>
  void ctx.tx.patch('purchase_line', id, { quantity: 0, amount: 0, netBase: 0, vatBase: 0 })

/** More is bought only from who is still dealt with (C25). */
const requireAllowed: Amendable['requireAllowed'] = async (ctx, standing, content) => {
  if (content.totalBase > standing.content.totalBase)
    requirePartyInUse(ctx, ctx.tx.row('purchase_contract', standing.id)?.supplierId ?? null)
}

/** Writes the checked content; what is bought for sales lines and what has left follows it (P11, P20). Lines taken out stay with quantity 0 (P19). */
const putIntoForce: Amendable['putIntoForce'] = async (ctx, standing, content, { version, revision, on }) => {
  const typed = inputOfContent(content)
  const calculated = calculatePurchase(typed, ctx.company.baseCurrency)
  const before = await purchaseLines(ctx, standing.id)
  await requireMayBuy(ctx, boughtMore(typed, new Map(before.map((l) => [l.id, l]))))
  ctx.tx.patch('purchase_contract', standing.id, { ...contentFields(typed, calculated), version, revision })
  const deals = await writeLines(ctx, standing.id, typed.lines, calculated, (line) => takeOut(ctx, line.id))
  for (const line of before) if (line.salesLineId !== null) changePurchased(ctx, line.salesLineId, -inSoldUnits(line.quantity, line))
  const now = await purchaseLines(ctx, standing.id)
  for (const line of now) if (line.salesLineId !== null) changePurchased(ctx, line.salesLineId, inSoldUnits(line.quantity, line))
  const document = { on, documentKind: 'purchase-contract', documentId: standing.id, documentNumber: standing.number, memo: `V${version}` }
  await trueUpCost(
    ctx,
    now.map((l) => l.id),
    document,
  )
  await refreshDeals(ctx, deals)
}

/** Keeps what is typed into an amendment of a purchase contract. */
export const savePurchaseAmendment: CommandHandler<'save-purchase-amendment'> = ({ id, revision, reason, confirmation, ...typed }, ctx) =>
  saveAmendment(ctx, 'purchase-contract', { id, revision, reason, confirmation }, () =>
    contentOfInput(ctx.db, typed, calculatePurchase(typed, ctx.company.baseCurrency)),
  )

export const purchaseContractAmendment: Amendable = {
  head: headFields,
  lines: lineFields,
  secret: true,
  read: purchaseContractInForce,
  check,
  requireAllowed,
  putIntoForce,
}
