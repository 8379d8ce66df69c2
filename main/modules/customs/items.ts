// Items of a declaration: alike lines are one item, whose quantity, amount and net weight are sums. The price is worked back from them and the total never again
// from the price. Rules CD1 to CD4.
import { Decimal, decimalTextOf, fixedText } from '../../../preload/contract/vocabulary/decimal.ts'

/** A line of the shipment as customs want to know it. Quantities and weights are decimal texts; `amount` minor units. */
export type DeclaredLine = {
  id: string
  productId: string | null
  hsCode: string
  name: string
  elements: string
  quantity: string
  unit: string
  unitCode: string
  /** Of customs: what is paid, or the value of goods that are given. */
  amount: number
  netWeight: Decimal | null
  legalUnit: string
  /** In one of the unit sold; '0' where it is by weight or the unit itself. */
  legalQuantity: string
  secondUnit: string
  secondQuantity: string
  originCountry: string
  destinationCountry: string
  sourceArea: string
  dutyMode: string
}
export type DeclaredItem = Omit<DeclaredLine, 'id' | 'amount' | 'quantity' | 'netWeight' | 'legalQuantity' | 'secondQuantity'> & {
  no: number
  lineIds: string[]
  quantity: Decimal
  amount: number
  /** Four decimals. */
  price: Decimal
  netWeight: Decimal | null
  legalQuantity: Decimal | null
  secondQuantity: Decimal | null
}

const KILOGRAM = '035'
/** CD2. In a legal unit: by weight in kilograms, as sold where the units are the same, else so many in one. Null where that is not known. */
const inUnit = (line: { unitCode: string; quantity: Decimal; netWeight: Decimal | null }, unit: string, each: string): Decimal | null => {
  if (unit === '') return null
  if (unit === KILOGRAM) return line.netWeight
  if (unit === line.unitCode) return line.quantity
  return each === '0' || each === '' ? null : line.quantity.times(each)
}

const sum = (values: readonly (Decimal | null)[]): Decimal | null =>
  values.includes(null) ? null : values.reduce<Decimal>((all, value) => all.plus(value!), new Decimal(0))

/** CD1. Alike: code, name, elements, unit, origin, destination, source area, duty and the legal units. The currency is that of the shipment. */
const likeness = (line: DeclaredLine): string =>
  JSON.stringify([
    // Goods that nobody has named yet are like no others.
    ...[
      line.hsCode,
      line.name || line.productId || line.id,
      line.elements,
      line.unitCode,
      line.unit,
      line.originCountry,
      line.destinationCountry,
    ],
    ...[line.sourceArea, line.dutyMode, line.legalUnit, line.secondUnit],
  ])

/** `minorUnits`: of the currency. */
export const declaredItems = (lines: readonly DeclaredLine[], minorUnits: number): DeclaredItem[] => {
  const groups = Map.groupBy(lines, likeness)
  return [...groups.values()].map((group, at) => {
    const [{ id: _id, ...first }] = group as [DeclaredLine]
    const quantity = sum(group.map((line) => new Decimal(line.quantity)))!
    const amount = group.reduce((all, line) => all + line.amount, 0)
    const inLegal = (unit: string, each: (line: DeclaredLine) => string) =>
      sum(group.map((line) => inUnit({ ...line, quantity: new Decimal(line.quantity) }, unit, each(line))))
    return {
      ...first,
      no: at + 1,
      lineIds: group.map(({ id }) => id),
      quantity,
      amount,
      price: new Decimal(amount).div(new Decimal(10).pow(minorUnits)).div(quantity).toDecimalPlaces(4),
      netWeight: sum(group.map(({ netWeight }) => netWeight)),
      legalQuantity: inLegal(first.legalUnit, ({ legalQuantity }) => legalQuantity),
      secondQuantity: inLegal(first.secondUnit, ({ secondQuantity }) => secondQuantity),
    }
  })
}

/** As customs write a quantity: up to five decimals. */
export const quantityText = (value: Decimal): string => decimalTextOf(value.toDecimalPlaces(5))
export const priceText = (value: Decimal): string => fixedText(value, 4)
