// The desk's own help: finding anything (Ctrl+K) and naming a document by its id; and what everybody's desk looks like (我的工作桌面).
import { z } from 'zod'
import { allPermissions, READY_MADE_ROLES } from '../../access.ts'
import { changedOutcome, command, noOutcome, once, query } from '../../define/index.ts'
import { PLACED_KINDS, SEARCHABLE_KINDS } from '../../records.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { MOST_TILES, tileSchema } from './tiles.ts'

/** What a new company does first. */
export const FIRST_STEPS = ['exchange-rates', 'bank-accounts', 'people', 'vendors', 'products', 'customers', 'first-quotation'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/** So many records, and so many views, are named at once. */
export const MOST_NAMED = 100

const tiles = once(() => z.array(tileSchema()).max(MOST_TILES))
/** As it was seen; 0 where nothing has been arranged yet. */
const arrangedRevision = once(() => z.int().min(0))

export const workbenchCommands = {
  /** Keeps one's own desk, which is shown instead of that of one's role from then on. */
  'save-workbench': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => z.strictObject({ revision: arrangedRevision(), tiles: tiles() }),
    outcome: changedOutcome,
  }),
  /** Back to the desk of one's role. */
  'reset-workbench': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => z.strictObject({ revision: z.int().min(1) }),
    outcome: noOutcome,
  }),
  /** What everybody of a role sees who has not arranged a desk of their own. */
  'save-role-workbench': command({
    class: 'intent',
    desk: 'runs',
    permission: 'role-workbench.edit',
    input: () => z.strictObject({ roleId: idSchema, revision: arrangedRevision(), tiles: tiles() }),
    outcome: changedOutcome,
  }),
  /** Back to the ready-made desk of a role. */
  'reset-role-workbench': command({
    class: 'intent',
    desk: 'runs',
    permission: 'role-workbench.edit',
    input: () => z.strictObject({ roleId: idSchema, revision: z.int().min(1) }),
    outcome: noOutcome,
  }),
}

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
  /** The desk of who asks: their own, or that of their role. */
  workbench: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        of: z.enum(['own', 'role']),
        role: z.string().nullable().describe('whose desk it is, or would be without one of their own; null without such a role'),
        revision: arrangedRevision(),
        tiles: z.array(tileSchema()),
      }),
    watches: ['workbench', 'role_workbench', 'role', 'user_role'],
  }),
  /** The roles of the company in their order, each with whether its desk has been arranged. */
  'role-workbenches': query({
    permission: 'role-workbench.edit',
    input: () => z.strictObject({}),
    output: () =>
      z.array(z.strictObject({ roleId: idSchema, name: z.string(), code: z.enum(READY_MADE_ROLES).nullable(), arranged: z.boolean() })),
    watches: ['role_workbench', 'role'],
  }),
  'role-workbench': query({
    permission: 'role-workbench.edit',
    input: () => z.strictObject({ roleId: idSchema }),
    output: () =>
      z.strictObject({
        roleId: idSchema,
        revision: arrangedRevision(),
        permissions: z
          .array(z.enum(allPermissions as [string, ...string[]]))
          .describe('what the role permits, so that it can be told which tiles it shows'),
        tiles: z.array(tileSchema()),
      }),
    watches: ['role_workbench', 'role'],
  }),
  /** What shortcuts lead to, by id: records and views of lists that this user may see. What is gone, or out of their sight, is not among them. */
  'shortcut-names': query({
    permission: 'signed-in',
    input: () => z.strictObject({ records: z.array(idSchema).max(MOST_NAMED), views: z.array(idSchema).max(MOST_NAMED) }),
    output: () =>
      z.strictObject({
        records: z.array(z.strictObject({ id: idSchema, kind: z.enum(PLACED_KINDS), title: z.string() })),
        views: z.array(z.strictObject({ id: idSchema, list: z.string(), name: z.string() })),
      }),
    watches: [],
  }),
}
