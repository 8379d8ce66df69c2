// Sales contracts on Today: goods that have to leave by the latest day of shipment.
import { sql } from 'kysely'
import type { DueRule } from '../../records/due.ts'

export const contractsDue: readonly DueRule[] = [
  {
    rule: 'latest-shipment',
    order: 70,
    route: 'sales-contract',
    permission: 'sales-contract.view',
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: 14,
    rows: (_, until, mine) => sql`
      select c.id, c.number, p.name as party, c.latestShipment as date, c.total as minor, c.currency from sales_contract c join party p on p.id = c.customerId
      where c.status = 'signed' and c.latestShipment <= ${until} and ${mine}
        and exists (select 1 from sales_line l where l.contractId = c.id and l.shipped < l.quantity)`,
  },
]
