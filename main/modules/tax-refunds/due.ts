// Tax refunds on Today: until when they are to be declared, and what the tax bureau has to pay.
import { sql } from 'kysely'
import { yearOf } from '../../../preload/contract/vocabulary/working-days.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { readWorkYear } from '../../records/tasks/index.ts'
import { asked, type DueRule } from '../../records/due.ts'

/** Exports of so many years may still be waiting for their refund. */
const YEARS = 10
/** The last day to declare, by the year of export, as the office's calendar has it. */
const deadlines = (q: QueryContext) => {
  const years = Array.from({ length: YEARS }, (_, n) => yearOf(q.today) - n)
  return sql`json_each(${JSON.stringify(Object.fromEntries(years.map((year) => [year, readWorkYear(q.sql, year).refundUntil])))})`
}

export const taxRefundsDue: readonly DueRule[] = [
  {
    rule: 'refund-overdue',
    order: 140,
    route: 'shipment',
    permission: 'payable.view',
    // The refund is the company's; which shipment and customer it is about is told to who may see the shipment.
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: 1, every: 30, atMost: null, whom: ['role:accountant'] }),
    move: 'forward',
    untilGone: true,
    rows: (_, until, within) => sql`
      select s.id, s.number, p.name as party, i.dueDate as date, sum(i.openForeign) as minor, i.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, null as stopOn
      from open_item i join ledger_key k on k.key = i.shipment join shipment s on s.id = k.id join party p on p.id = s.customerId
      where i.account = '1221' and (i.openForeign <> 0 or i.openBase <> 0) and i.openForeign > 0 and i.dueDate <= ${until} and ${within} group by s.id, i.dueDate`,
  },
  {
    rule: 'refund-deadline',
    order: 138,
    route: 'shipment',
    permission: 'payable.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    settings: asked({ first: -30, again: [-10], whom: ['role:accountant'], escalateAfter: 5 }),
    move: 'back',
    // The year is the one in which customs let the goods out. That a refund is declared is known when it comes; until then its task is ended by hand.
    rows: (q, until, within) => sql`
      select s.id, s.number, p.name as party, y.value as date, sum(i.openForeign) as minor, i.currency, s.ownerId as owner,
        s.departmentId as department, '' as part, null as stopOn
      from open_item i join ledger_key k on k.key = i.shipment join shipment s on s.id = k.id join party p on p.id = s.customerId
        left join customs_declaration d on d.shipmentId = s.id
        join ${deadlines(q)} y on y.key = substr(coalesce(d.exportOn, s.dispatchedOn), 1, 4)
      where i.account = '1221' and (i.openForeign <> 0 or i.openBase <> 0) and i.openForeign > 0 and y.value <= ${until} and ${within} group by s.id, y.value`,
  },
]
