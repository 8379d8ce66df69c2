// The frame as its user meets it: tabs, lock, search, sign-in, founding, a page that breaks.
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Params, type Route, useTabs, useTabState } from '../client/index.ts'
import { officeState, setOffice } from '../client/office.ts'
import { flushRemembered } from '../client/remembered.ts'
import { lock } from '../client/session.ts'
import { aViewer, fakeOffice } from '../client/testing/fake-office.ts'
import { useTabTitle } from '../kit/show/index.ts'
import { App } from './app.tsx'
import { deskOf } from './desk.tsx'

const mounted = { customer: 0 }
const Note = () => {
  const [kept, setKept] = useTabState('note', '')
  const [plain, setPlain] = useState('')
  const { setDirty } = useTabs()
  useEffect(() => setDirty(kept !== ''), [kept, setDirty])
  return (
    <>
      <input aria-label="kept" value={kept} onChange={(event) => setKept(event.target.value)} />
      <input aria-label="plain" value={plain} onChange={(event) => setPlain(event.target.value)} />
    </>
  )
}
const List = () => {
  const { open, openRecord } = useTabs()
  return (
    <>
      <button type="button" onClick={() => void openRecord('customer', '7')}>
        seven
      </button>
      <button type="button" onClick={() => void openRecord('document', 'aaa')}>
        document
      </button>
      <button type="button" onClick={() => open('report')}>
        report
      </button>
      <button type="button" onClick={() => open('broken')}>
        broken
      </button>
      <Note />
    </>
  )
}
const Customer = ({ params }: { params: Params }) => {
  const { setTitle } = useTabs()
  useEffect(() => {
    mounted.customer += 1
    setTitle(`客户 ${params.id}`)
  }, [params.id, setTitle])
  return <p>customer {params.id}</p>
}
const Report = () => {
  useTabTitle((words) => `${words.name('list.receivables')} · ${words.name('report-view.ageing')}`)
  return <p>report</p>
}
const broken = { now: true }
const Broken = () => {
  if (broken.now) throw new Error('out of tea')
  return <p>whole again</p>
}
const routes: readonly Route[] = [
  { name: 'home', page: () => <p>home page</p>, single: true, titleKey: 'record.home' },
  { name: 'users', page: List, permission: 'user.view', menu: { group: 'work', order: 1, icon: null } },
  { name: 'audit', page: () => <p>audit page</p>, permission: 'audit.view', menu: { group: 'work', order: 2, icon: null } },
  { name: 'customer', page: Customer, titleKey: 'resource.customer' },
  { name: 'user', page: () => <p>user form</p>, actions: [{ command: 'create-user' }] },
  { name: 'broken', page: Broken },
  { name: 'report', page: Report, titleKey: 'list.open-items' },
]
const desk = deskOf([{ routes }])
const start = async (given: Parameters<typeof fakeOffice>[0] = {}) => {
  const fake = await fakeOffice(given)
  const view = render(<App desk={desk} />)
  return { fake, view, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null }) }
}
const put = async (user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) => {
  await user.click(field)
  await user.paste(text)
}
const tabs = () => within(screen.getByRole('tablist')).getAllByRole('tab')
const titles = () => tabs().map((tab) => tab.textContent)
const active = () => tabs().find((tab) => tab.getAttribute('aria-selected') === 'true')?.textContent
const nav = (name: string) => within(screen.getByRole('navigation')).getByRole('button', { name })

beforeEach(() => {
  mounted.customer = 0
  broken.now = true
})

