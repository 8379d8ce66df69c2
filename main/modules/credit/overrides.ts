// Over-limit approval (超信审批): asked for one shipment, decided by approvals, good for what was asked and not a cent more. Rules R8 to R11 of SPEC.md.
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { CreditOverrideTable } from '../../../db/schema/tables.ts'
import { refuse, type RefusalData } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { money, moneyText, type Money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import {
  approvalState,
  carryApprovals,
  endApprovals,
  submitForApproval,
  type Approvable,
  type Reading,
  type Subject,
} from '../../records/approvals/index.ts'
import { requirePartyInUse } from '../parties/index.ts'
import { amountNow } from '../shipments/index.ts'
import { dayRates, readPosition } from './position.ts'
import { inCurrency } from './rules.ts'

export type Override = Selectable<CreditOverrideTable>
type Asked = { customerId: string; currency: string; amount: number }

const OPEN = ['planned', 'booked']

/** R10. What was asked still covers the shipment: same customer, same currency, no more money. */
const covers = (row: Override, now: Asked): boolean =>
  row.customerId === now.customerId && row.currency === now.currency && now.amount <= row.amount

/** Why a request cannot be decided any more: its shipment has gone or is dropped, or it asks for something else now. */
const closedBy = (shipment: string | null): RefusalData<'wrong-state'> =>
  shipment === null || OPEN.includes(shipment)
    ? { kind: 'credit-override', state: 'ended', needed: 'none' }
    : { kind: 'shipment', state: shipment, needed: 'planned' }

const subjectOf = async ({ db }: Reading, id: string): Promise<Subject | undefined> => {
  const row = await db
    .selectFrom('credit_override as o')
    .innerJoin('party as p', 'p.id', 'o.customerId')
    .leftJoin('shipment as s', 's.id', 'o.shipmentId')
    .selectAll('o')
    .select(['p.name as customer', 'p.level', 's.ownerId', 's.departmentId', 's.status', 's.total'])
    .select(['s.customerId as shipmentCustomer', 's.currency as shipmentCurrency'])
    .where('o.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const stands =
    OPEN.includes(row.status ?? 'void') &&
    covers(row, { customerId: row.shipmentCustomer ?? '', currency: row.shipmentCurrency ?? '', amount: row.total ?? 0 })
  return {
    documentId: row.id,
    number: row.shipmentNumber,
    revision: row.revision,
    title: row.customer,
    amount: money(row.amount, row.currency),
    amountBase: row.amountBase,
    margin: null,
    customerLevel: row.level,
    ownerId: row.ownerId ?? row.requestedBy,
    departmentId: row.departmentId,
    facts: {
      ...(row.limitMinor === null ? {} : { creditLimit: moneyText(row.limitMinor, row.limitCurrency) }),
      exposure: moneyText(row.exposure, row.limitCurrency),
      excess: moneyText(row.excess, row.limitCurrency),
      ...(row.overdueDays > 0 ? { overdueDays: String(row.overdueDays) } : {}),
      reason: row.reason,
      expiresOn: row.expiresOn,
    },
    ...(stands ? {} : { closed: closedBy(row.status) }),
  }
}

export const creditOverrideApproval: Approvable = { submit: 'shipment.submit', read: subjectOf }

const overridesOf = (db: ReadableDb, shipmentId: string): Promise<Override[]> =>
  db
    .selectFrom('credit_override')
    .selectAll()
    .where('shipmentId', '=', shipmentId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** R10. The shipment went to another owner: what was asked for it goes along and stays good, because nothing of what was asked has changed. */
export const carryOverrides = async (
  ctx: CommandContext,
  shipmentId: string,
  { from, to }: { from: number; to: number },
): Promise<void> => {
  for (const o of await overridesOf(ctx.db, shipmentId)) {
    if (o.shipmentRevision === from) ctx.tx.patch('credit_override', o.id, { shipmentRevision: to })
    await carryApprovals(ctx, 'credit-override', o.id, { from: o.revision, to: o.revision })
  }
}

export const newestOverride = async (db: ReadableDb, shipmentId: string): Promise<Override | undefined> =>
  (await overridesOf(db, shipmentId))[0]

/** R9. A granted, unexpired approval for exactly this shipment at this revision, its customer and currency, and at least this amount. */
export const isGranted = async (
  ctx: CommandContext,
  shipment: { shipmentId: string; revision: number; customerId: string; amount: Money },
): Promise<boolean> => {
  const { customerId, amount } = shipment
  for (const row of await overridesOf(ctx.db, shipment.shipmentId)) {
    const fits = row.shipmentRevision === shipment.revision && covers(row, { customerId, currency: amount.currency, amount: amount.minor })
    if (!fits || row.expiresOn < ctx.today) continue
    if ((await approvalState(ctx.db, 'credit-override', row.id, row.revision)) === 'approved') return true
  }
  return false
}

/** R10. Told after every change of a shipment: an approval that no longer covers it ends for good, the others go along to its new revision. */
export const followShipment = async (ctx: CommandContext, shipmentId: string): Promise<void> => {
  const shipment = ctx.tx.row('shipment', shipmentId)
  for (const row of await overridesOf(ctx.db, shipmentId)) {
    const { customerId = '', currency = '', total = 0, status = 'void' } = shipment ?? {}
    if (status === 'void' || !covers(row, { customerId, currency, amount: total })) await endApprovals(ctx, 'credit-override', row.id)
    else if (shipment) ctx.tx.patch('credit_override', row.id, { shipmentRevision: shipment.revision })
  }
}

/** Refuses `wrong-state` while an earlier request waits, `nothing-to-do` while one is granted and still covers the shipment. */
const requireNoneInForce = async (ctx: CommandContext, shipmentId: string, now: Asked): Promise<void> => {
  for (const row of await overridesOf(ctx.db, shipmentId)) {
    const status = await approvalState(ctx.db, 'credit-override', row.id, row.revision)
    if (row.expiresOn < ctx.today) await endApprovals(ctx, 'credit-override', row.id)
    else if (status === 'pending') refuse('wrong-state', { kind: 'credit-override', state: 'pending', needed: 'none' })
    else if (status === 'approved' && covers(row, now)) refuse('nothing-to-do', {})
  }
}

/**
 * R8. Records what is asked with the figures of this moment and puts it to approval. Refusals: `nothing-to-do` when the shipment may leave as it is,
 * `wrong-state` (not waiting to leave, or asked already), `date-out-of-order` for a day gone by, `rate-missing`, `no-approver`.
 */
export const requestCreditOverride: CommandHandler<'request-credit-override'> = async (input, ctx) => {
  if (ctx.tx.row('credit_override', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  const shipment = ctx.orNotFound(ctx.tx.row('shipment', input.shipmentId), 'shipment')
  ctx.requireScope('shipment', shipment)
  ctx.requireRevision(shipment, input.shipmentRevision)
  requirePartyInUse(ctx, shipment.customerId)
  if (!OPEN.includes(shipment.status)) refuse('wrong-state', { kind: 'shipment', state: shipment.status, needed: 'planned' })
  if (input.expiresOn < ctx.today) refuse('date-out-of-order', { earlier: ctx.today, later: input.expiresOn })
  const amount = money(Math.max(await amountNow(ctx.db, shipment.id), shipment.total), shipment.currency)
  await requireNoneInForce(ctx, shipment.id, { customerId: shipment.customerId, currency: amount.currency, amount: amount.minor })
  const customer = ctx.orNotFound(ctx.tx.row('party', shipment.customerId), 'customer')
  const position = await readPosition({ ...ctx, sql: ctx.tx.sql }, customer, { addition: amount, shipmentId: shipment.id })
  const refused = position.state === 'over-limit' || position.state === 'overdue'
  if (!ctx.company.switches.customerCredit || !refused) refuse('nothing-to-do', {})
  const rates = await dayRates(ctx.db, ctx.company, ctx.today)
  // Without a rate the approval's routes take it for large (approvals A7).
  const knownRate = amount.currency === rates.base || rates.of.has(amount.currency)
  ctx.tx.put('credit_override', {
    id: input.id,
    shipmentId: shipment.id,
    shipmentNumber: shipment.number,
    shipmentRevision: shipment.revision,
    customerId: customer.id,
    currency: amount.currency,
    amount: amount.minor,
    amountBase: knownRate ? inCurrency(new Map([[amount.currency, amount.minor]]), rates.base, rates) : null,
    limitCurrency: customer.creditCurrency,
    limitMinor: customer.creditLimit,
    exposure: position.exposure,
    excess: position.excess,
    overdueDays: position.overdueDays,
    reason: input.reason,
    expiresOn: input.expiresOn,
    requestedBy: ctx.viewer.userId,
    createdAt: ctx.now,
    revision: 1,
  })
  const approvalId = derivedId(input.id, 'approval')
  await submitForApproval({ id: approvalId, kind: 'credit-override', documentId: input.id, revision: 1, note: input.reason }, ctx)
  return { id: input.id, approvalId, revision: 1 }
}
