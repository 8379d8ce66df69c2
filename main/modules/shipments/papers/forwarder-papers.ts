// What a forwarder is given: the booking note (托运单) that asks for space, and the shipping instruction (提单补料) by which the bill of lading is made out.
// No price and no amount stands on either (PA16). Rules H56 to H58.
import type { BookingFields } from '../../../../preload/contract/modules/shipments/calls.ts'
import { Decimal, decimalTextOf } from '../../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../../preload/contract/vocabulary/incoterm.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import {
  clausesBlock,
  companyOnPaper,
  fact,
  modeText,
  paperWords,
  type ContentBlock,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
  type Said,
} from '../../../records/papers/index.ts'
import { addressBlock } from '../../parties/index.ts'
import { byContainer, countedTypes } from '../packing/fill.ts'
import { packedTotals } from '../packing/pack.ts'
import { around, first, marksText, packagesText, packingProblems, read, unknownPacking, type Read } from './on-paper.ts'

const BILLS: Record<BookingFields['billKind'], Said> = {
  original: paperWords.billOriginal,
  'telex-release': paperWords.billTelex,
  waybill: paperWords.billWaybill,
}
/** H56. Who pays the main carriage follows from the Incoterm: the seller by the C and D terms, the buyer by E and F. */
export const freightOf = (incoterm: Incoterm | null): Said | null => {
  if (incoterm === null) return null
  return 'CD'.includes(incoterm[0]!) ? paperWords.freightPrepaid : paperWords.freightCollect
}

const partiesBlock = (what: Read, q: QueryContext, w: PaperWriter): ContentBlock => {
  const { shipment, contracts, buyer } = what
  return {
    key: 'head',
    kind: 'facts',
    left: [
      {
        label: paperWords.shipper,
        value: [companyOnPaper(q, w), q.company.addressEn].filter((text) => text !== '').join('\n'),
        needed: true,
      },
      { label: paperWords.consignee, value: first(contracts, 'consignee') || buyer.consignee || addressBlock(buyer, 'en'), needed: true },
      fact(paperWords.notify, first(contracts, 'notifyParty') || buyer.notifyParty),
    ],
    right: [
      fact(paperWords.shipment, shipment.number),
      fact(paperWords.date, w.date(q.today)),
      fact(paperWords.invoice, shipment.invoiceNumber),
      fact(paperWords.forwarder, shipment.forwarderName ?? ''),
      fact(paperWords.carrier, shipment.carrierName ?? ''),
    ],
  }
}
const bookingBlock = ({ shipment, contracts }: Read, w: PaperWriter, isBooked: boolean): ContentBlock => {
  const freight = freightOf(contracts.find(({ incoterm }) => incoterm !== null)?.incoterm ?? null)
  return {
    key: 'transport',
    kind: 'facts',
    left: [
      { label: paperWords.bookingNumber, value: shipment.bookingNumber, ...(isBooked ? { needed: true } : {}) },
      fact(paperWords.transportMode, modeText(shipment.transportMode, w)),
      fact(paperWords.placeOfReceipt, shipment.placeOfReceipt),
      { label: paperWords.portOfLoading, value: shipment.portOfLoading, needed: true },
      { label: paperWords.portOfDischarge, value: shipment.portOfDischarge, needed: true },
      fact(paperWords.placeOfDelivery, shipment.placeOfDelivery),
      fact(paperWords.vessel, [shipment.vessel, shipment.voyage].filter((text) => text !== '').join(' / ')),
      fact(paperWords.etd, w.date(shipment.etd)),
    ],
    right: [
      fact(paperWords.containersWanted, countedTypes(shipment.containers)),
      fact(paperWords.freight, freight ? w.said(freight) : ''),
      fact(paperWords.billKind, w.said(BILLS[shipment.billKind])),
      fact(paperWords.siCutoff, shipment.siCutoff),
      fact(paperWords.vgmCutoff, shipment.vgmCutoff),
      fact(paperWords.cyCutoff, shipment.cyCutoff),
      fact(paperWords.customsCutoff, shipment.customsCutoff),
    ],
  }
}
const unique = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('\n')
/** One row: a bill of lading names goods in general terms. */
const goodsBlock = (what: Read, w: PaperWriter): ContentBlock => {
  const { shipment, lines, products, packing } = what
  const { grossWeight, volume } = packing.total
  return {
    key: 'lines',
    kind: 'rows',
    columns: [
      { key: 'marks', label: paperWords.marks, fixed: true },
      { key: 'packages', label: paperWords.packages, fixed: true },
      { key: 'description', label: paperWords.description, grow: 1, fixed: true },
      { key: 'hsCode', label: paperWords.hsCode },
      { key: 'gross', label: paperWords.grossWeightKg, align: 'right', fixed: true },
      { key: 'volume', label: paperWords.measureCbm, align: 'right', fixed: true },
    ],
    rows: [
      {
        marks: marksText(what),
        packages: packagesText(what, w),
        description: shipment.goodsOnBill || unique(lines.map(({ description }) => description)),
        hsCode: unique(lines.map(({ productId }) => products.get(productId ?? '')?.hsCode ?? '')),
        gross: grossWeight ? w.measure(decimalTextOf(grossWeight), 2) : '',
        volume: volume ? w.measure(decimalTextOf(volume), 3) : '',
      },
    ],
    sums: [],
    words: [],
  }
}
const containersBlock = ({ shipment, packing }: Read, w: PaperWriter): ContentBlock => {
  const { containers } = shipment
  // In a container alone is all that is shipped.
  const each = byContainer(containers, packing.packed)
  const inside = (number: string) =>
    containers.length === 1 ? packing.total : packedTotals(each.find(({ container }) => container.number === number)?.of ?? [])
  return {
    key: 'containers',
    kind: 'rows',
    title: paperWords.container,
    columns: [
      { key: 'container', label: paperWords.container, grow: 1, fixed: true },
      { key: 'seal', label: paperWords.seal },
      { key: 'packages', label: paperWords.packages, align: 'right' },
      { key: 'gross', label: paperWords.grossWeightKg, align: 'right' },
      { key: 'volume', label: paperWords.measureCbm, align: 'right' },
      { key: 'vgm', label: paperWords.vgm, align: 'right' },
    ],
    rows: containers.map(({ type, number, seal, vgm }) => {
      const { packages, grossWeight, volume } = inside(number)
      return {
        ...{ container: [type, number].filter((text) => text !== '').join(' '), seal },
        packages: packages === null ? '' : w.quantity(String(packages)),
        gross: grossWeight ? w.measure(decimalTextOf(grossWeight), 2) : '',
        volume: volume ? w.measure(decimalTextOf(volume), 3) : '',
        vgm: vgm === null ? '' : w.measure(vgm, 2),
      }
    }),
    sums: [],
    words: [],
  }
}
const signature = (q: QueryContext, w: PaperWriter): ContentBlock => ({
  key: 'signatures',
  kind: 'signatures',
  parties: [{ label: paperWords.shipper, name: companyOnPaper(q, w), below: paperWords.nameTitleDate, ours: true }],
})

