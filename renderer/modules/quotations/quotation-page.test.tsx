// The quotation page against a fake office: what is sent with and without the right to see costs, a price taken from the calculator, what each state offers.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { QuotationPage } from './quotation-page.tsx'
import { emptyQuotation, inputOf, newLine, previewOf, type Quotation, formValuesOf } from './quotation-form-values.ts'

vi.setConfig({ testTimeout: 60_000 })

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const cost = { cost: '28.25', vatRate: '13', refundRate: '13' }
const none = { cartons: null, volume: null, grossWeight: null }
const quotation = (part: Partial<Quotation> = {}): Quotation => ({
  ...{ id: id(1), number: 'QT2026-0001', version: 0, revision: 1, status: 'draft', expired: false, sentOn: null, lostReason: null },
  ...{ customerId: id(2), customerName: 'Buyer', ownerId: id(3), ownerName: 'Seller', inquiryNumber: '', quotedOn: '2026-03-01' },
  ...{
    validUntil: '2026-03-31',
    currency: 'USD',
    rate: '7.1',
    incoterm: 'FOB',
    incotermPlace: 'Ningbo',
    transportMode: 'sea',
    portOfLoading: '',
    portOfDischarge: '',
  },
  ...{ paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }], delivery: '', commissionRate: '0', clauses: '', remark: '' },
  lines: [
    {
      ...{ id: id(10), productId: null, productCode: null, description: 'Bolts', quantity: '100', unit: 'PCS', price: '5', discount: '0' },
      ...{ minimumQuantity: '0', minimumUnit: '' },
      amount: usd(50_000),
      cost,
    },
  ],
  ...{ costs: { freight: 0, insurance: 0, domestic: 600 }, total: usd(50_000), totalBase: cny(355_000), contract: null },
  versions: [{ id: id(1), number: 'QT2026-0001', version: 0, status: 'draft', quotedOn: '2026-03-01', total: usd(50_000) }],
  ...part,
})
const preview = ({ lines }: { lines: { id: string }[] }) => ({
  lines: lines.map((l) => ({ id: l.id, amount: usd(12_345), packing: none, profit: cny(777), margin: '9.5' })),
  ...{
    total: usd(12_345),
    totalBase: cny(99_999),
    packing: { cartons: 390, volume: '61.425', grossWeight: '9750' },
    profit: cny(4321),
    margin: '4.3',
  },
  instalments: [],
})
const start = async (given: Partial<Parameters<typeof fakeOffice>[0]> & { data?: Quotation } = {}): Promise<FakeOffice> => {
  const data = given.data ?? quotation()
  const fake = await fakeOffice({
    ...given,
    queries: { quotation: data, 'preview-quotation': preview, 'rate-on': { rate: '7.1', date: '2026-03-01' }, ...given.queries },
  })
  openTab()
  inTab(<QuotationPage params={{ id: data.id }} />)
  await screen.findByText('QT2026-0001')
  return fake
}
const sentTo = (fake: FakeOffice, name: string) =>
  fake.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)

describe('what is sent', () => {
  const given = { ownerId: id(3), today: '2026-03-01', customerId: id(2) }
  test('costs only from who may see them; a line without a cost clears it', () => {
    const value = {
      ...emptyQuotation(given),
      lines: [
        { ...newLine(), description: 'Bolts', quantity: '1', price: '2', cost: '3' },
        { ...newLine(), description: 'Nuts' },
      ],
    }
    expect(inputOf(value, true).lines.map((l) => l.cost)).toEqual([{ cost: '3', vatRate: '13', refundRate: '13' }, null])
    expect(inputOf(value, false).lines.every((l) => !('cost' in l))).toBe(true)
    expect('costs' in inputOf(value, false)).toBe(false)
    expect('costs' in previewOf(value, false)).toBe(false)
  })
  test('what was read is what is sent again', () => {
    const { lines, costs, customerId } = quotation()
    const input = inputOf(formValuesOf(quotation()), true)
    expect(input).toMatchObject({ customerId, costs, lines: lines.map(({ amount: _a, productCode: _c, ...l }) => l) })
  })
})

test('totals, profit and packing are the office’s; without the right there is no cost and no profit', async () => {
  await start()
  expect(await screen.findByText('预计利润')).toBeTruthy()
  expect(screen.getByText('61.425 m³')).toBeTruthy()
  expect(screen.getByRole('button', { name: '价格核算' })).toBeTruthy()
})
test('who may not see costs has no calculator, no costs and no profit', async () => {
  const { costs: _costs, ...blind } = quotation()
  await start({
    viewer: aViewer({ permissions: ['quotation.view', 'quotation.create', 'quotation.edit'] }),
    data: { ...blind, lines: blind.lines.map(({ cost: _c, ...l }) => l) },
  })
  await screen.findByText('61.425 m³')
  expect(screen.queryByRole('button', { name: '价格核算' })).toBeNull()
  expect(screen.queryByText('货价以外的费用')).toBeNull()
})

test('the calculator’s price is taken into its line and saved', async () => {
  const steps = {
    refund: '3.25',
    actualCost: '25',
    profit: '2.5',
    fob: '3.8732',
    cfr: '3.8732',
    premium: '0',
    cif: '3.8732',
    price: '3.8730',
  }
  const fake = await start({
    queries: { 'build-up-price': steps },
    commands: { 'save-quotation': { id: id(1), number: 'QT2026-0001', revision: 2 } },
  })
  fireEvent.click(screen.getByRole('button', { name: '价格核算' }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText('3.8730')
  fireEvent.click(dialog.getByRole('button', { name: '采用这个价格' }))
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sentTo(fake, 'save-quotation')).toMatchObject([{ lines: [{ price: '3.873', cost }] }]))
})

test('[Q17] a product brings its minimum order, which can be typed over', async () => {
  const found = {
    id: id(20),
    code: 'P-1',
    name: 'Bolts',
    unit: 'PCS',
    vatRate: '13',
    refundRate: '13',
    minimumQuantity: '20',
    minimumUnit: 'CTN',
  }
  const fake = await start({
    queries: {
      products: { rows: [found], columns: ['code', 'name'] },
      reference: { currencies: [], countries: [], units: [], incoterms: [], containerTypes: [], carriers: [] },
    },
    commands: { 'save-quotation': { id: id(1), number: 'QT2026-0001', revision: 2 } },
  })
  fireEvent.click(document.querySelector('[role="gridcell"]')!)
  await userEvent.keyboard('P-1{Enter}')
  await screen.findByText('CTN')
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  const line = { productId: id(20), minimumQuantity: '20', minimumUnit: 'CTN' }
  await waitFor(() => expect(sentTo(fake, 'save-quotation')).toMatchObject([{ lines: [line] }]))
})

describe('what each state offers', () => {
  const offers = ['标记为已发送', '转为外销合同', '修改报价（新版本）', '标记为丢单', '删除草稿']
  const shown = () => offers.filter((label) => screen.queryByRole('button', { name: label }) !== null || screen.queryByText(label) !== null)
  test.each([
    ['draft', ['标记为已发送', '删除草稿']],
    ['sent', ['转为外销合同', '修改报价（新版本）', '标记为丢单']],
    ['lost', ['修改报价（新版本）']],
    ['superseded', []],
  ] as const)('%s', async (status, expected) => {
    await start({ data: quotation({ status }) })
    await waitFor(() => expect(shown()).toEqual(expected))
  })
})
