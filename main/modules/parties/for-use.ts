// Parties as other modules take them into their documents: existing, visible, of the right kind and active, or a refusal.
import type { Selectable } from 'kysely'
import type { PartyTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'

export type PartyRow = Selectable<PartyTable>

const requireInUse = ({ active, status, name }: Pick<PartyRow, 'active' | 'status' | 'name'>): void => {
  if (active !== 1 || status === 'blacklisted') refuse('inactive-party', { party: name })
}

/**
 * C25. Every step that goes further with a party checks it as it is today, whoever chose it: refuses `inactive-party` for a customer blacklisted, or a vendor
 * switched off, since its document was made. Scope is the document's affair. Nothing for a party that is not there.
 */
export const requirePartyInUse = (ctx: CommandContext, partyId: string | null): void => {
  const party = partyId === null ? undefined : ctx.tx.row('party', partyId)
  if (party) requireInUse(party)
}

/**
 * The customer with this id, in the viewer's scope and not blacklisted.
 * Refuses `not-found` (unknown, a vendor, or out of scope: all the same answer) and `inactive-party`.
 */
export const customerForUse = async (ctx: CommandContext, customerId: string): Promise<PartyRow> => {
  const party = ctx.tx.row('party', customerId)
  const customer = ctx.orNotFound(party?.kind === 'customer' ? party : undefined, 'customer')
  ctx.requireScope('customer', customer)
  requireInUse(customer)
  return customer
}

/**
 * The vendor with this id, of one of the kinds when they are given.
 * Refuses `not-found` (unknown, a customer, or of another kind) and `inactive-party`.
 */
export const vendorForUse = async (ctx: CommandContext, vendorId: string, kinds?: readonly string[]): Promise<PartyRow> => {
  const party = ctx.tx.row('party', vendorId)
  const fits = party !== undefined && party.kind !== 'customer' && (kinds === undefined || kinds.includes(party.kind))
  const vendor = ctx.orNotFound(fits ? party : undefined, 'vendor')
  requireInUse(vendor)
  return vendor
}
