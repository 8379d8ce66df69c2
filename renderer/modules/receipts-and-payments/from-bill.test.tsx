// A bill leads to its payment or to a request (T48): what stands in the form that is opened from it.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { PaymentPage } from './payment-page.tsx'
import { PaymentRequestPage } from '../payment-requests/payment-request-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const item = (n: number) => `${id(n)}:1`
const bill = (n: number, left: number) => ({
  ...{
    item: item(n),
    kind: 'bill',
    document: `BL-${n}`,
    documentDate: '2026-01-01',
    dueDate: '2026-02-01',
    overdue: true,
    dealNumber: 'D1',
  },
  ...{ contractNumber: null, meant: true, open: cny(left), left: cny(left) },
})
const anOffice = () =>
  fakeOffice({
    queries: {
      'bank-accounts': {
        ...{ columns: [], count: 2 },
        rows: [
          { id: id(2), name: 'BOC USD', currency: 'USD' },
          { id: id(3), name: 'BOC CNY', currency: 'CNY' },
        ],
      },
      'allocation-candidates': [bill(11, 700_00), bill(12, 900_00)],
      'bills-to-request': [bill(11, 700_00), bill(12, 900_00)],
      vendor: { id: id(4), name: 'Factory' },
      'rate-on': { rate: null, date: null },
    },
    commands: {
      'register-payment': ({ id: own }: { id: string }) => ({ id: own, number: 'PY-1' }),
      'save-payment-request': ({ id: own }: { id: string }) => ({ id: own, number: 'PR-1', revision: 1 }),
    },
  })
const sent = (office: FakeOffice, name: string) =>
  office.asked.flatMap((r: OfficeRequest) => (r.kind === 'command' && r.name === name ? [r.input] : []))

test('[T48] the payment of a bill has it ticked at all that is left of it, with the amount and the account in its currency', async () => {
  const office = await anOffice()
  openTab()
  inTab(<PaymentPage params={{ partyId: id(4), item: item(12), currency: 'CNY' }} />)
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'BL-12' }).checked).toBe(true))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'BL-11' }).checked).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: '付款登记' }))
  await waitFor(() => expect(sent(office, 'register-payment')).toHaveLength(1))
  expect(sent(office, 'register-payment')[0]).toMatchObject({
    ...{ bankAccountId: id(3), amount: 900_00, partyId: id(4) },
    targets: [{ item: item(12), amount: 900_00 }],
  })
})

test('[T48] the request of a bill has it ticked and is to be paid on its due day, or today when that is past', async () => {
  for (const [payBy, due] of [
    ['2099-01-01', '2099-01-01'],
    ['2020-01-01', aViewer().today],
  ] as const) {
    const office = await anOffice()
    openTab()
    const shown = inTab(<PaymentRequestPage params={{ partyId: id(4), item: item(11), currency: 'CNY', payBy }} />)
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'BL-11' }).checked).toBe(true))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(sent(office, 'save-payment-request')).toHaveLength(1))
    expect(sent(office, 'save-payment-request')[0]).toMatchObject({ payBy: due, lines: [{ item: item(11), amount: 700_00 }] })
    shown.unmount()
  }
})
