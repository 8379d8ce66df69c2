// What posted documents share: how they stand, what posting one answers, and how one is taken back.
import { z } from 'zod'
import { requiredText } from '../../define.ts'
import { factDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema } from '../../vocabulary/money.ts'

export const POSTED_STATUSES = ['posted', 'reversed'] as const
export const positiveMinor = minorSchema.min(1, 'positive')
export const numbered = z.strictObject({ id: idSchema, number: z.string() })
export const reversing = z.strictObject({ id: idSchema, on: factDate, reason: requiredText })
/** An open item is named by its document and a running number: `<document id>:<n>`. */
export const itemSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,4}$/i, 'item')
  .overwrite((item) => item.toLowerCase())
