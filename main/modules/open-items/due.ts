// Open items on Today: what customers owe past its day, and what we have to pay soon.
import { sql } from 'kysely'
import { earmarkedItems } from '../../../db/ledger/earmarked.ts'
import { owedSql, type Side } from '../../../db/ledger/sides.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** What of owed items is met by money that lies there for them, item by item: it is not asked for (D6). */
const met = (q: QueryContext, side: Side) =>
  sql`(select value ->> 0 as item, value ->> 1 as met from json_each(${JSON.stringify(earmarkedItems(q.sql, { side }).map((e) => [e.id, e.foreign]))}))`

export const openItemsDue: readonly DueRule[] = [
  {
    rule: 'receivable-overdue',
    order: 40,
    route: 'document',
    permission: 'receivable.view',
    owned: { resource: 'receivable', owner: 'ok.id', department: 'uk.id' },
    settings: asked({ first: 1, every: 7, atMost: null, whom: ['owner'], escalateAfter: 7 }),
    move: 'forward',
    untilGone: true,
    rows: (q, until, within) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, min(i.dueDate) as date, sum(i.openForeign - coalesce(e.met, 0)) as minor, i.currency,
        ok.id as owner, uk.id as department, i.currency as part, null as stopOn
      from open_item i left join ${met(q, 'receivable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
        left join ledger_key ok on ok.key = i.owner left join ledger_key uk on uk.key = i.department
      where ${sql.raw(owedSql('receivable', 'i'))} and i.openForeign > coalesce(e.met, 0) and i.dueDate <= ${until} and ${within} group by i.documentId, i.currency`,
  },
  {
    rule: 'payable-due',
    order: 50,
    route: 'document',
    permission: 'payable.view',
    owned: null,
    settings: asked({ first: -5, whom: ['role:accountant'], escalateAfter: null }),
    move: 'back',
    rows: (q, until) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, min(i.dueDate) as date, -sum(i.openForeign + coalesce(e.met, 0)) as minor,
        i.currency, null as owner, null as department, i.currency as part, null as stopOn
      from open_item i left join ${met(q, 'payable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
      where ${sql.raw(owedSql('payable', 'i'))} and -i.openForeign > coalesce(e.met, 0) and i.dueDate <= ${until} group by i.documentId, i.currency`,
  },
]
