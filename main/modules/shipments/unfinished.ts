// What goes along when a customer is handed over: shipments that are not done or not paid.
import type { Unfinished } from '../../records/hand-over.ts'
import { callFollowers } from './followers.ts'

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
    moved: (ctx, id, revision) => callFollowers(ctx, 'afterGiven', { id, ...revision }),
  },
]
