// What is refused while it is read: depth, members, values, however the bytes are cut; and that every input of the contract stays far within it (SEC38).
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commands } from '../../preload/contract/commands.ts'
import { queries } from '../../preload/contract/queries.ts'
import { JSON_LIMITS, jsonMeter } from './json-meter.ts'

const checked = (text: string, pieces = 1) => {
  const meter = jsonMeter()
  const bytes = new TextEncoder().encode(text)
  const size = Math.ceil(bytes.length / pieces) || 1
  for (let at = 0; at < bytes.length; at += size) {
    const problem = meter.take(bytes.subarray(at, at + size))
    if (problem) return problem
  }
  return 'taken'
}
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const items = (count: number) => `[${Array.from({ length: count }, () => '0').join()}]`

it('[SEC38] takes what is at a limit and refuses what is beyond it, also in JSON that never ends', () => {
  const { depth, members, values } = JSON_LIMITS
  const keys = (count: number) => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, n])))
  const blocks = (count: number) => `[${Array.from({ length: count }, () => items(members)).join()}]`
  const table: [string, string][] = [
    [nested(depth), 'taken'],
    [nested(depth + 1), 'depth'],
    ['['.repeat(depth + 1), 'depth'],
    ['{"a":'.repeat(100_000), 'depth'],
    [items(members), 'taken'],
    [items(members + 1), 'too-many'],
    [keys(members), 'taken'],
    [keys(members + 1), 'too-many'],
    [blocks(values / members - 1), 'taken'],
    [blocks(values / members + 1), 'too-many'],
    [`[${'{},'.repeat(members)}`, 'too-many'],
  ]
  for (const [text, expected] of table) expect([text.slice(0, 40), checked(text)]).toEqual([text.slice(0, 40), expected])
})

it('[SEC38] counts nothing inside of texts, and the same however the bytes are cut', () => {
  const brackets = '[{,"\\😀,]}'.repeat(2000)
  for (const pieces of [1, 2, 3, 1000]) expect(checked(JSON.stringify({ [brackets]: [brackets] }), pieces)).toBe('taken')
  for (const pieces of [1, 7, 50]) expect(checked(`["${'\\\\'.repeat(9)}",${nested(JSON_LIMITS.depth)}`, pieces)).toBe('depth')
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 12 }), fc.integer({ min: 1, max: 60 }), (value, pieces) => {
      expect(checked(JSON.stringify(value), pieces)).toBe('taken')
    }),
  )
})

type Node = { _zod: { def: Record<string, unknown> & { type: string } }; maxLength?: number | null }
/** The most members of one list or object and the most values in all that a schema takes, and how deep it nests. Lists without a limit count as `open`. */
const extent = (schema: Node, open: string[], path: string): { members: number; values: number; depth: number } => {
  const { def } = schema._zod
  const inner = (key: string, at = path) => extent(def[key] as Node, open, at)
  switch (def.type) {
    case 'object': {
      const parts = Object.entries(def['shape'] as Record<string, Node>).map(([key, part]) => extent(part, open, `${path}.${key}`))
      return {
        members: Math.max(parts.length, ...parts.map((p) => p.members)),
        values: parts.reduce((sum, p) => sum + 1 + p.values, 0),
        depth: 1 + Math.max(0, ...parts.map((p) => p.depth)),
      }
    }
    case 'array': {
      const each = inner('element', `${path}[]`)
      const checks = (def['checks'] ?? []) as { _zod: { def: { check: string; maximum?: number } } }[]
      const most = checks.find((check) => check._zod.def.check === 'max_length')?._zod.def.maximum
      if (most === undefined) open.push(path)
      return { members: Math.max(most ?? 0, each.members), values: (most ?? 0) * (1 + each.values), depth: 1 + each.depth }
    }
    case 'union': {
      const all = (def['options'] as Node[]).map((option) => extent(option, open, path))
      const most = (of: 'members' | 'values' | 'depth') => Math.max(...all.map((one) => one[of]))
      return { members: most('members'), values: most('values'), depth: most('depth') }
    }
    case 'record':
      return { ...inner('valueType'), depth: 1 + inner('valueType').depth }
    case 'pipe':
      return inner('in')
    default:
      return 'innerType' in def ? inner('innerType') : { members: 0, values: 0, depth: 0 }
  }
}

it('[SEC38] every input of the contract fits with room to spare', () => {
  const open: string[] = []
  const beyond: unknown[] = []
  for (const [name, spec] of [...Object.entries(commands), ...Object.entries(queries)]) {
    const { members, values, depth } = extent(spec.input as unknown as Node, open, name)
    if (members > JSON_LIMITS.members || values > JSON_LIMITS.values / 2 || depth > JSON_LIMITS.depth / 2)
      beyond.push([name, members, values, depth])
  }
  expect({ beyond, open }).toEqual({ beyond: [], open: [] })
})
