// Handing a customer over (移交): the customer and all of it that is not finished go to another salesperson in one step.
import { handOverItems } from '../../../db/ledger/hand-over.ts'
import { FINISHED_STAGES } from '../../../preload/contract/modules/contracts/calls.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { reownRecord } from '../../commands/search-index.ts'
import { carryApprovals } from '../approvals/index.ts'
import type { RecordOwner } from '../people/index.ts'

type Moved = 'quotation' | 'deal' | 'sales_contract' | 'profit_estimate' | 'shipment' | 'letter_of_credit' | 'receipt' | 'freight_inquiry'
/** Documents that may be approved, and stay so when they go to a colleague. */
const approved = { sales_contract: 'sales-contract', profit_estimate: 'profit-estimate', freight_inquiry: 'freight-inquiry' } as const

/** The ids of the customer's records that somebody still has work with. */
const unfinished = async ({ db }: CommandContext, customerId: string): Promise<[Moved, string[]][]> => {
  const ids = (rows: { id: string }[]) => rows.map((r) => r.id).toSorted()
  const deals = await db
    .selectFrom('deal')
    .select('id')
    .where('customerId', '=', customerId)
    .where('stage', 'not in', [...FINISHED_STAGES])
    .execute()
  const quotations = await db
    .selectFrom('quotation')
    .select('id')
    .where('customerId', '=', customerId)
    .where('status', 'in', ['draft', 'sent'])
    .execute()
  const contracts = await db
    .selectFrom('sales_contract as c')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .select('c.id')
    .where('c.customerId', '=', customerId)
    .where('c.status', '<>', 'void')
    .where('d.stage', 'not in', [...FINISHED_STAGES])
    .execute()
  const estimates = await db
    .selectFrom('profit_estimate as e')
    .innerJoin('deal as d', 'd.id', 'e.dealId')
    .select('e.id')
    .where('d.customerId', '=', customerId)
    .where('d.stage', 'not in', [...FINISHED_STAGES])
    .execute()
  const shipments = await db
    .selectFrom('shipment as s')
    .select('s.id')
    .where('s.customerId', '=', customerId)
    .where('s.status', '<>', 'void')
    .where((e) =>
      e.or([
        e('s.status', '<>', 'done'),
        // Done, but its money is not all in.
        e.exists(
          e
            .selectFrom('open_item as i')
            .select('i.id')
            .whereRef('i.documentId', '=', 's.id')
            .where((o) => o.or([o('i.openForeign', '<>', 0), o('i.openBase', '<>', 0)])),
        ),
      ]),
    )
    .execute()
  const letters = await db
    .selectFrom('letter_of_credit')
    .select('id')
    .where('customerId', '=', customerId)
    .where('status', 'in', ['draft', 'accepted'])
    .execute()
  const receipts = await db
    .selectFrom('receipt as r')
    .innerJoin('open_item as i', 'i.ref', 'r.item')
    .select('r.id')
    .where('r.customerId', '=', customerId)
    .where('i.openForeign', '<>', 0)
    .execute()
  const inquiries = await db
    .selectFrom('freight_inquiry as i')
    .select('i.id')
    .where('i.status', 'in', ['draft', 'asking', 'chosen'])
    .where((e) =>
      e.or([
        e.exists(e.selectFrom('shipment as s').select('s.id').whereRef('s.id', '=', 'i.shipmentId').where('s.customerId', '=', customerId)),
        e.exists(
          e
            .selectFrom('freight_contract as x')
            .innerJoin('sales_contract as c', 'c.id', 'x.contractId')
            .select('x.id')
            .whereRef('x.inquiryId', '=', 'i.id')
            .where('c.customerId', '=', customerId),
        ),
      ]),
    )
    .execute()
  return [
    ['quotation', ids(quotations)],
    ['deal', ids(deals)],
    ['sales_contract', ids(contracts)],
    ['profit_estimate', ids(estimates)],
    ['shipment', ids(shipments)],
    ['letter_of_credit', ids(letters)],
    ['receipt', ids(receipts)],
    ['freight_inquiry', ids(inquiries)],
  ]
}

/** Over-limit approvals asked for a shipment go to its new owner, and stay good: nothing of what was asked has changed (credit R10). */
const carryOverrides = async (ctx: CommandContext, shipmentId: string, { from, to }: { from: number; to: number }): Promise<void> => {
  const overrides = await ctx.db
    .selectFrom('credit_override')
    .select(['id', 'revision', 'shipmentRevision'])
    .where('shipmentId', '=', shipmentId)
    .orderBy('id')
    .execute()
  for (const o of overrides) {
    if (o.shipmentRevision === from) ctx.tx.patch('credit_override', o.id, { shipmentRevision: to })
    await carryApprovals(ctx, 'credit-override', o.id, { from: o.revision, to: o.revision })
  }
}

/** Gives the customer, its unfinished documents and its open items to `owner`. The customer's own revision is for the caller to count. */
export const handOver = async (ctx: CommandContext, customerId: string, owner: RecordOwner): Promise<void> => {
  ctx.tx.patch('party', customerId, owner)
  reownRecord(ctx, customerId, owner)
  for (const [table, ids] of await unfinished(ctx, customerId))
    for (const id of ids) {
      if (table === 'receipt') ctx.tx.patch('receipt', id, owner)
      else {
        const from = ctx.tx.row(table, id)!.revision
        ctx.tx.patch(table, id, { ...owner, revision: from + 1 })
        if (table === 'sales_contract' || table === 'profit_estimate' || table === 'freight_inquiry')
          await carryApprovals(ctx, approved[table], id, { from, to: from + 1 })
        if (table === 'shipment') await carryOverrides(ctx, id, { from, to: from + 1 })
      }
      reownRecord(ctx, id, owner)
    }
  handOverItems(ctx.tx, customerId, owner)
}
