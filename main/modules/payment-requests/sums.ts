// What is paid of a payment request and what others ask for of the same items: sums of payments and allocations that stand. Rules T17 to T19 of SPEC.md.
import { sql, type RawBuilder } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { Contributed } from '../../commands/contributed.ts'
import { oneOf } from '../../records/contributions.ts'

export type Sum = { item: string; amount: number }
type Reading = { db: ReadableDb; contributed: Contributed }

/** A payment with the request it was made for; `amount`: minor units of the request's currency, `item`: the open item it became. */
type RequestPayment = {
  id: string
  number: string
  numberKey: string
  paidOn: string
  amount: number
  item: string
  requestId: string | null
  status: string
}
/** Payments, as the statements of this module join them; given by the module of payments. */
export const requestPayments = oneOf<RawBuilder<RequestPayment>>('payments of requests')

/** What an allocation of a payment settles: the bill, or what is given back by it; in that item's own currency. */
const clearedItem = sql`case when a.target = y.item then a.source else a.target end`
const clearedAmount = sql`case when a.target = y.item then a.sourceAmount else a.amount end`

/** What payments have taken of a request, and of each of its items: payments that stand only. */
export const paidOn = async (
  { db, contributed }: Reading,
  requestId: string,
): Promise<{ total: number; items: ReadonlyMap<string, number> }> => {
  const { total } = await db
    .selectFrom(contributed(requestPayments).as('y'))
    .select(sql<number>`coalesce(sum(amount), 0)`.as('total'))
    .where('requestId', '=', requestId)
    .where('status', '=', 'posted')
    .executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('allocation as a')
    .innerJoin(contributed(requestPayments).as('y'), 'y.id', 'a.batchId')
    .select([sql<string>`${clearedItem}`.as('cleared'), sql<number>`sum(${clearedAmount})`.as('amount')])
    .where('y.requestId', '=', requestId)
    .where('y.status', '=', 'posted')
    .where('a.status', '=', 'posted')
    // Not by 'item': the payment has a column of that name.
    .groupBy('cleared')
    .execute()
  return { total: Number(total), items: new Map(items.map((i) => [i.cleared, Number(i.amount)])) }
}

const paidOfLine = (contributed: Reading['contributed']) => sql<number>`(
        select coalesce(sum(${clearedAmount}), 0) from allocation a join ${contributed(requestPayments)} y on y.id = a.batchId
        where y.requestId = l.requestId and y.status = 'posted' and a.status = 'posted' and ${clearedItem} = l.item)`

/** What open requests (`r`, of those that are meant) have asked for of an item (its `ref`) and not yet been paid, in its own currency. */
export const askedOfItem = ({ contributed }: Pick<Reading, 'contributed'>, ref: RawBuilder<unknown>, meant: RawBuilder<unknown> = sql`1`) =>
  sql<number>`(select coalesce(sum(max(l.amount - ${paidOfLine(contributed)}, 0)), 0) from payment_request_line l
    join payment_request r on r.id = l.requestId where l.item = ${ref} and r.status = 'open' and ${meant})`

/** What other open requests have asked for of these items and not yet been paid (T17). */
export const requestedElsewhere = async (
  { db, contributed }: Reading,
  items: readonly string[],
  except: string | null,
): Promise<ReadonlyMap<string, number>> => {
  if (items.length === 0) return new Map()
  const rows: Sum[] = await db
    .selectFrom('payment_request_line as l')
    .innerJoin('payment_request as r', 'r.id', 'l.requestId')
    .select(['l.item', sql<number>`sum(max(l.amount - ${paidOfLine(contributed)}, 0))`.as('amount')])
    .where('l.item', 'in', items)
    .where('r.status', '=', 'open')
    .$if(except !== null, (q) => q.where('r.id', '<>', except!))
    .groupBy('l.item')
    .execute()
  return new Map(rows.map((r) => [r.item, Number(r.amount)]))
}
