// Hostile but well-formed: an input that would be taken, changed at some places into what its schema still takes, or into what no schema does.
import fc from 'fast-check'
import type { z } from 'zod'
import { itemSchema } from '../../../preload/contract/modules/open-items/calls.ts'
import { idSchema } from '../../../preload/contract/vocabulary/ids.ts'

type Node = { _zod: { def: Record<string, unknown> & { type: string } } }
const defOf = (schema: unknown) => (schema as Node)._zod.def
type Path = readonly (string | number)[]
/** A place of an input, with the schema of what stands there. */
type Place = { path: Path; schema: z.ZodType; value: unknown }

const WRAPPERS = ['optional', 'nullable', 'default', 'prefault', 'readonly', 'catch', 'nonoptional']
const inner = (schema: unknown): unknown => {
  const def = defOf(schema)
  if (WRAPPERS.includes(def.type)) return inner(def['innerType'])
  return def.type === 'pipe' ? inner(def['in']) : schema
}
const isId = (schema: unknown) => defOf(inner(schema)) === defOf(idSchema)
const isItem = (schema: unknown) => defOf(inner(schema)) === defOf(itemSchema())

/** Every place of a value, those within others too. */
const placesOf = (schema: unknown, value: unknown, path: Path = []): Place[] => {
  const here: Place = { path, schema: schema as z.ZodType, value }
  const bare = inner(schema)
  const def = defOf(bare)
  if (def.type === 'union') {
    const fitting = (def['options'] as z.ZodType[]).find((option) => option.safeParse(value).success)
    return fitting ? [here, ...placesOf(fitting, value, path).slice(1)] : [here]
  }
  if (def.type === 'object' && typeof value === 'object' && value !== null)
    return [
      here,
      ...Object.entries(def['shape'] as Record<string, unknown>).flatMap(([key, part]) =>
        placesOf(part, (value as Record<string, unknown>)[key], [...path, key]),
      ),
    ]
  if (def.type === 'array' && Array.isArray(value))
    return [here, ...value.flatMap((one, at) => placesOf(def['element'], one, [...path, at]))]
  return [here]
}

/** A copy of the value with something else at a place; `undefined` leaves it out. */
const changed = (value: unknown, [key, ...rest]: Path, to: unknown): unknown => {
  if (key === undefined) return to
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const at = copy as Record<string | number, unknown>
  at[key] = changed(at[key], rest, to)
  if (at[key] === undefined && !Array.isArray(copy)) delete at[key]
  return copy
}

const TEXTS = [
  ...[
    '',
    ' ',
    '\0',
    '😀',
    '\u202e信风',
    `'"; DROP TABLE user; --`,
    '%',
    '_',
    '\\',
    '*',
    '"',
    '(',
    'NEAR(a b)',
    '-',
    '__proto__',
    'constructor',
  ],
  ...[
    '0',
    '-1',
    '1',
    '0.1',
    '0.0000001',
    '100',
    '100.01',
    '999999999',
    '9999999999999999',
    '123456789012345678901234567890',
    '1e5',
    '1e400',
    'NaN',
    '+1',
  ],
  ...[
    '2026-02-29',
    '0000-00-00',
    '0001-01-01',
    '1900-01-01',
    '1970-01-01',
    '2026-13-01',
    '2099-12-31',
    '9999-12-31',
    '2026-11',
    '0001-01',
    '9999-12',
  ],
  ...[
    'CNY',
    'USD',
    'JPY',
    'EUR',
    'XXX',
    'KWD',
    'CN',
    'US',
    'zz',
    'true',
    'null',
    '[]',
    '{}',
    'a@b.c',
    'PCS',
    'CTN',
    '1:10',
    '0:0',
    'x'.repeat(200),
  ],
  ...['x'.repeat(4000), '汉'.repeat(200), `${'x'.repeat(35)}😀`, 'asc', 'id', 'rowid', 'UTC', 'Asia/Shanghai', 'customer', 'all'],
]
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  3,
  12,
  31,
  99,
  100,
  365,
  999,
  1000,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  1e15,
  1e21,
  5e-324,
]
const OTHERS: unknown[] = [null, undefined, true, false, [], {}, [[]], [null], { id: null }]

const fitting = (schema: z.ZodType, candidates: readonly unknown[]): unknown[] => candidates.filter((c) => schema.safeParse(c).success)
/** What a schema takes at a place, as far as it can be guessed. */
const takenBy = ({ schema, value }: Place, ids: readonly string[], items: readonly string[]): unknown[] => {
  const bare = inner(schema)
  const def = defOf(bare)
  if (isId(schema)) return fitting(schema, [...ids, ...ids.slice(0, 3).map((id) => id.toUpperCase()), null, undefined])
  if (isItem(schema)) return fitting(schema, [...items, ...ids.slice(0, 3).map((id) => `${id}:1`), null, undefined])
  if (def.type === 'enum') return fitting(schema, [...Object.values(def['entries'] as object), null, undefined])
  if (Array.isArray(value)) {
    const list = value as unknown[]
    const many = Array.from({ length: 60 }, () => list).flat()
    return fitting(schema, [[], [...list, ...list], many, list.toReversed(), list.slice(1), null, undefined])
  }
  return fitting(schema, [...(def.type === 'number' ? NUMBERS : TEXTS), ...NUMBERS, ...OTHERS])
}

/** One change: a line given twice, an identifier of something else, or anything at all at any place. */
const changeOf = (g: fc.GeneratorValue, places: readonly Place[], ids: readonly string[], items: readonly string[]): [Path, unknown] => {
  const kind = g(fc.integer, { min: 0, max: 2 })
  const lines = places.filter(({ value }) => Array.isArray(value) && value.length > 0)
  const named = places.filter(({ schema }) => isId(schema) || isItem(schema))
  if (kind === 0 && lines.length > 0) {
    const { path, value } = g(fc.constantFrom, ...lines)
    return [path, [...(value as unknown[]), (value as unknown[])[0]]]
  }
  const place = g(fc.constantFrom, ...(kind === 1 && named.length > 0 ? named : places))
  const taken = g(fc.integer, { min: 0, max: 9 }) < 9 ? takenBy(place, ids, items) : []
  return [place.path, taken.length > 0 ? g(fc.constantFrom, ...taken) : hostileValue(g)]
}

/** The value with one to three changes, mostly such as the schema takes. */
export const hostileInput = (
  g: fc.GeneratorValue,
  schema: z.ZodType,
  value: unknown,
  ids: readonly string[],
  items: readonly string[],
): unknown => {
  let made = value
  const times = g(fc.constantFrom, 1, 1, 1, 2, 3)
  for (let n = 0; n < times; n++) made = changed(made, ...changeOf(g, placesOf(schema, made), ids, items))
  return made
}
/** A text, number or other thing of the corpus. */
export const hostileValue = (g: fc.GeneratorValue): unknown => g(fc.constantFrom, ...TEXTS, ...NUMBERS, ...OTHERS)
