// What goes along when a customer is handed over: shipments that are not done or not paid, and freight inquiries for them or for contracts of the customer.
import type { Unfinished } from '../../records/hand-over.ts'
import { carryApprovals } from '../approvals/index.ts'
import { carryOverrides } from '../credit/index.ts'

export const shipmentsOfCustomer: readonly Unfinished[] = [
  {
    table: 'shipment',
    of: async ({ db }, customerId) => {
      const rows = await db
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
        .orderBy('s.id')
        .execute()
      return rows.map((r) => r.id)
    },
    moved: carryOverrides,
  },
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
