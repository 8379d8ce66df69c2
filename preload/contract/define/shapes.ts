// Shapes that many commands share.
import { z } from 'zod'
import { withoutInvisible } from '../vocabulary/fold.ts'
import { idSchema } from '../vocabulary/ids.ts'
import { once } from './once.ts'

/** A record is changed only as it was seen: `revision` of the version on screen, or `changed-meanwhile`. */
export const revisionSchema = z.int().min(1).describe('revision of the record as seen')
export const changedOutcome = once(() => z.strictObject({ id: idSchema, revision: z.int() }))
export const savedOutcome = once(() => z.strictObject({ id: idSchema, number: z.string(), revision: z.int() }))
export const noOutcome = once(() => z.strictObject({}))
export const versionRef = once(() => z.strictObject({ id: idSchema, revision: revisionSchema }))
export const shortText = z.string().trim().max(200)
/** A typed code or number: kept without invisible characters (SPEC Q6 of the queries). */
export const codeText = z.string().overwrite(withoutInvisible).max(200)
export const requiredCode = codeText.min(1, 'required')
export const requiredText = shortText.min(1, 'required')
/** None, one or several e-mail addresses, separated by semicolons, commas or blanks. */
export const emailText = shortText.refine(
  (text) => text.split(/[;；,，\s]+/).every((one) => one === '' || /^[^@]+@[^@]+\.[^@.]+$/.test(one)),
  'email',
)
/** Of a row that a pick box filters by itself: its letters, pinyin and initials, each after a blank (`isFoundBy` of vocabulary/fold.ts). */
export const searchable = z.string()
export const longText = z.string().max(4000)
