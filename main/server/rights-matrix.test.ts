// The matrix of rights: every command and query × every role × every scope × whose record it is, by plain HTTP, checked by an oracle that knows nothing but the
// role's permissions and four words about scopes (SEC42, SEC43); and what it stands on: a sample of every command and query that decides its answer. New commands
// fall in by themselves: rights-calls.ts says what is missing. In the suite the scopes of each place are dealt to the roles that may ask: every place is asked in every
// scope by one of them, and who got none of them asks the call once as it is; all of it by each of them is `npm run soak`.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dealt, inTurn, minutes } from '../../build/soak/rounds.ts'
import { SCOPES, viewRights, type Permission } from '../../preload/contract/access.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import { records } from '../../preload/contract/records.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { readyMadeRoles } from '../modules/people/seeds.ts'
import { isForPeople } from '../../preload/contract/define/index.ts'
import { rightsCalls, type Call, type CallSlot } from './testing/rights-calls.ts'
import { DECIDES_NOTHING, MADE, MAY_MAKE } from './testing/rights-tables.ts'
import { RELATIONS, rightsWorld, SEEN, type RightsWorld } from './testing/rights-world.ts'
import type { HubAnswer } from './testing/test-hub.ts'

type Role = { name: string; permissions: readonly Permission[] }
/** `nothing` is a role without any right. */
const roles: readonly Role[] = [
  ...readyMadeRoles.map((r) => ({ name: r.code, permissions: r.permissions })),
  { name: 'nothing', permissions: [] },
]
const randomFor = (slot: CallSlot) => (slot.item ? `${newId()}:1` : newId())
/** So many questions are under way at once: no more than one person may have of any kind. */
const AT_ONCE = 3
const inTurns = async <T, A>(all: readonly T[], atOnce: number, ask: (one: T) => Promise<A>): Promise<A[]> => {
  const answers: A[] = []
  for (let n = 0; n < all.length; n += atOnce) answers.push(...(await Promise.all(all.slice(n, n + atOnce).map(ask))))
  return answers
}
/** The answer as it would be for any identifier. */
const apartFrom = (answer: HubAnswer, id: string) => `${answer.status} ${id === '' ? answer.text : answer.text.replaceAll(id, '…')}`
const isNotFound = (answer: HubAnswer) =>
  (answer.body as Answer).ok === false && (answer.body as { refused?: string }).refused === 'not-found'
const notPermitted = (permission: string) => `403 ${JSON.stringify({ ok: false, refused: 'not-permitted', data: { permission } })}`

let world: RightsWorld
let calls: Call[] = []
let missing: string[] = []
beforeAll(async () => {
  world = await rightsWorld()
  ;({ calls, missing } = rightsCalls(world))
}, 120_000)
afterAll(() => world.close())

describe('[SEC42] what the matrix of rights stands on', () => {
  it('has a sample of every command and query, and each names records that decide its answer', async () => {
    expect(missing).toEqual([])
    const undecided = new Map<string, boolean>()
    const absent: string[] = []
    for (const call of calls) {
      const plain = await world.post(call.address, call.body())
      if (isNotFound(plain)) absent.push(`${call.label}: ${plain.text}`)
      if (call.kind !== 'command' && isForPeople(call.needs) && plain.status !== 200) absent.push(`${call.label}: ${plain.text}`)
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
})

describe('[SEC42] the matrix of rights', () => {
  // From here on every record is mine but the one that is asked for, and that only meanwhile.
  beforeAll(() => {
    for (const { owned } of calls.flatMap((call) => call.slots)) if (owned) world.place('own', owned)
  })

  /** Who may view all approvals sees them whosever the document is (approvals A15). */
  const seesAll = (call: Call, slot: CallSlot, permissions: readonly Permission[]) =>
    permissions.includes('approval.view') && (slot.kind === 'approval' || call.name === 'document-approval')

  /** What shows a record that belongs to another, beside the right to that one. */
  const ownRights = (kind: string): readonly Permission[] => {
    const record = records.find((one) => one.kind === kind.replaceAll('_', '-'))
    return record ? viewRights(record) : []
  }

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
        const visible =
          !MADE.includes(`${call.name} ${slot.path}`) &&
          slot.resource !== undefined &&
          permissions.includes(`${slot.resource}.view` as Permission) &&
          ownRights(slot.kind).every((right) => permissions.includes(right))
        if (visible && isNotFound(answer)) tell('within scope, yet')
      } else if (MAY_MAKE.includes(`${call.name} ${slot.path}`) && isNotFound(answer)) continue
      else if (apartFrom(answer, slot.value) !== apartFrom(random, value)) tell('out of scope and told apart')
    }
    world.place('own', slot.owned)
    return wrong
  }

  const isPermitted = (call: Call, { permissions }: Role) => call.needs === 'signed-in' || permissions.includes(call.needs as Permission)
  /** The places of a call at which this role asks, each with the scopes in which it does. */
  const placesIn = (row: number, role: Role) => {
    const among = roles.filter((other) => isPermitted(calls[row]!, other))
    if (!among.includes(role)) return []
    const owned = calls[row]!.slots.filter((s) => s.owned)
    return owned
      .map((slot, n) => ({ slot, n, scopes: dealt(SCOPES, row + n, among.indexOf(role), among.length) }))
      .filter(({ scopes }) => scopes.length > 0)
  }
  const asked = { places: new Set<string>(), calls: new Set<string>() }

  for (const role of roles)
    for (const scope of SCOPES)
      it(
        `[SEC43] ${role.name}, ${scope}`,
        async () => {
          world.give(role.permissions, scope)
          const wrong: string[] = []
          for (const [row, call] of calls.entries())
            for (const { slot, n } of placesIn(row, role).filter(({ scopes }) => scopes.includes(scope))) {
              asked.places.add(`${row} ${n} ${scope}`)
              asked.calls.add(`${row} ${role.name}`)
              for (const text of await checked(call, slot, SEEN[scope], role.permissions)) wrong.push(`${call.label}: ${text}`)
            }
          const others = [...calls.entries()].filter(
            ([row]) => placesIn(row, role).length === 0 && inTurn(SCOPES, row, roles.indexOf(role), roles.length).includes(scope),
          )
          for (const [row] of others) asked.calls.add(`${row} ${role.name}`)
          // No answer depends on another: some at once share a commit.
          const answers = await inTurns(others, AT_ONCE, ([, call]) => world.post(call.address, call.body()))
          for (const [n, [, call]] of others.entries()) {
            const answer = answers[n]!
            const may = isPermitted(call, role)
            const said = apartFrom(answer, '')
            if (!may && call.needs !== 'founding' && said !== notPermitted(call.needs))
              wrong.push(`${call.label}: not permitted, yet ${said}`)
            if (may && (said === notPermitted(call.needs) || said.includes('signed-out') || answer.status === 500))
              wrong.push(`${call.label}: permitted, yet ${said}`)
          }
          expect(wrong).toEqual([])
        },
        minutes(2),
      )

  it('every role has asked everything, and every place was asked in every scope', () => {
    const all = {
      places: calls.flatMap((call, row) =>
        roles.some((role) => isPermitted(call, role))
          ? call.slots.filter((s) => s.owned).flatMap((_, n) => SCOPES.map((scope) => `${row} ${n} ${scope}`))
          : [],
      ),
      calls: calls.flatMap((_, row) => roles.map(({ name }) => `${row} ${name}`)),
    }
    expect(all.places.length).toBeGreaterThan(1000)
    expect(all.places.filter((place) => !asked.places.has(place))).toEqual([])
    expect(all.calls.filter((call) => !asked.calls.has(call))).toEqual([])
  })
})
