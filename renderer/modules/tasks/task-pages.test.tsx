// The pages of a task, of their calendar, of the company's rules and working days, over a fake office.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, type FakeOffice, fakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { DoneTasks } from './done-tasks.tsx'
import { RecordTasks } from './panels/record-tasks.tsx'
import { ruleFormValuesOf, ruleSettingsOf } from './rule-form-values.ts'
import { RulesPage } from './rules-page.tsx'
import { TaskPage } from './task-page.tsx'
import { WorkYearPage } from './work-year-page.tsx'

const id = (n: number) => `01890000-0000-7000-8000-0000000000${n}`
const me = aViewer()
const task = {
  ...{ id: id(10), revision: 3, rule: 'own', section: 'today', state: 'open', route: null, recordId: null, number: '', party: '' },
  ...{ title: '给 Anna 打电话', amount: null, dueOn: '2026-03-02', dueTime: null, days: 0, firstOn: '2026-03-02', urgent: false },
  ...{ grouped: false, escalatedOn: null, waitingUntil: null, waitingFor: '', snoozedUntil: null, mine: true, part: '' },
  ...{ people: [{ id: me.id, name: me.name, because: 'named' }], checks: { done: 0, of: 1 }, comments: 0, note: '', repeat: null },
  ...{ recordKind: null, checkList: [{ id: id(11), text: '查汇率', done: false }], events: [], mayChange: true, mayAct: true },
}
const sent = (fake: FakeOffice) =>
  fake.asked.filter((one): one is Extract<OfficeRequest, { kind: 'command' }> => one.kind === 'command' && one.name !== 'remember')
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const open = async (page: Parameters<typeof inTab>[0], given: Parameters<typeof fakeOffice>[0]) => {
  const fake = await fakeOffice(given)
  openTab()
  inTab(page)
  return fake
}

test('a new task is for oneself, about the record it was begun from, with its checklist', async () => {
  const params = { recordKind: 'shipment', recordId: id(20), recordTitle: 'SH2026-0001' }
  const fake = await open(<TaskPage params={params} />, { commands: { 'save-task': { id: id(10), revision: 1 } } })
  fireEvent.change(screen.getByRole('textbox', { name: /名称/ }), { target: { value: '催提单' } })
  fireEvent.change(screen.getByRole('textbox', { name: /时间/ }), { target: { value: '15：00' } })
  const item = screen.getByRole('textbox', { name: /新的一项/ })
  fireEvent.change(item, { target: { value: '电放保函' } })
  fireEvent.keyDown(item, { key: 'Enter' })
  fireEvent.click(button('保存'))
  await waitFor(() => expect(sent(fake)).toHaveLength(1))
  expect(sent(fake)[0]!.input).toMatchObject({
    ...{ title: '催提单', dueOn: '2026-03-02', dueTime: '15:00', repeat: null, urgent: false, userIds: [me.id] },
    ...{ record: { kind: 'shipment', id: id(20) }, checks: [{ text: '电放保函', done: false }] },
  })
})

test('a tick is sent at once as it was seen; a comment names a colleague', async () => {
  const users = { rows: [{ id: id(30), name: '王芳', login: 'sales', department: '业务部' }], next: null }
  const fake = await open(<TaskPage params={{ id: task.id }} />, {
    queries: { task, list: users, users },
    commands: { 'tick-task': { id: task.id, revision: 4 }, 'comment-task': {} },
  })
  fireEvent.click(await screen.findByRole('checkbox', { name: '查汇率' }))
  await waitFor(() =>
    expect(sent(fake)[0]).toMatchObject({ name: 'tick-task', input: { id: task.id, revision: 3, checkId: id(11), done: true } }),
  )
  const comment = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '评论任务' })
  fireEvent.change(comment, { target: { value: '请看 @王' } })
  await screen.findByRole('option', { name: /王芳/ })
  fireEvent.keyDown(comment, { key: 'Enter' })
  expect(comment.value).toBe('请看 @王芳 ')
  fireEvent.click(button('评论任务'))
  await waitFor(() =>
    expect(sent(fake).at(-1)).toMatchObject({ name: 'comment-task', input: { id: task.id, text: '请看 @王芳', userIds: [id(30)] } }),
  )
})

