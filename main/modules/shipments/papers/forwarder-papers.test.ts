// Booking note and shipping instruction: what a forwarder needs, and neither price nor amount.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { closeSound, tradeOffice, type Trade } from '../../contracts/testing/trade.ts'
import { contracts } from '../../contracts/index.ts'
import { deals } from '../../deals/index.ts'
import { papers } from '../../papers/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { shipments } from '../index.ts'
import { c4, type C4 } from '../testing/packed.ts'
import { freightOf } from './forwarder-papers.ts'

let office: Trade
let made: C4
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, shipments, papers])
  office.at = '2026-05-02T02:00:00.000Z'
  made = await c4(
    office,
    office.customer({ name: 'Hansa Import GmbH', shortName: 'HANSA', address: 'Speicherstadt 5, 20457 Hamburg', country: 'DE' }),
    {
      ...{ consignee: 'TO ORDER OF SHIPPER', notifyParty: 'NORDKAI SPEDITION GMBH, AM SANDTORKAI 1, HAMBURG' },
    },
  )
})
afterEach(() => closeSound(office))

const booked: Partial<CommandInput<'save-shipment'>> = {
  ...{ bookingNumber: 'COSU6120260508', placeOfReceipt: 'Yiwu', placeOfDelivery: 'Berlin', billKind: 'telex-release' },
  ...{ siCutoff: '2026/5/8 1700', vgmCutoff: '2026-05-09 09:00', cyCutoff: '2026-05-10', customsCutoff: '2026-05-10 12:00' },
  ...{ goodsOnBill: '', billWording: 'SHIPPED ON BOARD, FREIGHT PREPAID\nL/C NO. 5510LC26', etd: '2026-05-12', remark: 'CANARY-REMARK' },
  containers: [{ type: '20GP', number: 'CSQU3054383', seal: 'SL778', vgm: '3425.6' }],
}
const save = (more: Partial<CommandInput<'save-shipment'>> = {}) => office.send('save-shipment', { ...made.input, ...booked, ...more })
const printed = async (paper: 'booking-note' | 'shipping-instruction') => {
  const made_ = await office.query('paper', { paper, recordId: made.input.id })
  const { text } = await office.query('paper-text', { paper, recordId: made.input.id })
  return { ...made_, plain: text, text: (await pdfTexts(made_.pdf)).join('\n') }
}

test('[H56] the booking note tells route, cut-offs, cargo, freight by the Incoterm and the kind of B/L; as text too', async () => {
  await save()
  const { text, plain, problems, fileName } = await printed('booking-note')
  for (const said of [
    ...['BOOKING NOTE', '托运单', 'TO ORDER OF SHIPPER', 'NORDKAI SPEDITION', 'COSU6120260508', 'Yiwu', 'Ningbo', 'Hamburg', 'Berlin'],
    ...[
      'COSCO TAURUS / 021W',
      '2026-05-12',
      '1 x 20GP',
      'FREIGHT PREPAID',
      '电放',
      '2026-05-08 17:00',
      '2026-05-09 09:00',
      '2026-05-10 12:00',
    ],
    ...['84 CARTONS', '1,145.60', '7.939', 'Stainless steel bottle', '7323930000', 'L/C NO. 5510LC26'],
  ])
    expect(text).toContain(said)
  for (const said of ['Port of loading 装运港: Ningbo', 'SI cut-off 截单（补料）: 2026-05-08 17:00', '84 CARTONS'])
    expect(plain).toContain(said)
  expect(problems).toEqual([])
  expect(fileName).toMatch(/^SO-SH2026-0001/)
})

test('[H57] the shipping instruction tells each container with seal and VGM, and names one that weighs less than its cargo', async () => {
  await save()
  const { text, problems, warnings } = await printed('shipping-instruction')
  expect(text).toContain('20GP CSQU3054383 SL778 84 1,145.60 7.939 3,425.60')
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
  await save({ revision: 1, bookingNumber: '', containers: [{ type: '20GP', number: 'CSQU3054383', seal: '', vgm: '1100' }] })
  expect((await printed('shipping-instruction')).problems).toEqual([
    { code: 'empty', what: '订舱号 Booking No. (S/O)' },
    { code: 'vgm-below-cargo', what: 'CSQU3054383', one: '1,100.00 KGS', other: '1,145.60 KGS' },
  ])
  await save({ revision: 2, containers: [{ type: '20GP', number: 'CSQU3054383', seal: '', vgm: null }] })
  expect((await printed('shipping-instruction')).warnings).toEqual([{ code: 'vgm-missing', what: 'CSQU3054383' }])
})

test('[PA16] neither bears a price, an amount, or what is for our eyes', async () => {
  await save()
  for (const paper of ['booking-note', 'shipping-instruction'] as const) {
    const { text, plain } = await printed(paper)
    for (const one of [text, plain]) expect(one).not.toMatch(/CANARY|USD|3\.1275|18\.6|3,143|7,560|FREE OF CHARGE/)
  }
})

test('[H56] freight is prepaid by the C and D terms, collect by E and F', () => {
  const said = (['EXW', 'FCA', 'FOB', 'CFR', 'CIP', 'DAP', 'DDP'] as const).map((term) => freightOf(term)!.en.split(' ').at(-1))
  expect(said).toEqual(['COLLECT', 'COLLECT', 'COLLECT', 'PREPAID', 'PREPAID', 'PREPAID', 'PREPAID'])
  expect(freightOf(null)).toBeNull()
})

test('[H58] cut-offs are written one way however they are typed; what is none is refused at its field', async () => {
  await save()
  expect(await office.query('shipment', { id: made.input.id })).toMatchObject({ siCutoff: '2026-05-08 17:00', cyCutoff: '2026-05-10' })
  for (const siCutoff of ['2026-02-30', '2026-05-08 24:00', '8 May'])
    expect(await save({ revision: 1, siCutoff })).toMatchObject({
      refused: 'invalid-input',
      data: { issues: [{ path: 'siCutoff', rule: 'day-time' }] },
    })
  // What is not given stays.
  const { siCutoff: _, ...rest } = { ...made.input, ...booked }
  await office.run('save-shipment', { ...rest, revision: 1 })
  expect((await office.query('shipment', { id: made.input.id })).siCutoff).toBe('2026-05-08 17:00')
})
