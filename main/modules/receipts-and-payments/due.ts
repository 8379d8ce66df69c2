// Payments on Today: approved requests that are not paid in full.
import { sql } from 'kysely'
import { isSwitchedOn, approvalStatusOf } from '../../records/approvals/index.ts'
import { asked, type DueRule } from '../../records/due.ts'

export const paymentsDue: readonly DueRule[] = [
  {
    rule: 'request-to-pay',
    order: 10,
    route: 'payment-request',
    permission: 'payment.create',
    owned: { resource: 'payment-request', owner: 'r.ownerId', department: 'r.departmentId' },
    settings: asked({ first: -2, every: 1, everyUnit: 'working', atMost: null, whom: ['role:cashier'], escalateAfter: 2 }),
    move: 'back',
    untilGone: true,
    rows: (q, until, within) => sql`
      select r.id, r.number, p.name as party, r.payBy as date, r.amount as minor, r.currency, r.ownerId as owner,
        r.departmentId as department, '' as part, null as stopOn
      from payment_request r join party p on p.id = r.partyId
      where r.status = 'open' and r.payBy <= ${until} and ${within}
        and (select coalesce(sum(y.amount), 0) from payment y where y.requestId = r.id and y.status = 'posted') < r.amount
        and ${isSwitchedOn(q.company.switches, 'payment-request') ? sql`${approvalStatusOf('payment-request', 'r.id', 'r.revision')} = 'approved'` : sql`1`}`,
  },
]
