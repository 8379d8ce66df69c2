// The check of documents (审单): what a credit asks beside what invoice, packing list, bill of lading and insurance say. Pure. Rules DC7 and DC8 of SPEC.md.
import type { Check, CheckFigure, CheckLine } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { leastOf, mostOf } from './rules.ts'

/** Scaled quantities of one unit. */
export type InUnit = { unit: string; credit: number; before: number; now: number }
export type Facts = {
  letter: {
    status: string
    amount: number
    tolerancePlus: number
    toleranceMinus: number
    currency: Currency
    applicant: string
    expiresOn: IsoDate
    latestShipment: IsoDate | null
    portOfLoading: string
    portOfDischarge: string
    partialShipment: boolean
    transhipment: boolean
    /** Required documents, and of them those that are there. */
    required: number
    ticked: number
  }
  /** Presented under this credit for other shipments. */
  drawnElsewhere: number
  shipment: {
    currency: Currency
    customer: string
    onBoardOn: IsoDate | null
    portOfLoading: string
    portOfDischarge: string
    vessel: string
    billOfLadingNumber: string
    /** The invoice: the shipment's lines of the credit's contracts. */
    invoice: number
  }
  /** What is drawn, or would be. */
  drawing: number
  /** The part of the invoice that the contracts' payment terms leave to the credit. */
  byTerm: number
  quantities: readonly InUnit[]
  /** Goods insured by us: CIF or CIP. */
  insured: boolean
  presentedOn: IsoDate | null
  deadline: IsoDate | null
  insuredAmount: number | null
  insuredOn: IsoDate | null
  packingCartons: number | null
  billCartons: number | null
  /** Cartons calculated from the products' packing; null when one has none. */
  cartons: number | null
  packingGross: number | null
  billGross: number | null
  /** Of the shipping instruction, by which the bill of lading is made out; null where it is not known or covers goods of other credits. */
  instructed: { packages: number | null; grossWeight: number | null }
  /** Measurement (scaled m³) and marks of packing list and bill of lading, where the bill's are known and all of its goods stand under the credit. */
  volume: { packed: number | null; bill: number } | null
  marks: { packed: string; bill: string; agree: boolean } | null
  transhipped: boolean | null
  today: IsoDate
}

const text = (value: string): CheckFigure => ({ text: value })
const line = (check: Check, result: boolean | null, asked: CheckFigure | null, found: CheckFigure | null): CheckLine => ({
  check,
  result: result === null ? 'unknown' : result ? 'ok' : 'discrepancy',
  asked,
  found,
})
/** Names and ports as a bank compares them: letter by letter, capitals, spaces and points apart. */
const plain = (value: string) => value.toLowerCase().replaceAll(/[\s.,·，。]+/g, '')
const yes = (value: boolean): CheckFigure => ({ name: `boolean.${value}` })

/** UCP 600 art. 30 b: what is weighed, measured or poured may come 5 % more or less; what is counted in packing units or single pieces may not. */
const MEASURED = new Set('KG G MT LB OZ CT M FT YD IN KM M2 FT2 YD2 M3 FT3 L ML GAL KW KWH'.split(' '))
export const isMeasured = (unit: string): boolean => MEASURED.has(unit)

/** DC8. Whether a quantity fits: no more than the credit's (5 % more where measured); when all must go at once no less either. */
export const quantityFits = ({ unit, credit, before, now }: InUnit, allAtOnce: boolean): boolean => {
  const slack = isMeasured(unit) ? new Decimal(credit).div(20) : new Decimal(0)
  const all = new Decimal(before).plus(now)
  if (all.gt(slack.plus(credit))) return false
  return !allAtOnce || new Decimal(now).gte(new Decimal(credit).minus(slack))
}

/** 110 % of the invoice (UCP 600 art. 28 f ii), up to the next minor unit. */
export const leastInsured = (invoice: number): number => new Decimal(invoice).times('1.1').ceil().toNumber()

const amountLines = (f: Facts): CheckLine[] => {
  const { letter, drawing, drawnElsewhere } = f
  const of = (minor: number) => money(minor, letter.currency)
  const left = Math.max(0, mostOf(letter.amount, letter.tolerancePlus) - drawnElsewhere)
  const least = letter.partialShipment ? 0 : leastOf(letter.amount, letter.toleranceMinus)
  const sameCurrency = f.shipment.currency === letter.currency
  return [
    line('currency', sameCurrency, text(letter.currency), text(f.shipment.currency)),
    line(
      'amount',
      sameCurrency ? drawing <= left && drawing >= Math.min(least, left) : null,
      least > 0 ? { money: of(least), upTo: of(left) } : { money: of(left) },
      { money: of(drawing) },
    ),
    line('invoice-amount', sameCurrency ? drawing <= f.shipment.invoice : null, { money: of(f.shipment.invoice) }, { money: of(drawing) }),
  ]
}

const quantityLines = (f: Facts): CheckLine[] => {
  const allAtOnce = !f.letter.partialShipment
  const say = (pick: (q: InUnit) => number) => text(f.quantities.map((q) => `${scaledText(pick(q), 'quantity')} ${q.unit}`).join(' + '))
  const known = f.quantities.length > 0
  const whole = known && f.drawnElsewhere === 0 && f.quantities.every((q) => q.before === 0 && quantityFits(q, true))
  return [
    line(
      'quantity',
      known ? f.quantities.every((q) => quantityFits(q, allAtOnce)) : null,
      known ? say((q) => q.credit - q.before) : null,
      known ? say((q) => q.now) : null,
    ),
    line(
      'partial-shipment',
      f.letter.partialShipment ? true : known ? whole : null,
      yes(f.letter.partialShipment),
      known ? yes(!whole) : null,
    ),
  ]
}

