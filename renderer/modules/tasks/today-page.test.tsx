// Today over a fake office: sections and folds, filters, the keys of a row, what is sent when something is done, the quick line, and what modules offer.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import { aViewer, type FakeOffice, fakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { shipments } from '../shipments/index.tsx'
import { TodayPage } from './today-page.tsx'

const id = (n: number) => `01890000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
const anna = { id: id(90), name: '王芳', because: 'rule' as const }
const line = (n: number, part: Partial<TaskLine> = {}): TaskLine => ({
  ...{ id: id(n), revision: 3, rule: 'eta-near', section: 'overdue', state: 'open', route: 'shipment', recordId: id(50 + n) },
  ...{ number: `SH2026-00${n}`, party: 'Hansa', title: '', amount: { minor: 123_400, currency: 'USD' } },
  ...{ dueOn: '2026-02-27', dueTime: null, days: -3, firstOn: '2026-02-20', urgent: false, grouped: false, escalatedOn: null },
  ...{
    waitingUntil: null,
    waitingFor: '',
    snoozedUntil: null,
    mine: true,
    mayAct: true,
    part: '',
    people: [anna],
    checks: null,
    comments: 0,
  },
  ...part,
})
const own = (n: number, part: Partial<TaskLine> = {}) =>
  line(n, { rule: 'own', title: '给 Anna 打电话', number: '', party: '', amount: null, route: null, recordId: null, ...part })
const today = (tasks: readonly TaskLine[], part: object = {}) => ({
  ...{ waiting: [], sent: [], answered: [], auditBroken: null, people: [], holidaysUnknown: null, tasks },
  counts: [...Map.groupBy(tasks, ({ rule, section }) => `${rule} ${section}`).values()].map((of) => ({
    ...{ rule: of[0]!.rule, section: of[0]!.section, count: of.length },
  })),
  ...part,
})
const bell = { waiting: 0, unread: 0, items: [] }
type Given = NonNullable<Parameters<typeof fakeOffice>[0]>
const start = async (tasks: readonly TaskLine[], given: Given & { part?: object } = {}) => {
  const fake = await fakeOffice({ ...given, queries: { today: today(tasks, given.part), bell, ...given.queries } })
  openTab()
  inTab(<TodayPage />, shipments)
  await screen.findByRole('heading', { name: /今日事务/ })
  await waitFor(() => expect(fake.asked.some((one) => 'name' in one && one.name === 'today')).toBe(true))
  return fake
}
const sent = (fake: FakeOffice) =>
  fake.asked.filter((one): one is Extract<OfficeRequest, { kind: 'command' }> => one.kind === 'command' && one.name !== 'remember')
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })

test('tasks stand by section; later is folded until it is opened; old causes of one rule are one line', async () => {
  const old = [11, 12, 13].map((n) => line(n, { rule: 'receivable-overdue', grouped: true }))
  await start([line(1), line(2, { section: 'later', days: 20 }), own(3, { section: 'today', days: 0 }), ...old])
  const overdue = await screen.findByRole('region', { name: '已过期' })
  expect([...overdue.querySelectorAll('[data-row]')]).toHaveLength(1)
  const fold = within(overdue).getByRole('button', { name: /应收逾期 · 规则启用前就有的 3 项/ })
  fireEvent.click(fold)
  expect(within(overdue).getByText('SH2026-0013')).toBeTruthy()
  expect(screen.queryByText('SH2026-002')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^以后/ }))
  await screen.findByText('SH2026-002')
  expect(screen.getAllByText('已过 3 天')[0]!.className).toContain('late')
})

test('[D40] arrows walk through all sections; the keys do what the help line says', async () => {
  const fake = await start([line(1), own(2, { section: 'today', days: 0 })], {
    commands: { 'finish-task': { id: id(2), revision: 4 }, 'snooze-task': {}, 'reopen-task': { id: id(2), revision: 5 } },
  })
  await waitFor(() => expect(rows()).toHaveLength(2))
  rows()[0]!.focus()
  press('ArrowDown')
  expect(document.activeElement).toBe(rows()[1])
  press(' ')
  await screen.findByText('已完成：给 Anna 打电话')
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(() => expect(sent(fake).map(({ name }) => name)).toEqual(['finish-task', 'reopen-task']))
  expect(sent(fake)[0]!.input).toMatchObject({ id: id(2), revision: 3 })
  expect(sent(fake)[1]!.input).toEqual({ id: id(2), revision: 4 })
  rows()[0]!.focus()
  press('s')
  fireEvent.click(await screen.findByRole('menuitem', { name: '明天 9:00' }))
  await waitFor(() =>
    expect(sent(fake).at(-1)).toMatchObject({ name: 'snooze-task', input: { id: id(1), until: '2026-03-03T01:00:00.000Z' } }),
  )
  rows()[0]!.focus()
  press('Enter')
  await waitFor(() => expect(tabList().tabs.at(-1)).toMatchObject({ route: 'shipment', params: { id: id(51) } }))
})

test('a refusal leaves the task where it is, and says why', async () => {
  const refused = { ok: false, refused: 'changed-meanwhile', data: { seen: 3, now: 4 } }
  await start([own(1)], { commands: { 'finish-task': refused } })
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: '完成 给 Anna 打电话' })
  fireEvent.click(box)
  await screen.findByRole('alert')
  expect(box.checked).toBe(false)
})

test('kinds and the search narrow down; a filter that fits nothing says so', async () => {
  await start([line(1), line(2, { rule: 'milestone', number: 'PC-9', party: 'Factory' })])
  fireEvent.click(await screen.findByRole('button', { name: '生产节点到期 1' }))
  expect(rows()).toHaveLength(1)
  expect(screen.getByText('PC-9')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(rows()).toHaveLength(2)
  fireEvent.change(screen.getByRole('textbox', { name: /查找/ }), { target: { value: 'hansa' } })
  expect(rows()).toHaveLength(1)
  fireEvent.change(screen.getByRole('textbox', { name: /查找/ }), { target: { value: 'nobody' } })
  await screen.findByText('没有符合筛选条件的任务。')
})

test('the department’s view asks for the team, and its people are a filter; without the right there is none', async () => {
  const people = [
    { userId: anna.id, name: '王芳', count: 1 },
    { userId: id(91), name: '李明', count: 1 },
  ]
  const fake = await start([line(1), line(2, { people: [{ ...anna, id: id(91), name: '李明' }] })], { part: { people } })
  expect(screen.queryByRole('group', { name: '按人筛选' })).toBeNull()
  fireEvent.click(screen.getByRole('switch', { name: '看全部门' }))
  await waitFor(() => expect(fake.asked).toContainEqual(expect.objectContaining({ name: 'today', input: { whose: 'team' } })))
  fireEvent.click(within(await screen.findByRole('group', { name: '按人筛选' })).getByRole('button', { name: '李明 1' }))
  expect(rows()).toHaveLength(1)
})
test('who may neither see others’ tasks nor assign has no switch and no way to hand over', async () => {
  await start([own(1)], { viewer: aViewer({ permissions: [] }) })
  expect(screen.queryByRole('switch', { name: '看全部门' })).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: '更多操作 给 Anna 打电话' }))
  await screen.findByRole('menuitem', { name: /稍后提醒/ })
  expect(screen.queryByRole('menuitem', { name: /转交任务/ })).toBeNull()
})

test('[D46] a typed line shows what was understood, lets a part be refused, and becomes a task by Enter', async () => {
  const fake = await start([], { commands: { 'save-task': { id: id(1), revision: 1 } } })
  await screen.findByText('都做完了')
  const box = screen.getByRole('textbox', { name: /写下一件事/ })
  fireEvent.change(box, { target: { value: '周五下午3点给Anna打电话' } })
  await screen.findByText('给Anna打电话')
  expect(screen.getByText('2026-03-06 周五')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /“下午3点”不是日期或时间/ }))
  await screen.findByText('下午3点给Anna打电话')
  fireEvent.keyDown(box, { key: 'Enter' })
  await waitFor(() => expect(sent(fake)).toHaveLength(1))
  expect(sent(fake)[0]!.input).toMatchObject({
    ...{ title: '下午3点给Anna打电话', dueOn: '2026-03-06', dueTime: null, repeat: null, record: null },
    userIds: [aViewer().id],
  })
  await waitFor(() => expect((box as HTMLInputElement).value).toBe(''))
})

test('[D39] a module’s own step stands at the tasks of its rules: the arrival is recorded from here', async () => {
  const shipment = { id: id(51), revision: 7, status: 'on-board' }
  const fake = await start([line(1)], { queries: { shipment }, commands: { 'record-shipment-step': { id: id(51), revision: 8 } } })
  fireEvent.click(await screen.findByRole('button', { name: '记录进度 SH2026-001' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: '记录进度' }))
  await waitFor(() =>
    expect(sent(fake).at(-1)).toMatchObject({
      name: 'record-shipment-step',
      input: { id: id(51), revision: 7, step: 'arrived', on: '2026-03-02' },
    }),
  )
})

test('a year without holidays is said, with a way to enter them', async () => {
  await start([], { part: { holidaysUnknown: 2027 } })
  await screen.findByText(/2027 年的节假日还没有录入/)
  fireEvent.click(screen.getByRole('button', { name: '打开工作日历' }))
  expect(tabList().tabs.at(-1)).toMatchObject({ route: 'work-year', params: { year: '2027' } })
})
