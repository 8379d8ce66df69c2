// What is sent again: the same is confirmed, anything else under its id is refused, also where only a secret differs; and an id is one in any letters (U41, U42).
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type * as password from '../access/password.ts'
import { testHub, type TestHub } from './testing/test-hub.ts'

// Argon2id takes a third of a second and is proven in password.test.ts.
vi.mock('../access/password.ts', async (original) => ({
  ...(await original<typeof password>()),
  hashPassword: async (given: string) => `plain ${given}`,
  verifyPassword: async (given: string, hash: string) => hash === `plain ${given}`,
}))

let hub: TestHub
let owner: string
beforeAll(async () => {
  hub = await testHub({ anew: true })
  owner = await hub.signIn()
})
afterAll(() => hub.close())

const send = async (name: string, id: string, input: unknown) => (await hub.post(`/api/command/${name}`, { id, input }, owner)).body
const REUSED = { ok: false, refused: 'command-id-reused', data: {} }
const person = () => {
  const id = newId()
  const login = `user-${id.slice(-8)}`
  return {
    id,
    login,
    name: login,
    nameEn: '',
    email: '',
    phone: '',
    departmentId: null,
    roleIds: [hub.roleIds.salesperson],
    language: 'zh',
    password: 'first-harbour-77',
  }
}
const signsIn = async (user: string, given: string) => (await hub.post('/api/login', { user, password: given })).status === 200

it('[U42] a password set again under the same id is confirmed when it is the same, and refused when it is another', async () => {
  const user = person()
  const creating = newId()
  expect(await send('create-user', creating, user)).toMatchObject({ ok: true })
  expect(await send('create-user', creating, user)).toMatchObject({ ok: true })
  expect(await send('create-user', creating, { ...user, password: 'other-harbour-77' })).toEqual(REUSED)
  const resetting = newId()
  const reset = (given: string) => send('reset-password', resetting, { userId: user.id, password: given })
  expect(await reset('second-harbour-77')).toMatchObject({ ok: true })
  expect(await reset('second-harbour-77')).toMatchObject({ ok: true })
  expect(await reset('third-harbour-77')).toEqual(REUSED)
  expect([await signsIn(user.login, 'second-harbour-77'), await signsIn(user.login, 'third-harbour-77')]).toEqual([true, false])
  const kept = JSON.stringify(hub.database.read.sql.prepare('SELECT * FROM audit').all())
  for (const secret of ['first-harbour', 'second-harbour', 'third-harbour', 'other-harbour']) expect(kept).not.toContain(secret)
})

it('[U42] a secret that cannot be compared any more is not confirmed', async () => {
  const user = person()
  const id = newId()
  expect(await send('create-user', id, user)).toMatchObject({ ok: true })
  const other = await import('../commands/run-command.ts')
  const { allModules } = await import('../modules.ts')
  const restarted = other.commandRunner(hub.database.write, allModules, {
    committed: () => undefined,
    fault: () => undefined,
    faultId: newId,
  })
  const { loadViewer } = await import('../access/viewer.ts')
  const viewer = (await loadViewer(hub.database.read.kysely, hub.ownerId))!
  const at = new Date().toISOString()
  expect(await restarted.run({ id, name: 'create-user', input: user, viewer, device: 'test', at })).toEqual(REUSED)
})

it('[U41] an id in capitals is the same id: of a command, of a record, of what it points to, in lists and in the trail', async () => {
  const command = newId()
  const department = { id: newId(), name: '大写', nameEn: '', parentId: null }
  const shouted = { ...department, id: department.id.toUpperCase() }
  expect(await send('create-department', command.toUpperCase(), shouted)).toMatchObject({ ok: true, value: { id: department.id } })
  expect(await send('create-department', command, department)).toMatchObject({ ok: true, value: { id: department.id } })
  const { sql } = hub.database.read
  expect(sql.prepare("SELECT id FROM department WHERE name = '大写'").all()).toEqual([{ id: department.id }])
  const below = { id: newId(), name: '小写', nameEn: '', parentId: shouted.id }
  expect(await send('create-department', newId(), below)).toMatchObject({ ok: true })
  expect(sql.prepare('SELECT parentId FROM department WHERE id = ?').get(below.id)).toEqual({ parentId: department.id })
  const user = { ...person(), departmentId: shouted.id, roleIds: [hub.roleIds.salesperson.toUpperCase()] }
  expect(await send('create-user', newId(), user)).toMatchObject({ ok: true })
  expect(await send('edit-department', newId(), { ...shouted, headId: null, revision: 1 })).toMatchObject({
    ok: true,
    value: { id: department.id },
  })
  const trail = await hub.post('/api/query/audit', { params: { record: shouted.id } }, owner)
  expect((trail.body as { value: { rows: unknown[] } }).value.rows.length).toBeGreaterThanOrEqual(2)
})
