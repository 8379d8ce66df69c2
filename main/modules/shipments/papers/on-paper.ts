// What the papers of a shipment have in common: what is read for them, and the blocks that stand on several of them.
import { nameOf } from '../../../../preload/contract/names/index.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { type Decimal, decimalTextOf, scaledText } from '../../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../../preload/contract/vocabulary/incoterm.ts'
import { money, type Money } from '../../../../preload/contract/vocabulary/money.ts'
import { isByCredit, type PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import {
  companyOnPaper,
  fact,
  modeText,
  packageWords,
  paperWords,
  type ContentBlock,
  type Fact,
  type PaperAsked,
  type PaperContent,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
} from '../../../records/papers/index.ts'
import { productsOnPaper, type ProductOnPaper } from '../../catalogue/index.ts'
import {
  type AgreedPrice,
  agreedPrices,
  buyerFacts,
  comesTo,
  isAsPriced,
  pricedOtherwise as lineOtherwise,
  priceThatLeft,
  type SaleLine,
} from '../../contracts/index.ts'
import { partyOnPaper, type PartyOnPaper } from '../../parties/index.ts'
import { shipmentQuery } from '../shipment-query.ts'
import { netAboveGross, oddContainers, packedOtherwise, unknownContainers } from '../packing/disagreements.ts'
import { billDifferences } from '../bill-of-lading.ts'
import { marksFrom } from '../marks.ts'
import { creditFacts, creditOf, type CreditOnPaper } from './credit-on-paper.ts'
import { packingOf, type ShipmentPacking } from '../packing/packing-of.ts'

type Shipment = QueryOutput<'shipment'>
type Sold = {
  number: string
  incoterm: Incoterm | null
  incotermPlace: string
  consignee: string
  notifyParty: string
  marks: string
  byCredit: boolean
}
export type Read = {
  shipment: Shipment
  lines: (SaleLine & { id: string })[]
  contracts: Sold[]
  buyer: PartyOnPaper
  products: ReadonlyMap<string, ProductOnPaper>
  packing: ShipmentPacking
  /** Under which it goes to the bank, where it does. */
  credit: CreditOnPaper | undefined
}

const soldLines = async (q: QueryContext, shipment: Shipment) => {
  const rows = await q.db
    .selectFrom('sales_line')
    .select(['id', 'productId', 'discount'])
    .where(
      'id',
      'in',
      shipment.lines.map((line) => line.salesLineId),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
const contractsOf = async (q: QueryContext, shipment: Shipment): Promise<Sold[]> => {
  const rows = await q.db
    .selectFrom('sales_contract')
    .select(['number', 'incoterm', 'incotermPlace', 'consignee', 'notifyParty', 'marks', 'paymentTerm'])
    .where('id', 'in', [...new Set(shipment.lines.map((line) => line.contractId))])
    .orderBy('numberKey')
    .execute()
  return rows.map(({ incoterm, paymentTerm, ...row }) => ({
    ...row,
    incoterm: incoterm as Incoterm | null,
    byCredit: isByCredit(JSON.parse(paymentTerm) as PaymentTerm),
  }))
}

/**
 * What has left keeps its price (C17): where the contract's price of today does not come to what was charged, because it was amended since, it is the one that was
 * agreed before. A line without a discount has none, however its parts were rounded.
 */
const pricedAsLeft = (
  line: Shipment['lines'][number],
  discount: number,
  agreed: readonly AgreedPrice[],
  currency: Shipment['currency'],
): AgreedPrice & { off: Money } => {
  const typed = { price: line.price, discount: scaledText(discount, 'percent') }
  const left = isAsPriced({ ...line, ...typed }, currency) ? typed : (priceThatLeft(line, agreed, currency, false) ?? typed)
  const before = comesTo({ ...line, ...left, discount: '0' }, currency)
  return { ...left, off: money(left.discount === '0' ? 0 : before - line.amount.minor, currency) }
}
/** Lines whose price of today does not come to what was charged, and that could not be worked back. */
export const pricedOtherwise = ({ lines, shipment }: Read): PaperProblem[] =>
  lines.flatMap((line) => lineOtherwise(line, shipment.currency))

export const read = async ({ recordId }: PaperAsked, q: QueryContext): Promise<Read> => {
  const shipment = await shipmentQuery({ id: recordId }, q)
  const sold = await soldLines(q, shipment)
  const agreed = await agreedPrices(q.db, [...new Set(shipment.lines.map((line) => line.contractId))])
  const lines = shipment.lines.map((line) => {
    const { productId = null, discount = 0 } = sold.get(line.salesLineId) ?? {}
    return { ...line, productId, ...pricedAsLeft(line, discount, agreed.get(line.salesLineId) ?? [], shipment.currency) }
  })
  const products = await productsOnPaper(
    q,
    lines.map((line) => line.productId),
  )
  return {
    ...{ shipment, lines, products },
    contracts: await contractsOf(q, shipment),
    buyer: await partyOnPaper(q, shipment.customerId),
    packing: await packingOf(q.db, shipment),
    credit: await creditOf(q, shipment.id),
  }
}

/** Of the first contract that says it: a shipment goes to one place. */
export const firstFilled = (contracts: readonly Sold[], of: 'consignee' | 'notifyParty'): string =>
  contracts.map((contract) => contract[of]).find((text) => text !== '') ?? ''

export const marksText = ({ shipment, contracts, buyer, packing }: Read): string =>
  marksFrom({ contracts, buyer, portOfDischarge: shipment.portOfDischarge, packages: packing.total.packages })

/** PA9. Of what is asked of others before the goods leave: it holds from the day it is given. */
export const markOfOrder = ({ status }: Pick<Shipment, 'status'>): PaperContent['mark'] => (status === 'void' ? { word: 'void' } : null)
/** PA9. Of what is for the buyer: a draft until the goods leave. */
export const markOf = (shipment: Pick<Shipment, 'status' | 'dispatchedOn'>): PaperContent['mark'] =>
  markOfOrder(shipment) ?? (shipment.dispatchedOn === null ? { word: 'draft' } : null)

/** 'COSCO TAURUS / 021W' */
export const vesselText = ({ vessel, voyage }: Pick<Shipment, 'vessel' | 'voyage'>): string =>
  [vessel, voyage].filter((text) => text !== '').join(' / ')
/** Each text once, one a line. */
export const eachOnce = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('\n')
/** Goods as the bill of lading calls them, or as the lines do. */
export const goodsNamed = ({ shipment, lines }: Read): string =>
  shipment.goodsOnBill || eachOnce(lines.map(({ description }) => description))

export const around = (what: Read, q: QueryContext): Omit<PaperContent, 'titles' | 'blocks' | 'problems' | 'warnings'> => {
  const { shipment, buyer } = what
  return {
    ...{ number: shipment.invoiceNumber || shipment.number, version: 1, revision: shipment.revision, party: buyer.shortName },
    date: shipment.dispatchedOn ?? q.today,
    mark: markOf(shipment),
  }
}
export const head = (what: Read, q: QueryContext, w: PaperWriter): ContentBlock => {
  const { shipment, contracts, credit } = what
  // Under a credit the buyer is its applicant, as the credit writes him (UCP 600 art. 18 a).
  const buyer = { ...what.buyer, name: credit?.applicant || what.buyer.name }
  return {
    key: 'head',
    kind: 'facts',
    left: [
      fact(paperWords.seller, companyOnPaper(q, w)),
      ...buyerFacts(buyer, { consignee: firstFilled(contracts, 'consignee'), notifyParty: firstFilled(contracts, 'notifyParty') }, w),
    ],
    right: [
      { label: paperWords.invoice, value: shipment.invoiceNumber, needed: true },
      fact(paperWords.date, w.date(shipment.dispatchedOn ?? q.today)),
      fact(paperWords.contract, contracts.map(({ number }) => number).join(', ')),
      ...creditFacts(credit, w),
    ],
  }
}
export const voyage = ({ shipment, buyer }: Read, w: PaperWriter, priced: string): ContentBlock => ({
  key: 'transport',
  kind: 'facts',
  left: [
    fact(paperWords.priceTerm, priced),
    fact(paperWords.transportMode, modeText(shipment.transportMode, w)),
    fact(paperWords.vessel, vesselText(shipment)),
    fact(paperWords.billOfLading, shipment.billOfLadingNumber),
  ],
  right: [
    fact(paperWords.portOfLoading, shipment.portOfLoading),
    fact(paperWords.portOfDischarge, shipment.portOfDischarge),
    fact(paperWords.origin, 'CHINA'),
    fact(paperWords.destination, buyer.country ? w.said(buyer.country) : ''),
    fact(paperWords.onBoard, w.date(shipment.onBoardOn)),
  ],
})
/** '84 CARTONS', '10 PALLETS (STC 163 CARTONS)'; '' while it is not known. */
export const packagesText = ({ shipment, packing }: Pick<Read, 'shipment' | 'packing'>, w: PaperWriter): string => {
  const { packages } = packing.total
  if (packages === null) return ''
  const { one, many, zh } = packageWords[shipment.packageKind]
  const count = w.quantity(String(packages))
  const said = { en: `${count} ${packages === 1 ? one : many}`, zh: `${count} ${zh}` }
  if (shipment.pallets === null) return w.lines(said)
  const pallets = w.quantity(String(shipment.pallets))
  return w.lines({
    en: `${pallets} ${shipment.pallets === 1 ? packageWords.pallet.one : packageWords.pallet.many} (STC ${said.en})`,
    zh: `${pallets} ${packageWords.pallet.zh}（${said.zh}）`,
  })
}
/** Kilograms and cubic metres as papers write them; '' while they are not known. */
export const weightText = (value: Decimal | null, w: PaperWriter): string => (value ? w.measure(decimalTextOf(value), 2) : '')
export const volumeText = (value: Decimal | null, w: PaperWriter): string => (value ? w.measure(decimalTextOf(value), 3) : '')
const withUnit = (figure: string, unit: string): string => (figure === '' ? '' : `${figure} ${unit}`)
export const containersText = ({ containers }: Pick<Shipment, 'containers'>): string =>
  containers
    .map(({ type, number, seal }) => [`1 x ${type}`, number, seal && `/ ${seal}`].filter((text) => text !== '').join(' '))
    .join('\n')
export const packagesBlock = (what: Read, w: PaperWriter, ...more: Fact[]): ContentBlock => {
  const { netWeight, grossWeight, volume } = what.packing.total
  return {
    key: 'packages',
    kind: 'facts',
    left: [
      fact(paperWords.packages, packagesText(what, w)),
      fact(paperWords.grossWeight, withUnit(weightText(grossWeight, w), 'KGS')),
      fact(paperWords.netWeight, withUnit(weightText(netWeight, w), 'KGS')),
      fact(paperWords.measurement, withUnit(volumeText(volume, w), 'CBM')),
    ],
    right: [fact(paperWords.container, containersText(what.shipment)), ...more, fact(paperWords.marks, marksText(what))],
  }
}
/** Goods of which it is not known how they are packed. */
export const unknownPacking = ({ lines, packing }: Read): PaperProblem[] =>
  packing.packed
    .filter(({ isShared, from, netWeight, grossWeight, volume }) => (!isShared && from === null) || !netWeight || !grossWeight || !volume)
    .map(({ row }) => ({ code: 'packing-unknown', what: lines.find(({ id }) => id === row.lineId)?.description ?? '' }))
/** H52, H53. What does not agree in the packing: nothing that says it goes out. */
export const packingProblems = ({ shipment, lines, packing }: Read, w: PaperWriter): PaperProblem[] => [
  ...packedOtherwise(lines, packing.packed).map(({ line, packed }) => ({
    ...{ code: 'packed-otherwise', what: line.description },
    ...{ one: `${w.quantity(packed)} ${line.unit}`, other: `${w.quantity(line.quantity)} ${line.unit}` },
  })),
  ...netAboveGross(packing.packed).map(({ numbers, net, gross }) => ({
    ...{ code: 'net-above-gross', what: numbers, one: `${net} KGS`, other: `${gross} KGS` },
  })),
  ...oddContainers(shipment.containers).map(({ number, expected }) => ({
    ...{ code: 'container-number', what: number, ...(expected === '' ? {} : { one: number.at(-1)!, other: expected }) },
  })),
  ...unknownContainers(shipment.containers, packing.packed).map(({ container }) => ({ code: 'container-unknown', what: container })),
]
/** H64. What the bill of lading says otherwise: banks and customs compare it with every paper that tells packages, weight, measure or marks. */
export const billProblems = (what: Read): PaperProblem[] =>
  billDifferences(what.shipment, { ...what.packing.total, pallets: what.shipment.pallets, marks: marksText(what) }).map(
    ({ field, bill, packed }) => ({
      ...{ code: 'bill-differs', what: `${nameOf(`field.${field}`, 'zh')} ${nameOf(`field.${field}`, 'en')}` },
      ...{ one: packed, other: bill },
    }),
  )
/** Lines of the check under a credit that the bill's own figures do not tell already. */
export const unlessOnBill = <C extends string>({ shipment }: Read, checks: { packages: C; grossWeight: C }): C[] => [
  ...(shipment.billPackages === null ? [checks.packages] : []),
  ...(shipment.billGrossWeight === null ? [checks.grossWeight] : []),
]

export const languageOfCustomer: PaperMaker['language'] = async ({ recordId }, q) =>
  (await partyOnPaper(q, (await shipmentQuery({ id: recordId }, q)).customerId)).documentLanguage
