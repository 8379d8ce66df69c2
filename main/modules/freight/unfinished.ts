// What goes along when a customer is handed over: open freight inquiries for shipments or contracts of the customer.
import type { Unfinished } from '../../records/hand-over.ts'
import { carryApprovals } from '../../records/approvals/index.ts'

export const inquiriesOfCustomer: readonly Unfinished[] = [
  {
    table: 'freight_inquiry',
    of: async ({ db }, customerId) => {
      const rows = await db
        .selectFrom('freight_inquiry as i')
        .select('i.id')
        .where('i.status', 'in', ['draft', 'asking', 'chosen'])
        .where((e) =>
          e.or([
            e.exists(
              e.selectFrom('shipment as s').select('s.id').whereRef('s.id', '=', 'i.shipmentId').where('s.customerId', '=', customerId),
            ),
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
        .orderBy('i.id')
        .execute()
      return rows.map((r) => r.id)
    },
    moved: (ctx, id, revision) => carryApprovals(ctx, 'freight-inquiry', id, revision),
  },
]
