// Dispatch: the one step that posts. Receivables and revenue per contract and the cost of the goods, all in one journal (H4 to H7).
import type { Selectable } from 'kysely'
import { requireNotBefore } from '../../../db/ledger/days.ts'
import type { ItemKind, PostingLine } from '../../../db/ledger/post.ts'
import type { ShipmentLineTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { type Money, money, shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { inForceSince } from '../../records/amendments/index.ts'
import { requireSoldApproved } from '../contracts/index.ts'
import { requirePartyInUse } from '../parties/index.ts'
import { costLines, requireBoughtLinesApproved, sourceShipment } from '../purchasing/index.ts'
import { lastDayOfShipment } from './after-dispatch.ts'
import { callFollowers } from './followers.ts'
import { lineStates, type SalesLineState } from './line-states.ts'
import { byContract, isOpen, planReceivables, requireLeft, shippedAmounts, type PlannedReceivable } from './rules.ts'
import { contractsOf, refreshDeals, shipmentForUpdate, toBook, type ShipmentRow } from './save-shipment.ts'
import { proveByShipment } from './prove-milestones.ts'

type Line = Selectable<ShipmentLineTable>
type On = { dispatchedOn: string; rate: number }

/** Refuses what has changed since the shipment was planned: H1 against what is really shipped, H3, H5, H7. */
const requireReady = (ctx: CommandContext, shipment: ShipmentRow, lines: Line[], states: Map<string, SalesLineState>, on: On): void => {
  if (!isOpen(shipment.status)) refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'booked' })
  const base = ctx.company.baseCurrency
  if (shipment.currency === base && on.rate !== toScaled('1', 'rate')) refuse('rate-must-be-one', { currency: base })
  for (const { signedOn, contractStatus } of states.values()) {
    if (contractStatus !== 'signed' || signedOn === null)
      return refuse('wrong-state', { kind: 'sales-contract', state: contractStatus, needed: 'signed' })
    requireNotBefore(on.dispatchedOn, signedOn) // H7
  }
  const really = new Map([...states].map(([id, state]) => [id, { ...state, planned: 0 }]))
  requireLeft(lines, really)
}

/** H18. Goods that are charged by a version of their contract do not leave before it is in force (`date-out-of-order`). */
const requireVersionsInForce = async (ctx: CommandContext, states: ReadonlyMap<string, SalesLineState>, on: IsoDate): Promise<void> => {
  const amended = [...new Set([...states.values()].filter((s) => s.version > 1).map((s) => s.contractId))]
  if (amended.length === 0) return
  requireNotBefore(on, ...(await inForceSince(ctx.db, amended)).map(({ day }) => day))
}

/** Receivables and revenue of one contract's part; `from` is the number of the first receivable. */
const contractPostings = (
  shipment: ShipmentRow,
  contract: SalesLineState,
  receivables: readonly PlannedReceivable[],
  from: number,
): PostingLine[] => {
  const dimensions = {
    currency: shipment.currency,
    partyId: shipment.customerId,
    dealId: contract.dealId,
    ownerId: contract.ownerId,
    departmentId: contract.departmentId,
    contractId: contract.contractId,
    shipmentId: shipment.id,
  }
  const kind: ItemKind = 'invoice'
  return [
    ...receivables.map((r, i) => ({
      ...dimensions,
      account: '1122',
      foreign: r.amount,
      base: r.base,
      opens: { ref: `${shipment.id}:${from + i}`, kind, dueDate: r.dueDate },
    })),
    {
      ...dimensions,
      account: '6001',
      foreign: -receivables.reduce((sum, r) => sum + r.amount, 0),
      base: -receivables.reduce((sum, r) => sum + r.base, 0),
    },
  ]
}

/** The number after the last receivable of this shipment, so that a second dispatch names its own (H8). Tax refunds are numbered far above. */
const nextReceivable = async (ctx: CommandContext, shipmentId: string): Promise<number> => {
  const items = await ctx.db
    .selectFrom('open_item')
    .select('ref')
    .where('documentId', '=', shipmentId)
    .where('account', '=', '1122')
    .execute()
  return Math.max(0, ...items.map((i) => Number(i.ref.slice(i.ref.lastIndexOf(':') + 1)))) + 1
}

/** What the goods cost, from the purchases they were bought with (H6). */
const costOf = async (ctx: CommandContext, lines: readonly Line[], document: Parameters<typeof costLines>[2]) => {
  const purchaseLines = new Set<string>()
  for (const line of lines) for (const id of await sourceShipment(ctx, line.id, line.salesLineId, line.quantity)) purchaseLines.add(id)
  await requireBoughtLinesApproved(ctx, purchaseLines) // H12
  return costLines(ctx, [...purchaseLines], document)
}

/** Writes the amounts as dispatched, in both currencies: what a contract's receivables come to in base is shared over its lines. */
const writeAmounts = (ctx: CommandContext, lines: readonly Line[], receivables: readonly PlannedReceivable[]): void => {
  for (const { contractId, lines: own } of byContract(lines)) {
    const base = receivables.filter((r) => r.contractId === contractId).reduce((sum, r) => sum + r.base, 0)
    const shares = shareOut(
      base,
      own.map((l) => new Decimal(l.amount)),
    )
    own.forEach((line, i) => ctx.tx.patch('shipment_line', line.id, { amount: line.amount, amountBase: shares[i] ?? 0 }))
  }
}

