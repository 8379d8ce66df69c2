// Lists, exports and what is asked without naming a record: whosever the company's records are, within my scope everything is told as to who sees all, and beyond
// it nothing is, not a row, not a total, not a number in a name (SEC42, SEC43). Every list there is falls in by its declaration. In the suite the roles that are told
// something take turns at the scopes of each list: it is asked in every scope for every relation; all of it by each of them is `npm run soak`.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTurn, minutes } from '../../build/soak/rounds.ts'
import { allPermissions, ownedResources, SCOPES, type Permission } from '../../preload/contract/access.ts'
import type { ListSpec } from '../../preload/contract/define/index.ts'
import { isList, queries, type ListName } from '../../preload/contract/queries.ts'
import { readyMadeRoles } from '../modules/people/seeds.ts'
import { rightsCalls, type Call } from './testing/rights-calls.ts'
import { RELATIONS, rightsWorld, SEEN, type RightsWorld } from './testing/rights-world.ts'

let world: RightsWorld
let calls: Call[] = []
/** Numbers and names of everything that has an owner. */
let owned: string[] = []
beforeAll(async () => {
  world = await rightsWorld()
  calls = rightsCalls(world).calls
  const { sql } = world.hub.database.write
  // Money that nobody has claimed is told to everybody who may claim it: here somebody has.
  sql.prepare("UPDATE receipt SET status = 'claimed', ownerId = ? WHERE ownerId IS NULL").run(world.me)
  const named = (table: string) => {
    const columns = (sql.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[]).map((c) => c.name)
    const name = ['number', 'name'].find((c) => columns.includes(c))
    if (name === undefined) return []
    return (sql.prepare(`SELECT "${name}" AS name FROM "${table}" WHERE ownerId IS NOT NULL`).all() as { name: string }[]).map(
      (r) => r.name,
    )
  }
  owned = [...new Set(world.ownedTables.flatMap(named))].filter((name) => name.length > 5)
}, 120_000)
afterAll(() => world.close())

const specOf = (name: string) => queries[name as ListName] as unknown as ListSpec
/** Lists whose rows have an owner, by each of their parameters; the approvals of a person and the stand-ins have rules of their own (approvals A15). */
const scopedLists = (): Call[] => calls.filter((c) => c.kind === 'list' && specOf(c.name).scope !== 'company')
const exportOf = (call: Call) => {
  const q = Buffer.from(JSON.stringify({ input: withoutPaging(call.body()) })).toString('base64url')
  return world.get(`/api/export/${call.name}?q=${q}`)
}
const withoutPaging = (body: unknown) => ({ params: (body as { params?: unknown }).params })
const roles: { name: string; permissions: readonly Permission[] }[] = [
  ...readyMadeRoles.map((r) => ({ name: r.code, permissions: r.permissions })),
  { name: 'nothing', permissions: [] },
]
const countOf = (text: string) => (JSON.parse(text) as { value: { count: number } }).value.count

