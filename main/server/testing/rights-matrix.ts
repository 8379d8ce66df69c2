// The matrix of rights, role by role: every command and query × every scope × whose record it is, by plain HTTP, checked by an oracle that knows nothing but the role's
// permissions and four words about scopes (SEC42, SEC43). Its test files are parts, so that vitest spreads them over its workers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SCOPES, type Permission } from '../../../preload/contract/access.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { readyMadeRoles } from '../../modules/people/seeds.ts'
import { rightsCalls, type Call, type CallSlot } from './rights-calls.ts'
import { MAY_MAKE } from './rights-tables.ts'
import { RELATIONS, rightsWorld, SEEN, type RightsWorld } from './rights-world.ts'
import type { HubAnswer } from './test-hub.ts'

/** The roles of each test file `rights-matrix-<part>.test.ts`; `nothing` is a role without any right. */
export const PARTS = {
  selling: ['owner', 'sales-manager', 'salesperson', 'merchandiser'],
  goods: ['purchaser', 'shipping-clerk', 'cashier', 'nothing'],
  books: ['accountant', 'administrator', 'auditor'],
} as const
export type Part = keyof typeof PARTS

export const roles: { name: string; permissions: readonly Permission[] }[] = [
  ...readyMadeRoles.map((r) => ({ name: r.code, permissions: r.permissions })),
  { name: 'nothing', permissions: [] },
]
export const randomFor = (slot: CallSlot) => (slot.item ? `${newId()}:1` : newId())
/** So many questions are under way at once: no more than one person may have of any kind. */
const AT_ONCE = 3
const inTurns = async <T, A>(all: readonly T[], atOnce: number, ask: (one: T) => Promise<A>): Promise<A[]> => {
  const answers: A[] = []
  for (let n = 0; n < all.length; n += atOnce) answers.push(...(await Promise.all(all.slice(n, n + atOnce).map(ask))))
  return answers
}
/** The answer as it would be for any identifier. */
export const apartFrom = (answer: HubAnswer, id: string) => `${answer.status} ${id === '' ? answer.text : answer.text.replaceAll(id, '…')}`
export const isNotFound = (answer: HubAnswer) =>
  (answer.body as Answer).ok === false && (answer.body as { refused?: string }).refused === 'not-found'
const notPermitted = (permission: string) => `403 ${JSON.stringify({ ok: false, refused: 'not-permitted', data: { permission } })}`

/** The tests of one part: each of its roles with each scope. */
export const rightsMatrix = (part: Part): void => {
  let world: RightsWorld
  let calls: Call[] = []
  beforeAll(async () => {
    world = await rightsWorld()
    ;({ calls } = rightsCalls(world))
    // From here on every record is mine but the one that is asked for, and that only meanwhile.
    for (const { owned } of calls.flatMap((call) => call.slots)) if (owned) world.place('own', owned)
  }, 120_000)
  afterAll(() => world.close())

  describe(`[SEC42] the matrix of rights: ${part}`, () => {
    /** Who may view all approvals sees them whosever the document is (approvals A15). */
    const seesAll = (call: Call, slot: CallSlot, permissions: readonly Permission[]) =>
      permissions.includes('approval.view') && (slot.kind === 'approval' || call.name === 'document-approval')

    /** One place of one call, with the record at each distance from me: out of scope as unknown, within it never "not found". */
    const checked = async (call: Call, slot: CallSlot, seen: readonly string[], permissions: readonly Permission[]): Promise<string[]> => {
      const value = randomFor(slot)
      const [random, mine] = await Promise.all([
        world.post(call.address, call.body({ path: slot.path, value })),
        world.post(call.address, call.body()),
      ])
      const wrong: string[] = []
      for (const relation of RELATIONS) {
        if (relation !== 'own') world.place(relation, slot.owned)
        const answer = relation === 'own' ? mine : await world.post(call.address, call.body())
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

    for (const role of roles.filter(({ name }) => PARTS[part].some((one) => one === name)))
      for (const scope of SCOPES)
        it(`[SEC43] ${role.name}, ${scope}`, async () => {
          world.give(role.permissions, scope)
          const wrong: string[] = []
          const isPermitted = (call: Call) => call.needs === 'signed-in' || role.permissions.includes(call.needs as Permission)
          const ownedIn = (call: Call) => (isPermitted(call) ? call.slots.filter((s) => s.owned) : [])
          for (const call of calls)
            for (const slot of ownedIn(call))
              for (const text of await checked(call, slot, SEEN[scope], role.permissions)) wrong.push(`${call.label}: ${text}`)
          const others = calls.filter((call) => ownedIn(call).length === 0)
          // No answer depends on another: some at once share a commit.
          const answers = await inTurns(others, AT_ONCE, (call) => world.post(call.address, call.body()))
          for (const [n, call] of others.entries()) {
            const answer = answers[n]!
            const may = isPermitted(call)
            const said = apartFrom(answer, '')
            if (!may && call.needs !== 'founding' && said !== notPermitted(call.needs))
              wrong.push(`${call.label}: not permitted, yet ${said}`)
            if (may && (said === notPermitted(call.needs) || said.includes('signed-out') || answer.status === 500))
              wrong.push(`${call.label}: permitted, yet ${said}`)
          }
          expect(wrong).toEqual([])
        }, 120_000)
  })
}
