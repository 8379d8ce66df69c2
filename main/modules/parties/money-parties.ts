// The parties that money comes from and goes to: it is booked whatever is thought of them, so only that they exist and are in scope is checked.
import type { Selectable } from 'kysely'
import type { PartyTable } from '../../../db/schema/tables.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/**
 * The customer whose money came in. Money of a blacklisted customer is a fact and is booked, so only existence and scope are asked for.
 * Refuses `not-found`.
 */
export const payingCustomer = (ctx: CommandContext, id: string): Selectable<PartyTable> => {
  const party = ctx.tx.row('party', id)
  const customer = ctx.orNotFound(party?.kind === 'customer' ? party : undefined, 'customer')
  ctx.requireScope('customer', customer)
  return customer
}

/** The vendor who is paid; what is owed to one that is no longer used can still be paid. Refuses `not-found`. */
export const paidVendor = (ctx: CommandContext, id: string): Selectable<PartyTable> => {
  const party = ctx.tx.row('party', id)
  return ctx.orNotFound(party && party.kind !== 'customer' ? party : undefined, 'vendor')
}

/** Whom money goes to: a vendor, or a customer who is given money back. Refuses `not-found`, as for a customer out of scope. */
export const paidParty = (ctx: CommandContext, id: string): Selectable<PartyTable> =>
  ctx.tx.row('party', id)?.kind === 'customer' ? payingCustomer(ctx, id) : paidVendor(ctx, id)
