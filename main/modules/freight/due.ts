// Freight inquiries on Today: quotes that are late.
import { sql } from 'kysely'
import type { DueRule } from '../../records/due.ts'

export const freightDue: readonly DueRule[] = [
  {
    rule: 'freight-quotes-late',
    order: 170,
    route: 'freight-inquiry',
    permission: 'freight-inquiry.view',
    owned: { resource: 'freight-inquiry', owner: 'i.ownerId', department: 'i.departmentId' },
    ahead: 0,
    rows: (_, until, mine) => sql`
      select i.id, i.number, i.portOfLoading || ' → ' || i.portOfDischarge as party, i.neededBy as date, null as minor, null as currency
      from freight_inquiry i where i.status in ('draft', 'asking') and i.neededBy <= ${until} and ${mine}`,
  },
]
