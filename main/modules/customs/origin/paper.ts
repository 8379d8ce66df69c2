// A certificate of origin as a paper: the boxes of its form, filled in as it is applied for. No price and no amount but the FOB value that RCEP asks for (PA16).
// Rules CD9 to CD12.
import type { OriginForm } from '../../../../preload/contract/modules/customs/origin.ts'
import { decimalTextOf } from '../../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import {
  companyOnPaper,
  type ContentBlock,
  countInEnglish,
  type Fact,
  modeText,
  packageWords,
  type PaperColumn,
  type PaperMaker,
  type PaperWriter,
} from '../../../records/papers/index.ts'
import { addressBlock } from '../../parties/index.ts'
import { billProblems, firstFilled, markOfOrder, marksText, type ShipmentOnPaper, vesselText, weightText } from '../../shipments/index.ts'
import { asksForValue, certified, type Certified, countryNamed } from './certified.ts'
import { storedCertificate } from './certificates.ts'
import type { OriginItem } from './items.ts'
import { formWords, originWords as words } from './words.ts'

type Stored = Awaited<ReturnType<typeof storedCertificate>>

const en = (text: string) => ({ en: text, zh: text })
const eachLine = (...texts: string[]): string => texts.filter((text) => text !== '').join('\n')
const country = (alpha3: string): string => countryNamed(alpha3, 'nameEn').toUpperCase()

/** 'FROM NINGBO TO HAMBURG BY SEA'; RCEP asks for the day, the vessel and the port as well. */
const transport = (form: OriginForm, { shipment }: ShipmentOnPaper, w: PaperWriter): string => {
  const { portOfLoading, portOfDischarge } = shipment
  if (portOfLoading === '' || portOfDischarge === '') return ''
  const mode = modeText(shipment.transportMode, w)
  const route = [words.from, portOfLoading, words.to, portOfDischarge, ...(mode === '' ? [] : [mode])].join(' ').toUpperCase()
  if (form !== 'rcep') return route
  const left = w.date(shipment.onBoardOn ?? shipment.dispatchedOn ?? shipment.etd)
  const named = (label: string, value: string) => (value === '' ? '' : `${label}: ${value}`)
  return eachLine(route, named(words.departure, left), named(words.vessel, vesselText(shipment)), named(words.discharge, portOfDischarge))
}

const headBlock = (stored: Stored, { shipment }: Certified, q: QueryContext, w: PaperWriter): ContentBlock => {
  const form = formWords[stored.originForm]
  const box = (label: string, value: string, needed = true): Fact[] =>
    label === '' ? [] : [{ label: en(label), value, ...(needed ? { needed } : {}) }]
  const { buyer, contracts } = shipment
  const consignee = stored.consignee || firstFilled(contracts, 'consignee') || buyer.consignee || addressBlock(buyer, 'en')
  return {
    key: 'head',
    kind: 'facts',
    left: [
      ...box(form.exporter, eachLine(companyOnPaper(q, w), q.company.addressEn, country('CHN'))),
      ...box(form.consignee, eachLine(consignee, stored.via && `${words.via} ${stored.via}`)),
      ...box(form.producer, stored.manufacturer),
    ],
    right: [
      ...box(words.certificateNumber, stored.certificateNumber, false),
      ...box(form.transport, transport(stored.originForm, shipment, w)),
      ...box(form.destination, stored.destinationCountry === '' ? '' : country(stored.destinationCountry)),
      // The box of the authority is there, and empty.
      ...box(form.official, '\u00a0', false),
    ],
  }
}

const goodsText = (item: OriginItem, { shipment, items }: Certified): string => {
  const description = item.description.toUpperCase()
  if (item.packedWith !== null) return eachLine(description, words.packedWith(items[item.packedWith - 1]!.description.toUpperCase()))
  if (item.packages === null) return description
  const { one, many } = packageWords[shipment.shipment.packageKind]
  return [countInEnglish(item.packages), item.packages === 1 ? one : many, words.of, description].join(' ')
}
/** `"W" 73.18`: on Form A a criterion stands in quotation marks, and goods that were worked enough name their heading. */
const criterionText = (form: OriginForm, { criterion, hsCode }: OriginItem): string => {
  if (form !== 'form-a' || criterion === '') return criterion
  return criterion === 'W' ? `"W" ${hsCode.slice(0, 2)}.${hsCode.slice(2, 4)}` : `"${criterion}"`
}
const sixDigits = (code: string): string =>
  code
    .replaceAll('.', '')
    .slice(0, 6)
    .replace(/^(.{4})(.+)$/, '$1.$2')
