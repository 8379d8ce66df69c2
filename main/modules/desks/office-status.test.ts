// What the office tells of itself to whoever may see desks, over a real hub with real sockets. Rules D40, D42, D43 of desks.
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { deskDevice } from '../../access/devices.ts'
import { officeBegan } from '../../access/office-state.ts'
import { openSession } from '../../access/sessions.ts'
import { joinedDesk } from '../../server/testing/joined-desk.ts'
import { testHub, type HubUser, type TestHub } from '../../server/testing/test-hub.ts'

let hub: TestHub
let owner: string
beforeEach(async () => {
  hub = await testHub()
  owner = await hub.signIn()
  const log = { file: '/srv/company/office.log', bytes: () => 4711 }
  officeBegan({ version: '2.0', startedAt: '2026-03-02T08:00:00.000Z', log, lastFault: null })
})
afterEach(() => hub.close())

const status = async (token: string | null = owner): Promise<QueryOutput<'office-status'>> => {
  const { body, text } = await hub.post('/api/query/office-status', {}, token)
  if (!body.ok) throw new Error(text)
  return body.value as QueryOutput<'office-status'>
}
const desk = (name: string, version: string) => {
  const joined = joinedDesk(hub, name)
  hub.database.write.sql
    .prepare('INSERT INTO desk_contact(deskId, address, version, lastSeenAt) VALUES (?, ?, ?, ?)')
    .run(joined.deskId, '192.168.1.2', version, new Date().toISOString())
  return joined
}
const live = async (token: string, headers: Record<string, string> = {}): Promise<WebSocket> => {
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/api/live`, { headers })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(token)
  return socket
}

test('[D40] desks, those that are connected, those of another version, and who is signed in', async () => {
  const [first] = [desk('财务室', '2.0'), desk('仓库', '1.9'), desk('业务部', '1.9')]
  const sales = hub.user({ role: 'salesperson' })
  const { token } = openSession(hub.database.write, sales.id, deskDevice(first.deskId), new Date().toISOString())
  expect(await status()).toMatchObject({
    ...{ version: '2.0', startedAt: '2026-03-02T08:00:00.000Z', network: { open: false, addresses: [], problem: null } },
    desks: { joined: 3, connected: 0, browsers: 0, otherVersions: [{ version: '1.9', desks: 2 }] },
    ...{ people: { signedIn: 2, active: 2 }, log: { file: '/srv/company/office.log', bytes: 4711 } },
  })
  const sockets = [
    await live(token, { 'x-desk': `${first.deskId}.${first.secret}`, 'x-desk-version': '2.0' }),
    await live(owner),
    await live('nobody'),
  ]
  await expect.poll(async () => (await status()).desks).toMatchObject({ connected: 1, browsers: 1 })
  sockets.forEach((socket) => socket.terminate())
  await expect.poll(async () => (await status()).desks).toMatchObject({ connected: 0, browsers: 0 })
})

test('[D40] [D41] how busy it is, of what was asked here', async () => {
  for (let n = 0; n < 30; n++) await hub.post('/api/query/me', {}, owner)
  await hub.post('/api/query/canary-unknown', {}, owner)
  // Enough that one a minute is left on average, however long the tests before have taken.
  for (let n = 0; n < 30; n++) await hub.post('/api/command/canary-unknown', { id: newId(), input: {} }, owner)
  const { load } = await status()
  expect(load.queries.perMinute).toBeGreaterThanOrEqual(31)
  expect(load.commands.perMinute).toBeGreaterThan(0)
  expect(load.memoryBytes).toBeGreaterThan(1024 * 1024)
  expect(JSON.stringify(load)).not.toContain('canary')
})

test('[D40] backups and the trail are told to who may see them, and nothing to who may not see desks', async () => {
  const told = async (user: HubUser) => {
    const { backups, trail } = await status(user.token)
    return [backups !== null, trail !== null]
  }
  expect(await told(hub.user({ permissions: ['desk.view'] }))).toEqual([false, false])
  expect(await told(hub.user({ permissions: ['desk.view', 'backup.view'] }))).toEqual([true, false])
  expect(await told(hub.user({ role: 'auditor' }))).toEqual([false, true])
  expect(await told(hub.user({ role: 'administrator' }))).toEqual([true, true])
  const { body } = await hub.post('/api/query/office-status', {}, hub.user({ role: 'salesperson' }).token)
  expect(body).toEqual({ ok: false, refused: 'not-permitted', data: { permission: 'desk.view' } })
})
