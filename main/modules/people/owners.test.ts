// Owners: who holds every right is none yet, and nobody but an owner makes, changes, resets or switches off one. Rules U8, U32, U33; A23 of approvals.
import type * as Password from '../../access/password.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allPermissions, ownedResources, READY_MADE_ROLES, type Permission, type ReadyMadeRole } from '../../../preload/contract/access.ts'
import type { CommandInput, CommandName } from '../../../preload/contract/commands.ts'
import { derivedId, newId } from '../../../preload/contract/vocabulary/ids.ts'
import { unfounded } from '../../access/company.ts'
import { loadViewer, officeItself } from '../../access/viewer.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { people } from './index.ts'
import { ownersRights } from './seeds.ts'
import { rounds } from '../../../build/soak/rounds.ts'

vi.mock('../../access/password.ts', async (original) => ({
  ...(await original<typeof Password>()),
  hashPassword: async (password: string) => `plain ${password}`,
  verifyPassword: async (password: string, hash: string) => hash === `plain ${password}`,
}))

const PASSWORD = 'a calm harbour 7'
const EVERYTHING = { permissions: allPermissions, scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all' as const])) }
const refused = { ok: false, refused: 'owners-only', data: {} }
let office: TestOffice
let founded: { ownerId: string; departmentId: string; roleIds: Record<ReadyMadeRole, string> }
let owner: TestUser

const asUser = async (id: string): Promise<TestUser | undefined> => {
  const viewer = await loadViewer(office.database.write.kysely, id)
  return viewer && { id, viewer }
}
const found = async (): Promise<void> => {
  office = await testOffice([people, approvals])
  office.database.write.sql.exec("DELETE FROM setting WHERE key = 'company'")
  const { baseCurrency, ...rest } = unfounded
  const company = { ...rest, baseCurrency, name: '信风', nameEn: 'Tradewind' } as CommandInput<'found-company'>['company']
  founded = await office.run(
    'found-company',
    { company, owner: { id: newId(), login: 'chen', name: '陈', password: PASSWORD, language: 'zh' } },
    { id: officeItself.userId, viewer: officeItself },
  )
  owner = (await asUser(founded.ownerId))!
}
beforeEach(found)
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const userInput = (login: string, roleIds: string[], id = newId()): CommandInput<'create-user'> => ({
  id,
  login,
  name: login,
  nameEn: '',
  email: '',
  phone: '',
  departmentId: founded.departmentId,
  roleIds,
  language: 'zh',
  password: PASSWORD,
})
const edited = (input: CommandInput<'create-user'>, over: Partial<CommandInput<'edit-user'>> = {}): CommandInput<'edit-user'> => {
  const { password: _, ...rest } = input
  return { ...rest, revision: 1, active: true, ...over }
}
const made = async (login: string, role: ReadyMadeRole): Promise<TestUser> => {
  const input = userInput(login, [founded.roleIds[role]])
  await office.run('create-user', input, owner)
  return (await asUser(input.id))!
}
const role = (permissions: readonly Permission[]) => ({
  id: newId(),
  name: `role ${newId()}`,
  nameEn: '',
  permissions: [...permissions],
  scopes: {},
})

test('[U32] who holds every right but not the owner’s role neither makes, changes, resets nor switches off an owner, nor becomes one', async () => {
  const twin = await office.user(EVERYTHING)
  const owned = userInput('chen', [founded.roleIds.owner], founded.ownerId)
  const himself = userInput(twin.viewer.login, [founded.roleIds.owner], twin.id)
  const tries = [
    await office.send('edit-user', edited(himself, { departmentId: null }), twin),
    await office.send('create-user', userInput('sly', [founded.roleIds.owner]), twin),
    await office.send('reset-password', { userId: founded.ownerId, password: 'another calm harbour' }, twin),
    await office.send('edit-user', edited(owned, { active: false }), twin),
    await office.send('edit-user', edited(owned, { roleIds: [founded.roleIds.cashier] }), twin),
    await office.send('edit-user', edited(owned, { name: 'x' }), twin),
    await office.send('edit-role', { ...role(allPermissions), id: founded.roleIds.owner, revision: 1 }, twin),
  ]
  expect(tries).toEqual(tries.map(() => refused))
  const second = userInput('second', [founded.roleIds.owner])
  await office.run('create-user', second, owner)
  await office.run('edit-user', edited(second, { active: false }), owner)
  expect(await office.send('edit-user', edited(second, { revision: 2 }), twin)).toEqual(refused)
})

test('[U33] rights that only owners give: by no role, new or changed, to no user, by no reset password; an owner gives them', async () => {
  expect(ownersRights.toSorted()).toEqual(['backup.restore', 'period.reopen', 'release.offer'])
  const admin = await made('admin', 'administrator')
  expect(await office.send('create-role', role(allPermissions), admin)).toEqual(refused)
  const plain = role(['customer.view'])
  await office.run('create-role', plain, admin)
  const more = { ...plain, permissions: [...plain.permissions, ...ownersRights], revision: 1 }
  expect(await office.send('edit-role', more, admin)).toEqual(refused)
  await office.run('edit-role', more, owner)
  // A role that an owner made so is changed further, and given by owners alone.
  await office.run('edit-role', { ...more, permissions: [...more.permissions, 'deal.view'], revision: 2 }, admin)
  const wang = userInput('wang', [plain.id])
  expect(await office.send('create-user', wang, admin)).toEqual(refused)
  await office.run('create-user', wang, owner)
  await office.run('edit-user', edited(wang, { phone: '1' }), admin)
  expect(await office.send('reset-password', { userId: wang.id, password: 'another calm harbour' }, admin)).toEqual(refused)
  await office.run('edit-user', edited(wang, { active: false, revision: 2 }), admin)
  expect(await office.send('edit-user', edited(wang, { revision: 3 }), admin)).toEqual(refused)
  await office.run('edit-user', edited(wang, { revision: 3 }), owner)
})

const step = (by: 'owner' | 'user' | 'role', id: string | null = null) => ({
  by,
  userId: by === 'user' ? id : null,
  roleId: by === 'role' ? id : null,
  mode: 'any' as const,
})
const route = (steps: ReturnType<typeof step>[], over: object = {}): CommandInput<'save-approval-route'> => ({
  id: newId(),
  kind: 'sales-contract',
  name: 'route',
  active: true,
  amountFrom: null,
  marginBelow: null,
  levels: [],
  departmentIds: [],
  steps,
  ...over,
})

test('[A23] nobody but an owner gives an owner’s seat away, or takes an owner out of a route', async () => {
  const admin = await made('admin', 'administrator')
  const manager = await made('manager', 'sales-manager')
  const leave = { id: newId(), toUserId: manager.id, fromDate: '2026-03-02', toDate: '2026-03-09', reason: '' }
  expect(await office.send('create-delegation', { ...leave, fromUserId: owner.id }, admin)).toEqual(refused)
  await office.run('create-delegation', { ...leave, fromUserId: owner.id }, owner)
  const other = await made('manager2', 'sales-manager')
  await office.run('create-delegation', { ...leave, id: newId(), fromUserId: other.id }, admin)

  for (const asks of [step('owner'), step('user', owner.id), step('role', founded.roleIds.owner)]) {
    const before = route([step('user', manager.id)], { amountFrom: 100 })
    const owners = route([asks])
    const after = route([step('user', manager.id)])
    for (const one of [before, owners, after]) await office.run('save-approval-route', one, admin)
    for (const one of [
      { ...before, amountFrom: null },
      { ...owners, steps: [step('user', manager.id)] },
      { ...owners, active: false },
    ])
      expect(await office.send('save-approval-route', { ...one, revision: 1 }, admin)).toEqual(refused)
    expect(await office.send('remove-approval-route', { id: owners.id, revision: 1 }, admin)).toEqual(refused)
    const routes = (order: { id: string }[]) => ({ kind: 'sales-contract' as const, routes: order.map(({ id }) => ({ id, revision: 1 })) })
    expect(await office.send('order-approval-routes', routes([before, after, owners]), admin)).toEqual(refused)
    await office.run('save-approval-route', { ...after, name: 'other', revision: 1 }, admin)
    for (const one of [owners, before]) await office.run('remove-approval-route', { id: one.id, revision: 1 }, owner)
    await office.run('remove-approval-route', { id: after.id, revision: 2 }, admin)
  }
})

// ---- random sequences ---------------------------------------------------------------------------------------------------------------------

/** What makes an owner an owner: who holds the role, under which name, in use or not, with which password. */
const owners = () =>
  office.database.write.sql
    .prepare(
      `SELECT u.id, u.login, u.name, u.active, c.hash FROM user u JOIN user_role ur ON ur.userId = u.id JOIN role r ON r.id = ur.roleId
       LEFT JOIN credential c ON c.userId = u.id WHERE r.code = 'owner' ORDER BY u.id`,
    )
    .all() as { id: string; active: number }[]
const userIds = () => (office.database.write.sql.prepare('SELECT id FROM user ORDER BY id').all() as { id: string }[]).map(({ id }) => id)
const rights = async (): Promise<Map<string, ReadonlySet<Permission>>> =>
  new Map(await Promise.all(userIds().map(async (id) => [id, (await asUser(id))?.viewer.permissions ?? new Set<Permission>()] as const)))
const at = <T>(all: readonly T[], n: number): T => all[n % all.length]!

type Act = { do: CommandName; by: number; whom: number; roles: number[]; permissions: Permission[]; on: boolean }
const acts = ['create-user', 'edit-user', 'reset-password', 'create-role', 'edit-role', 'create-department', 'edit-department'] as const
const anyAct: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom(...acts),
  by: fc.nat(1000),
  whom: fc.nat(1000),
  roles: fc.array(fc.nat(1000), { minLength: 1, maxLength: 2 }),
  permissions: fc.oneof(
    fc.constantFrom<Permission[]>([...allPermissions], [...ownersRights], ['user.create', 'user.edit', 'role.edit']),
    fc.subarray<Permission>([...allPermissions], { maxLength: 8 }),
  ),
  on: fc.boolean(),
})

