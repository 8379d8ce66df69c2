// The page of net sales against a fake office.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { barsOf } from './sales-bars.ts'
import { SalesByPage } from './sales-by-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })

describe('net sales', () => {
  const row = (group: string, currency: string, netBase: number): ListRow => ({
    id: `${group}|${currency}`,
    group,
    groupId: group,
    currency,
    netBase: cny(netBase),
  })

  test('a group’s bar holds all its currencies; the greatest first, time in its order', () => {
    const rows = [row('Anna', 'USD', 5), row('Bert', 'USD', 7), row('Anna', 'EUR', 6)]
    expect(barsOf(rows, 'salesperson').map((b) => [b.label, b.money.minor])).toEqual([
      ['Anna', 11],
      ['Bert', 7],
    ])
    expect(barsOf([row('2026-02', 'USD', 9), row('2026-01', 'USD', 1)], 'month').map((b) => b.label)).toEqual(['2026-01', '2026-02'])
  })

  test('asks for the chosen groupings and opens what a group is', async () => {
    const asked: unknown[] = []
    await fakeOffice({
      queries: {
        'sales-by': ({ params }: { params: unknown }) => {
          asked.push(params)
          return { rows: [row(id(9), 'USD', 5)], columns: ['group', 'second', 'currency', 'netBase'], count: 1, totals: {} }
        },
        reference: { currencies: [], countries: [], units: [], containerTypes: [], incoterms: [], carriers: [] },
      },
    })
    openTab()
    inTab(<SalesByPage />)
    await waitFor(() => expect(asked).toContainEqual({ by: 'salesperson' }))
    fireEvent.mouseDown(screen.getByLabelText('统计项'))
    fireEvent.click(await screen.findByText('客户', { selector: 'li' }))
    fireEvent.mouseDown(screen.getByLabelText('再按'))
    fireEvent.click(await screen.findByText('月份', { selector: 'li' }))
    await waitFor(() => expect(asked).toContainEqual({ by: 'customer', second: 'month' }))
  })
})
