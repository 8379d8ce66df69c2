// Quotations on Today: offers whose validity ends.
import { sql } from 'kysely'
import type { DueRule } from '../../records/due.ts'

export const quotationsDue: readonly DueRule[] = [
  {
    rule: 'quotation-expiring',
    order: 60,
    route: 'quotation',
    permission: 'quotation.view',
    owned: { resource: 'quotation', owner: 'o.ownerId', department: 'o.departmentId' },
    ahead: 7,
    rows: (_, until, mine) => sql`
      select o.id, o.number, p.name as party, o.validUntil as date, o.total as minor, o.currency from quotation o join party p on p.id = o.customerId
      where o.status = 'sent' and o.validUntil <= ${until} and ${mine}`,
  },
]