/** One command as its sender would give it, upon what stands now. */
const inputOf = (act: Act, n: number): unknown => {
  const { sql } = office.database.write
  const rows = (table: string) => sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Record<string, string>[]
  const id = derivedId(founded.ownerId, `made ${n}`)
  const roleIds = act.roles.map((r) => at(rows('role'), r)['id']!)
  const [user, kept, department] = [at(rows('user'), act.whom), at(rows('role'), act.whom), at(rows('department'), act.whom)]
  const { login, name, nameEn, email, phone, departmentId, language, revision } = user
  const rest = { scopes: {}, permissions: act.permissions }
  switch (act.do) {
    case 'create-user':
      return userInput(`made${n}`, [...new Set(roleIds)], id)
    case 'edit-user':
      return { id: user['id'], login, name, nameEn, email, phone, departmentId, language, revision, roleIds, active: act.on }
    case 'reset-password':
      return { userId: user['id'], password: `a calm harbour ${n} more` }
    case 'create-role':
      return { id, name: `role ${n}`, nameEn: '', ...rest }
    case 'edit-role':
      return { id: kept['id'], name: kept['name'], nameEn: '', revision: kept['revision'], ...rest }
    case 'create-department':
      return { id, name: `department ${n}`, nameEn: '', parentId: act.on ? department['id'] : null, headId: user['id'] }
    default:
      return {
        id: department['id'],
        name: department['name'],
        nameEn: '',
        revision: department['revision'],
        headId: user['id'],
        parentId: null,
      }
  }
}

