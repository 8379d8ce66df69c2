// The profit page of a deal against a fake office: the three columns, their difference, and where each figure leads.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { PROFIT_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import { fakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { DealProfitPage } from './deal-profit-page.tsx'

const deal = '01890000-0000-7000-8000-000000000001'
const yuan = (minor: number) => ({ minor, currency: 'CNY' })
const estimate = '01890000-0000-7000-8000-000000000002'
const amounts: Partial<Record<(typeof PROFIT_LINES)[number], [estimated: number, committed: number, actual: number]>> = {
  revenue: [35_500_000, 35_500_000, 35_500_000],
  freight: [-1_385_500, -1_420_000, -1_420_000],
  'exchange-difference': [0, 0, -145_000],
}
beforeEach(async () => {
  await fakeOffice({
    queries: {
      'deal-profit': {
        dealId: deal,
        number: 'D2026-0001',
        customerName: 'Buyer',
        currency: 'USD',
        lines: PROFIT_LINES.map((line) => {
          const [estimated, committed, actual] = amounts[line] ?? [0, 0, 0]
          return {
            ...{ line, estimated: yuan(estimated), committed: yuan(committed), actual: yuan(actual) },
            ...{ variance: yuan(actual - estimated), variancePercent: estimated === 0 ? null : '2.5' },
          }
        }),
        estimate: {
          ...{ id: estimate, number: 'PE2026-0001-02', version: 2, approved: true },
          ...{ profit: yuan(7_300_000), margin: '20.5634', exchangeCost: '5.5100' },
        },
        committedProfit: yuan(7_262_350),
        actualProfit: yuan(7_117_350),
        committedMargin: '20.4573',
        actualMargin: '20.0489',
        variance: yuan(-182_650),
        variancePercent: '-2.5021',
        exchangeCost: '5.5250',
        netFobIncome: { minor: 4_633_500, currency: 'USD' },
      },
    },
  })
  openTab()
  inTab(<DealProfitPage params={{ id: deal }} />)
  await screen.findByRole('table', { name: '业务利润' })
})
const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
const opened = () => tabList().tabs.find((t) => t.id === tabList().active)

test('every line stands with estimated, committed, actual and the difference in amount and per cent', () => {
  expect(screen.getAllByRole('row')).toHaveLength(PROFIT_LINES.length + 4)
  expect(
    row('汇兑差额')
      .getAllByRole('cell')
      .map((c) => c.textContent),
  ).toEqual(['汇兑差额', '0.00', '0.00', '-1,450.00', '-1,450.00', ''])
  expect(
    row('利润')
      .getAllByRole('cell')
      .map((c) => c.textContent),
  ).toEqual(['利润', '73,000.00', '72,623.50', '71,173.50', '-1,826.50', '-2.5021 %'])
  expect(screen.getByText('估算 PE2026-0001-02（已批准）')).toBeTruthy()
  expect(screen.getAllByText('5.5250')).toHaveLength(2)
  expect(screen.getByText('46,335.00')).toBeTruthy()
  expect(screen.getAllByText('20.0489 %').length).toBeGreaterThan(0)
})

test('a posted figure opens its postings, a contracted one the deal with its contracts', async () => {
  await userEvent.click(screen.getByRole('button', { name: /^汇兑差额 实际/ }))
  await waitFor(() =>
    expect(opened()).toMatchObject({ route: 'deal-profit-details', params: { dealId: deal, line: 'exchange-difference' } }),
  )
  await userEvent.click(screen.getByRole('button', { name: /^海运费 已签约/ }))
  await waitFor(() => expect(opened()).toMatchObject({ params: { dealId: deal, line: 'freight' } }))
  await userEvent.click(screen.getByRole('button', { name: /^销售收入 已签约/ }))
  await waitFor(() => expect(opened()).toMatchObject({ route: 'deal', params: { id: deal } }))
})

test('an estimated figure opens the estimate', async () => {
  await userEvent.click(screen.getByRole('button', { name: /^海运费 估算/ }))
  await waitFor(() => expect(opened()).toMatchObject({ route: 'profit-estimate', params: { id: estimate } }))
})

test('a figure of nothing leads nowhere', () => {
  expect(row('保险费').queryAllByRole('button')).toEqual([])
})

test('prints the page and nothing else', async () => {
  let marked = false
  window.print = () => {
    marked = document.documentElement.hasAttribute('data-printing')
    window.dispatchEvent(new Event('afterprint'))
  }
  await userEvent.click(screen.getByRole('button', { name: '打印' }))
  expect(marked).toBe(true)
  expect(document.documentElement.hasAttribute('data-printing')).toBe(false)
})
