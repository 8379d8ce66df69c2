// Quotations on Today: offers whose validity ends, and those that nobody has answered.
import { sql } from 'kysely'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** An offer that ended longer ago is not waited for any more. */
const ANSWERED_LATE_DAYS = 30

export const quotationsDue: readonly DueRule[] = [
  {
    rule: 'quotation-expiring',
    order: 60,
    route: 'quotation',
    permission: 'quotation.view',
    owned: { resource: 'quotation', owner: 'o.ownerId', department: 'o.departmentId' },
    settings: asked({ first: -3, whom: ['owner'] }),
    move: 'back',
    rows: (_, until, within) => sql`
      select o.id, o.number, p.name as party, o.validUntil as date, o.total as minor, o.currency, o.ownerId as owner,
        o.departmentId as department, '' as part, null as stopOn
      from quotation o join party p on p.id = o.customerId
      where o.status = 'sent' and o.validUntil <= ${until} and ${within}`,
  },
  {
    rule: 'quotation-unanswered',
    order: 62,
    route: 'quotation',
    permission: 'quotation.view',
    owned: { resource: 'quotation', owner: 'o.ownerId', department: 'o.departmentId' },
    settings: asked({ first: 5, every: 7, atMost: 3, whom: ['owner'] }),
    move: 'forward',
    since: true,
    rows: (q, until, within) => sql`
      select o.id, o.number, p.name as party, o.sentOn as date, o.total as minor, o.currency, o.ownerId as owner,
        o.departmentId as department, '' as part, null as stopOn
      from quotation o join party p on p.id = o.customerId
      where o.status = 'sent' and o.validUntil >= ${addDays(q.today, -ANSWERED_LATE_DAYS)} and o.sentOn <= ${until} and ${within}`,
  },
]
