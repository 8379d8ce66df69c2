// The sales contract page against a fake office: terms of a chosen customer, live totals, what is sent, and what each state offers.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { SalesContractPage } from './sales-contract-page.tsx'
import { type Contract, emptyContract, inputOf, newLine, formValuesOf } from './contract-form-values.ts'

vi.setConfig({ testTimeout: 60_000 })

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const contract = (part: Partial<Contract> = {}): Contract => ({
  id: id(1),
  number: 'SC2026-0001',
  revision: 1,
  version: 1,
  inForce: 1,
  amendment: null,
  status: 'draft',
  dealId: id(5),
  dealNumber: 'D2026-0001',
  customerId: id(2),
  customerName: 'Buyer',
  buyerOrderNumber: 'PO-9',
  contractDate: '2026-03-01',
  signedOn: null,
  currency: 'USD',
  rate: '7.1',
  incoterm: 'FOB',
  incotermPlace: 'Ningbo',
  transportMode: 'sea',
  bankAccountId: null,
  bankAccountName: null,
  portOfLoading: 'Ningbo',
  portOfDischarge: 'Hamburg',
  paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
  latestShipment: null,
  partialShipment: true,
  transhipment: false,
  moreOrLess: '0',
  consignee: '',
  notifyParty: '',
  marks: '',
  commissionRate: '0',
  clauses: '',
  remark: '',
  ownerId: id(3),
  ownerName: 'Seller',
  shares: [],
  lines: [
    {
      id: id(10),
      productId: null,
      productCode: null,
      description: 'Bolts',
      quantity: '100',
      unit: 'PCS',
      price: '5',
      discount: '0',
      amount: usd(50_000),
      shipped: '40',
      purchased: '100',
    },
  ],
  total: usd(50_000),
  totalBase: cny(355_000),
  shipments: [],
  purchases: [],
  advances: [],
  ...part,
})
const customer = {
  id: id(2),
  currency: 'EUR',
  paymentTerm: [{ share: '100', event: 'letter-of-credit', days: 0 }],
  incoterm: 'CIF',
  port: 'Rotterdam',
  ownerId: id(33),
}
const preview = ({ lines, currency, paymentTerm }: { lines: { id: string }[]; currency: string; paymentTerm: object[] }) => ({
  lines: lines.map((l) => ({ id: l.id, amount: { minor: 12_345, currency }, discount: { minor: 0, currency } })),
  total: { minor: 12_345 * lines.length, currency },
  totalBase: cny(99_999),
  instalments: paymentTerm.map((i) => ({ ...i, amount: { minor: 777, currency } })),
})
const anOffice = (part: Partial<Contract> = {}, viewer = aViewer()) =>
  fakeOffice({
    viewer,
    queries: {
      'sales-contract': contract(part),
      'preview-sales-contract': preview,
      'rate-on': ({ currency }: { currency: string }) => ({ rate: currency === 'EUR' ? '7.8' : '7.1', date: '2026-03-01' }),
      customer,
      customers: { rows: [{ id: id(2), code: 'C0001', name: 'Rotterdam Trading', currency: 'EUR' }], columns: ['code', 'name'] },
      reference: { currencies: [], countries: [], units: [], containerTypes: [], incoterms: [], carriers: [] },
      user: { id: id(33), name: 'Anna' },
    },
    commands: {
      'save-sales-contract': ({ id: own }: { id: string }) => ({ id: own, number: 'SC2026-0002', revision: 1 }),
      'sign-sales-contract': { id: id(1), number: 'SC2026-0001', revision: 2 },
      'void-sales-contract': { ok: false, refused: 'in-use', data: { by: 'shipment', number: 'SH2026-0007' } },
      'discard-sales-contract': {},
    },
  })
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)

