// The inquiry's page against a fake office: who stands where in the comparison, what is offered, what a choice sends.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { OfficeRequest } from '../../../preload/contract/envelope.ts'
import { aViewer, fakeOffice, type FakeOffice } from '../../client/testing/fake-office.ts'
import { inTab, openTab } from '../../kit/testing/in-tab.tsx'
import { sortedRows } from './comparison.tsx'
import { FreightInquiryPage } from './freight-inquiry-page.tsx'
import { type Asked, forShipment, type Inquiry, type Quote } from './inquiry-form-values.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const cny = (minor: number) => ({ minor, currency: 'CNY' })
const quote = (n: number, totalBase: number, part: Partial<Quote> = {}): Quote => ({
  ...{ id: id(n), round: 1, quotedOn: '2026-03-01', state: 'valid', validFrom: null, validTo: '2026-03-31', transitDays: 30 },
  ...{ carrierId: null, carrierName: null, freeDays: 14, remark: '', missingRate: null, unpriced: [], amounts: [cny(totalBase)] },
  ...{ lines: [{ id: id(n + 50), kind: 'ocean', name: '', containerType: '', basis: 'container', currency: 'CNY', amount: totalBase }] },
  ...{
    totalBase: cny(totalBase),
    compared: cny(totalBase),
    perUnit: [{ unit: '40HQ', base: cny(totalBase) }],
    aboveBest: cny(totalBase - 100_00),
  },
  ...part,
})
const asked = (n: number, name: string, own: Quote | null, state: Asked['state'] = 'quoted'): Asked => ({
  ...{
    forwarderId: id(n),
    name,
    state,
    askedOn: '2026-02-27',
    declineReason: state === 'declined' ? '无舱位' : '',
    quote: own,
    earlier: [],
  },
})
const inquiry = (part: Partial<Inquiry> = {}): Inquiry => ({
  ...{
    id: id(1),
    number: 'FI2026-0001',
    revision: 4,
    status: 'asking',
    voidReason: null,
    transportMode: 'sea',
    portOfLoading: 'Ningbo',
    portOfDischarge: 'Hamburg',
  },
  ...{ cargoLoad: 'containers', containers: [{ type: '40HQ', count: 1 }], volume: null, weight: null, cargoReadyOn: null, neededBy: null },
  ...{ goods: '', remark: '', shipmentId: null, shipment: null, contracts: [], ownerId: id(3), ownerName: 'Seller', chargeableTon: null },
  ...{ valid: 2, missing: 1, needed: 3, required: true, bookedOn: null, cheapest: id(21), fastest: null, chosen: null },
  forwarders: [
    asked(10, 'Dear', quote(20, 120_00)),
    asked(11, 'Cheap', quote(21, 100_00)),
    asked(12, 'Late', quote(22, 90_00, { state: 'expired', aboveBest: null })),
    asked(13, 'Gone', null, 'declined'),
  ],
  ...part,
})
let office: FakeOffice
const start = async (part: Partial<Inquiry> = {}, permissions = aViewer().permissions, company = aViewer().company) => {
  office = await fakeOffice({
    viewer: aViewer({ permissions, company }),
    queries: { 'freight-inquiry': () => inquiry(part), user: { name: 'Seller' } },
    commands: {
      'choose-freight-quote': { id: id(1), number: 'FI2026-0001', revision: 5 },
      'submit-for-approval': ({ id: own }: { id: string }) => ({ id: own }),
    },
  })
  openTab()
  return inTab(<FreightInquiryPage params={{ id: id(1) }} />)
}
const sent = (name: string) => office.asked.flatMap((r: OfficeRequest) => (r.kind === 'command' && r.name === name ? [r.input] : []))

test('what counts stands first, by its total; what is missing is said in figures', async () => {
  await start()
  const table = await screen.findByRole('table', { name: '报价比较' })
  const names = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent ?? '')
  const order = ['Cheap', 'Dear', 'Late', 'Gone'].map((name) => names.findIndex((text) => text.includes(name)))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(within(table).getByText('最低')).toBeTruthy()
  expect(screen.getByText(/还差 1 家报价/)).toBeTruthy()
  for (const name of ['选定 Late', '选定 Gone']) expect(screen.queryByRole('button', { name })).toBeNull()
}, 40_000)

