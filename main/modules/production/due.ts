// Production follow-up on Today: milestones, promised deliveries, and latest shipments of what was sold. Here it is known who follows a contract.
import { sql } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import { toShip } from '../purchasing/index.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** Who follows the goods of a sales contract: the merchandiser of the first of its purchases that has one. */
const merchandiserOfSale = sql`(select f.merchandiserId from purchase_line b join sales_line l on l.id = b.salesLineId
  join production f on f.id = b.contractId where l.contractId = c.id and f.merchandiserId is not null order by b.id limit 1)`

export const productionDue: readonly DueRule[] = [
  {
    rule: 'latest-shipment',
    order: 70,
    route: 'sales-contract',
    permission: 'sales-contract.view',
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    persons: ['merchandiser'],
    settings: asked({ first: -14, again: [-7, -3], whom: ['owner', 'merchandiser'], escalateAfter: 0 }),
    move: 'back',
    rows: (_, until, within) => sql`
      select c.id, c.number, p.name as party, c.latestShipment as date, c.total as minor, c.currency, c.ownerId as owner, c.departmentId as department,
        '' as part, null as stopOn, ${merchandiserOfSale} as merchandiser
      from sales_contract c join party p on p.id = c.customerId
      where c.status = 'signed' and c.latestShipment <= ${until} and ${within}
        and exists (select 1 from sales_line l where l.contractId = c.id and l.shipped < l.quantity)`,
  },
  {
    rule: 'delivery-near',
    order: 120,
    route: 'purchase-contract',
    permission: 'purchase-contract.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    persons: ['merchandiser'],
    settings: asked({ first: -7, whom: ['owner', 'merchandiser'] }),
    move: 'back',
    rows: (_, until, within) => sql`
      select c.id, c.number, p.name as party, c.deliveryDate as date, null as minor, c.currency, c.ownerId as owner, c.departmentId as department,
        '' as part, null as stopOn, (select f.merchandiserId from production f where f.id = c.id) as merchandiser
      from purchase_contract c join party p on p.id = c.supplierId
      where c.status = 'signed' and c.deliveryDate <= ${until} and ${within}
        and exists (select 1 from purchase_line l where l.contractId = c.id and l.billed < l.quantity and ${toShip})`,
  },
  {
    rule: 'milestone',
    order: 130,
    route: 'purchase-contract',
    permission: 'milestone.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    // A milestone waits for its purchaser, for a named person, or for the contract's merchandiser: nobody named means everybody in that role.
    persons: ['responsible'],
    settings: asked({ first: -2, whom: ['responsible'] }),
    move: 'back',
    rows: (q, until, within) => sql`
      select c.id, c.number, p.name || ' · ' || ${nameIn(q.viewer.language, 'milestone', 'm')} as party,
        coalesce(m.revisedOn, m.plannedOn) as date, null as minor, c.currency, c.ownerId as owner, c.departmentId as department, m.id as part,
        null as stopOn, case m.responsible when 'user' then m.userId when 'purchaser' then c.ownerId else f.merchandiserId end as responsible
      from milestone m join production f on f.id = m.contractId join purchase_contract c on c.id = m.contractId join party p on p.id = c.supplierId
      where m.state in ('open', 'failed') and c.status = 'signed' and coalesce(m.revisedOn, m.plannedOn) <= ${until} and ${within}
        and exists (select 1 from purchase_line l where l.contractId = c.id and ${toShip})`,
  },
]
