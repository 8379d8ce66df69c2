// A secret belongs to the figure (U49): who may not see it gets the same bytes whatever it is. Every query, list, export and refusal of a command is asked
// twice, with other secret figures in the company: whatever is made of one (a sum, a difference, what is left, a share, an order, a word) would differ.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission } from '../../preload/contract/access.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { partsOf } from '../export/xlsx/testing/workbook-parts.ts'
import { readyMadeRoles } from '../modules/people/seeds.ts'
import { rightsCalls, type Call } from './testing/rights-calls.ts'
import { rightsWorld, type RightsWorld } from './testing/rights-world.ts'
import { CANARY, canaryIn, hiddenFrom, poison } from './testing/secret-rows.ts'

let world: RightsWorld
let calls: Call[] = []
/** Long numbers that are no amounts. */
let declarations: string[] = []
beforeAll(async () => {
  world = await rightsWorld()
  world.hub.clock.at = new Date().toISOString()
  // Trying one's password is counted, and answered otherwise each time.
  calls = rightsCalls(world).calls.filter((c) => c.name !== 'change-own-password')
  const shipments = world.hub.database.write.sql.prepare('SELECT declarationNumber FROM shipment').all()
  declarations = (shipments as { declarationNumber: string }[]).map((s) => s.declarationNumber)
}, 120_000)
afterAll(() => world.close())

/** More of everything than there is: what is left is named in the refusal, if anything is. */
const TOO_MUCH = 88_888_888_888_888
const exceeding = (value: unknown, key = ''): unknown => {
  if (typeof value === 'number') return /amount|total|charge|price/i.test(key) ? TOO_MUCH : value
  if (Array.isArray(value)) return value.map((v) => exceeding(v, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, exceeding(v, k)]))
}

type Question = { label: string; ask(): Promise<string> }
const questions = (permissions: readonly Permission[]): Question[] => {
  const may = (needs: string) => needs === 'signed-in' || permissions.includes(needs as Permission)
  const mine = calls.filter((c) => may(c.needs))
  const asked = mine.flatMap((call): Question[] => {
    const body = call.body()
    const post = (given: unknown) => async () => (await world.post(call.address, given)).text
    if (call.kind !== 'command') return [{ label: call.label, ask: post(body) }]
    const { input } = body as { input: unknown }
    return [input, exceeding(input)].map((given, n) => ({
      label: n === 0 ? call.label : `${call.label}, too much`,
      ask: () => post({ id: newId(), input: given })(),
    }))
  })
  const lists = [...new Map(mine.filter((c) => c.kind === 'list').map((c) => [c.name, c])).values()]
  const exported = lists.map((call): Question => {
    const { params } = call.body() as { params?: unknown }
    const q = Buffer.from(JSON.stringify({ input: { params } })).toString('base64url')
    return {
      label: `export ${call.name}`,
      ask: async () => {
        const { status, bytes, text } = await world.get(`/api/export/${call.name}?q=${q}`)
        return status === 200
          ? [...partsOf(bytes)]
              .filter(([name]) => name.startsWith('xl/'))
              .map(([, part]) => part)
              .join('\n')
          : text
      },
    }
  })
  const found = ['731', 'PC20', '估算'].map((text) => ({
    label: `find ${text}`,
    ask: async () => (await world.post('/api/query/find', { text, limit: 50 })).text,
  }))
  return [...asked, ...exported, ...found]
}
/** What is new in every answer says nothing. */
const plain = (text: string) => text.replaceAll(/"fault":"[^"]*"/g, '"fault"').replaceAll(String(TOO_MUCH), 'too much')
/** Where two answers part. */
const parting = (a: string, b: string): string => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `…${a.slice(Math.max(0, at - 100), at + 60)}… and …${b.slice(Math.max(0, at - 20), at + 60)}…`
}

describe('[U49] [SEC44] who may not see a figure gets the same bytes whatever it is', () => {
  for (const role of readyMadeRoles.filter((r) => hiddenFrom(r.permissions).length > 0))
    it(`${role.code}`, async () => {
      world.give(role.permissions, 'all')
      const { sql } = world.hub.database.write
      const secrets = hiddenFrom(role.permissions)
      // The trail goes on with every question, and the office measures each: those are asked by the test of canaries.
      const all = questions(role.permissions).filter((q) => !/audit|^bell|^office-status/.test(q.label))
      const wrong: string[] = []
      const answers: string[] = []
      const first = poison(sql, secrets)
      for (const { ask } of all) answers.push(plain(await ask()))
      first()
      // The other way round too, so that an order by them differs.
      const second = poison(sql, secrets, CANARY + 1_600_000_000_000, -1_000_033)
      for (const [n, { label, ask }] of all.entries()) {
        const answer = plain(await ask())
        if (answer !== answers[n]) wrong.push(`${label}: ${parting(answers[n]!, answer)}`)
        else if (canaryIn(answer, declarations) !== undefined) wrong.push(`${label}: ${canaryIn(answer, declarations)}`)
      }
      second()
      expect(wrong).toEqual([])
    }, 300_000)
})
