// People end to end: founding, users, owners, roles, departments, passwords, and what the desk remembers.
import type * as Password from '../../access/password.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allPermissions, READY_MADE_ROLES } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { verifyPassword } from '../../access/password.ts'
import { openSession } from '../../access/sessions.ts'
import { loadViewer, officeItself } from '../../access/viewer.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { people } from './index.ts'
import { audit } from '../audit/index.ts'

// Argon2id takes a third of a second and is proven in password.test.ts; here a quick hash stands in for it.
vi.mock('../../access/password.ts', async (original) => {
  const { createHash } = await import('node:crypto')
  const quick = (password: string) => `$argon2id$${createHash('sha256').update(password).digest('hex')}`
  return {
    ...(await original<typeof Password>()),
    hashPassword: async (password: string) => quick(password),
    verifyPassword: async (password: string, hash: string) => hash === quick(password),
  }
})

const PASSWORD = 'a calm harbour 7'
const CANARY = 'nobody may read this 42'
let office: TestOffice
let founded: { ownerId: string; departmentId: string; roleIds: Record<(typeof READY_MADE_ROLES)[number], string> }
let owner: TestUser

const company: CommandInput<'found-company'>['company'] = {
  name: '宁波信风贸易有限公司',
  nameEn: 'Ningbo Tradewind Trading',
  address: '',
  addressEn: '',
  drawingPlace: '',
  phone: '',
  email: '',
  taxNumber: '',
  baseCurrency: 'CNY',
  timeZone: 'Asia/Shanghai',
  ageingBasis: 'due-date',
  ageingBuckets: [30, 60],
  lockAfterMinutes: 15,
}
const itself: TestUser = { id: officeItself.userId, viewer: officeItself }
const foundInput = (password = PASSWORD): CommandInput<'found-company'> => ({
  company,
  owner: { id: newId(), login: 'Chen', name: '陈', password, language: 'zh' },
})
const asUser = async (id: string): Promise<TestUser> => ({ id, viewer: (await loadViewer(office.database.write.kysely, id))! })

