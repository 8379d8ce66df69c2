// Pages of receipts and payments against a fake office.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PaymentPage } from './payment-page.tsx'
import { ReceiptPage } from './receipt-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const cny = (minor: number) => ({ minor, currency: 'CNY' })

const receipt = (part: Partial<QueryOutput<'receipt'>> = {}): QueryOutput<'receipt'> => ({
  id: id(1),
  number: 'RC2026-0001',
  status: 'claimed',
  bankAccountId: id(2),
  bankAccount: 'BOC USD',
  receivedOn: '2026-03-01',
  amount: usd(1000_00),
  charge: usd(15_00),
  rate: '7.1',
  payerName: 'Hansa',
  bankReference: '',
  customerId: id(3),
  customerName: 'Hansa GmbH',
  vendorId: null,
  vendorName: null,
  contractId: null,
  contractNumber: null,
  remark: '',
  item: `${id(1)}:1`,
  open: usd(1000_00),
  allocations: [],
  journals: [1],
  ...part,
})
const candidates = [
  {
    item: `${id(11)}:1`,
    kind: 'invoice',
    document: 'SH2026-0001',
    documentDate: '2026-01-01',
    dueDate: '2026-02-01',
    overdue: true,
    open: usd(700_00),
    dealNumber: 'D1',
    contractNumber: null,
    meant: true,
  },
  {
    item: `${id(12)}:1`,
    kind: 'invoice',
    document: 'SH2026-0002',
    documentDate: '2026-01-01',
    dueDate: '2026-04-01',
    overdue: false,
    open: usd(900_00),
    dealNumber: 'D2',
    contractNumber: null,
    meant: true,
  },
]
const banks = { rows: [{ id: id(2), name: 'BOC USD', currency: 'USD' }], columns: [], count: 1 }
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)

