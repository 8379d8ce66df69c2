// What a schema says of an input, by field: the same words for the office that refuses and for a screen that looks before it asks.
import type { z } from 'zod'

export type FieldIssue = { path: string; rule: string }

const MOST = 50
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || Number.isNaN(value)

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  )

/** The rule each field breaks. What is empty and may not be is `required`, whatever else its schema would say of an empty text. */
export const fieldIssues = (error: z.ZodError, input: unknown): FieldIssue[] =>
  error.issues.slice(0, MOST).map((issue) => {
    const named = issue.code === 'custom' || issue.code === 'invalid_format' || issue.code === 'too_small' || issue.code === 'too_big'
    const empty = issue.code !== 'unrecognized_keys' && issue.path.length > 0 && isEmpty(valueAt(input, issue.path))
    return { path: issue.path.join('.'), rule: empty ? 'required' : named ? issue.message : issue.code }
  })
