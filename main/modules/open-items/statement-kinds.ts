// The kinds of statement of account: a customer's, a factory's, and that of anybody else who bills us. What differs between them is data and stands here.
import { sql, type RawBuilder } from 'kysely'
import type { Side } from '../../../db/ledger/sides.ts'
import { paperWords, type Said } from '../../records/papers/index.ts'

/** What a row may say beside its day, what it is, its document and its amounts. */
export type StatementColumn = 'reference' | 'contract' | 'deal' | 'invoice' | 'shipment' | 'cost' | 'due'
export type StatementKind = {
  side: Side
  /** Kinds of party that have it. */
  isFor(partyKind: string): boolean
  columns: readonly { key: StatementColumn; label: Said }[]
  /** What open items say beside their own document. */
  itemColumns: readonly StatementColumn[]
  words: StatementWords
  /** Says where we are paid. */
  asksForPayment: boolean
  /** Tells what of the bills has no VAT invoice yet. */
  countsInvoices: boolean
}
type StatementWords = {
  party: Said
  partyCode: Said
  ours: Said
  charge: Said
  credit: Said
  /** What waits to be applied. */
  waiting: Said
  /** What journals of a kind did to the account; any other adjusted it. */
  rows: Readonly<Record<string, Said>>
}

const FOR_BOTH_SIDES = {
  'credit-note': paperWords.creditNoteRow,
  reversal: paperWords.reversalRow,
  allocation: paperWords.otherCurrencyRow,
}
const TO_CUSTOMERS: StatementWords = {
  ...{ party: paperWords.customer, partyCode: paperWords.customerCode, ours: paperWords.forSeller },
  ...{ charge: paperWords.charge, credit: paperWords.credit, waiting: paperWords.waitingCredits },
  rows: {
    ...FOR_BOTH_SIDES,
    dispatch: paperWords.invoiceRow,
    receipt: paperWords.receiptRow,
    claim: paperWords.receiptRow,
    payment: paperWords.refundRow,
  },
}
const TO_VENDORS: StatementWords = {
  ...{ party: paperWords.vendor, partyCode: paperWords.vendorCode, ours: paperWords.ourSide },
  ...{ charge: paperWords.owedToVendor, credit: paperWords.paidToVendor, waiting: paperWords.waitingPrepayments },
  rows: { ...FOR_BOTH_SIDES, bill: paperWords.billRow, payment: paperWords.paymentRow, receipt: paperWords.refundRow },
}

export const customerKind: StatementKind = {
  side: 'receivable',
  isFor: (kind) => kind === 'customer',
  columns: [
    { key: 'reference', label: paperWords.yourReference },
    { key: 'contract', label: paperWords.contract },
    { key: 'due', label: paperWords.dueDate },
  ],
  itemColumns: [],
  words: TO_CUSTOMERS,
  asksForPayment: true,
  countsInvoices: false,
}
export const factoryKind: StatementKind = {
  side: 'payable',
  isFor: (kind) => kind === 'factory',
  columns: [
    { key: 'contract', label: paperWords.contract },
    { key: 'deal', label: paperWords.deal },
    { key: 'invoice', label: paperWords.vatInvoice },
    { key: 'due', label: paperWords.dueDate },
  ],
  itemColumns: ['contract', 'invoice'],
  words: TO_VENDORS,
  asksForPayment: false,
  countsInvoices: true,
}
/** Forwarders, carriers, brokers, inspectors and all others who send bills of expenses. */
export const expenseKind: StatementKind = {
  side: 'payable',
  isFor: (kind) => kind !== 'customer' && kind !== 'factory',
  columns: [
    { key: 'reference', label: paperWords.yourReference },
    { key: 'deal', label: paperWords.deal },
    { key: 'shipment', label: paperWords.shipmentAndBill },
    { key: 'cost', label: paperWords.costKind },
    { key: 'due', label: paperWords.dueDate },
  ],
  itemColumns: ['reference', 'shipment'],
  words: TO_VENDORS,
  asksForPayment: false,
  countsInvoices: false,
}

/** What the contract of an item says to the other side: to a customer the sales contract, to a vendor the purchase contract and the deal, and nothing of the sale. */
export const contractOfSide: Readonly<
  Record<Side, { join: RawBuilder<unknown>; reference: RawBuilder<unknown>; deal: RawBuilder<unknown> }>
> = {
  receivable: { join: sql`sales_contract`, reference: sql`c.buyerOrderNumber`, deal: sql`null` },
  payable: { join: sql`purchase_contract`, reference: sql`null`, deal: sql`d.number` },
}
