// The desk on the screen: what stands on it for whom, one tile that breaks, arranging by keys, a refusal that loses nothing.
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import { MOST_TILES, type Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { officeState, setOffice } from '../../client/office.ts'
import { RoutesContext } from '../../client/routes.ts'
import { remembered } from '../../client/remembered.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import type { Screens } from '../../records/index.ts'
import { useShortcutNames } from '../../records/shortcut-names.ts'
import { withUnseen } from './arrange/placing.ts'
import { HomePage, seenOf } from './home-page.tsx'
import { workbench } from './index.tsx'

vi.setConfig({ testTimeout: 60_000 })
const tile = (id: string, kind: string, x: number, settings: Tile['settings'] = {}): Tile => ({
  ...{ id, kind, x, y: 0, w: 4, h: 4 },
  settings,
})
const ofRole = (...tiles: Tile[]) => ({ of: 'role', role: '业务员', revision: 0, tiles })
const customers: Screens = {
  routes: [{ name: 'customers', page: () => null, permission: 'customer.view', menu: { group: 'parties', order: 1, icon: null } }],
}
const broken: Screens = {
  routes: [],
  tiles: [
    {
      ...{ kind: 'today-broken', icon: null, size: { w: 4, h: 4 } },
      tile: () => {
        throw new Error('no')
      },
    },
  ],
}
const shown = async (
  queries: Record<string, unknown>,
  commands: Record<string, unknown> = {},
  permissions: Permission[] = ['customer.view'],
) => {
  const office = await fakeOffice({
    viewer: aViewer({ permissions }),
    queries: { 'first-steps': [], 'shortcut-names': { records: [], views: [] }, ...queries },
    commands,
  })
  openTab()
  inTab(<HomePage />, workbench, customers, broken)
  return office
}
const tileNamed = (name: RegExp) => screen.findByRole('group', { name })

test('[W34] a tile whose right is missing is absent, and the others close up', async () => {
  await shown({ workbench: ofRole(tile('a', 'shortcut', 0, { to: 'page', route: 'customers' }), tile('b', 'note', 4)) }, {}, [])
  expect(await screen.findByRole('region', { name: '便笺' })).toBeTruthy()
  expect(screen.queryByText('客户')).toBeNull()
  expect(getComputedStyle(document.querySelector('[data-tile="b"]')!).gridColumn).toMatch(/^1\s*\//)
})

test('[W35] a tile that breaks says so in its place, and the others stand', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await shown({ workbench: ofRole(tile('a', 'today-broken', 0), tile('b', 'note', 4), tile('c', 'nowhere', 8)) })
  expect(await screen.findByText('这张卡片出错了，其他卡片不受影响。')).toBeTruthy()
  expect(await screen.findByRole('textbox', { name: '便笺' })).toBeTruthy()
  expect(screen.getByText('这个版本没有这种卡片。')).toBeTruthy()
  quiet.mockRestore()
})

test('[W36] a view that is gone is told in the tile', async () => {
  await shown({
    workbench: ofRole(tile('a', 'list', 0, { page: 'customers', view: '01890000-0000-7000-8000-00000000bbbb' })),
    'list-views': { views: [], roles: [] },
  })
  expect(await screen.findByText('这个视图已被删除或不再与您共享。')).toBeTruthy()
})

test('[W30] a note is kept for its user while it is typed', async () => {
  const office = await shown({ workbench: ofRole(tile('b', 'note', 0)) })
  fireEvent.change(await screen.findByRole('textbox', { name: '便笺' }), { target: { value: '周五打电话' } })
  await waitFor(() => expect(office.kept['workbench.note.b']).toBe('"周五打电话"'))
})

test('[W31] [W39] arranged by keys, told in words; a refusal keeps what was arranged', async () => {
  const refused = { ok: false, refused: 'changed-meanwhile', data: { expected: 0, found: 1 } }
  const office = await shown({ workbench: ofRole(tile('a', 'note', 0), tile('b', 'favourites', 4)) }, { 'save-workbench': refused })
  fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
  const own = await tileNamed(/^便笺，第 1 列/)
  fireEvent.keyDown(own, { key: 'ArrowRight' })
  expect(within(screen.getByRole('status')).getByText('便笺：第 2 列第 1 行，宽 4 高 4')).toBeTruthy()
  fireEvent.keyDown(await tileNamed(/^便笺，第 2 列/), { key: 'ArrowRight', shiftKey: true })
  fireEvent.keyDown(await tileNamed(/^常用.*，第/), { key: 'Delete' })
  expect(screen.getByRole('status').textContent).toBe('常用与最近常开 已移除')
  fireEvent.keyDown(screen.getByRole('toolbar'), { key: 'z', ctrlKey: true })
  expect(await tileNamed(/^常用.*，第/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(await tileNamed(/^便笺，第 2 列第 1 行，宽 5/)).toBeTruthy()
  const sent = office.asked.flatMap((one) => (one.kind === 'command' && one.name === 'save-workbench' ? [one.input] : []))
  expect(sent).toMatchObject([{ revision: 0, tiles: [{ id: 'a', x: 1, w: 5 }, { id: 'b' }] }])
})

test('[W35] the dialog of new tiles finds what the modules offer by its name', async () => {
  await shown({ workbench: ofRole() })
  fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
  fireEvent.click(await screen.findByRole('button', { name: '添加卡片' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: '便笺' } })
  expect(dialog.getAllByRole('listitem')).toHaveLength(1)
  fireEvent.click(dialog.getByRole('button', { name: /便笺/ }))
  expect(await tileNamed(/^便笺，第 1 列第 1 行/)).toBeTruthy()
})

const saves = (office: Awaited<ReturnType<typeof shown>>) =>
  office.asked.flatMap((one) => (one.kind === 'command' && one.name === 'save-workbench' ? [one.input] : []))
const ofOwn = (revision: number, ...tiles: Tile[]) => ({ of: 'own', role: '业务员', revision, tiles })

test('[W31] [W39] what was arranged before a reload is saved over what it was arranged from, and over nothing newer', async () => {
  const refused = { ok: false, refused: 'changed-meanwhile', data: { expected: 0, found: 1 } }
  const answers: unknown[] = [refused, { id: 'a', revision: 2 }]
  const office = await shown({ workbench: ofRole(tile('a', 'note', 0)) }, { 'save-workbench': () => answers.shift() })
  fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
  fireEvent.keyDown(await tileNamed(/^便笺，第 1 列/), { key: 'ArrowRight' })
  cleanup()
  office.queries.workbench = ofOwn(1, tile('b', 'favourites', 4))
  office.notify({ kind: 'changed', tables: ['workbench'] })
  inTab(<HomePage />, workbench, customers, broken)
  expect(await tileNamed(/^便笺，第 2 列/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '取消' }))
  fireEvent.keyDown(await screen.findByRole('dialog', { name: '放弃修改' }), { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(saves(office)).toHaveLength(2))
  expect(saves(office)).toMatchObject([
    { revision: 0, tiles: [{ id: 'a', x: 1 }] },
    { revision: 1, tiles: [{ id: 'a', x: 1 }] },
  ])
})

test('[W31] one window saves twice and gives its desk up', async () => {
  const office = await shown(
    { workbench: ofRole(tile('a', 'note', 0)) },
    { 'save-workbench': ({ revision }: { revision: number }) => ({ id: 'a', revision: revision + 1 }), 'reset-workbench': {} },
  )
  const arrange = async (column: number) => {
    fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
    fireEvent.keyDown(await tileNamed(new RegExp(`^便笺，第 ${column} 列`)), { key: 'ArrowRight' })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(saves(office)).toHaveLength(column))
    office.queries.workbench = ofOwn(column, tile('a', 'note', column))
    office.notify({ kind: 'changed', tables: ['workbench'] })
  }
  await arrange(1)
  await arrange(2)
  fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
  fireEvent.click(await screen.findByRole('button', { name: '恢复默认' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '恢复默认' }))
  await waitFor(() => expect(office.asked).toContainEqual(expect.objectContaining({ name: 'reset-workbench', input: { revision: 2 } })))
  expect(saves(office)).toMatchObject([{ revision: 0 }, { revision: 1 }])
})

test('[W34] a desk of one’s own stands as it was arranged, also where a tile of it may not be seen', () => {
  const own = [tile('a', 'note', 0), tile('b', 'note', 4), { ...tile('c', 'note', 8), y: 4 }]
  const { seen, unseen } = seenOf({ of: 'own', tiles: own }, ({ id }) => id !== 'a')
  expect(seen.map(({ id, x, y }) => [id, x, y])).toEqual([
    ['b', 4, 0],
    ['c', 8, 0],
  ])
  const saved = withUnseen(seen, unseen)
  expect(seenOf({ of: 'own', tiles: saved }, ({ id }) => id !== 'a').seen).toEqual(seen)
  expect(seenOf({ of: 'role', tiles: own }, ({ id }) => id !== 'a').seen.map(({ x }) => x)).toEqual([0, 4])
})

test('[W39] the keyboard goes to a tile that undoing brings back, and from one that it takes away', async () => {
  await shown({ workbench: ofRole(tile('a', 'note', 0), tile('b', 'favourites', 4)) })
  fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
  const own = await tileNamed(/^便笺，第 1 列/)
  own.focus()
  const focused = () => document.activeElement?.getAttribute('aria-label')
  fireEvent.keyDown(own, { key: 'Delete' })
  await waitFor(() => expect(focused()).toMatch(/^常用/))
  fireEvent.keyDown(document.activeElement!, { key: 'z', ctrlKey: true })
  await waitFor(() => expect(focused()).toMatch(/^便笺/))
  fireEvent.keyDown(document.activeElement!, { key: 'y', ctrlKey: true })
  await waitFor(() => expect(focused()).toMatch(/^常用/))
})

test('[W30] a desk that is full takes no more tiles, and says so', async () => {
  const many = Array.from({ length: MOST_TILES }, (_, n) => ({ ...tile(`t${n}`, 'note', 0), y: n * 4 }))
  await shown({ workbench: ofRole(...many) })
  fireEvent.click(await screen.findByRole('button', { name: '调整桌面' }))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '添加卡片' }).disabled).toBe(true)
  expect(screen.getByText(/^已有 60 张卡片/)).toBeTruthy()
})