describe('a new contract', () => {
  test('takes the terms of the chosen customer, shows live instalments, and is sent without blank lines', async () => {
    const office = await anOffice()
    openTab()
    inTab(<SalesContractPage params={{}} />)
    const box = document.querySelector<HTMLInputElement>('[data-field=customerId]')!
    fireEvent.mouseDown(box)
    fireEvent.change(box, { target: { value: 'Rotter' } })
    fireEvent.click(await screen.findByText('Rotterdam Trading'))
    await waitFor(() => expect(screen.getByDisplayValue('7.8')).toBeTruthy())
    expect(screen.getByDisplayValue('Rotterdam')).toBeTruthy()
    await waitFor(() => expect(screen.getByText('7.77')).toBeTruthy()) // the instalment of the customer's own term

    fireEvent.keyDown(box, { key: 's', ctrlKey: true })
    await waitFor(() => expect(sent(office, 'save-sales-contract')).toHaveLength(1))
    expect(sent(office, 'save-sales-contract')[0]).toMatchObject({
      customerId: id(2),
      currency: 'EUR',
      rate: '7.8',
      incoterm: 'CIF',
      portOfDischarge: 'Rotterdam',
      ownerId: id(33),
      paymentTerm: customer.paymentTerm,
      lines: [],
    })
    expect((sent(office, 'save-sales-contract')[0] as { number?: string }).number).toBeUndefined()
    await waitFor(() => expect(tabList().tabs[0]).toMatchObject({ route: 'sales-contract' }))
  })

  test('begun from a deal it stays in that deal and takes its customer along', async () => {
    const office = await anOffice()
    openTab()
    inTab(<SalesContractPage params={{ dealId: id(5), customerId: id(2) }} />)
    await waitFor(() => expect(screen.getByDisplayValue('7.8')).toBeTruthy())
    fireEvent.click(screen.getByText('保存'))
    await waitFor(() => expect(sent(office, 'save-sales-contract')[0]).toMatchObject({ dealId: id(5), customerId: id(2), currency: 'EUR' }))
  })
})

