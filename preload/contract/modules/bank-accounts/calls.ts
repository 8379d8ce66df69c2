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
