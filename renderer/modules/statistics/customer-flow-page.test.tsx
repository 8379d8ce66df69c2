// New, repeat and reactivated customers: the newest period first, each with how many and what they ordered.
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { CustomerFlowPage } from './customer-flow-page.tsx'

const part = (customers: number, minor: number) => ({ customers, minor })
const periods = [
  { key: '2026-Q1', new: part(2, 50_000), repeat: part(0, 0), reactivated: part(0, 0), all: part(2, 50_000) },
  { key: '2026-Q2', new: part(1, 10_000), repeat: part(2, 70_050), reactivated: part(1, 5_000), all: part(4, 85_050) },
]

test('[CU34] periods stand the newest first', async () => {
  await fakeOffice({ queries: { 'customer-flow': { currency: 'CNY', periods } } })
  openTab()
  inTab(<CustomerFlowPage />)
  const table = await screen.findByRole('table')
  const rows = within(table).getAllByRole('row').slice(1)
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['2026-Q2', '2026-Q1'])
  expect(
    within(rows[0]!)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([...['1', '100.00', '2', '700.50', '1', '50.00', '4', '850.50']])
})
