// The gate at dispatch: inside its transaction, before anything is posted. Rules R4, R5, R7, R9 of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import { money, type Money } from '../../../preload/contract/vocabulary/money.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { isGranted } from './overrides.ts'
import { readPosition } from './position.ts'

/**
 * R7. Refuses `credit-limit-exceeded` when the customer would owe more than his limit, or has owed longer than the company allows, and nobody has
 * granted it; `rate-missing` when it cannot be calculated. Does nothing while the company's switch is off.
 */
export const checkDispatchCredit = async (
  ctx: CommandContext,
  shipment: { customerId: string; shipmentId: string; revision: number; amount: Money },
): Promise<void> => {
  const { switches } = ctx.company
  if (!switches.customerCredit) return
  const customer = ctx.orNotFound(ctx.tx.row('party', shipment.customerId), 'customer')
  // Nothing to judge: no currency is asked for its rate.
  if (customer.creditLimit === null && switches.creditOverdueDays === null) return
  const position = await readPosition({ ...ctx, sql: ctx.tx.sql }, customer, { addition: shipment.amount, shipmentId: shipment.shipmentId })
  if (position.state !== 'over-limit' && position.state !== 'overdue') return
  if (await isGranted(ctx, shipment)) return
  const of = (minor: number) => money(minor, customer.creditCurrency)
  const { receivables, addition, advances, contracts, covered, insured } = position.parts
  refuse('credit-limit-exceeded', {
    limit: customer.creditLimit === null ? null : of(customer.creditLimit),
    exposure: of(position.exposure),
    excess: of(position.excess),
    overdueDays: position.state === 'overdue' ? position.overdueDays : null,
    parts: {
      receivables: of(receivables),
      addition: of(addition),
      advances: of(advances),
      contracts: of(contracts),
      covered: of(covered + insured),
    },
  })
}
