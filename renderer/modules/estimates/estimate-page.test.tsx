// The page of a profit estimate against a fake office: filled from the deal, the sources of its figures, what is sent, and older versions read only.
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { type FakeOffice, fakeOffice } from '../../client/testing/fake-office.ts'
import { EstimateNote } from './estimate-note.tsx'
import { ProblemNote } from '../../kit/show/index.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { EstimatePage } from './estimate-page.tsx'

const deal = '01890000-0000-7000-8000-000000000001'
const id = (n: number) => `01890000-0000-7000-8000-00000000001${n}`
const yuan = (minor: number) => ({ minor, currency: 'CNY' })
const usd = (minor: number) => ({ minor, currency: 'USD' })
const typed = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
const revenue = {
  ...{ id: id(1), description: 'SC2026-0001', currency: 'USD', rate: '7.1', amount: 5_000_000 },
  source: { ...typed, from: 'sales-contract', number: 'SC2026-0001', route: 'sales-contract', id: id(9) },
}
const cost = (n: number, line: string, amount: number | null, source: object = typed) => ({
  ...{ id: id(n), line, description: '', currency: 'USD', rate: '7.1', amount, source },
})
const purchase = {
  ...{
    id: id(2),
    description: 'Kettle',
    currency: 'CNY',
    rate: '1',
    productId: null,
    productCode: null,
    supplierId: null,
    supplierName: null,
  },
  ...{ quantity: '10000', unit: 'PCS', price: '28.25', vatRate: '13', refundRate: '13' },
  source: { ...typed, from: 'last-purchase', number: 'PC2026-0003', route: 'purchase-contract', id: id(8), date: '2026-02-01' },
}
const fill = {
  ...{ dealId: deal, dealNumber: 'D2026-0001', customerName: 'Buyer', premiumRate: '0.3' },
  ...{ revenue: [revenue], purchases: [purchase] },
  costs: [cost(3, 'freight', null), cost(4, 'commission', 150_000, { ...typed, from: 'commission-rate', number: '3 %' })],
}
const result = {
  ...{ revenue: usd(5_000_000), profit: yuan(7_262_350), margin: '20.4573', exchangeCost: '5.5250', netFobIncome: usd(4_633_500) },
  totals: { revenue: yuan(35_500_000), purchases: yuan(28_250_000), refund: yuan(3_250_000), costs: yuan(1_065_000) },
  lines: [{ line: 'revenue', amount: yuan(35_500_000) }],
}
const preview = { lines: [{ id: id(1), amount: usd(5_000_000), base: yuan(35_500_000), refund: yuan(0) }], result, premium: usd(16_500) }
const stored = {
  ...{ id: id(5), number: 'PE2026-0001-01', version: 1, revision: 1, status: 'replaced', dealId: deal, dealNumber: 'D2026-0001' },
  ...{
    customerId: id(7),
    customerName: 'Buyer',
    ownerName: '王芳',
    estimatedOn: '2026-03-01',
    premiumRate: '0.3',
    remark: '',
    voidReason: null,
  },
  ...{ revenue: [revenue], purchases: [purchase], costs: [cost(4, 'commission', 150_000)], calculated: preview.lines, result },
  versions: [
    { id: id(6), number: 'PE2026-0001-02', version: 2, status: 'current' },
    { id: id(5), number: 'PE2026-0001-01', version: 1, status: 'replaced' },
  ],
}
const approval = { on: true, standing: 'none', maySubmit: false, submissions: [] }
const sentTo = (fake: FakeOffice, name: string) =>
  fake.asked.flatMap((one) => (one.kind === 'command' && one.name === name ? [one.input] : []))[0]
const opened = () => tabList().tabs.find((t) => t.id === tabList().active)

test('a new estimate is filled from its deal, each figure with its source; what nobody knows is left out of what is sent', async () => {
  const fake = await fakeOffice({
    queries: { 'profit-estimate-fill': fill, 'preview-profit-estimate': preview, reference: { currencies: [], units: [], countries: [] } },
    commands: { 'save-profit-estimate': { id: id(5), number: 'PE2026-0001-01', revision: 1 } },
  })
  openTab()
  inTab(<EstimatePage params={{ dealId: deal }} />)
  expect(await screen.findByText(/最近采购价/)).toBeTruthy()
  expect(screen.getByText('待填写')).toBeTruthy()
  expect(screen.getByText(/3 %/)).toBeTruthy()
  expect((await screen.findAllByText('72,623.50')).length).toBeGreaterThan(0)
  expect(screen.getByText(/保险费 ＝ CIF × 110% × 费率 ＝ USD 165.00/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sentTo(fake, 'save-profit-estimate')).toBeDefined())
  expect(sentTo(fake, 'save-profit-estimate')).toMatchObject({
    dealId: deal,
    premiumRate: '0.3',
    revenue: [{ amount: 5_000_000, source: { from: 'sales-contract' } }],
    purchases: [{ price: '28.25', quantity: '10000' }],
    costs: [{ line: 'commission', amount: 150_000 }],
  })
}, 40_000)

