// Letters of credit on Today: missing ones, amendments to decide, and their days of shipment, presentation and expiry. Here it is known which documents went
// to a bank, so documents of shipments that are to be sent to the customer ask here too.
import { sql, type RawBuilder } from 'kysely'
import { AHEAD } from './rules.ts'
import { drawnOf, presentByOf, toShipOf } from './states.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** Credits that are accepted and not used up, as rows of a rule; `date` is one of their own days. */
const letterRows = (date: RawBuilder<unknown>, more: RawBuilder<unknown>, until: string, within: RawBuilder<boolean>) => sql`
  select c.id, c.number, p.name as party, ${date} as date, c.amount as minor, c.currency, c.ownerId as owner, c.departmentId as department,
    '' as part, null as stopOn
  from letter_of_credit c join party p on p.id = c.customerId
  where c.status = 'accepted' and ${drawnOf} < c.amount and ${date} <= ${until} and ${within} and ${more}`

/** Within so many days a ship is there before its papers, unless they leave with it. */
const SHORT_VOYAGE_DAYS = 7
/** Calendar days of a shipment's voyage, as far as they are known. */
const voyage = sql`julianday(s.eta) - julianday(coalesce(s.onBoardOn, s.dispatchedOn, s.etd))`
/** Shipments whose documents have neither gone to the customer nor to a bank. */
const documentRows =
  (date: RawBuilder<unknown>, which: RawBuilder<unknown>): DueRule['rows'] =>
  (_, until, within) =>
    sql`
  select s.id, s.number, p.name as party, ${date} as date, s.total as minor, s.currency, s.ownerId as owner, s.departmentId as department,
    '' as part, null as stopOn
  from shipment s join party p on p.id = s.customerId
  where s.status in ('dispatched', 'on-board', 'arrived') and ${date} <= ${until} and ${which} and ${within}
    and not exists (select 1 from letter_presentation x where x.shipmentId = s.id and x.status in ('presented', 'accepted', 'paid'))`
const ofDocuments = {
  route: 'shipment',
  permission: 'shipment.view',
  owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
  untilGone: true,
} as const

const letterOwned = { resource: 'letter-of-credit', owner: 'c.ownerId', department: 'c.departmentId' } as const

export const lettersDue: readonly DueRule[] = [
  {
    rule: 'letter-missing',
    order: 80,
    route: 'sales-contract',
    permission: 'letter-of-credit.view',
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    settings: asked({ first: -AHEAD.missing, again: [-20], every: 7, atMost: null, whom: ['owner'], escalateAfter: 5 }),
    move: 'back',
    untilGone: true,
    rows: (_, until, within) => sql`
      select c.id, c.number, p.name as party, c.latestShipment as date, c.total as minor, c.currency, c.ownerId as owner,
        c.departmentId as department, '' as part, null as stopOn
      from sales_contract c join party p on p.id = c.customerId
      where c.id in (select contractId from sales_line where shipped < quantity) and c.status = 'signed' and c.latestShipment <= ${until} and ${within}
        and exists (select 1 from json_each(c.paymentTerm) where value ->> '$.event' = 'letter-of-credit')
        and not exists (select 1 from letter_contract x join letter_of_credit y on y.id = x.letterId where x.contractId = c.id and y.status <> 'cancelled')`,
  },
  {
    rule: 'letter-shipment',
    order: 90,
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    settings: asked({ first: -AHEAD.shipment, again: [-5], whom: ['role:shipping-clerk', 'owner'], escalateAfter: 0 }),
    move: 'back',
    rows: (q, until, within) => letterRows(sql`c.latestShipment`, sql`c.expiresOn >= ${q.today} and ${toShipOf}`, until, within),
  },
  {
    rule: 'letter-presentation',
    order: 100,
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    settings: asked({ first: -AHEAD.presentation, again: [-2], whom: ['role:shipping-clerk'], escalateAfter: 1 }),
    move: 'back',
    rows: (_, until, within) => letterRows(presentByOf, sql`1`, until, within),
  },
  {
    rule: 'letter-expiry',
    order: 110,
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    settings: asked({ first: -AHEAD.expiry, again: [-5], whom: ['role:shipping-clerk', 'owner'], escalateAfter: 0 }),
    move: 'back',
    rows: (_, until, within) => letterRows(sql`c.expiresOn`, sql`(${toShipOf} or ${presentByOf} is not null)`, until, within),
  },
  {
    rule: 'letter-amendment',
    order: 85,
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    settings: asked({
      ...{ first: 2, firstUnit: 'working', every: 2, everyUnit: 'working', atMost: null },
      ...{ whom: ['role:shipping-clerk', 'owner'], escalateAfter: 3 },
    }),
    move: 'forward',
    untilGone: true,
    since: true,
    rows: (_, until, within) => sql`
      select c.id, c.number, p.name as party, a.receivedOn as date, c.amount as minor, c.currency, c.ownerId as owner, c.departmentId as department,
        a.id as part, null as stopOn
      from letter_amendment a join letter_of_credit c on c.id = a.letterId join party p on p.id = c.customerId
      where a.state = 'pending' and a.receivedOn <= ${until} and ${within}`,
  },
  {
    rule: 'documents-not-sent',
    order: 164,
    ...ofDocuments,
    settings: asked({ first: -7, every: 2, atMost: null, whom: ['role:shipping-clerk'], escalateAfter: 2 }),
    move: 'back',
    rows: documentRows(sql`s.eta`, sql`${voyage} > ${sql.lit(SHORT_VOYAGE_DAYS)}`),
  },
  {
    rule: 'documents-not-sent-short',
    order: 166,
    ...ofDocuments,
    settings: asked({ first: 2, every: 2, atMost: null, whom: ['role:shipping-clerk'], escalateAfter: 2 }),
    move: 'forward',
    since: true,
    rows: documentRows(sql`s.onBoardOn`, sql`${voyage} <= ${sql.lit(SHORT_VOYAGE_DAYS)}`),
  },
]
