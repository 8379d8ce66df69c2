// The desk of a role: what was saved is what stands there, until another window has saved; settings offer what the role may see.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import type { Screens } from '../../records/index.ts'
import { RoleWorkbenchesPage } from './role-workbenches-page.tsx'
import { workbench } from './index.tsx'

vi.setConfig({ testTimeout: 60_000 })
const ROLE = '01890000-0000-7000-8000-00000000cccc'
const tile = (id: string, x: number, kind = 'note', settings: Tile['settings'] = {}): Tile => ({
  ...{ id, kind, x, y: 0, w: 4, h: 4 },
  settings,
})
const kept = (revision: number, ...tiles: Tile[]) => ({ roleId: ROLE, revision, permissions: ['customer.view'], tiles })
const lists: Screens = {
  routes: [
    { name: 'customers', page: () => null, permission: 'customer.view', menu: { group: 'parties', order: 1, icon: null } },
    { name: 'products', page: () => null, permission: 'product.view', menu: { group: 'parties', order: 2, icon: null } },
  ],
}
const shown = async (desk: ReturnType<typeof kept>, queries: Record<string, unknown> = {}) => {
  const office = await fakeOffice({
    viewer: aViewer({ permissions: ['role-workbench.edit', 'customer.view', 'product.view'] }),
    queries: {
      'role-workbenches': [{ roleId: ROLE, name: '业务员', code: null, arranged: desk.revision > 0 }],
      'role-workbench': desk,
      'shortcut-names': { records: [], views: [] },
      ...queries,
    },
    commands: {
      'save-role-workbench': ({ revision }: { revision: number }) => ({ id: ROLE, revision: revision + 1 }),
      'reset-role-workbench': {},
    },
  })
  openTab()
  inTab(<RoleWorkbenchesPage />, workbench, lists)
  return office
}
const tileNamed = (name: RegExp) => screen.findByRole('group', { name })
const sent = (office: Awaited<ReturnType<typeof shown>>, name: string) =>
  office.asked.flatMap((one) => (one.kind === 'command' && one.name === name ? [one.input] : []))

test('[W31] [W33] the desk of a role is saved twice from one window and given up; what was saved stands there', async () => {
  const office = await shown(kept(0, tile('a', 0)))
  const save = async (column: number) => {
    fireEvent.keyDown(await tileNamed(new RegExp(`^便笺，第 ${column} 列`)), { key: 'ArrowRight' })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent(office, 'save-role-workbench')).toHaveLength(column))
    // Not as it was before, while the office has not told how it is.
    await waitFor(() => expect(screen.queryByRole('group', { name: new RegExp(`^便笺，第 ${column} 列`) })).toBeNull())
    office.queries['role-workbench'] = kept(column, tile('a', column))
    office.notify({ kind: 'changed', tables: ['role_workbench'] })
    expect(await tileNamed(new RegExp(`^便笺，第 ${column + 1} 列`))).toBeTruthy()
  }
  await save(1)
  await save(2)
  expect(sent(office, 'save-role-workbench')).toMatchObject([{ revision: 0 }, { revision: 1 }])
  fireEvent.click(screen.getByRole('button', { name: '恢复默认' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '恢复默认' }))
  await waitFor(() => expect(sent(office, 'reset-role-workbench')).toEqual([{ roleId: ROLE, revision: 2 }]))
})

test('[W33] what a colleague saves is taken up while nothing was changed here', async () => {
  const office = await shown(kept(0, tile('a', 0)))
  expect(await tileNamed(/^便笺，第 1 列/)).toBeTruthy()
  office.queries['role-workbench'] = kept(1, tile('a', 5))
  office.notify({ kind: 'changed', tables: ['role_workbench'] })
  expect(await tileNamed(/^便笺，第 6 列/)).toBeTruthy()
})

test('[W33] the settings of a tile offer what the role may see, and the views that are shared with it', async () => {
  const view = (id: string, name: string, roleId: string | null) => ({
    ...{ id, revision: 1, name, look: '{}', mine: true, owner: '', roleId, role: null, preset: false },
  })
  await shown(kept(0, tile('a', 0, 'list', { page: 'customers' })), {
    'list-views': { views: [view('1', '自己的', null), view('2', '共享的', ROLE)], roles: [] },
    customers: { rows: [], count: 0 },
  })
  fireEvent.keyDown(await tileNamed(/^客户，第 1 列/), { key: 'Enter' })
  const dialog = within(await screen.findByRole('dialog'))
  const optionsOf = async (label: string) => {
    fireEvent.mouseDown(await dialog.findByRole('combobox', { name: label }))
    const options = (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
    return options
  }
  expect(await optionsOf('列表')).toEqual(['客户'])
  expect(await optionsOf('视图')).toEqual(['出厂样式', '共享的'])
})
