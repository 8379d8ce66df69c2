// Secrets never leave the hub (SEC44): what of it is asked once, and that every secret is in one of the files canaries-*.test.ts.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { PARTS } from './testing/canaries.ts'
import { rightsWorld, type RightsWorld } from './testing/rights-world.ts'
import { canaryIn, SECRETS } from './testing/secret-rows.ts'

let world: RightsWorld
beforeAll(async () => {
  world = await rightsWorld()
}, 120_000)
afterAll(() => world.close())

it('[SEC44] every secret is in one part, and every part in a test file', () => {
  expect(Object.values(PARTS).flat().toSorted()).toEqual(SECRETS.map(({ name }) => name).toSorted())
  const fileOf = (part: string) => path.join(import.meta.dirname, `canaries-${part}.test.ts`)
  const tested = (part: string) => existsSync(fileOf(part)) && readFileSync(fileOf(part), 'utf8').includes(`\ncanaries('${part}')\n`)
  expect(Object.keys(PARTS).filter((part) => !tested(part))).toEqual([])
})

it('[SEC44] notices carry names of tables and nothing else; the description of the API carries no data', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${world.hub.port}/api/live`)
  const heard: string[] = []
  socket.onmessage = (event) => heard.push(String(event.data))
  await new Promise((resolve) => (socket.onopen = resolve))
  socket.send(world.token)
  // What the world was set up with has been told; from here on nothing else happens.
  await vi.waitFor(() => {
    world.hub.changed('role')
    expect(heard.length).toBeGreaterThan(0)
  }, 10_000)
  // Longer than two notices are apart (U70).
  await new Promise((resolve) => setTimeout(resolve, 600))
  heard.length = 0
  world.hub.changed('purchase_contract', 'posting')
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), 10_000)
  await new Promise((resolve) => setTimeout(resolve, 600))
  socket.close()
  expect(heard).toEqual([JSON.stringify({ kind: 'changed', tables: ['purchase_contract', 'posting'] })])
  expect((await world.get('/api/openapi.json')).text).not.toMatch(/731\d{10}/)
  expect(canaryIn((await world.post('/api/command/no-such', { id: newId(), input: {} })).text)).toBeUndefined()
})
