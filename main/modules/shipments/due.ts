// Shipments on Today: cut-offs of a booking, departures, what nobody has recorded of a voyage, vessels to follow, arrivals; and goods that left and that no
// factory has billed yet.
import { sql, type RawBuilder } from 'kysely'
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { asked, type DueRule } from '../../records/due.ts'

const CLERK = 'role:shipping-clerk'
const ofShipments = {
  route: 'shipment',
  permission: 'shipment.view',
  owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
} as const
/** Asks again and again while nobody has recorded what is to be recorded. */
const untilRecorded = { move: 'forward', untilGone: true } as const

type Rows = {
  /** The day from which it is counted. */
  date: RawBuilder<unknown>
  /** The statuses of the shipments that are meant. */
  statuses: readonly string[]
  where?: RawBuilder<unknown>
  /** Further columns. */
  more?: RawBuilder<unknown>
  stopOn?: RawBuilder<unknown>
}
const shipmentRows =
  ({ date, statuses, where = sql`1`, more = sql``, stopOn = sql`null` }: Rows): DueRule['rows'] =>
  (_, until, within) =>
    sql`
      select s.id, s.number, p.name as party, ${date} as date, s.total as minor, s.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, ${stopOn} as stopOn${more}
      from shipment s join party p on p.id = s.customerId
      where s.status in (${sql.join(statuses.map((status) => sql.lit(status)))}) and ${date} <= ${until} and ${within} and ${where}`

const TO_LEAVE = ['planned', 'booked']
const ON_THE_WAY = ['dispatched', 'on-board']

/** Who follows goods of the shipment: the merchandiser of the first of their purchases that has one. */
const merchandiser = sql`, (select f.merchandiserId from shipment_line l join purchase_line b on b.salesLineId = l.salesLineId
        join production f on f.id = b.contractId where l.shipmentId = s.id and f.merchandiserId is not null order by b.id limit 1) as merchandiser`

/** The cut-offs of a booking, each by the field that has it: documents, weights, containers, customs. */
const CUT_OFFS = ['siCutoff', 'vgmCutoff', 'cyCutoff', 'customsCutoff'] as const
const cutOffRows = ({ today, viewer: { language } }: QueryContext, until: string, within: RawBuilder<boolean>) =>
  sql.join(
    CUT_OFFS.map((field) => {
      const at = sql.ref(`s.${field}`)
      return sql`
      select s.id, s.number, p.name || ' · ' || ${nameOf(`field.${field}`, language)} || ' ' || ${at} as party, substr(${at}, 1, 10) as date,
        null as minor, null as currency, s.ownerId as owner, s.departmentId as department, ${sql.lit(field)} as part, null as stopOn
      from shipment s join party p on p.id = s.customerId
      where s.status = 'booked' and ${at} <> '' and substr(${at}, 1, 10) between ${today} and ${until} and ${within}`
    }),
    sql` union all `,
  )

export const shipmentsDue: readonly DueRule[] = [
  {
    rule: 'cut-off-near',
    order: 145,
    ...ofShipments,
    settings: asked({ first: -2, again: [0], whom: [CLERK], escalateAfter: 0 }),
    move: 'back',
    // One that has passed can be met no more.
    rows: cutOffRows,
  },
  {
    rule: 'departure-near',
    order: 150,
    ...ofShipments,
    settings: asked({ first: -7, again: [-2], whom: [CLERK, 'owner'] }),
    move: 'back',
    rows: shipmentRows({ date: sql`s.etd`, statuses: TO_LEAVE }),
  },
  {
    rule: 'sailing-unrecorded',
    order: 152,
    ...ofShipments,
    settings: asked({ first: 2, every: 2, atMost: null, whom: [CLERK], escalateAfter: 3 }),
    ...untilRecorded,
    rows: shipmentRows({ date: sql`s.etd`, statuses: ['dispatched'] }),
  },
  {
    rule: 'vessel-follow',
    order: 154,
    ...ofShipments,
    persons: ['merchandiser'],
    settings: asked({ first: 7, every: 7, atMost: null, whom: ['merchandiser|owner'] }),
    ...untilRecorded,
    since: true,
    // From three days before its arrival on eta-near asks.
    rows: shipmentRows({
      date: sql`coalesce(s.onBoardOn, s.dispatchedOn)`,
      statuses: ON_THE_WAY,
      stopOn: sql`date(s.eta, '-3 days')`,
      more: merchandiser,
    }),
  },
  {
    rule: 'eta-unknown',
    order: 156,
    ...ofShipments,
    settings: asked({ first: 2, every: 3, atMost: null, whom: [CLERK], escalateAfter: 3 }),
    ...untilRecorded,
    since: true,
    rows: shipmentRows({ date: sql`s.dispatchedOn`, statuses: ON_THE_WAY, where: sql`s.eta is null` }),
  },
  {
    rule: 'eta-near',
    order: 160,
    ...ofShipments,
    settings: asked({ first: -3, whom: ['owner', CLERK] }),
    move: 'back',
    yieldsTo: 'arrival-unrecorded',
    rows: shipmentRows({ date: sql`s.eta`, statuses: ON_THE_WAY }),
  },
  {
    rule: 'arrival-unrecorded',
    order: 162,
    ...ofShipments,
    settings: asked({ first: 1, every: 2, atMost: null, whom: [CLERK], escalateAfter: 5 }),
    ...untilRecorded,
    rows: shipmentRows({ date: sql`s.eta`, statuses: ON_THE_WAY }),
  },
  {
    rule: 'vat-invoice-missing',
    order: 135,
    route: 'purchase-contract',
    permission: 'purchase-contract.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    settings: asked({ first: 30, every: 7, atMost: null, whom: ['owner', 'role:accountant'], escalateAfter: 10 }),
    ...untilRecorded,
    since: true,
    // From the first dispatch on whose goods are not billed: what is billed counts for what left first. Goods that cost nothing need no bill (T31).
    rows: (_, until, within) => sql`
      select c.id, c.number, p.name as party, min(g.dispatchedOn) as date, null as minor, null as currency, c.ownerId as owner,
        c.departmentId as department, '' as part, null as stopOn
      from (select l.contractId, l.billed, l.unitsBought, l.unitsSold, s.dispatchedOn,
          sum(x.quantity) over (partition by l.id order by s.dispatchedOn, s.id, x.id) as gone
        from purchase_line l indexed by purchase_line_to_bill cross join shipment_source x on x.purchaseLineId = l.id join shipment_line y on y.id = x.shipmentLineId
          join shipment s on s.id = y.shipmentId
        where l.billed < l.quantity and l.shipped > 0 and l.amount <> 0 and s.dispatchedOn is not null) g
        cross join purchase_contract c on c.id = g.contractId join party p on p.id = c.supplierId
      where 2 * (g.gone * g.unitsBought - g.billed * g.unitsSold) > g.unitsBought and c.status = 'signed' and ${within}
      group by c.id having date <= ${until}`,
  },
]
