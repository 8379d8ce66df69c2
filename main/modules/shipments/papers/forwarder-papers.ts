// What a forwarder is given: the booking note (托运单) that asks for space, and the shipping instruction (提单补料) by which the bill of lading is made out.
// No price and no amount stands on either (PA16). Rules H56 to H58.
import type { BookingFields } from '../../../../preload/contract/modules/shipments/calls.ts'
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
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
import { containerName, countedTypes, totalsIn } from '../packing/fill.ts'
import { creditProblems } from './credit-on-paper.ts'
import {
  around,
  billProblems,
  eachOnce,
  firstFilled,
  goodsNamed,
  markOfOrder,
  marksText,
  packagesText,
  packingProblems,
  read,
  unknownPacking,
  unlessOnBill,
  vesselText,
  volumeText,
  weightText,
  type Read,
} from './on-paper.ts'

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
      {
        label: paperWords.consignee,
        value: firstFilled(contracts, 'consignee') || buyer.consignee || addressBlock(buyer, 'en'),
        needed: true,
      },
      fact(paperWords.notify, firstFilled(contracts, 'notifyParty') || buyer.notifyParty),
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
      fact(paperWords.vessel, vesselText(shipment)),
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
/** One row: a bill of lading names goods in general terms. */
const goodsBlock = (what: Read, w: PaperWriter): ContentBlock => {
  const { lines, products, packing } = what
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
        description: goodsNamed(what),
        hsCode: eachOnce(lines.map(({ productId }) => products.get(productId ?? '')?.hsCode ?? '')),
        gross: weightText(grossWeight, w),
        volume: volumeText(volume, w),
      },
    ],
    sums: [],
    words: [],
  }
}
const containersBlock = ({ shipment: { containers }, packing }: Read, w: PaperWriter): ContentBlock => {
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
    rows: containers.map((container) => {
      const { packages = null, grossWeight = null, volume = null } = totalsIn(container.number, containers, packing) ?? {}
      return {
        ...{ container: containerName(container), seal: container.seal },
        packages: packages === null ? '' : w.quantity(String(packages)),
        gross: weightText(grossWeight, w),
        volume: volumeText(volume, w),
        vgm: container.vgm === null ? '' : w.measure(container.vgm, 2),
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
  const problems = named.flatMap(({ number, vgm }) => {
    const gross = totalsIn(number, shipment.containers, packing)?.grossWeight
    if (vgm === null || !gross || new Decimal(vgm).gte(gross)) return []
    return [
      {
        ...{ code: 'vgm-below-cargo', what: number },
        ...{ one: `${w.measure(vgm, 2)} KGS`, other: `${weightText(gross, w)} KGS` },
      },
    ]
  })
  return { problems, missing: named.filter(({ vgm }) => vgm === null).map(({ number }) => ({ code: 'vgm-missing', what: number })) }
}
const sent = (what: Read, q: QueryContext) => ({
  ...around(what, q),
  ...{ number: what.shipment.number, date: q.today, party: what.shipment.forwarderName ?? '' },
  mark: markOfOrder(what.shipment),
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
      // What the bill of lading says by now is what a second instruction would have to say.
      problems: [
        ...unknownPacking(what),
        ...packingProblems(what, w),
        ...problems,
        ...billProblems(what),
        ...creditProblems(what.credit, unlessOnBill(what, { packages: 'instruction-cartons', grossWeight: 'instruction-gross-weight' })),
      ],
      warnings: missing,
    }
  },
}