test('a dearer quote is chosen with a reason only', async () => {
  await start()
  await userEvent.click(await screen.findByRole('button', { name: '选定 Dear' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/比最低报价高 CNY 20.00/)).toBeTruthy()
  expect(within(dialog).getByRole('button', { name: '选定' }).hasAttribute('disabled')).toBe(true)
  fireEvent.change(within(dialog).getByLabelText(/原因/), { target: { value: '船期好' } })
  await userEvent.click(within(dialog).getByRole('button', { name: '选定' }))
  await waitFor(() => expect(sent('choose-freight-quote')).toEqual([{ id: id(1), revision: 4, quoteId: id(20), reason: '船期好' }]))
}, 40_000)

test('[F14] the cheapest is chosen in one step, without a reason, and goes to its approval where that is asked for', async () => {
  const viewer = aViewer()
  const company = { ...viewer.company, switches: { ...viewer.company.switches, freightInquiryRequired: true, approveFreightInquiry: true } }
  await start({}, viewer.permissions, company)
  await userEvent.click(await screen.findByRole('button', { name: '选定 Cheap' }))
  await waitFor(() => expect(sent('submit-for-approval')).toHaveLength(1))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(sent('choose-freight-quote')).toEqual([{ id: id(1), revision: 4, quoteId: id(21), reason: '' }])
  expect(sent('submit-for-approval')).toMatchObject([{ kind: 'freight-inquiry', documentId: id(1), revision: 5 }])
}, 40_000)

test('[F14] an inquiry begun from a shipment has its ports, goods, contracts and measures, and its containers, else what is proposed', () => {
  const line = (contract: number, description: string) => ({ contractId: id(contract), contractNumber: `SC-${contract}`, description })
  const shipment = (containers: { type: string }[], proposed: object | null) =>
    ({
      ...{
        id: id(40),
        number: 'SH-1',
        ownerId: id(3),
        transportMode: 'sea',
        portOfLoading: 'Ningbo',
        portOfDischarge: 'Tallinn',
        containers,
      },
      lines: [line(51, 'Rakes'), line(51, 'Spades'), line(52, 'Rakes')],
      cargo: { volume: '31.5', grossWeight: '8200', proposed },
    }) as unknown as Parameters<typeof forShipment>[0]
  const proposed = { load: 'containers', containers: [{ type: '40GP', count: 2 }] }
  const begun = forShipment(shipment([], proposed))
  expect(begun).toMatchObject({
    ...{ portOfLoading: 'Ningbo', portOfDischarge: 'Tallinn', goods: 'Rakes, Spades', volume: '31.5', weight: '8200', ownerId: id(3) },
    shipmentId: { id: id(40), label: 'SH-1' },
    contractIds: [
      { id: id(51), label: 'SC-51' },
      { id: id(52), label: 'SC-52' },
    ],
    containers: [{ type: '40GP', count: '2' }],
  })
  expect(forShipment(shipment([{ type: '20GP' }, { type: '20GP' }], proposed)).containers).toMatchObject([{ type: '20GP', count: '2' }])
  expect(forShipment(shipment([], { load: 'lcl', containers: [] })).cargoLoad).toBe('lcl')
})

test('who may only look, and a closed inquiry, are offered nothing', async () => {
  await start({}, ['freight-inquiry.view'])
  await screen.findByRole('table', { name: '报价比较' })
  for (const name of ['选定 Cheap', '重新报价 Cheap', '不报价 Cheap', '保存']) expect(screen.queryByRole('button', { name })).toBeNull()
}, 40_000)

test('rows are sorted by what is asked for, unknown last in either direction', () => {
  const rows = [
    asked(1, 'b', quote(1, 3, { transitDays: null })),
    asked(2, 'a', quote(2, 2, { transitDays: 40 })),
    asked(3, 'c', quote(3, 1)),
  ]
  const names = (key: 'name' | 'total' | 'transitDays', descending = false) =>
    sortedRows(rows, key, descending)
      .map((r) => r.name)
      .join('')
  expect([names('name'), names('total'), names('transitDays'), names('transitDays', true)]).toEqual(['abc', 'cab', 'cab', 'acb'])
})
