// What has used a purchase contract: the goods of its lines that left, bills, and money paid or asked for. Asked before it is voided or amended.
import type { ReadableDb } from '../../../db/open.ts'

export type Using = { kind: string; number: string }

/** The first document that has used a line: goods that left, or a bill. */
export const usedBy = async (
  db: ReadableDb,
  lines: readonly { id: string; shipped: number; billed: number }[],
): Promise<Using | undefined> => {
  const ids = lines.filter((l) => l.shipped !== 0 || l.billed !== 0).map((l) => l.id)
  if (ids.length === 0) return undefined
  const shipment = await db
    .selectFrom('shipment_source as c')
    .innerJoin('shipment_line as l', 'l.id', 'c.shipmentLineId')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .select('s.number')
    .where('c.purchaseLineId', 'in', ids)
    .executeTakeFirst()
  if (shipment) return { kind: 'shipment', number: shipment.number }
  const bill = await db
    .selectFrom('bill_line as l')
    .innerJoin('bill as b', 'b.id', 'l.billId')
    .select('b.number')
    .where('l.purchaseLineId', 'in', ids)
    .where('b.status', '=', 'posted')
    .executeTakeFirst()
  return { kind: 'bill', number: bill?.number ?? '' }
}

/** Money paid for the contract, or asked for it and not withdrawn. */
export const moneyFor = async (db: ReadableDb, contractId: string): Promise<Using | undefined> => {
  const payment = await db
    .selectFrom('payment')
    .select('number')
    .where('contractId', '=', contractId)
    .where('status', '=', 'posted')
    .executeTakeFirst()
  if (payment) return { kind: 'payment', number: payment.number }
  const request = await db
    .selectFrom('payment_request')
    .select('number')
    .where('contractId', '=', contractId)
    .where('status', '<>', 'void')
    .executeTakeFirst()
  return request && { kind: 'payment-request', number: request.number }
}
