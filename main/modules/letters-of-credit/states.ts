// How credits stand: what is drawn of each, what is still to be shipped and presented, read once for lists, pages and follow-ups. Rules DC1 to DC4.
import { sql, type RawBuilder } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { attentionOf, letterStatus, mostOf, presentationDeadline } from './rules.ts'

/** Minor units presented under the credit `c` and not refused. */
export const drawnOf: RawBuilder<number> = sql<number>`coalesce((select sum(p.amount) from letter_presentation p
  where p.letterId = c.id and p.status in ('presented', 'accepted', 'paid')), 0)`

/** Shipments under the credit `c` that no bank has the documents of: not dropped, not presented under this or another credit. */
const waiting = sql`from letter_contract lc cross join sales_line n on n.contractId = lc.contractId cross join shipment_line l on l.salesLineId = n.id
  cross join shipment s on s.id = l.shipmentId where lc.letterId = c.id and s.status <> 'void' and not exists (select 1 from letter_presentation p where p.shipmentId = s.id and p.status in ('presented', 'accepted', 'paid'))`

/** The earliest day on which goods under the credit `c` came on board whose documents are still here. */
const onBoardOf: RawBuilder<string | null> = sql<string | null>`(select min(s.onBoardOn) ${waiting})`
/** That day's deadline (DC3), for conditions of SQL. */
export const presentByOf: RawBuilder<string | null> = sql<
  string | null
>`min(date(${onBoardOf}, '+' || c.presentationDays || ' days'), c.expiresOn)`

/** 1 while goods of the credit's contracts are to be shipped; also of a credit that is linked with none yet. */
export const toShipOf: RawBuilder<number> = sql<number>`(not exists (select 1 from letter_contract x where x.letterId = c.id)
  or exists (select 1 from letter_contract x join sales_contract k on k.id = x.contractId join sales_line n on n.contractId = k.id
    where x.letterId = c.id and k.status = 'signed' and n.shipped < n.quantity))`

/** Credits as they stand on a day; of some of them when ids are given. */
export const letterStates = async (db: ReadableDb, today: IsoDate, ids?: readonly string[]) => {
  const rows = await db
    .selectFrom('letter_of_credit as c')
    .select(['c.id', 'c.status', 'c.amount', 'c.tolerancePlus', 'c.latestShipment', 'c.expiresOn', 'c.presentationDays'])
    .select([drawnOf.as('drawn'), onBoardOf.as('onBoardOn'), toShipOf.as('toShip')])
    .select(sql<number>`exists (select 1 from letter_amendment a where a.letterId = c.id and a.state = 'pending')`.as('pending'))
    .$if(ids !== undefined, (q) => q.where('c.id', 'in', ids ?? []))
    .execute()
  return rows.map((row) => {
    const status = letterStatus(row, row.drawn, today)
    const toShip = row.toShip === 1
    const over = row.status === 'closed' || row.status === 'cancelled'
    const presentBy = row.onBoardOn === null || over ? null : presentationDeadline(row.onBoardOn, row.presentationDays, row.expiresOn)
    const { expiresOn, latestShipment } = row
    return {
      id: row.id,
      status,
      attention: attentionOf({ status, expiresOn, latestShipment, toShip, presentBy, pendingAmendment: row.pending === 1 }, today),
      most: mostOf(row.amount, row.tolerancePlus),
      drawn: row.drawn,
      left: over ? 0 : Math.max(0, mostOf(row.amount, row.tolerancePlus) - row.drawn),
      presentBy,
      daysLeft: daysBetween(today, presentBy ?? expiresOn),
    }
  })
}
export type LetterState = Awaited<ReturnType<typeof letterStates>>[number]
