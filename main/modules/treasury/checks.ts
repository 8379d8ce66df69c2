// Refusals that several commands of treasury share: rates, bank accounts, parties whose money it is, and the dimensions of a deal.
import type { Selectable } from 'kysely'
import { requireNotBefore } from '../../../db/ledger/days.ts'
import type { Dimensions } from '../../../db/ledger/post.ts'
import type { BankAccountTable, PartyTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { PLACES, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** A rate as stored. Refuses `rate-must-be-one` for the base currency at any other rate than 1 (L8). */
export const checkedRate = (baseCurrency: string, currency: string, rate: string): number => {
  const scaled = toScaled(rate, 'rate')
  if (currency === baseCurrency && scaled !== 10 ** PLACES.rate) refuse('rate-must-be-one', { currency })
  return scaled
}

/** A bank account for money on a day. Refuses `not-found`, `wrong-state` when it is switched off, `date-out-of-order` before it was opened. */
export const bankForUse = (ctx: CommandContext, id: string, on: IsoDate): Selectable<BankAccountTable> => {
  const account = ctx.found(ctx.tx.row('bank_account', id), 'bank-account')
  if (account.active !== 1) refuse('wrong-state', { kind: 'bank-account', state: 'inactive', needed: 'active' })
  requireNotBefore(on, account.openedOn)
  return account
}

/**
 * The customer whose money came in. Money of a blacklisted customer is a fact and is booked, so only existence and scope are asked for.
 * Refuses `not-found`.
 */
export const payingCustomer = (ctx: CommandContext, id: string): Selectable<PartyTable> => {
  const party = ctx.tx.row('party', id)
  const customer = ctx.found(party?.kind === 'customer' ? party : undefined, 'customer')
  ctx.requireScope('customer', customer)
  return customer
}

/** The vendor who is paid; what is owed to one that is no longer used can still be paid. Refuses `not-found`. */
export const paidVendor = (ctx: CommandContext, id: string): Selectable<PartyTable> => {
  const party = ctx.tx.row('party', id)
  return ctx.found(party && party.kind !== 'customer' ? party : undefined, 'vendor')
}

/** Whom money goes to: a vendor, or a customer who is given money back. Refuses `not-found`, as for a customer out of scope. */
export const paidParty = (ctx: CommandContext, id: string): Selectable<PartyTable> =>
  ctx.tx.row('party', id)?.kind === 'customer' ? payingCustomer(ctx, id) : paidVendor(ctx, id)

/** The dimensions that a deal gives a posting: itself, its salesperson and department. Refuses `not-found` outside the viewer's scope. */
export const dealDimensions = (ctx: CommandContext, dealId: string | null): Dimensions => {
  if (dealId === null) return {}
  const deal = ctx.found(ctx.tx.row('deal', dealId), 'deal')
  ctx.requireScope('deal', deal)
  return { dealId, ownerId: deal.ownerId, departmentId: deal.departmentId }
}

/** The one value that all entries share, or null: a document has a deal only when everything in it belongs to that deal. */
export const soleOf = (values: readonly (string | null)[]): string | null => {
  const [first = null, ...rest] = values
  return rest.every((v) => v === first) ? first : null
}