/** H57. VGM is cargo and container: one below the cargo's own weight cannot be. */
const vgmProblems = ({ shipment, packing }: Read, w: PaperWriter): { problems: PaperProblem[]; missing: PaperProblem[] } => {
  const named = shipment.containers.filter(({ number }) => number !== '')
  const each = byContainer(shipment.containers, packing.packed)
  const problems = named.flatMap(({ number, vgm }) => {
    const of = each.find(({ container }) => container.number === number)?.of
    const gross = shipment.containers.length === 1 ? packing.total.grossWeight : of ? packedTotals(of).grossWeight : null
    if (vgm === null || gross === null || new Decimal(vgm).gte(gross)) return []
    return [
      {
        ...{ code: 'vgm-below-cargo', what: number },
        ...{ one: `${w.measure(vgm, 2)} KGS`, other: `${w.measure(decimalTextOf(gross), 2)} KGS` },
      },
    ]
  })
  return { problems, missing: named.filter(({ vgm }) => vgm === null).map(({ number }) => ({ code: 'vgm-missing', what: number })) }
}
/** Not the customer's draft of an invoice: an order to a forwarder holds from the day it is given. */
const sent = (what: Read, q: QueryContext) => ({
  ...around(what, q),
  ...{ number: what.shipment.number, date: q.today, party: what.shipment.forwarderName ?? '' },
  mark: what.shipment.status === 'void' ? ({ word: 'void' } as const) : null,
})

export const bookingNotePaper: PaperMaker = {
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    return {
      titles: paperWords.bookingNoteTitle,
      ...sent(what, q),
      blocks: [
        partiesBlock(what, q, w),
        bookingBlock(what, w, false),
        goodsBlock(what, w),
        { ...clausesBlock(what.shipment.billWording), title: paperWords.billWording },
        signature(q, w),
      ],
      problems: packingProblems(what, w),
      // Space is asked for before everything is weighed.
      warnings: unknownPacking(what),
    }
  },
}

export const shippingInstructionPaper: PaperMaker = {
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { problems, missing } = vgmProblems(what, w)
    return {
      titles: paperWords.shippingInstructionTitle,
      ...sent(what, q),
      blocks: [
        partiesBlock(what, q, w),
        bookingBlock(what, w, true),
        goodsBlock(what, w),
        containersBlock(what, w),
        { ...clausesBlock(what.shipment.billWording), title: paperWords.billWording },
        signature(q, w),
      ],
      problems: [...unknownPacking(what), ...packingProblems(what, w), ...problems],
      warnings: missing,
    }
  },
}
