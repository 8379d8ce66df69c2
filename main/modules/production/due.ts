// Production follow-up on Today: milestones and promised deliveries, near and late, and latest shipments of what was sold. Here it is known who follows a contract.
import { sql, type RawBuilder } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { toShip } from '../purchasing/index.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** Who follows the goods of a sales contract: the merchandiser of the first of its purchases that has one. */
const merchandiserOfSale = sql`(select f.merchandiserId from purchase_line b join sales_line l on l.id = b.salesLineId
  join production f on f.id = b.contractId where l.contractId = c.id and f.merchandiserId is not null order by b.id limit 1)`

const ofPurchase = {
  route: 'purchase-contract',
  owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
} as const

/** All that is to be packed of a purchase contract `c` is: its goods are ready. */
const ready = sql`(exists (select 1 from milestone k where k.contractId = c.id and k.kind = 'packing')
  and not exists (select 1 from milestone k where k.contractId = c.id and k.kind = 'packing' and k.state not in ('done', 'skipped')))`

/** Goods that a factory has promised for a day and that are neither ready nor billed nor gone. */
const deliveryRows = (_: QueryContext, until: string, within: RawBuilder<boolean>) => sql`
      select c.id, c.number, p.name as party, c.deliveryDate as date, null as minor, c.currency, c.ownerId as owner, c.departmentId as department,
        '' as part, null as stopOn, (select f.merchandiserId from production f where f.id = c.id) as merchandiser
      from purchase_contract c join party p on p.id = c.supplierId
      where c.id in (select contractId from purchase_line where billed < quantity) and c.status = 'signed' and c.deliveryDate <= ${until} and ${within}
        and not ${ready} and exists (select 1 from purchase_line l where l.contractId = c.id and l.billed < l.quantity and ${toShip})`

/** Milestones that are open, while goods of their contract are still to leave. */
const milestoneRows = (q: QueryContext, until: string, within: RawBuilder<boolean>) => sql`
      select c.id, c.number, p.name || ' · ' || ${nameIn(q.viewer.language, 'milestone', 'm')} as party,
        coalesce(m.revisedOn, m.plannedOn) as date, null as minor, c.currency, c.ownerId as owner, c.departmentId as department, m.id as part,
        null as stopOn, case m.responsible when 'user' then m.userId when 'purchaser' then c.ownerId else f.merchandiserId end as responsible
      from milestone m join production f on f.id = m.contractId join purchase_contract c on c.id = m.contractId join party p on p.id = c.supplierId
      where m.state in ('open', 'failed') and c.status = 'signed' and coalesce(m.revisedOn, m.plannedOn) <= ${until} and ${within}
        and exists (select 1 from purchase_line l where l.contractId = c.id and ${toShip})`

/** A milestone waits for its purchaser, for a named person, or for the contract's merchandiser: nobody named means everybody in that role. */
const ofMilestones = { ...ofPurchase, permission: 'milestone.view', persons: ['responsible'], rows: milestoneRows } as const
const ofDeliveries = { ...ofPurchase, permission: 'purchase-contract.view', persons: ['merchandiser'], rows: deliveryRows } as const

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
      where c.id in (select contractId from sales_line where shipped < quantity) and c.status = 'signed' and c.latestShipment <= ${until} and ${within}`,
  },
  {
    rule: 'delivery-near',
    order: 120,
    ...ofDeliveries,
    settings: asked({ first: -7, whom: ['owner', 'merchandiser'] }),
    move: 'back',
    yieldsTo: 'factory-late',
  },
  {
    rule: 'factory-late',
    order: 122,
    ...ofDeliveries,
    settings: asked({ first: 1, every: 3, atMost: null, whom: ['owner', 'merchandiser'], escalateAfter: 3 }),
    move: 'forward',
    untilGone: true,
  },
  {
    rule: 'milestone',
    order: 130,
    ...ofMilestones,
    settings: asked({ first: -2, whom: ['responsible'] }),
    move: 'back',
    yieldsTo: 'milestone-late',
  },
  {
    rule: 'milestone-late',
    order: 132,
    ...ofMilestones,
    settings: asked({ first: 1, every: 3, atMost: null, whom: ['responsible'], escalateAfter: 3 }),
    move: 'forward',
    untilGone: true,
  },
]
