// Money in (收汇) and money out: registered, claimed, paid to vendors, taken back.
import { z } from 'zod'
import { codeText, column, command, list, longText, query, shortText } from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { dateSchema, factDate } from '../../vocabulary/dates.ts'
import { rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { POSTED_STATUSES, numbered, positiveMinor, reversing } from '../../posted.ts'
import { allocationTarget, itemSchema } from '../open-items/calls.ts'
import { receipt } from './records.ts'

export const RECEIPT_STATUSES = statesOf(receipt.states)

export const receiptAndPaymentCommands = {
  /** 收汇登记: the bank has it; the payer may be unknown yet. */
  'register-receipt': command({
    class: 'fact',
    desk: 'waits',
    permission: 'receipt.create',
    input: () =>
      z.strictObject({
        id: idSchema,
        bankAccountId: idSchema,
        receivedOn: factDate,
        amount: positiveMinor().describe("what the payer sent, before the bank's charge, in the account's currency"),
        charge: minorSchema.min(0),
        rate: rateSchema,
        payerName: shortText,
        bankReference: codeText.optional().describe("the bank's own number of the movement"),
        customerId: idSchema.nullable(),
        contractId: idSchema.nullable(),
        /** A vendor who sends money back, and which prepayments and credit notes it is of. */
        vendorId: idSchema.nullable().optional(),
        returns: z.array(allocationTarget()).max(100).optional(),
        remark: longText,
      }),
    outcome: () => numbered().extend({ item: itemSchema() }),
  }),
  /** 认领: says whose money it is, and for which contract. */
  'claim-receipt': command({
    class: 'intent',
    desk: 'hub',
    permission: 'receipt.claim',
    input: () => z.strictObject({ id: idSchema, on: factDate, customerId: idSchema, contractId: idSchema.nullable() }),
    outcome: () => numbered().extend({ item: itemSchema() }),
  }),
  'reverse-receipt': command({ class: 'intent', desk: 'hub', permission: 'receipt.reverse', input: reversing, outcome: numbered }),
  /** Pays bills of a vendor and, with the rest, a prepayment; or gives a customer advances and credit notes back, which are then the targets. */
  'register-payment': command({
    class: 'fact',
    desk: 'waits',
    permission: 'payment.create',
    input: () =>
      z.strictObject({
        id: idSchema,
        bankAccountId: idSchema,
        paidOn: factDate,
        partyId: idSchema,
        amount: positiveMinor().describe("in the account's currency, without the bank's charge"),
        charge: minorSchema.min(0),
        rate: rateSchema,
        targets: z.array(allocationTarget()).max(100),
        /** The purchase contract a prepayment is for. */
        contractId: idSchema.nullable(),
        /** The approved request it pays; required where the company approves payments. */
        requestId: idSchema.nullable().optional(),
        bankReference: codeText.optional().describe("the bank's own number of the movement"),
        remark: longText,
      }),
    outcome: () => numbered().extend({ item: itemSchema() }),
  }),
  'reverse-payment': command({ class: 'intent', desk: 'hub', permission: 'payment.reverse', input: reversing, outcome: numbered }),
}

/** What of the money has been applied, and to what. */
const appliedSchema = () =>
  z.array(
    z.strictObject({
      id: idSchema,
      on: dateSchema,
      document: z.string(),
      documentKind: z.string(),
      documentId: idSchema,
      amount: moneySchema,
      exchangeDifference: moneySchema,
      reversed: z.boolean(),
    }),
  )

export const receiptAndPaymentQueries = {
  receipts: list({
    permission: 'receipt.view',
    scope: 'receipt',
    export: 'receipt.export',
    params: () => z.strictObject({ customerId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      receivedOn: column.date(),
      customer: column.text({ width: 180, opens: { route: 'party', id: 'payerId' } }),
      status: column.enum('receipt-status', RECEIPT_STATUSES, { width: 90 }),
      currency: column.code({ width: 64 }),
      amount: column.money('currency', { total: true, width: 125 }),
      open: column.money('currency', { total: true, width: 125 }),
      charge: column.money('currency', { total: true, width: 100 }),
      amountBase: column.base({ total: true, hidden: true }),
      payerName: column.text({ width: 130 }),
      bankAccount: column.text({ width: 130 }),
      contract: column.code({ opens: { route: 'sales-contract', id: 'contractId' } }),
    },
    sort: [{ field: 'receivedOn', descending: true }],
    watches: ['receipt', 'posting', 'bank_account', 'party', 'sales_contract'],
    opens: { route: 'receipt', id: 'id' },
  }),
  receipt: query({
    permission: 'receipt.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        status: z.enum(RECEIPT_STATUSES),
        bankAccountId: idSchema,
        bankAccount: z.string(),
        receivedOn: dateSchema,
        amount: moneySchema,
        charge: moneySchema,
        rate: z.string(),
        payerName: z.string(),
        bankReference: z.string(),
        customerId: idSchema.nullable(),
        customerName: z.string().nullable(),
        vendorId: idSchema.nullable(),
        vendorName: z.string().nullable(),
        contractId: idSchema.nullable(),
        contractNumber: z.string().nullable(),
        remark: z.string(),
        item: itemSchema(),
        open: moneySchema,
        allocations: appliedSchema(),
        journals: z.array(z.int()),
      }),
    watches: ['receipt', 'allocation', 'posting', 'bank_account', 'party', 'sales_contract'],
  }),
  payments: list({
    permission: 'payment.view',
    scope: 'company',
    export: 'payment.export',
    params: () => z.strictObject({ partyId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      paidOn: column.date(),
      party: column.text({ width: 220, opens: { route: 'party', id: 'partyId' } }),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      bankAccount: column.text({ width: 150 }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency', { total: true }),
      charge: column.money('currency', { total: true }),
      open: column.money('currency', { total: true }),
      amountBase: column.base({ total: true }),
    },
    sort: [{ field: 'paidOn', descending: true }],
    watches: ['payment', 'posting'],
    opens: { route: 'payment', id: 'id' },
  }),
  payment: query({
    permission: 'payment.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        status: z.enum(POSTED_STATUSES),
        bankAccountId: idSchema,
        bankAccount: z.string(),
        paidOn: dateSchema,
        partyId: idSchema,
        partyName: z.string(),
        isRefund: z.boolean().describe('given back to a customer'),
        amount: moneySchema,
        charge: moneySchema,
        rate: z.string(),
        contractId: idSchema.nullable(),
        contractNumber: z.string().nullable(),
        bankReference: z.string(),
        remark: z.string(),
        item: itemSchema(),
        open: moneySchema,
        allocations: appliedSchema(),
        journals: z.array(z.int()),
      }),
    watches: ['payment', 'allocation', 'posting', 'bank_account', 'party', 'purchase_contract'],
  }),
}
