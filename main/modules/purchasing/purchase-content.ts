// What a purchase contract says, as versions keep it and comparisons show it: its content from the stored rows and from what is typed, and back.
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { PurchaseContractTable, PurchaseLineTable } from '../../../db/schema/tables.ts'
import type { PurchaseAmendmentFields } from '../../../preload/contract/modules/purchasing/calls.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { conversionOfText, ratioOf, ratioText } from '../../../preload/contract/vocabulary/units.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { ComparedField, Content, ContentLine } from '../../records/amendments/index.ts'
import type { CalculatedPurchase } from './rules.ts'

/** Fields of the head in the order in which a comparison tells them. */
export const headFields: readonly ComparedField[] = [
  { field: 'currency', name: 'field.currency', kind: 'text' },
  { field: 'total', name: 'field.purchase-contracts.total', kind: 'money', secret: true },
  { field: 'rate', name: 'field.rate', kind: 'rate' },
  { field: 'deliveryDate', name: 'field.deliveryDate', kind: 'date' },
  { field: 'paymentTerm', name: 'field.paymentTerm', kind: 'payment-term' },
  { field: 'clauses', name: 'field.clauses', kind: 'text' },
  { field: 'remark', name: 'field.remark', kind: 'text' },
]
export const lineFields: readonly ComparedField[] = [
  { field: 'dealNumber', name: 'field.dealId', kind: 'text' },
  { field: 'productCode', name: 'field.productId', kind: 'text' },
  { field: 'description', name: 'field.description', kind: 'text' },
  { field: 'quantity', name: 'field.quantity', kind: 'quantity' },
  { field: 'unit', name: 'field.unit', kind: 'text' },
  { field: 'ratio', name: 'field.conversion', kind: 'text' },
  { field: 'price', name: 'field.purchase-lines.price', kind: 'price', secret: true },
  { field: 'vatRate', name: 'field.vatRate', kind: 'percent' },
  { field: 'refundRate', name: 'field.refundRate', kind: 'percent' },
  { field: 'amount', name: 'field.purchase-lines.amount', kind: 'money', secret: true },
]

type Input = PurchaseAmendmentFields
type LineRow = Selectable<PurchaseLineTable> & { productCode: string | null; dealNumber: string | null }

/** Lines that an amendment took out (quantity 0) are left out (P19). */
export const linesInForce = (db: ReadableDb, contractId: string): Promise<LineRow[]> =>
  db
    .selectFrom('purchase_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('deal as d', 'd.id', 'l.dealId')
    .selectAll('l')
    .select(['g.code as productCode', 'd.number as dealNumber'])
    .where('l.contractId', '=', contractId)
    .where('l.quantity', '>', 0)
    .orderBy('l.position')
    .execute()

const lineInput = (l: LineRow) => ({
  id: l.id,
  salesLineId: l.salesLineId,
  dealId: l.dealId,
  productId: l.productId,
  description: l.description,
  quantity: scaledText(l.quantity, 'quantity'),
  unit: l.unit,
  ratio: ratioText(l),
  price: scaledText(l.price, 'price'),
  vatRate: scaledText(l.vatRate, 'percent'),
  refundRate: scaledText(l.refundRate, 'percent'),
})

/** The contract as it stands. */
export const contentOfRows = (c: Selectable<PurchaseContractTable>, lines: readonly LineRow[]): Content => ({
  currency: c.currency,
  total: c.total,
  totalBase: c.totalBase,
  head: {
    currency: c.currency,
    rate: scaledText(c.rate, 'rate'),
    deliveryDate: c.deliveryDate,
    paymentTerm: JSON.parse(c.paymentTerm) as PaymentTerm,
    clauses: c.clauses,
    remark: c.remark,
  },
  lines: lines.map((l) => ({ ...lineInput(l), productCode: l.productCode, dealNumber: l.dealNumber, amount: l.amount })),
})

/** Item numbers of products and numbers of deals, by id. */
type Shown = { codes: ReadonlyMap<string, string>; deals: ReadonlyMap<string, string> }
const namesOf = async (db: ReadableDb, { lines }: Input): Promise<Shown> => {
  const products = lines.flatMap((l) => l.productId ?? [])
  const deals = lines.flatMap((l) => l.dealId ?? [])
  const codes = await db
    .selectFrom('product')
    .select(['id', 'code'])
    .where('id', 'in', ['', ...products])
    .execute()
  const numbers = await db
    .selectFrom('deal')
    .select(['id', 'number'])
    .where('id', 'in', ['', ...deals])
    .execute()
  return { codes: new Map(codes.map((p) => [p.id, p.code])), deals: new Map(numbers.map((d) => [d.id, d.number])) }
}

/** What is typed, with what it comes to. */
export const contentOfInput = async (db: ReadableDb, typed: Input, calculated: CalculatedPurchase): Promise<Content> => {
  const { codes, deals } = await namesOf(db, typed)
  const { lines, ...head } = typed
  return {
    currency: head.currency,
    total: calculated.total,
    totalBase: calculated.totalBase,
    head: { ...head, rate: scaledText(calculated.rate, 'rate') },
    lines: lines.map(({ conversion, ...l }, at): ContentLine => {
      const { quantity, price, vatRate, refundRate, amount } = calculated.lines[at]!
      return {
        ...l,
        quantity: scaledText(quantity, 'quantity'),
        ratio: ratioText(ratioOf(conversion)),
        price: scaledText(price, 'price'),
        vatRate: scaledText(vatRate, 'percent'),
        refundRate: scaledText(refundRate, 'percent'),
        productCode: codes.get(l.productId ?? '') ?? null,
        dealNumber: deals.get(l.dealId ?? '') ?? null,
        amount,
      }
    }),
  }
}

/** A content that this module has written, read back. */
export const inputOfContent = ({ head, lines }: Content): Input => ({
  ...(head as unknown as Omit<Input, 'lines'>),
  lines: lines.map(({ amount: _amount, productCode: _code, dealNumber: _deal, ratio, ...line }) => ({
    ...(line as unknown as Input['lines'][number]),
    conversion: conversionOfText(ratio as string | null | undefined),
  })),
})
