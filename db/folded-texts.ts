// Which columns have their keys kept beside them (`<column>Key` to sort and to be unique by, `<column>Fold` to be searched by): said once, here.
import type { TableName } from './schema/tables.ts'
import { foldOf, keyOf, type FoldedKind } from './folded-keys.ts'

/** Another column needs a migration that adds its two columns and fills them (0200 shows how). */
export const foldedTexts: Partial<Record<TableName, Record<string, FoldedKind>>> = {
  user: { login: 'code', name: 'person', nameEn: 'name', email: 'words', phone: 'words' },
  department: { name: 'code' },
  role: { name: 'code' },
  party: { code: 'code', name: 'name', nameZh: 'name', shortName: 'words', email: 'words', phone: 'words' },
  contact: { name: 'words', email: 'words', phone: 'words', wechat: 'words', whatsapp: 'words' },
  product_category: { name: 'code', nameZh: 'name' },
  product: { code: 'code', name: 'name', nameZh: 'name', specification: 'words', hsCode: 'words' },
  milestone_template: { name: 'code' },
  deal: { number: 'code' },
  sales_contract: { number: 'code', buyerOrderNumber: 'code' },
  sales_line: { description: 'words' },
  purchase_contract: { number: 'code' },
  purchase_line: { description: 'words' },
  quotation: { number: 'code', inquiryNumber: 'code' },
  quotation_line: { description: 'words' },
  profit_estimate: { number: 'code' },
  freight_inquiry: { number: 'code' },
  shipment: {
    number: 'code',
    invoiceNumber: 'code',
    declarationNumber: 'code',
    billOfLadingNumber: 'code',
    bookingNumber: 'code',
    vessel: 'words',
    containers: 'words',
  },
  letter_of_credit: { number: 'code', bankNumber: 'code' },
  credit_insurance: { policyNumber: 'code' },
  bank_account: { code: 'code', name: 'name', bankName: 'words', accountNumber: 'account' },
  bill: { number: 'code', invoiceNumber: 'code' },
  receipt: { number: 'code', payerName: 'name', bankReference: 'code' },
  payment: { number: 'code', bankReference: 'code' },
  payment_request: { number: 'code' },
  transfer: { number: 'code' },
  credit_note: { number: 'code' },
  tax_refund_receipt: { number: 'code' },
}

export const isSorted = (kind: FoldedKind): boolean => kind !== 'words'

type Row = Record<string, unknown>
type FoldedText = { column: string; kind: FoldedKind; key: string | undefined; fold: string }
const columnsOf = new Map<string, readonly FoldedText[]>(
  Object.entries(foldedTexts).map(([table, columns]) => [
    table,
    Object.entries(columns).map(([column, kind]) => ({
      column,
      kind,
      key: isSorted(kind) ? `${column}Key` : undefined,
      fold: `${column}Fold`,
    })),
  ]),
)
const foldedNames = new Map(
  [...columnsOf].map(([table, kept]) => [table, new Set(kept.flatMap((k) => (k.key ? [k.key, k.fold] : [k.fold])))]),
)

/** The kept keys of the texts among these values; undefined when there are none. A text that is null has empty keys. */
export const foldedKeysOf = (table: string, values: Row): Row | undefined => {
  const kept = columnsOf.get(table)
  if (!kept) return undefined
  let made: Row | undefined
  for (const { column, kind, key, fold } of kept) {
    if (!(column in values)) continue
    const text = values[column]
    const given = typeof text === 'string' ? text : ''
    made ??= {}
    if (key) made[key] = given === '' ? '' : keyOf(kind, given)
    made[fold] = given === '' ? '' : foldOf(kind, given)
  }
  return made
}

type WithoutFoldedKeys<R> = { [K in keyof R as K extends `${string}Key` | `${string}Fold` ? never : K]: R[K] }
/** The values without kept keys: what a row says, what the change log tells of it, and what an answer that takes over a whole row gives. */
export const withoutFoldedKeys = <R extends object>(table: TableName, values: R): WithoutFoldedKeys<R> => {
  const names = foldedNames.get(table)
  const own = names && Object.entries(values).filter(([name]) => !names.has(name))
  return (!own || own.length === Object.keys(values).length ? values : Object.fromEntries(own)) as WithoutFoldedKeys<R>
}
