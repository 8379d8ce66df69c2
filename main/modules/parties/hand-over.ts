// Handing a customer over: the customer, all of it that is not finished and its open items go to another salesperson in one step.
import { handOverItems } from '../../../db/ledger/hand-over.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { reownRecord } from '../../records/search.ts'
import { handOverUnfinished } from '../../records/hand-over.ts'
import { notify } from '../../records/tasks/index.ts'
import type { RecordOwner } from '../people/index.ts'

/** Gives the customer, its unfinished records and its open items to `owner`. The customer's own revision is for the caller to count. */
export const handOver = async (ctx: CommandContext, customerId: string, owner: RecordOwner): Promise<void> => {
  ctx.tx.patch('party', customerId, owner)
  reownRecord(ctx, customerId, owner)
  await handOverUnfinished(ctx, 'customer', customerId, owner)
  handOverItems(ctx.tx, customerId, owner)
  notify(ctx, owner.ownerId, { event: 'handed-over', recordKind: 'party', recordId: customerId, text: '' })
}