test('a task of a rule is read, not typed; what it is about is a link', async () => {
  const of = {
    rule: 'eta-near',
    title: '',
    number: 'SH2026-0001',
    party: 'Hansa',
    route: 'shipment',
    recordId: id(20),
    recordKind: 'shipment',
  }
  await open(<TaskPage params={{ id: task.id }} />, { queries: { task: { ...task, ...of, checkList: [], mayChange: false } } })
  await screen.findByText('Hansa')
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
  expect(screen.queryByRole('textbox', { name: /名称/ })).toBeNull()
  expect(screen.getAllByRole('button', { name: 'SH2026-0001' }).length).toBeGreaterThan(0)
  expect(button('完成任务')).toBeTruthy()
})

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`
test('the calendar names holidays, shows tasks and coming dates, and is walked by the keyboard', async () => {
  const days = Array.from({ length: 7 }, (_, at) => ({ day: day(2 + at), off: at > 2, name: at === 3 ? '节日' : '' }))
  const items = [
    { day: day(3), time: '10:00', rule: 'own', route: null, recordId: null, taskId: id(10), text: '打电话', party: '', state: 'open' },
    {
      day: day(3),
      time: null,
      rule: 'eta-near',
      route: 'shipment',
      recordId: id(20),
      taskId: null,
      text: 'SH-1',
      party: 'Hansa',
      state: null,
    },
  ]
  const fake = await open(<CalendarPage />, { queries: { 'task-calendar': { days, items, more: 0 } }, kept: { 'calendar-span': '"week"' } })
  const cell = await screen.findByRole('gridcell', { name: /2026-03-03/ })
  expect(
    within(cell)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['10:00 打电话', 'SH-1 Hansa'])
  expect(screen.getByText('节日 休')).toBeTruthy()
  const today = screen.getByRole('gridcell', { name: /2026-03-02/ })
  today.focus()
  fireEvent.keyDown(today, { key: 'ArrowRight' })
  await waitFor(() => expect(document.activeElement).toBe(cell))
  fireEvent.keyDown(cell, { key: 'Enter' })
  expect(document.activeElement?.textContent).toBe('10:00 打电话')
  fireEvent.keyDown(document.activeElement!, { key: 'Escape' })
  expect(document.activeElement).toBe(cell)
  fireEvent.keyDown(cell, { key: 'n' })
  expect(tabList().tabs.at(-1)).toMatchObject({ route: 'task', params: { dueOn: day(3) } })
  fireEvent.keyDown(cell, { key: 'PageDown' })
  await waitFor(() => expect(fake.asked).toContainEqual(expect.objectContaining({ input: { from: day(9), to: day(15), whose: 'mine' } })))
})

test('what is over is told with who did it; what was done by mistake is opened again', async () => {
  const over = [
    { ...task, state: 'done', doneAt: '2026-03-01T02:00:00.000Z', doneBy: '王芳' },
    {
      ...task,
      id: id(12),
      rule: 'eta-near',
      number: 'SH-1',
      recordId: id(20),
      route: 'shipment',
      state: 'closed',
      doneAt: null,
      doneBy: null,
    },
  ].map(({ note: _n, repeat: _r, recordKind: _k, checkList: _c, events: _e, mayChange: _m, ...one }) => one)
  const fake = await open(<DoneTasks whose="mine" />, {
    queries: { 'done-tasks': over },
    commands: { 'reopen-task': { id: task.id, revision: 4 } },
  })
  await screen.findByText('王芳')
  expect(screen.getByText('自动')).toBeTruthy()
  fireEvent.click(button(/^重新打开/))
  await waitFor(() => expect(sent(fake)[0]).toMatchObject({ name: 'reopen-task', input: { id: task.id, revision: 3 } }))
})

test('the tasks of a record stand on its page with a way to make one', async () => {
  await open(<RecordTasks id={id(20)} kind="shipment" title="SH-1" />, { queries: { 'record-tasks': [task] } })
  await screen.findByRole('button', { name: '给 Anna 打电话' })
  fireEvent.click(button('为此单据建任务'))
  expect(tabList().tabs.at(-1)).toMatchObject({ route: 'task', params: { recordKind: 'shipment', recordId: id(20), recordTitle: 'SH-1' } })
})

const settings = {
  ...{ first: -5, firstUnit: 'calendar' as const, again: [-2], every: 2, everyUnit: 'working' as const, atMost: null },
  ...{ whom: ['merchandiser|owner', 'role:accountant'], escalateAfter: 3 },
}
const rules = {
  hours: { from: '09:00', to: '18:00', revision: 1 },
  roles: [{ code: 'accountant', name: '会计' }],
  people: [{ id: id(30), name: '王芳' }],
  rules: [
    {
      ...{ rule: 'eta-near', active: true, revision: 2, move: 'back', untilGone: false, persons: ['owner', 'head', 'merchandiser'] },
      ...{ delivered: { ...settings, first: -3 }, settings, changed: true, open: 4 },
    },
  ],
}
const preview = { people: [{ userId: id(30), name: '王芳', count: 2 }], total: 2, first: [] }
test('a rule is said in words, and what is not saved yet is previewed and then saved', async () => {
  const fake = await open(<RulesPage />, {
    queries: { 'reminder-rules': rules, 'reminder-preview': preview },
    commands: { 'save-reminder-rule': { id: id(40), revision: 3 } },
  })
  await screen.findByText('提前 5 天，提前 2 天再提醒，之后每 2 个工作日')
  expect(screen.getByText('跟单员，没有则业务负责人、角色“会计”')).toBeTruthy()
  expect(screen.getByText('3 个工作日后上报')).toBeTruthy()
  fireEvent.click(button('设置 即将到港'))
  await screen.findByText('王芳 2')
  const first = within(screen.getByRole('group', { name: '首次提醒' })).getByRole('textbox', { name: '天数' })
  fireEvent.change(first, { target: { value: '7' } })
  await waitFor(() =>
    expect(fake.asked).toContainEqual(
      expect.objectContaining({ name: 'reminder-preview', input: { rule: 'eta-near', settings: { ...settings, first: -7 } } }),
    ),
  )
  fireEvent.click(button('保存'))
  await waitFor(() =>
    expect(sent(fake)[0]!.input).toEqual({ rule: 'eta-near', revision: 2, active: true, ruleSettings: { ...settings, first: -7 } }),
  )
})
test('a rule is switched off as it is set, and goes back to how it was delivered; who may only look changes nothing', async () => {
  const fake = await open(<RulesPage />, {
    queries: { 'reminder-rules': rules, 'reminder-preview': preview },
    commands: { 'save-reminder-rule': { id: id(40), revision: 3 } },
  })
  fireEvent.click(await screen.findByRole('switch', { name: '启用 即将到港' }))
  await waitFor(() => expect(sent(fake)[0]!.input).toEqual({ rule: 'eta-near', revision: 2, active: false, ruleSettings: settings }))
  fireEvent.click(button('设置 即将到港'))
  fireEvent.click(await screen.findByRole('button', { name: '恢复出厂设置' }))
  await waitFor(() => expect(sent(fake).at(-1)!.input).toEqual({ rule: 'eta-near', revision: 2, active: true, ruleSettings: null }))
})
test('who may only look at rules changes none', async () => {
  await open(<RulesPage />, {
    viewer: aViewer({ permissions: ['reminder-rule.view'] }),
    queries: { 'reminder-rules': rules, 'reminder-preview': preview },
  })
  expect((await screen.findByRole<HTMLInputElement>('switch', { name: '启用 即将到港' })).disabled).toBe(true)
  fireEvent.click(button('设置 即将到港'))
  await screen.findByText('王芳 2')
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
})
test('settings come back from the form as they went in; what is no number is not sent', () => {
  const once = { ...settings, again: [], every: null, atMost: 1, escalateAfter: null, first: 0 }
  for (const one of [settings, once, { ...settings, first: 30, atMost: 3, escalateAfter: 0 }])
    expect(ruleSettingsOf(ruleFormValuesOf(one))).toEqual(one)
  const value = ruleFormValuesOf(settings)
  for (const part of [
    { first: { days: 'x', before: true } },
    { every: '0' },
    { whom: [] },
    { escalateAfter: '99' },
    { again: [{ days: '', before: true }] },
  ])
    expect(ruleSettingsOf({ ...value, ...part })).toBeNull()
})

test('a year’s holidays are pasted from the notice, kept by day, and sent as a whole', async () => {
  const year = { year: 2027, specialDays: [], known: false, own: false, refundUntil: '2028-04-30', notice: '', revision: 0 }
  const fake = await open(<WorkYearPage params={{ year: '2027' }} />, {
    queries: { 'work-year': year },
    commands: { 'save-work-year': { id: id(40), revision: 1 } },
  })
  await screen.findByText(/2027 年的节假日还没有录入/)
  fireEvent.click(button('粘贴放假安排'))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByRole('textbox', { name: '粘贴放假安排' }), {
    target: { value: '元旦：1月1日（周五）放假。1月3日（周日）上班。' },
  })
  await dialog.findByText('读出放假 1 天、补班 1 天')
  fireEvent.click(dialog.getByRole('button', { name: '采用' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: /^3 2027-05-03/ }))
  fireEvent.click(button('保存'))
  await waitFor(() => expect(sent(fake)).toHaveLength(1))
  expect(sent(fake)[0]!.input).toEqual({
    ...{ year: 2027, revision: 0, refundUntil: '2028-04-30', notice: '' },
    specialDays: [
      { day: '2027-01-01', off: true, name: '元旦' },
      { day: '2027-01-03', off: false, name: '元旦' },
      { day: '2027-05-03', off: true, name: '' },
    ],
  })
})
