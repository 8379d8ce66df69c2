// A purchase contract as it is typed: the office's fields plus what the grid shows of each line, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { PurchaseContractFields } from '../../../preload/contract/modules/purchasing/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { Decimal, decimalTextOf, scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { chineseDescription } from '../../../preload/contract/vocabulary/goods-words.ts'
import { type Conversion, inSoldUnits, ratioOf } from '../../../preload/contract/vocabulary/units.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { paymentTermPresets } from '../../kit/fields/index.ts'
import { withoutBlankLines } from '../../kit/form/index.ts'
import { isDecimal } from '../../kit/format/index.ts'

export type Purchase = QueryOutput<'purchase-contract'>
export type LineToPurchase = QueryOutput<'lines-to-purchase'>[number]
export type LineFormValues = Omit<PurchaseContractFields['lines'][number], 'conversion'> & {
  productCode: string | null
  dealNumber: string | null
  /** Unit of the sales line it is bought for, and how the two units stand as it is typed: '1:10' is one bought for ten sold. */
  salesUnit: string | null
  conversion: string
  piecesPerCarton: string | null
  /** The price it began with and the paper that said so; a price typed over it is the user's own. */
  planned?: { price: string; from: NonNullable<LineToPurchase['priceFrom']> }
  /** How the product picked by hand is called in either language; a description typed over it is the user's own (P29). */
  called?: Called
}
type Called = { name: string; chinese: string }
export type PurchaseFormValues = Omit<PurchaseContractFields, 'supplierId' | 'ownerId' | 'lines'> & {
  supplierId: string | null
  ownerId: string | null
  lines: LineFormValues[]
}

/** Whether a line is bought in another unit than it is sold in. */
export const inOtherUnit = ({ salesUnit, unit }: Pick<LineFormValues, 'salesUnit' | 'unit'>): boolean =>
  salesUnit !== null && salesUnit.trim().toUpperCase() !== unit.trim().toUpperCase()

/** The conversion as typed: '1:10', or '10' for one bought and ten sold. Undefined where none is needed or it is not whole yet: then the office asks for it. */
export const conversionIn = (
  line: Pick<LineFormValues, 'salesUnit' | 'unit' | 'conversion'>,
): { bought: string; sold: string } | undefined => {
  if (!inOtherUnit(line)) return undefined
  const parts = line.conversion.split(/[:：=]/).map((part) => part.trim())
  const [bought, sold] = parts.length === 1 ? ['1', parts[0]!] : parts
  const isPart = (part: string | undefined): part is string => part !== undefined && isDecimal(part, 4) && Number(part) > 0
  return parts.length <= 2 && isPart(bought) && isPart(sold) ? { bought, sold } : undefined
}

/** A line whose unit has just become the carton is proposed the product's own packing. */
export const withConversions = (before: readonly LineFormValues[], after: readonly LineFormValues[]): LineFormValues[] =>
  after.map((line) => {
    const old = before.find((l) => l.id === line.id)
    const proposed = line.unit === 'CTN' && line.conversion === '' && line.piecesPerCarton !== null && inOtherUnit(line)
    return proposed && old?.unit !== line.unit ? { ...line, conversion: `1:${line.piecesPerCarton}` } : line
  })

export const newLine = (): LineFormValues => ({
  id: newId(),
  salesLineId: null,
  dealId: null,
  dealNumber: null,
  productId: null,
  productCode: null,
  description: '',
  quantity: '',
  unit: 'PCS',
  price: '',
  vatRate: '13',
  refundRate: '13',
  salesUnit: null,
  conversion: '',
  piecesPerCarton: null,
})
const isBlank = (line: LineFormValues) =>
  line.salesLineId === null && line.productId === null && line.description.trim() === '' && line.quantity === '' && line.price === ''

export const emptyPurchase = (given: { ownerId: string; today: string; currency: string }): PurchaseFormValues => ({
  supplierId: null,
  contractDate: given.today,
  currency: given.currency,
  rate: '1',
  deliveryDate: null,
  paymentTerm: [...paymentTermPresets['30-70']],
  clauses: '',
  remark: '',
  ownerId: given.ownerId,
  lines: [newLine()],
})

/** The office's version as the form holds it. Prices are absent for who may not see costs; such a contract is only read. */
export const formValuesOf = (data: Purchase): PurchaseFormValues => ({
  supplierId: data.supplierId,
  contractDate: data.contractDate,
  currency: data.currency,
  rate: data.rate,
  deliveryDate: data.deliveryDate,
  paymentTerm: data.paymentTerm,
  clauses: data.clauses,
  remark: data.remark,
  ownerId: data.ownerId,
  lines: data.lines.map(({ amount: _amount, billed: _billed, shipped: _shipped, price = '', conversion, ...line }) => ({
    ...line,
    price,
    salesUnit: data.soldIn?.find((s) => s.lineId === line.id)?.unit ?? null,
    conversion: conversion ? `${conversion.bought}:${conversion.sold}` : '',
    piecesPerCarton: null,
  })),
})

/** A chosen line with all that is left of it, at the price last paid. */
export const lineFrom = (line: LineToPurchase): LineFormValues => ({
  id: newId(),
  salesLineId: line.salesLineId,
  dealId: line.dealId,
  dealNumber: line.dealNumber,
  productId: line.productId,
  productCode: line.productCode,
  description: line.description,
  quantity: line.left,
  unit: line.unit,
  price: line.price ?? line.lastPrice ?? '',
  vatRate: line.vatRate,
  refundRate: line.refundRate,
  ...(line.price && line.priceFrom ? { planned: { price: line.price, from: line.priceFrom } } : {}),
  salesUnit: line.unit,
  conversion: '',
  piecesPerCarton: line.piecesPerCarton ?? null,
})

