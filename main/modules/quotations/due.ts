// Quotations on Today: offers whose validity ends.
import { sql } from 'kysely'
import { asked, type DueRule } from '../../records/due.ts'

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
]
