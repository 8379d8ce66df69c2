// Shipments on Today: departures and arrivals.
import { sql } from 'kysely'
import type { DueRule } from '../../records/due.ts'

export const shipmentsDue: readonly DueRule[] = [
  {
    rule: 'departure',
    order: 150,
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    ahead: 7,
    rows: (_, until, mine) => sql`
      select s.id, s.number, p.name as party, s.etd as date, s.total as minor, s.currency from shipment s join party p on p.id = s.customerId
      where s.status in ('planned', 'booked') and s.etd <= ${until} and ${mine}`,
  },
  {
    rule: 'arrival',
    order: 160,
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    ahead: 3,
    rows: (_, until, mine) => sql`
      select s.id, s.number, p.name as party, s.eta as date, s.total as minor, s.currency from shipment s join party p on p.id = s.customerId
      where s.status in ('dispatched', 'on-board') and s.eta <= ${until} and ${mine}`,
  },
]
