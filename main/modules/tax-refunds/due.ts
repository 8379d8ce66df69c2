// Tax refunds on Today: what the tax bureau has to pay.
import { sql } from 'kysely'
import type { DueRule } from '../../records/due.ts'

export const taxRefundsDue: readonly DueRule[] = [
  {
    rule: 'tax-refund',
    order: 140,
    route: 'shipment',
    permission: 'payable.view',
    // The refund is the company's; which shipment and customer it is about is told to who may see the shipment.
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    ahead: 14,
    rows: (_, until, mine) => sql`
      select s.id, s.number, p.name as party, i.dueDate as date, sum(i.openForeign) as minor, i.currency
      from open_item i join ledger_key k on k.key = i.shipment join shipment s on s.id = k.id join party p on p.id = s.customerId
      where i.account = '1221' and i.openForeign > 0 and i.dueDate <= ${until} and ${mine} group by s.id, i.dueDate`,
  },
]
