// How much of a sales line is bought: kept here, told by purchasing when a purchase contract is signed or voided.
import type { CommandContext } from '../../commands/define-command.ts'

/** Raises (or with a negative number lowers) the bought quantity of a sales line. `by` is a scaled quantity. */
export const changePurchased = (ctx: CommandContext, salesLineId: string, by: number): void => {
  const line = ctx.tx.row('sales_line', salesLineId)
  if (!line) throw new Error(`no sales line ${salesLineId}`)
  ctx.tx.patch('sales_line', salesLineId, { purchased: line.purchased + by })
}