test('the home page stands in front when nothing is open, and comes back when the last tab is closed', async () => {
  const { user } = await start()
  expect(titles()).toEqual(['我的工作桌面'])
  await user.keyboard('{Alt>}w{/Alt}')
  expect(titles()).toEqual(['我的工作桌面'])
})
test('a tab keeps what was typed in it while others are in front', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await put(user, screen.getByLabelText('plain'), 'half a word')
  await user.click(screen.getByRole('button', { name: 'seven' }))
  await user.click(nav('操作日志'))
  expect(active()).toBe('操作日志')
  await user.click(screen.getByRole('tab', { name: /用户/ }))
  expect(screen.getByLabelText<HTMLInputElement>('plain').value).toBe('half a word')
})
test('[W14] an untouched page of the menu gives way to the next one; one that was used stays', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await user.click(nav('操作日志'))
  expect(titles()).toEqual(['我的工作桌面', '操作日志'])
  await user.click(nav('用户'))
  await user.type(screen.getByLabelText('kept'), 'x')
  await user.click(nav('操作日志'))
  expect(titles().map((title) => title?.trim())).toEqual(['我的工作桌面', '用户', '操作日志'])
})
test('[W13] back and forward go the way the window went; an address leads to its page, an unknown one says so', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'seven' }))
  expect(location.hash).toBe('#/customer/7')
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await waitFor(() => expect([active(), location.hash]).toEqual(['用户', '#/users']))
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(active()).toBe('客户 7'))
  await user.keyboard('{Alt>}w{/Alt}')
  act(() => void (location.hash = '#/customer/8'))
  await waitFor(() => expect(active()).toBe('客户 8'))
  act(() => void (location.hash = '#/user'))
  expect(await screen.findByText('这个链接指向的页面不存在，或者不是本程序的链接。')).toBeTruthy()
  expect(active()).toBe('客户 8')
})
test('favourites stand on top, in the order their user gives them', async () => {
  const { user, fake } = await start()
  await user.click(screen.getByRole('button', { name: '加入常用: 操作日志' }))
  await user.click(screen.getByRole('button', { name: '加入常用: 用户' }))
  const favourites = () =>
    within(screen.getByRole('group', { name: '常用' }))
      .getAllByRole('button')
      .filter((one) => one.hasAttribute('data-nav'))
  expect(favourites().map((one) => one.textContent)).toEqual(['操作日志', '用户'])
  favourites()[1]!.focus()
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: '上移' }))
  expect(favourites().map((one) => one.textContent)).toEqual(['用户', '操作日志'])
  await act(flushRemembered)
  expect(JSON.parse(fake.kept.navigation!)).toMatchObject({ favourites: ['users', 'audit'] })
})
test('the same record never opens twice', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'seven' }))
  expect(active()).toBe('客户 7')
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'seven' }))
  expect(titles()).toEqual(['我的工作桌面', '用户', '客户 7'])
  expect(active()).toBe('客户 7')
})
test('a restart finds the tabs, their titles and their state as they were', async () => {
  const first = await start()
  await first.user.click(nav('用户'))
  await first.user.type(screen.getByLabelText('kept'), 'draft')
  await first.user.click(screen.getByRole('button', { name: 'seven' }))
  await first.user.click(screen.getByRole('tab', { name: /用户/ }))
  await act(flushRemembered)
  first.view.unmount()

  await start({ kept: first.fake.kept })
  expect(titles()).toEqual(['我的工作桌面', '用户', '客户 7'])
  expect(active()).toBe('用户')
  expect(screen.getByLabelText<HTMLInputElement>('kept').value).toBe('draft')
  // Tabs behind wait until somebody looks at them.
  expect(mounted.customer).toBe(1)
  expect(screen.getByRole('tab', { name: /用户/ }).querySelector('[aria-label="有未保存的内容"]')).not.toBeNull()
})
test('closing a tab forgets its state; unsaved text is asked about first', async () => {
  const { user, fake } = await start()
  await user.click(nav('用户'))
  await user.type(screen.getByLabelText('kept'), 'x')
  await user.click(screen.getByTitle('关闭“用户”'))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: '留着' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(titles()).toContain('用户')
  await user.keyboard('{Alt>}w{/Alt}')
  await user.click(await screen.findByRole('button', { name: '不保存，关闭' }))
  await waitFor(() => expect(titles()).toEqual(['我的工作桌面']))
  await act(flushRemembered)
  expect(Object.keys(fake.kept).filter((key) => key.startsWith('tab:'))).toEqual([])
})
test('a middle click closes, a pinned tab stays', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'seven' }))
  await user.pointer({ keys: '[MouseMiddle]', target: screen.getByRole('tab', { name: /用户/ }) })
  expect(titles()).toEqual(['我的工作桌面', '客户 7'])
  await user.dblClick(screen.getByRole('tab', { name: /客户 7/ }))
  expect(titles()).toEqual(['客户 7', '我的工作桌面'])
  await user.pointer({ keys: '[MouseMiddle]', target: screen.getByRole('tab', { name: /客户 7/ }) })
  expect(titles()).toEqual(['客户 7', '我的工作桌面'])
})
test('keys go through tabs, jump to one and move one', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'seven' }))
  await user.keyboard('{Control>}{PageDown}{/Control}')
  expect(active()).toBe('我的工作桌面')
  await user.keyboard('{Alt>}2{/Alt}')
  expect(active()).toBe('用户')
  await user.keyboard('{Control>}{Shift>}{PageUp}{/Shift}{/Control}')
  expect(titles()).toEqual(['用户', '我的工作桌面', '客户 7'])
})

