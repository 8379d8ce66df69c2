// A purchase contract as it is typed: the office's fields plus what the grid shows of each line, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { PurchaseContractFields } from '../../../preload/contract/modules/purchasing.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { Decimal, decimalTextOf, scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { paymentTermPresets } from '../../kit/fields/index.ts'
import { withoutBlankLines } from '../../kit/form/index.ts'
import { isDecimal } from '../../kit/format/index.ts'

export type Purchase = QueryOutput<'purchase-contract'>
export type LineToPurchase = QueryOutput<'lines-to-purchase'>[number]
export type TypedLine = PurchaseContractFields['lines'][number] & {
  productCode: string | null
  dealNumber: string | null
  /** The price it began with and the paper that said so; a price typed over it is the user's own. */
  planned?: { price: string; from: NonNullable<LineToPurchase['priceFrom']> }
}
export type TypedPurchase = Omit<PurchaseContractFields, 'supplierId' | 'ownerId' | 'lines'> & {
  supplierId: string | null
  ownerId: string | null
  lines: TypedLine[]
}

export const newLine = (): TypedLine => ({
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
})
const isBlank = (line: TypedLine) =>
  line.salesLineId === null && line.productId === null && line.description.trim() === '' && line.quantity === '' && line.price === ''

export const emptyPurchase = (given: { ownerId: string; today: string; currency: string }): TypedPurchase => ({
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
export const typedOf = (data: Purchase): TypedPurchase => ({
  supplierId: data.supplierId,
  contractDate: data.contractDate,
  currency: data.currency,
  rate: data.rate,
  deliveryDate: data.deliveryDate,
  paymentTerm: data.paymentTerm,
  clauses: data.clauses,
  remark: data.remark,
  ownerId: data.ownerId,
  lines: data.lines.map(({ amount: _amount, billed: _billed, shipped: _shipped, price = '', ...line }) => ({ ...line, price })),
})

/** A chosen line with all that is left of it, at the price last paid. */
export const lineFrom = (line: LineToPurchase): TypedLine => ({
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
})

/** Lines described as another supplier reads them, where nobody has typed a description of their own. */
export const described = (
  lines: readonly TypedLine[],
  before: readonly Pick<LineToPurchase, 'salesLineId' | 'description'>[],
  now: readonly Pick<LineToPurchase, 'salesLineId' | 'description'>[],
): TypedLine[] => {
  const [old, next] = [before, now].map((all) => new Map(all.map((l) => [l.salesLineId, l.description])))
  return lines.map((line) => {
    const id = line.salesLineId ?? ''
    const given = next!.get(id)
    return given !== undefined && line.description === old!.get(id) ? { ...line, description: given } : line
  })
}

/** Chosen lines go behind the typed ones; the blank line of a new contract makes room. */
export const withChosen = (lines: readonly TypedLine[], chosen: readonly LineToPurchase[]): TypedLine[] => [
  ...withoutBlankLines(lines, isBlank),
  ...chosen.map(lineFrom),
]

/** What is sent to the office; what is not chosen or typed yet is left for the office to complain about, at its field. */
export const inputOf = (value: TypedPurchase): Omit<CommandInput<'save-purchase-contract'>, 'id' | 'revision'> => ({
  ...value,
  supplierId: value.supplierId ?? '',
  ownerId: value.ownerId ?? '',
  lines: withoutBlankLines(value.lines, isBlank).map(({ productCode: _code, dealNumber: _number, planned: _planned, ...line }) => line),
})

/** The same of an amendment: without what it may not change. */
export const amendmentInput = (
  value: TypedPurchase & { reason: string; confirmation: string },
): Omit<CommandInput<'save-purchase-amendment'>, 'id' | 'revision'> => {
  const { supplierId: _supplier, contractDate: _date, ownerId: _owner, ...typed } = inputOf(value)
  return { ...typed, reason: value.reason, confirmation: value.confirmation }
}

/** What is left to buy of each sales line, leaving out what the contract that is being amended buys now. */
export const leftBeside = (
  rows: readonly Pick<LineToPurchase, 'salesLineId' | 'left'>[],
  amended: Purchase | undefined,
): Map<string, string> => {
  const left = new Map(rows.map((l) => [l.salesLineId, l.left]))
  for (const { salesLineId, quantity } of amended?.lines ?? [])
    if (salesLineId !== null) left.set(salesLineId, decimalTextOf(new Decimal(left.get(salesLineId) ?? 0).plus(quantity)))
  return left
}

export type Excess = { line: number; quantity: string; unit: string }
/**
 * Lines that buy more than their sales line has left (P11: a warning, no refusal). A sales line that is not among those with something left has nothing.
 * Lines of one sales line count together. `whole`: `left` holds every sales line with something left, not just the first of many.
 */
export const excessOf = (lines: readonly TypedLine[], left: ReadonlyMap<string, string>, whole = true): Excess[] => {
  const taken = new Map<string, Decimal>()
  return lines.flatMap((line, at) => {
    const { salesLineId, quantity, unit } = line
    if (salesLineId === null || !isDecimal(quantity, 4) || !(whole || left.has(salesLineId))) return []
    const room = taken.get(salesLineId) ?? new Decimal(left.get(salesLineId) ?? 0)
    const rest = room.minus(quantity)
    taken.set(salesLineId, Decimal.max(rest, 0))
    return rest.isNegative() ? [{ line: at + 1, quantity: scaledText(toScaled(rest.abs().toString(), 'quantity'), 'quantity'), unit }] : []
  })
}
