// Freight on Today: shipments that need an inquiry, quotes that are late, and chosen ones that run out.
import { sql } from 'kysely'
import type { QueryContext } from '../../queries/define-query.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** Forwarders of inquiry `i` whose last offer still holds. */
const quotesThatCount = (today: string) => sql`(select count(*) from freight_forwarder f where f.inquiryId = i.id and f.state = 'quoted'
  and (select k.complete = 1 and k.validTo >= ${today} from freight_quote k where k.inquiryId = i.id and k.forwarderId = f.forwarderId
    order by k.round desc limit 1))`
/** As many as the company needs before it may choose; where it needs none, those of all who were asked and have not declined. */
const quotesWanted = ({ company: { switches } }: QueryContext) =>
  switches.freightInquiryRequired
    ? sql`${switches.freightQuotesNeeded}`
    : sql`max(1, (select count(*) from freight_forwarder f where f.inquiryId = i.id and f.state <> 'declined'))`

export const freightDue: readonly DueRule[] = [
  {
    rule: 'freight-quotes-late',
    order: 170,
    route: 'freight-inquiry',
    permission: 'freight-inquiry.view',
    owned: { resource: 'freight-inquiry', owner: 'i.ownerId', department: 'i.departmentId' },
    settings: asked({ first: 0, every: 1, everyUnit: 'working', atMost: null, whom: ['role:shipping-clerk'], escalateAfter: 2 }),
    move: 'back',
    untilGone: true,
    rows: (q, until, within) => sql`
      select i.id, i.number, i.portOfLoading || ' → ' || i.portOfDischarge as party, i.neededBy as date, null as minor, null as currency,
        i.ownerId as owner, i.departmentId as department, '' as part, null as stopOn
      from freight_inquiry i where i.status in ('draft', 'asking') and i.neededBy <= ${until} and ${within} and ${quotesThatCount(q.today)} < ${quotesWanted(q)}`,
  },
  {
    rule: 'freight-quote-expiring',
    order: 180,
    route: 'freight-inquiry',
    permission: 'freight-inquiry.view',
    owned: { resource: 'freight-inquiry', owner: 'i.ownerId', department: 'i.departmentId' },
    settings: asked({ first: -3, whom: ['role:shipping-clerk'], escalateAfter: 1 }),
    move: 'back',
    // Only until its shipment is booked: the price holds for what was booked in time.
    rows: (q, until, within) => sql`
      select i.id, i.number, p.name as party, k.validTo as date, i.chosenBase as minor, ${q.company.baseCurrency} as currency, i.ownerId as owner,
        i.departmentId as department, '' as part, null as stopOn
      from freight_inquiry i join freight_quote k on k.id = i.chosenQuoteId join party p on p.id = k.forwarderId
        left join shipment s on s.id = i.shipmentId
      where i.status = 'chosen' and k.validTo <= ${until} and coalesce(s.status, 'planned') = 'planned' and ${within}`,
  },
  {
    rule: 'freight-wanted',
    order: 168,
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: -14, every: 3, atMost: null, whom: ['role:shipping-clerk', 'owner'], escalateAfter: 3 }),
    move: 'back',
    untilGone: true,
    // Only where nothing is booked without an inquiry.
    rows: (q, until, within) => sql`
      select s.id, s.number, p.name as party, s.etd as date, s.total as minor, s.currency, s.ownerId as owner, s.departmentId as department,
        '' as part, null as stopOn
      from shipment s join party p on p.id = s.customerId
      where ${q.company.switches.freightInquiryRequired ? 1 : 0} = 1 and s.status = 'planned' and s.etd <= ${until} and ${within}
        and not exists (select 1 from freight_inquiry i where i.shipmentId = s.id and i.status <> 'void')`,
  },
]
