// Sales lines as shipping sees them: what is left, shipped, charged and planned of each, with the contract they belong to.
import { sql } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { shippedAmounts, type LineState } from './rules.ts'

/** Quantities are scaled integers, amounts minor units of the contract's currency. */
export type SalesLineState = LineState & {
  id: string
  contractId: string
  contractNumber: string
  contractStatus: string
  customerId: string
  customer: string
  currency: string
  signedOn: string | null
  /** Which version of the contract is in force. */
  version: number
  term: PaymentTerm
  dealId: string
  ownerId: string
  departmentId: string | null
  productId: string | null
}

/** The states of these sales lines by id; `except` is the shipment asked about, whose own lines do not count as planned elsewhere. */
export const lineStates = async (
  db: ReadableDb,
  salesLineIds: readonly string[],
  except: string | null,
): Promise<Map<string, SalesLineState>> => {
  const ids = [...new Set(salesLineIds)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .select(['l.id', 'l.contractId', 'l.quantity', 'l.amount', 'l.shipped', 'l.productId', 'l.settledQuantity', 'l.settledAmount'])
    .select([
      'c.number as contractNumber',
      'c.status as contractStatus',
      'c.customerId',
      'c.currency',
      'c.signedOn',
      'c.version',
      'c.paymentTerm',
    ])
    .select(['c.dealId', 'c.ownerId', 'c.departmentId', 'p.name as customer'])
    .where('l.id', 'in', ids)
    .orderBy('l.id')
    .execute()
  const others = await db
    .selectFrom('shipment_line as l')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .select('l.salesLineId')
    .select(sql<number>`sum(case when s.status in ('planned', 'booked') then l.quantity else 0 end)`.as('planned'))
    .select(sql<number>`sum(case when s.status in ('planned', 'booked') then 0 else l.amount end)`.as('charged'))
    .where('l.salesLineId', 'in', ids)
    .where('s.status', '<>', 'void')
    .$if(except !== null, (q) => q.where('s.id', '<>', except))
    .groupBy('l.salesLineId')
    .execute()
  const seen = new Map(others.map((o) => [o.salesLineId, o]))
  return new Map(
    rows.map(({ paymentTerm, ...row }) => [
      row.id,
      {
        ...row,
        term: JSON.parse(paymentTerm) as PaymentTerm,
        planned: seen.get(row.id)?.planned ?? 0,
        charged: seen.get(row.id)?.charged ?? 0,
      },
    ]),
  )
}

/** What a planned shipment would come to if it left now, in minor units of its currency: others of the same lines may have left since it was saved (H2). */
export const amountNow = async (db: ReadableDb, shipmentId: string): Promise<number> => {
  const lines = await db
    .selectFrom('shipment_line')
    .select(['salesLineId', 'quantity'])
    .where('shipmentId', '=', shipmentId)
    .orderBy('position')
    .execute()
  const salesLines = lines.map((l) => l.salesLineId)
  return shippedAmounts(lines, await lineStates(db, salesLines, shipmentId)).reduce((sum, amount) => sum + amount, 0)
}
