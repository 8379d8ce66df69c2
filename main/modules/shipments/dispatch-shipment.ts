// Dispatch: the one step that posts. Receivables and revenue per contract and the cost of the goods, all in one journal (H4 to H7).
import type { Selectable } from 'kysely'
import type { ItemKind, PostingLine } from '../../../db/ledger/post.ts'
import type { ShipmentLineTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { money, shareOut, toBase } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { requireSoldApproved } from '../contracts/index.ts'
import { costLines, requireBoughtLinesApproved, sourceShipment } from '../purchasing/index.ts'
import { lineStates, type SalesLineState } from './line-states.ts'
import { byContract, isOpen, planReceivables, requireLeft, shippedAmounts, type PlannedReceivable } from './rules.ts'
import { contractsOf, refreshDeals, seenShipment, type ShipmentRow } from './save-shipment.ts'

type Line = Selectable<ShipmentLineTable>
type On = { dispatchedOn: string; rate: number }

/** Refuses what has changed since the shipment was planned: H1 against what is really shipped, H3, H5, H7. */
const requireReady = (ctx: CommandContext, shipment: ShipmentRow, lines: Line[], states: Map<string, SalesLineState>, on: On): void => {
  if (!isOpen(shipment.status)) refuse('wrong-state', { state: shipment.status, needed: 'booked' })
  const base = ctx.company.baseCurrency
  if (shipment.currency === base && on.rate !== toScaled('1', 'rate')) refuse('rate-must-be-one', { currency: base })
  for (const { signedOn, contractStatus } of states.values()) {
    if (contractStatus !== 'signed' || signedOn === null) return refuse('wrong-state', { state: contractStatus, needed: 'signed' })
    if (on.dispatchedOn < signedOn) refuse('date-out-of-order', { earlier: signedOn, later: on.dispatchedOn })
  }
  const really = new Map([...states].map(([id, state]) => [id, { ...state, planned: 0 }]))
  requireLeft(lines, really)
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
const costOf = async (ctx: CommandContext, lines: readonly Line[], on: string): Promise<PostingLine[]> => {
  const purchaseLines = new Set<string>()
  for (const line of lines) for (const id of await sourceShipment(ctx, line.id, line.salesLineId, line.quantity)) purchaseLines.add(id)
  await requireBoughtLinesApproved(ctx, purchaseLines) // H12
  return costLines(ctx, [...purchaseLines], { on })
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

/** Posts a shipment's receivables, revenue and cost on its day. Refusals: H1, H3, H5, H7, `wrong-state`, `period-closed`. */
export const dispatchShipment: CommandHandler<'dispatch-shipment'> = async (input, ctx) => {
  const shipment = seenShipment(ctx, input)
  const on = { dispatchedOn: input.dispatchedOn, rate: toScaled(input.rate, 'rate') }
  const stored = await ctx.db.selectFrom('shipment_line').selectAll().where('shipmentId', '=', shipment.id).orderBy('position').execute()
  const states = await lineStates(
    ctx.db,
    stored.map((l) => l.salesLineId),
    shipment.id,
  )
  requireReady(ctx, shipment, stored, states, on)
  await requireSoldApproved(ctx, contractsOf(states)) // H11
  const lines = currentLines(stored, states)
  const total = lines.reduce((sum, l) => sum + l.amount, 0)
  const totalBase = toBase(total, shipment.currency, on.rate, ctx.company.baseCurrency)
  const groups = byContract(lines)
  const contractOf = (contractId: string) => [...states.values()].find((s) => s.contractId === contractId)!
  const receivables = planReceivables(
    groups.map(({ contractId, lines: own }) => {
      const { signedOn, term } = contractOf(contractId)
      return { contractId, signedOn: signedOn!, term, amount: own.reduce((sum, l) => sum + l.amount, 0) }
    }),
    { shippedOn: input.dispatchedOn, arrivesOn: shipment.eta },
    totalBase,
  )

  ctx.tx.patch('shipment', shipment.id, { status: 'dispatched', dispatchedOn: input.dispatchedOn })
  for (const [id, { shipped }] of states) {
    const quantity = lines.filter((l) => l.salesLineId === id).reduce((sum, l) => sum + l.quantity, 0)
    ctx.tx.patch('sales_line', id, { shipped: shipped + quantity })
  }
  let next = await nextReceivable(ctx, shipment.id)
  const named: { item: string; dueDate: string; amount: number }[] = []
  const postings = groups.flatMap(({ contractId }) => {
    const own = receivables.filter((r) => r.contractId === contractId)
    named.push(...own.map((r, i) => ({ ...r, item: `${shipment.id}:${next + i}` })))
    const made = contractPostings(shipment, contractOf(contractId), own, next)
    next += own.length
    return made
  })
  const journalId = ctx.post({
    date: input.dispatchedOn,
    kind: 'dispatch',
    documentKind: 'shipment',
    documentId: shipment.id,
    documentNumber: shipment.number,
    memo: shipment.invoiceNumber,
    lines: [...postings, ...(await costOf(ctx, lines, input.dispatchedOn))],
  })
  writeAmounts(ctx, lines, receivables)
  const revision = shipment.revision + 1
  ctx.tx.patch('shipment', shipment.id, {
    rate: on.rate,
    total,
    totalBase,
    journalId: journalId === 0 ? null : journalId,
    dispatches: shipment.dispatches + 1,
    revision,
  })
  await refreshDeals(
    ctx,
    lines.map((l) => l.dealId),
  )
  return {
    id: shipment.id,
    number: shipment.number,
    revision,
    receivables: named
      .filter((r) => r.amount !== 0)
      .map((r) => ({ item: r.item, dueDate: r.dueDate, amount: money(r.amount, shipment.currency) })),
  }
}
