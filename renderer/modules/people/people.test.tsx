// The pages of people against a fake office: what they send, and what never leaves the field it was typed in.
import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { flushRemembered } from '../../client/remembered.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { App } from '../../shell/app.tsx'
import { deskOf } from '../../shell/desk.tsx'
import { wordsIn } from '../../words/index.ts'
import { operationOf, outcomeOf } from './audit-entry.tsx'
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

test('an entry of the audit trail is told by names and in words', () => {
  const row = { id: '1', kind: 'refusal', name: 'edit-user', outcome: '{"refused":"last-owner","data":{}}' }
  expect(operationOf(row, wordsIn.zh)).toBe('修改用户')
  expect(outcomeOf(row, wordsIn.zh)).toContain('至少要有一个在用的老板账号')
  expect(operationOf({ id: '2', kind: 'export', name: 'users' }, wordsIn.en)).toBe('Users')
  expect(operationOf({ id: '3', kind: 'sign-in', name: 'boss' }, wordsIn.en)).toBe('boss')
  expect(outcomeOf({ id: '4', outcome: 'not json' }, wordsIn.en)).toBe('not json')
})
test('the audit trail is checked on demand, and a break is said', async () => {
  const { fake, person } = await at('audit', {}, { queries: { audit: rows([]), 'audit-verification': { rows: 7, broken: null } } })
  await person.click(await screen.findByRole('button', { name: '校验日志' }))
  expect(await screen.findByText(/7 条日志首尾相连/)).toBeTruthy()
  const broken = { entry: 5, part: 'ledger', at: '2026-03-02T02:00:00.000Z' }
  fake.queries['audit-verification'] = { rows: 7, broken }
  await person.click(screen.getByRole('button', { name: '校验日志' }))
  expect(await screen.findByText(/第 5 条（2026-03-02 10:00）本身完好，但它记入的凭证/)).toBeTruthy()
})
const entry = {
  ...{
    id: 12,
    at: '2026-03-02T02:00:00.000Z',
    user: '陈',
    device: 'desk',
    kind: 'command',
    name: 'edit-customer',
    subject: id(9),
    outcome: '{}',
  },
  records: [
    {
      ...{ record: 'customer', table: 'party', id: id(9), title: 'Acme', kind: 'changed', opens: { route: 'customer', id: id(9) } },
      fields: [
        { field: 'creditLimit', part: null, before: { minor: 1_000_000, currency: 'USD' }, after: { minor: 2_500_050, currency: 'USD' } },
        { field: 'status', part: null, before: 'potential', after: 'active' },
        { field: 'remark', part: null, before: '', after: '老客户' },
        { field: 'paymentTerm', part: null, before: null, after: '[{"share":"100","event":"on-signing","days":0}]' },
      ],
      count: { added: 1, changed: 0, removed: 120 },
      lines: [
        {
          record: 'contact',
          table: 'contact',
          title: 'Maria',
          kind: 'added',
          fields: [{ field: 'email', part: null, before: null, after: 'm@x.example' }],
        },
      ],
    },
    {
      ...{ record: 'role', table: 'role', id: id(1), title: '业务员', kind: 'changed', opens: null },
      fields: [
        { field: 'permissions', part: 'customer', before: 'view', after: 'view edit' },
        { field: 'scopes', part: 'customer', before: 'own', after: 'all' },
      ],
      count: { added: 0, changed: 0, removed: 0 },
      lines: [],
    },
  ],
  withheld: 2,
  more: 0,
}
const auditRow = { id: '12', at: entry.at, user: '陈', kind: 'command', name: 'edit-customer', subject: id(9) }
const watching = { state: 'whole', checkedAt: entry.at, rows: 11, brokenAt: null, part: null, brokenOn: '', since: null }

test('[U16] an entry is opened with the keyboard and tells before and after in words; the rest of its record’s entries is one click away', async () => {
  const queries = { audit: rows([auditRow]), 'audit-entry': entry, 'audit-watch': watching }
  const { fake, person } = await at('audit', {}, { queries })
  await person.click(await screen.findByText('修改客户'))
  await person.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  const said = async (term: string) => (await dialog.findByText(term)).nextElementSibling?.textContent
  expect(await said('授信额度')).toBe('USD 10,000.00→USD 25,000.50')
  expect(await said('状态')).toBe('潜在→合作中')
  expect(await said('备注')).toBe('（空）→老客户')
  expect(await said('付款方式')).toContain('100 %')
  expect(await said('权限 · 客户')).toBe('查看→查看、修改')
  expect(await said('数据范围 · 客户')).toBe('本人→全公司')
  expect(dialog.getByText('新增 1 · 删除 120')).toBeTruthy()
  expect(dialog.getByText('另有 120 行没有列出。')).toBeTruthy()
  expect(dialog.getByText('另有 2 处改动属于您无权查看的单据。')).toBeTruthy()
  await person.click(dialog.getAllByRole('button', { name: '它的全部日志' })[0]!)
  expect(await screen.findByText('只看：客户 Acme')).toBeTruthy()
  await waitFor(() => expect(JSON.stringify(fake.asked)).toContain(`"params":{"record":"${id(9)}"}`))
})

test('[U19] a broken chain stands above the trail with its entry, which opens; a whole one is a quiet line', async () => {
  const queries: Record<string, unknown> = { audit: rows([auditRow]), 'audit-entry': entry, 'audit-watch': watching }
  const { fake } = await at('audit', {}, { queries })
  expect(await screen.findByText(/11 条日志完好/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  fake.queries['audit-watch'] = { ...watching, state: 'broken', brokenAt: 12, part: 'changes', brokenOn: entry.at, since: entry.at }
  act(() => fake.notify({ kind: 'changed', tables: ['audit-chain'] }))
  const alarm = await screen.findByRole('alert')
  expect(alarm.textContent).toContain('在第 12 条处断开')
  await userEvent.click(within(alarm).getByRole('button', { name: '查看第 12 条' }))
  expect(await screen.findByRole('dialog')).toBeTruthy()
})
