// Money on Today: deposits that have not come, what customers owe soon, past its day and before their documents are released.
import { sql } from 'kysely'
import { earmarkedItems } from '../../../db/ledger/earmarked.ts'
import { owedSql, type Side } from '../../../db/ledger/sides.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { oncePerAnswer } from '../../records/once-per-answer.ts'
import { asked, type DueRule } from '../../records/due.ts'
import { expectedReceipts } from './expected-receipts.ts'

const earmarkedNow = oncePerAnswer(
  (q, side: Side) => JSON.stringify(earmarkedItems(q.sql, { side }).map((e) => [e.id, e.foreign])),
  (side) => side,
)
/** What of owed items is met by money that lies there for them, item by item: it is not asked for (D6). */
export const metByMoney = (q: QueryContext, side: Side) =>
  sql`(select value ->> 0 as item, value ->> 1 as met from json_each(${earmarkedNow(q, side)}))`

const expectedNow = oncePerAnswer((q) => expectedReceipts(q.sql))

/** As the index of open items says it, so that what is settled is not even looked at. */
const stillOpen = sql`(i.openForeign <> 0 or i.openBase <> 0)`

/** What has to be there before goods leave. */
const BEFORE_GOODS_LEAVE: readonly string[] = ['on-signing', 'before-shipment']

export const openItemsDue: readonly DueRule[] = [
  {
    // It is no receivable before goods leave, but expected money from its day on (T58).
    rule: 'deposit-due',
    order: 35,
    route: 'sales-contract',
    permission: ['sales-contract.view', 'receivable.view'],
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    settings: asked({ first: 0, every: 3, atMost: null, whom: ['owner'], escalateAfter: 5 }),
    move: 'forward',
    untilGone: true,
    rows: (q, until, within) => {
      const missing = expectedNow(q).filter(
        ({ event, day, missing: left }) => BEFORE_GOODS_LEAVE.includes(event) && day !== null && day <= until && left > 0,
      )
      const given = JSON.stringify(
        missing.map(({ contractId, instalment, day, missing: left }) => [contractId, String(instalment), day, left]),
      )
      return sql`
      select c.id, c.number, p.name as party, j.value ->> 2 as date, j.value ->> 3 as minor, c.currency, c.ownerId as owner, c.departmentId as department,
        j.value ->> 1 as part, null as stopOn
      from json_each(${given}) j join sales_contract c on c.id = j.value ->> 0 join party p on p.id = c.customerId where ${within}`
    },
  },
  {
    rule: 'balance-due',
    order: 38,
    route: 'document',
    permission: 'receivable.view',
    owned: { resource: 'receivable', owner: 'ok.id', department: 'uk.id' },
    settings: asked({ first: -5, whom: ['owner'] }),
    move: 'back',
    yieldsTo: 'receivable-overdue',
    rows: (q, until, within) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, i.dueDate as date, sum(i.openForeign - coalesce(e.met, 0)) as minor, i.currency,
        ok.id as owner, uk.id as department, i.currency as part, null as stopOn
      from open_item i left join ${metByMoney(q, 'receivable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
        left join ledger_key ok on ok.key = i.owner left join ledger_key uk on uk.key = i.department
      where ${stillOpen} and ${sql.raw(owedSql('receivable', 'i'))} and i.openForeign > coalesce(e.met, 0) and i.dueDate <= ${until} and ${within}
      group by +i.documentId, i.currency, i.dueDate`,
  },
  {
    rule: 'receivable-overdue',
    order: 40,
    route: 'document',
    permission: 'receivable.view',
    owned: { resource: 'receivable', owner: 'ok.id', department: 'uk.id' },
    settings: asked({ first: 1, every: 7, atMost: null, whom: ['owner'], escalateAfter: 7 }),
    later: { after: 30, whom: ['role:accountant'] },
    move: 'forward',
    untilGone: true,
    rows: (q, until, within) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, min(i.dueDate) as date, sum(i.openForeign - coalesce(e.met, 0)) as minor, i.currency,
        ok.id as owner, uk.id as department, i.currency as part, null as stopOn
      from open_item i left join ${metByMoney(q, 'receivable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
        left join ledger_key ok on ok.key = i.owner left join ledger_key uk on uk.key = i.department
      where ${stillOpen} and ${sql.raw(owedSql('receivable', 'i'))} and i.openForeign > coalesce(e.met, 0) and i.dueDate <= ${until} and ${within} group by +i.documentId, i.currency`,
  },
  {
    // Whoever has the documents has the goods: what is to be paid before they are handed out has to be there. What a letter of credit pays, the bank does.
    rule: 'release-money-open',
    order: 158,
    route: 'shipment',
    permission: ['shipment.view', 'receivable.view'],
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: -5, every: 2, atMost: null, whom: ['owner'], escalateAfter: 2 }),
    move: 'back',
    untilGone: true,
    rows: (q, until, within) => sql`
      select s.id, s.number, p.name as party, s.eta as date, sum(i.openForeign - coalesce(e.met, 0)) as minor, i.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, null as stopOn
      from shipment s join party p on p.id = s.customerId join open_item i on i.documentId = s.id
        left join ${metByMoney(q, 'receivable')} e on e.item = i.id left join ledger_key ck on ck.key = i.contract left join sales_contract c on c.id = ck.id
      where s.status in ('dispatched', 'on-board', 'arrived') and s.eta <= ${until} and i.account = '1122' and i.kind = 'invoice'
        and i.openForeign > coalesce(e.met, 0) and i.dueDate <= s.eta and ${within}
        and not exists (select 1 from json_each(c.paymentTerm) where value ->> '$.event' = 'letter-of-credit')
      group by s.id`,
  },
]
