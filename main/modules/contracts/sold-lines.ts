// The lines of a signed contract with what has become of each: shipped, charged, planned, purchased, and by which document. Rules C17, C18.
import { sql, type RawBuilder } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { SalesAmendmentFields } from '../../../preload/contract/modules/contracts/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Contributed } from '../../commands/contributed.ts'
import { boughtGoods, carriedGoods, type CarriedGoods } from './later-goods.ts'
import { shippedPartOf, type ShippedPart, type SoldLine } from './rules.ts'

type Reading = { db: ReadableDb; contributed: Contributed }

export type UsedLine = SoldLine & {
  productId: string | null
  unit: string
  purchased: number
  planned: number
  /** The first shipment that has it on board, that is to carry it, and the first purchase contract for it. */
  shippedIn: string | null
  plannedIn: string | null
  boughtIn: string | null
}

const open = sql.raw(`('planned', 'booked')`)
const ofShipments = (carried: RawBuilder<CarriedGoods>, what: 'sum(x.quantity)' | 'sum(x.amount)' | 'min(x.number)', isOpen: boolean) =>
  sql`(select ${sql.raw(what)} from ${carried} x
    where x.salesLineId = l.id and x.status <> 'void' and x.status ${sql.raw(isOpen ? 'in' : 'not in')} ${open})`

/** Lines that an earlier amendment took out (quantity 0) are left out (C19). */
export const soldLines = async ({ db, contributed }: Reading, contractId: string): Promise<Map<string, UsedLine>> => {
  const carried = contributed(carriedGoods)
  const rows = await db
    .selectFrom('sales_line as l')
    .select(['l.id', 'l.description', 'l.productId', 'l.unit', 'l.quantity', 'l.price', 'l.discount', 'l.gross', 'l.amount'])
    .select(['l.shipped', 'l.purchased', 'l.settledQuantity', 'l.settledAmount', 'l.settledGross'])
    .select([
      sql<number>`coalesce(${ofShipments(carried, 'sum(x.amount)', false)}, 0)`.as('charged'),
      sql<number>`coalesce(${ofShipments(carried, 'sum(x.quantity)', true)}, 0)`.as('planned'),
      sql<string | null>`${ofShipments(carried, 'min(x.number)', false)}`.as('shippedIn'),
      sql<string | null>`${ofShipments(carried, 'min(x.number)', true)}`.as('plannedIn'),
      sql<string | null>`(select min(x.number) from ${contributed(boughtGoods)} x
        where x.salesLineId = l.id and x.quantity > 0 and x.status <> 'void')`.as('boughtIn'),
    ])
    .where('l.contractId', '=', contractId)
    .where('l.quantity', '>', 0)
    .orderBy('l.position')
    .execute()
  return new Map(
    rows.map(({ settledQuantity, settledAmount, settledGross, ...row }) => [
      row.id,
      { ...row, settled: { quantity: settledQuantity, amount: settledAmount, gross: settledGross } },
    ]),
  )
}

/** What has left of each typed line at an earlier price (C17). */
export const linesWithShippedPart = (
  sold: ReadonlyMap<string, UsedLine>,
  typed: { currency: string; lines: readonly { id: string; quantity: string; price: string; discount: string }[] },
): Map<string, ShippedPart> =>
  new Map(
    typed.lines.flatMap((l) => {
      const line = sold.get(l.id)
      return line && (line.shipped > 0 || line.settled.quantity > 0) ? [[l.id, shippedPartOf(line, l, typed.currency)] as const] : []
    }),
  )

const text = (quantity: number): string => scaledText(quantity, 'quantity')

/** C18. Refuses `amended-below-use` for a line that goes below what has left and what is planned. */
const requireEnough = (line: UsedLine, asked: number): void => {
  const { description: goods, shipped, planned, shippedIn, plannedIn } = line
  if (asked < shipped)
    refuse('amended-below-use', { goods, asked: text(asked), used: text(shipped), how: 'shipped', number: shippedIn ?? '' })
  if (asked < shipped + planned)
    refuse('amended-below-use', { goods, asked: text(asked), used: text(shipped + planned), how: 'planned', number: plannedIn ?? '' })
}

/** C18. Refuses what stands because of what has happened: quantities, goods and units of lines in use, the currency of a contract with shipments. */
export const requireStands = (sold: ReadonlyMap<string, UsedLine>, was: { currency: string }, typed: SalesAmendmentFields): void => {
  const asked = new Map(typed.lines.map((l) => [l.id, l]))
  for (const line of sold.values()) {
    const now = asked.get(line.id)
    requireEnough(line, now ? toScaled(now.quantity, 'quantity') : 0)
    const shipment = line.shippedIn ?? line.plannedIn
    const by = shipment === null ? ('purchase-contract' as const) : ('shipment' as const)
    const number = shipment ?? line.boughtIn
    if (shipment !== null && typed.currency !== was.currency)
      refuse('amended-in-use', { field: 'currency', goods: '', by, number: shipment })
    if (!now || number === null) continue
    for (const field of ['productId', 'unit'] as const)
      if (now[field] !== line[field]) refuse('amended-in-use', { field, goods: line.description, by, number })
  }
}