describe('[SEC43] what is asked without naming a record', () => {
  /** What each role is told who sees everything, by list; lists that tell it nothing are left out. */
  const told = new Map<string, Map<Call, string>>()
  beforeAll(async () => {
    const wrong: string[] = []
    world.place('own')
    for (const role of roles) {
      const may = (call: Call) => call.needs === 'signed-in' || role.permissions.includes(call.needs as Permission)
      world.give(role.permissions, 'all')
      const whole = new Map<Call, string>()
      for (const call of scopedLists().filter(may)) {
        const answer = await world.post(call.address, call.body())
        if (answer.status === 403) continue // The side that a parameter names needs a right of its own.
        if (answer.status !== 200) wrong.push(`${role.name}, ${call.label}: ${answer.text.slice(0, 200)}`)
        else if (countOf(answer.text) > 0) whole.set(call, answer.text)
      }
      told.set(role.name, whole)
    }
    expect(wrong).toEqual([])
  }, minutes(2))
  type Role = (typeof roles)[number]
  const isTold = ({ name }: Role, list: string) => [...told.get(name)!.keys()].some((call) => call.name === list)
  const mayExport = ({ permissions }: Role, list: string) => permissions.includes(specOf(list).export)
  /** The scopes in which a role asks something, in turn with the others that are told as much. */
  const scopesOf = (role: Role, row: number, isAlike: (other: Role) => boolean) => {
    const among = roles.filter(isAlike)
    return inTurn(SCOPES, row, among.indexOf(role), among.length)
  }

  for (const role of roles)
    it(
      `${role.name}: lists, exports and finding tell what is in scope and nothing beyond`,
      async () => {
        const wrong: string[] = []
        const whole = told.get(role.name)!
        for (const [row, relation] of RELATIONS.entries()) {
          world.place(relation)
          for (const scope of SCOPES) {
            world.give(role.permissions, scope)
            const seen = SEEN[scope].includes(relation)
            for (const [call, all] of whole) {
              if (!scopesOf(role, row + calls.indexOf(call), ({ name }) => told.get(name)!.has(call)).includes(scope)) continue
              const { text } = await world.post(call.address, call.body())
              if (seen && countOf(text) !== countOf(all))
                wrong.push(`${call.label}, ${scope}, ${relation}: ${countOf(text)} of ${countOf(all)} rows`)
              if (!seen && (countOf(text) !== 0 || owned.some((name) => text.includes(name))))
                wrong.push(`${call.label}, ${scope}, ${relation}: ${text.slice(0, 300)}`)
            }
            // One export for each list: a workbook costs more than a page, so the two ends of the relations stand for those between.
            for (const call of relation === 'own' || relation === 'elsewhere'
              ? new Map([...whole.keys()].map((c) => [c.name, c])).values()
              : []) {
              const permitted = mayExport(role, call.name)
              const alike = (other: Role) => isTold(other, call.name) && mayExport(other, call.name) === permitted
              const list = calls.findIndex(({ name }) => name === call.name)
              if (!scopesOf(role, row + list, alike).includes(scope)) continue
              const answer = await exportOf(call)
              const expected = permitted ? [200, seen ? String(countOf(whole.get(call)!)) : '0'] : [403, undefined]
              const found = [answer.status, answer.headers['x-row-count']]
              if (JSON.stringify(found) !== JSON.stringify(expected))
                wrong.push(`export ${call.name}, ${scope}, ${relation}: ${found.join(' ')} not ${expected.join(' ')}`)
            }
            if (seen) continue
            for (const [name, body] of [
              ...owned
                .filter((_, n) => n % 8 === 0)
                .slice(0, 8)
                .map((text) => ['find', { text, limit: 50 }] as const),
              ['today', { whose: 'mine' }] as const,
              ['today', { whose: 'team' }] as const,
              ['bell', {}] as const,
            ]) {
              const { text } = await world.post(`/api/query/${name}`, body)
              const told = owned.find((n) => text.includes(n))
              if (told !== undefined) wrong.push(`${name} ${JSON.stringify(body)}, ${scope}, ${relation}: ${told}`)
            }
          }
        }
        expect(wrong).toEqual([])
      },
      minutes(4),
    )

  it('each list asks the scope of the resource that it declares, and of no other', async () => {
    const wrong: string[] = []
    world.place('elsewhere')
    for (const resource of ownedResources) {
      world.give(allPermissions, Object.fromEntries(ownedResources.map((r) => [r, r === resource ? 'all' : 'own'])))
      for (const call of scopedLists().filter((c) => !('side' in ((c.body() as { params?: object }).params ?? {})))) {
        const { text } = await world.post(call.address, call.body())
        // M16: goods are followed by who sees the deal they are for, too.
        const expected = specOf(call.name).scope === resource || (call.name === 'milestones' && resource === 'deal')
        const found = countOf(text) > 0
        if (found && !expected) wrong.push(`${call.label} is open to who sees all of ${resource}`)
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)

  it('every list is a list of somebody’s records or says that it is the company’s', () => {
    const names = Object.keys(queries).filter((n) => isList(n))
    expect(names.length).toBeGreaterThan(30)
    for (const name of names) expect([name, [...ownedResources, 'company'].includes(specOf(name).scope)]).toEqual([name, true])
  })
})
