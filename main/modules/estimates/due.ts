// Profit estimates on Today: those to prepare and those to submit.
import { sql } from 'kysely'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { isSwitchedOn, approvalStatusOf } from '../../records/approvals/index.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** Deals for which somebody has asked for an estimate, with the company's day of that, as JSON: pairs of id and day. */
const requestedOn = (q: QueryContext): string => {
  const rows = q.sql.prepare('SELECT dealId, min(createdAt) AS at FROM estimate_request WHERE done = 0 GROUP BY dealId').all() as {
    dealId: string
    at: string
  }[]
  return JSON.stringify(rows.map(({ dealId, at }) => [dealId, dayIn(q.company.timeZone, at)]))
}

export const estimatesDue: readonly DueRule[] = [
  {
    // Asked for by who may not prepare one, or missing where the company has them approved: nothing goes on without it.
    rule: 'estimate-to-prepare',
    order: 20,
    route: 'deal',
    permission: 'profit-estimate.create',
    owned: { resource: 'profit-estimate', owner: 'd.ownerId', department: 'd.departmentId' },
    settings: asked({ first: 0, every: 2, everyUnit: 'working', atMost: null, whom: ['owner'], escalateAfter: 3 }),
    move: 'forward',
    untilGone: true,
    since: true,
    rows: (q, until, within) => sql`
      select d.id, d.number, p.name as party, coalesce(r.value ->> 1, d.openedOn) as date, null as minor, null as currency,
        d.ownerId as owner, d.departmentId as department, '' as part, null as stopOn
      from deal d join party p on p.id = d.customerId left join json_each(${requestedOn(q)}) r on r.value ->> 0 = d.id
      where d.id in (select dealId from estimate_request where done = 0 union select id from deal where stage in ('draft', 'contracted', 'purchasing'))
        and ${within} and (r.value is not null
        or (${isSwitchedOn(q.company.switches, 'profit-estimate') ? 1 : 0} = 1 and d.stage in ('draft', 'contracted', 'purchasing')
          and not exists (select 1 from profit_estimate e where e.dealId = d.id and e.status <> 'void')))
      and coalesce(r.value ->> 1, d.openedOn) <= ${until}`,
  },
  {
    rule: 'estimate-to-submit',
    order: 30,
    route: 'profit-estimate',
    permission: 'profit-estimate.submit',
    owned: { resource: 'profit-estimate', owner: 'e.ownerId', department: 'e.departmentId' },
    settings: asked({ first: 0, every: 2, everyUnit: 'working', atMost: null, whom: ['owner'], escalateAfter: 3 }),
    move: 'forward',
    untilGone: true,
    since: true,
    rows: (q, until, within) => sql`
      select e.id, e.number, p.name as party, e.estimatedOn as date, null as minor, null as currency, e.ownerId as owner,
        e.departmentId as department, '' as part, null as stopOn
      from profit_estimate e join deal d on d.id = e.dealId join party p on p.id = d.customerId
      where ${isSwitchedOn(q.company.switches, 'profit-estimate') ? 1 : 0} = 1 and ${within} and e.estimatedOn <= ${until} and e.status <> 'void'
        and d.stage not in ('settled', 'closed', 'cancelled')
        and not exists (select 1 from profit_estimate n where n.dealId = e.dealId and n.version > e.version and n.status <> 'void')
        and ${approvalStatusOf('profit-estimate', 'e.id', 'e.revision')} not in ('approved', 'pending')`,
  },
]
