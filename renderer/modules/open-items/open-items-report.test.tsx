// The report of open items by age against a fake office.
import { screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { reportPage } from './open-items-report.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })

describe('reports', () => {
  const ageing = {
    rows: [{ id: '7', party: 'Hansa GmbH', partyId: id(3), total: cny(500_00), notDue: cny(0), bucket1: cny(500_00), bucket2: cny(0) }],
    columns: ['party', 'total', 'notDue', 'bucket1', 'bucket2'],
    count: 1,
    totals: { total: [cny(500_00)], notDue: [cny(0)], bucket1: [cny(500_00)], bucket2: [cny(0)] },
    header: { asOf: '2026-03-02', ageingBasis: 'due-date', bucket1: '1–45', bucket2: '>45' },
  }
  test('columns of an ageing are titled by the company`s own buckets; day and basis stand above', async () => {
    const office = await fakeOffice({ queries: { ageing } })
    openTab()
    const Page = reportPage('receivable', 'ageing')
    inTab(<Page params={{ asOf: '2026-03-02' }} />)
    expect(await screen.findByText('>45')).toBeTruthy()
    expect(screen.getByText('1–45')).toBeTruthy()
    expect(screen.getByText(/账龄起算 到期日/)).toBeTruthy()
    expect(screen.queryByText('账龄段 1')).toBeNull()
    expect(office.asked).toContainEqual(
      expect.objectContaining({ name: 'ageing', input: expect.objectContaining({ params: { side: 'receivable', asOf: '2026-03-02' } }) }),
    )
  })
})
