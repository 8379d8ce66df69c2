// Every command that takes a revision really looks at it: sent with another one than the record has, nothing is done. Rule U22 of people's SPEC.md.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allPermissions } from '../../preload/contract/access.ts'
import { rightsCalls, type Call } from './testing/rights-calls.ts'
import { rightsWorld, type RightsWorld } from './testing/rights-world.ts'

let world: RightsWorld
let calls: Call[] = []
beforeAll(async () => {
  world = await rightsWorld()
  world.give(allPermissions, 'all')
  world.place('own')
  calls = rightsCalls(world).calls.filter((c) => c.kind === 'command')
}, 120_000)
afterAll(() => world.close())

/** No record has been changed so often. */
const NEVER = 987_654
/** The same input with every revision in it one that no record has; undefined where it has none. */
const stale = (given: unknown): { value: unknown; found: boolean } => {
  if (Array.isArray(given)) {
    const all = given.map(stale)
    return { value: all.map((one) => one.value), found: all.some((one) => one.found) }
  }
  if (typeof given !== 'object' || given === null) return { value: given, found: false }
  const all = Object.entries(given).map(([key, value]) => {
    const isRevision = /revision$/i.test(key) && typeof value === 'number'
    return [key, isRevision ? { value: NEVER, found: true } : stale(value)] as const
  })
  return { value: Object.fromEntries(all.map(([key, one]) => [key, one.value])), found: all.some(([, one]) => one.found) }
}

it('[U22] a stale revision is refused by every command that takes one', async () => {
  const taken: string[] = []
  const meanwhile = new Set<string>()
  const tried = new Set<string>()
  for (const call of calls) {
    const body = call.body() as { id: string; input: unknown }
    const { value, found } = stale(body.input)
    if (!found) continue
    tried.add(call.name)
    const { status, text } = await world.post(call.address, { ...body, input: value })
    if (status === 200) taken.push(call.label)
    if (text.includes('"changed-meanwhile"')) meanwhile.add(call.name)
  }
  expect(taken).toEqual([])
  expect([...tried].filter((name) => !meanwhile.has(name))).toEqual([])
}, 120_000)
