// The deal page against a fake office.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { DealPage } from './deal-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const cny = (minor: number) => ({ minor, currency: 'CNY' })

const deal = {
  id: id(1),
  number: 'D2026-0001',
  openedOn: '2026-03-01',
  stage: 'shipping',
  customerId: id(2),
  customerName: 'Buyer',
  ownerId: id(3),
  ownerName: 'Seller',
  documents: [
    { kind: 'sales-contract', id: id(4), number: 'SC2026-0001', date: '2026-03-01', status: 'signed', party: 'Buyer', total: usd(50_000) },
    { kind: 'bill', id: id(5), number: 'BL2026-0001', date: '2026-03-20', status: 'posted', party: 'Factory', total: null },
  ],
}
const dealOffice = (viewer = aViewer(), row: object = { contracted: cny(355_000), revenue: cny(100), profit: cny(7) }) =>
  fakeOffice({ viewer, queries: { deal, deals: { rows: [{ id: id(1), ...row }], columns: [] } } })

describe('the deal page', () => {
  test('shows stage, figures and documents, and opens each of them', async () => {
    await dealOffice()
    openTab()
    inTab(<DealPage params={{ id: id(1) }} />)
    const documents = within(await screen.findByRole('table', { name: '单据' }))
    expect(documents.getAllByRole('row')).toHaveLength(3)
    expect(screen.getByText('出运中').closest('li')?.getAttribute('aria-current')).toBe('step')
    await waitFor(() => expect(screen.getByText('3,550.00')).toBeTruthy())
    fireEvent.click(documents.getByText('BL2026-0001'))
    expect(tabList().tabs.at(-1)).toMatchObject({ route: 'bill', params: { id: id(5) } })
    fireEvent.click(screen.getByText('增加外销合同'))
    expect(tabList().tabs.some((t) => t.route === 'sales-contract' && t.params.dealId === id(1) && t.params.customerId === id(2))).toBe(
      true,
    )
  })

  test('without the right there is no profit and no action', async () => {
    await dealOffice(aViewer({ permissions: ['deal.view'] }), { contracted: cny(355_000), revenue: cny(100) })
    openTab()
    inTab(<DealPage params={{ id: id(1) }} />)
    await waitFor(() => expect(screen.getByText('3,550.00')).toBeTruthy())
    expect(screen.queryByText('利润')).toBeNull()
    expect(screen.queryByText(/增加外销合同|生成采购合同|业务利润/)).toBeNull()
  })
})
