// Purchase contracts on Today: goods that have to be delivered.
import { sql } from 'kysely'
import type { DueRule } from '../../records/due.ts'

/** Of a purchase line `l`: goods that have not left, in the unit they are sold in, by more than the conversion rounds (purchasing P22). */
export const toShip = sql`2 * (l.quantity * l.unitsSold - l.shipped * l.unitsBought) > l.unitsBought`

export const purchasingDue: readonly DueRule[] = [
  {
    rule: 'delivery',
    order: 120,
    route: 'purchase-contract',
    permission: 'purchase-contract.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: 7,
    rows: (_, until, mine) => sql`
      select c.id, c.number, p.name as party, c.deliveryDate as date, null as minor, c.currency from purchase_contract c join party p on p.id = c.supplierId
      where c.status = 'signed' and c.deliveryDate <= ${until} and ${mine}
        and exists (select 1 from purchase_line l where l.contractId = c.id and l.billed < l.quantity and ${toShip})`,
  },
]
