// The shipment page against a fake office: what it sends, which actions it offers in each state, where a refusal is said.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { credit } from '../credit/index.tsx'
import { freight } from '../freight/index.tsx'
import { ShipmentPage } from './shipment-page.tsx'
import { stepsAhead } from './step-dialogs.tsx'
import type { LineToShip, Shipment } from './shipment-form-values.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const shipment = (part: Partial<Shipment> = {}): Shipment => ({
  id: id(1),
  number: 'SH2026-0001',
  revision: 3,
  status: 'planned',
  customerId: id(2),
  customerName: 'Buyer',
  currency: 'USD',
  forwarderId: null,
  forwarderName: null,
  carrierId: null,
  carrierName: null,
  vessel: 'COSCO TAURUS',
  voyage: '',
  bookingNumber: '',
  billOfLadingNumber: '',
  invoiceNumber: 'INV-1',
  declarationNumber: '',
  transportMode: 'sea',
  portOfLoading: '',
  portOfDischarge: '',
  etd: null,
  eta: null,
  containers: [],
  ...{ packages: [], packageKind: 'carton' as const, pallets: null, palletWeight: null, palletVolume: null },
  ...{ placeOfReceipt: '', placeOfDelivery: '', siCutoff: '', vgmCutoff: '', cyCutoff: '', customsCutoff: '' },
  ...{ billPackages: null, billGrossWeight: null, billVolume: null, billMarks: '' },
  ...{ billKind: 'original' as const, goodsOnBill: '', billWording: '' },
  remark: '',
  ownerId: id(3),
  ownerName: 'Seller',
  dispatchedOn: null,
  onBoardOn: null,
  arrivedOn: null,
  rate: null,
  lines: [
    {
      id: id(10),
      salesLineId: id(11),
      quantity: '40',
      contractId: id(12),
      contractNumber: 'SC2026-0001',
      dealId: id(13),
      dealNumber: 'D2026-0001',
      productCode: 'P0001',
      description: 'Lamp',
      unit: 'PCS',
      price: '2.5',
      amount: usd(10_000),
    },
  ],
  total: usd(10_000),
  totalBase: null,
  ...{ insuranceMarkup: '10', premiumRate: null, insuredWhole: false, insuranceConditions: '', claimsAt: '', insured: null },
  ...{ deposit: usd(0), balance: usd(10_000) },
  receivables: [],
  journals: [],
  cargo: { cartons: null, volume: null, grossWeight: null, proposed: null },
  ...part,
})
const left: LineToShip = {
  salesLineId: id(21),
  contractId: id(12),
  contractNumber: 'SC2026-0002',
  dealId: id(22),
  dealNumber: 'D2026-0002',
  currency: 'EUR',
  transportMode: 'air',
  portOfLoading: 'Ningbo',
  portOfDischarge: 'Hamburg',
  productCode: 'P0002',
  description: 'Vase',
  unit: 'PCS',
  price: '4',
  quantity: '100',
  shipped: '10',
  planned: '20',
  left: '70',
}
const preview = {
  lines: [{ id: id(10), amount: usd(10_000) }],
  total: usd(10_000),
  totalBase: { minor: 71_000, currency: 'CNY' },
  receivables: [{ event: 'on-signing', dueDate: '2026-01-05', amount: usd(10_000) }],
  withoutPurchase: [{ id: id(10), quantity: '15' }],
}

let office: FakeOffice
let given: Shipment
const start = async (part: Partial<Shipment> = {}, permissions = aViewer().permissions) => {
  given = shipment(part)
  office = await fakeOffice({
    viewer: aViewer({ permissions }),
    queries: {
      shipment: () => given,
      'preview-shipment': preview,
      'rate-on': { rate: '7.1', date: '2026-03-01' },
      'lines-to-ship': [left],
      'entered-before': ({ what, number }: { what: string; number: string }) => ({
        warnings:
          what === 'bill-of-lading' && number === 'BL-7'
            ? [{ code: 'entered-before', field: 'billOfLadingNumber', data: { by: 'shipment', number: 'SH2026-0009' } }]
            : [],
      }),
      customer: { name: 'Buyer' },
      user: { name: 'Seller' },
    },
    commands: {
      'save-shipment': { id: id(1), number: 'SH2026-0001', revision: 4 },
      'dispatch-shipment': { id: id(1), number: 'SH2026-0001', revision: 4, receivables: [] },
    },
  })
  openTab()
  return inTab(<ShipmentPage params={{ id: id(1) }} />, credit, freight)
}
const sent = (name: string) => office.asked.flatMap((r: OfficeRequest) => (r.kind === 'command' && r.name === name ? [r.input] : []))
const button = (name: string) => screen.queryByRole('button', { name })

