// Month-end revaluation of foreign currency (期末调汇): what it would post, posting it, taking it back, and the list of past ones.
import { z } from 'zod'
import { column, command, list, query, requiredText } from '../../define.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { ITEM_KINDS } from '../open-items/calls.ts'
import { POSTED_STATUSES, numbered } from '../posted/calls.ts'

const monthSchema = z
  .string()
  .regex(/^(19[89]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, 'date')
  .describe('calendar month YYYY-MM')
const revalued = {
  month: monthSchema,
  /** Advances and prepayments are settled with goods, so they are left at their rate unless the company wants otherwise. */
  withAdvances: z.boolean(),
}

export const revaluationCommands = {
  /** Values bank accounts and open items in foreign currency at the rates of the month's last day; items are back at their own on the day after. */
  'revalue-month': command({
    class: 'online-only',
    permission: 'period.close',
    input: () => z.strictObject({ id: idSchema, ...revalued }),
    outcome: () => numbered.extend({ difference: moneySchema }),
  }),
  /** Takes the last revaluation back on its own days, so that the month can be corrected and revalued again. */
  'reverse-revaluation': command({
    class: 'online-only',
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

export const revaluationQueries = {
  /** What the month's revaluation would post; of a month that is revalued, what was posted; nothing of a month left out before a later one. */
  'preview-revaluation': query({
    permission: 'period.close',
    input: () => z.strictObject(revalued),
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
        month: monthSchema,
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