test('[W35] a figure is called by its own title', async () => {
  await shown({
    workbench: ofRole(tile('a', 'figure', 0, { figure: 'customers-month', title: '本月新客' })),
    customers: { rows: [], count: 3 },
  })
  expect(await screen.findByRole('button', { name: /^本月新客/ })).toBeTruthy()
})

/** With what the tab in front was opened. */
const opened = () => {
  const { tabs, active } = remembered('tabs') as { tabs: { id: string; route: string; params: object }[]; active: string }
  const { route, params } = tabs.find(({ id }) => id === active)!
  return { route, params }
}

test('[W37] [W38] a list of which nothing was said opens as it is shown, not as the user usually has that list', async () => {
  await shown({
    workbench: ofRole(tile('b', 'list', 4, { page: 'customers' })),
    customers: { rows: [], count: 3 },
  })
  fireEvent.click(await screen.findByRole('button', { name: '查看全部: 客户' }))
  expect(opened()).toEqual({ route: 'customers', params: { look: '{}' } })
})

test('[U25] [W35] the calendar of a desk that stays open over midnight goes on to the new day', async () => {
  await shown({ workbench: ofRole(tile('a', 'calendar', 0)), 'task-calendar': { items: [], days: [] } })
  const today = officeState().viewer!.today
  const chosen = () => screen.getAllByRole('gridcell', { selected: true }).map((cell) => cell.dataset['day'])
  await screen.findAllByRole('gridcell')
  expect(chosen()).toEqual([today])
  act(() => setOffice({ viewer: { ...officeState().viewer!, today: addDays(today, 1) } }))
  expect(chosen()).toEqual([addDays(today, 1)])
})