const equal = (check: Check, a: number | null, b: number | null, say: (n: number) => string): CheckLine =>
  line(check, a === null || b === null ? null : a === b, a === null ? null : text(say(a)), b === null ? null : text(say(b)))

const weight = (scaled: number): string => `${scaledText(scaled, 'measure')} kg`
const measurement = (scaled: number): string => `${scaledText(scaled, 'measure')} m³`
const packingLines = (f: Facts): CheckLine[] => [
  equal('cartons', f.packingCartons ?? f.cartons, f.billCartons, String),
  equal('gross-weight', f.packingGross, f.billGross, weight),
  ...(f.instructed.packages === null ? [] : [equal('instruction-cartons', f.instructed.packages, f.billCartons, String)]),
  ...(f.instructed.grossWeight === null ? [] : [equal('instruction-gross-weight', f.instructed.grossWeight, f.billGross, weight)]),
  ...(f.volume === null ? [] : [equal('volume', f.volume.packed, f.volume.bill, measurement)]),
  ...(f.marks === null ? [] : [line('marks', f.marks.agree, text(f.marks.packed), text(f.marks.bill))]),
]

const portsFit = (asked: string, found: string): boolean | null =>
  asked === '' ? true : found === '' ? null : plain(asked) === plain(found)
const together = (...all: (boolean | null)[]): boolean | null => (all.includes(false) ? false : all.includes(null) ? null : true)
const route = (from: string, to: string): CheckFigure | null => (from === '' && to === '' ? null : text(`${from || '–'} → ${to || '–'}`))

const billLines = (f: Facts): CheckLine[] => {
  const { letter, shipment } = f
  const { onBoardOn } = shipment
  const inTime = letter.latestShipment === null ? true : onBoardOn === null ? null : onBoardOn <= letter.latestShipment
  // Not on board yet, and it may not be any more.
  const passed = onBoardOn === null && letter.latestShipment !== null && letter.latestShipment < f.today
  const ports = together(portsFit(letter.portOfLoading, shipment.portOfLoading), portsFit(letter.portOfDischarge, shipment.portOfDischarge))
  const named = shipment.vessel !== '' && shipment.billOfLadingNumber !== ''
  return [
    line(
      'latest-shipment',
      passed ? false : inTime,
      letter.latestShipment === null ? null : text(letter.latestShipment),
      onBoardOn === null ? null : text(onBoardOn),
    ),
    line('ports', ports, route(letter.portOfLoading, letter.portOfDischarge), route(shipment.portOfLoading, shipment.portOfDischarge)),
    line(
      'transhipment',
      letter.transhipment ? true : f.transhipped === null ? null : !f.transhipped,
      yes(letter.transhipment),
      f.transhipped === null ? null : yes(f.transhipped),
    ),
    line('vessel', named ? true : null, null, named ? text(`${shipment.vessel} · ${shipment.billOfLadingNumber}`) : null),
  ]
}

const insuranceLines = (f: Facts): CheckLine[] => {
  if (!f.insured) return []
  const of = (minor: number) => ({ money: money(minor, f.letter.currency) })
  const least = leastInsured(f.shipment.invoice)
  const { onBoardOn } = f.shipment
  const inTime = f.insuredOn === null || onBoardOn === null ? null : f.insuredOn <= onBoardOn
  return [
    line(
      'insurance',
      f.insuredAmount === null ? null : f.insuredAmount >= least,
      of(least),
      f.insuredAmount === null ? null : of(f.insuredAmount),
    ),
    line('insurance-date', inTime, onBoardOn === null ? null : text(onBoardOn), f.insuredOn === null ? null : text(f.insuredOn)),
  ]
}

const presentationLines = (f: Facts): CheckLine[] => {
  const { deadline, presentedOn, letter } = f
  const late = presentedOn === null && deadline !== null && deadline < f.today
  const result = deadline === null ? null : late ? false : presentedOn === null ? null : presentedOn <= deadline
  return [
    line('presentation', result, deadline === null ? null : text(deadline), presentedOn === null ? null : text(presentedOn)),
    line(
      'documents',
      letter.required === 0 ? true : letter.ticked === letter.required ? true : presentedOn === null ? null : false,
      text(String(letter.required)),
      text(String(letter.ticked)),
    ),
  ]
}

/** DC7. Every line of the check, in the order a clerk reads the documents. */
export const checkDocuments = (f: Facts): CheckLine[] => {
  const { letter, shipment } = f
  const over = letter.status === 'cancelled' || (f.presentedOn === null && (letter.status === 'expired' || letter.status === 'closed'))
  const [currency, ...amounts] = amountLines(f)
  const applicant = letter.applicant === '' ? true : plain(letter.applicant) === plain(shipment.customer)
  return [
    line(
      'credit-in-force',
      letter.status === 'draft' ? null : !over,
      { name: 'letter-status.accepted' },
      { name: `letter-status.${letter.status}` },
    ),
    currency!,
    line('applicant', applicant, letter.applicant === '' ? null : text(letter.applicant), text(shipment.customer)),
    ...amounts,
    ...quantityLines(f),
    ...packingLines(f),
    ...billLines(f),
    ...insuranceLines(f),
    ...presentationLines(f),
  ]
}
