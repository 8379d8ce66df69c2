// Every command, query, list and export under hostile input made from its own schema: whatever is sent, it is answered or refused in words, never a fault and
// never a stack; ledger and trail are whole after all of it (U43 of people; SEC39, SEC45, SEC46, SEC49). The whole of it runs with `npm run soak`.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { minutes, rounds } from '../../build/soak/rounds.ts'
import { verifyLedger } from '../../db/ledger/sums.ts'
import { commands } from '../../preload/contract/commands.ts'
import { FILTER_OPERATORS, type ListSpec } from '../../preload/contract/define/index.ts'
import { isList, queries, type ListName } from '../../preload/contract/queries.ts'
import type { z } from 'zod'
import { verifyAudit } from '../access/audit.ts'
import { rightsCalls, type Call } from './testing/rights-calls.ts'
import { rightsWorld, type RightsWorld } from './testing/rights-world.ts'
import { hostileInput, hostileValue } from './testing/hostile-input.ts'
import type { HubAnswer } from './testing/test-hub.ts'

const TRIES = rounds(700, 200_000)
const DONE_TRIES = rounds(150, 20_000)
const LIST_TRIES = rounds(300, 60_000)
const EXPORT_TRIES = rounds(40, 5_000)

let world: RightsWorld
let calls: Call[] = []
/** Identifiers of records of every kind, and names of open items. */
let ids: string[] = []
let items: string[] = []
beforeAll(async () => {
  world = await rightsWorld()
  calls = rightsCalls(world).calls.filter((c) => c.needs !== 'founding')
  const { sql } = world.hub.database.write
  const tables = (sql.prepare("SELECT m.name FROM sqlite_master m WHERE m.type = 'table'").all() as { name: string }[]).map((t) => t.name)
  const hasId = (table: string) =>
    sql.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = 'id' AND type = 'TEXT'").get(table) !== undefined
  ids = tables.filter(hasId).flatMap((t) => (sql.prepare(`SELECT id FROM "${t}" LIMIT 2`).all() as { id: string }[]).map((r) => r.id))
  items = (sql.prepare('SELECT ref FROM open_item LIMIT 20').all() as { ref: string }[]).map((r) => r.ref)
}, 120_000)
afterAll(() => world.close())

/** Names and first lines of all that went wrong, each once. */
const wrong = new Map<string, string>()
const judge = (name: string, body: unknown, answer: HubAnswer): void => {
  const fault = world.hub.faults.shift()
  if (answer.status === 500 || fault !== undefined)
    wrong.set(
      `${name}: ${fault
        ?.split('\n')
        .slice(0, 2)
        .join(' ')
        .replaceAll(/[0-9a-f-]{36}/g, '…')}`,
      JSON.stringify(body).slice(0, 1500),
    )
  if (/node:internal|at \w+ \(|SQLITE_|\.ts:\d/.test(answer.text)) wrong.set(`${name}: tells its inside`, answer.text.slice(0, 300))
}
const expectWhole = () => {
  const { sql } = world.hub.database.write
  expect([...wrong].map((pair) => pair.join('\n'))).toEqual([])
  expect(verifyLedger(sql)).toEqual([])
  expect(verifyAudit(sql)).toMatchObject({ broken: null })
}
const inputOf = (call: Call): { schema: z.ZodType; input: unknown; body(input: unknown): unknown } => {
  const body = call.body()
  if (call.kind !== 'command') return { schema: queries[call.name as ListName].input as z.ZodType, input: body, body: (input) => input }
  const { id, input } = body as { id: string; input: unknown }
  return { schema: commands[call.name as keyof typeof commands].input as z.ZodType, input, body: (made) => ({ id, input: made }) }
}
/** One hostile request of a call. */
const tryOnce = async (g: fc.GeneratorValue, among: readonly Call[]): Promise<void> => {
  const call = g(fc.constantFrom, ...among)
  const { schema, input, body } = inputOf(call)
  const made = body(hostileInput(g, schema, input, ids, items))
  judge(call.name, made, await world.post(call.address, made))
}
const tries = (count: number, one: (g: fc.GeneratorValue) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.gen(), one), { numRuns: count, endOnFailure: true })

it('[U43] [SEC39] commands and queries answer or refuse, whatever their schemas let through', { timeout: minutes(3) }, async () => {
  await tries(TRIES, (g) => tryOnce(g, calls))
  expectWhole()
})

