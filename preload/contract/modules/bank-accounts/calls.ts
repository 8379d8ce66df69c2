// Our own bank accounts: what is kept of them, money moved between them, and every movement.
import { z } from 'zod'
import {
  changedOutcome,
  codeText,
  column,
  command,
  list,
  longText,
  query,
  requiredCode,
  requiredText,
  revisionSchema,
  shortText,
  once,
} from '../../define/index.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate } from '../../vocabulary/dates.ts'
import { rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { bankDetailsSchema } from '../parties/calls.ts'
import { POSTED_STATUSES, numbered, positiveMinor, reversing } from '../../posted.ts'

/** Money that is expected, by what says so. */
export const EXPECTED_CASH = ['receivable', 'instalment', 'tax-refund', 'payable', 'payment-request', 'purchase', 'freight'] as const
/** sure: owed or approved already; expected: follows from a contract or a choice. */
export const CASH_CERTAINTY = ['sure', 'expected'] as const
export const CASH_WEEKS = 26

/** Whatever says that money will come or go. */
const forecastWatches = [
  ...['posting', 'bank_account', 'party', 'exchange_rate', 'approval', 'sales_contract', 'sales_line', 'shipment', 'shipment_line'],
  ...['purchase_contract', 'purchase_line', 'payment_request', 'payment_request_line', 'payment', 'bill', 'bill_line', 'freight_inquiry'],
  ...['freight_quote', 'freight_charge', 'allocation'],
]
const forecastAsked = once(() =>
  z.strictObject({
    lateDays: z.int().min(0).max(180).default(0).describe('how many days later than due customers pay'),
    currency: currencySchema.optional().describe('in this currency alone; left out: all, in base currency at today’s rates'),
  }),
)

export const bankAccountFields = once(() =>
  z.strictObject({
    code: requiredCode.max(20),
    name: requiredText,
    bankName: shortText,
    accountNumber: codeText,
    swift: codeText,
    currency: currencySchema,
    active: z.boolean(),
  }),
)

export const bankAccountCommands = {
  'create-bank-account': command({
    class: 'intent',
    desk: 'hub',
    permission: 'bank-account.edit',
    input: () => bankAccountFields().extend({ id: idSchema, openedOn: factDate, openingBalance: minorSchema, openingRate: rateSchema }),
    outcome: changedOutcome,
  }),
  'edit-bank-account': command({
    class: 'intent',
    desk: 'hub',
    permission: 'bank-account.edit',
    input: () => bankAccountFields().omit({ currency: true }).extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  'transfer-funds': command({
    class: 'intent',
    desk: 'hub',
    permission: 'bank-account.transfer',
    input: () =>
      z.strictObject({
        id: idSchema,
        on: factDate,
        fromAccountId: idSchema,
        toAccountId: idSchema,
        amountOut: positiveMinor(),
        amountIn: positiveMinor(),
        /** Base value of one unit received; "1" when the receiving account is in base currency. */
        rateIn: rateSchema,
        remark: longText,
      }),
    outcome: numbered,
  }),
  'reverse-transfer': command({ class: 'intent', desk: 'hub', permission: 'bank-account.transfer', input: reversing, outcome: numbered }),
}

export const bankAccountQueries = {
  'bank-accounts': list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    params: () => z.strictObject({ asOf: dateSchema.optional() }).optional(),
    columns: {
      code: column.code({ width: 100 }),
      name: column.text({ width: 200 }),
      bankName: column.text({ width: 200 }),
      accountNumber: column.code({ width: 180 }),
      currency: column.code({ width: 80 }),
      balance: column.money('currency', { total: true }),
      balanceBase: column.base({ total: true }),
      active: column.boolean({ width: 80 }),
    },
    sort: [{ field: 'code', descending: false }],
    watches: ['bank_account', 'posting'],
    opens: { route: 'bank-movements', id: 'id' },
  }),
  'bank-account': query({
    permission: 'bank-account.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      bankAccountFields().extend({ id: idSchema, revision: z.int(), balance: moneySchema, bank: bankDetailsSchema().nullable() }),
    watches: ['bank_account', 'posting', 'bank_details', 'approval', 'user'],
  }),
  'bank-movements': list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    params: () => z.strictObject({ accountId: idSchema.optional(), from: dateSchema.optional(), to: dateSchema.optional() }),
    columns: {
      date: column.date(),
      account: column.text({ width: 130 }),
      document: column.code({ opens: { route: 'document', id: 'documentId' } }),
      kind: column.enum(
        'journal-kind',
        [
          'opening',
          'dispatch',
          'bill',
          'receipt',
          'claim',
          'allocation',
          'payment',
          'transfer',
          'write-off',
          'tax-refund',
          'credit-note',
          'cost-adjustment',
          'bank-charge',
          'revaluation',
          'reversal',
        ],
        { width: 90 },
      ),
      party: column.text({ width: 170 }),
      memo: column.text({ width: 140 }),
      currency: column.code({ width: 64 }),
      moneyIn: column.money('currency', { total: true, width: 120 }),
      moneyOut: column.money('currency', { total: true, width: 120 }),
      balance: column.money('currency', { fixed: true, width: 125 }),
      amountBase: column.base({ total: true, hidden: true }),
    },
    sort: [{ field: 'date', descending: true }],
    heavy: true,
    watches: ['posting', 'bank_account', 'party'],
  }),
  /** T62. What lies in the bank, and what comes and goes week by week from today; each amount once. */
  'cash-forecast': query({
    permission: 'bank-account.view',
    input: () => forecastAsked().extend({ weeks: z.int().min(1).max(CASH_WEEKS).default(13) }),
    output: () =>
      z.strictObject({
        currency: currencySchema,
        currencies: z.array(currencySchema).describe('in which money lies or is expected'),
        weeks: z.array(z.strictObject({ from: dateSchema, to: dateSchema })),
        opening: z.int().describe('bank balance today, in minor units'),
        inflow: z.int().describe('of all weeks shown'),
        outflow: z.int().describe('negative'),
        lowest: z.strictObject({ week: z.int().describe('its place'), balance: z.int() }),
        lines: z.array(
          z.strictObject({
            kind: z.enum(EXPECTED_CASH),
            certainty: z.enum(CASH_CERTAINTY),
            cells: z.array(z.int()).describe('by week; what goes out is negative'),
            later: z.int(),
            undated: z.int(),
          }),
        ),
        net: z.array(z.int()),
        closing: z.array(z.int()),
        leftOut: z.array(z.enum(EXPECTED_CASH)).describe('for want of a right'),
        withoutRate: z.array(currencySchema).describe('not in it: no rate is known'),
        narrowed: z.boolean().describe('made of the viewer’s scope, which is not all'),
      }),
    heavy: true,
    watches: forecastWatches,
  }),
  /** What a figure of the forecast is made of. */
  'expected-cash': list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    params: () =>
      forecastAsked().extend({
        kind: z.enum(EXPECTED_CASH).optional(),
        from: dateSchema.optional(),
        to: dateSchema.optional(),
        dated: z.boolean().optional().describe('false: what has no day; true: what has one'),
      }),
    columns: {
      expectedOn: column.date(),
      dueDate: column.date(),
      daysOverdue: column.integer({ width: 90 }),
      kind: column.enum('expected-cash', EXPECTED_CASH, { width: 150 }),
      document: column.code({ width: 160, opens: { route: 'document', id: 'documentId' } }),
      party: column.text({ width: 220 }),
      currency: column.code({ width: 70 }),
      amount: column.money('currency', { total: true }),
      amountBase: column.base({ total: true }),
    },
    sort: [{ field: 'expectedOn', descending: false }],
    opens: { route: 'document', id: 'documentId' },
    heavy: true,
    watches: forecastWatches,
  }),
  /** One transfer as it was posted. */
  transfer: query({
    permission: 'bank-account.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        ...{ id: idSchema, number: z.string(), on: dateSchema, status: z.enum(POSTED_STATUSES), remark: z.string() },
        ...{ fromAccountId: idSchema, fromAccount: z.string(), amountOut: moneySchema },
        ...{ toAccountId: idSchema, toAccount: z.string(), amountIn: moneySchema },
        /** Exchange result, or the bank's charge within one currency; in base currency, a gain positive. */
        difference: moneySchema,
      }),
    watches: ['transfer', 'bank_account'],
  }),
  transfers: list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    columns: {
      number: column.code({ width: 130 }),
      on: column.date(),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      fromAccount: column.text({ width: 160 }),
      amountOut: column.money('currencyOut'),
      toAccount: column.text({ width: 160 }),
      amountIn: column.money('currencyIn'),
      difference: column.base({ total: true }),
    },
    sort: [{ field: 'on', descending: true }],
    opens: { route: 'transfer', id: 'id' },
    watches: ['transfer', 'bank_account'],
  }),
}
