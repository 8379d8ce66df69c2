// The desk on the screen: what stands on it for whom, one tile that breaks, arranging by keys, a refusal that loses nothing.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Permission } from '../../../preload/contract/access.ts'
import type { Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import type { Screens } from '../../records/index.ts'
import { HomePage } from './home-page.tsx'
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
