// What a shipment is printed as: commercial invoice (商业发票) and packing list (装箱单). The packing list bears no price (PA16).
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { decimalTextOf, scaledText, toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../../preload/contract/vocabulary/incoterm.ts'
import { lineAmount, money } from '../../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import {
  companyOnPaper,
  fact,
  modeText,
  paperWords,
  unitTotals,
  type ContentBlock,
  type PaperAsked,
  type PaperContent,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
} from '../../../records/papers/index.ts'
import { productsOnPaper, type ProductOnPaper } from '../../catalogue/index.ts'
import { bankBlock, buyerFacts, goodsText, linesBlock, priceTerm, signaturesOf, type SaleLine } from '../../contracts/index.ts'
import { partyOnPaper, type PartyOnPaper } from '../../parties/index.ts'
import { shipmentQuery } from '../shipment-query.ts'
import { packedTotals, packLines, type PackedLine } from './cartons.ts'

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
type Read = {
  shipment: Shipment
  lines: SaleLine[]
  contracts: Sold[]
  buyer: PartyOnPaper
  products: ReadonlyMap<string, ProductOnPaper>
  packed: (PackedLine | undefined)[]
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
    byCredit: paymentTerm.includes('"letter-of-credit"'),
  }))
}

const read = async ({ recordId }: PaperAsked, q: QueryContext): Promise<Read> => {
  const shipment = await shipmentQuery({ id: recordId }, q)
  const sold = await soldLines(q, shipment)
  const lines = shipment.lines.map((line): SaleLine => {
    const gross = lineAmount(toScaled(line.quantity, 'quantity'), toScaled(line.price, 'price'), 0, shipment.currency)
    const { productId = null, discount = 0 } = sold.get(line.salesLineId) ?? {}
    return { ...line, productId, discount: scaledText(discount, 'percent'), off: money(gross - line.amount.minor, shipment.currency) }
  })
  const products = await productsOnPaper(
    q,
    lines.map((line) => line.productId),
  )
  return {
    ...{ shipment, lines, products },
    contracts: await contractsOf(q, shipment),
    buyer: await partyOnPaper(q, shipment.customerId),
    packed: packLines(
      lines.map(({ quantity, productId }) => {
        const product = products.get(productId ?? '')
        return {
          quantity,
          piecesPerCarton: product?.piecesPerCarton ?? '',
          carton: product?.carton ?? { length: '', width: '', height: '' },
          grossWeight: product?.grossWeight ?? '',
          netWeight: product?.netWeight ?? '',
        }
      }),
    ),
  }
}

/** Of the first contract that says it: a shipment goes to one place. */
const first = (contracts: readonly Sold[], of: 'consignee' | 'notifyParty' | 'marks'): string =>
  contracts.map((contract) => contract[of]).find((text) => text !== '') ?? ''

/** The usual marks (UNECE Rec. 15): short name, reference, destination, carton numbers. */
const marksText = ({ shipment, contracts, buyer, packed }: Read): string => {
  const written = first(contracts, 'marks') || buyer.marks
  if (written !== '') return written
  const total = packedTotals(packed)
  return [buyer.shortName, contracts[0]?.number ?? '', shipment.portOfDischarge, total ? `1-${total.cartons}` : '']
    .filter((line) => line !== '')
    .join('\n')
    .toUpperCase()
}

