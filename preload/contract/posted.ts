// What all posted documents share: their statuses, the answer to posting one, and the input that reverses one.
import { z } from 'zod'
import { statesOf } from './define/record.ts'
import { postedStates } from './define/shared-facts.ts'
import { requiredText, once } from './define/index.ts'
import { factDate } from './vocabulary/dates.ts'
import { idSchema } from './vocabulary/ids.ts'
import { minorSchema } from './vocabulary/money.ts'

export const POSTED_STATUSES = statesOf(postedStates)
export const positiveMinor = once(() => minorSchema.min(1, 'positive'))
export const numbered = once(() => z.strictObject({ id: idSchema, number: z.string() }))
export const reversing = once(() => z.strictObject({ id: idSchema, on: factDate, reason: requiredText }))
