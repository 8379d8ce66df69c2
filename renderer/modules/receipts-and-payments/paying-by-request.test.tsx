// Where payments wait for approval every way to pay leads to a request, and a payment form hands over what is typed in it.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { aViewer, fakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PaymentPage } from './payment-page.tsx'
import { PaymentRequestPage } from '../payment-requests/payment-request-page.tsx'
import { PaymentsPage } from './payments-page.tsx'
import { amountOf, requestParams, tickedOf } from '../../records/money/index.ts'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const bill = (n: number, minor: number, currency = 'CNY') => ({
  ...{
    item: `${id(n)}:1`,
    kind: 'bill' as const,
    document: `BL2026-000${n}`,
    documentDate: '2026-01-01',
    dueDate: '2026-02-01',
    overdue: true,
  },
  ...{ open: { minor, currency }, dealNumber: null, contractNumber: null, meant: true },
})
const bills = [bill(1, 700_00), bill(2, 900_00)]
const company = (approvePayment: boolean) => ({ ...aViewer().company, switches: { ...switchesOff, approvePayment } })
const queries = {
  'allocation-candidates': bills,
  'bills-to-request': bills.map(({ open, ...one }) => ({ ...one, documentId: id(9), open, left: open })),
  vendor: { name: '宁波东方灯具', paymentTerm: [] },
  'bank-accounts': { rows: [{ id: id(5), name: 'BOC CNY', currency: 'CNY' }], columns: [], count: 1 },
}
const front = () => tabList().tabs.find((one) => one.id === tabList().active)!

test('[T54] what is typed in a payment becomes a request: vendor, bills with their amounts, currency, remark', async () => {
  await fakeOffice({ viewer: aViewer({ company: company(true) }), queries })
  openTab()
  inTab(<PaymentPage params={{ partyId: id(3), item: bills[0]!.item }} />)
  // Said at once, before anything is typed.
  const notice = (await screen.findByText(/付款前要有已批准的付款申请/)).closest('[role=alert]') as HTMLElement
  const second = await screen.findByRole('checkbox', { name: 'BL2026-0002' })
  await waitFor(() => expect((screen.getByRole('checkbox', { name: 'BL2026-0001' }) as HTMLInputElement).checked).toBe(true))
  fireEvent.click(second)
  fireEvent.click(within(notice).getByRole('button', { name: '转为付款申请' }))
  expect(front()).toMatchObject({ route: 'payment-request', params: { side: 'payable', partyId: id(3), currency: 'CNY' } })
  expect(JSON.parse(front().params.ticked!)).toEqual([
    [bills[0]!.item, 700_00],
    [bills[1]!.item, 900_00],
  ])
})

test('[T54] the request begun so is filled: nothing is typed twice', async () => {
  const office = await fakeOffice({ queries, commands: { 'save-payment-request': { id: id(8), number: 'PR-1', revision: 1 } } })
  const params = requestParams(
    {
      ...{ side: 'payable', partyId: id(3), currency: 'CNY', amount: 650_00, remark: '急' },
      ...{ contract: null, targets: [{ item: bills[1]!.item, amount: 650_00, sourceAmount: null }] },
    },
    bills,
  )
  openTab()
  inTab(<PaymentRequestPage params={{ ...params, payBy: '2026-03-05' }} />)
  expect(((await screen.findByRole('checkbox', { name: 'BL2026-0002' })) as HTMLInputElement).checked).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(() =>
    expect(office.asked).toContainEqual(
      expect.objectContaining({
        name: 'save-payment-request',
        input: expect.objectContaining({
          ...{ partyId: id(3), currency: 'CNY', remark: '急', amount: null },
          lines: [{ id: expect.any(String), item: bills[1]!.item, amount: 650_00 }],
        }),
      }),
    ),
  )
})

test('[T54] a refused payment hands over as well; who may not request is told who can', async () => {
  const refused = { ok: false, refused: 'payment-request-needed', data: { party: 'x' } }
  await fakeOffice({ queries, commands: { 'register-payment': refused } })
  openTab()
  inTab(<PaymentPage params={{ partyId: id(3), item: bills[0]!.item }} />)
  await waitFor(() => expect((screen.getByRole('checkbox', { name: 'BL2026-0001' }) as HTMLInputElement).checked).toBe(true))
  // Where payments need no request nothing is said of one.
  expect(screen.queryByText(/付款前要有已批准的付款申请/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '付款登记' }))
  fireEvent.click(await screen.findByRole('button', { name: '转为付款申请' }))
  expect(front()).toMatchObject({ route: 'payment-request', params: { partyId: id(3) } })
})

test('[T54] who may not request payments is told who can', async () => {
  const permissions = allPermissions.filter((one) => one !== 'payment-request.create')
  await fakeOffice({
    viewer: aViewer({ company: company(true), permissions }),
    queries: { ...queries, 'who-may': { users: [{ name: '刘会计', nameEn: '' }], more: 0 } },
  })
  openTab()
  inTab(<PaymentPage params={{}} />)
  expect(await screen.findByText(/可以申请付款的人：刘会计/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '转为付款申请' })).toBeNull()
})

test.each([
  [true, '申请付款', 'payment-request'],
  [false, '付款登记', 'payment'],
])('[T54] with payments approved: %s, the list of payments begins with %s', async (approved, label, route) => {
  const rows = { rows: [], columns: [], count: 0, totals: {} }
  await fakeOffice({ viewer: aViewer({ company: company(approved) }), queries: { payments: rows } })
  openTab()
  inTab(<PaymentsPage />)
  fireEvent.click((await screen.findAllByRole('button', { name: label }))[0]!)
  expect(front().route).toBe(route)
})

test('[T54] of bills in several currencies those of the account’s go over; a prepayment goes with its contract and amount', () => {
  const dollars = bill(4, 100_00, 'USD')
  const paid = {
    side: 'payable' as const,
    partyId: id(3),
    currency: 'CNY',
    amount: 5_00,
    remark: '',
    contract: { id: id(7), number: 'PC-1' },
  }
  const target = (item: string, amount: number) => ({ item, amount, sourceAmount: null })
  const all = [...bills, dollars]
  const params = requestParams({ ...paid, targets: [target(dollars.item, 1), target(bills[0]!.item, 2)] }, all)
  expect([params.currency, tickedOf(params)]).toEqual(['CNY', [target(bills[0]!.item, 2)]])
  expect([params.contractId, params.payBy]).toEqual([undefined, bills[0]!.dueDate])
  expect(requestParams({ ...paid, targets: [target(dollars.item, 1)] }, all).currency).toBe('USD')
  const ahead = requestParams({ ...paid, targets: [] }, all)
  expect([ahead.contractId, ahead.payBy, amountOf(ahead), tickedOf(ahead)]).toEqual([id(7), undefined, 5_00, []])
  for (const ticked of ['x', '{}', '[1]', '[["a","b"]]']) expect(tickedOf({ ticked })).toEqual([])
})
