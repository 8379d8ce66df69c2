// A shipment that is booked, leaves, comes back or goes away says something of the production of its goods (production M15).
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { contractsInShipment, proveMilestones } from '../production/index.ts'

/** `salesLineIds`: what it carries, or carried. */
export const proveByShipment = async (
  ctx: CommandContext,
  shipment: { id: string; number: string },
  salesLineIds: readonly string[],
  on: IsoDate,
): Promise<void> =>
  proveMilestones(ctx, await contractsInShipment(ctx, salesLineIds), { documentId: shipment.id, number: shipment.number, on })
