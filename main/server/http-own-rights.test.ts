// Whoever manages users and roles makes himself no mightier, over raw HTTP: by no role, no scope, no department of his own. Rules U9 to U11 of people.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writableDb } from '../../db/tx.ts'
import type { Permission, Scopes } from '../../preload/contract/access.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { testHub, type HubAnswer, type TestHub } from './testing/test-hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await testHub()
})
afterAll(() => hub.close())

const manages = ['role.view', 'role.edit', 'user.view', 'user.create', 'user.edit', 'customer.view'] as const satisfies Permission[]
const send = (name: string, input: unknown, token: string) => hub.post(`/api/command/${name}`, { id: newId(), input }, token)
const asked = async (name: string, input: unknown, token: string) => {
  const { body, text } = await hub.post(`/api/query/${name}`, input, token)
  if (!body.ok) throw new Error(text)
  return body.value as Record<string, never>
}
const widened = (data: object) => ({ ok: false, refused: 'own-rights-widened', data: { permissions: [], scopes: [], ...data } })

type Manager = { id: string; token: string; roleId: string; user: Record<string, unknown> }
/** Somebody who manages people, with one role of his own. */
const manager = async (scopes: Scopes = {}): Promise<Manager> => {
  const { id, token } = hub.user({ permissions: manages, scopes })
  const { active: _, ...user } = await asked('user', { id }, token)
  return { id, token, roleId: (user['roleIds'] as unknown as string[])[0]!, user }
}
const role = (permissions: readonly Permission[], scopes: Scopes = {}) => ({
  id: newId(),
  name: `role ${newId()}`,
  nameEn: '',
  permissions,
  scopes,
})
const editSelf = (of: Manager, over: object) => send('edit-user', { ...of.user, active: true, ...over }, of.token)
/** What a session of his may do afterwards: nothing of what he tried has stayed. */
const expectUnchanged = async ({ token }: Manager, answer: HubAnswer) => {
  expect(answer.status).toBe(403)
  const me = (await asked('me', {}, token)) as unknown as { permissions: string[] }
  expect(me.permissions.toSorted()).toEqual([...manages].toSorted())
}

describe('[U9] who may edit roles and users gives himself nothing', () => {
  it('by a role he has: a permission, a wider scope', async () => {
    const him = await manager({ customer: 'department' })
    const own = await asked('role', { id: him.roleId }, him.token)
    const { code: _, ...input } = own as unknown as { code: null; permissions: Permission[]; scopes: Scopes }
    const more = await send('edit-role', { ...input, permissions: [...manages, 'profit.view', 'cost.view'] }, him.token)
    expect(more.body).toEqual(widened({ permissions: ['cost.view', 'profit.view'] }))
    await expectUnchanged(him, more)
    const wider = await send('edit-role', { ...input, scopes: { customer: 'all' } }, him.token)
    expect(wider.body).toEqual(widened({ scopes: [{ resource: 'customer', scope: 'all' }] }))
    await expectUnchanged(him, wider)
  })

  it('by another role that is there, or one that he makes for it', async () => {
    const him = await manager()
    const ready = await editSelf(him, { roleIds: [him.roleId, hub.roleIds.auditor] })
    expect(ready.body).toMatchObject({ refused: 'own-rights-widened' })
    await expectUnchanged(him, ready)
    const made = role(['payment.create'])
    expect((await send('create-role', made, him.token)).status).toBe(200)
    const given = await editSelf(him, { roleIds: [him.roleId, made.id] })
    expect(given.body).toEqual(widened({ permissions: ['payment.create'] }))
    await expectUnchanged(him, given)
    // In exchange for what he has is no way either.
    const exchanged = await editSelf(him, { roleIds: [made.id] })
    expect(exchanged.body).toEqual(widened({ permissions: ['payment.create'] }))
    await expectUnchanged(him, exchanged)
    const asOwner = await editSelf(him, { roleIds: [hub.roleIds.owner] })
    expect([asOwner.status, asOwner.body]).toMatchObject([403, { refused: 'owners-only' }])
  })

  it('by giving himself an empty role and filling it afterwards', async () => {
    const him = await manager()
    const empty = role([])
    await send('create-role', empty, him.token)
    expect((await editSelf(him, { roleIds: [him.roleId, empty.id] })).status).toBe(200)
    // His roles have changed, so he signs in anew.
    expect((await hub.post('/api/query/me', {}, him.token)).status).toBe(401)
    const again = { ...him, token: await newSession(him.id) }
    const filled = await send('edit-role', { ...empty, revision: 1, permissions: ['audit.view'] }, again.token)
    expect(filled.body).toEqual(widened({ permissions: ['audit.view'] }))
    await expectUnchanged(again, filled)
  })

  it('[U10] by moving himself, or a department below his own, so that his scope reaches further', async () => {
    const seed = writableDb(hub.database.write, 0)
    const department = (parentPath = '/') => {
      const id = newId()
      const made = { id, name: id, nameEn: '', parentId: parentPath === '/' ? null : parentPath.slice(1, -1), path: `${parentPath}${id}/` }
      seed.put('department', { ...made, revision: 1, headId: null })
      return made
    }
    const [mine, other] = [department(), department()]
    const him = await manager({ customer: 'department-below' })
    seed.patch('user', him.id, { departmentId: mine.id })
    hub.changed('user')
    const moved = await editSelf(him, { departmentId: other.id })
    expect(moved.body).toEqual(widened({ scopes: [{ resource: 'customer', scope: 'department-below' }] }))
    await expectUnchanged(him, moved)
    const { path: _, ...input } = other
    const below = await send('edit-department', { ...input, revision: 1, parentId: mine.id }, him.token)
    expect(below.body).toEqual(widened({ scopes: [{ resource: 'customer', scope: 'department-below' }] }))
    await expectUnchanged(him, below)
  })

  it('less, the same, or what he has already by another role is his to do', async () => {
    const him = await manager({ customer: 'department' })
    const same = role(['customer.view'], { customer: 'own' })
    await send('create-role', same, him.token)
    expect((await editSelf(him, { roleIds: [him.roleId, same.id], phone: '1' })).status).toBe(200)
  })
})

describe('[U11] to others', () => {
  it('he gives what their work needs, though he does not have it; an owner may do everything, also for himself', async () => {
    const him = await manager()
    const made = role(['payment.create'], { customer: 'all' })
    expect((await send('create-role', made, him.token)).status).toBe(200)
    const colleague = { ...him.user, id: newId(), login: `c-${newId().slice(-8)}`, roleIds: [made.id, hub.roleIds.accountant] }
    const { revision: _, ...input } = colleague as unknown as { revision: number }
    expect((await send('create-user', { ...input, password: 'a calm harbour 77' }, him.token)).status).toBe(200)
    const owner = await hub.signIn()
    const self = (await asked('user', { id: hub.ownerId }, owner)) as unknown as { roleIds: string[] }
    expect((await send('edit-user', { ...self, roleIds: [...self.roleIds, made.id] }, owner)).status).toBe(200)
  })
})

const newSession = async (userId: string): Promise<string> => {
  const { openSession } = await import('../access/sessions.ts')
  return openSession(hub.database.write, userId, 'test', new Date().toISOString()).token
}
