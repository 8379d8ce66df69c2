// Shipments on Today: departures and arrivals.
import { sql } from 'kysely'
import { asked, type DueRule } from '../../records/due.ts'

export const shipmentsDue: readonly DueRule[] = [
  {
    rule: 'departure-near',
    order: 150,
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: -7, again: [-2], whom: ['role:shipping-clerk', 'owner'] }),
    move: 'back',
    rows: (_, until, within) => sql`
      select s.id, s.number, p.name as party, s.etd as date, s.total as minor, s.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, null as stopOn
      from shipment s join party p on p.id = s.customerId
      where s.status in ('planned', 'booked') and s.etd <= ${until} and ${within}`,
  },
  {
    rule: 'eta-near',
    order: 160,
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: -3, whom: ['owner', 'role:shipping-clerk'] }),
    move: 'back',
    rows: (_, until, within) => sql`
      select s.id, s.number, p.name as party, s.eta as date, s.total as minor, s.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, null as stopOn
      from shipment s join party p on p.id = s.customerId
      where s.status in ('dispatched', 'on-board') and s.eta <= ${until} and ${within}`,
  },
]
