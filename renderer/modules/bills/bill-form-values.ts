// A bill as it is typed: what the grids show of each line beside the office's fields, and the way to the office.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { EXPENSE_CATEGORIES, SHARING_BASES } from '../../../preload/contract/modules/bills/calls.ts'
import { Decimal, decimalTextOf, PLACES, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { lineAmount } from '../../../preload/contract/vocabulary/money.ts'
import { isDecimal } from '../../kit/format/index.ts'
import { asGiven } from '../../kit/form/index.ts'
import { textOf } from '../../records/money/index.ts'

export type Deal = { id: string; number: string }
export type LineFormValues = {
  id: string
  amount: number | null
  vatRate: string
  description: string
  /** factory: the line of the contract, what of it is left to bill, and its price where it may be seen. */
  purchaseLineId: string | null
  contractNumber: string
  dealNumber: string
  left: string
  price: string
  unit: string
  quantity: string
  /** expense */
  category: (typeof EXPENSE_CATEGORIES)[number]
  deals: Deal[]
  sharing: (typeof SHARING_BASES)[number]
}
export type BillFormValues = {
  kind: 'factory' | 'expense'
  partyId: string | null
  invoiceNumber: string
  billDate: string | null
  dueDate: string | null
  currency: string
  /** '' stands for the rate that is known of the day. */
  rate: string
  remark: string
  lines: LineFormValues[]
}

export const newExpense = (deals: Deal[] = []): LineFormValues => ({
  id: newId(),
  amount: null,
  vatRate: '0',
  description: '',
  purchaseLineId: null,
  contractNumber: '',
  dealNumber: '',
  left: '',
  price: '',
  unit: '',
  quantity: '',
  category: 'freight',
  deals,
  sharing: 'amount',
})

const amountOf = (quantity: string, price: string, currency: string): number | null =>
  isDecimal(quantity, PLACES.quantity) && isDecimal(price, PLACES.price)
    ? lineAmount(toScaled(quantity, 'quantity'), toScaled(price, 'price'), 0, currency)
    : null

/** A line of a purchase contract with all that is left to bill of it. */
export const lineOf = (row: ListRow): LineFormValues => {
  const left = decimalTextOf(new Decimal(textOf(row, 'quantity')).minus(textOf(row, 'billed')))
  const price = textOf(row, 'price')
  return {
    ...newExpense(),
    amount: amountOf(left, price, textOf(row, 'currency')),
    vatRate: textOf(row, 'vatRate'),
    description: textOf(row, 'description'),
    purchaseLineId: row.id,
    contractNumber: textOf(row, 'contract'),
    dealNumber: textOf(row, 'deal'),
    left,
    price,
    unit: textOf(row, 'unit'),
    quantity: left,
  }
}

/** An amount that was quantity × price follows a new quantity; one that was typed stays. */
export const withAmounts = (before: readonly LineFormValues[], after: readonly LineFormValues[], currency: string): LineFormValues[] =>
  after.map((line) => {
    const old = before.find((l) => l.id === line.id)
    if (!old || old.quantity === line.quantity || old.amount !== line.amount) return line
    const followed = line.amount === null || line.amount === amountOf(old.quantity, old.price, currency)
    return followed ? { ...line, amount: amountOf(line.quantity, line.price, currency) } : line
  })

type Sent = Omit<CommandInput<'post-bill'>, 'id'>
export const inputOf = (bill: BillFormValues, rate: string): Sent => ({
  kind: bill.kind,
  partyId: bill.partyId ?? '',
  invoiceNumber: bill.invoiceNumber,
  billDate: bill.billDate ?? '',
  dueDate: bill.dueDate ?? '',
  currency: bill.currency,
  rate,
  remark: bill.remark,
  lines: bill.lines
    .filter((l) => bill.kind === 'factory' || l.amount !== null || l.description !== '' || l.deals.length > 0)
    .map((l) => ({
      id: l.id,
      purchaseLineId: bill.kind === 'factory' ? l.purchaseLineId : null,
      quantity: bill.kind === 'factory' ? l.quantity : null,
      category: bill.kind === 'factory' ? null : l.category,
      description: l.description,
      amount: asGiven(l.amount),
      vatRate: l.vatRate === '' ? '0' : l.vatRate,
      dealIds: bill.kind === 'factory' ? [] : l.deals.map((d) => d.id),
      sharing: l.sharing,
      shipmentId: null,
    })),
})
