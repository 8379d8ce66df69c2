// A statistic on a desk: one to begin with or one that was kept, as a chart or a table; what is gone or not for this viewer says so.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { StatisticAnswer } from '../../../../preload/contract/modules/statistics/calls.ts'
import { aViewer, fakeOffice } from '../../../client/testing/fake-office.ts'
import { tabList } from '../../../client/use-tabs.ts'
import { inTab, openTab } from '../../../kit/testing/in-tab.tsx'
import { questionOf } from '../question.ts'
import { StatisticForm } from './statistic-form.tsx'
import { StatisticTile } from './statistic-tile.tsx'

vi.setConfig({ testTimeout: 60_000 })
const KEPT = '01890000-0000-7000-8000-00000000aaaa'
const question = questionOf({ measures: ['orders'], rows: ['customer'] })
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const answer: StatisticAnswer = {
  head: { ...{ range: { from: '2026-01-01', to: '2026-12-31' }, compared: null, clock: null, scopes: [], notes: [] }, filters: [] },
  measures: [{ name: 'orders', unit: 'money', kind: 'flow' }],
  ...{ rows: ['customer'], column: null, columns: [] },
  lines: [{ members: [{ key: 'a', label: 'Alfreds' }], kind: 'member', figures: [[{ value: cny(5_00) }]] }],
  total: [[{ value: cny(5_00) }]],
}
const begin = async () => {
  await fakeOffice({
    viewer: aViewer({ permissions: ['statistic.view'] }),
    queries: {
      statistic: answer,
      statistics: {
        statistics: [{ ...{ id: KEPT, revision: 1, name: 'Mine', question, mine: true, owner: '', roleId: null, role: null } }],
        readyMade: [{ name: 'customers', question }],
        roles: [],
      },
    },
  })
  openTab()
}
const tile = (settings: Record<string, string>) => inTab(<StatisticTile id="a" w={6} h={6} settings={settings} />)

test('[W35] a table of one to begin with: its figure opens its documents, its title the statistic itself', async () => {
  await begin()
  tile({ ready: 'customers', chart: 'table' })
  fireEvent.click((await screen.findAllByText('5.00'))[0]!)
  const card = within(screen.getByRole('region', { name: '客户排名' }))
  await waitFor(() => expect(tabList().tabs.at(-1)).toMatchObject({ route: 'statistic-facts' }))
  fireEvent.click(card.getByRole('button', { name: /客户排名/ }))
  await waitFor(() =>
    expect(tabList().tabs).toContainEqual(expect.objectContaining({ route: 'statistics', params: { statistic: 'ready:customers' } })),
  )
})
test('[W35] a chart of one that was kept is called as it is; one that is gone says so', async () => {
  await begin()
  const { unmount } = tile({ kept: KEPT, chart: 'bar' })
  expect(await screen.findByRole('region', { name: 'Mine' })).toBeTruthy()
  unmount()
  tile({ kept: '01890000-0000-7000-8000-00000000bbbb' })
  expect(await screen.findByText('这个统计已被删除或不再与您共享。')).toBeTruthy()
})
test('[W35] the form names those that are kept and those to begin with, and one chosen takes the place of the other', async () => {
  await begin()
  const onChange = vi.fn<(settings: Record<string, unknown>) => void>()
  inTab(<StatisticForm settings={{ ready: 'customers', chart: 'pie' }} onChange={onChange} />)
  fireEvent.mouseDown((await screen.findAllByRole('combobox'))[0]!)
  fireEvent.click(await screen.findByRole('option', { name: 'Mine' }))
  expect(onChange).toHaveBeenLastCalledWith({ chart: 'pie', kept: KEPT })
})
