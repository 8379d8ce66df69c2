// The pivot: figures in their columns, the rest and the total, the keyboard's way through them, and what a figure opens.
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PivotTable, type OpenFigure } from './pivot-table.tsx'

vi.setConfig({ testTimeout: 60_000 })
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const figures = (...values: number[]) => values.map((minor) => [{ value: cny(minor), share: '50.00' }])
const answer: StatisticAnswer = {
  head: { range: { from: '2026-01-01', to: '2026-12-31' }, compared: null, clock: null, scopes: [], filters: [], notes: [] },
  measures: [{ name: 'orders', unit: 'money', kind: 'flow' }],
  rows: ['customer'],
  column: 'quarter',
  columns: [
    { key: '2026-Q1', label: '2026-Q1', kind: 'member' },
    { key: '2026-Q2', label: '2026-Q2', kind: 'member' },
  ],
  lines: [
    { members: [{ key: 'a', label: 'Alfreds' }], kind: 'member', figures: figures(100_00, 50_00, 150_00) },
    { members: [{ key: '', label: '（无客户）' }], kind: 'none', figures: figures(0, 7_00, 7_00) },
    { members: [], kind: 'rest', count: 12, figures: figures(1_00, 2_00, 3_00) },
  ],
  total: figures(101_00, 59_00, 160_00),
}

test('[CU22] a figure opens its own members; the rest opens nothing; the arrows go from figure to figure', async () => {
  await fakeOffice({})
  openTab()
  const onOpen = vi.fn<OpenFigure>()
  inTab(<PivotTable answer={answer} own={false} onOpen={onOpen} />)
  const grid = await screen.findByRole('grid')
  expect(within(grid).getByRole('row', { name: /其余 12 个/ })).toBeTruthy()
  const cell = within(grid).getByText('50.00')
  cell.focus()
  fireEvent.keyDown(cell, { key: 'Enter' })
  expect(onOpen).toHaveBeenLastCalledWith(
    'orders',
    [
      { dimension: 'customer', key: 'a', label: 'Alfreds' },
      { dimension: 'quarter', key: '2026-Q2', label: '2026-Q2' },
    ],
    false,
  )
  fireEvent.keyDown(cell, { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toBe('7.00')
  // One figure alone stands in the order of Tab: the one that was reached last.
  expect(
    within(grid)
      .getAllByRole('gridcell')
      .filter((one) => one.tabIndex === 0),
  ).toEqual([document.activeElement])
  fireEvent.keyDown(document.activeElement!, { key: 'End' })
  expect(document.activeElement?.textContent).toBe('50.00 %')
  fireEvent.click(within(grid).getByText('2.00'))
  expect(onOpen).toHaveBeenCalledTimes(1)
  fireEvent.click(within(grid).getByText('160.00'))
  expect(onOpen).toHaveBeenLastCalledWith('orders', [], false)
})
