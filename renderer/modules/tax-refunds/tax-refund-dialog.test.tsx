// The dialog of refund money against a fake office: what it starts with, what is sent for each shipment, what a rest that will not come does.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { TaxRefundDialog } from './tax-refund-dialog.tsx'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const rows = [
  { id: `${id(1)}:9001`, shipment: 'SH2026-0001', open: cny(1000_00) },
  { id: `${id(2)}:9001`, shipment: 'SH2026-0002', open: cny(500_50) },
]
const banks = [
  { id: id(8), name: 'BOC USD', currency: 'USD' },
  { id: id(9), name: 'BOC CNY', currency: 'CNY' },
]
const start = async () => {
  const office = await fakeOffice({
    queries: { 'bank-accounts': { rows: banks, columns: [], count: 2 } },
    commands: { 'receive-tax-refund': { id: id(5), number: 'TX2026-0001', revision: 1 } },
  })
  const onClose = vi.fn<() => void>()
  openTab()
  inTab(<TaxRefundDialog rows={rows} onClose={onClose} />)
  const dialog = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(dialog.getByText(/BOC CNY/)).toBeTruthy())
  return { office, onClose, dialog }
}
const sent = (office: FakeOffice) =>
  office.asked.flatMap((r: OfficeRequest) => (r.kind === 'command' && r.name === 'receive-tax-refund' ? [r.input] : []))

test('everything that is open is taken, on the first account in base currency, unless typed otherwise', async () => {
  const { office, onClose, dialog } = await start()
  fireEvent.click(dialog.getByRole('button', { name: '登记退税到账' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(sent(office)).toMatchObject([
    {
      ...{ bankAccountId: id(9), receivedOn: '2026-03-02', amount: 1500_50 },
      lines: [
        { item: rows[0]!.id, amount: 1000_00, close: false },
        { item: rows[1]!.id, amount: 500_50, close: false },
      ],
    },
  ])
})

test('less than expected: the total follows, and the rest may be closed', async () => {
  const { office, dialog } = await start()
  expect(dialog.queryByRole('checkbox')).toBeNull()
  const box = dialog.getAllByRole('textbox', { name: '金额' })[1]!
  fireEvent.change(box, { target: { value: '400' } })
  fireEvent.blur(box)
  expect(await dialog.findByText('1,400.00')).toBeTruthy()
  fireEvent.click(await dialog.findByRole('checkbox'))
  fireEvent.click(dialog.getByRole('button', { name: '登记退税到账' }))
  await waitFor(() => expect(sent(office)).toHaveLength(1))
  expect(sent(office)[0]).toMatchObject({ amount: 1400_00, lines: [{ close: false }, { amount: 400_00, close: true }] })
})

test('a refusal is said in the dialog, which stays with what was typed', async () => {
  const { office, onClose, dialog } = await start()
  office.commands['receive-tax-refund'] = {
    ok: false,
    refused: 'allocation-exceeds',
    data: { asked: cny(1500_50), open: cny(1000_00), document: 'SH2026-0001' },
  }
  fireEvent.click(dialog.getByRole('button', { name: '登记退税到账' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('1,000.00')
  expect(onClose).not.toHaveBeenCalled()
})
