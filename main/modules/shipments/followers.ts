// What later modules require of a shipment and do after it changed: a quote of freight, a credit limit, a letter of credit, a tax refund. Each contributes
// its part; shipments asks for all of them and knows no table of theirs.
import type { ReadableDb } from '../../../db/open.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { listOf, oneOf } from '../../records/contributions.ts'

/** A shipment as it is about to be booked or to leave. */
export type ShipmentToBook = {
  id: string
  number: string
  portOfLoading: string
  portOfDischarge: string
  containers: readonly { type: string }[]
  forwarderId: string | null
}
/** A shipment with what its customer will be charged for it. */
export type ShipmentToCharge = { customerId: string; shipmentId: string; revision: number; amount: Money }

/** Each is called inside the command; what comes `before` refuses. */
export type ShipmentFollower = {
  /** It is booked, in whatever way it passes planned (H15). */
  beforeBooking?(ctx: CommandContext, shipment: ShipmentToBook): Promise<void>
  /** Its goods leave (H15). */
  beforeDispatch?(ctx: CommandContext, shipment: ShipmentToBook & { status: string }): Promise<void>
  /** It is charged to its customer (H13). */
  beforeCharge?(ctx: CommandContext, shipment: ShipmentToCharge): Promise<void>
  /** What it is found by (Ctrl+K) was written anew. */
  afterIndexed?(ctx: CommandContext, shipmentId: string): Promise<void>
  afterDispatch?(ctx: CommandContext, shipmentId: string): Promise<void>
  afterTakenBack?(ctx: CommandContext, shipmentId: string): Promise<void>
  /** It was dropped: removed, or void for its history. */
  afterDropped?(ctx: CommandContext, shipmentId: string): Promise<void>
  /** It was given to another owner, and nothing else of it changed; its revision went `from` one `to` the next. */
  afterGiven?(ctx: CommandContext, shipment: { id: string; from: number; to: number }): Promise<void>
  /** Its customer, its lines, its amount or its revision changed while it had not left (H13). */
  afterChange?(ctx: CommandContext, shipmentId: string): Promise<void>
}
export const shipmentFollowers = listOf<ShipmentFollower>('shipment followers')

/** Forwarder and carrier that somebody has chosen for a shipment, null where nobody has. */
export type Carrying = { forwarderId: string; carrierId: string | null }
export const carryingChosen = oneOf<(db: ReadableDb, shipmentId: string) => Promise<Carrying | null>>('carrying chosen')

type Step = keyof ShipmentFollower
type Given<S extends Step> = Parameters<NonNullable<ShipmentFollower[S]>>[1]
/** Calls what every follower has for this step, in the order of the modules. */
export const callFollowers = async <S extends Step>(ctx: CommandContext, step: S, shipment: Given<S>): Promise<void> => {
  for (const follower of ctx.contributed(shipmentFollowers)) {
    const follow = follower[step] as ((ctx: CommandContext, shipment: Given<S>) => Promise<void>) | undefined
    await follow?.(ctx, shipment)
  }
}
