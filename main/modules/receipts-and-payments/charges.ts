// A bank's charge follows its money to the deals that the money is claimed for or applied to, and comes back with it. Rule T24 of SPEC.md.
import type { Selectable } from 'kysely'
import { codeSortKey } from '../../../db/folded-keys.ts'
import type { Dimensions, PostingLine } from '../../../db/ledger/post.ts'
import type { PaymentTable, ReceiptTable } from '../../../db/schema/tables.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { inForceSince } from '../../records/amendments/index.ts'
import { dealWeightsOfBill } from '../bills/index.ts'
import { type DealWeight, itemOf, type Item } from '../open-items/index.ts'

/** A receipt or payment that cost something, with whose money it is and what it was sent for. */
type Money = {
  kind: 'receipt' | 'payment'
  document: Selectable<ReceiptTable> | Selectable<PaymentTable>
  partyId: string | null
  own: Dimensions
  item: Item
}
type Placed = { place: Dimensions; foreign: number; base: number }

const moneyOf = async (ctx: CommandContext, documentKind: string, id: string): Promise<Money | undefined> => {
  if (documentKind === 'receipt') {
    const document = ctx.tx.row('receipt', id)
    if (!document || document.charge === 0) return undefined
    const own = { ownerId: document.ownerId, departmentId: document.departmentId, contractId: document.contractId }
    return { kind: 'receipt', document, partyId: document.customerId ?? document.vendorId, own, item: await itemOf(ctx, document.item) }
  }
  const document = documentKind === 'payment' ? ctx.tx.row('payment', id) : undefined
  if (!document || document.charge === 0) return undefined
  const own = { contractId: document.contractId }
  return { kind: 'payment', document, partyId: document.partyId, own, item: await itemOf(ctx, document.item) }
}

/** What bought goods weigh: the amounts of a purchase contract's lines by deal. */
const dealWeightsOfContract = async (ctx: CommandContext, contractId: string): Promise<DealWeight[]> => {
  const lines = await ctx.db
    .selectFrom('purchase_line')
    .select(['dealId', 'amount as weight'])
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute()
  return lines
}

/** Deals of money that is not applied: of what it was sent for. */
const ownDeals = async (ctx: CommandContext, { kind, document, item }: Money): Promise<DealWeight[]> =>
  kind === 'payment' && document.contractId !== null
    ? dealWeightsOfContract(ctx, document.contractId)
    : [{ dealId: item.dealId, weight: 1 }]

/** Deals of what money was applied to. What it was given back as has none of its own. */
const dealsCleared = async (ctx: CommandContext, other: Item, own: DealWeight[]): Promise<DealWeight[]> => {
  if (other.kind === 'refund') return own
  return other.documentKind === 'bill' && other.dealId === null
    ? dealWeightsOfBill(ctx, other.documentId)
    : [{ dealId: other.dealId, weight: 1 }]
}

/** What of the money belongs to each deal, in minor units of its currency: what is applied to what it settles, the rest to what it was sent for. */
const amountsByDeal = async (ctx: CommandContext, money: Money): Promise<Map<string | null, number>> => {
  const ref = money.document.item
  const applied = await ctx.db
    .selectFrom('allocation')
    .select(['source', 'target', 'sourceAmount', 'amount'])
    .where('status', '=', 'posted')
    .where((e) => e.or([e('source', '=', ref), e.and([e('target', '=', ref), e('source', '<>', 'write-off')])]))
    .orderBy('id')
    .execute()
  const own = await ownDeals(ctx, money)
  const by = new Map<string | null, number>()
  const add = (amount: number, deals: readonly DealWeight[]) => {
    const parts = shareOut(
      amount,
      deals.map((d) => new Decimal(Math.abs(d.weight))),
    )
    for (const [at, { dealId }] of deals.entries()) by.set(dealId, (by.get(dealId) ?? 0) + parts[at]!)
  }
  let rest = money.document.amount
  for (const a of applied) {
    const given = a.source === ref
    const amount = given ? a.sourceAmount : a.amount
    rest -= amount
    add(amount, await dealsCleared(ctx, await itemOf(ctx, given ? a.target : a.source), own))
  }
  if (rest > 0) add(rest, own)
  return by
}

/** By the number people see; what no deal bears stands last, so a cent that is over goes to a deal. */
const inOrder = (ctx: CommandContext, dealIds: Iterable<string | null>): (string | null)[] => {
  const keyed = [...dealIds].map((id) => ({ id, key: id === null ? '' : codeSortKey(ctx.tx.row('deal', id)?.number ?? '') }))
  return keyed.sort((a, b) => Number(a.id === null) - Number(b.id === null) || compareTexts(a.key, b.key)).map(({ id }) => id)
}

const placeOf = (ctx: CommandContext, money: Money, dealId: string | null): Dimensions => {
  const deal = dealId === null ? undefined : ctx.tx.row('deal', dealId)
  if (!deal) return { partyId: money.partyId, ...(dealId === money.item.dealId ? money.own : { ...money.own, contractId: null }) }
  const contractId = dealId === money.item.dealId ? (money.own.contractId ?? null) : null
  return { partyId: money.partyId, dealId, ownerId: deal.ownerId, departmentId: deal.departmentId, contractId }
}

const keyOf = ({ dealId, partyId }: Dimensions): string => `${dealId ?? ''} ${dealId ? '' : (partyId ?? '')}`

