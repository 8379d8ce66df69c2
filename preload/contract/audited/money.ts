// Bills, receipts, payments and what is settled with them in the audit trail. What was bought for is a cost, as on the bill's own page.
import { column } from '../define/index.ts'
import { type AuditedTable, named, word } from './define.ts'

const { text, code, date, quantity, percent, rate, base, money, boolean } = column
const cost = { secret: 'cost' } as const
const owed = { secret: 'owed' } as const
const posted = { status: word('posted-status') }
const paid = { currency: code(), amount: money('currency'), charge: money('currency'), rate: rate(), amountBase: base() }

export const auditedMoney = {
  bank_account: {
    view: 'bank-account.view',
    title: ['name', 'code'],
    route: 'bank-account',
    columns: {
      ...{ code: code(), name: text(), bankName: text(), accountNumber: code(), swift: code(), currency: code(), openedOn: date() },
      ...{ active: boolean() },
    },
  },
  bank_details: {
    of: { column: 'id', by: 'holder', each: { vendor: 'party', 'bank-account': 'bank_account' } },
    line: true,
    title: ['details'],
    columns: { details: text(), confirmed: text(), changedBy: named('user') },
  },
  exchange_rate: {
    view: 'rate.view',
    title: ['currency'],
    columns: { currency: code(), date: date(), rate: rate(), source: text() },
  },
  bill: {
    view: 'bill.view',
    title: ['number'],
    route: 'bill',
    columns: {
      ...{ number: code(), kind: word('bill-kind'), partyId: named('party'), invoiceNumber: code(), billDate: date(), dueDate: date() },
      ...{ currency: code(), rate: rate(), remark: text(), ...posted, total: money('currency', cost), totalBase: base(cost) },
    },
  },
  bill_line: {
    of: { column: 'billId', table: 'bill' },
    line: true,
    title: ['description', 'purchaseLineId'],
    columns: {
      ...{ purchaseLineId: named('purchase_line'), quantity: quantity(), category: word('expense-category'), description: text() },
      ...{ amount: money('^currency', cost), vatRate: percent(), netBase: base(cost), vatBase: base(cost), sharing: word('sharing') },
      ...{ shipmentId: named('shipment') },
    },
  },
  bill_share: {
    of: { column: 'billLineId', table: 'bill_line' },
    line: true,
    title: ['dealId'],
    columns: { dealId: named('deal'), amount: money('^^currency', cost), amountBase: base(cost) },
  },
  receipt: {
    view: 'receipt.view',
    owned: 'receipt',
    title: ['number'],
    route: 'receipt',
    columns: {
      ...{ number: code(), bankAccountId: named('bank_account'), receivedOn: date(), ...paid, payerName: text(), bankReference: code() },
      ...{
        customerId: named('party'),
        vendorId: named('party'),
        contractId: named('sales_contract'),
        dealId: named('deal'),
        remark: text(),
      },
      ...{ status: word('receipt-status'), ownerId: named('user'), departmentId: named('department') },
    },
  },
  payment: {
    view: 'payment.view',
    title: ['number'],
    route: 'payment',
    columns: {
      ...{ number: code(), bankAccountId: named('bank_account'), paidOn: date(), partyId: named('party'), ...paid, bankReference: code() },
      ...{ contractId: named('purchase_contract'), requestId: named('payment_request'), remark: text(), ...posted },
    },
  },
  transfer: {
    view: 'bank-account.view',
    title: ['number'],
    columns: {
      ...{ number: code(), on: date(), fromAccountId: named('bank_account'), toAccountId: named('bank_account') },
      ...{ amountOut: money('@fromAccountId'), amountIn: money('@toAccountId'), difference: base(), remark: text(), ...posted },
    },
  },
  credit_note: {
    view: 'bill.view',
    title: ['number'],
    columns: {
      ...{ number: code(), partyId: named('party'), on: date(), currency: code(), amount: money('currency', owed), rate: rate() },
      ...{ dealId: named('deal'), reason: text(), vatRate: percent(), ...posted },
    },
  },
  credit_note_line: {
    of: { column: 'creditNoteId', table: 'credit_note' },
    line: true,
    title: ['purchaseLineId'],
    columns: {
      ...{ purchaseLineId: named('purchase_line'), amount: money('^currency', cost), vatRate: percent() },
      ...{ netBase: base(cost), vatBase: base(cost) },
    },
  },
  /** An allocation stands between two open items: who sees it sees receivables as well as payables. */
  allocation: {
    view: 'ledger.view',
    title: ['source'],
    columns: {
      ...{ on: date(), source: named('open_item'), target: named('open_item'), sourceAmount: money('@source') },
      ...{ amount: money('@target'), difference: base(), ...posted },
    },
  },
  payment_request: {
    view: 'payment-request.view',
    owned: 'payment-request',
    title: ['number'],
    route: 'payment-request',
    columns: {
      ...{ number: code(), requestedOn: date(), partyId: named('party'), contractId: named('purchase_contract'), currency: code() },
      ...{ amount: money('currency', owed), rate: rate(), amountBase: base(owed), payBy: date(), purpose: text(), remark: text() },
      ...{ status: word('payment-request-status'), voidReason: text(), ownerId: named('user'), departmentId: named('department') },
    },
  },
  payment_request_line: {
    of: { column: 'requestId', table: 'payment_request' },
    line: true,
    title: ['item'],
    columns: { item: named('open_item'), amount: money('^currency', owed) },
  },
  tax_refund_receipt: {
    view: 'payable.view',
    title: ['number'],
    columns: {
      ...{ number: code(), bankAccountId: named('bank_account'), receivedOn: date(), amount: base(), remark: text(), ...posted },
    },
  },
  revaluation: {
    view: 'ledger.view',
    title: ['number'],
    route: 'revaluation',
    columns: {
      ...{ number: code(), month: code(), on: date(), withAdvances: boolean(), bankDifference: base(), itemDifference: base(), ...posted },
    },
  },
  revaluation_line: {
    of: { column: 'revaluationId', table: 'revaluation' },
    line: true,
    title: ['subject'],
    columns: {
      ...{
        account: code(),
        subject: code(),
        currency: code(),
        foreign: money('currency'),
        rate: rate(),
        baseBefore: base(),
        baseAfter: base(),
      },
    },
  },
  tax_refund_line: {
    of: { column: 'receiptId', table: 'tax_refund_receipt' },
    line: true,
    title: ['item'],
    columns: { item: named('open_item'), amount: base(), writtenOff: base() },
  },
} as const satisfies Record<string, AuditedTable>
