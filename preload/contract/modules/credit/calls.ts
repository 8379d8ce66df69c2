// Customer credit (授信): what a customer owes against his limit, and asking to ship over it (超信审批).
import { z } from 'zod'
import {
  changedOutcome,
  column,
  command,
  list,
  longText,
  noOutcome,
  query,
  requiredCode,
  requiredText,
  revisionSchema,
  versionRef,
  shortText,
  once,
} from '../../define/index.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, planDate } from '../../vocabulary/dates.ts'
import { percentSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { APPROVAL_STANDINGS } from '../approvals/calls.ts'

/** How a customer stands: overdue comes before over-limit, both refuse; rate-missing is only told by the report. */
export const CREDIT_STATES = ['unlimited', 'within', 'over-limit', 'overdue', 'rate-missing'] as const
export type CreditState = (typeof CREDIT_STATES)[number]
/** covered: what letters of credit cover, credit by credit. */
export const CREDIT_PARTS = ['receivables', 'advances', 'covered', 'contracts'] as const

export const creditInsuranceFields = once(() =>
  z.strictObject({
    customerId: idSchema,
    policyNumber: requiredCode,
    insurer: shortText,
    currency: currencySchema,
    /** The most the insurer pays. */
    limitMinor: minorSchema.min(1, 'positive'),
    /** Of what is owed, e.g. "90". */
    percent: percentSchema,
    validFrom: planDate,
    validTo: planDate,
    remark: longText,
  }),
)

export const creditCommands = {
  /** Asks for one shipment, as it was seen, to leave over the limit until a day; goes to approval at once. */
  'request-credit-override': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'shipment.submit',
    input: () =>
      z.strictObject({
        id: idSchema,
        shipmentId: idSchema,
        shipmentRevision: revisionSchema,
        reason: requiredText,
        expiresOn: planDate,
      }),
    outcome: () => z.strictObject({ id: idSchema, approvalId: idSchema, revision: z.int() }),
  }),
  /** Export credit insurance (出口信用保险) of a customer: who may set his limit may say what is insured. */
  'save-credit-insurance': command({
    class: 'intent',
    desk: 'hub',
    permission: 'customer.edit',
    input: () => creditInsuranceFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: changedOutcome,
  }),
  'remove-credit-insurance': command({ class: 'intent', desk: 'hub', permission: 'customer.edit', input: versionRef, outcome: noOutcome }),
}

const watches = [
  'party',
  'posting',
  'open_item',
  'sales_contract',
  'sales_line',
  'shipment',
  'shipment_line',
  'exchange_rate',
  'setting',
  'credit_override',
  'approval',
  'letter_of_credit',
  'letter_contract',
  'letter_presentation',
  'credit_insurance',
  'user',
] as const

export const creditQueries = {
  /**
   * What a customer owes against his limit now, in the limit's currency, part by part with the documents behind it. `addition` is what a document on
   * screen would add; `shipmentId` names the shipment that it is, so that its goods do not count as undelivered as well.
   */
  'credit-position': query({
    permission: 'customer.view',
    input: () => z.strictObject({ customerId: idSchema, addition: moneySchema.optional(), shipmentId: idSchema.optional() }),
    output: () =>
      z.strictObject({
        /** The company's switch: off means for information only. */
        on: z.boolean(),
        currency: currencySchema,
        /** Null: unlimited. */
        limit: moneySchema.nullable(),
        exposure: moneySchema,
        /** What may still be shipped; null when unlimited. */
        free: moneySchema.nullable(),
        /** Above the limit; zero within it. */
        excess: moneySchema,
        parts: z.strictObject({
          receivables: moneySchema,
          addition: moneySchema,
          advances: moneySchema,
          contracts: moneySchema,
          /** By accepted letters of credit, and by export credit insurance in force. */
          covered: moneySchema,
          insured: moneySchema,
        }),
        countsContracts: z.boolean(),
        /** Days of the longest overdue receivable, and how many the company allows (null: any). */
        overdueDays: z.int(),
        overdueAllowed: z.int().nullable(),
        state: z.enum(CREDIT_STATES),
        items: z.array(
          z.strictObject({
            part: z.enum(CREDIT_PARTS),
            documentId: idSchema,
            number: z.string(),
            dueDate: dateSchema.nullable(),
            overdueDays: z.int(),
            open: moneySchema,
          }),
        ),
        insurances: z.array(creditInsuranceFields().extend({ id: idSchema, revision: z.int(), limit: moneySchema, inForce: z.boolean() })),
        /** The newest request for this shipment. */
        override: z
          .strictObject({
            id: idSchema,
            amount: moneySchema,
            expiresOn: dateSchema,
            expired: z.boolean(),
            standing: z.enum(APPROVAL_STANDINGS),
            revision: z.int(),
          })
          .nullable(),
      }),
    watches,
  }),
  /** Customers with a limit: how much of it is used. */
  'credit-use': list({
    permission: 'customer.view',
    scope: 'customer',
    export: 'customer.export',
    columns: {
      code: column.code({ width: 90 }),
      customer: column.text({ width: 220, opens: { route: 'customer', id: 'customerId' } }),
      state: column.enum('credit-state', CREDIT_STATES, { width: 110 }),
      currency: column.code({ width: 70 }),
      creditLimit: column.money('currency'),
      exposure: column.money('currency'),
      free: column.money('currency'),
      use: column.percent({ width: 90 }),
      overdueDays: column.integer({ width: 90 }),
      excess: column.money('currency'),
      receivables: column.money('currency'),
      advances: column.money('currency'),
      covered: column.money('currency'),
      contracts: column.money('currency'),
      owner: column.text({ width: 100 }),
    },
    sort: [{ field: 'use', descending: true }],
    watches,
    opens: { route: 'customer', id: 'customerId' },
  }),
}
