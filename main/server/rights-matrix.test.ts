// The matrix of rights: every command and query × every ready-made role × every scope × whose record it is, by plain HTTP, checked by an oracle that knows
// nothing but the role's permissions and four words about scopes (SEC42, SEC43). New commands fall in by themselves: rights-calls.ts says what is missing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES, type Permission } from '../../preload/contract/access.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { readyMadeRoles } from '../modules/people/seeds.ts'
import { rightsCalls, type Call, type CallSlot } from './testing/rights-calls.ts'
import { DECIDES_NOTHING, MAY_MAKE } from './testing/rights-tables.ts'
import { RELATIONS, rightsWorld, SEEN, type RightsWorld } from './testing/rights-world.ts'
import type { HubAnswer } from './testing/test-hub.ts'

let world: RightsWorld
let calls: Call[] = []
let missing: string[] = []
beforeAll(async () => {
  world = await rightsWorld()
  ;({ calls, missing } = rightsCalls(world))
}, 120_000)
afterAll(() => world.close())

const randomFor = (slot: CallSlot) => (slot.item ? `${newId()}:1` : newId())
/** The answer as it would be for any identifier. */
const apartFrom = (answer: HubAnswer, id: string) => `${answer.status} ${id === '' ? answer.text : answer.text.replaceAll(id, '…')}`
const isNotFound = (answer: HubAnswer) =>
  (answer.body as Answer).ok === false && (answer.body as { refused?: string }).refused === 'not-found'
const roles: { name: string; permissions: readonly Permission[] }[] = [
  ...readyMadeRoles.map((r) => ({ name: r.code, permissions: r.permissions })),
  { name: 'nothing', permissions: [] },
]
const notPermitted = (permission: string) => `403 ${JSON.stringify({ ok: false, refused: 'not-permitted', data: { permission } })}`

describe('[SEC42] the matrix of rights', () => {
  it('has a sample of every command and query, and each names records that decide its answer', async () => {
    expect(missing).toEqual([])
    const undecided = new Map<string, boolean>()
    const absent: string[] = []
    for (const call of calls) {
      const plain = await world.post(call.address, call.body())
      if (isNotFound(plain)) absent.push(`${call.label}: ${plain.text}`)
      if (call.kind !== 'command' && plain.status !== 200) absent.push(`${call.label}: ${plain.text}`)
      if (plain.status === 500) absent.push(`${call.label}: fault ${world.hub.faults.join()}`)
      for (const slot of call.slots.filter((s) => s.owned)) {
        const value = randomFor(slot)
        const random = await world.post(call.address, call.body({ path: slot.path, value }))
        const key = `${call.name} ${slot.path}`
        if (MAY_MAKE.includes(key) || DECIDES_NOTHING.includes(key)) continue
        undecided.set(key, (undecided.get(key) ?? true) && apartFrom(random, value) === apartFrom(plain, slot.value))
      }
    }
    expect(absent).toEqual([])
    expect([...undecided].filter(([, same]) => same).map(([key]) => key)).toEqual([])
    expect(world.hub.faults).toEqual([])
  }, 120_000)

  it('without a session everything is 401, whosever the record', async () => {
    for (const call of calls) expect([call.label, (await world.post(call.address, call.body(), null)).status]).toEqual([call.label, 401])
  }, 60_000)

  /** Who may view all approvals sees them whosever the document is (approvals A15). */
  const seesAll = (call: Call, slot: CallSlot, permissions: readonly Permission[]) =>
    permissions.includes('approval.view') && (slot.kind === 'approval' || call.name === 'document-approval')

  /** One place of one call, with the record at each distance from me: out of scope as unknown, within it never "not found". */
  const checked = async (call: Call, slot: CallSlot, seen: readonly string[], permissions: readonly Permission[]): Promise<string[]> => {
    const value = randomFor(slot)
    const random = await world.post(call.address, call.body({ path: slot.path, value }))
    const wrong: string[] = []
    for (const relation of RELATIONS) {
      world.place(relation, slot.owned)
      const answer = await world.post(call.address, call.body())
      const tell = (what: string) =>
        wrong.push(
          `${slot.path} ${relation}: ${what} ${answer.status} ${answer.text.slice(0, 300)} (unknown: ${random.text.slice(0, 200)})`,
        )
      if (answer.status === 500) tell('a fault')
      else if (seen.includes(relation) || seesAll(call, slot, permissions)) {
        const visible = slot.resource !== undefined && permissions.includes(`${slot.resource}.view` as Permission)
        if (visible && isNotFound(answer)) tell('within scope, yet')
      } else if (MAY_MAKE.includes(`${call.name} ${slot.path}`) && isNotFound(answer)) continue
      else if (apartFrom(answer, slot.value) !== apartFrom(random, value)) tell('out of scope and told apart')
    }
    world.place('own', slot.owned)
    return wrong
  }

  for (const role of roles)
    for (const scope of SCOPES)
      it(`[SEC43] ${role.name}, ${scope}`, async () => {
        world.give(role.permissions, scope)
        const wrong: string[] = []
        for (const call of calls) {
          const may = call.needs === 'signed-in' || role.permissions.includes(call.needs as Permission)
          const owned = may ? call.slots.filter((s) => s.owned) : []
          for (const slot of owned)
            for (const text of await checked(call, slot, SEEN[scope], role.permissions)) wrong.push(`${call.label}: ${text}`)
          if (owned.length > 0) continue
          const answer = await world.post(call.address, call.body())
          const said = apartFrom(answer, '')
          if (!may && call.needs !== 'founding' && said !== notPermitted(call.needs))
            wrong.push(`${call.label}: not permitted, yet ${said}`)
          if (may && (said === notPermitted(call.needs) || said.includes('signed-out') || answer.status === 500))
            wrong.push(`${call.label}: permitted, yet ${said}`)
        }
        expect(wrong).toEqual([])
      }, 120_000)
})