describe('what is offered', () => {
  test('a planned shipment is booked, dispatched or discarded; not stepped or reversed', async () => {
    await start()
    await screen.findByText('SH2026-0001')
    for (const name of ['订舱', '发货', '作废出运']) expect(button(name)).toBeTruthy()
    for (const name of ['记录进度', '冲销发货', '凭证']) expect(button(name)).toBeNull()
  })
  test('a dispatched one is stepped or reversed; its goods and customer are sealed, its voyage is not', async () => {
    const item = { item: `${id(1)}:1`, instalment: 1, dueDate: '2026-03-31', amount: usd(10_000), open: usd(4_000) }
    await start({ status: 'dispatched', dispatchedOn: '2026-03-01', rate: '7.1', receivables: [item], journals: [5] })
    await screen.findByText('SH2026-0001')
    for (const name of ['记录进度', '冲销发货', '凭证']) expect(button(name)).toBeTruthy()
    for (const name of ['订舱', '发货', '作废出运', '从合同选取明细']) expect(button(name)).toBeNull()
    expect(within(screen.getByRole('table', { name: '应收账款' })).getByText('40.00')).toBeTruthy()
    expect(screen.queryByLabelText(/^客户/)).toBeNull()
    expect(screen.getByLabelText('提单号')).toBeTruthy()
    expect(
      within(screen.getByRole('grid', { name: '明细' }))
        .getAllByRole('gridcell')
        .every((c) => c.getAttribute('aria-readonly') === 'true'),
    ).toBe(true)
  })
  test('who may only look is offered nothing and types nothing', async () => {
    await start({}, ['shipment.view'])
    await screen.findByText('SH2026-0001')
    for (const name of ['订舱', '发货', '作废出运', '保存', '从合同选取明细']) expect(button(name)).toBeNull()
    expect(screen.queryByLabelText('船名')).toBeNull()
  })
  test('only steps ahead are offered', () => {
    expect(stepsAhead('dispatched')).toEqual(['on-board', 'arrived', 'documents-delivered', 'done'])
    expect(stepsAhead('arrived')).toEqual(['documents-delivered', 'done'])
    expect([stepsAhead('done'), stepsAhead('planned'), stepsAhead('void')]).toEqual([[], [], []])
  })
})

