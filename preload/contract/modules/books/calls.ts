// The books: exchange rates, closed periods, and the postings by account.
import { z } from 'zod'
import { column, command, list, noOutcome, query, requiredText, revisionSchema } from '../../define.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { warningsSchema } from '../../warnings.ts'

export const bookCommands = {
  'set-exchange-rate': command({
    class: 'intent',
    permission: 'rate.edit',
    /** `revision` of the rate set for this very day; absent where none was. */
    input: () => z.strictObject({ currency: currencySchema, on: planDate, rate: rateSchema, revision: revisionSchema.optional() }),
    outcome: noOutcome,
  }),
  'close-period': command({
    class: 'online-only',
    permission: 'period.close',
    input: () => z.strictObject({ through: factDate }),
    outcome: noOutcome,
  }),
  'reopen-period': command({
    class: 'online-only',
    permission: 'period.reopen',
    input: () => z.strictObject({ through: factDate.nullable(), reason: requiredText, revision: revisionSchema }),
    outcome: noOutcome,
  }),
}

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
        warnings: warningsSchema,
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
}
