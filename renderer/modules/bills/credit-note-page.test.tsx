// The page of a credit note against a fake office: goods of a factory by line, VAT of other vendors, nothing of both for a customer; a posted one is taken back.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { tabList } from '../../client/use-tabs.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { CreditNotePage } from './credit-note-page.tsx'

vi.setConfig({ testTimeout: 60_000 })
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const sent = (office: FakeOffice, name: string) =>
  office.asked.filter((r): r is Extract<OfficeRequest, { kind: 'command' }> => r.kind === 'command' && r.name === name).map((r) => r.input)
const type = (box: HTMLElement, value: string) => {
  fireEvent.change(box, { target: { value } })
  fireEvent.blur(box)
}

const goods: QueryOutput<'lines-to-credit'> = [1, 2].map((n) => ({
  purchaseLineId: id(20 + n),
  contractNumber: `PC2026-000${n}`,
  dealNumber: `D2026-000${n}`,
  productCode: null,
  description: `Bolts ${n}`,
  vatRate: '13',
  open: cny(11_300_00),
}))
const start = async (lines: QueryOutput<'lines-to-credit'>) => {
  const office = await fakeOffice({
    queries: { vendor: { id: id(4), name: 'Factory' }, 'lines-to-credit': lines, 'rate-on': { rate: null, date: null } },
    commands: { 'post-credit-note': ({ id: own }: { id: string }) => ({ id: own, number: 'CN2026-0001', item: `${own}:1` }) },
  })
  openTab()
  inTab(<CreditNotePage params={{ side: 'payable', partyId: id(4) }} />)
  type(await screen.findByRole('textbox', { name: /原因/ }), 'price reduced')
  return office
}
/** The amount of the note: it stands before those of its goods. */
const whole = () => screen.getAllByRole('textbox', { name: /^金额/ })[0]!
const post = async (office: FakeOffice) => {
  fireEvent.click(screen.getByRole('button', { name: '开贷项通知' }))
  await waitFor(() => expect(sent(office, 'post-credit-note')).toHaveLength(1))
  return sent(office, 'post-credit-note')[0]
}

describe('[T30] a vendor`s credit note', () => {
  test('is the sum of the goods that are filled in; then there is no VAT to type', async () => {
    const office = await start(goods)
    const table = within(await screen.findByRole('table', { name: '冲减的货物' }))
    const boxes = table.getAllByRole('textbox', { name: '金额' })
    type(boxes[0]!, '1,130')
    type(boxes[1]!, '20')
    await waitFor(() => expect((whole() as HTMLInputElement).value).toBe('1,150.00'))
    expect(screen.queryByRole('textbox', { name: /增值税率/ })).toBeNull()
    const note = await post(office)
    expect(note).toMatchObject({
      amount: 1_150_00,
      lines: [
        { purchaseLineId: id(21), amount: 1_130_00 },
        { purchaseLineId: id(22), amount: 20_00 },
      ],
    })
    expect(note).not.toHaveProperty('vatRate')
    await waitFor(() => expect(tabList().tabs[0]).toMatchObject({ route: 'credit-note' }))
  })

  test('without goods carries its VAT rate', async () => {
    const office = await start([])
    type(whole(), '106')
    type(screen.getByRole('textbox', { name: /增值税率/ }), '6')
    expect(await post(office)).toMatchObject({ amount: 106_00, vatRate: '6', lines: [], dealId: null })
  })
})

test('[T14] a posted credit note tells its goods and is taken back on a day with a reason', async () => {
  const note: QueryOutput<'credit-note'> = {
    ...{ id: id(1), number: 'CN2026-0001', status: 'posted', side: 'payable', partyId: id(4), partyName: 'Factory', on: '2026-03-01' },
    ...{ rate: '1', dealId: null, dealNumber: null, reason: 'price reduced', vatRate: '0', amount: cny(1_130_00), open: cny(1_130_00) },
    lines: [
      {
        ...{ id: `${id(1)}:1`, contractId: id(5), contractNumber: 'PC2026-0001', dealNumber: 'D2026-0001', description: 'Bolts' },
        ...{ vatRate: '13', amount: cny(1_130_00) },
      },
    ],
    item: `${id(1)}:1`,
  }
  const office = await fakeOffice({
    queries: { 'credit-note': note },
    commands: { 'reverse-credit-note': { id: id(1), number: 'CN2026-0001' } },
  })
  openTab()
  inTab(<CreditNotePage params={{ id: id(1) }} />)
  expect(await screen.findByText('PC2026-0001')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '冲销贷项通知' }))
  const dialog = within(await screen.findByRole('dialog'))
  type(dialog.getByRole('textbox', { name: /原因/ }), 'mistake')
  fireEvent.click(dialog.getByRole('button', { name: '冲销贷项通知' }))
  await waitFor(() => expect(sent(office, 'reverse-credit-note')).toHaveLength(1))
  expect(sent(office, 'reverse-credit-note')[0]).toMatchObject({ id: id(1), reason: 'mistake' })
})
