// Amending a signed sales contract: what it may become, and everything that follows when it does. The mechanism is that of amendments; rules C16 to C20.
import type { ReadableDb } from '../../../db/open.ts'
import type { SalesAmendmentFields } from '../../../preload/contract/modules/contracts/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { saveAmendment, type Amendable, type Content, type ContractInForce } from '../../records/amendments/index.ts'
import { requirePartyInUse } from '../parties/index.ts'
import { refreshDeal } from '../deals/index.ts'
import { requireDeliveryTerm } from './delivery-terms.ts'
import { calculateContract } from './rules.ts'
import { contentOfRows, contentOfInput, headFields, lineFields, inputOfContent, type LineWithCode } from './sales-content.ts'
import { contentFields, indexContract, requirePayable, writeLines } from './save-sales-contract.ts'
import { requireStands, linesWithShippedPart, soldLines, type UsedLine } from './sold-lines.ts'

export const linesInForce = (db: ReadableDb, contractId: string): Promise<LineWithCode[]> =>
  db
    .selectFrom('sales_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .selectAll('l')
    .select('g.code as productCode')
    .where('l.contractId', '=', contractId)
    .where('l.quantity', '>', 0)
    .orderBy('l.position')
    .execute()

/** The contract as it stands, for amendments. */
export const salesContractInForce = async (db: ReadableDb, contractId: string): Promise<ContractInForce | undefined> => {
  const c = await db
    .selectFrom('sales_contract as c')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .leftJoin('bank_account as b', 'b.id', 'c.bankAccountId')
    .selectAll('c')
    .select(['p.name as party', 'b.name as bankAccountName'])
    .where('c.id', '=', contractId)
    .executeTakeFirst()
  if (!c) return undefined
  const { id, number, revision, version, status, signedOn, party, ownerId, departmentId, createdAt } = c
  const content = contentOfRows(c, await linesInForce(db, contractId))
  return { id, number, revision, version, status, signedOn, party, ownerId, departmentId, createdAt, content }
}

const codesOf = async (db: ReadableDb, { lines }: SalesAmendmentFields): Promise<Map<string, string>> => {
  const ids = [...new Set(lines.flatMap((l) => l.productId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('product').select(['id', 'code']).where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [r.id, r.code]))
}

const bankAccountNameOf = async (db: ReadableDb, id: string | null): Promise<string | null> =>
  id === null ? null : ((await db.selectFrom('bank_account').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null)

/** What is typed with what it comes to now: what has left keeps its price (C17). */
const calculated = async (
  db: ReadableDb,
  typed: SalesAmendmentFields,
  sold: ReadonlyMap<string, UsedLine>,
  base: string,
): Promise<Content> => {
  if (new Decimal(typed.commissionRate).gt(100)) refuse('invalid-input', { issues: [{ path: 'commissionRate', rule: 'too-big' }] })
  return contentOfInput(typed, calculateContract(typed, base, linesWithShippedPart(sold, typed)), {
    codes: await codesOf(db, typed),
    bankAccountName: await bankAccountNameOf(db, typed.bankAccountId),
  })
}

/** C20: more purchased than would be sold is told, not refused. */
const overPurchased = (sold: ReadonlyMap<string, UsedLine>, typed: SalesAmendmentFields) => {
  const asked = new Map(typed.lines.map((l) => [l.id, toScaled(l.quantity, 'quantity')]))
  return [...sold.values()].flatMap(({ id, description, quantity, purchased }) => {
    const now = asked.get(id) ?? 0
    const less = now < quantity && purchased > now
    return less ? [{ goods: description, asked: scaledText(now, 'quantity'), purchased: scaledText(purchased, 'quantity') }] : []
  })
}

const check: Amendable['check'] = async (reading, standing, content) => {
  const { db, company } = reading
  const typed = inputOfContent(content)
  const sold = await soldLines(reading, standing.id)
  requireStands(sold, standing.content, typed)
  return { content: await calculated(db, typed, sold, company.baseCurrency), overPurchased: overPurchased(sold, typed) }
}

/** More is sold only to who may still be traded with; less, or the same on other terms, always (C25). */
const requireAllowed: Amendable['requireAllowed'] = async (ctx, standing, content) => {
  const before = standing.content.head
  // A contract that was signed before a term was asked for may be amended without one.
  if (before['incoterm'] !== null && before['incotermPlace'] !== '') requireDeliveryTerm(inputOfContent(content)) // C26
  if (content.totalBase > standing.content.totalBase) requirePartyInUse(ctx, ctx.tx.row('sales_contract', standing.id)?.customerId ?? null)
}

/** Writes the checked content; lines taken out stay with quantity 0, so that what names them keeps what it names (C19). */
const putIntoForce: Amendable['putIntoForce'] = async (ctx, standing, content, { version, revision }) => {
  const typed = inputOfContent(content)
  const shippedParts = linesWithShippedPart(await soldLines(ctx, standing.id), typed)
  const amounts = calculateContract(typed, ctx.company.baseCurrency, shippedParts)
  ctx.tx.patch('sales_contract', standing.id, { ...contentFields(typed, amounts), version, revision })
  await writeLines(ctx, standing.id, typed.lines, amounts, (line) => takeOut(ctx, line.id))
  for (const { id } of typed.lines) {
    const { quantity = 0, amount = 0, gross = 0 } = shippedParts.get(id) ?? {}
    ctx.tx.patch('sales_line', id, { settledQuantity: quantity, settledAmount: amount, settledGross: gross })
  }
  await indexContract(ctx, standing.id)
  await refreshDeal(ctx, ctx.tx.row('sales_contract', standing.id)!.dealId)
}

const takeOut = (ctx: CommandContext, id: string): void =>
  void ctx.tx.patch('sales_line', id, {
    quantity: 0,
    gross: 0,
    amount: 0,
    amountBase: 0,
    settledQuantity: 0,
    settledAmount: 0,
    settledGross: 0,
  })

/** Keeps what is typed into an amendment of a sales contract. */
export const saveSalesAmendment: CommandHandler<'save-sales-amendment'> = async ({ id, revision, reason, confirmation, ...typed }, ctx) =>
  saveAmendment(ctx, 'sales-contract', { id, revision, reason, confirmation }, async (standing) => {
    const { bankAccountId } = inputOfContent(standing.content)
    await requirePayable(ctx, typed, { bankAccountId, currency: standing.content.currency })
    return calculated(ctx.db, typed, await soldLines(ctx, standing.id), ctx.company.baseCurrency)
  })

export const salesContractAmendment: Amendable = {
  head: headFields,
  lines: lineFields,
  read: salesContractInForce,
  check,
  requireAllowed,
  putIntoForce,
}
