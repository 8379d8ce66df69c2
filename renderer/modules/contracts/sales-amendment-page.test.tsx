// Amending a sales contract against a fake office: begun from its page, typed in the same form, told what stops it, put into force; versions and comparison.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { ComparisonPage } from '../amendments/comparison-page.tsx'
import { SalesAmendmentPage } from './sales-amendment-page.tsx'
import { SalesContractPage } from './sales-contract-page.tsx'
import type { Contract } from './contract-form-values.ts'

vi.setConfig({ testTimeout: 60_000 })

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const amendment = {
  id: id(90),
  revision: 3,
  version: 2,
  reason: '客户加单',
  confirmation: '邮件 7',
  preparedBy: '李明',
  createdAt: '2026-03-01T00:00:00.000Z',
}
const contract = (part: Partial<Contract> = {}): Contract => ({
  id: id(1),
  number: 'SC2026-0001',
  revision: 2,
  version: 1,
  inForce: 1,
  amendment: null,
  status: 'signed',
  dealId: id(5),
  dealNumber: 'D2026-0001',
  customerId: id(2),
  customerName: 'Buyer',
  buyerOrderNumber: 'PO-9',
  contractDate: '2026-03-01',
  signedOn: '2026-03-01',
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
  totalBase: { minor: 355_000, currency: 'CNY' },
  shipments: [],
  purchases: [],
  advances: [],
  ...part,
})
const versions = [
  { version: 2, state: 'in-preparation', on: null, by: '李明', reason: '客户加单', confirmation: '', total: usd(60_000) },
  { version: 1, state: 'in-force', on: '2026-03-01', by: 'Seller', reason: '', confirmation: '', total: usd(50_000) },
]
const comparison = {
  number: 'SC2026-0001',
  party: 'Buyer',
  latest: 3,
  head: [
    { name: 'field.total', kind: 'money', before: usd(50_000), after: usd(60_000) },
    { name: 'field.paymentTerm', kind: 'payment-term', before: [{ share: '100', event: 'before-shipment', days: 0 }], after: null },
    { name: 'field.transhipment', kind: 'boolean', before: false, after: true },
  ],
  lines: [
    {
      id: id(10),
      line: 1,
      goods: 'Bolts',
      change: 'changed',
      fields: [{ name: 'field.quantity', kind: 'quantity', before: '1000', after: '1200' }],
    },
    {
      id: id(11),
      line: 2,
      goods: 'Washers',
      change: 'added',
      fields: [{ name: 'field.price', kind: 'price', before: null, after: '0.5' }],
    },
  ],
}
const anOffice = (given: { amended?: boolean; check?: unknown; put?: unknown; permissions?: 'view' } = {}) => {
  const of = given.amended ? { amendment } : {}
  return fakeOffice({
    viewer: aViewer(given.permissions ? { permissions: ['sales-contract.view'] } : {}),
    queries: {
      'sales-contract': ({ version }: { version?: number }) => contract({ ...of, ...(version === 2 ? { version: 2 } : {}) }),
      'preview-sales-contract': ({ lines, paymentTerm }: { lines: { id: string }[]; paymentTerm: object[] }) => ({
        lines: lines.map((l) => ({ id: l.id, amount: usd(60_000), discount: usd(0) })),
        total: usd(60_000),
        totalBase: { minor: 426_000, currency: 'CNY' },
        instalments: paymentTerm.map((i) => ({ ...i, amount: usd(60_000) })),
        added: usd(10_000),
      }),
      'rate-on': { rate: '7.1', date: '2026-03-01' },
      'contract-versions': versions,
      'compare-versions': comparison,
      'amendment-check': given.check ?? { stopped: null, overPurchased: [] },
      reference: { currencies: [], countries: [], units: [], containerTypes: [], incoterms: [], carriers: [] },
    },
    commands: {
      'begin-amendment': ({ id: own }: { id: string }) => ({ id: own, number: 'SC2026-0001', revision: 1 }),
      'save-sales-amendment': ({ id: own, revision }: { id: string; revision: number }) => ({
        id: own,
        number: 'SC2026-0001',
        revision: revision + 1,
      }),
      'put-amendment-into-force': given.put ?? { id: id(1), number: 'SC2026-0001', revision: 3 },
      'discard-amendment': {},
    },
  })
}
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)

describe('a signed contract', () => {
  test('is amended with a reason, which opens the amendment', async () => {
    const office = await anOffice()
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    fireEvent.click(await screen.findByText('变更合同'))
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.change(dialog.getByLabelText(/原因/), { target: { value: '客户加单' } })
    fireEvent.click(dialog.getByText('变更合同', { selector: 'button' }))
    await waitFor(() => expect(tabList().tabs.at(-1)).toMatchObject({ route: 'sales-amendment', params: { id: id(1) } }))
    expect(sent(office, 'begin-amendment')).toMatchObject([{ kind: 'sales-contract', contractId: id(1), revision: 2, reason: '客户加单' }])
  })

  test('with one in preparation says so, lists the versions, and leads to it and to the comparison', async () => {
    await anOffice({ amended: true })
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    expect(await screen.findByText(/李明正在准备变更 V2：客户加单/)).toBeTruthy()
    expect(screen.queryByText('变更合同')).toBeNull()
    const table = within(await screen.findByRole('table', { name: '合同版本' }))
    expect(table.getAllByRole('row')).toHaveLength(3)
    fireEvent.click(table.getByText('与上一版对照'))
    expect(tabList().tabs.at(-1)).toMatchObject({
      route: 'contract-comparison',
      params: { kind: 'sales-contract', id: id(1), from: '1', to: '2' },
    })
    fireEvent.click(table.getByText('V2'))
    expect(tabList().tabs.at(-1)).toMatchObject({ route: 'sales-amendment' })
  })

  test('who may not amend is offered nothing', async () => {
    await anOffice({ permissions: 'view' })
    openTab()
    inTab(<SalesContractPage params={{ id: id(1) }} />)
    await screen.findByRole('grid')
    expect(screen.queryByText('变更合同')).toBeNull()
  })
})

