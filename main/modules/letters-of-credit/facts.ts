// Gathers what the check of documents compares: for each pair of credit and shipment the credit's terms, the shipment's figures and the presentation.
import { sql } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, decimalTextOf, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { creditPart, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { perCarton } from '../../../preload/contract/vocabulary/packing.ts'
import { packedWith, sameMarks } from '../shipments/index.ts'
import type { Facts, InUnit } from './check.ts'
import type { LetterRow, PresentationRow } from './records.ts'
import { presentationDeadline } from './rules.ts'
import type { LetterState } from './states.ts'

export type ShipmentRow = {
  id: string
  number: string
  status: string
  currency: string
  total: number
  customer: string
  etd: string | null
  onBoardOn: string | null
  portOfLoading: string
  portOfDischarge: string
  vessel: string
  billOfLadingNumber: string
}
export type Pair = { letter: LetterRow; state: LetterState; shipment: ShipmentRow; presentation: PresentationRow | undefined }

/** Lines of a shipment that stand in contracts of a credit. */
const linesOf = (db: ReadableDb, letterId: string, shipmentId: string) =>
  db
    .selectFrom('shipment_line as l')
    .innerJoin('letter_contract as x', 'x.contractId', 'l.contractId')
    .innerJoin('sales_contract as k', 'k.id', 'l.contractId')
    .innerJoin('sales_line as o', 'o.id', 'l.salesLineId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select([
      'l.contractId',
      'l.quantity',
      'l.amount',
      'o.unit',
      'k.incoterm',
      'k.paymentTerm',
      'g.piecesPerCarton',
      'g.unit as productUnit',
    ])
    .where('l.shipmentId', '=', shipmentId)
    .where('x.letterId', '=', letterId)
    .orderBy('l.position')
    .execute()
type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** Quantities by unit: of the credit's contracts, presented before under it, and of this shipment. */
const quantitiesOf = async (db: ReadableDb, letterId: string, shipmentId: string, lines: readonly Line[]): Promise<InUnit[]> => {
  const asked = await db
    .selectFrom('letter_contract as x')
    .innerJoin('sales_line as o', 'o.contractId', 'x.contractId')
    .select('o.unit')
    .select(sql<number>`sum(o.quantity)`.as('quantity'))
    .select(
      sql<number>`coalesce(sum((select sum(d.quantity) from shipment_line d join letter_presentation p on p.shipmentId = d.shipmentId
        where d.salesLineId = o.id and p.letterId = x.letterId and p.shipmentId <> ${shipmentId} and p.status in ('presented', 'accepted', 'paid'))), 0)`.as(
        'before',
      ),
    )
    .where('x.letterId', '=', letterId)
    .groupBy('o.unit')
    .orderBy('o.unit')
    .execute()
  const now = Map.groupBy(lines, (l) => l.unit)
  return asked.map(({ unit, quantity, before }) => ({
    unit,
    credit: quantity,
    before,
    now: (now.get(unit) ?? []).reduce((sum, l) => sum + l.quantity, 0),
  }))
}

/** Whole cartons by the products' packing; null when the packing of any is not known. */
const cartonsOf = (lines: readonly Line[]): number | null => {
  let sum = 0
  for (const { quantity, unit, piecesPerCarton, productUnit } of lines) {
    const filled = perCarton(unit, { unit: productUnit, piecesPerCarton })
    if (filled === 0) return null
    sum += new Decimal(quantity).div(filled).ceil().toNumber()
  }
  return lines.length === 0 ? null : sum
}

const scaledOf = (value: Decimal | null): number | null => value && toScaled(decimalTextOf(value), 'measure')