/** The lines as stored, with their amounts as of now: another shipment of the same lines may have left since they were planned (H2). */
const currentLines = (stored: Line[], states: Map<string, SalesLineState>): Line[] => {
  const amounts = shippedAmounts(stored, states)
  return stored.map((line, i) => ({ ...line, amount: amounts[i] ?? 0 }))
}

/** What a dispatch comes to: each contract's part with its receivables, and the total in both currencies (H4, H5). */
const calculateDispatch = (
  ctx: CommandContext,
  shipment: ShipmentRow,
  lines: readonly Line[],
  states: Map<string, SalesLineState>,
  on: On,
) => {
  const total = lines.reduce((sum, l) => sum + l.amount, 0)
  const totalBase = toBase(total, shipment.currency, on.rate, ctx.company.baseCurrency)
  const parts = byContract(lines).map(({ contractId, lines: own }) => {
    const contract = states.get(own[0]!.salesLineId)!
    return { contract, contractId, signedOn: contract.signedOn!, term: contract.term, amount: own.reduce((sum, l) => sum + l.amount, 0) }
  })
  const receivables = planReceivables(parts, { shippedOn: on.dispatchedOn, arrivesOn: shipment.eta }, totalBase)
  return { total, totalBase, receivables, contracts: parts.map((p) => p.contract) }
}

/** The journal's receivables and revenue, and the receivables by the names they are given; an instalment of nothing has none. */
const receivablePostings = async (
  ctx: CommandContext,
  shipment: ShipmentRow,
  { receivables, contracts }: ReturnType<typeof calculateDispatch>,
): Promise<{ postings: PostingLine[]; named: { item: string; dueDate: string; amount: Money }[] }> => {
  let next = await nextReceivable(ctx, shipment.id)
  const postings: PostingLine[] = []
  for (const contract of contracts) {
    const own = receivables.filter((r) => r.contractId === contract.contractId)
    postings.push(...contractPostings(shipment, contract, own, next))
    next += own.length
  }
  const named = postings.flatMap(({ opens, foreign }) =>
    opens && foreign !== 0 ? [{ item: opens.ref, dueDate: opens.dueDate, amount: money(foreign, shipment.currency) }] : [],
  )
  return { postings, named }
}

const raiseShipped = (ctx: CommandContext, lines: readonly Line[], states: Map<string, SalesLineState>): void => {
  for (const [id, { shipped }] of states) {
    const quantity = lines.filter((l) => l.salesLineId === id).reduce((sum, l) => sum + l.quantity, 0)
    ctx.tx.patch('sales_line', id, { shipped: shipped + quantity })
  }
}

/** Posts a shipment's receivables, revenue and cost on its day. Refusals: H1, H3, H5, H7, `wrong-state`, `period-closed`. */
export const dispatchShipment: CommandHandler<'dispatch-shipment'> = async (input, ctx) => {
  const shipment = shipmentForUpdate(ctx, input)
  const on = { dispatchedOn: input.dispatchedOn, rate: toScaled(input.rate, 'rate') }
  const stored = await ctx.db.selectFrom('shipment_line').selectAll().where('shipmentId', '=', shipment.id).orderBy('position').execute()
  const salesLines = stored.map((l) => l.salesLineId)
  const states = await lineStates(ctx.db, salesLines, shipment.id)
  requireReady(ctx, shipment, stored, states, on)
  requirePartyInUse(ctx, shipment.customerId) // H21
  await requireVersionsInForce(ctx, states, on.dispatchedOn)
  if (shipment.dispatches > 0) requireNotBefore(on.dispatchedOn, await lastDayOfShipment(ctx.db, shipment.id)) // H17
  await requireSoldApproved(ctx, contractsOf(states)) // H11
  await callFollowers(ctx, 'beforeDispatch', toBook(shipment)) // H15
  const lines = currentLines(stored, states)
  const calculated = calculateDispatch(ctx, shipment, lines, states, on)
  const { id: shipmentId, revision: seen, customerId } = shipment
  await callFollowers(ctx, 'beforeCharge', { customerId, shipmentId, revision: seen, amount: money(calculated.total, shipment.currency) }) // H13

  const { postings, named } = await receivablePostings(ctx, shipment, calculated)
  ctx.tx.patch('shipment', shipment.id, { status: 'dispatched', dispatchedOn: on.dispatchedOn })
  raiseShipped(ctx, lines, states)
  const document = {
    documentKind: 'shipment',
    documentId: shipment.id,
    documentNumber: shipment.number,
    memo: shipment.invoiceNumber,
  }
  const cost = await costOf(ctx, lines, { ...document, on: on.dispatchedOn })
  const journalId = ctx.post({ ...document, date: on.dispatchedOn, kind: 'dispatch', lines: [...postings, ...cost.lines] })
  await cost.postLater()
  writeAmounts(ctx, lines, calculated.receivables)
  const revision = shipment.revision + 1
  ctx.tx.patch('shipment', shipment.id, {
    rate: on.rate,
    total: calculated.total,
    totalBase: calculated.totalBase,
    journalId: journalId === 0 ? null : journalId,
    dispatches: shipment.dispatches + 1,
    revision,
  })
  await callFollowers(ctx, 'afterDispatch', shipment.id)
  const deals = lines.map((l) => l.dealId)
  await refreshDeals(ctx, deals)
  await proveByShipment(ctx, shipment, salesLines, on.dispatchedOn)
  return { id: shipment.id, number: shipment.number, revision, receivables: named }
}
