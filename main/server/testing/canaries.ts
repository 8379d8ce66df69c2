// Secrets never leave the hub (SEC44): every cost, and then every profit, is made a number of thirteen figures and more, which nothing else in the company has. Whoever
// may not see it finds no such number in any byte of any answer: not as a cell, a sum, a difference, a ratio, in a workbook, a refusal or a notice.
// The test files are parts, so that vitest spreads them over its workers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPermissions, type Permission } from '../../../preload/contract/access.ts'
import type { ListSpec } from '../../../preload/contract/define/index.ts'
import { queries, type ListName } from '../../../preload/contract/queries.ts'
import { seesSecret } from '../../../preload/contract/figures.ts'
import { partsOf } from '../../export/xlsx/testing/workbook-parts.ts'
import { readyMadeRoles } from '../../modules/people/seeds.ts'
import { rightsCalls, type Call } from './rights-calls.ts'
import { rightsWorld, type RightsWorld } from './rights-world.ts'
import { canaryIn, poison, SECRETS } from './secret-rows.ts'

/** The secrets of each test file `canaries-<part>.test.ts`. */
export const PARTS = { trade: ['costs', 'profits'], money: ['what is owed to vendors', 'what was paid'] } as const
export type Part = keyof typeof PARTS

/** A canary that so many calls tell to who may see it is alive. */
const ALIVE = 4

/** The tests of one part: each of its secrets with each role that may not see it. */
export const canaries = (part: Part): void => {
  /** Long numbers that are no amounts, as they stood before. */
  let declarations: string[] = []
  let world: RightsWorld
  let calls: Call[] = []
  beforeAll(async () => {
    world = await rightsWorld()
    calls = rightsCalls(world).calls
    const shipments = world.hub.database.write.sql.prepare('SELECT declarationNumber FROM shipment').all()
    declarations = (shipments as { declarationNumber: string }[]).map((s) => s.declarationNumber)
  }, 120_000)
  afterAll(() => world.close())

  const specOf = (name: string) => queries[name as ListName] as unknown as ListSpec
  const encoded = (options: object) => Buffer.from(JSON.stringify(options)).toString('base64url')
  /** Every column there is, the secret and the hidden ones too. */
  const exportOf = async (call: Call): Promise<string> => {
    const { params } = call.body() as { params?: unknown }
    const answer = await world.get(
      `/api/export/${call.name}?q=${encoded({ input: { params }, columns: Object.keys(specOf(call.name).columns) })}`,
    )
    if (answer.status !== 200) return answer.text
    return [...partsOf(answer.bytes).values()].join('\n')
  }

  describe.each(SECRETS.filter(({ name }) => PARTS[part].some((one) => one === name)))('[SEC44] who may not see $name', (secret) => {
    const hidden = (permissions: readonly Permission[]) => !secret.seenBy.some((p) => permissions.includes(p))
    let restore: () => void
    beforeAll(() => {
      restore = poison(world.hub.database.write.sql, [secret])
    })
    afterAll(() => restore())

    it('who may see it does: the canaries are alive', async () => {
      world.give(readyMadeRoles[0]!.permissions, 'all')
      const found = new Set<string>()
      for (const call of calls.filter((c) => c.kind !== 'command')) {
        const { text } = await world.post(call.address, call.body())
        if (canaryIn(text, declarations) !== undefined) found.add(call.name)
        if (found.size >= ALIVE) break
      }
      expect(found.size).toBe(ALIVE)
    }, 120_000)

    it('[U17] no entry of the audit trail tells it to who has every right but this one, and every one that holds it does to who has it', async () => {
      const entries = world.hub.database.read.sql.prepare('SELECT DISTINCT pos AS id FROM change WHERE pos > 0').all() as { id: number }[]
      const telling = async (permissions: readonly Permission[]): Promise<string[]> => {
        world.give(permissions, 'all')
        const told: string[] = []
        for (const { id } of entries) {
          const { status, text } = await world.post('/api/query/audit-entry', { id })
          if (status !== 200) throw new Error(`${id}: ${text}`)
          const found = canaryIn(text, declarations)
          if (found !== undefined)
            told.push(`${id}: ${found} in ${text.slice(Math.max(0, text.indexOf(found.slice(0, 6)) - 120)).slice(0, 180)}`)
        }
        return told
      }
      expect((await telling(allPermissions)).length).toBeGreaterThan(3)
      expect(await telling(allPermissions.filter((p) => !secret.seenBy.includes(p)))).toEqual([])
    }, 120_000)

    for (const role of readyMadeRoles.filter((r) => hidden(r.permissions)))
      it(`${role.code}: no byte of any answer tells it`, async () => {
        world.give(role.permissions, 'all')
        const told: string[] = []
        const look = (what: string, text: string) => {
          const found = canaryIn(text, declarations)
          if (found !== undefined)
            told.push(
              `${what}: ${found} in ${text.slice(Math.max(0, text.indexOf(found.slice(0, 6)) - 120), text.indexOf(found.slice(0, 6)) + 60)}`,
            )
        }
        const may = (permission: string) => permission === 'signed-in' || role.permissions.includes(permission as Permission)
        for (const call of calls.filter((c) => may(c.needs))) look(call.label, (await world.post(call.address, call.body())).text)
        for (const text of ['7310', '73100', 'PC20', '估算'])
          look(`find ${text}`, (await world.post('/api/query/find', { text, limit: 50 })).text)
        const lists = new Map(calls.filter((c) => c.kind === 'list' && may(c.needs)).map((c) => [c.name, c]))
        for (const call of lists.values()) {
          const spec = specOf(call.name)
          const params = call.body() as Record<string, unknown>
          if (may(spec.export)) look(`export ${call.name}`, await exportOf(call))
          look(`search in ${call.name}`, (await world.post(call.address, { ...params, search: '7310' })).text)
          let unknown: string[] | undefined
          // A secret column is neither sorted nor filtered by: it is answered like one that does not exist, for the order of rows tells amounts too.
          for (const [field, column] of Object.entries(spec.columns).filter(
            ([, c]) => c.secret !== undefined && !seesSecret(may, c.secret),
          )) {
            const asked = (name: string) => [
              { ...params, sort: [{ field: name, descending: true }] },
              { ...params, filters: [{ field: name, op: 'greater', value: '1' }] },
            ]
            const answers = async (name: string) =>
              (await Promise.all(asked(name).map((b) => world.post(call.address, b)))).map(
                (a) => `${a.status} ${a.text.replaceAll(name, '…')}`,
              )
            unknown ??= await answers('noSuchColumn')
            expect([call.name, field, column.secret, await answers(field)]).toEqual([call.name, field, column.secret, unknown])
          }
        }
        expect(told).toEqual([])
      }, 180_000)
  })
}
