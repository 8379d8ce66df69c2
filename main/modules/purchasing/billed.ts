// What a factory has billed of a purchase line: told by treasury when a bill is posted or reversed.
import type { CommandContext } from '../../commands/define-command.ts'
import { trueUpCost, type CostDocument } from './cost.ts'

/** quantity: scaled; netBase, vatBase: minor units of the base currency. All negative when the bill is reversed. */
export type BilledLine = { purchaseLineId: string; quantity: number; netBase: number; vatBase: number }

/**
 * Adds billed quantity and amounts to the stock cards and trues up the cost of what has left (P6, P7, P21).
 * The bill's own journal (Dr 1405, Dr 222101, Cr 2202) is treasury's. Refuses `period-closed`.
 */
export const recordBilled = (ctx: CommandContext, lines: readonly BilledLine[], document: CostDocument): Promise<void> => {
  for (const { purchaseLineId, quantity, netBase, vatBase } of lines) {
    const line = ctx.tx.row('purchase_line', purchaseLineId)
    if (!line) throw new Error(`no purchase line ${purchaseLineId}`)
    ctx.tx.patch('purchase_line', purchaseLineId, {
      billed: line.billed + quantity,
      billedNetBase: line.billedNetBase + netBase,
      billedVatBase: line.billedVatBase + vatBase,
    })
  }
  return trueUpCost(
    ctx,
    lines.map((l) => l.purchaseLineId),
    document,
  )
}