/** As the whole shipment is packed, where all of it stands under the credit; else whole packages of the lines that do. */
const packedOf = async (db: ReadableDb, shipmentId: string, lines: readonly Line[]) => {
  const { count } = await db
    .selectFrom('shipment_line')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('shipmentId', '=', shipmentId)
    .executeTakeFirstOrThrow()
  const none = { packages: null, grossWeight: null }
  if (count !== lines.length) return { ...none, packages: cartonsOf(lines), instructed: none, bill: none, volume: null, marks: null }
  const { packed, bill } = await packedWith(db, shipmentId)
  const { packages, pallets } = packed
  const own = { packages, grossWeight: scaledOf(packed.grossWeight) }
  const { billMarks, billVolume } = bill
  return {
    ...{ ...own, instructed: own },
    bill: {
      // A bill of lading that counts pallets says nothing else than one that counts what stands on them.
      packages: bill.billPackages !== null && bill.billPackages === pallets ? packages : bill.billPackages,
      grossWeight: bill.billGrossWeight === null ? null : toScaled(bill.billGrossWeight, 'measure'),
    },
    volume: billVolume === null ? null : { packed: scaledOf(packed.volume), bill: toScaled(billVolume, 'measure') },
    marks:
      billMarks === '' || packed.marks === '' ? null : { packed: packed.marks, bill: billMarks, agree: sameMarks(billMarks, packed.marks) },
  }
}

/** What the contracts' payment terms leave to the credit of these lines. */
const byTermOf = (lines: readonly Line[]): number => {
  let sum = 0
  for (const own of Map.groupBy(lines, (l) => l.contractId).values())
    sum += creditPart(
      own.reduce((total, l) => total + l.amount, 0),
      JSON.parse(own[0]!.paymentTerm) as PaymentTerm,
    )
  return sum
}

const drawnElsewhere = async (db: ReadableDb, { letter, shipment }: Pair): Promise<number> => {
  const { drawn } = await db
    .selectFrom('letter_presentation')
    .select(sql<number>`coalesce(sum(amount), 0)`.as('drawn'))
    .where('letterId', '=', letter.id)
    .where('shipmentId', '<>', shipment.id)
    .where('status', 'in', ['presented', 'accepted', 'paid'])
    .executeTakeFirstOrThrow()
  return drawn
}

/** The last day to present: by the day on board, or as planned by the estimated departure; null while neither is known. */
export const deadlineOf = ({ letter, shipment }: Pair): { deadline: IsoDate | null; planned: boolean } => {
  const from = shipment.onBoardOn ?? shipment.etd
  return {
    deadline: from === null ? null : presentationDeadline(from, letter.presentationDays, letter.expiresOn),
    planned: shipment.onBoardOn === null,
  }
}

const of = (value: number | null | undefined): number | null => value ?? null

/** Everything `checkDocuments` needs of one pair. Amounts in minor units of the credit's currency. */
export const factsOf = async (db: ReadableDb, pair: Pair, today: IsoDate): Promise<Facts> => {
  const { letter, state, shipment, presentation: p } = pair
  const lines = await linesOf(db, letter.id, shipment.id)
  const byTerm = byTermOf(lines)
  const packed = await packedOf(db, shipment.id, lines)
  const { deadline, planned } = deadlineOf(pair)
  const required = JSON.parse(letter.documents) as { id: string }[]
  const ticked = p ? (JSON.parse(p.ticked) as string[]) : []
  return {
    letter: {
      ...letter,
      status: state.status,
      partialShipment: letter.partialShipment === 1,
      transhipment: letter.transhipment === 1,
      required: required.length,
      ticked: required.filter((d) => ticked.includes(d.id)).length,
    },
    drawnElsewhere: await drawnElsewhere(db, pair),
    shipment: { ...shipment, invoice: lines.reduce((sum, l) => sum + l.amount, 0) },
    drawing: p?.amount ?? byTerm,
    byTerm,
    quantities: await quantitiesOf(db, letter.id, shipment.id, lines),
    insured: lines.some((l) => l.incoterm === 'CIF' || l.incoterm === 'CIP'),
    presentedOn: p && p.status !== 'preparing' ? p.presentedOn : null,
    deadline: planned ? null : deadline,
    insuredAmount: of(p?.insuredAmount),
    insuredOn: p?.insuredOn ?? null,
    packingCartons: of(p?.packingCartons),
    billCartons: p?.billCartons ?? packed.bill.packages,
    cartons: packed.packages,
    packingGross: p?.packingGross ?? packed.grossWeight,
    billGross: p?.billGross ?? packed.bill.grossWeight,
    instructed: packed.instructed,
    volume: packed.volume,
    marks: packed.marks,
    transhipped: p?.transhipped === undefined || p.transhipped === null ? null : p.transhipped === 1,
    today,
  }
}
