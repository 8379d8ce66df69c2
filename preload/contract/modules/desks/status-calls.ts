// How the office is (主机状态): what its administrator looks at when it has no window of its own. Rules D40 to D45 of desks.
import { z } from 'zod'
import { once, query } from '../../define/index.ts'
import { WRITING_STATES } from '../backups/calls.ts'
import { NETWORK_PROBLEMS } from './calls.ts'

const answered = once(() =>
  z.strictObject({
    perMinute: z.int(),
    /** Of twenty, nineteen were answered within so many ms; null when there were none. */
    p95Ms: z.int().nullable(),
    /** The one that took longest; '' for a name that the office does not know. */
    slowest: z.strictObject({ name: z.string(), ms: z.int() }).nullable(),
  }),
)

export const statusQueries = {
  'office-status': query({
    permission: 'desk.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        version: z.string(),
        startedAt: z.string(),
        network: z.strictObject({
          open: z.boolean(),
          interface: z.string(),
          addresses: z.array(z.string()),
          problem: z.enum(NETWORK_PROBLEMS).nullable(),
        }),
        desks: z.strictObject({
          joined: z.int(),
          /** Where somebody is signed in and hears of changes at this moment; browsers likewise. */
          connected: z.int(),
          browsers: z.int(),
          /** Joined desks that last came with another version than the office's. */
          otherVersions: z.array(z.strictObject({ version: z.string(), desks: z.int() })),
        }),
        /** Who has a session, and who of them used it in the last five minutes. */
        people: z.strictObject({ signedIn: z.int(), active: z.int() }),
        /** Of the last five minutes. */
        load: z.strictObject({
          commands: answered(),
          queries: answered(),
          /** Of all cores of the PC; null while it is too early to say. */
          processorPercent: z.int().nullable(),
          /** How much of its time the thread that answers was busy. */
          busyPercent: z.int().nullable(),
          memoryBytes: z.int(),
        }),
        disk: z.strictObject({
          booksBytes: z.int().nullable(),
          freeBytes: z.int().nullable(),
          short: z.boolean(),
          writing: z.enum(WRITING_STATES),
        }),
        /** Null for who may not see backups. */
        backups: z.strictObject({ lastGoodAt: z.string().nullable(), folder: z.string() }).nullable(),
        /** When the office last looked through its audit trail, and the entry at which it breaks; null for who may not see the trail. */
        trail: z.strictObject({ checkedAt: z.string().nullable(), brokenAt: z.int().nullable() }).nullable(),
        faults: z.strictObject({
          /** Since the start. */
          count: z.int(),
          /** The last one, perhaps of the run before: never more than its id and what failed. */
          last: z.strictObject({ id: z.string(), at: z.string(), what: z.string() }).nullable(),
        }),
        log: z.strictObject({ file: z.string(), bytes: z.int() }),
      }),
    watches: ['office-status', 'network', 'setting', 'desk', 'backup', 'audit-chain', 'machine'],
  }),
}
