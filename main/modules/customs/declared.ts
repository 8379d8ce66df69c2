// A declaration worked out of its shipment: items, their total, and what customs would send back. Rules CD1 to CD4.
import { units } from '../../../db/reference/index.ts'
import type { DeclarationFields } from '../../../preload/contract/modules/customs/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { Decimal, decimalTextOf, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { lineAmount, money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { paperWriter } from '../../records/papers/index.ts'
import { packingProblems, type ShipmentOnPaper, shipmentOnPaper, unknownPacking } from '../shipments/index.ts'
import { codesInUse, type CustomsCodes, nameOfCode } from './codes.ts'
import { declaredItems, type DeclaredItem, type DeclaredLine, priceText, quantityText } from './items.ts'
import { customsOfProducts } from './product.ts'
import { declarationWords } from './words.ts'

export type Head = Pick<
  DeclarationFields,
  'destinationCountry' | 'sourceArea' | 'dutyMode' | 'dealTerms' | 'freight' | 'insurance' | 'customsValues'
>
type Problem = QueryOutput<'preview-customs-declaration'>['problems'][number]
export type Declared = {
  shipment: ShipmentOnPaper
  codes: CustomsCodes
  items: DeclaredItem[]
  total: number
  free: ShipmentOnPaper['lines']
  problems: Problem[]
}

/** Of a line by its packages; null while a weight is not known. */
const netWeightOf = ({ packing, lines }: ShipmentOnPaper, lineId: string): Decimal | null => {
  const rows = packing.packed.filter(({ row }) => row.lineId === lineId)
  const packed = rows.reduce((sum, { row }) => sum.plus(row.quantity), new Decimal(0))
  const { quantity } = lines.find(({ id }) => id === lineId)!
  if (!packed.eq(quantity) || rows.some(({ netWeight }) => netWeight === null)) return null
  return rows.reduce((sum, { netWeight }) => sum.plus(netWeight!), new Decimal(0))
}

/** CD3. The unit as customs write it; a unit without a code of theirs is named as it is sold. */
const unitOf = (code: string): { unit: string; unitCode: string } => {
  const known = units.find((one) => one.code === code)
  return { unit: known?.nameZh ?? code, unitCode: known?.customsCode ?? '' }
}

type CustomsOf = Awaited<ReturnType<typeof customsOfProducts>>

const linesOf = (shipment: ShipmentOnPaper, customs: CustomsOf, head: Head): DeclaredLine[] => {
  const { currency } = shipment.shipment
  return shipment.lines.map((line) => {
    const product = line.productId === null ? undefined : shipment.products.get(line.productId)
    const { declaredName, elements, legalUnit, legalQuantity, secondUnit, secondQuantity, sourceArea, originCountry, ...its } = customs(
      line.productId,
    )
    const value = head.customsValues.find(({ lineId }) => lineId === line.id)?.price ?? '0'
    const given = lineAmount(toScaled(line.quantity, 'quantity'), toScaled(value, 'price'), 0, currency)
    return {
      ...{ id: line.id, productId: line.productId, hsCode: product?.hsCode ?? '', name: declaredName || product?.nameZh || '' },
      // The two that every declaration has stand before the others (GACC 2019/18).
      elements: [its.brandType, its.preference, elements].filter((text) => text !== '').join('|'),
      ...{ quantity: line.quantity, ...unitOf(line.unit), amount: line.amount.minor === 0 ? given : line.amount.minor },
      ...{ netWeight: netWeightOf(shipment, line.id), legalUnit, legalQuantity, secondUnit, secondQuantity },
      ...{ originCountry: originCountry || 'CHN', destinationCountry: head.destinationCountry, sourceArea: sourceArea || head.sourceArea },
      dutyMode: head.dutyMode,
    }
  })
}

/** CD4. What customs would send back, each with the goods it is about. */
const problemsOf = (shipment: ShipmentOnPaper, customs: CustomsOf, items: readonly DeclaredItem[], head: Head): Problem[] => {
  const where = (code: string, when: (item: DeclaredItem) => boolean): Problem[] =>
    items.filter(when).map((item) => ({ code, what: item.name || shipment.lines.find(({ id }) => id === item.lineIds[0])!.description }))
  return [
    ...where('no-hs-code', ({ hsCode }) => hsCode === ''),
    ...where('short-hs-code', ({ hsCode }) => hsCode !== '' && hsCode.length < 10),
    ...where('no-declared-name', ({ name }) => name === ''),
    ...where('no-brand-type', ({ productId }) => customs(productId).brandType === ''),
    ...where('no-preference', ({ productId }) => customs(productId).preference === ''),
    ...where('no-legal-unit', ({ legalUnit }) => legalUnit === ''),
    ...where('no-legal-quantity', ({ legalUnit, legalQuantity }) => legalUnit !== '' && legalQuantity === null),
    // By line: sold goods would hide what is given of the same.
    ...shipment.lines
      .filter(
        ({ id, amount }) =>
          amount.minor === 0 && !head.customsValues.some(({ lineId, price }) => lineId === id && !new Decimal(price).isZero()),
      )
      .map(({ description }) => ({ code: 'no-customs-value', what: description })),
    ...unknownPacking(shipment),
    ...packingProblems(shipment, paperWriter('zh')),
    ...(head.dealTerms === '1' || head.dealTerms === '2'
      ? [
          ...(head.freight === null ? [{ code: 'fees-of-terms', what: declarationWords.freight }] : []),
          ...(head.dealTerms === '1' && head.insurance === null ? [{ code: 'fees-of-terms', what: declarationWords.insurance }] : []),
        ]
      : []),
  ]
}

/** Refuses `not-found` for a shipment out of scope. */
export const declared = async (q: QueryContext, shipmentId: string, head: Head): Promise<Declared> => {
  const shipment = await shipmentOnPaper({ paper: 'customs-declaration', recordId: shipmentId }, q)
  const customs = await customsOfProducts(
    q,
    shipment.lines.map(({ productId }) => productId),
  )
  const items = declaredItems(linesOf(shipment, customs, head), minorUnits(shipment.shipment.currency))
  return {
    ...{ shipment, items, codes: await codesInUse(q) },
    total: items.reduce((sum, { amount }) => sum + amount, 0),
    free: shipment.lines.filter(({ amount }) => amount.minor === 0),
    problems: problemsOf(shipment, customs, items, head),
  }
}

const shownQuantity = (value: Decimal | null): string | null => (value === null ? null : quantityText(value))

/** As screens have it. */
export const shownDeclared = ({ shipment, codes, items, total, free, problems }: Declared): QueryOutput<'preview-customs-declaration'> => {
  const { currency } = shipment.shipment
  return {
    items: items.map(({ amount, price, quantity, netWeight, legalQuantity, secondQuantity, legalUnit, secondUnit, ...item }) => ({
      ...item,
      ...{ quantity: quantityText(quantity), price: priceText(price), total: money(amount, currency) },
      netWeight: netWeight && decimalTextOf(netWeight),
      ...{ legalQuantity: shownQuantity(legalQuantity), legalUnit: nameOfCode(codes, 'unit', legalUnit) },
      ...{ secondQuantity: shownQuantity(secondQuantity), secondUnit: nameOfCode(codes, 'unit', secondUnit) },
    })),
    total: money(total, currency),
    free: free.map(({ id, description, quantity, unit }) => ({ lineId: id, description, quantity, unit })),
    problems,
  }
}
