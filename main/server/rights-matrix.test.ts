// What the matrix of rights stands on (SEC42, SEC43): every command and query has a sample that decides its answer, and every role is in one of the files
// rights-matrix-*.test.ts. New commands fall in by themselves: rights-calls.ts says what is missing.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightsCalls, type Call } from './testing/rights-calls.ts'
import { apartFrom, isNotFound, PARTS, randomFor, roles } from './testing/rights-matrix.ts'
import { DECIDES_NOTHING, MAY_MAKE } from './testing/rights-tables.ts'
import { rightsWorld, type RightsWorld } from './testing/rights-world.ts'

let world: RightsWorld
let calls: Call[] = []
let missing: string[] = []
beforeAll(async () => {
  world = await rightsWorld()
  ;({ calls, missing } = rightsCalls(world))
}, 120_000)
afterAll(() => world.close())

describe('[SEC42] the matrix of rights', () => {
  it('[SEC43] has every role in one part, and every part in a test file', () => {
    expect(Object.values(PARTS).flat().toSorted()).toEqual(roles.map(({ name }) => name).toSorted())
    const fileOf = (part: string) => path.join(import.meta.dirname, `rights-matrix-${part}.test.ts`)
    const tested = (part: string) => existsSync(fileOf(part)) && readFileSync(fileOf(part), 'utf8').includes(`\nrightsMatrix('${part}')\n`)
    expect(Object.keys(PARTS).filter((part) => !tested(part))).toEqual([])
  })

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
})