test('a drill-down by id alone is looked up, and an unknown one is said', async () => {
  const { user, fake } = await start({ queries: { locate: { kind: 'customer', title: 'x' } } })
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'document' }))
  expect(await screen.findByText('customer aaa')).toBeTruthy()
  fake.queries.locate = { kind: 'unknown', title: '' }
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'document' }))
  expect(await screen.findByText(/找不到这份单据/)).toBeTruthy()
})
test('the navigation shows only what the user may see', async () => {
  await start({ viewer: aViewer({ permissions: ['user.view'] }) })
  expect(nav('用户')).toBeTruthy()
  expect(within(screen.getByRole('navigation')).queryByRole('button', { name: '操作日志' })).toBeNull()
})
test('a remembered tab the user may no longer see says so and nothing more', async () => {
  const tab = { id: 'a', route: 'audit', params: {}, title: null, pinned: false, dirty: false }
  await start({ viewer: aViewer({ permissions: [] }), kept: { tabs: JSON.stringify({ tabs: [tab], active: 'a' }) } })
  expect(screen.getByText('您没有查看此页面的权限')).toBeTruthy()
  expect(screen.queryByText('audit page')).toBeNull()
})

test('a page that breaks leaves the others alone and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { user } = await start()
  await user.click(nav('用户'))
  await user.type(screen.getByLabelText('plain'), 'safe')
  await user.click(screen.getByRole('button', { name: 'broken' }))
  expect(screen.getByRole('alert').textContent).toContain('out of tea')
  await user.click(screen.getByRole('tab', { name: /用户/ }))
  expect(screen.getByLabelText<HTMLInputElement>('plain').value).toBe('safe')
  await user.click(screen.getByRole('tab', { name: /broken/ }))
  broken.now = false
  await user.click(screen.getByRole('button', { name: '重试' }))
  expect(screen.getByText('whole again')).toBeTruthy()
  vi.restoreAllMocks()
})

test('the lock asks for the password over untouched screens', async () => {
  const { user, fake } = await start()
  await user.click(nav('用户'))
  await put(user, screen.getByLabelText('plain'), 'typed before the lock')
  act(lock)
  const dialog = await screen.findByRole('dialog')
  await user.keyboard('{Control>}k{/Control}')
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
  await user.type(within(dialog).getByLabelText(/密码/, { selector: 'input' }), 'wrong{Enter}')
  const said = (await within(dialog).findByRole('alert')).textContent
  expect(said).toContain('密码不对')
  expect(said).not.toContain('用户名')
  await user.type(within(dialog).getByLabelText(/密码/, { selector: 'input' }), `${fake.password}{Enter}`)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByLabelText<HTMLInputElement>('plain').value).toBe('typed before the lock')
})
test('the screen locks by itself after the idle minutes, and a key puts that off', async () => {
  vi.useFakeTimers()
  try {
    await fakeOffice({ viewer: aViewer({ company: { ...aViewer().company, lockAfterMinutes: 2 } }) })
    render(<App desk={desk} />)
    act(() => void vi.advanceTimersByTime(100_000))
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })))
    act(() => void vi.advanceTimersByTime(100_000))
    expect(officeState().gate).toBe('open')
    act(() => void vi.advanceTimersByTime(30_000))
    expect(officeState().gate).toBe('locked')
  } finally {
    vi.useRealTimers()
  }
})

test('Ctrl+K finds records, pages in either language, and actions; Enter opens', async () => {
  const { user } = await start({
    queries: {
      find: ({ text }: { text: string }) => (text === 'zgyh' ? [{ kind: 'customer', id: '9', title: '中国银行', detail: 'C-1' }] : []),
    },
  })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(screen.getByRole('combobox'), 'zgyh')
  expect(await screen.findByText('中国银行')).toBeTruthy()
  await user.keyboard('{Enter}')
  // A closing dialog leaves a moment later and hides the tabs from roles until then.
  await waitFor(() => expect(active()).toBe('客户 9'))

  await user.keyboard('{Control>}k{/Control}')
  await user.type(screen.getByRole('combobox'), 'audit')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(active()).toBe('操作日志'))

  await user.keyboard('{Control>}k{/Control}')
  await user.type(screen.getByRole('combobox'), '新建用户')
  await user.keyboard('{Enter}')
  expect(await screen.findByText('user form')).toBeTruthy()
})
test('actions are offered to who may run them', async () => {
  const { user } = await start({ viewer: aViewer({ permissions: [] }), queries: { find: [] } })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(screen.getByRole('combobox'), '新建用户')
  expect(await screen.findByText(/没有找到/)).toBeTruthy()
})