describe('an amendment', () => {
  test('is typed in the contract’s own form, customer and date only read; saved without what may not change', async () => {
    const office = await anOffice({ amended: true })
    openTab()
    inTab(<SalesAmendmentPage params={{ id: id(1) }} />)
    const confirmation = await screen.findByDisplayValue('邮件 7')
    expect(document.querySelector('input[data-field=customerId]')).toBeNull()
    expect(document.querySelector('input[data-field=contractDate]')).toBeNull()
    expect(document.querySelector('input[data-field=buyerOrderNumber]')).toBeTruthy()
    fireEvent.change(confirmation, { target: { value: '邮件 8' } })
    fireEvent.click(screen.getByText('保存'))
    await waitFor(() => expect(sent(office, 'save-sales-amendment')).toHaveLength(1))
    const [input] = sent(office, 'save-sales-amendment') as Record<string, unknown>[]
    expect(input).toMatchObject({ id: id(90), revision: 3, reason: '客户加单', confirmation: '邮件 8', currency: 'USD' })
    expect(Object.keys(input!)).not.toEqual(expect.arrayContaining(['customerId']))
    expect(Object.keys(input!)).not.toEqual(expect.arrayContaining(['contractDate']))
  })

  test('tells beforehand what stops it, and what is purchased beyond it', async () => {
    await anOffice({
      amended: true,
      check: {
        stopped: { refused: 'amended-below-use', data: { goods: 'Bolts', asked: '30', used: '40', how: 'shipped', number: 'SH2026-0007' } },
        overPurchased: [{ goods: 'Bolts', asked: '1200', purchased: '2000' }],
      },
    })
    openTab()
    inTab(<SalesAmendmentPage params={{ id: id(1) }} />)
    expect(await screen.findByText(/现在还不能生效.*已出运 40（SH2026-0007）/)).toBeTruthy()
    expect(screen.getByText(/Bolts 销售 1,200，已采购 2,000/)).toBeTruthy()
  })

  test('is put into force on a day and becomes the contract; a refusal stays in the dialog', async () => {
    const office = await anOffice({ amended: true, put: { ok: false, refused: 'nothing-to-do', data: {} } })
    openTab()
    inTab(<SalesAmendmentPage params={{ id: id(1) }} />)
    fireEvent.click(await screen.findByText('变更生效'))
    fireEvent.click(within(screen.getByRole('dialog')).getByText('变更生效', { selector: 'button' }))
    expect(await within(screen.getByRole('dialog')).findByText(/没有需要更改的内容/)).toBeTruthy()
    office.commands['put-amendment-into-force'] = { id: id(1), number: 'SC2026-0001', revision: 3 }
    fireEvent.click(within(screen.getByRole('dialog')).getByText('变更生效', { selector: 'button' }))
    await waitFor(() => expect(tabList().tabs.at(-1)).toMatchObject({ route: 'sales-contract', params: { id: id(1) } }))
    expect(sent(office, 'put-amendment-into-force')).toEqual(Array(2).fill({ id: id(90), revision: 3, on: '2026-03-02' }))
  })

  test('that is there no more leads back to the contract', async () => {
    await anOffice()
    openTab()
    inTab(<SalesAmendmentPage params={{ id: id(1) }} />)
    expect(await screen.findByText('没有准备中的变更')).toBeTruthy()
    expect(screen.getByText('SC2026-0001')).toBeTruthy()
  })
})

test('a comparison shows before and after with names in both languages; any two versions can be chosen', async () => {
  const office = await anOffice()
  openTab()
  inTab(<ComparisonPage params={{ kind: 'sales-contract', id: id(1), from: '1', to: '2' }} />)
  const table = within(await screen.findByRole('table', { name: '合同版本对照' }))
  const cells = table.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .map((c) => c.textContent),
  )
  expect(cells).toEqual(
    expect.arrayContaining([
      ['合计Total', 'USD 500.00', 'USD 600.00'],
      ['付款方式Payment term', '100 % 发货前', '–'],
      ['允许转运Transhipment allowed', '否', '是'],
      ['第 1 行 · Bolts · 修改'],
      ['数量Quantity', '1,000', '1,200'],
      ['第 2 行 · Washers · 新增'],
      ['单价Unit price', '–', '0.50'],
    ]),
  )
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '到' }))
  fireEvent.click(await screen.findByRole('option', { name: 'V3' }))
  await waitFor(() =>
    expect(office.asked.some((r) => r.kind === 'query' && r.name === 'compare-versions' && (r.input as { to: number }).to === 3)).toBe(
      true,
    ),
  )
})