describe('a saved contract', () => {
  test('a draft is signed on a day; a refusal stays in the dialog', async () => {
    const office = await anOffice()
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    fireEvent.click(await screen.findByText('签订合同'))
    fireEvent.click(within(screen.getByRole('dialog')).getByText('签订合同', { selector: 'button' }))
    await waitFor(() => expect(sent(office, 'sign-sales-contract')).toEqual([{ id: id(1), revision: 1, signedOn: '2026-03-02' }]))
  })

  test('parts of colleagues are typed, the salesperson has the rest; too much is said at once, and a row left empty goes', async () => {
    const office = await anOffice({
      shares: [
        { userId: id(3), name: 'Seller', share: '60' },
        { userId: id(34), name: 'Mei', share: '40' },
      ],
    })
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    const field = await screen.findByDisplayValue('Seller 60 % + Mei 40 %')
    fireEvent.keyDown(field, { key: 'Enter' })
    const dialog = within(await screen.findByRole('dialog'))
    const part = dialog.getByLabelText('比例 %')
    const type = (text: string) => {
      fireEvent.change(part, { target: { value: text } })
      fireEvent.blur(part)
    }
    type('100')
    expect(dialog.getByRole('status').textContent).toBe('同事的比例合计要小于 100 %')
    type('35.5')
    expect(dialog.getByRole('status').textContent).toBe('Seller 64.5 %')
    fireEvent.click(dialog.getByRole('button', { name: '加一位同事' }))
    fireEvent.click(dialog.getByRole('button', { name: '完成' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByDisplayValue('Seller 64.5 % + Mei 35.5 %')).toBeTruthy()
    fireEvent.click(screen.getByText('保存'))
    await waitFor(() => expect(sent(office, 'save-sales-contract')[0]).toMatchObject({ shares: [{ userId: id(34), share: '35.5' }] }))
  })

  test('signed, it is read only, tells what was purchased and shipped, and leads on', async () => {
    const office = await anOffice({
      status: 'signed',
      signedOn: '2026-03-01',
      revision: 2,
      purchases: [{ id: id(7), number: 'PC2026-0001', status: 'signed' }],
      shipments: [{ id: id(8), number: 'SH2026-0007', status: 'dispatched', total: usd(20_000) }],
      advances: [usd(15_000)],
    })
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    const grid = await screen.findByRole('grid')
    expect(
      within(grid)
        .getAllByRole('gridcell')
        .map((c) => c.textContent),
    ).toEqual(expect.arrayContaining(['100', '40']))
    expect(screen.queryByText('保存')).toBeNull()
    expect(screen.queryByText('签订合同')).toBeNull()
    expect(screen.getAllByText('150.00').length).toBeGreaterThan(0)
    fireEvent.click(screen.getByText('PC2026-0001'))
    expect(tabList().tabs.at(-1)).toMatchObject({ route: 'purchase-contract', params: { id: id(7) } })
    fireEvent.click(screen.getByText('生成出运'))
    expect(tabList().tabs.some((t) => t.route === 'shipment' && t.params.contractId === id(1) && t.params.customerId === id(2))).toBe(true)

    fireEvent.click(screen.getByText('作废合同'))
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.change(dialog.getByLabelText(/原因/), { target: { value: '客户取消' } })
    fireEvent.click(dialog.getByText('作废合同', { selector: 'button' }))
    expect(await dialog.findByText(/SH2026-0007/)).toBeTruthy()
    expect(sent(office, 'void-sales-contract')).toEqual([{ id: id(1), revision: 2, reason: '客户取消' }])
  })

  test('who may not edit reads a draft; actions without the right are not offered', async () => {
    await anOffice({}, aViewer({ permissions: ['sales-contract.view'] }))
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    await screen.findByRole('grid')
    expect(screen.queryByText(/保存|签订合同|删除草稿|查看业务/, { selector: 'button' })).toBeNull()
  })
})

describe('typed and sent', () => {
  test('the office’s version goes there and back unchanged', () => {
    const data = contract()
    const { lines, number, ...sentBack } = inputOf(formValuesOf(data))
    expect(number).toBe(data.number)
    expect(data).toMatchObject(sentBack)
    expect(lines).toEqual(data.lines.map(({ productCode: _p, amount: _a, shipped: _s, purchased: _b, ...line }) => line))
  })

  test('an empty discount is none; blank lines at the end stay here', () => {
    const typed = emptyContract({ ownerId: id(1), today: '2026-03-01', currency: 'USD' })
    const line = { ...newLine(), description: 'x', discount: '' }
    expect(inputOf({ ...typed, lines: [line, newLine(), newLine()] }).lines).toMatchObject([{ description: 'x', discount: '0' }])
  })
})

describe('warnings', () => {
  test('[SC1] stand beside the field and the line they concern', async () => {
    const line = contract().lines[0]!
    const office = await anOffice({ status: 'draft' })
    office.queries['preview-sales-contract'] = (asked: Parameters<typeof preview>[0]) => ({
      ...preview(asked),
      warnings: [
        { code: 'rate-far', field: 'rate', data: { rate: '0.01', inForce: '7.1', date: '2026-03-01', percent: '99.9' } },
        { code: 'price-below-cost', field: `lines.#${line.id}.price`, data: { cost: '3.1250', currency: 'USD' } },
      ],
    })
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    const said = await screen.findByText('与 2026-03-01 的汇率 7.1 相差 99.9%')
    expect(said.closest('.MuiFormControl-root')?.querySelector('[data-field=rate]')).toBeTruthy()
    expect(screen.getByText('第 1 行：低于成本 USD 3.1250')).toBeTruthy()
    const odd = document.querySelectorAll('[data-odd]')
    expect([...odd].map((cell) => [cell.textContent, cell.getAttribute('title')])).toEqual([['5.00', '低于成本 USD 3.1250']])
  })

  test('[SC1] a signed contract, which nobody types in, shows none', async () => {
    const office = await anOffice({ status: 'signed', signedOn: '2026-03-01' })
    office.queries['preview-sales-contract'] = (asked: Parameters<typeof preview>[0]) => ({
      ...preview(asked),
      warnings: [{ code: 'shipment-before-contract', field: 'latestShipment', data: { contractDate: '2026-03-01' } }],
    })
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    await screen.findByRole('grid')
    await waitFor(() => expect(office.asked.some((r) => r.kind === 'query' && r.name === 'preview-sales-contract')).toBe(true))
    expect(screen.queryByText(/早于合同日期/)).toBeNull()
  })
})