describe('a receipt', () => {
  test('applied to the oldest invoices first, with the exchange difference before it is booked', async () => {
    const office = await fakeOffice({
      queries: {
        receipt: receipt(),
        'allocation-candidates': candidates,
        'preview-allocation': { targets: [], sourceLeft: usd(0), exchangeDifference: cny(-123_45) },
      },
      commands: { allocate: ({ id: own }: { id: string }) => ({ id: own, exchangeDifference: cny(-123_45) }) },
    })
    openTab()
    inTab(<ReceiptPage params={{ id: id(1) }} />)
    fireEvent.click(await screen.findByRole('button', { name: '核销（分摊）' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText('-123.45')).toBeTruthy()
    expect(dialog.getAllByRole('textbox', { name: '金额' }).map((box) => (box as HTMLInputElement).value)).toEqual(['700.00', '300.00'])
    fireEvent.click(dialog.getByRole('button', { name: '核销（分摊）' }))
    await waitFor(() => expect(sent(office, 'allocate')).toHaveLength(1))
    expect(sent(office, 'allocate')[0]).toMatchObject({
      source: `${id(1)}:1`,
      on: '2026-03-02',
      targets: [
        { item: `${id(11)}:1`, amount: 700_00 },
        { item: `${id(12)}:1`, amount: 300_00 },
      ],
    })
  })

  test('a refusal stays in the dialog with what was chosen', async () => {
    await fakeOffice({
      queries: {
        receipt: receipt(),
        'allocation-candidates': candidates,
        'preview-allocation': { targets: [], sourceLeft: usd(0), exchangeDifference: cny(0) },
      },
      commands: { allocate: { ok: false, refused: 'period-closed', data: { closedThrough: '2026-03-31', date: '2026-03-02' } } },
    })
    openTab()
    inTab(<ReceiptPage params={{ id: id(1) }} />)
    fireEvent.click(await screen.findByRole('button', { name: '核销（分摊）' }))
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByText('SH2026-0001')
    fireEvent.click(dialog.getByRole('button', { name: '核销（分摊）' }))
    expect(await dialog.findByText(/2026-03-31/)).toBeTruthy()
  })

  test('unclaimed money can be claimed and not yet be applied; without the right nothing is offered', async () => {
    const unclaimed = receipt({ status: 'unclaimed', customerId: null, customerName: null })
    await fakeOffice({ queries: { receipt: unclaimed } })
    openTab()
    const first = inTab(<ReceiptPage params={{ id: id(1) }} />)
    expect(await screen.findByRole('button', { name: '认领' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '核销（分摊）' })).toBeNull()
    first.unmount()
    await fakeOffice({ viewer: aViewer({ permissions: ['receipt.view'] }), queries: { receipt: unclaimed } })
    inTab(<ReceiptPage params={{ id: id(1) }} />)
    await screen.findByText('RC2026-0001')
    expect(screen.queryByRole('button', { name: '认领' })).toBeNull()
    expect(screen.queryByRole('button', { name: '冲销收汇' })).toBeNull()
  })

  test('registered at the rate the office knows; the tab becomes the receipt', async () => {
    const office = await fakeOffice({
      queries: { 'bank-accounts': banks, 'rate-on': { rate: '7.1234', date: '2026-03-01' } },
      commands: { 'register-receipt': ({ id: own }: { id: string }) => ({ id: own, number: 'RC2026-0002', item: `${own}:1` }) },
    })
    openTab()
    inTab(<ReceiptPage params={{}} />)
    const bank = await screen.findByRole('combobox', { name: /银行账户/ })
    fireEvent.mouseDown(bank)
    fireEvent.click(await screen.findByText('BOC USD · USD'))
    const rate = await screen.findByRole('textbox', { name: /汇率/ })
    await waitFor(() => expect((rate as HTMLInputElement).value).toBe('7.1234'))
    const amount = screen.getByRole('textbox', { name: /^金额/ })
    fireEvent.change(amount, { target: { value: '1,000' } })
    fireEvent.blur(amount)
    fireEvent.click(screen.getByRole('button', { name: '收汇登记' }))
    await waitFor(() => expect(sent(office, 'register-receipt')).toHaveLength(1))
    expect(sent(office, 'register-receipt')[0]).toMatchObject({
      bankAccountId: id(2),
      receivedOn: '2026-03-02',
      amount: 1000_00,
      charge: 0,
      rate: '7.1234',
      customerId: null,
      contractId: null,
    })
    await waitFor(() => expect(tabList().tabs[0]).toMatchObject({ route: 'receipt' }))
  })
})

describe('a payment', () => {
  test('the amount follows the ticked bills', async () => {
    const bills = candidates.map((c) => ({ ...c, kind: 'bill', open: cny(c.open.minor), document: c.document.replace('SH', 'BL') }))
    await fakeOffice({
      queries: {
        'bank-accounts': banks,
        'allocation-candidates': bills,
        vendor: { id: id(4), name: 'Factory' },
        'rate-on': { rate: null, date: null },
      },
    })
    openTab()
    inTab(<PaymentPage params={{ partyId: id(4) }} />)
    fireEvent.click(await screen.findByRole('checkbox', { name: 'BL2026-0001' }))
    await waitFor(() => expect((screen.getAllByRole('textbox', { name: /^金额/ })[0] as HTMLInputElement).value).toBe('700.00'))
    fireEvent.click(screen.getByRole('checkbox', { name: 'BL2026-0002' }))
    await waitFor(() => expect((screen.getAllByRole('textbox', { name: /^金额/ })[0] as HTMLInputElement).value).toBe('1,600.00'))
    fireEvent.click(screen.getByRole('checkbox', { name: 'BL2026-0001' }))
    await waitFor(() => expect((screen.getAllByRole('textbox', { name: /^金额/ })[0] as HTMLInputElement).value).toBe('900.00'))
  })
})

describe('money back', () => {
  const returnable = [
    {
      ...{
        item: `${id(21)}:1`,
        kind: 'advance',
        document: 'RC2026-0009',
        documentDate: '2026-01-01',
        dueDate: '2026-01-01',
        overdue: false,
      },
      ...{ open: cny(300_00), dealNumber: 'D1', contractNumber: 'SC1', meant: true },
    },
  ]
  const banks = { rows: [{ id: id(2), name: 'ICBC', currency: 'CNY' }], total: 1, cursor: null }
  test('[T27] to a customer: what can be paid back is asked for and ticked, and the amount follows', async () => {
    const office = await fakeOffice({
      queries: { 'allocation-candidates': returnable, 'bank-accounts': banks, customer: { name: 'Hansa' } },
    })
    openTab()
    inTab(<PaymentPage params={{ side: 'receivable', partyId: id(3) }} />)
    fireEvent.click(await screen.findByRole('checkbox', { name: 'RC2026-0009' }))
    expect(screen.getByText('退的是哪些款')).toBeTruthy()
    expect(screen.queryByText('预付款对应的采购合同')).toBeNull()
    expect((screen.getAllByRole('textbox', { name: /^金额/ })[0] as HTMLInputElement).value).toBe('300.00')
    expect(office.asked).toContainEqual(
      expect.objectContaining({ name: 'allocation-candidates', input: { partyId: id(3), side: 'receivable', returning: true } }),
    )
  })

  test('[T28] from a vendor: a receipt asks of what, and says what is not accounted for', async () => {
    await fakeOffice({ queries: { 'allocation-candidates': returnable, 'bank-accounts': banks, vendor: { name: 'Factory' } } })
    openTab()
    inTab(<ReceiptPage params={{ vendorId: id(4) }} />)
    expect(await screen.findByText('退的是哪些款')).toBeTruthy()
    fireEvent.click(await screen.findByRole('checkbox', { name: 'RC2026-0009' }))
    expect(screen.getByText('还没有说明的金额')).toBeTruthy()
    expect((screen.getAllByRole('textbox', { name: /^金额/ })[0] as HTMLInputElement).value).toBe('300.00')
  })
})
