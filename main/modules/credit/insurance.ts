// Export credit insurance (出口信用保险): what an insurer takes of a customer's debt, between two days. Rule R15.
import { withoutFoldedKeys } from '../../../db/folded-texts.ts'
import type { Selectable } from 'kysely'
import type { CreditInsuranceTable } from '../../../db/schema/tables.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'

const requireCustomer = (ctx: CommandContext, customerId: string): void => {
  const party = ctx.tx.row('party', customerId)
  ctx.requireScope('customer', ctx.orNotFound(party?.kind === 'customer' ? party : undefined, 'customer'))
}

const policyForUpdate = (ctx: CommandContext, input: { id: string; revision: number }): Selectable<CreditInsuranceTable> => {
  const row = ctx.orNotFound(ctx.tx.row('credit_insurance', input.id), 'customer')
  requireCustomer(ctx, row.customerId)
  ctx.requireRevision(row, input.revision)
  return row
}

/** Refuses `date-out-of-order`, and `invalid-input` for more than 100 per cent. */
export const saveInsurance: CommandHandler<'save-credit-insurance'> = (input, ctx) => {
  const { id, revision: seen, percent: typed, ...rest } = input
  requireCustomer(ctx, input.customerId)
  if (input.validTo < input.validFrom) refuse('date-out-of-order', { earlier: input.validFrom, later: input.validTo })
  const percent = toScaled(typed, 'percent')
  if (percent > toScaled('100', 'percent') || percent === 0) refuse('invalid-input', { issues: [{ path: 'percent', rule: 'too-big' }] })
  if (seen === undefined) {
    if (ctx.tx.row('credit_insurance', id)) refuse('already-exists', { field: 'id', value: id })
    ctx.tx.put('credit_insurance', { id, ...rest, percent, createdAt: ctx.now, revision: 1 })
    return { id, revision: 1 }
  }
  const old = policyForUpdate(ctx, { id, revision: seen })
  if (old.customerId !== input.customerId) refuse('not-found', { resource: 'customer' })
  const revision = old.revision + 1
  ctx.tx.patch('credit_insurance', id, { ...rest, percent, revision })
  return { id, revision }
}

/** A policy typed by mistake goes; one that ran out stays, its days say so. */
export const removeInsurance: CommandHandler<'remove-credit-insurance'> = (input, ctx) => {
  ctx.tx.remove('credit_insurance', policyForUpdate(ctx, input).id)
  return {}
}

/** A customer's policies, the newest first. */
export const insurancesOf = async (q: QueryContext, customerId: string) => {
  const rows = await q.db
    .selectFrom('credit_insurance')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('validTo', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ createdAt: _made, ...row }) => ({
    ...withoutFoldedKeys('credit_insurance', row),
    percent: scaledText(row.percent, 'percent'),
    limit: money(row.limitMinor, row.currency),
    inForce: row.validFrom <= q.today && q.today <= row.validTo,
  }))
}