beforeEach(async () => {
  office = await testOffice([people, audit])
  office.database.write.sql.exec("DELETE FROM setting WHERE key = 'company'")
  founded = await office.run('found-company', foundInput(), itself)
  owner = await asUser(founded.ownerId)
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const userInput = (over: Partial<CommandInput<'create-user'>> = {}): CommandInput<'create-user'> => ({
  id: newId(),
  login: 'wang',
  name: '王芳',
  nameEn: 'Wang Fang',
  email: 'wang@xinfeng.example',
  phone: '13800000000',
  departmentId: founded.departmentId,
  roleIds: [founded.roleIds.salesperson],
  language: 'zh',
  password: PASSWORD,
  ...over,
})
const edit = (input: CommandInput<'create-user'>, over: Partial<CommandInput<'edit-user'>> = {}): CommandInput<'edit-user'> => {
  const { password: _, ...rest } = input
  return { ...rest, revision: 1, active: true, ...over }
}
const ownerEdit = (over: Partial<CommandInput<'edit-user'>>) =>
  edit(userInput({ id: founded.ownerId, login: 'chen', name: '陈', roleIds: [founded.roleIds.owner] }), over)
const refused = (code: string, data?: unknown) => (data === undefined ? { ok: false, refused: code } : { ok: false, refused: code, data })
const signedInDesks = (userId: string) =>
  (office.database.write.sql.prepare('SELECT count(*) AS n FROM session WHERE userId = ?').get(userId) as { n: number }).n

// ---- the company ------------------------------------------------------------------------------------------------------------------------

test('[U1] founding makes settings, ten roles, a department and an owner who may do everything', async () => {
  const me = await office.query('me', {}, owner)
  expect(me).toMatchObject({
    login: 'chen',
    language: 'zh',
    departmentId: founded.departmentId,
    company,
    today: '2026-03-02',
    closedThrough: null,
  })
  expect(me.permissions).toEqual(allPermissions)
  expect(Object.keys(founded.roleIds).sort()).toEqual([...READY_MADE_ROLES].sort())
  const roles = await office.query('roles', { totals: true }, owner)
  expect(roles.rows.filter((r) => r['builtIn'] === true)).toHaveLength(10)
  const sees = async (code: 'salesperson' | 'auditor' | 'administrator' | 'cashier') =>
    office.query('role', { id: founded.roleIds[code] }, owner)
  expect((await sees('auditor')).permissions.filter((p) => !/\.(view|export|people)$/.test(p))).toEqual([])
  expect((await sees('auditor')).permissions).toContain('profit.view')
  const salesperson = await sees('salesperson')
  expect(salesperson.scopes.customer).toBe('own')
  expect(salesperson.permissions).not.toContain('cost.view')
  expect(salesperson.permissions).not.toContain('customer.export')
  expect((await sees('administrator')).permissions.filter((p) => /^(customer|deal|sales-contract|receipt)/.test(p))).toEqual([])
  // Who books a payment does not make it.
  expect((await sees('cashier')).permissions).not.toContain('bill.post')
  expect((await office.query('role', { id: founded.roleIds.accountant }, owner)).permissions).not.toContain('payment.create')
})

test('[U1] a company is founded once, and only with a strong password, a real time zone and rising buckets', async () => {
  expect(await office.send('found-company', foundInput(), itself)).toEqual(refused('already-founded', {}))
  office.database.write.sql.exec("DELETE FROM setting WHERE key = 'company'")
  const wrong = async (over: Partial<typeof company>) =>
    office.send('found-company', { ...foundInput(), company: { ...company, ...over } }, itself)
  expect(await wrong({ timeZone: 'Asia/Ningbo' })).toEqual(
    refused('invalid-input', { issues: [{ path: 'company.timeZone', rule: 'time-zone' }] }),
  )
  expect(await wrong({ ageingBuckets: [60, 30] })).toMatchObject(refused('invalid-input'))
  expect(await office.send('found-company', foundInput('Tradewind-2026!'), itself)).toEqual(
    refused('password-too-weak', { rule: 'common' }),
  )
})

test('[U13] settings change but for the base currency', async () => {
  const { baseCurrency: _, ...rest } = company
  await office.run('edit-company', { ...rest, name: '新名字', lockAfterMinutes: 30, revision: 1 }, owner)
  expect(await office.query('company', {}, owner)).toEqual({
    ...company,
    name: '新名字',
    lockAfterMinutes: 30,
    switches: switchesOff,
    revision: 2,
  })
  expect(await office.send('edit-company', { ...rest, baseCurrency: 'USD' } as never, owner)).toMatchObject(refused('invalid-input'))
  const clerk = await office.user({ permissions: ['user.view'] })
  expect(await office.send('edit-company', { ...rest, revision: 2 }, clerk)).toEqual(
    refused('not-permitted', { permission: 'company.edit' }),
  )
})

// ---- users ------------------------------------------------------------------------------------------------------------------------------

test('[U2] a user is made, shown, changed', async () => {
  const input = userInput()
  expect(await office.run('create-user', input, owner)).toEqual({ id: input.id, revision: 1 })
  const { password: _, ...rest } = input
  expect(await office.query('user', { id: input.id }, owner)).toEqual({ ...rest, revision: 1, active: true })
  expect(await office.run('edit-user', edit(input, { name: '王小芳' }), owner)).toEqual({ id: input.id, revision: 2 })
  expect((await office.query('users', { search: '小芳' }, owner)).rows).toMatchObject([{ login: 'wang', roles: '业务员', active: true }])
  expect(await office.send('edit-user', edit(input), owner)).toEqual(refused('changed-meanwhile', { expected: 1, found: 2 }))
})

test('[U2] a login that somebody has, unknown roles, departments and users are refused', async () => {
  await office.run('create-user', userInput(), owner)
  expect(await office.send('create-user', userInput({ login: ' WANG ' }), owner)).toEqual(
    refused('already-exists', { field: 'login', value: 'wang' }),
  )
  const other = { login: 'li' }
  expect(await office.send('create-user', userInput({ ...other, roleIds: [newId()] }), owner)).toEqual(
    refused('not-found', { resource: 'role' }),
  )
  expect(await office.send('create-user', userInput({ ...other, departmentId: newId() }), owner)).toEqual(
    refused('not-found', { resource: 'department' }),
  )
  expect(await office.send('edit-user', edit(userInput(other)), owner)).toEqual(refused('not-found', { resource: 'user' }))
  expect(await office.ask('user', { id: newId() }, owner)).toEqual(refused('not-found', { resource: 'user' }))
  expect(await office.send('create-user', userInput({ ...other, password: 'password1234' }), owner)).toEqual(
    refused('password-too-weak', { rule: 'common' }),
  )
})

test('[U5] [SEC30] a password made of the person’s or the company’s own words is refused', async () => {
  for (const password of ['Ningbo 2026 2026', 'NingboTradewindTrading1', 'zhoujie-2026-08', 'Wang Fang 202608'])
    expect([password, await office.send('create-user', userInput({ login: 'zhoujie', password }), owner)]).toEqual([
      password,
      refused('password-too-weak', { rule: 'common' }),
    ])
})

test('[U4] [SEC34] switching a user off or changing roles ends their sessions at once; other changes do not', async () => {
  const input = userInput()
  await office.run('create-user', input, owner)
  const open = () => openSession(office.database.write, input.id, 'desk', office.at)
  open()
  await office.run('edit-user', edit(input, { phone: '1' }), owner)
  expect(signedInDesks(input.id)).toBe(1)
  await office.run('edit-user', edit(input, { revision: 2, roleIds: [founded.roleIds.cashier] }), owner)
  expect(signedInDesks(input.id)).toBe(0)
  open()
  await office.run('edit-user', edit(input, { revision: 3, roleIds: [founded.roleIds.cashier], active: false }), owner)
  expect(signedInDesks(input.id)).toBe(0)
  expect(await loadViewer(office.database.read.kysely, input.id)).toBeUndefined()
})

test('[U8] the last active owner can neither be switched off nor lose the role', async () => {
  expect(await office.send('edit-user', ownerEdit({ active: false }), owner)).toEqual(refused('last-owner', {}))
  expect(await office.send('edit-user', ownerEdit({ roleIds: [founded.roleIds.cashier] }), owner)).toEqual(refused('last-owner', {}))
  const second = userInput({ login: 'second', roleIds: [founded.roleIds.owner] })
  await office.run('create-user', second, owner)
  await office.run('edit-user', edit(second, { active: false }), owner)
  expect(await office.send('edit-user', ownerEdit({ active: false }), owner)).toEqual(refused('last-owner', {}))
  await office.run('edit-user', edit(second, { revision: 2 }), owner)
  expect(await office.run('edit-user', ownerEdit({ active: false }), owner)).toMatchObject({ revision: 2 })
})

test('[U8] who is no owner can neither make an owner nor touch one', async () => {
  const input = userInput({ login: 'admin', roleIds: [founded.roleIds.administrator] })
  await office.run('create-user', input, owner)
  const admin = await asUser(input.id)
  const asOwner = userInput({ login: 'sly', roleIds: [founded.roleIds.owner] })
  expect(await office.send('create-user', asOwner, admin)).toEqual(refused('owners-only', {}))
  expect(await office.send('edit-user', edit(input, { roleIds: [founded.roleIds.owner] }), admin)).toEqual(refused('owners-only', {}))
  expect(await office.send('edit-user', ownerEdit({ name: 'x' }), admin)).toEqual(refused('owners-only', {}))
  const second = userInput({ login: 'second', roleIds: [founded.roleIds.owner] })
  await office.run('create-user', second, owner)
  const without = edit(second, { roleIds: [founded.roleIds.cashier] })
  expect(await office.send('edit-user', without, admin)).toEqual(refused('owners-only', {}))
  expect(await office.send('reset-password', { userId: founded.ownerId, password: PASSWORD }, admin)).toEqual(refused('owners-only', {}))
  expect(await office.run('create-user', userInput({ login: 'plain' }), admin)).toMatchObject({ revision: 1 })
})

test('commands on users and roles need their permission', async () => {
  const nobody = await office.user({ permissions: [] })
  const role = { id: newId(), name: 'x', nameEn: '', permissions: [], scopes: {} }
  const department = { id: newId(), name: 'x', nameEn: '', parentId: null }
  const missing = async (answer: Promise<unknown>) => ((await answer) as { data?: { permission?: string } }).data?.permission
  expect([
    await missing(office.send('create-user', userInput(), nobody)),
    await missing(office.send('edit-user', edit(userInput()), nobody)),
    await missing(office.send('reset-password', { userId: newId(), password: PASSWORD }, nobody)),
    await missing(office.send('create-role', role, nobody)),
    await missing(office.send('edit-role', { ...role, revision: 1 }, nobody)),
    await missing(office.send('create-department', department, nobody)),
    await missing(office.ask('user', { id: newId() }, nobody)),
    await missing(office.ask('roles', {}, nobody)),
    await missing(office.ask('audit', {}, nobody)),
    await missing(office.ask('audit-verification', {}, nobody)),
  ]).toEqual([
    'user.create',
    'user.edit',
    'user.edit',
    'role.edit',
    'role.edit',
    'user.edit',
    'user.view',
    'role.view',
    'audit.view',
    'audit.view',
  ])
})

// ---- passwords --------------------------------------------------------------------------------------------------------------------------

const hashOf = (userId: string) =>
  (office.database.write.sql.prepare('SELECT hash FROM credential WHERE userId = ?').get(userId) as { hash: string }).hash

test('[U6] changing the own password asks for the current one and ends every session', async () => {
  openSession(office.database.write, founded.ownerId, 'desk', office.at)
  const change = (current: string, password: string) => office.send('change-own-password', { current, password }, owner)
  expect(await change('wrong wrong wrong', CANARY)).toEqual(refused('sign-in-failed', { retryAfterSeconds: 0 }))
  expect(await change(PASSWORD, PASSWORD)).toEqual(refused('password-too-weak', { rule: 'same' }))
  expect(await change(PASSWORD, 'qwerty123456')).toEqual(refused('password-too-weak', { rule: 'common' }))
  expect(signedInDesks(founded.ownerId)).toBe(1)
  expect(await change(PASSWORD, CANARY)).toEqual({ ok: true, value: {} })
  expect(await verifyPassword(CANARY, hashOf(founded.ownerId))).toBe(true)
  expect(signedInDesks(founded.ownerId)).toBe(0)
})

test('[U5] resetting a password sets it, forgets the guesses and ends the sessions', async () => {
  const input = userInput()
  await office.run('create-user', input, owner)
  openSession(office.database.write, input.id, 'desk', office.at)
  office.database.write.sql
    .prepare("UPDATE credential SET failures = 9, waitUntil = '2026-03-02T03:00:00.000Z' WHERE userId = ?")
    .run(input.id)
  await office.run('reset-password', { userId: input.id, password: CANARY }, owner)
  expect(await verifyPassword(CANARY, hashOf(input.id))).toBe(true)
  expect(office.database.write.sql.prepare('SELECT failures, waitUntil FROM credential WHERE userId = ?').get(input.id)).toEqual({
    failures: 0,
    waitUntil: null,
  })
  expect(signedInDesks(input.id)).toBe(0)
  expect(await office.send('reset-password', { userId: newId(), password: CANARY }, owner)).toEqual(
    refused('not-found', { resource: 'user' }),
  )
})

test('[U15] [SEC50] no password and no hash stands in the audit trail or the change log', async () => {
  const input = userInput({ password: CANARY })
  await office.run('create-user', input, owner)
  await office.run('reset-password', { userId: input.id, password: CANARY }, owner)
  await office.run('change-own-password', { current: PASSWORD, password: CANARY }, owner)
  await office.send('change-own-password', { current: CANARY, password: CANARY }, owner)
  const trail = JSON.stringify([
    office.database.write.sql.prepare('SELECT * FROM audit').all(),
    office.database.write.sql.prepare('SELECT * FROM change').all(),
  ])
  for (const secret of [CANARY, PASSWORD, hashOf(input.id), '$argon2']) expect(trail).not.toContain(secret)
  expect(trail).toContain('reset-password')
})

// ---- roles and departments --------------------------------------------------------------------------------------------------------------

test('[U7] a role is made and changed; its permissions come back in the contract’s order', async () => {
  const id = newId()
  const role = {
    id,
    name: '助理',
    nameEn: 'Assistant',
    permissions: ['rate.view' as const, 'customer.view' as const],
    scopes: { customer: 'department' as const },
  }
  await office.run('create-role', role, owner)
  expect(await office.query('role', { id }, owner)).toEqual({
    ...role,
    permissions: ['customer.view', 'rate.view'],
    revision: 1,
    code: null,
  })
  expect(await office.send('create-role', { ...role, id: newId() }, owner)).toMatchObject(refused('already-exists'))
  expect(await office.send('create-role', { ...role, name: 'y' }, owner)).toMatchObject(refused('already-exists'))
  await office.run('edit-role', { ...role, revision: 1, permissions: [] }, owner)
  expect(await office.send('edit-role', { ...role, revision: 1 }, owner)).toMatchObject(refused('changed-meanwhile'))
  expect(await office.send('edit-role', { ...role, id: newId(), revision: 1 }, owner)).toEqual(refused('not-found', { resource: 'role' }))
  expect(await office.ask('role', { id: newId() }, owner)).toEqual(refused('not-found', { resource: 'role' }))
})

test('[U7] the owner’s role keeps every permission whatever is sent', async () => {
  const id = founded.roleIds.owner
  await office.run('edit-role', { id, revision: 1, name: '总经理', nameEn: 'Director', permissions: [], scopes: {} }, owner)
  const role = await office.query('role', { id }, owner)
  expect([role.name, role.permissions.length, role.scopes.deal]).toEqual(['总经理', allPermissions.length, 'all'])
})

test('[U12] departments form a tree whose paths follow a move, without cycles and with their own names', async () => {
  const [a, b, c] = [newId(), newId(), newId()]
  const make = (id: string, name: string, parentId: string | null) =>
    office.run('create-department', { id, name, nameEn: '', parentId }, owner)
  await make(a, '甲', founded.departmentId)
  await make(b, '乙', a)
  await make(c, '丙', b)
  const path = (id: string) =>
    (office.database.write.sql.prepare('SELECT path FROM department WHERE id = ?').get(id) as { path: string }).path
  expect(path(c)).toBe(`/${founded.departmentId}/${a}/${b}/${c}/`)
  const move = (id: string, name: string, parentId: string | null, revision = 1) =>
    office.send('edit-department', { id, revision, name, nameEn: '', parentId }, owner)
  for (const [id, to] of [
    [a, a],
    [a, c],
  ] as const)
    expect(await move(id, '甲', to)).toEqual(refused('invalid-input', { issues: [{ path: 'parentId', rule: 'cycle' }] }))
  expect(await move(b, '乙', null)).toMatchObject({ ok: true })
  expect([path(b), path(c), path(a)]).toEqual([`/${b}/`, `/${b}/${c}/`, `/${founded.departmentId}/${a}/`])
  expect(await move(a, '乙', null)).toEqual(refused('already-exists', { field: 'name', value: '乙' }))
  expect(await move(a, '甲', newId())).toEqual(refused('not-found', { resource: 'department' }))
  expect(await move(newId(), '甲', null)).toEqual(refused('not-found', { resource: 'department' }))
  expect(await move(b, '乙', null, 1)).toMatchObject(refused('changed-meanwhile'))
  expect((await office.query('departments', {}, owner)).map((d) => d.name).sort()).toEqual(['丙', '乙', '总部', '甲'].sort())
})

// ---- own things -------------------------------------------------------------------------------------------------------------------------

test('[U14] the language is one’s own choice', async () => {
  await office.run('choose-language', { language: 'en' }, owner)
  expect((await office.query('me', {}, owner)).language).toBe('en')
  expect((await office.query('users', {}, await asUser(founded.ownerId))).rows.find((r) => r.id === founded.ownerId)).toMatchObject({
    roles: 'Owner',
    department: 'Head office',
  })
})

test('[U14] what is remembered is the user’s own, neither audited nor captured', async () => {
  const other = await office.user({ permissions: [] })
  const rows = () => office.database.write.sql.prepare('SELECT (SELECT count(*) FROM audit) AS a, (SELECT count(*) FROM change) AS c').get()
  const before = rows()
  await office.run('remember', { key: 'tabs', value: 'one' }, owner)
  await office.run('remember', { key: 'tabs', value: 'two' }, owner)
  await office.run('remember', { key: 'look', value: 'x' }, owner)
  await office.run('remember', { key: 'tabs', value: 'other' }, other)
  await office.run('remember', { key: 'look', value: null }, owner)
  expect(await office.query('remembered', {}, owner)).toEqual({ tabs: 'two' })
  expect(await office.query('remembered', {}, other)).toEqual({ tabs: 'other' })
  expect(rows()).toEqual(before)
})

test('[U15] [SEC49] the audit list shows who did what, refusals too, and verifies', async () => {
  const clerk = await office.user({ permissions: [], name: '小李' })
  await office.send('create-user', userInput(), clerk)
  await office.run('create-user', userInput(), owner)
  const list = await office.query('audit', { totals: true }, owner)
  expect(list.rows.map((r) => [r['kind'], r['name'], r['user']])).toEqual([
    ['command', 'create-user', '陈'],
    ['refusal', 'create-user', '小李'],
    ['command', 'found-company', null],
  ])
  expect(await office.query('audit-verification', {}, owner)).toEqual({ rows: 3, broken: null })
  expect((await office.query('audit', { filters: [{ field: 'kind', op: 'in', value: ['refusal'] }] }, owner)).rows).toHaveLength(1)
})

test('[U13] control switches are set by who edits the company, and stay when its other settings are saved', async () => {
  const switches = { ...switchesOff, approvePayment: true, freightQuotesNeeded: 4 }
  const clerk = await office.user({ permissions: ['user.view'] })
  expect(await office.send('set-switches', { switches, revision: 1 }, clerk)).toEqual(
    refused('not-permitted', { permission: 'company.edit' }),
  )
  await office.switches(switches, owner)
  const { baseCurrency: _, ...rest } = company
  await office.run('edit-company', { ...rest, name: '又一个名字', revision: 2 }, owner)
  expect(await office.query('company', {}, owner)).toMatchObject({ name: '又一个名字', switches })
  expect(await office.send('set-switches', { switches: { ...switches, freightQuotesNeeded: 0 }, revision: 3 }, owner)).toMatchObject(
    refused('invalid-input'),
  )
})

test('[U12] a department has a head who works here; left out, the head stays', async () => {
  const head = await office.user({ permissions: [], name: '林经理' })
  const id = newId()
  const fields = { name: '单证部', nameEn: '', parentId: null }
  await office.run('create-department', { id, ...fields, headId: head.id }, owner)
  const read = async () => (await office.query('departments', {}, owner)).find((d) => d.id === id)
  expect(await read()).toMatchObject({ headId: head.id, headName: '林经理' })
  await office.run('edit-department', { id, revision: 1, ...fields, nameEn: 'Documents' }, owner)
  expect(await read()).toMatchObject({ headId: head.id })
  expect(await office.send('edit-department', { id, revision: 2, ...fields, headId: newId() }, owner)).toEqual(
    refused('not-found', { resource: 'user' }),
  )
  office.database.write.sql.prepare('UPDATE user SET active = 0 WHERE id = ?').run(head.id)
  expect(await office.send('create-department', { id: newId(), ...fields, name: '跟单部', headId: head.id }, owner)).toMatchObject(
    refused('wrong-state'),
  )
  await office.run('edit-department', { id, revision: 2, ...fields }, owner)
  await office.run('edit-department', { id, revision: 3, ...fields, headId: null }, owner)
  expect(await read()).toMatchObject({ headId: null, headName: null })
})

test('[W12] who may do something is told by name: owners always, others while they are in use and have the right', async () => {
  const wang = userInput()
  await office.run('create-user', wang, owner)
  const li = userInput({ id: newId(), login: 'li', name: '李', roleIds: [founded.roleIds.cashier] })
  await office.run('create-user', li, owner)
  const names = async (permission: 'customer.create' | 'audit.view') =>
    (await office.query('who-may', { permission }, await asUser(li.id))).users.map(({ name }) => name).toSorted()
  const mayCreate = await names('customer.create')
  expect(mayCreate).toContain('王芳')
  expect(mayCreate).not.toContain('李')
  expect(mayCreate).toHaveLength((await names('audit.view')).length + 1)
  expect(await names('audit.view')).not.toContain('王芳')
  await office.run('edit-user', edit(wang, { active: false }), owner)
  expect(await names('customer.create')).not.toContain('王芳')
})
