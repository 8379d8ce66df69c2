// Identifiers: uuid v7, made by whoever writes the record and carried in the command, so that a replay makes the same record.
import { v5, v7, validate } from 'uuid'
import { z } from 'zod'

/** U41. One record has one identifier however it is typed: in small letters, as the office makes them. A text that is no identifier stays as it is. */
export const canonicalId = (text: string): string => (validate(text) ? text.toLowerCase() : text)

export const idSchema = z
  .string()
  .refine((s) => validate(s), 'id')
  .overwrite(canonicalId)
  .describe('uuid')
export type Id = string
/** A new, time-ordered identifier. The one place of randomness (architecture.md). */
export const newId = (): Id => v7()
/** The identifier that always follows from another one and a name: records that a command makes of itself are the same on a replay. */
export const derivedId = (from: Id, name: string): Id => v5(name, from)