test('[U32] [U33] [U9] random people commands by every role: owners change by owners alone, and nobody gains for himself, or from others what only owners give', {
  timeout: 120_000,
}, async () => {
  const did = { ok: 0, refused: 0, byOwner: 0 }
  const run = async (sequence: readonly Act[]) => {
    office.close()
    await found()
    for (const code of READY_MADE_ROLES.filter((c) => c !== 'owner')) await made(code, code)
    await office.user(EVERYTHING)
    await office.user({ permissions: ['user.view', 'user.create', 'user.edit', 'role.view', 'role.edit', 'approval-route.edit'] })
    for (const [n, act] of sequence.entries()) {
      const sender = await asUser(at(userIds(), act.by))
      if (!sender) continue
      const [before, had] = [owners(), await rights()]
      const answer = await office.send(act.do, JSON.parse(JSON.stringify(inputOf(act, n))) as never, sender)
      did[answer.ok ? 'ok' : 'refused'] += 1
      const isOwner = before.some((o) => o.id === sender.id && o.active === 1)
      if (isOwner) {
        if (answer.ok) did.byOwner += 1
        expect(owners().some((o) => o.active === 1)).toBe(true)
        continue
      }
      expect([act.do, owners()]).toEqual([act.do, before])
      for (const [id, has] of await rights()) {
        const gained = [...has].filter((p) => !had.get(id)?.has(p))
        expect([act.do, id === sender.id ? gained : gained.filter((p) => ownersRights.includes(p))]).toEqual([act.do, []])
      }
    }
    expect(office.faults).toEqual([])
  }
  await fc.assert(fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 30 }), run), {
    numRuns: rounds(10, 200),
    endOnFailure: true,
  })
  // The sequences do something, or they would prove nothing.
  expect(did.ok).toBeGreaterThan(5)
  expect(did.refused).toBeGreaterThan(5)
  expect(did.byOwner).toBeGreaterThan(0)
})
