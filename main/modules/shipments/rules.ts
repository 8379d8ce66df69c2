// Arithmetic of a shipment: what is left to ship, what a shipped part comes to, and the receivables it makes. Pure: no database, no clock.
import { refuse } from '../../../preload/contract/refusals.ts'
import { SHIPMENT_STEPS } from '../../../preload/contract/modules/shipments/calls.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, scaledText, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import { requireOrder } from '../../../db/ledger/days.ts'
import { dueDate, splitByTerm, type Instalment, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'

/** A sales line as shipping sees it. Quantities are scaled integers, amounts minor units of the contract's currency. */
export type LineState = {
  quantity: number
  amount: number
  /** Dispatched so far, and what those shipments were charged. */
  shipped: number
  charged: number
  /** In other shipments that are not dispatched yet. */
  planned: number
  /** What had left when its price was last amended, and what that was charged (contracts C17); 0 of a line never amended so. */
  settledQuantity: number
  settledAmount: number
}
export type AskedLine = { salesLineId: string; quantity: number }

const stateOf = <S extends LineState>(states: ReadonlyMap<string, S>, id: string): S => {
  const state = states.get(id)
  if (!state) throw new Error(`no state of sales line ${id}`)
  return state
}

export const leftToShip = (line: Pick<LineState, 'quantity' | 'shipped' | 'planned'>): number =>
  Math.max(0, line.quantity - line.shipped - line.planned)

/** H1. Refuses `quantity-exceeded` (line counted from 1) when a line, with the lines before it of the same sales line, asks for more than is left. */
export const requireLeft = (lines: readonly AskedLine[], states: ReadonlyMap<string, LineState>): void => {
  const taken = new Map<string, number>()
  lines.forEach(({ salesLineId, quantity }, i) => {
    const before = taken.get(salesLineId) ?? 0
    const left = Math.max(0, leftToShip(stateOf(states, salesLineId)) - before)
    if (quantity > left)
      refuse('quantity-exceeded', { line: i + 1, asked: scaledText(quantity, 'quantity'), left: scaledText(left, 'quantity') })
    taken.set(salesLineId, before + quantity)
  })
}

const share = (whole: number, of: number, all: number): number => (all === 0 ? 0 : toInteger(new Decimal(whole).times(of).div(all)))

/** What the first `quantity` of a line come to, in minor units, half-up: what was settled before its price changed, then its part of the rest. */
const partOf = ({ settledQuantity, settledAmount, ...line }: LineState, quantity: number): number =>
  quantity <= settledQuantity
    ? share(settledAmount, quantity, settledQuantity)
    : settledAmount + share(line.amount - settledAmount, quantity - settledQuantity, line.quantity - settledQuantity)

/** H2. Minor units of each shipped line, in the order asked. Once a line is wholly shipped, its shipments add up to its amount exactly. */
export const shippedAmounts = (lines: readonly AskedLine[], states: ReadonlyMap<string, LineState>): number[] => {
  const running = new Map<string, { shipped: number; charged: number }>()
  return lines.map(({ salesLineId, quantity }) => {
    const state = stateOf(states, salesLineId)
    const before = running.get(salesLineId) ?? state
    const shipped = before.shipped + quantity
    // Never below zero: after a reversal out of order the shipments that stay may have been charged a rounding more than their part.
    const amount = Math.max(0, partOf(state, shipped) - before.charged)
    running.set(salesLineId, { shipped, charged: before.charged + amount })
    return amount
  })
}

/** One contract's part of a shipment. */
export type ContractPart = { contractId: string; signedOn: IsoDate; term: PaymentTerm; amount: number }
export type PlannedReceivable = {
  contractId: string
  /** Which instalment of the contract's payment term, from 1. */
  instalment: number
  event: Instalment['event']
  dueDate: IsoDate
  amount: number
  base: number
}

/**
 * H4, H5. The receivables of a shipment: every contract's part split by its payment term, due by the events of the shipment.
 * `totalBase` is the shipment's total converted once; the base amounts add up to it exactly.
 */
export const planReceivables = (
  parts: readonly ContractPart[],
  on: { shippedOn: IsoDate; arrivesOn: IsoDate | null },
  totalBase: number,
): PlannedReceivable[] => {
  const items = parts.flatMap(({ contractId, signedOn, term, amount }) => {
    const amounts = splitByTerm(amount, term)
    return term.map((instalment, i) => ({
      contractId,
      instalment: i + 1,
      event: instalment.event,
      dueDate: dueDate(instalment, { signedOn, ...on }),
      amount: amounts[i] ?? 0,
    }))
  })
  const bases = shareOut(
    totalBase,
    items.map((item) => new Decimal(item.amount)),
  )
  return items.map((item, i) => ({ ...item, base: bases[i] ?? 0 }))
}

/** Lines gathered by contract in the order they first appear; each group keeps the places of its lines. */
export const byContract = <L extends { contractId: string }>(lines: readonly L[]): { contractId: string; lines: L[] }[] => {
  const groups = new Map<string, L[]>()
  for (const line of lines) groups.set(line.contractId, [...(groups.get(line.contractId) ?? []), line])
  return [...groups].map(([contractId, own]) => ({ contractId, lines: own }))
}

export const isOpen = (status: string): boolean => status === 'planned' || status === 'booked'
export const isDispatched = (status: string): boolean => !isOpen(status) && status !== 'void'

type Step = (typeof SHIPMENT_STEPS)[number]
type Days = { dispatchedOn: IsoDate | null; onBoardOn?: IsoDate | null; arrivedOn?: IsoDate | null; documentsDeliveredOn?: IsoDate | null }
/** H9. Refuses `wrong-state` unless the shipment is dispatched and not yet at the step, `date-out-of-order` before the dispatch or the step before. */
export const requireStep = (shipment: { status: string } & Days, step: Step, on: IsoDate): void => {
  const order = ['dispatched', ...SHIPMENT_STEPS]
  const at = order.indexOf(shipment.status)
  const { dispatchedOn } = shipment
  if (at < 0 || dispatchedOn === null) return refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'dispatched' })
  if (order.indexOf(step) <= at)
    return refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: order[order.indexOf(step) - 1] ?? step })
  requireOrder(dispatchedOn, on, 'on')
  requireOrder(shipment.onBoardOn, on, 'on')
  // Papers often travel ahead of the ship: only the end waits for both.
  if (step !== 'done') return
  requireOrder(shipment.arrivedOn, on, 'on')
  requireOrder(shipment.documentsDeliveredOn, on, 'on')
}