const around = (what: Read, q: QueryContext): Omit<PaperContent, 'titles' | 'blocks' | 'problems' | 'warnings'> => {
  const { shipment, buyer } = what
  return {
    ...{ number: shipment.invoiceNumber || shipment.number, version: 1, revision: shipment.revision, party: buyer.shortName },
    date: shipment.dispatchedOn ?? q.today,
    mark: shipment.dispatchedOn === null ? { word: 'draft' } : null,
  }
}
const head = (what: Read, q: QueryContext, w: PaperWriter): ContentBlock => {
  const { shipment, contracts, buyer } = what
  return {
    key: 'head',
    kind: 'facts',
    left: [
      fact(paperWords.seller, companyOnPaper(q, w)),
      ...buyerFacts(buyer, { consignee: first(contracts, 'consignee'), notifyParty: first(contracts, 'notifyParty') }, w),
    ],
    right: [
      { label: paperWords.invoice, value: shipment.invoiceNumber, needed: true },
      fact(paperWords.date, w.date(shipment.dispatchedOn ?? q.today)),
      fact(paperWords.contract, contracts.map(({ number }) => number).join(', ')),
    ],
  }
}
const voyage = ({ shipment, buyer }: Read, w: PaperWriter, priced: string): ContentBlock => ({
  key: 'transport',
  kind: 'facts',
  left: [
    fact(paperWords.priceTerm, priced),
    fact(paperWords.transportMode, modeText(shipment.transportMode, w)),
    fact(paperWords.vessel, [shipment.vessel, shipment.voyage].filter((text) => text !== '').join(' / ')),
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
const packages = ({ shipment, packed, ...what }: Read, w: PaperWriter): ContentBlock => {
  const total = packedTotals(packed)
  return {
    key: 'packages',
    kind: 'facts',
    left: [
      fact(paperWords.packages, total ? `${w.quantity(String(total.cartons))} CARTONS` : ''),
      fact(paperWords.grossWeight, total ? `${w.measure(decimalTextOf(total.grossWeight), 2)} KGS` : ''),
      fact(paperWords.netWeight, total ? `${w.measure(decimalTextOf(total.netWeight), 2)} KGS` : ''),
      fact(paperWords.measurement, total ? `${w.measure(decimalTextOf(total.volume), 3)} CBM` : ''),
    ],
    right: [
      fact(
        paperWords.container,
        shipment.containers
          .map(({ type, number, seal }) => [`1 x ${type}`, number, seal && `/ ${seal}`].filter((text) => text !== '').join(' '))
          .join('\n'),
      ),
      fact(paperWords.marks, marksText({ shipment, packed, ...what })),
    ],
  }
}
/** Goods whose product does not say how they are packed. */
const unpacked = ({ lines, packed }: Read): PaperProblem[] =>
  lines.filter((_, at) => packed[at] === undefined).map(({ description }) => ({ code: 'packing-unknown', what: description }))

const language: PaperMaker['language'] = async ({ recordId }, q) =>
  (await partyOnPaper(q, (await shipmentQuery({ id: recordId }, q)).customerId)).documentLanguage

export const commercialInvoicePaper: PaperMaker = {
  language,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { shipment, contracts } = what
    const bank = await bankBlock(q, shipment.currency, w)
    const terms = [...new Set(contracts.map((c) => priceTerm(c.incoterm, c.incotermPlace)))].filter((text) => text !== '').join('; ')
    return {
      titles: paperWords.commercialInvoiceTitle,
      ...around(what, q),
      blocks: [
        head(what, q, w),
        voyage(what, w, terms),
        linesBlock(what.lines, { total: shipment.total, currency: shipment.currency, products: what.products, w }),
        packages(what, w),
        // Under a credit the bank pays, and asks for no account.
        ...(contracts.some(({ byCredit }) => byCredit) ? [] : [bank.ifAny]),
        signaturesOf(q, what.buyer, w, false),
      ],
      problems: [],
      warnings: [...unpacked(what), ...bank.problems],
    }
  },
}

export const packingListPaper: PaperMaker = {
  language,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { lines, packed, products } = what
    const total = packedTotals(packed)
    return {
      titles: paperWords.packingListTitle,
      ...around(what, q),
      blocks: [
        head(what, q, w),
        voyage(what, w, ''),
        {
          key: 'lines',
          kind: 'rows',
          columns: [
            { key: 'numbers', label: paperWords.cartonNumbers, align: 'center', fixed: true },
            { key: 'item', label: paperWords.item },
            { key: 'description', label: paperWords.description, grow: 1, fixed: true },
            { key: 'quantity', label: paperWords.quantity, align: 'right', fixed: true },
            { key: 'unit', label: paperWords.unit, align: 'center', fixed: true },
            { key: 'cartons', label: paperWords.cartons, align: 'right' },
            { key: 'each', label: paperWords.piecesPerCarton, align: 'right' },
            { key: 'net', label: paperWords.netWeightKg, align: 'right' },
            { key: 'gross', label: paperWords.grossWeightKg, align: 'right' },
            { key: 'volume', label: paperWords.measureCbm, align: 'right' },
            { key: 'size', label: paperWords.cartonSize, align: 'center', optional: true },
          ],
          rows: lines.map((line, at) => {
            const [product, carton] = [products.get(line.productId ?? ''), packed[at]]
            return {
              numbers: carton ? (carton.from === carton.to ? String(carton.from) : `${carton.from}–${carton.to}`) : '',
              item: line.productCode ?? '',
              description: goodsText(line, products, w),
              quantity: w.quantity(line.quantity),
              unit: line.unit,
              cartons: carton ? w.quantity(String(carton.cartons)) : '',
              each: carton ? w.quantity(product!.piecesPerCarton) : '',
              net: carton ? w.measure(decimalTextOf(carton.netWeight), 2) : '',
              gross: carton ? w.measure(decimalTextOf(carton.grossWeight), 2) : '',
              volume: carton ? w.measure(decimalTextOf(carton.volume), 3) : '',
              size: carton ? `${product!.carton.length}×${product!.carton.width}×${product!.carton.height}` : '',
            }
          }),
          sums: [
            {
              label: paperWords.total,
              strong: true,
              cells: {
                ...unitTotals(lines, w),
                ...(total
                  ? {
                      cartons: w.quantity(String(total.cartons)),
                      net: w.measure(decimalTextOf(total.netWeight), 2),
                      gross: w.measure(decimalTextOf(total.grossWeight), 2),
                      volume: w.measure(decimalTextOf(total.volume), 3),
                    }
                  : {}),
              },
            },
          ],
          words: [],
        },
        packages(what, w),
        signaturesOf(q, what.buyer, w, false),
      ],
      problems: unpacked(what),
      warnings: [],
    }
  },
}
