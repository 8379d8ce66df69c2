// Where a command's input holds days, and what they say: the one mechanism by which no command takes a fact of the future (T36).
import type { z } from 'zod'
import { dateClasses, dateSchema, type IsoDate } from './vocabulary/dates.ts'

/** `lines.*.doneOn`: `*` stands for every entry of a list. `says` is null for a day that nobody has classed. */
export type DatePlace = { path: readonly string[]; says: 'fact' | 'plan' | null }

/** The parts of a schema that matter here, as zod keeps them. */
type Inner = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  valueType?: z.ZodType
  in?: z.ZodType
  options?: readonly z.ZodType[]
  items?: readonly z.ZodType[]
}
const innerOf = (schema: z.ZodType): Inner => schema.def as unknown as Inner

/** Whether a schema is the house's calendar day, or was made from it by describing or registering. */
const isDay = (schema: z.ZodType): boolean => {
  for (let at: unknown = schema; at !== undefined; at = (at as { _zod: { parent?: unknown } })._zod.parent)
    if (at === dateSchema) return true
  return false
}

/** Every place in a schema where a day can stand. */
export const datePlaces = (schema: z.ZodType): DatePlace[] => {
  if (isDay(schema)) return [{ path: [], says: dateClasses.get(schema)?.says ?? null }]
  const inner = innerOf(schema)
  const below = (key: string | null, part: z.ZodType | undefined): DatePlace[] =>
    part === undefined ? [] : datePlaces(part).map((place) => (key === null ? place : { ...place, path: [key, ...place.path] }))
  return [
    ...Object.entries(inner.shape ?? {}).flatMap(([key, part]) => below(key, part)),
    ...below('*', inner.element),
    ...below('*', inner.valueType),
    ...below(null, inner.innerType),
    ...below(null, inner.in),
    ...(inner.options ?? []).flatMap((part) => (typeof part === 'object' ? below(null, part) : [])),
    ...(inner.items ?? []).flatMap((part, n) => below(String(n), part)),
  ]
}

const factsOf = new WeakMap<z.ZodType, readonly (readonly string[])[]>()
/** The paths at which a command's input says what has happened; found once a command. */
export const factPaths = (schema: z.ZodType): readonly (readonly string[])[] => {
  const known = factsOf.get(schema)
  if (known) return known
  const found = datePlaces(schema).flatMap((place) => (place.says === 'fact' ? [place.path] : []))
  factsOf.set(schema, found)
  return found
}

const daysAt = (value: unknown, [key, ...rest]: readonly string[], at: string): { path: string; day: IsoDate }[] => {
  if (key === undefined) return typeof value === 'string' ? [{ path: at, day: value }] : []
  if (typeof value !== 'object' || value === null) return []
  const entries = key === '*' ? Object.entries(value) : [[key, (value as Record<string, unknown>)[key]] as const]
  return entries.flatMap(([name, part]) => daysAt(part, rest, at === '' ? name : `${at}.${name}`))
}

/** The first fact of an input that is dated after a day, with its path; undefined when there is none. */
export const factAfter = (schema: z.ZodType, input: unknown, today: IsoDate): { path: string; day: IsoDate } | undefined => {
  for (const path of factPaths(schema)) {
    const late = daysAt(input, path, '').find(({ day }) => day > today)
    if (late) return late
  }
  return undefined
}
