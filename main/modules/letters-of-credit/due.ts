// Letters of credit on Today: missing ones, and their days of shipment, presentation and expiry.
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
      where c.status = 'signed' and c.latestShipment <= ${until} and ${within}
        and exists (select 1 from json_each(c.paymentTerm) where value ->> '$.event' = 'letter-of-credit')
        and exists (select 1 from sales_line l where l.contractId = c.id and l.shipped < l.quantity)
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
]