/** Where the charge should stand now: each deal's share of it in both currencies, exact by the largest remainder. */
const wanted = async (ctx: CommandContext, money: Money): Promise<Placed[]> => {
  const amounts = await amountsByDeal(ctx, money)
  const deals = inOrder(ctx, amounts.keys())
  const weights = deals.map((id) => new Decimal(amounts.get(id)!))
  const { charge } = money.document
  const booked = (await postedCharge(ctx, money)).reduce((sum, p) => sum + p.base, 0)
  const [foreign, base] = [shareOut(charge, weights), shareOut(booked, weights)]
  return deals.map((dealId, at) => ({ place: placeOf(ctx, money, dealId), foreign: foreign[at]!, base: base[at]! }))
}

/** Where the charge stands: the document's own postings of it, those that moved it among them, a place as it was first posted. */
const postedCharge = async (ctx: CommandContext, { document }: Money): Promise<Placed[]> => {
  const rows = await ctx.db
    .selectFrom('journal as j')
    .innerJoin('posting as p', 'p.journalId', 'j.id')
    .leftJoin('ledger_key as y', 'y.key', 'p.party')
    .leftJoin('ledger_key as d', 'd.key', 'p.deal')
    .leftJoin('ledger_key as o', 'o.key', 'p.owner')
    .leftJoin('ledger_key as u', 'u.key', 'p.department')
    .leftJoin('ledger_key as c', 'c.key', 'p.contract')
    .select(['p.foreign', 'p.base', 'y.id as partyId', 'd.id as dealId', 'o.id as ownerId', 'u.id as departmentId', 'c.id as contractId'])
    .where('j.documentId', '=', document.id)
    .where('p.account', '=', '6603')
    .where('p.category', '=', 'bank-charge')
    .orderBy('p.id')
    .execute()
  const by = new Map<string, Placed>()
  for (const { foreign, base, ...place } of rows) {
    const known = by.get(keyOf(place)) ?? { place, foreign: 0, base: 0 }
    by.set(keyOf(place), { ...known, foreign: known.foreign + foreign, base: known.base + base })
  }
  return [...by.values()]
}

/** Posts what changes between where the charge stands and where it should; nothing when it stands there. */
const move = async (ctx: CommandContext, money: Money, to: readonly Placed[], on: IsoDate): Promise<void> => {
  const from = await postedCharge(ctx, money)
  const moved = new Map(from.map((p) => [keyOf(p.place), { place: p.place, foreign: -p.foreign, base: -p.base }]))
  for (const p of to) {
    const known = moved.get(keyOf(p.place)) ?? { place: p.place, foreign: 0, base: 0 }
    moved.set(keyOf(p.place), { ...known, foreign: known.foreign + p.foreign, base: known.base + p.base })
  }
  const { document } = money
  ctx.post({
    date: on,
    kind: 'bank-charge',
    documentKind: money.kind,
    documentId: document.id,
    documentNumber: document.number,
    memo: document.number,
    lines: [...moved.values()].map(
      ({ place, foreign, base }): PostingLine => ({
        ...place,
        account: '6603',
        category: 'bank-charge',
        currency: document.currency,
        foreign,
        base,
      }),
    ),
  })
}

/**
 * Brings the charge of a receipt or payment to the deals that its money belongs to now. Anything else, and money without a charge, is left alone.
 * Refuses `period-closed`.
 */
export const followCharge = async (
  ctx: CommandContext,
  document: { documentKind: string; documentId: string },
  on: IsoDate,
): Promise<void> => {
  const money = await moneyOf(ctx, document.documentKind, document.documentId)
  if (money) await move(ctx, money, await wanted(ctx, money), on)
}

/** Brings a charge back to where it was first booked, before its document is reversed. */
export const returnCharge = async (
  ctx: CommandContext,
  document: { documentKind: string; documentId: string },
  on: IsoDate,
): Promise<void> => {
  const money = await moneyOf(ctx, document.documentKind, document.documentId)
  const [first, ...others] = money ? await postedCharge(ctx, money) : []
  if (!money || !first || others.length === 0) return
  const all = (of: 'foreign' | 'base') => others.reduce((sum, p) => sum + p[of], first[of])
  await move(ctx, money, [{ place: first.place, foreign: all('foreign'), base: all('base') }], on)
}

/**
 * A purchase contract was amended: what of its payments is not applied yet is for its lines as they stand now, from the day of that version,
 * or from the last day on which the charge moved (T52).
 * Refuses `period-closed` when a charge would move in a closed period.
 */
export const followAmendedContract = async (ctx: CommandContext, contractId: string): Promise<void> => {
  const payments = await ctx.db
    .selectFrom('payment as p')
    .innerJoin('journal as j', 'j.documentId', 'p.id')
    .select((e) => ['p.id', e.fn.max('j.date').as('lastDay')])
    .where('p.contractId', '=', contractId)
    .where('p.status', '=', 'posted')
    .where('p.charge', '<>', 0)
    .groupBy('p.id')
    .orderBy('p.number')
    .execute()
  if (payments.length === 0) return
  const [version] = await inForceSince(ctx.db, [contractId])
  for (const { id, lastDay } of payments) {
    const on = version && version.day > lastDay ? version.day : lastDay
    await followCharge(ctx, { documentKind: 'payment', documentId: id }, on)
  }
}
