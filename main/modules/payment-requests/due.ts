// What we have to pay soon, on Today: asked of the accountant until it is settled or requested. What is requested and approved is the cashier's (request-to-pay).
import { sql } from 'kysely'
import { owedSql } from '../../../db/ledger/sides.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { asked, type DueRule } from '../../records/due.ts'
import { metByMoney } from '../open-items/index.ts'
import { askedOfItem } from './sums.ts'

/** What of an item nobody has taken care of yet: neither money that lies there for it nor an open request. */
const left = (q: QueryContext) => sql`(-i.openForeign - coalesce(e.met, 0) - ${askedOfItem(q, sql.ref('i.ref'))})`

export const paymentRequestsDue: readonly DueRule[] = [
  {
    rule: 'payable-due',
    order: 50,
    route: 'document',
    permission: 'payable.view',
    owned: null,
    settings: asked({ first: -5, whom: ['role:accountant'], escalateAfter: null }),
    move: 'back',
    rows: (q, until) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, min(i.dueDate) as date, sum(${left(q)}) as minor,
        i.currency, null as owner, null as department, i.currency as part, null as stopOn
      from open_item i left join ${metByMoney(q, 'payable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
      where (i.openForeign <> 0 or i.openBase <> 0) and ${sql.raw(owedSql('payable', 'i'))} and i.dueDate <= ${until} and ${left(q)} > 0
      group by +i.documentId, i.currency`,
  },
]
