// Pages of month end against a fake office: periods and the revaluation.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PeriodPage } from './period-page.tsx'
import { RevaluationPage } from './revaluation-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const cny = (minor: number) => ({ minor, currency: 'CNY' })

const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)

describe('periods', () => {
  test('closing proposes the end of last month; reopening needs the right and a reason', async () => {
    const office = await fakeOffice({
      viewer: aViewer({ closedThrough: '2026-01-31', permissions: allPermissions.filter((p) => p !== 'period.reopen') }),
      commands: { 'close-period': {} },
    })
    openTab()
    inTab(<PeriodPage />)
    expect(await screen.findByText(/已结账至 2026-01-31/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '反月结' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '月结' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect((dialog.getByRole('textbox') as HTMLInputElement).value).toBe('2026-02-28')
    fireEvent.click(dialog.getByRole('button', { name: '月结' }))
    await waitFor(() => expect(sent(office, 'close-period')).toEqual([{ through: '2026-02-28' }]))
  })

  const line = {
    ...{ account: '1122', subject: 'SH2026-0001', name: 'Hansa GmbH', bankAccountId: null, kind: 'invoice' as const, documentId: id(11) },
    ...{ balance: usd(100_00), rate: '85', before: cny(8000_00), after: cny(8500_00), difference: cny(500_00) },
  }
  const preview = (part: Partial<QueryOutput<'preview-revaluation'>> = {}): QueryOutput<'preview-revaluation'> => ({
    ...{ on: '2026-02-28', withAdvances: false, bankDifference: cny(0), itemDifference: cny(500_00), lines: [line], missing: [] },
    ...{ done: null, doneId: null, isOver: true },
    ...part,
  })

  test('[T25] the page of month end says what comes before closing: rates, then the revaluation with its difference', async () => {
    await fakeOffice({ queries: { 'preview-revaluation': preview() } })
    openTab()
    inTab(<PeriodPage />)
    expect(await screen.findByText(/1 项外币余额待调/)).toBeTruthy()
  })

  test('[T25] what lacks a rate is named before anything is revalued', async () => {
    await fakeOffice({ queries: { 'preview-revaluation': preview({ missing: ['USD', 'EUR'] }) } })
    openTab()
    inTab(<PeriodPage />)
    expect(await screen.findByText(/没有 USD, EUR 在 2026-02-28 或之前的汇率/)).toBeTruthy()
    expect(screen.getByText(/先录入汇率，再调汇/)).toBeTruthy()
  })

  test('[T25] a revaluation is shown account by account, posted with the choice for advances, and not twice', async () => {
    const office = await fakeOffice({
      queries: { 'preview-revaluation': preview() },
      commands: { 'revalue-month': { id: id(9), number: 'RV2026-0001', difference: cny(500_00) } },
    })
    openTab()
    inTab(<RevaluationPage params={{}} />)
    expect(await screen.findByText('SH2026-0001')).toBeTruthy()
    expect(screen.getAllByText(/500\.00/).length).toBe(3)
    fireEvent.click(screen.getByRole('checkbox', { name: '预收、预付也调' }))
    const post = (await screen.findByRole('button', { name: '调汇入账（2026-02）' })) as HTMLButtonElement
    await waitFor(() => expect(post.disabled).toBe(false))
    fireEvent.click(post)
    await waitFor(() => expect(sent(office, 'revalue-month')).toEqual([{ id: expect.any(String), month: '2026-02', withAdvances: true }]))
  })

  test('[T25] a month that is revalued already offers no second one', async () => {
    await fakeOffice({ queries: { 'preview-revaluation': preview({ done: 'RV2026-0001', doneId: id(9), withAdvances: true }) } })
    openTab()
    inTab(<RevaluationPage params={{}} />)
    expect(await screen.findByText('已调汇：RV2026-0001')).toBeTruthy()
    expect((screen.getByRole('button', { name: '调汇入账（2026-02）' }) as HTMLButtonElement).disabled).toBe(true)
    const advances = screen.getByRole('checkbox', { name: '预收、预付也调' }) as HTMLInputElement
    expect([advances.checked, advances.disabled]).toEqual([true, true])
    fireEvent.click(screen.getByRole('button', { name: '打开调汇单' }))
    await waitFor(() => expect(tabList().tabs).toContainEqual(expect.objectContaining({ route: 'revaluation', params: { id: id(9) } })))
  })
})
