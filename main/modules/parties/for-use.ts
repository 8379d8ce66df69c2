// Parties as other modules take them into their documents: existing, visible, of the right kind and active, or a refusal.
import type { Selectable } from 'kysely'
import type { PartyTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'

export type PartyRow = Selectable<PartyTable>

/**
 * The customer with this id, in the viewer's scope and not blacklisted.
 * Refuses `not-found` (unknown, a vendor, or out of scope: all the same answer) and `inactive-party`.
 */
export const customerForUse = async (ctx: CommandContext, customerId: string): Promise<PartyRow> => {
  const party = ctx.tx.row('party', customerId)
  const customer = ctx.found(party?.kind === 'customer' ? party : undefined, 'customer')
  ctx.requireScope('customer', customer)
  if (customer.active !== 1 || customer.status === 'blacklisted') refuse('inactive-party', { party: customer.name })
  return customer
}

/**
 * The vendor with this id, of one of the kinds when they are given.
 * Refuses `not-found` (unknown, a customer, or of another kind) and `inactive-party`.
 */
export const vendorForUse = async (ctx: CommandContext, vendorId: string, kinds?: readonly string[]): Promise<PartyRow> => {
  const party = ctx.tx.row('party', vendorId)
  const fits = party !== undefined && party.kind !== 'customer' && (kinds === undefined || kinds.includes(party.kind))
  const vendor = ctx.found(fits ? party : undefined, 'vendor')
  if (vendor.active !== 1) refuse('inactive-party', { party: vendor.name })
  return vendor
}
