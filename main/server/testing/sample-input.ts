// Inputs made of the contract's own schemas, and where identifiers stand in them: a test that goes through every command and query needs no hand-written table.
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import type { z } from 'zod'
import { itemSchema } from '../../../preload/contract/modules/open-items/calls.ts'
import { idSchema } from '../../../preload/contract/vocabulary/ids.ts'
import { paymentTermSchema } from '../../../preload/contract/vocabulary/payment-term.ts'

/** What a schema is behind its descriptions, defaults and the like: `describe` copies a schema but keeps its definition. */
type Node = { _zod: { def: Record<string, unknown> & { type: string } } }
const defOf = (schema: unknown) => (schema as Node)._zod.def
const same = (a: unknown, b: unknown): boolean => defOf(a) === defOf(b)
const unwrapped = (schema: unknown): unknown => {
  const def = defOf(schema)
  if (['optional', 'nullable', 'default', 'prefault', 'readonly', 'catch', 'nonoptional'].includes(def.type))
    return unwrapped(def['innerType'])
  return def.type === 'pipe' ? unwrapped(def['in']) : schema
}

/** A place in an input where an identifier (or the name of an open item) stands: 'id', 'lines[].dealId', 'params.customerId'. */
export type Slot = { path: string; item: boolean; optional: boolean }

/** Schemas are asked again for each question of tens of thousands, and never change. */
const slotsOfSchema = new WeakMap<object, Slot[]>()
/** Every place of a schema where an identifier stands. */
export const slotsOf = (given: unknown): readonly Slot[] => {
  const slots = slotsOfSchema.get(given as object) ?? slotsBelow(given, '')
  slotsOfSchema.set(given as object, slots)
  return slots
}
const slotsBelow = (given: unknown, path: string): Slot[] => {
  const schema = unwrapped(given)
  const optional = (given as z.ZodType).safeParse(undefined).success
  if (same(schema, idSchema)) return [{ path, item: false, optional }]
  if (same(schema, itemSchema())) return [{ path, item: true, optional }]
  const def = defOf(schema)
  if (def.type === 'object')
    return Object.entries(def['shape'] as Record<string, unknown>).flatMap(([key, inner]) =>
      slotsBelow(inner, path === '' ? key : `${path}.${key}`),
    )
  if (def.type === 'array') return slotsBelow(def['element'], `${path}[]`)
  if (def.type === 'union') return (def['options'] as unknown[]).flatMap((option) => slotsBelow(option, path))
  return []
}

/** Given for a place that is to be left out. */
export const OMITTED = Symbol('omitted')

/** The first that fits is taken, so the plainest come first. */
const TEXTS = [
  '',
  'x',
  '1',
  // The company's day: this machine's may be the one before, on which nothing of today has happened yet.
  dayIn('Asia/Shanghai', new Date().toISOString()),
  'USD',
  'DE',
  'Asia/Shanghai',
  'some.body',
  'a long sample pass phrase',
  '01',
  'x@example.org',
]
const NUMBERS = [1, 0, 10, 30, 2026, 100]

const fitted = new WeakMap<object, unknown>()
const fitting = (schema: unknown, candidates: readonly unknown[], path: string): unknown => {
  const known = fitted.get(schema as object)
  if (known !== undefined) return known
  const found = candidates.find((c) => (schema as z.ZodType).safeParse(c).success)
  if (found === undefined) throw new Error(`no sample fits ${path}: give one by name`)
  fitted.set(schema as object, found)
  return found
}

const lists = (schema: unknown, one: () => unknown): unknown => ((schema as z.ZodType).safeParse([]).success ? [] : [one()])

type Place = { isId: boolean; isOptional: boolean; schema: z.ZodType }

/**
 * An input that the schema takes. `given` says what stands at a place; identifiers it must know. Lists have one element where identifiers stand in
 * them, else as few as they may; everything optional is there.
 */
export const sampleOf = (outer: unknown, given: (path: string, place: Place) => unknown, path = ''): unknown => {
  const schema = unwrapped(outer)
  const isId = same(schema, idSchema) || same(schema, itemSchema())
  const isOptional = path !== '' && !isId && defOf(outer).type === 'optional' && slotsOf(outer).length === 0
  const known = given(path, { isId, isOptional, schema: schema as z.ZodType })
  if (known !== undefined) return known
  if (same(schema, paymentTermSchema)) return [{ share: '100', event: 'before-shipment', days: 0 }]
  const def = defOf(schema)
  switch (def.type) {
    case 'object': {
      const entries = Object.entries(def['shape'] as Record<string, unknown>)
      const of = (key: string, inner: unknown) => sampleOf(inner, given, path === '' ? key : `${path}.${key}`)
      return Object.fromEntries(entries.map(([key, inner]) => [key, of(key, inner)]).filter(([, value]) => value !== OMITTED))
    }
    case 'array':
      return slotsOf(schema).length > 0
        ? [sampleOf(def['element'], given, `${path}[]`)]
        : lists(schema, () => sampleOf(def['element'], given, `${path}[]`))
    case 'union':
      return sampleOf((def['options'] as unknown[])[0], given, path)
    case 'record':
      return {}
    case 'enum':
      return Object.values(def['entries'] as Record<string, unknown>)[0]
    case 'literal':
      return (def['values'] as unknown[])[0]
    case 'boolean':
      return true
    case 'number':
      return fitting(schema, NUMBERS, path)
    case 'string':
      return fitting(schema, TEXTS, path)
    default:
      return null
  }
}
