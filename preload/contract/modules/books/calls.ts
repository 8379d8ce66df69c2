// The books: exchange rates, closed periods, month-end revaluation (期末调汇), and the postings by account.
import { z } from 'zod'
import { column, command, list, noOutcome, query, requiredText, revisionSchema, once } from '../../define/index.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { warningsSchema } from '../../warnings.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { POSTED_STATUSES, numbered } from '../../posted.ts'
import { ITEM_KINDS } from '../open-items/calls.ts'

const monthSchema = once(() =>
  z
    .string()
    .regex(/^(19[89]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, 'date')
    .describe('calendar month YYYY-MM'),
)
const revalued = once(() => ({
  month: monthSchema(),
  /** Advances and prepayments are settled with goods, so they are left at their rate unless the company wants otherwise. */
  withAdvances: z.boolean(),
}))

export const bookCommands = {
  'set-exchange-rate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'rate.edit',
    /** `revision` of the rate set for this very day; absent where none was. */
    input: () => z.strictObject({ currency: currencySchema, on: planDate, rate: rateSchema, revision: revisionSchema.optional() }),
    outcome: noOutcome,
  }),
  'close-period': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'period.close',
    input: () => z.strictObject({ through: factDate }),
    outcome: noOutcome,
  }),
  'reopen-period': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'period.reopen',
    input: () => z.strictObject({ through: factDate.nullable(), reason: requiredText, revision: revisionSchema }),
    outcome: noOutcome,
  }),
  /** Values bank accounts and open items in foreign currency at the rates of the month's last day; items are back at their own on the day after. */
  'revalue-month': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'period.close',
    input: () => z.strictObject({ id: idSchema, ...revalued() }),
    outcome: () => numbered().extend({ difference: moneySchema }),
  }),
  /** Takes the last revaluation back on its own days, so that the month can be corrected and revalued again. */
  'reverse-revaluation': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'period.close',
    input: () => z.strictObject({ id: idSchema, reason: requiredText }),
    outcome: numbered,
  }),
}

const lineSchema = () =>
  z.strictObject({
    account: z.string(),
    /** Code of a bank account, or number of an item's document. */
    subject: z.string(),
    name: z.string(),
    bankAccountId: idSchema.nullable(),
    kind: z.enum(ITEM_KINDS).nullable(),
    documentId: idSchema.nullable(),
    /** What is open in its own currency, debit positive. */
    balance: moneySchema,
    /** Null where nothing is left in the currency, or no rate is known. */
    rate: z.string().nullable(),
    before: moneySchema,
    after: moneySchema.nullable(),
    difference: moneySchema.nullable(),
  })
const totalsSchema = () => ({
  on: dateSchema,
  withAdvances: z.boolean(),
  bankDifference: moneySchema,
  itemDifference: moneySchema,
  lines: z.array(lineSchema()),
})

export const bookQueries = {
  'exchange-rates': list({
    permission: 'rate.view',
    scope: 'company',
    export: 'rate.view',
    columns: { date: column.date(), currency: column.code(), rate: column.rate(), source: column.text({ width: 220 }) },
    sort: [{ field: 'date', descending: true }],
    watches: ['exchange_rate'],
  }),
  /** The rate in force on a day: the newest on or before it; "1" for the base currency; null when none is known. `typed`: a rate to be compared with it. */
  'rate-on': query({
    permission: 'signed-in',
    input: () => z.strictObject({ currency: currencySchema, on: dateSchema, typed: rateSchema.optional() }),
    output: () =>
      z.strictObject({
        rate: z.string().nullable(),
        date: dateSchema.nullable(),
        /** Of the rate set for this very day; null when there is none. */
        revision: z.int().nullable(),
        warnings: warningsSchema(),
      }),
    watches: ['exchange_rate'],
  }),
  'trial-balance': list({
    permission: 'ledger.view',
    scope: 'company',
    export: 'ledger.export',
    params: () => z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() }),
    columns: {
      account: column.code({ width: 100, opens: { route: 'postings', id: 'account' } }),
      name: column.text({ width: 200 }),
      openingDebit: column.base({ total: true }),
      openingCredit: column.base({ total: true }),
      debit: column.base({ total: true }),
      credit: column.base({ total: true }),
      closingDebit: column.base({ total: true }),
      closingCredit: column.base({ total: true }),
    },
    sort: [{ field: 'account', descending: false }],
    heavy: true,
    watches: ['posting', 'account'],
  }),
  postings: list({
    permission: 'ledger.view',
    scope: 'company',
    export: 'ledger.export',
    params: () =>
      z
        .strictObject({
          account: z.string().max(10).optional(),
          from: dateSchema.optional(),
          to: dateSchema.optional(),
          dealId: idSchema.optional(),
          documentId: idSchema.optional(),
          partyId: idSchema.optional(),
        })
        .optional(),
    columns: {
      date: column.date(),
      journal: column.integer({ width: 90 }),
      account: column.code({ width: 90 }),
      accountName: column.text({ width: 140 }),
      memo: column.text({ width: 220 }),
      debit: column.base({ total: true }),
      credit: column.base({ total: true }),
      party: column.text({ width: 180 }),
      document: column.code({ opens: { route: 'document', id: 'documentId' } }),
      currency: column.code({ width: 80 }),
      foreign: column.money('currency'),
      deal: column.code(),
    },
    sort: [{ field: 'date', descending: true }],
    heavy: true,
    watches: ['posting', 'account', 'deal', 'party'],
  }),
  /** What the month's revaluation would post; of a month that is revalued, what was posted; nothing of a month left out before a later one. */
  'preview-revaluation': query({
    permission: 'period.close',
    input: () => z.strictObject(revalued()),
    output: () =>
      z.strictObject({
        ...totalsSchema(),
        /** Currencies without a rate on or before the day: they are entered first. */
        missing: z.array(z.string()),
        /** Number of the revaluation that the month has already, or that a later month has. */
        done: z.string().nullable(),
        doneId: idSchema.nullable(),
        isOver: z.boolean().describe('the month is over, so that the day after it has come'),
      }),
    watches: ['posting', 'exchange_rate', 'revaluation', 'bank_account', 'party', 'revaluation_line'],
  }),
  revaluation: query({
    permission: 'ledger.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        month: monthSchema(),
        status: z.enum(POSTED_STATUSES),
        ...totalsSchema(),
        /** The last one that stands is the one that may be taken back. */
        isLast: z.boolean(),
      }),
    watches: ['revaluation', 'bank_account', 'party', 'posting', 'revaluation_line'],
  }),
  revaluations: list({
    permission: 'ledger.view',
    scope: 'company',
    export: 'ledger.export',
    columns: {
      number: column.code({ width: 130 }),
      month: column.code({ width: 90 }),
      on: column.date(),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      bankDifference: column.base({ total: true }),
      itemDifference: column.base({ total: true }),
      withAdvances: column.boolean({ width: 110 }),
    },
    sort: [{ field: 'on', descending: true }],
    watches: ['revaluation'],
    opens: { route: 'revaluation', id: 'id' },
  }),
}
