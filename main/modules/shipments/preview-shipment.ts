// What a shipment would come to as typed: amounts, receivables, and what no purchase stands behind. Asked by the live form; the rules are the dispatch's own.
import type { ReadableDb } from '../../../db/open.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { money, toBase } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'
import { roomOf } from '../purchasing/index.ts'
import { rateWarnings } from '../checks/index.ts'
import { cargoOf } from './cargo.ts'
import { depositWarnings, emptyPapers } from './dispatch-warnings.ts'
import { lineStates, type SalesLineState } from './line-states.ts'
import { byContract, planReceivables, shippedAmounts } from './rules.ts'

/** What may still be shipped from signed purchases, by sales line, as scaled quantities. */
const purchasedRooms = async (db: ReadableDb, salesLineIds: readonly string[]): Promise<Map<string, number>> => {
  const rooms = new Map<string, number>()
  if (salesLineIds.length === 0) return rooms
  const rows = await db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as p', 'p.id', 'l.contractId')
    .select(['l.salesLineId', 'l.quantity', 'l.billed', 'l.shipped', 'l.unitsBought', 'l.unitsSold'])
    .where('l.salesLineId', 'in', [...new Set(salesLineIds)])
    .where('p.status', '=', 'signed')
    .execute()
  for (const { salesLineId, ...card } of rows)
    if (salesLineId !== null) rooms.set(salesLineId, (rooms.get(salesLineId) ?? 0) + roomOf(card))
  return rooms
}

type Asked = { id: string; salesLineId: string; quantity: number }
const withoutPurchase = (lines: readonly Asked[], rooms: Map<string, number>) =>
  lines.flatMap(({ id, salesLineId, quantity }) => {
    const room = rooms.get(salesLineId) ?? 0
    rooms.set(salesLineId, Math.max(0, room - quantity))
    return quantity > room ? [{ id, quantity: scaledText(quantity - room, 'quantity') }] : []
  })

/** Lines in the viewer's scope only: another's line is answered like one that does not exist. */
export const visibleStates = async (q: QueryContext, lines: readonly Asked[]): Promise<Map<string, SalesLineState>> => {
  const states = await lineStates(
    q.db,
    lines.map((l) => l.salesLineId),
    null,
  )
  for (const { salesLineId } of lines) q.requireScope('sales-contract', q.orNotFound(states.get(salesLineId), 'sales-contract'))
  return states
}

/** Amounts in minor units of the currency asked; refuses `not-found` and `rate-must-be-one`. What is left is checked on saving. */
export const previewShipment: QueryHandler<'preview-shipment'> = async (input, q) => {
  const base = q.company.baseCurrency
  const rate = toScaled(input.rate, 'rate')
  if (input.currency === base && rate !== toScaled('1', 'rate')) refuse('rate-must-be-one', { currency: base })
  const asked = input.lines.map((l) => ({ ...l, quantity: toScaled(l.quantity, 'quantity') }))
  const states = await visibleStates(q, asked)
  const amounts = shippedAmounts(asked, states)
  const total = amounts.reduce((sum, a) => sum + a, 0)
  const totalBase = toBase(total, input.currency, rate, base)
  const lines = asked.map((l, i) => ({ ...l, contractId: states.get(l.salesLineId)!.contractId, amount: amounts[i] ?? 0 }))
  const receivables = planReceivables(
    byContract(lines).map(({ contractId, lines: own }) => {
      const { signedOn, term } = states.get(own[0]!.salesLineId)!
      return { contractId, signedOn: signedOn ?? input.on, term, amount: own.reduce((sum, l) => sum + l.amount, 0) }
    }),
    { shippedOn: input.on, arrivesOn: input.eta },
    totalBase,
  )
  const parts = byContract(lines).map(({ lines: own }) => ({
    state: states.get(own[0]!.salesLineId)!,
    amount: own.reduce((sum, l) => sum + l.amount, 0),
    charged: own.reduce((sum, l) => sum + states.get(l.salesLineId)!.charged, 0),
  }))
  const rooms = await purchasedRooms(
    q.db,
    asked.map((l) => l.salesLineId),
  )
  return {
    lines: lines.map((l) => ({ id: l.id, amount: money(l.amount, input.currency) })),
    total: money(total, input.currency),
    totalBase: money(totalBase, base),
    receivables: receivables.map((r) => ({ event: r.event, dueDate: r.dueDate, amount: money(r.amount, input.currency) })),
    withoutPurchase: withoutPurchase(asked, rooms),
    cargo: await cargoOf(
      q,
      asked.map((l) => ({ productId: states.get(l.salesLineId)!.productId, quantity: l.quantity })),
    ),
    // What is odd about leaving is asked when that is next.
    warnings: input.papers
      ? [
          ...(await rateWarnings(q, { currency: input.currency, rate: input.rate, on: input.on })),
          ...(await depositWarnings(q, parts)),
          ...emptyPapers(input.papers),
        ]
      : [],
  }
}
