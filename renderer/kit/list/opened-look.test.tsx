// A list that a shortcut or a tile has opened: it stands as that says, and nobody's usual look is changed by it.
import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { remember } from '../../client/remembered.ts'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, TAB } from '../testing/in-tab.tsx'
import { ListPage } from './list-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const VIEW = '01890000-0000-7000-8000-00000000cccc'
const active = { field: 'status', op: 'is', value: 'active' }
const answer = { rows: [], columns: ['code'], count: 0, totals: {} }
const opened = async (params: Record<string, string>, views: unknown[] = []) => {
  const office = await fakeOffice({ queries: { customers: answer, 'list-views': { views, roles: [] } } })
  remember('tabs', { tabs: [{ id: TAB, route: 'customers', params, title: null, pinned: false, dirty: false }], active: TAB })
  inTab(<ListPage list="customers" />)
  return office
}
const questions = (office: FakeOffice) =>
  office.asked.flatMap((one) => (one.kind === 'query' && one.name === 'customers' ? [one.input] : []))

test('[W38] a look that the tab was opened with is asked for, and stays with the tab', async () => {
  const office = await opened({ look: JSON.stringify({ filters: [active] }) })
  await waitFor(() => expect(questions(office)).toMatchObject([{ filters: [active] }, { filters: [active] }]))
  expect(Object.keys(office.kept).filter((key) => key.startsWith('list.customers'))).toEqual([])
})
test('[W38] a view likewise, with what is searched for in it; one that is gone is told', async () => {
  const view = { id: VIEW, revision: 1, name: '活跃', look: JSON.stringify({ filters: [active], search: 'lamp' }) }
  const office = await opened({ view: VIEW }, [{ ...view, mine: true, owner: '', roleId: null, role: null, preset: false }])
  await waitFor(() => expect(questions(office).at(-1)).toMatchObject({ filters: [active], search: 'lamp' }))
  await opened({ view: VIEW })
  expect((await screen.findAllByText('这个视图已被删除或不再与您共享，现在显示的是出厂样式。')).length).toBeGreaterThan(0)
})
