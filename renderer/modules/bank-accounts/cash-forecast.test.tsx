// The page of the cash forecast: figures by week, what is not in them, and each figure opens what it is made of.
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { remembered } from '../../client/remembered.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { CashForecastPage } from './cash-forecast-page.tsx'

const weeks = [
  { from: '2026-03-02', to: '2026-03-08' },
  { from: '2026-03-09', to: '2026-03-15' },
]
const forecast = {
  ...{ currency: 'CNY', currencies: ['CNY', 'USD'], weeks, opening: 100_000, leftOut: [], withoutRate: [], narrowed: false },
  lines: [
    { kind: 'receivable', certainty: 'sure', cells: [50_000, 0], later: 7_700, undated: 0 },
    { kind: 'purchase', certainty: 'expected', cells: [-200_000, 0], later: 0, undated: -1_000 },
  ],
  ...{ net: [-150_000, 0], closing: [-50_000, -50_000], inflow: 50_000, outflow: -200_000, lowest: { week: 0, balance: -50_000 } },
}

test('figures stand by week, with what is later and what has no day; below zero is red; the arrows and Enter open a figure', async () => {
  const fake = await fakeOffice({ queries: { 'cash-forecast': forecast } })
  openTab()
  inTab(<CashForecastPage />)
  const table = await screen.findByRole('grid')
  const row = (name: RegExp) => within(table).getByRole('row', { name })
  const figures = (name: RegExp) =>
    within(row(name))
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent)
  expect(figures(/^应收账款/)).toEqual(['500.00', '0.00', '77.00', '0.00'])
  expect(figures(/^采购合同/)).toEqual(['-2,000.00', '0.00', '0.00', '-10.00'])
  expect(figures(/^期末余额/)).toEqual(['-500.00', '-500.00'])
  expect(fake.asked).toContainEqual(expect.objectContaining({ name: 'cash-forecast', input: { weeks: 13, lateDays: 0 } }))
  const user = userEvent.setup()
  await user.tab()
  within(table).getAllByRole('gridcell')[0]!.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('500.00')
  await user.keyboard('{Enter}')
  const { tabs } = remembered('tabs') as { tabs: { route: string; params: object }[] }
  expect(tabs.at(-1)).toMatchObject({
    route: 'expected-cash',
    params: { kind: 'receivable', from: '2026-03-02', to: '2026-03-08', dated: 'true' },
  })
})

test('what is not in the forecast is said', async () => {
  await fakeOffice({
    queries: { 'cash-forecast': { ...forecast, leftOut: ['purchase', 'freight'], withoutRate: ['EUR'], narrowed: true } },
  })
  openTab()
  inTab(<CashForecastPage />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/采购合同（未开票）、运费（未开票）.*EUR.*范围/)
})
