// Tax refunds on Today: what the tax bureau has to pay.
import { sql } from 'kysely'
import { asked, type DueRule } from '../../records/due.ts'

export const taxRefundsDue: readonly DueRule[] = [
  {
    rule: 'refund-overdue',
    order: 140,
    route: 'shipment',
    permission: 'payable.view',
    // The refund is the company's; which shipment and customer it is about is told to who may see the shipment.
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: 1, every: 30, atMost: null, whom: ['role:accountant'] }),
    move: 'forward',
    untilGone: true,
    rows: (_, until, within) => sql`
      select s.id, s.number, p.name as party, i.dueDate as date, sum(i.openForeign) as minor, i.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, null as stopOn
      from open_item i join ledger_key k on k.key = i.shipment join shipment s on s.id = k.id join party p on p.id = s.customerId
      where i.account = '1221' and i.openForeign > 0 and i.dueDate <= ${until} and ${within} group by s.id, i.dueDate`,
  },
]