test('the language switches at once, also in the tabs', async () => {
  const { user, fake } = await start()
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'seven' }))
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'EN: 切换到 English' }))
  // Also in the title of a page that is hidden and cannot say it anew.
  await waitFor(() => expect(titles()).toEqual(['My desktop', 'Users', 'Customers 7']))
  expect(document.documentElement.lang).toBe('en')
  await waitFor(() => expect(fake.asked.some((one) => one.kind === 'command' && one.name === 'choose-language')).toBe(true))
})
test('[Q32] a title that a page composes switches in a tab of the background too', async () => {
  const { user } = await start()
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'report' }))
  expect(titles().at(-1)).toBe('应收账款 · 账龄')
  await user.click(nav('用户'))
  await user.click(screen.getByRole('button', { name: 'EN: 切换到 English' }))
  await waitFor(() => expect(titles().at(-1)).toBe('Receivables · Ageing'))
})
test('[Q32] the company is called by its English name in English, wherever it is named', async () => {
  const { user } = await start()
  await user.click(screen.getByRole('button', { name: 'EN: 切换到 English' }))
  expect(await screen.findByText('Tradewind Trading')).toBeTruthy()
  expect(document.title).toBe('Tradewind Trading · Tradewind')
  await user.click(screen.getByTitle(/Wang/))
  await user.click(await screen.findByRole('menuitem', { name: 'About Tradewind' }))
  expect((await screen.findByRole('dialog')).textContent).toContain('Tradewind Trading')
})
test('the office away: one calm bar, gone when it is back', async () => {
  const { fake } = await start()
  fake.reachable = false
  act(() => fake.notify({ kind: 'office', state: 'down' }))
  expect((await screen.findByText('正在连接主机…', { selector: 'b' }, { timeout: 3000 })).closest('[role="status"]')).toBeTruthy()
  fake.reachable = true
  act(() => fake.notify({ kind: 'office', state: 'up' }))
  await waitFor(() => expect(screen.queryByText('正在连接主机…')).toBeNull())
})

test('sign-in: a demonstration account fills itself in; a refusal stays on the page', async () => {
  const { user, fake } = await start()
  await act(async () => {
    setOffice({
      gate: 'signed-out',
      viewer: null,
      token: null,
      hello: {
        state: 'ready',
        companyName: '信风演示',
        demonstration: true,
        version: '1',
        accounts: [{ user: 'owner', password: 'correct horse battery', role: 'owner' }],
      },
    })
  })
  expect(screen.getByRole('heading', { name: '信风演示' })).toBeTruthy()
  await user.type(screen.getByLabelText('用户名'), 'x')
  await user.type(screen.getByLabelText(/密码/, { selector: 'input' }), 'y{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('用户名或密码不对')
  await user.click(screen.getByRole('button', { name: /老板/ }))
  await user.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByText('home page')).toBeTruthy()
  expect(fake.asked.findLast((one) => one.kind === 'sign-in')).toMatchObject({ user: 'owner' })
})

test('founding: the company and its owner go out together, with the code of this very office', async () => {
  const { user, fake } = await start()
  await act(async () => setOffice({ gate: 'founding', viewer: null, token: null, hello: { ...officeState().hello!, state: 'empty' } }))
  await user.click(screen.getByRole('button', { name: /建立新公司/ }))
  await user.click(screen.getByRole('button', { name: '下一步' }))
  expect(screen.getByText('必填')).toBeTruthy()
  await put(user, screen.getByLabelText(/^公司名称/), '宁波信风贸易有限公司')
  await user.click(screen.getByRole('button', { name: '下一步' }))
  await user.type(screen.getByLabelText(/姓名/), '王老板')
  await user.type(screen.getByLabelText(/登录名/), 'owner')
  await put(user, screen.getByLabelText(/^密码/, { selector: 'input' }), 'correct horse battery')
  await put(user, screen.getByLabelText(/再输一次密码/, { selector: 'input' }), 'correct horse')
  await user.click(screen.getByRole('button', { name: '建立公司' }))
  expect(screen.getByText('两次输入的密码不一样')).toBeTruthy()
  expect(fake.asked.some((one) => one.kind === 'found')).toBe(false)
  await put(user, screen.getByLabelText(/再输一次密码/, { selector: 'input' }), ' battery')
  await user.click(screen.getByRole('button', { name: '建立公司' }))
  await waitFor(() => expect(fake.asked.some((one) => one.kind === 'found')).toBe(true))
  const asked = fake.asked.find((one) => one.kind === 'found')
  expect(asked).toMatchObject({
    code: 'CODE',
    input: {
      company: {
        name: '宁波信风贸易有限公司',
        baseCurrency: 'CNY',
        timeZone: 'Asia/Shanghai',
        ageingBuckets: [30, 60, 90, 180],
        lockAfterMinutes: 15,
      },
      owner: { login: 'owner', password: 'correct horse battery' },
    },
  })
  expect(await screen.findByText('home page')).toBeTruthy()
})