test('an older version is read only and leads to the others', async () => {
  await fakeOffice({ queries: { 'profit-estimate': stored, 'document-approval': approval } })
  openTab()
  inTab(<EstimatePage params={{ id: id(5) }} />)
  await screen.findByText('PE2026-0001-02')
  expect(screen.queryByRole('button', { name: '保存' })).toBeNull()
  expect(screen.queryByRole('button', { name: '新版本' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'PE2026-0001-02' }))
  await waitFor(() => expect(opened()).toMatchObject({ route: 'profit-estimate', params: { id: id(6) } }))
}, 40_000)

test('a deal without an estimate says so to its salesperson, who asks for one', async () => {
  const standing = {
    ...{ on: true, dealId: deal, dealNumber: 'D2026-0001', estimate: null, standing: 'none', asked: null },
    ...{ mayOpen: false, mayPrepare: false, mayAsk: true },
  }
  const fake = await fakeOffice({
    queries: { 'deal-estimate': standing },
    commands: { 'ask-for-profit-estimate': { id: id(1), revision: 1 } },
  })
  openTab()
  inTab(<EstimateNote dealId={deal} />)
  expect(await screen.findByText(/批准之前不能采购和出运/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '请经理编制' }))
  await userEvent.click(screen.getAllByRole('button', { name: '请经理编制' }).at(-1)!)
  await waitFor(() => expect(sentTo(fake, 'ask-for-profit-estimate')).toMatchObject({ dealId: deal }))
}, 40_000)

test('a step that waits for an estimate offers the way to it: opened, begun, or the deal where one can be asked for', async () => {
  const answers = [
    [
      { dealId: deal, estimateId: id(5), mayPrepare: true },
      { route: 'profit-estimate', params: { id: id(5) } },
    ],
    [
      { dealId: deal, estimateId: null, mayPrepare: true },
      { route: 'profit-estimate', params: { dealId: deal } },
    ],
    [
      { dealId: deal, estimateId: null, mayPrepare: false },
      { route: 'deal', params: { id: deal } },
    ],
  ] as const
  const problem = { refused: 'approval-needed', data: { kind: 'profit-estimate', number: 'D2026-0001', state: 'none' } } as const
  let answer: object = answers[0][0]
  await fakeOffice({ queries: { 'deal-behind-estimate': () => answer } })
  openTab()
  inTab(<ProblemNote problem={problem} />)
  for (const [found, place] of answers) {
    answer = found
    await userEvent.click(screen.getByRole('button', { name: '打开利润估算表' }))
    await waitFor(() => expect(opened()).toMatchObject(place))
  }
}, 40_000)

test('[T46] rates that nobody typed follow the day of the estimate; a typed one and a contract’s stay, with the day’s beside', async () => {
  const rates: Record<string, string> = { '2026-03-02': '7.1', '2026-02-02': '6.9' }
  const filled = {
    ...fill,
    costs: [
      cost(3, 'freight', 10_000, { ...typed, from: 'freight-quote', rateOn: '2026-03-02' }),
      cost(4, 'bank-charge', 20_000),
      { ...cost(6, 'other', 30_000), rate: '7.3' },
    ],
  }
  const fake = await fakeOffice({
    queries: {
      'profit-estimate-fill': filled,
      'preview-profit-estimate': preview,
      reference: { currencies: [], units: [], countries: [] },
      'rate-on': ({ on }: { on: string }) => ({ rate: rates[on] ?? null, date: rates[on] ? on : null, revision: null, warnings: [] }),
    },
    commands: { 'save-profit-estimate': { id: id(5), number: 'PE2026-0001-01', revision: 1 } },
  })
  openTab()
  inTab(<EstimatePage params={{ dealId: deal }} />)
  expect(await screen.findByText(/USD 7.3: 手填的汇率；2026-03-02 的汇率是 7.1/)).toBeTruthy()
  const day = screen.getByDisplayValue('2026-03-02')
  await userEvent.clear(day)
  await userEvent.type(day, '2026-02-02{Tab}')
  expect(await screen.findByText(/USD 6.9: 2026-02-02 的汇率/)).toBeTruthy()
  expect(screen.getByText(/USD 7.1: 手填的汇率；2026-02-02 的汇率是 6.9/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sentTo(fake, 'save-profit-estimate')).toBeDefined())
  expect(sentTo(fake, 'save-profit-estimate')).toMatchObject({
    estimatedOn: '2026-02-02',
    revenue: [{ rate: '7.1' }],
    costs: [{ rate: '6.9', source: { rateOn: '2026-02-02' } }, { rate: '6.9' }, { rate: '7.3' }],
  })
}, 40_000)