const quantityText = (form: OriginForm, item: OriginItem, currency: ShipmentOnPaper['shipment']['currency'], w: PaperWriter): string => {
  const quantity = `${w.quantity(decimalTextOf(item.quantity))} ${item.unit}`
  const weight = weightText(item.grossWeight, w)
  return eachLine(
    quantity,
    form === 'co' || weight === '' ? '' : `${weight} KGS ${words.grossWeight}`,
    asksForValue(form, item.criterion) && item.fobValue !== null ? `${words.fob} ${w.money(money(item.fobValue, currency))}` : '',
  )
}

const goodsBlock = (stored: Stored, what: Certified, w: PaperWriter): ContentBlock => {
  const { shipment, items } = what
  const { originForm: kind } = stored
  const form = formWords[kind]
  // Headings are longer than what stands below them: each box has its part of the width, as on the printed form.
  const column = (key: string, label: string, grow: number, align: PaperColumn['align'] = 'left'): PaperColumn[] =>
    label === '' ? [] : [{ key, label: en(label), fixed: true, grow, align }]
  const { invoiceNumber, dispatchedOn } = shipment.shipment
  const { packages } = shipment.packing.total
  const { many, one } = packageWords[shipment.shipment.packageKind]
  return {
    key: 'lines',
    kind: 'rows',
    columns: [
      ...column('no', form.item, 1, 'center'),
      ...column('marks', form.marks, 3),
      ...column('goods', form.goods, 6),
      ...column('hsCode', form.hsCode, 2),
      ...column('criterion', form.criterion, 2, 'center'),
      ...column('origin', form.origin, 2),
      ...column('quantity', form.quantity, 3, 'right'),
      ...column('invoice', form.invoice, 3),
    ],
    rows: items.map((item, at) => ({
      no: String(item.no),
      // Of the whole shipment, as on its other papers: beside the first item.
      marks: at === 0 ? marksText(shipment) : '',
      goods: eachLine(goodsText(item, what), at === items.length - 1 ? words.end : ''),
      hsCode: kind === 'rcep' ? sixDigits(item.hsCode) : item.hsCode,
      criterion: criterionText(kind, item),
      origin: country(item.originCountry),
      quantity: quantityText(kind, item, shipment.shipment.currency, w),
      invoice: at === 0 ? eachLine(invoiceNumber, w.date(dispatchedOn ?? stored.declaredOn)) : '',
    })),
    sums: [],
    words: packages === null ? [] : [`${words.say} ${countInEnglish(packages)} ${packages === 1 ? one : many} ${words.only}`],
  }
}

const endBlocks = (stored: Stored, what: Certified, q: QueryContext, w: PaperWriter): ContentBlock[] => {
  const form = formWords[stored.originForm]
  return [
    ...(form.remark === '' || stored.remark === ''
      ? []
      : [{ key: 'remark', kind: 'text' as const, title: en(form.remark), text: stored.remark }]),
    {
      key: 'declaration',
      kind: 'text',
      title: en(form.declaration),
      text: form.declare(country(stored.destinationCountry)),
    },
    {
      key: 'place',
      kind: 'facts',
      left: [
        {
          label: en(words.placeAndDate),
          value: stored.declaredAt === '' ? '' : [stored.declaredAt, w.date(stored.declaredOn ?? q.today)].join(', '),
          needed: true,
        },
      ],
      right: [],
    },
    { key: 'certification', kind: 'text', title: en(form.certification), text: form.certify },
    {
      key: 'signatures',
      kind: 'signatures',
      parties: [
        { label: en(words.exporter), name: companyOnPaper(q, w), below: en(words.signature), ours: true },
        { label: en(words.authority), name: '', below: en(words.stamp) },
      ],
    },
  ]
}

export const certificateOfOriginPaper: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const stored = await storedCertificate(q, recordId)
    const what = await certified(q, stored.shipmentId, stored)
    const { shipment, problems, warnings } = what
    return {
      titles: en(formWords[stored.originForm].title),
      ...{ number: stored.number, version: 1, revision: stored.revision, party: shipment.buyer.shortName },
      date: stored.declaredOn ?? q.today,
      mark: markOfOrder(shipment.shipment),
      blocks: [headBlock(stored, what, q, w), goodsBlock(stored, what, w), ...endBlocks(stored, what, q, w)],
      problems: [
        ...(shipment.shipment.invoiceNumber === '' ? [{ code: 'empty', what: formWords[stored.originForm].invoice }] : []),
        ...problems,
        ...billProblems(shipment),
      ],
      warnings,
    }
  },
}
