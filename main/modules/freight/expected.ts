// What the freight of a deal is expected to cost: the chosen quotes of its inquiries, shared over deals where an inquiry is about several. Rule F12 of SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import { cargoOf, chargesOf, type InquiryRow } from './inquiry.ts'
import { quoteSums } from './rules.ts'

/** Chosen inquiries about a deal; of several for one shipment only the newest choice. */
const chosenInquiries = async (db: ReadableDb, dealId: string): Promise<InquiryRow[]> => {
  const rows = await db
    .selectFrom('freight_inquiry as i')
    .selectAll('i')
    .where('i.status', 'in', ['chosen', 'closed'])
    .where('i.chosenQuoteId', 'is not', null)
    .where((e) =>
      e.exists(
        e
          .selectFrom('freight_contract as x')
          .innerJoin('sales_contract as c', 'c.id', 'x.contractId')
          .select('x.id')
          .whereRef('x.inquiryId', '=', 'i.id')
          .where('c.dealId', '=', dealId)
          .where('c.status', '<>', 'void'),
      ),
    )
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
  const shipments = new Set<string>()
  return rows.filter(({ shipmentId }) => {
    if (shipmentId === null) return true
    const first = !shipments.has(shipmentId)
    shipments.add(shipmentId)
    return first
  })
}

/** Weight of each deal of an inquiry: its contracts' totals in base currency; the deals by number, so that every deal sees the same shares. */
const dealsOf = async (db: ReadableDb, inquiryId: string): Promise<{ dealId: string; weight: Decimal }[]> => {
  const rows = await db
    .selectFrom('freight_contract as x')
    .innerJoin('sales_contract as c', 'c.id', 'x.contractId')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .select(['c.dealId', (e) => e.fn.sum<number>('c.totalBase').as('weight')])
    .where('x.inquiryId', '=', inquiryId)
    .where('c.status', '<>', 'void')
    .groupBy('c.dealId')
    .orderBy('d.numberKey')
    .execute()
  return rows.map((r) => ({ dealId: r.dealId, weight: new Decimal(r.weight) }))
}

/** F12. Expected freight of a deal in minor units by currency, currencies in alphabetical order; nothing while no quote is chosen. */
export const expectedFreightOfDeal = async (db: ReadableDb, dealId: string): Promise<{ currency: Currency; amount: number }[]> => {
  const sums = new Map<Currency, number>()
  for (const inquiry of await chosenInquiries(db, dealId)) {
    const charges = (await chargesOf(db, [inquiry.chosenQuoteId!])).get(inquiry.chosenQuoteId!) ?? []
    const deals = await dealsOf(db, inquiry.id)
    const at = deals.findIndex((d) => d.dealId === dealId)
    for (const [currency, total] of quoteSums(charges, cargoOf(inquiry))) {
      const share = shareOut(
        total,
        deals.map((d) => d.weight),
      )[at]
      sums.set(currency, (sums.get(currency) ?? 0) + (share ?? 0))
    }
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([currency, amount]) => ({ currency, amount }))
    .toSorted((a, b) => compareTexts(a.currency, b.currency))
}
