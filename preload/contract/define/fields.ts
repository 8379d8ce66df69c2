// The fields of a record by its schema, so that a new field needs no further line: blank ones for a new form, and those of a wider row.
import { z } from 'zod'

/** What a field holds before anything is typed; undefined where only the caller knows (a status, an amount). */
const blankOf = (field: z.core.$ZodType): '' | null | [] | undefined => {
  if (field instanceof z.ZodNullable) return null
  if (field instanceof z.ZodArray) return []
  return field instanceof z.ZodString ? '' : undefined
}
/** Fields without a blank of their own. */
type Unblank<T> = {
  [K in keyof T as undefined extends T[K]
    ? never
    : null extends T[K]
      ? never
      : string extends T[K]
        ? never
        : T[K] extends unknown[]
          ? never
          : K]: T[K]
}
/** All fields of the schema: those given, '' for texts, null for what may be missing, empty lists. Optional fields that are not given are left out. */
export const blankFields = <T>(schema: z.ZodObject & z.ZodType<T>, given: Unblank<T> & Partial<T>): T =>
  ({
    ...Object.fromEntries(
      Object.entries(schema.shape).flatMap(([name, field]) => (field instanceof z.ZodOptional ? [] : [[name, blankOf(field)]])),
    ),
    ...given,
  }) as T

/** The fields of the schema, taken from a row or an input that has others beside them. */
export const onlyFields = <T, R extends Record<keyof T, unknown>>(schema: z.ZodObject & z.ZodType<T>, row: R): Pick<R, keyof T> =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, row[name as keyof T]])) as Pick<R, keyof T>
