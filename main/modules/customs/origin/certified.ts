// A certificate of origin worked out of its shipment: items, and what the issuing authority would send back. Rules CD9 to CD12.
import { countries } from '../../../../db/reference/index.ts'
import type { CustomsList } from '../../../../preload/contract/modules/customs/calls.ts'
import type { OriginFields, OriginForm } from '../../../../preload/contract/modules/customs/origin.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { decimalTextOf } from '../../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import { type PaperProblem, paperWriter } from '../../../records/papers/index.ts'
import { marksText, packingProblems, type ShipmentOnPaper, shipmentOnPaper, unknownPacking } from '../../shipments/index.ts'
import { codesInUse, type CustomsCodes } from '../codes.ts'
import { customsOfProducts } from '../product.ts'
import { asPerInvoice } from '../words.ts'
import { type OriginItem, originItems, type OriginLine } from './items.ts'

export type Certified = { shipment: ShipmentOnPaper; items: OriginItem[]; problems: PaperProblem[]; warnings: PaperProblem[] }

/** `currency`: of the FOB values that were typed, where they were kept before. */
export type CertificateInput = OriginFields & { currency?: string }

export const countryNamed = (alpha3: string, language: 'nameEn' | 'nameZh' = 'nameZh'): string =>
  countries.find((country) => country.alpha3 === alpha3)?.[language] ?? alpha3
export const isAmong = (codes: CustomsCodes, list: CustomsList, code: string): boolean =>
  codes.get(list)?.some((one) => one.code === code && one.active) ?? false

/** CD12. The agreement before the gift of a country, and both before a certificate that saves no duty. */
export const suggestedForm = (codes: CustomsCodes, destination: string): OriginForm => {
  if (destination !== 'CHN' && isAmong(codes, 'rcep-country', destination)) return 'rcep'
  return isAmong(codes, 'form-a-country', destination) ? 'form-a' : 'co'
}

/** CD11. Only RCEP asks for a value, and only where the share of value added decides. */
export const asksForValue = (form: OriginForm, criterion: string): boolean => form === 'rcep' && criterion.startsWith('RVC')

const linesOf = async (q: QueryContext, shipment: ShipmentOnPaper, typed: CertificateInput): Promise<OriginLine[]> => {
  const customs = await customsOfProducts(
    q,
    shipment.lines.map(({ productId }) => productId),
  )
  const { currency } = shipment.shipment
  const isFob = shipment.contracts[0]?.incoterm === 'FOB'
  return shipment.lines.map((line) => {
    const goods = typed.goods.find(({ lineId }) => lineId === line.id)
    // Values in another currency than the shipment has by now say nothing.
    const value = (typed.currency ?? currency) === currency ? (goods?.fobValue ?? null) : null
    return {
      ...{ id: line.id, description: line.description, quantity: line.quantity, unit: line.unit, criterion: goods?.criterion ?? '' },
      hsCode: shipment.products.get(line.productId ?? '')?.hsCode ?? '',
      originCountry: customs(line.productId).originCountry || 'CHN',
      fobValue: value ?? (isFob ? line.amount.minor : null),
    }
  })
}

/** CD12. Where the form holds good, and what it asks of the goods. */
const problemsOfForm = (form: OriginForm, destination: string, items: readonly OriginItem[], codes: CustomsCodes): PaperProblem[] => {
  const where = (code: string, when: (item: OriginItem) => boolean): PaperProblem[] =>
    items.filter(when).map(({ description }) => ({ code, what: description }))
  const foreign = (isGood: (country: string) => boolean, code: string): PaperProblem[] =>
    items
      .filter(({ originCountry }) => !isGood(originCountry))
      .map(({ description, originCountry }) => ({ code, what: `${description} · ${countryNamed(originCountry)}` }))
  const inRcep = (country: string) => isAmong(codes, 'rcep-country', country)
  const outside = (code: string): PaperProblem[] => (destination === '' ? [] : [{ code, what: countryNamed(destination) }])
  const ofGoods = [
    ...where('no-hs-code', ({ hsCode }) => hsCode === ''),
    ...where('hs-below-six', ({ hsCode }) => hsCode !== '' && hsCode.replaceAll('.', '').length < 6),
  ]
  if (form === 'co') return [...ofGoods, ...foreign((country) => country === 'CHN', 'not-of-china')]
  const criteria = where('no-origin-criterion', ({ criterion }) => criterion === '')
  if (form === 'form-a')
    return [
      ...(isAmong(codes, 'form-a-country', destination) ? [] : outside('form-a-ended')),
      ...ofGoods,
      ...criteria,
      ...foreign((country) => country === 'CHN', 'not-of-china'),
    ]
  return [
    ...(inRcep(destination) ? [] : outside('not-in-rcep')),
    ...ofGoods,
    ...criteria,
    ...foreign(inRcep, 'not-in-rcep'),
    ...where('no-fob-value', ({ criterion, fobValue }) => asksForValue(form, criterion) && fobValue === null),
  ]
}

/** Refuses `not-found` for a shipment out of scope. */
export const certified = async (q: QueryContext, shipmentId: string, typed: CertificateInput): Promise<Certified> => {
  const shipment = await shipmentOnPaper({ paper: 'certificate-of-origin', recordId: shipmentId }, q)
  const codes = await codesInUse(q)
  const items = originItems(await linesOf(q, shipment, typed), shipment.packing.packed)
  const w = paperWriter('en')
  const left = shipment.shipment.dispatchedOn
  const declared = typed.declaredOn ?? q.today
  return {
    ...{ shipment, items },
    problems: [
      ...problemsOfForm(typed.originForm, typed.destinationCountry, items, codes),
      // What the certificate says must stand on it, whoever has the invoice.
      ...(asPerInvoice.test(marksText(shipment)) ? [{ code: 'marks-as-per-invoice', what: marksText(shipment) }] : []),
      ...unknownPacking(shipment),
      ...packingProblems(shipment, w),
    ],
    warnings: left !== null && declared > left ? [{ code: 'declared-after-departure', what: '', one: declared, other: left }] : [],
  }
}

/** As screens have it. */
export const shownCertified = (
  { shipment, items, problems, warnings }: Certified,
  form: OriginForm,
): QueryOutput<'preview-origin-certificate'> => {
  const { currency } = shipment.shipment
  return {
    items: items.map(({ quantity, grossWeight, fobValue, ...item }) => ({
      ...item,
      ...{ quantity: decimalTextOf(quantity), grossWeight: grossWeight && decimalTextOf(grossWeight) },
      fobValue: asksForValue(form, item.criterion) && fobValue !== null ? money(fobValue, currency) : null,
    })),
    lines: shipment.lines.map(({ id, description, quantity, unit }) => ({ lineId: id, description, quantity, unit })),
    ...{ currency, problems, warnings },
  }
}
