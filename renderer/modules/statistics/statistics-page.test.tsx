// The page of statistics: what the answer calls its filters by, who may carry it away, what a figure opens, and how members to filter by are asked for.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { PivotTable, type OpenFigure } from './pivot-table.tsx'
import { questionOf } from './question.ts'
import { StatisticsPage } from './statistics-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const answer: StatisticAnswer = {
  head: {
    ...{
      range: { from: '2026-01-01', to: '2026-12-31' },
      compared: { from: '2020-01-01', to: '2020-12-31' },
      clock: null,
      scopes: [],
      notes: [],
    },
    filters: [{ dimension: 'customer', not: true, members: [{ key: 'id-1', label: 'Alfreds' }] }],
  },
  measures: [{ name: 'orders', unit: 'money', kind: 'flow' }],
  rows: ['portOfLoading'],
  column: 'portOfDischarge',
  columns: [{ key: 'CNNGB', label: 'To Ningbo', kind: 'member' }],
  lines: [{ members: [{ key: 'CNNGB', label: 'From Ningbo' }], kind: 'member', figures: [[{ value: cny(0) }], [{ value: null }]] }],
  total: [[{ value: cny(0) }], [{ value: cny(5_00) }]],
}
const question = questionOf({
  ...{ measures: ['orders'], rows: ['portOfLoading'], column: 'portOfDischarge' },
  ...{ filters: [{ dimension: 'customer', members: ['id-1'], not: true }], compare: { from: '2020-01-01', to: '2020-12-31' } },
})
const page = async (permissions: readonly (typeof allPermissions)[number][]) => {
  await fakeOffice({
    viewer: aViewer({ permissions: [...permissions] }),
    queries: {
      statistic: answer,
      'statistic-choices': {
        measures: [
          { name: 'orders', unit: 'money', kind: 'flow', clocked: false, dimensions: ['customer', 'portOfLoading', 'portOfDischarge'] },
        ],
        dimensions: ['customer', 'portOfLoading', 'portOfDischarge'].map((name) => ({ name, time: false, route: null })),
      },
      statistics: { statistics: [], readyMade: [{ name: 'customers', question }], roles: [] },
    },
  })
  openTab()
  inTab(<StatisticsPage params={{}} />)
  await screen.findByText('客户 ≠ Alfreds')
}

test('[CU29] filters are called by the answer, a comparison of its own is said, and who may not export has no way to', async () => {
  await page(allPermissions.filter((p) => p !== 'statistic.export'))
  expect(screen.getByText('指定期间')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '导出到 Excel' })).toBeNull()
})
test('[CU29] who may export has one', async () => {
  await page(allPermissions)
  expect(screen.getByRole('button', { name: '导出到 Excel' })).toBeTruthy()
})

test('[CU7] [CU22] what cancels to nothing opens its documents, each member by its own dimension; what has no figure opens nothing', async () => {
  await fakeOffice({})
  openTab()
  const onOpen = vi.fn<OpenFigure>()
  inTab(<PivotTable answer={answer} own={false} onOpen={onOpen} />)
  const row = within(await screen.findByRole('grid')).getByRole('row', { name: /From Ningbo/ })
  fireEvent.click(within(row).getByText('0.00'))
  expect(onOpen).toHaveBeenLastCalledWith(
    'orders',
    [
      { dimension: 'portOfLoading', key: 'CNNGB', label: 'From Ningbo' },
      { dimension: 'portOfDischarge', key: 'CNNGB', label: 'To Ningbo' },
    ],
    false,
  )
  fireEvent.click(within(row).getByText('–'))
  expect(onOpen).toHaveBeenCalledTimes(1)
})

test('members are asked for once where there are no more, and by a text that has rested where there are', async () => {
  const member = (label: string) => ({ key: label, label })
  for (const more of [false, true]) {
    const office = await fakeOffice({ queries: { 'statistic-members': { members: ['Alfreds', 'Berglunds', 'Bolido'].map(member), more } } })
    const props = {
      filter: null,
      dimensions: ['customer'],
      measure: 'orders',
      memberNames: {},
      onClose: () => undefined,
      onSave: () => undefined,
    }
    openTab()
    const { unmount } = inTab(<FilterEditor {...props} />)
    const field = await screen.findByRole('combobox', { name: '成员' })
    for (const value of ['b', 'bo', 'bol']) fireEvent.change(field, { target: { value } })
    await screen.findByRole('option', { name: 'Bolido' })
    const texts = () =>
      office.asked.filter((r) => 'name' in r && r.name === 'statistic-members').map((r) => (r as { input: { text: string } }).input.text)
    await waitFor(() => expect(texts()).toEqual(more ? ['', 'bol'] : ['']))
    if (!more) expect(screen.queryByRole('option', { name: 'Berglunds' })).toBeNull()
    unmount()
  }
})
