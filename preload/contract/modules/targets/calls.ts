// Targets by person or department, month and measure, and how far they are reached.
import { z } from 'zod'
import { command, once, query } from '../../define/index.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema } from '../../vocabulary/money.ts'
import { FACT_TABLES } from '../statistics/calls.ts'

/** Flows of base currency that somebody can be set a target of. */
export const TARGET_MEASURES = ['orders', 'shipped', 'received', 'profit'] as const
export type TargetMeasure = (typeof TARGET_MEASURES)[number]
const MOST_CELLS = 600

const monthSchema = once(() => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month'))
const yearSchema = once(() => z.int().min(2000).max(2199))
const figure = once(() =>
  z.strictObject({
    target: z.int().nullable().describe('minor units of base currency; null for none'),
    actual: z.int().nullable().describe('null for what the viewer may not see'),
    reach: z.string().nullable().describe('per cent, one decimal; null without a target above zero'),
  }),
)

export const targetsCommands = {
  /** Sets targets of a year's months; null takes one away. Each is of a person, or of a department itself where `ownerId` is null. */
  'save-targets': command({
    class: 'intent',
    desk: 'hub',
    permission: 'target.edit',
    input: () =>
      z.strictObject({
        measure: z.enum(TARGET_MEASURES),
        cells: z
          .array(
            z.strictObject({
              ownerId: idSchema.nullable(),
              departmentId: idSchema.nullable(),
              month: monthSchema(),
              amount: minorSchema.min(0, 'not-negative').nullable(),
              revision: z.int().min(0).describe('of the target that was seen; 0 where there was none'),
            }),
          )
          .min(1)
          .max(MOST_CELLS),
      }),
    outcome: () => z.strictObject({ saved: z.int() }),
  }),
}

export const targetsQueries = {
  targets: query({
    permission: 'target.view',
    input: () => z.strictObject({ year: yearSchema(), measure: z.enum(TARGET_MEASURES).default('orders') }),
    output: () =>
      z.strictObject({
        measures: z.array(z.enum(TARGET_MEASURES)).describe('those that the viewer may see'),
        months: z.array(monthSchema()),
        timeGone: z.strictObject({ month: z.string(), share: z.string() }).nullable().describe('of the running month, in working days'),
        rows: z.array(
          z.strictObject({
            kind: z.enum(['department', 'person']),
            id: idSchema,
            name: z.string(),
            departmentId: idSchema.nullable(),
            depth: z.int(),
            mayEdit: z.boolean(),
            cells: z.array(
              figure().extend({ own: z.boolean().describe('set itself; of a department else the sum of its people'), revision: z.int() }),
            ),
            total: figure(),
          }),
        ),
      }),
    heavy: true,
    watches: [...new Set([...FACT_TABLES, 'target', 'user', 'user_role', 'role', 'department', 'work_year'])],
  }),
}