it('[U43] [SEC46] lists answer or refuse every filter, order, cursor, offset and search', { timeout: minutes(3) }, async () => {
  const lists = calls.filter((c) => c.kind === 'list')
  await tries(LIST_TRIES, async (g) => {
    const call = g(fc.constantFrom, ...lists)
    const fields = [...Object.keys((queries[call.name as ListName] as unknown as ListSpec).columns), 'nothing', '__proto__']
    const text = () => String(hostileValue(g)).slice(0, 200)
    const filter = () => {
      const op = g(fc.constantFrom, ...FILTER_OPERATORS)
      const value = op === 'in' || op === 'between' ? [text(), text()] : op.endsWith('empty') ? undefined : text()
      return { field: g(fc.constantFrom, ...fields), op, ...(value === undefined ? {} : { value }) }
    }
    const cursor = () =>
      Buffer.from(JSON.stringify(g(fc.array, fc.constantFrom<unknown>('', 'x', 0, 1e300, null, true, [], {}), { maxLength: 4 }))).toString(
        'base64url',
      )
    const { params } = call.body() as { params?: unknown }
    const body = {
      params,
      filters: Array.from({ length: g(fc.integer, { min: 0, max: 2 }) }, filter),
      sort: Array.from({ length: g(fc.integer, { min: 0, max: 2 }) }, () => ({
        field: g(fc.constantFrom, ...fields),
        descending: g(fc.boolean),
      })),
      ...(g(fc.boolean) ? { search: text() } : {}),
      ...(g(fc.integer, { min: 0, max: 3 }) === 0 ? { cursor: cursor() } : {}),
      ...(g(fc.integer, { min: 0, max: 3 }) === 0 ? { offset: g(fc.constantFrom, 0, 1, 2 ** 31, 2 ** 53 - 1) } : {}),
      ...(g(fc.boolean) ? { totals: true, limit: g(fc.constantFrom, 1, 200) } : {}),
      ...(g(fc.boolean) ? { mine: true } : {}),
    }
    judge(call.name, body, await world.post(call.address, body))
  })
  expectWhole()
})

it('[U43] [SEC51] exports answer or refuse every column, filter and parameter', { timeout: minutes(3) }, async () => {
  const lists = calls.filter((c) => c.kind === 'list')
  const ask = async (list: string, options: unknown) => {
    const answer = await world.get(`/api/export/${list}?q=${Buffer.from(JSON.stringify(options)).toString('base64url')}`)
    judge(`export ${list}`, options, { ...answer, text: answer.status === 200 ? '' : answer.text })
    return answer
  }
  const paramsOf = (call: Call) => ({ params: (call.body() as { params?: unknown }).params })
  // A column that is not there is refused, alone or beside others; one given twice is written once.
  const [list] = lists as [Call]
  for (const columns of [['nothing'], ['name', 'nothing'], ['__proto__']])
    expect((await ask(list.name, { input: paramsOf(list), columns })).body).toMatchObject({ ok: false, refused: 'unknown-field' })
  expect((await ask(list.name, { input: paramsOf(list), columns: [] })).status).toBe(400)
  await tries(EXPORT_TRIES, async (g) => {
    const call = g(fc.constantFrom, ...lists)
    const fields = Object.keys((queries[call.name as ListName] as unknown as ListSpec).columns)
    const columns = g(fc.array, fc.constantFrom(...fields, ...fields, 'nothing'), { maxLength: 4 })
    const schema = queries[call.name as ListName].input as z.ZodType
    const input = g(fc.boolean) ? paramsOf(call) : hostileInput(g, schema, paramsOf(call), ids, items)
    await ask(
      isList(call.name) && g(fc.integer, { min: 0, max: 9 }) > 0
        ? call.name
        : String(hostileValue(g)).slice(0, 60).replaceAll(/\W/g, '') || 'x',
      { input, ...(g(fc.boolean) ? { columns } : {}), language: g(fc.constantFrom, 'zh', 'en') },
    )
  })
  expectWhole()
})

it('[U43] [SEC49] commands that are really done leave ledger and trail whole', { timeout: minutes(3) }, async () => {
  world.rehearse(false)
  try {
    await tries(DONE_TRIES, (g) =>
      tryOnce(
        g,
        calls.filter((c) => c.kind === 'command'),
      ),
    )
  } finally {
    world.rehearse(true)
  }
  expectWhole()
})
