// Production follow-up on Today: milestones of goods that have not left.
import { sql, type RawBuilder } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { toShip } from '../purchasing/index.ts'
import type { DueRule } from '../../records/due.ts'

/** A milestone waits for its purchaser, for a named person, or for the contract's merchandiser: nobody named means everybody in that role. */
const responsibleForMilestone = ({ viewer: { userId } }: QueryContext): RawBuilder<boolean> => sql<boolean>`case m.responsible
  when 'user' then m.userId = ${userId} when 'purchaser' then c.ownerId = ${userId}
  else f.merchandiserId = ${userId} or (f.merchandiserId is null and exists (
    select 1 from user_role r join role x on x.id = r.roleId where r.userId = ${userId} and x.code = 'merchandiser')) end`

export const productionDue: readonly DueRule[] = [
  {
    rule: 'milestone',
    order: 130,
    route: 'purchase-contract',
    permission: 'milestone.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: 2,
    own: responsibleForMilestone,
    rows: (q, until, mine) => sql`
      select c.id, c.number, p.name || ' · ' || ${nameIn(q.viewer.language, 'milestone', 'm')} as party,
        coalesce(m.revisedOn, m.plannedOn) as date, null as minor, c.currency
      from milestone m join production f on f.id = m.contractId join purchase_contract c on c.id = m.contractId join party p on p.id = c.supplierId
      where m.state in ('open', 'failed') and c.status = 'signed' and coalesce(m.revisedOn, m.plannedOn) <= ${until} and ${mine}
        and exists (select 1 from purchase_line l where l.contractId = c.id and ${toShip})`,
  },
]
