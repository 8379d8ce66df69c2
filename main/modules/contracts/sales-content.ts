// What a sales contract says, as versions keep it and comparisons show it: its content from the stored rows and from what is typed, and back.
import type { Selectable } from 'kysely'
import type { SalesContractTable, SalesLineTable } from '../../../db/schema/tables.ts'
import type { SalesAmendmentFields } from '../../../preload/contract/modules/contracts/calls.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { ComparedField, Content, ContentLine } from '../../records/amendments/index.ts'
import type { CalculatedContract } from './rules.ts'

const named = (kind: ComparedField['kind'], ...fields: string[]): ComparedField[] =>
  fields.map((field) => ({ field, name: `field.${field}`, kind }))

/** Fields of the head in the order in which a comparison tells them. */
export const headFields: readonly ComparedField[] = [
  ...named('text', 'buyerOrderNumber', 'currency'),
  ...named('money', 'total'),
  ...named('rate', 'rate'),
  ...named('incoterm', 'incoterm'),
  ...named('transport-mode', 'transportMode'),
  ...named('text', 'incotermPlace', 'portOfLoading', 'portOfDischarge'),
  ...named('payment-term', 'paymentTerm'),
  { field: 'bankAccountName', name: 'field.sales-contract.bankAccountId', kind: 'text' },
  ...named('date', 'latestShipment'),
  ...named('boolean', 'partialShipment', 'transhipment'),
  ...named('percent', 'moreOrLess', 'commissionRate'),
  ...named('text', 'consignee', 'notifyParty', 'marks', 'clauses', 'remark'),
]
export const lineFields: readonly ComparedField[] = [
  { field: 'productCode', name: 'field.productId', kind: 'text' },
  ...named('text', 'description'),
  ...named('quantity', 'quantity'),
  ...named('text', 'unit'),
  ...named('price', 'price'),
  ...named('percent', 'discount'),
  ...named('money', 'amount'),
]

type ContractRow = Selectable<SalesContractTable> & { bankAccountName: string | null }
export type LineWithCode = Selectable<SalesLineTable> & { productCode: string | null }

/** The fields of a contract that an amendment may change, as they travel. */
export const amendableFields = (c: ContractRow): Omit<SalesAmendmentFields, 'lines'> => ({
  buyerOrderNumber: c.buyerOrderNumber,
  currency: c.currency,
  rate: scaledText(c.rate, 'rate'),
  incoterm: c.incoterm as SalesAmendmentFields['incoterm'],
  incotermPlace: c.incotermPlace,
  transportMode: c.transportMode as SalesAmendmentFields['transportMode'],
  portOfLoading: c.portOfLoading,
  portOfDischarge: c.portOfDischarge,
  paymentTerm: JSON.parse(c.paymentTerm) as PaymentTerm,
  latestShipment: c.latestShipment,
  partialShipment: c.partialShipment === 1,
  transhipment: c.transhipment === 1,
  moreOrLess: scaledText(c.moreOrLess, 'percent'),
  consignee: c.consignee,
  notifyParty: c.notifyParty,
  marks: c.marks,
  bankAccountId: c.bankAccountId,
  commissionRate: scaledText(c.commissionRate, 'percent'),
  clauses: c.clauses,
  remark: c.remark,
})

export const lineInput = (l: Selectable<SalesLineTable>): SalesAmendmentFields['lines'][number] => ({
  id: l.id,
  productId: l.productId,
  description: l.description,
  quantity: scaledText(l.quantity, 'quantity'),
  unit: l.unit,
  price: scaledText(l.price, 'price'),
  discount: scaledText(l.discount, 'percent'),
})

/** The contract as it stands. */
export const contentOfRows = (c: ContractRow, lines: readonly LineWithCode[]): Content => ({
  currency: c.currency,
  total: c.total,
  totalBase: c.totalBase,
  head: { ...amendableFields(c), bankAccountName: c.bankAccountName },
  lines: lines.map((l) => ({ ...lineInput(l), productCode: l.productCode, amount: l.amount })),
})

/**
 * What is typed, with what it comes to, decimals in their shortest form as the contract itself tells them; `codes` are the item numbers of its products,
 * `bankAccountName` is what the chosen account is called.
 */
export const contentOfInput = (
  { lines, ...head }: SalesAmendmentFields,
  calculated: CalculatedContract,
  { codes, bankAccountName }: { codes: ReadonlyMap<string, string>; bankAccountName: string | null },
): Content => ({
  currency: head.currency,
  total: calculated.total,
  totalBase: calculated.totalBase,
  head: {
    ...head,
    bankAccountName,
    rate: scaledText(calculated.rate, 'rate'),
    commissionRate: scaledText(toScaled(head.commissionRate, 'percent'), 'percent'),
    moreOrLess: scaledText(toScaled(head.moreOrLess, 'percent'), 'percent'),
  },
  lines: lines.map((l, at): ContentLine => {
    const { quantity, price, discount, amount } = calculated.lines[at]!
    return {
      ...l,
      quantity: scaledText(quantity, 'quantity'),
      price: scaledText(price, 'price'),
      discount: scaledText(discount, 'percent'),
      productCode: codes.get(l.productId ?? '') ?? null,
      amount,
    }
  }),
})

/** Versions from before papers say nothing of these. */
const onPapers = { moreOrLess: '0', consignee: '', notifyParty: '', marks: '', bankAccountId: null }

/** A content that this module has written, read back. */
export const inputOfContent = ({ head: { bankAccountName: _name, ...head }, lines }: Content): SalesAmendmentFields => ({
  ...onPapers,
  ...(head as unknown as Omit<SalesAmendmentFields, 'lines'>),
  lines: lines.map(({ amount: _amount, productCode: _code, ...line }) => line as SalesAmendmentFields['lines'][number]),
})
