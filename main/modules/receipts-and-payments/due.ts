// Money on Today: approved requests that are not paid in full, and money that came and nobody has claimed.
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
  {
    rule: 'receipt-unclaimed',
    order: 15,
    route: 'receipt',
    // Who may claim it sees it, whoever's it turns out to be (T6).
    permission: 'receipt.claim',
    owned: null,
    settings: asked({
      ...{ first: 2, firstUnit: 'working', every: 2, everyUnit: 'working', atMost: null, escalateAfter: 5 },
      whom: ['role:salesperson', 'role:sales-manager', 'role:accountant', 'role:cashier'],
    }),
    move: 'forward',
    untilGone: true,
    since: true,
    rows: (_, until) => sql`
      select r.id, r.number, r.payerName as party, r.receivedOn as date, r.amount as minor, r.currency, null as owner, null as department, '' as part,
        null as stopOn
      from receipt r where r.status = 'unclaimed' and r.receivedOn <= ${until}`,
  },
]
