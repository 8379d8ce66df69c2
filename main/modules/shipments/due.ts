// Shipments on Today: departures, arrivals, and the chosen freight quote that ends before its shipment is booked.
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
  {
    rule: 'freight-quote-expiring',
    order: 180,
    route: 'freight-inquiry',
    permission: 'freight-inquiry.view',
    owned: { resource: 'freight-inquiry', owner: 'i.ownerId', department: 'i.departmentId' },
    ahead: 3,
    // Only until its shipment is booked: the price holds for what was booked in time.
    rows: (q, until, mine) => sql`
      select i.id, i.number, p.name as party, k.validTo as date, i.chosenBase as minor, ${q.company.baseCurrency} as currency
      from freight_inquiry i join freight_quote k on k.id = i.chosenQuoteId join party p on p.id = k.forwarderId
        left join shipment s on s.id = i.shipmentId
      where i.status = 'chosen' and k.validTo <= ${until} and coalesce(s.status, 'planned') = 'planned' and ${mine}`,
  },
]
