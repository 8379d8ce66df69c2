// The page of a letter of credit against a fake office: what a draft sends, what an accepted one leaves fixed, how the check of documents is told.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { LetterPage } from './letter-page.tsx'
import type { Letter } from './letter-form-values.ts'

type Checked = QueryOutput<'letter-checks'>[number]
const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const usd = (minor: number) => ({ minor, currency: 'USD' })
const letter = (part: Partial<Letter> = {}): Letter => ({
  ...{ id: id(1), number: 'LC2026-0001', revision: 2, status: 'accepted', attention: 'presentation-due', bankNumber: 'LC-77' },
  ...{ customerId: id(2), customerName: 'Buyer', applicant: 'Buyer', issuingBank: 'First Bank', advisingBank: '', currency: 'USD' },
  ...{ amount: 100_00, tolerancePlus: '5', toleranceMinus: '5', issuedOn: '2026-01-10', expiresOn: '2026-04-30', expiryPlace: 'China' },
  ...{ latestShipment: '2026-04-10', presentationDays: 21, availability: 'sight', tenorDays: 0, confirmed: false, partialShipment: true },
  ...{ transhipment: true, portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg', goods: '', documents: [], remark: '', ownerId: id(3) },
  ...{ ownerName: 'Seller', acceptedOn: '2026-01-12', closedReason: null, contractIds: [id(4)], amendments: [], daysLeft: 5 },
  contracts: [{ id: id(4), number: 'SC2026-0001', status: 'signed', total: usd(100_00), latestShipment: null }],
  ...{ most: usd(105_00), drawn: usd(0), left: usd(105_00) },
  ...part,
})
const checked: Checked = {
  letter: {
    ...{
      id: id(1),
      number: 'LC2026-0001',
      bankNumber: 'LC-77',
      issuingBank: 'First Bank',
      status: 'accepted',
      attention: 'presentation-due',
    },
    ...{ amount: usd(100_00), left: usd(105_00), latestShipment: '2026-04-10', expiresOn: '2026-04-30' },
  },
  shipment: { id: id(5), number: 'SH2026-0001', status: 'on-board', total: usd(100_00) },
  presentation: null,
  ...{ drawing: usd(100_00), deadline: '2026-03-07', planned: false, daysLeft: 5, documents: [], discrepancies: 1, unknown: 1 },
  lines: [
    { check: 'amount', result: 'ok', asked: { money: usd(95_00), upTo: usd(105_00) }, found: { money: usd(100_00) } },
    { check: 'latest-shipment', result: 'discrepancy', asked: { text: '2026-03-01' }, found: { text: '2026-03-02' } },
    { check: 'insurance', result: 'unknown', asked: { money: usd(110_00) }, found: null },
  ],
}

const rights = [
  'letter-of-credit.view',
  'letter-of-credit.edit',
  'letter-of-credit.accept',
  'letter-of-credit.void',
  'shipment.view',
] as const
const page = async (data: Letter): Promise<FakeOffice> => {
  const done = { id: data.id, number: data.number, revision: data.revision + 1 }
  const office = await fakeOffice({
    viewer: aViewer({ permissions: [...rights] }),
    queries: {
      'letter-of-credit': data,
      'letter-checks': [checked],
      'contracts-for-letter': [],
      user: { name: 'Seller' },
      customer: { name: 'Buyer' },
    },
    commands: { 'save-presentation': done, 'decide-letter-amendment': done },
  })
  openTab()
  inTab(<LetterPage params={{ id: data.id }} />)
  await screen.findByText('LC-77')
  return office
}
const sentTo = (office: FakeOffice, name: string) =>
  office.asked.flatMap((r: OfficeRequest) => (r.kind === 'command' && r.name === name ? [r.input] : []))

test('an accepted credit leaves the bank’s words fixed and offers amendment and closing', async () => {
  await page(letter())
  expect(screen.queryByRole('textbox', { name: /信用证号/ })).toBeNull()
  expect(screen.getByText('LC-77')).toBeTruthy()
  expect(screen.getByRole('button', { name: '登记改证' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '接受信用证' })).toBeNull()
  expect(screen.getByText('待交单')).toBeTruthy()
})

test('the check tells each line with both figures, and its dialog sends what the papers say', async () => {
  const office = await page(letter())
  const table = await screen.findByRole('table', { name: '审单' })
  const row = (name: string) => within(within(table).getByText(name).closest('tr')!)
  expect(row('交单金额在信用证余额内').getByText('USD 95.00 至 USD 105.00')).toBeTruthy()
  expect(row('装船日期不晚于最迟装运期').getByText('不符')).toBeTruthy()
  expect(row('保险金额不低于发票 110%').getByText('待核')).toBeTruthy()
  expect(screen.getByText(/1 处不符，1 项待核/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '单据数据' }))
  const dialog = await screen.findByRole('dialog')
  const cartons = within(dialog).getByRole('textbox', { name: '提单箱数' })
  fireEvent.change(cartons, { target: { value: '67' } })
  fireEvent.blur(cartons)
  fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await waitFor(() => expect(sentTo(office, 'save-presentation')).toHaveLength(1))
  const said = { letterId: id(1), shipmentId: id(5), amount: 100_00, billCartons: 67, insuredAmount: null }
  expect(sentTo(office, 'save-presentation')[0]).toMatchObject(said)
})

test('a waiting amendment is accepted with its day', async () => {
  const amendment = {
    ...{ id: id(9), number: 1, receivedOn: '2026-02-01', state: 'pending' as const, decidedOn: null, remark: '' },
    changes: [{ field: 'expiresOn', from: { text: '2026-04-30' }, to: { text: '2026-05-31' } }],
  }
  const office = await page(letter({ amendments: [amendment] }))
  expect(screen.getByText('2026-05-31')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '接受改证' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '接受改证' }))
  await waitFor(() => expect(sentTo(office, 'decide-letter-amendment')).toHaveLength(1))
  expect(sentTo(office, 'decide-letter-amendment')[0]).toMatchObject({ id: id(1), revision: 2, accept: true })
})
