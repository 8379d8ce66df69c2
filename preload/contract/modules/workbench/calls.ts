// The desk's own help: finding anything (Ctrl+K) and naming a document by its id.
import { z } from 'zod'
import { query } from '../../define/index.ts'
import { PLACED_KINDS, SEARCHABLE_KINDS } from '../../records.ts'
import { idSchema } from '../../vocabulary/ids.ts'

/** What a new company does first. */
export const FIRST_STEPS = ['exchange-rates', 'bank-accounts', 'people', 'vendors', 'products', 'customers', 'first-quotation'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

export const workbenchQueries = {
  /** The steps of a new company that this user may take, in their order, each with whether it is done. */
  'first-steps': query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () => z.array(z.strictObject({ step: z.enum(FIRST_STEPS), done: z.boolean() })),
    watches: ['exchange_rate', 'bank_account', 'user', 'party', 'product', 'quotation'],
  }),
  /** By number, name, Chinese, pinyin, initials or part of a number; only what the user may see. */
  find: query({
    permission: 'signed-in',
    input: () => z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50) }),
    output: () => z.array(z.strictObject({ kind: z.enum(SEARCHABLE_KINDS), id: idSchema, title: z.string(), detail: z.string() })),
    watches: [],
  }),
  /** Which record an id is: for drill-downs that know a document only by its id. */
  locate: query({
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        kind: z.enum([...PLACED_KINDS, 'unknown']),
        title: z.string(),
        id: idSchema.optional().describe('of the record it is read on, where that is another one'),
      }),
    watches: [],
  }),
}
