// Today's tasks (今日事务): what waits for me, what I sent and waits for others, what was answered, and follow-ups that are due; and the bell.
import { APPROVAL_KINDS, records } from '../../records.ts'
import { z } from 'zod'
import { query, once } from '../../define/index.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { approvalView } from '../approvals/calls.ts'

/** broken: the chain of the audit trail, told to who may read it; failed: a backup, told to who keeps them. */
export const ARRIVALS = ['waiting', 'approved', 'rejected', 'returned', 'broken', 'failed'] as const

const dueItem = once(() =>
  z.strictObject({
    route: z.string(),
    id: idSchema,
    number: z.string(),
    party: z.string(),
    date: dateSchema,
    /** Days from today to the date; negative when it is past. */
    days: z.int(),
    amount: moneySchema.nullable(),
  }),
)
const watches = [
  'approval',
  'approval_event',
  'delegation',
  'user',
  'user_role',
  'setting',
  'machine',
  'department',
  'role',
  'user_state',
] as const

export const tasksQueries = {
  today: query({
    permission: 'signed-in',
    /** mine: follow-ups of what I own alone; else of everything I may see. */
    input: () => z.strictObject({ mine: z.boolean() }),
    output: () =>
      z.strictObject({
        waiting: z.array(approvalView()),
        sent: z.array(approvalView()),
        answered: z.array(approvalView()).describe('decided in the last seven days, newest first'),
        auditBroken: z
          .strictObject({ entry: z.int(), since: z.string() })
          .nullable()
          .describe('the entry at which the audit trail is broken, for who may see it'),
        dueItems: z.array(
          z.strictObject({
            rule: z.string().describe('which kind of date; its name is follow-up.<rule>'),
            count: z.int(),
            items: z.array(dueItem()),
          }),
        ),
      }),
    // Any record may have a date that is due.
    watches: [...new Set([...watches, 'posting', ...records.flatMap((r) => [r.table, ...Object.keys(r.parts ?? {})])])],
  }),
  /** What the bell shows: the newest first. */
  bell: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        waiting: z.int(),
        unread: z.int(),
        items: z.array(
          z.strictObject({
            id: idSchema,
            kind: z.enum([...APPROVAL_KINDS, 'audit-chain', 'backup']),
            number: z.string(),
            title: z.string(),
            event: z.enum(ARRIVALS),
            at: z.string(),
            unread: z.boolean(),
          }),
        ),
      }),
    watches,
  }),
  /** Only how many: asked behind the lock too, so that a pop-up can say that something has come without saying what. */
  'bell-count': query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () => z.strictObject({ unread: z.int(), newestAt: z.string().nullable() }),
    watches,
    whileLocked: true,
  }),
}
