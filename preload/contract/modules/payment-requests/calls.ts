// Payment requests (付款申请): bills, or a prepayment to a vendor, put before an approver and then paid by the cashier.
import { z } from 'zod'
import { column, command, list, longText, query, requiredText, savedOutcome, versionRef, shortText, once } from '../../define/index.ts'
import { secret } from '../../figures.ts'
import { statesOf } from '../../define/record.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, planDate } from '../../vocabulary/dates.ts'
import { rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { APPROVAL_STANDINGS } from '../approvals/calls.ts'
import { ITEM_KINDS, itemSchema } from '../open-items/calls.ts'
import { paymentRequest } from './records.ts'

/** open: nothing or not all of it is paid. */
export const PAYMENT_REQUEST_STATUSES = statesOf(paymentRequest.states)
const positiveMinor = once(() => minorSchema.min(1, 'positive'))

export const paymentRequestFields = once(() =>
  z.strictObject({
    partyId: idSchema,
    /** The purchase contract a prepayment is for. */
    contractId: idSchema.nullable(),
    currency: currencySchema,
    rate: rateSchema,
    /** A prepayment's amount; null when bills are paid: then it is their sum. */
    amount: positiveMinor().nullable(),
    payBy: planDate,
    purpose: shortText,
    remark: longText,
    ownerId: idSchema,
    /**
     * Open items of the vendor (bills, commissions) and what of each is to be paid, in the request's currency; null: all that is left of a bill, or what a line
     * that is there already asks for. Who may not see the amounts gives none.
     */
    lines: z.array(z.strictObject({ id: idSchema, item: itemSchema(), amount: positiveMinor().nullable() })).max(100),
  }),
)

export const paymentRequestsCommands = {
  'save-payment-request': command({
    class: 'intent',
    desk: 'hub',
    permission: 'payment-request.create',
    input: () => paymentRequestFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  'void-payment-request': command({
    class: 'intent',
    desk: 'hub',
    permission: 'payment-request.void',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: savedOutcome,
  }),
}

/** Null for who may see neither costs nor payables: they ask for bills as a whole (T17). */
const owed = once(() => secret('owed', moneySchema.nullable()))
const openBill = once(() =>
  z.strictObject({
    item: itemSchema(),
    kind: z.enum(ITEM_KINDS),
    document: z.string(),
    documentId: idSchema,
    documentDate: dateSchema,
    dueDate: dateSchema,
    /** Owed, due before today, and not met by money that lies there for it; null as the amounts it follows from. */
    overdue: secret('owed', z.boolean().nullable()),
    open: owed(),
    /** Open and in no other request. */
    left: owed(),
  }),
)
export const paymentRequestsQueries = {
  'payment-requests': list({
    permission: 'payment-request.view',
    scope: 'payment-request',
    export: 'payment-request.export',
    params: () => z.strictObject({ partyId: idSchema.optional(), payableOnly: z.boolean().optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      requestedOn: column.date(),
      party: column.text({ width: 220, opens: { route: 'vendor', id: 'partyId' } }),
      purpose: column.text({ width: 200 }),
      payBy: column.date(),
      currency: column.code({ width: 80 }),
      amount: column.money('currency', { total: true, secret: 'owed' }),
      paid: column.money('currency', { total: true, secret: 'paid' }),
      amountBase: column.base({ total: true, hidden: true, secret: 'owed' }),
      approval: column.enum('approval-state', APPROVAL_STANDINGS, { width: 100 }),
      status: column.enum('payment-request-status', PAYMENT_REQUEST_STATUSES, { width: 90 }),
      owner: column.text(),
    },
    sort: [{ field: 'requestedOn', descending: true }],
    watches: ['payment_request', 'payment', 'approval', 'party', 'user'],
    opens: { route: 'payment-request', id: 'id' },
  }),
  'payment-request': query({
    permission: 'payment-request.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      paymentRequestFields()
        .omit({ lines: true })
        .extend({
          id: idSchema,
          number: z.string(),
          revision: z.int(),
          status: z.enum(PAYMENT_REQUEST_STATUSES),
          requestedOn: dateSchema,
          partyName: z.string(),
          isRefund: z.boolean().describe('money given back to a customer'),
          contractNumber: z.string().nullable(),
          ownerName: z.string(),
          /** Null with bills, and for who may not see it. */
          amount: secret('owed', positiveMinor().nullable()),
          total: owed(),
          totalBase: owed(),
          paid: secret('paid', moneySchema.nullable()),
          /** What may still be paid on it, whole and line by line. */
          left: owed(),
          lines: z.array(openBill().extend({ id: idSchema, amount: owed(), toPay: owed() })),
          payments: z.array(
            z.strictObject({ id: idSchema, number: z.string(), paidOn: dateSchema, amount: secret('paid', moneySchema.nullable()) }),
          ),
          voidReason: z.string().nullable(),
        }),
    watches: [
      'payment_request',
      'payment_request_line',
      'payment',
      'posting',
      'party',
      'purchase_contract',
      'user',
      'bill_line',
      'purchase_line',
    ],
  }),
  /** Bills of a vendor that could be requested: the oldest due first. */
  'bills-to-request': query({
    permission: 'payment-request.create',
    input: () => z.strictObject({ partyId: idSchema, currency: currencySchema.optional(), requestId: idSchema.optional() }),
    output: () => z.array(openBill()),
    watches: ['posting', 'payment_request', 'party', 'payment', 'payment_request_line', 'bill_line', 'purchase_line'],
  }),
}