/** Lines described as another supplier reads them, where nobody has typed a description of their own. */
export const described = (
  lines: readonly LineFormValues[],
  before: readonly Pick<LineToPurchase, 'salesLineId' | 'description'>[],
  now: readonly Pick<LineToPurchase, 'salesLineId' | 'description'>[],
): LineFormValues[] => {
  const [old, next] = [before, now].map((all) => new Map(all.map((l) => [l.salesLineId, l.description])))
  return lines.map((line) => {
    const id = line.salesLineId ?? ''
    const given = next!.get(id)
    return given !== undefined && line.description === old!.get(id) ? { ...line, description: given } : line
  })
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const calledTo = ({ name, chinese }: Called, inChinese: boolean): string => (inChinese && chinese !== '' ? chinese : name)

/** What a product picked by hand brings into its line; described in Chinese for a factory that reads it (P29). */
export const pickedProduct = (product: ListRow | null, line: LineFormValues, inChinese: boolean): Partial<LineFormValues> => {
  if (!product) return { productId: null, productCode: null }
  const called = {
    name: text(product.name),
    chinese: chineseDescription({ nameZh: text(product.nameZh), specification: text(product.specification) }),
  }
  return {
    productId: product.id,
    productCode: text(product.code),
    called,
    description: calledTo(called, inChinese),
    unit: text(product.unit) || line.unit,
    vatRate: text(product.vatRate) || line.vatRate,
    refundRate: text(product.refundRate) || line.refundRate,
  }
}

/** Products picked by hand as the supplier picked after them reads them, where nobody has typed a description of their own. */
export const calledFor = (lines: readonly LineFormValues[], inChinese: boolean): LineFormValues[] =>
  lines.map((line) =>
    line.called && line.description === calledTo(line.called, !inChinese)
      ? { ...line, description: calledTo(line.called, inChinese) }
      : line,
  )

/** Chosen lines go behind the typed ones; the blank line of a new contract makes room. */
export const withChosen = (lines: readonly LineFormValues[], chosen: readonly LineToPurchase[]): LineFormValues[] => [
  ...withoutBlankLines(lines, isBlank),
  ...chosen.map(lineFrom),
]

/** What is sent to the office; what is not chosen or typed yet is left for the office to complain about, at its field. */
export const inputOf = (value: PurchaseFormValues): Omit<CommandInput<'save-purchase-contract'>, 'id' | 'revision'> => ({
  ...value,
  supplierId: value.supplierId ?? '',
  ownerId: value.ownerId ?? '',
  lines: withoutBlankLines(value.lines, isBlank).map((typed) => {
    const { productCode: _code, dealNumber: _number, planned: _planned, salesUnit: _unit, piecesPerCarton: _pieces, ...shown } = typed
    const { conversion: _typed, called: _called, ...line } = shown
    const conversion = conversionIn(typed)
    return conversion === undefined ? line : { ...line, conversion }
  }),
})

/** The same of an amendment: without what it may not change. */
export const amendmentInput = (
  value: PurchaseFormValues & { reason: string; confirmation: string },
): Omit<CommandInput<'save-purchase-amendment'>, 'id' | 'revision'> => {
  const { supplierId: _supplier, contractDate: _date, ownerId: _owner, ...typed } = inputOf(value)
  return { ...typed, reason: value.reason, confirmation: value.confirmation }
}

/** A quantity in the unit in which it is sold. */
const soldQuantity = (quantity: string, conversion: Conversion | null | undefined): string =>
  scaledText(inSoldUnits(toScaled(quantity, 'quantity'), ratioOf(conversion)), 'quantity')

/** What is left to buy of each sales line, leaving out what the contract that is being amended buys now. */
export const leftBeside = (
  rows: readonly Pick<LineToPurchase, 'salesLineId' | 'left'>[],
  amended: Purchase | undefined,
): Map<string, string> => {
  const left = new Map(rows.map((l) => [l.salesLineId, l.left]))
  for (const { salesLineId, quantity, conversion } of amended?.lines ?? [])
    if (salesLineId !== null)
      left.set(salesLineId, decimalTextOf(new Decimal(left.get(salesLineId) ?? 0).plus(soldQuantity(quantity, conversion))))
  return left
}

export type Excess = { line: number; quantity: string; unit: string }
/**
 * Lines that buy more than their sales line has left (P11: a warning, no refusal). A sales line that is not among those with something left has nothing.
 * Lines of one sales line count together. `whole`: `left` holds every sales line with something left, not just the first of many.
 */
export const excessOf = (lines: readonly LineFormValues[], left: ReadonlyMap<string, string>, whole = true): Excess[] => {
  const taken = new Map<string, Decimal>()
  return lines.flatMap((line, at) => {
    const { salesLineId, quantity, unit, salesUnit } = line
    if (salesLineId === null || !isDecimal(quantity, 4) || !(whole || left.has(salesLineId))) return []
    const room = taken.get(salesLineId) ?? new Decimal(left.get(salesLineId) ?? 0)
    if (inOtherUnit(line) && conversionIn(line) === undefined) return []
    const rest = room.minus(soldQuantity(quantity, conversionIn(line)))
    taken.set(salesLineId, Decimal.max(rest, 0))
    return rest.isNegative()
      ? [{ line: at + 1, quantity: scaledText(toScaled(rest.abs().toString(), 'quantity'), 'quantity'), unit: salesUnit ?? unit }]
      : []
  })
}
