// The views menu against a fake office: keeping the list as it is, sharing, the default, removing. Rules W20 to W22 of the workbench.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../testing/in-tab.tsx'
import type { ListView } from '../office-calls.ts'
import { ViewsMenu } from './views-menu.tsx'

const ROLE = '01890000-0000-7000-8000-00000000000a'
const view = (over: Partial<ListView>): ListView => ({
  ...{ id: '01890000-0000-7000-8000-0000000000b1', revision: 3, name: '本月未出运', look: '{"widths":{}}', mine: true },
  ...{ owner: '王芳', roleId: null, role: null, preset: false, ...over },
})
const shared = view({
  id: '01890000-0000-7000-8000-0000000000b2',
  name: '部门视图',
  mine: false,
  roleId: ROLE,
  role: '业务员',
  owner: '林慧',
})

let office: FakeOffice
let views: { views: ListView[]; roles: { id: string; name: string }[] }
beforeEach(async () => {
  views = { views: [view({}), shared], roles: [] }
  office = await fakeOffice({ queries: { 'list-views': () => views }, commands: { 'save-list-view': {}, 'remove-list-view': {} } })
  openTab()
})
const sent = (name: string) => office.asked.flatMap((r) => (r.kind === 'command' && r.name === name ? [r.input] : []))
const onChoose = vi.fn<(view: ListView | null) => void>()
const onSaved = vi.fn<(id: string) => void>()
const show = async (current: string | null = null) => {
  onChoose.mockClear()
  onSaved.mockClear()
  inTab(
    <ViewsMenu
      list="sales-contracts"
      current={current}
      narrow={false}
      look={() => '{"search":"x"}'}
      onChoose={onChoose}
      onSaved={onSaved}
    />,
  )
  const name = current === null ? '视图' : /^视图：/
  await userEvent.click(await screen.findByRole('button', { name }))
  return screen.findByRole('menu')
}
const items = (menu: HTMLElement) =>
  within(menu)
    .getAllByRole('menuitem')
    .map((item) => item.textContent)

test('[W20] shows one’s own views and those shared with one’s roles, and chooses among them', async () => {
  const menu = await show()
  expect(items(menu)).toEqual(['系统默认', '本月未出运', '部门视图共享给“业务员”· 林慧', '把当前样子另存为视图…'])
  await userEvent.click(within(menu).getByText('部门视图'))
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(shared)
})

test('[W20] [W21] keeps the list as it is under a name; sharing is not offered to who may not share', async () => {
  await userEvent.click(within(await show()).getByText('把当前样子另存为视图…'))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).queryByText('共享给')).toBeNull()
  expect(within(dialog).getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
  await userEvent.type(within(dialog).getByRole('textbox'), '待收款')
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1))
  expect(sent('save-list-view')).toEqual([
    { id: onSaved.mock.calls[0]![0], list: 'sales-contracts', name: '待收款', look: '{"search":"x"}', roleId: null, preset: false },
  ])
})

test('[W21] [W22] who may share gives it to a role, as what its people open the list with', async () => {
  views = { ...views, roles: [{ id: ROLE, name: '业务员' }] }
  await userEvent.click(within(await show()).getByText('把当前样子另存为视图…'))
  const dialog = await screen.findByRole('dialog')
  await userEvent.type(within(dialog).getByRole('textbox', { name: /名称/ }), '待收款')
  await userEvent.click(within(dialog).getByRole('combobox', { name: '共享给' }))
  await userEvent.click(await screen.findByRole('option', { name: '业务员' }))
  await userEvent.click(within(dialog).getByRole('checkbox', { name: '此角色的人打开列表时用这个视图' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sent('save-list-view')).toMatchObject([{ name: '待收款', roleId: ROLE, preset: true }]))
})

test('[W21] a view shared by somebody else is changed and removed only by who may share', async () => {
  expect(items(await show(shared.id))).not.toContain('删除视图“部门视图”')
})

test('one’s own view is changed over the version that was seen, and removed; the list is then as it comes', async () => {
  const mine = view({})
  await userEvent.click(within(await show(mine.id)).getByText('修改视图“本月未出运”…'))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('checkbox', { name: '打开此列表时用这个视图' }))
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sent('save-list-view')).toMatchObject([{ id: mine.id, revision: 3, preset: true }]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: /^视图：/ }))
  await userEvent.click(await screen.findByText('删除视图“本月未出运”'))
  await waitFor(() => expect(sent('remove-list-view')).toEqual([{ id: mine.id, revision: 3 }]))
  await waitFor(() => expect(onChoose).toHaveBeenCalledExactlyOnceWith(null))
})
