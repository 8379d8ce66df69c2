// Letters of credit on Today: missing ones, and their days of shipment, presentation and expiry.
import { sql, type RawBuilder } from 'kysely'
import { AHEAD } from './rules.ts'
import { drawnOf, presentByOf, toShipOf } from './states.ts'
import type { DueRule } from '../../records/due.ts'

/** Credits that are accepted and not used up, as rows of a rule; `date` is one of their own days. */
const letterRows = (date: RawBuilder<unknown>, more: RawBuilder<unknown>, until: string, mine: RawBuilder<boolean>) => sql`
  select c.id, c.number, p.name as party, ${date} as date, c.amount as minor, c.currency from letter_of_credit c join party p on p.id = c.customerId
  where c.status = 'accepted' and ${drawnOf} < c.amount and ${date} <= ${until} and ${mine} and ${more}`
const letterOwned = { resource: 'letter-of-credit', owner: 'c.ownerId', department: 'c.departmentId' } as const

export const lettersDue: readonly DueRule[] = [
  {
    rule: 'letter-missing',
    order: 80,
    route: 'sales-contract',
    permission: 'letter-of-credit.view',
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: AHEAD.missing,
    rows: (_, until, mine) => sql`
      select c.id, c.number, p.name as party, c.latestShipment as date, c.total as minor, c.currency from sales_contract c join party p on p.id = c.customerId
      where c.status = 'signed' and c.latestShipment <= ${until} and ${mine}
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
    ahead: AHEAD.shipment,
    rows: (q, until, mine) => letterRows(sql`c.latestShipment`, sql`c.expiresOn >= ${q.today} and ${toShipOf}`, until, mine),
  },
  {
    rule: 'letter-presentation',
    order: 100,
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    ahead: AHEAD.presentation,
    rows: (_, until, mine) => letterRows(presentByOf, sql`1`, until, mine),
  },
  {
    rule: 'letter-expiry',
    order: 110,
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    ahead: AHEAD.expiry,
    rows: (_, until, mine) => letterRows(sql`c.expiresOn`, sql`(${toShipOf} or ${presentByOf} is not null)`, until, mine),
  },
]
