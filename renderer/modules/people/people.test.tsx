// The pages of people against a fake office: what they send, and what never leaves the field it was typed in.
import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { flushRemembered } from '../../client/remembered.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { App } from '../../shell/app.tsx'
import { deskOf } from '../../shell/desk.tsx'
import { ChangePassword } from './change-password.tsx'
import { belowOf, inTree } from './people-fields.tsx'
import { people } from './index.tsx'

// One tab stands here, nothing is hidden: looking at the styles of every ancestor would only take time.
configure({ defaultHidden: true })

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`
const home = { name: 'home', page: () => null, single: true, titleKey: 'record.home' }
const rows = (list: object[]) => ({ rows: list, count: list.length, columns: list[0] ? Object.keys(list[0]) : [] })
const roleRows = rows([
  { id: id(1), name: '业务员', nameEn: 'Salesperson', builtIn: true, users: 2 },
  { id: id(2), name: '会计', nameEn: 'Accountant', builtIn: true, users: 1 },
])
const user = {
  id: id(5),
  login: 'liming',
  name: '李明',
  nameEn: '',
  email: '',
  phone: '',
  departmentId: null,
  roleIds: [id(1)],
  language: 'zh',
  revision: 3,
  active: true,
}
const role = {
  id: id(1),
  name: '业务员',
  nameEn: '',
  permissions: ['customer.view'],
  scopes: { customer: 'own' },
  revision: 4,
  code: 'salesperson',
}
const at = async (route: string, params: Record<string, string>, given: Parameters<typeof fakeOffice>[0] = {}) => {
  const tab = { id: 't', route, params, title: null, pinned: false, dirty: false }
  const fake = await fakeOffice({
    ...given,
    kept: { tabs: JSON.stringify({ tabs: [tab], active: 't' }) },
    queries: { departments: [], roles: roleRows, user, role, ...given.queries },
  })
  render(<App desk={deskOf([{ routes: [home] }, people])} />)
  return { fake, person: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null }) }
}
const put = async (person: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) => {
  await person.click(field)
  await person.paste(text)
}
const sent = (fake: Awaited<ReturnType<typeof fakeOffice>>, name: string) =>
  fake.asked.filter((one) => one.kind === 'command' && one.name === name).map((one) => ('input' in one ? one.input : null))

test('a new user goes out with a first password, which never enters a draft', async () => {
  const { fake, person } = await at('user', {}, { commands: { 'create-user': { ok: false, fault: 'F1' } } })
  await put(person, await screen.findByLabelText(/登录名/), 'zhang')
  await put(person, screen.getByLabelText(/^姓名/), '张三')
  await put(person, screen.getByLabelText(/初始密码/, { selector: 'input' }), 'correct horse battery')
  await person.click(screen.getByLabelText(/角色/))
  await person.click(await screen.findByRole('option', { name: '会计' }))
  await person.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
  await person.keyboard('{Control>}s{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('编号 F1')
  await person.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(sent(fake, 'create-user')).toHaveLength(2))
  const [first, second] = sent(fake, 'create-user')
  expect(first).toMatchObject({ login: 'zhang', name: '张三', roleIds: [id(2)], password: 'correct horse battery' })
  expect(second).toEqual(first)
  await act(flushRemembered)
  expect(Object.values(fake.kept).join()).toContain('zhang')
  expect(Object.values(fake.kept).join() + [...fake.store.values()].join()).not.toContain('correct horse')
})
test('a user is changed over the revision that was seen', async () => {
  const { fake, person } = await at('user', { id: id(5) }, { commands: { 'edit-user': { id: id(5), revision: 4 } } })
  const field = await screen.findByDisplayValue('李明')
  await person.clear(field)
  await put(person, field, '李小明')
  await person.click(screen.getByLabelText('启用'))
  await person.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(sent(fake, 'edit-user')[0]).toMatchObject({ id: id(5), revision: 3, name: '李小明', active: false }))
})
test('who may not edit users reads them', async () => {
  await at('user', { id: id(5) }, { viewer: aViewer({ permissions: ['user.view'] }) })
  expect(await screen.findByText('liming')).toBeTruthy()
  expect(screen.queryByDisplayValue('李明')).toBeNull()
  expect(screen.queryByRole('button', { name: /保存|重设密码/ })).toBeNull()
})
test('[W24] a first password that is refused is marked, named as its label does and has the keyboard; typing in it answers it', async () => {
  const refused = { ok: false, refused: 'invalid-input', data: { issues: [{ path: 'password', rule: 'password-length' }] } } as const
  const { person } = await at('user', {}, { commands: { 'create-user': refused } })
  const field = await screen.findByLabelText(/初始密码/, { selector: 'input' })
  await put(person, screen.getByLabelText(/^姓名/), '张三')
  await person.keyboard('{Control>}s{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('初始密码')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('至少 12 个字符')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(field))
  await put(person, field, 'correct horse battery')
  expect(field.getAttribute('aria-invalid')).toBe('false')
  expect(screen.queryByRole('alert')).toBeNull()
})
test('[W24] so is one in a dialog that only the office finds wrong', async () => {
  const refused = { ok: false, refused: 'invalid-input', data: { issues: [{ path: 'password', rule: 'password-length' }] } } as const
  const { person } = await at('user', { id: id(5) }, { commands: { 'reset-password': refused } })
  await person.click(await screen.findByRole('button', { name: '重设密码' }))
  const dialog = within(await screen.findByRole('dialog'))
  const field = dialog.getByLabelText(/新密码/, { selector: 'input' })
  await put(person, field, 'long enough as it seems')
  await person.keyboard('{Enter}')
  expect((await dialog.findByRole('alert')).textContent).toContain('新密码')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(field))
})
test('[W24] a wrong current password is said at its field', async () => {
  const refused = { ok: false, refused: 'sign-in-failed', data: { retryAfterSeconds: 0 } } as const
  await fakeOffice({ commands: { 'change-own-password': refused } })
  const person = userEvent.setup()
  render(<ChangePassword onClose={() => undefined} />)
  const field = screen.getByLabelText(/当前密码/, { selector: 'input' })
  await put(person, field, 'not this one')
  await put(person, screen.getByLabelText(/^新密码/, { selector: 'input' }), 'correct horse battery')
  await put(person, screen.getByLabelText(/再/, { selector: 'input' }), 'correct horse battery')
  await person.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('当前密码')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(field))
})
test('a password is reset only when it is long enough', async () => {
  const { fake, person } = await at('user', { id: id(5) }, { commands: { 'reset-password': {} } })
  await person.click(await screen.findByRole('button', { name: '重设密码' }))
  const dialog = await screen.findByRole('dialog')
  const field = within(dialog).getByLabelText(/新密码/, { selector: 'input' })
  await put(person, field, 'short')
  await person.keyboard('{Enter}')
  expect(within(dialog).getByText('至少 12 个字符')).toBeTruthy()
  await put(person, field, ' but now long enough')
  await person.keyboard('{Enter}')
  await waitFor(() => expect(sent(fake, 'reset-password')).toEqual([{ userId: id(5), password: 'short but now long enough' }]))
})

test('the matrix of a role: seeing comes along, the scope is chosen beside it', async () => {
  const { fake, person } = await at('role', { id: id(1) }, { commands: { 'edit-role': { id: id(1), revision: 5 } } })
  expect(await screen.findByText(/预置角色/)).toBeTruthy()
  await person.click(screen.getByLabelText('出运 发货'))
  await person.click(screen.getByLabelText('客户 数据范围'))
  await person.click(await screen.findByText('全公司'))
  await person.keyboard('{Control>}s{/Control}')
  await waitFor(() =>
    expect(sent(fake, 'edit-role')[0]).toMatchObject({
      revision: 4,
      permissions: ['customer.view', 'shipment.view', 'shipment.dispatch'],
      scopes: { customer: 'all', shipment: 'own' },
    }),
  )
})
test('a copy of a role is a new one with the same permissions', async () => {
  const { fake, person } = await at('role', { copy: id(1) }, { commands: { 'create-role': { id: id(9), revision: 1 } } })
  expect(await screen.findByDisplayValue('业务员（副本）')).toBeTruthy()
  await person.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(sent(fake, 'create-role')[0]).toMatchObject({ permissions: ['customer.view'], scopes: { customer: 'own' } }))
  expect((sent(fake, 'create-role')[0] as { id: string }).id).not.toBe(id(1))
})

const department = (n: number, name: string, parentId: string | null) => ({
  id: id(n),
  name,
  nameEn: '',
  parentId,
  headId: null,
  headName: null,
  revision: 1,
})
const tree = [
  department(1, '总经办', null),
  department(2, '业务部', id(1)),
  department(3, '业务一部', id(2)),
  department(4, '单证部', id(1)),
]
test('departments stand as a tree in the order the office gives, and one cannot be moved below itself', () => {
  expect(inTree(tree).map(({ name, depth }) => [name, depth])).toEqual([
    ['总经办', 0],
    ['业务部', 1],
    ['业务一部', 2],
    ['单证部', 1],
  ])
  expect([...belowOf(tree, id(2))]).toEqual([id(2), id(3)])
  expect(inTree([department(5, '孤儿', id(8))]).map((one) => one.depth)).toEqual([0])
})
test('a department is made below another; a retry makes no second one', async () => {
  const { fake, person } = await at(
    'departments',
    {},
    { queries: { departments: tree }, commands: { 'create-department': { ok: false, fault: 'F2' } } },
  )
  await person.click(await screen.findByRole('button', { name: '在其下新建 业务部' }))
  const dialog = await screen.findByRole('dialog')
  await put(person, within(dialog).getByLabelText(/名称/, { selector: '[required]' }), '业务二部')
  await person.click(within(dialog).getByRole('button', { name: '完成' }))
  await within(dialog).findByRole('alert')
  await person.click(within(dialog).getByRole('button', { name: '完成' }))
  await waitFor(() => expect(sent(fake, 'create-department')).toHaveLength(2))
  const [first, second] = sent(fake, 'create-department')
  expect(first).toMatchObject({ name: '业务二部', parentId: id(2) })
  expect(second).toEqual(first)
})

test('company settings: typed numbers are read, and what the schema refuses never leaves the desk', async () => {
  const { company } = aViewer()
  const { fake, person } = await at('company', {}, { queries: { company: { ...company, revision: 4 } }, commands: { 'edit-company': {} } })
  const buckets = await screen.findByDisplayValue('30, 60, 90')
  await person.clear(buckets)
  await put(person, buckets, '60, 30')
  await person.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('请从小到大填写')).toBeTruthy()
  expect(sent(fake, 'edit-company')).toHaveLength(0)
  await person.clear(buckets)
  await put(person, buckets, '15，45')
  await person.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(sent(fake, 'edit-company')[0]).toMatchObject({ ageingBuckets: [15, 45], lockAfterMinutes: 15, revision: 4 }))
  expect(sent(fake, 'edit-company')[0]).not.toHaveProperty('baseCurrency')
})