describe('what it does', () => {
  test('[SC8] a number that was entered before is told in a yellow line at its field, and saving goes on', async () => {
    await start()
    const lading = await screen.findByLabelText('提单号')
    fireEvent.change(lading, { target: { value: 'BL-7' } })
    fireEvent.blur(lading)
    expect(await screen.findByText(/出运 SH2026-0009 已用过/)).toBeTruthy()
    await userEvent.click(button('保存')!)
    await waitFor(() => expect(sent('save-shipment')).toMatchObject([{ billOfLadingNumber: 'BL-7' }]))
    fireEvent.change(lading, { target: { value: 'BL-8' } })
    await waitFor(() => expect(screen.queryByText(/SH2026-0009/)).toBeNull())
  })
  test('shows the receivables to come and what no purchase stands behind', async () => {
    await start()
    const table = await screen.findByRole('table', { name: '发货后形成的应收' })
    expect(within(table).getByText('签约时（定金）')).toBeTruthy()
    expect(screen.getByText(/第 1 行 15 PCS/)).toBeTruthy()
    expect(screen.getByText('710.00')).toBeTruthy()
  })
  test('dispatches what is saved with the day and the rate in force on it', async () => {
    await start()
    await screen.findByText('SH2026-0001')
    await userEvent.click(button('发货')!)
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(within(dialog).getByDisplayValue('7.1')).toBeTruthy())
    await userEvent.click(within(dialog).getByRole('button', { name: '发货' }))
    await waitFor(() => expect(sent('dispatch-shipment')).toEqual([{ id: id(1), revision: 3, dispatchedOn: '2026-03-02', rate: '7.1' }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
  test('a refused dispatch keeps its dialog open with the reason', async () => {
    await start()
    office.commands['dispatch-shipment'] = { ok: false, refused: 'quantity-exceeded', data: { line: 1, asked: '40', left: '30' } }
    await screen.findByText('SH2026-0001')
    await userEvent.click(button('发货')!)
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(within(dialog).getByDisplayValue('7.1')).toBeTruthy())
    await userEvent.click(within(dialog).getByRole('button', { name: '发货' }))
    expect(within(await within(dialog).findByRole('alert')).getByText(/30/)).toBeTruthy()
  })
  test('without a known rate none is made up', async () => {
    await start()
    office.queries['rate-on'] = { rate: null, date: null }
    await screen.findByText('SH2026-0001')
    await userEvent.click(button('发货')!)
    const dialog = await screen.findByRole('dialog')
    office.notify({ kind: 'changed', tables: ['exchange_rate'] })
    expect(await within(dialog).findByText(/没有 USD 汇率/)).toBeTruthy()
    await userEvent.click(within(dialog).getByRole('button', { name: '发货' }))
    expect(await within(dialog).findByRole('alert')).toBeTruthy()
    expect(sent('dispatch-shipment')).toEqual([])
  })
  test('sends lines and containers without what is only shown', async () => {
    await start({ containers: [{ type: '40HQ', number: 'TGHU1', seal: '', vgm: null }] })
    const vessel = await screen.findByLabelText('船名')
    fireEvent.change(vessel, { target: { value: 'EVER GIVEN' } })
    await userEvent.click(button('保存')!)
    await waitFor(() => expect(sent('save-shipment')).toHaveLength(1))
    expect(sent('save-shipment')[0]).toMatchObject({
      id: id(1),
      revision: 3,
      vessel: 'EVER GIVEN',
      lines: [{ id: id(10), salesLineId: id(11), quantity: '40' }],
      containers: [{ type: '40HQ', number: 'TGHU1', seal: '', vgm: null }],
    })
    expect(Object.keys((sent('save-shipment')[0] as { lines: object[] }).lines[0]!)).toEqual(['id', 'salesLineId', 'quantity'])
  })
})

describe('a new shipment', () => {
  test('[H25] made from one contract it takes all lines with all that is left, their currency and the contract’s ports', async () => {
    await start()
    const { unmount } = inTab(<ShipmentPage params={{ customerId: id(2), contractId: id(12) }} />, credit, freight)
    await waitFor(() => expect(screen.getByDisplayValue('Hamburg')).toBeTruthy())
    expect(screen.getByDisplayValue('Ningbo')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() =>
      expect(office.asked).toContainEqual(
        expect.objectContaining({
          name: 'preview-shipment',
          input: expect.objectContaining({ currency: 'EUR', lines: [expect.objectContaining({ salesLineId: id(21), quantity: '70' })] }),
        }),
      ),
    )
    unmount()
  })
})

describe('credit', () => {
  test('a dispatch over the limit says its figures and offers to ask for leave right there', async () => {
    await start()
    office.commands['dispatch-shipment'] = {
      ok: false,
      refused: 'credit-limit-exceeded',
      data: {
        ...{ limit: usd(5_000), exposure: usd(10_000), excess: usd(5_000), overdueDays: null },
        parts: { receivables: usd(0), addition: usd(10_000), advances: usd(0), contracts: usd(0), covered: usd(0) },
      },
    }
    office.commands['request-credit-override'] = { id: id(30), approvalId: id(31), revision: 1 }
    await screen.findByText('SH2026-0001')
    await userEvent.click(button('发货')!)
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(within(dialog).getByDisplayValue('7.1')).toBeTruthy())
    expect(within(dialog).queryByRole('button', { name: '申请超信' })).toBeNull()
    await userEvent.click(within(dialog).getByRole('button', { name: '发货' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('USD 50.00')
    await userEvent.click(within(dialog).getByRole('button', { name: '申请超信' }))
    fireEvent.change(await screen.findByLabelText(/原因/), { target: { value: '老客户' } })
    await userEvent.click(screen.getAllByRole('button', { name: '申请超信' }).at(-1)!)
    await waitFor(() =>
      expect(sent('request-credit-override')).toMatchObject([{ shipmentId: id(1), shipmentRevision: 3, reason: '老客户' }]),
    )
  })
})

describe('freight', () => {
  test('a booking that lacks an inquiry says how many quotes it needs and opens a new inquiry for the shipment', async () => {
    await start()
    office.queries['shipment-freight'] = { required: true, needed: 3, problem: null, inquiries: [] }
    office.commands['book-shipment'] = { ok: false, refused: 'freight-inquiry-needed', data: { shipment: 'SH2026-0001', needed: 3 } }
    await screen.findByText('SH2026-0001')
    await userEvent.click(button('订舱')!)
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: '订舱' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('必填')
    expect(sent('book-shipment')).toEqual([])
    await userEvent.type(within(dialog).getByLabelText(/订舱号/), 'BK1')
    await userEvent.click(within(dialog).getByRole('button', { name: '订舱' }))
    await waitFor(() => expect(within(dialog).getByRole('alert').textContent).toContain('3'))
    expect(sent('book-shipment')).toMatchObject([{ id: id(1), bookingNumber: 'BK1' }])
    await userEvent.click(await within(dialog).findByRole('button', { name: '新建运费询价' }))
    await waitFor(() => expect(tabList().tabs.at(-1)).toMatchObject({ route: 'freight-inquiry', params: { shipmentId: id(1) } }))
  })
})
