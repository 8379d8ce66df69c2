// What has used a purchase contract: the goods of its lines that left, bills, and money paid or asked for. Asked before it is amended.
import type { ReadableDb } from '../../../db/open.ts'
import type { Contributed } from '../../commands/contributed.ts'
import { carriedGoods } from '../contracts/index.ts'
import { billing, moneyOfPurchase } from './later-documents.ts'

type Using = { kind: string; number: string }
type Reading = { db: ReadableDb; contributed: Contributed }

/** Number of the first shipment in which goods of these lines left. */
export const shippedFrom = async ({ db, contributed }: Reading, lineIds: readonly string[]): Promise<string | undefined> => {
  const shipment = await db
    .selectFrom('shipment_source as c')
    .innerJoin(contributed(carriedGoods).as('l'), 'l.id', 'c.shipmentLineId')
    .select('l.number')
    .where('c.purchaseLineId', 'in', lineIds)
    .orderBy('l.number')
    .executeTakeFirst()
  return shipment?.number
}

/** The first document that has used a line: goods that left, or a bill. */
export const usedBy = async (
  on: Reading,
  lines: readonly { id: string; shipped: number; billed: number }[],
): Promise<Using | undefined> => {
  const ids = lines.filter((l) => l.shipped !== 0 || l.billed !== 0).map((l) => l.id)
  if (ids.length === 0) return undefined
  const shipment = await shippedFrom(on, ids)
  return shipment === undefined
    ? { kind: 'bill', number: (await on.contributed(billing).firstOf(on.db, ids)) ?? '' }
    : { kind: 'shipment', number: shipment }
}

/** Money paid for the contract, or asked for it and not withdrawn. */
export const moneyFor = async ({ db, contributed }: Reading, contractId: string): Promise<Using | undefined> => {
  for (const kind of ['payment', 'payment-request'] as const) {
    const number = await contributed(moneyOfPurchase[kind])(db, contractId)
    if (number !== undefined) return { kind, number }
  }
  return undefined
}