test('[W36] a shortcut of which nothing is known yet is not called gone, and what it is of is called as its page', async () => {
  const [one, other] = ['01890000-0000-7000-8000-00000000d001', '01890000-0000-7000-8000-00000000d002']
  const named = { records: [{ id: one, kind: 'customer', title: 'Acme' }], views: [] }
  const office = await fakeOffice({ viewer: aViewer(), queries: { 'shortcut-names': named } })
  const Names = ({ ids }: { ids: string[] }) => {
    const names = useShortcutNames(ids.map((id) => ({ route: 'customers', id })))
    return ids.map((id) => (
      <p key={id}>
        {names.nameOf({ route: 'customers', id })} {names.kindOf({ route: 'customers', id })}
      </p>
    ))
  }
  const within_ = (ids: string[]) => (
    <RoutesContext value={customers.routes}>
      <Names ids={ids} />
    </RoutesContext>
  )
  const { rerender } = render(within_([one]))
  expect(await screen.findByText('Acme 客户')).toBeTruthy()
  let tell: (value: unknown) => void = () => undefined
  office.queries['shortcut-names'] = () => new Promise((resolve) => (tell = resolve))
  rerender(within_([one, other]))
  expect(await screen.findByText('Acme 客户')).toBeTruthy()
  expect(screen.getByText('… 客户')).toBeTruthy()
  await waitFor(() => expect(office.asked.filter((asked) => asked.kind === 'query' && asked.name === 'shortcut-names')).toHaveLength(2))
  tell(named)
  expect(await screen.findByText(/已不在/)).toBeTruthy()
})
