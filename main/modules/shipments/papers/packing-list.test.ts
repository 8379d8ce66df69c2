// The packing of a shipment, typed and on paper: golden case C4 to the gram, and everything of it that does not agree is named.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PackageRow } from '../../../../preload/contract/modules/shipments/calls.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { closeSound, tradeOffice, type Trade } from '../../contracts/testing/trade.ts'
import { contracts } from '../../contracts/index.ts'
import { deals } from '../../deals/index.ts'
import { papers } from '../../papers/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { shipments } from '../index.ts'
import { c4, packageRow, type C4 } from '../testing/packed.ts'

let office: Trade
let made: C4
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, shipments, papers])
  office.at = '2026-06-01T02:00:00.000Z'
  made = await c4(
    office,
    office.customer({ name: 'Hansa Import GmbH', shortName: 'HANSA', address: 'Speicherstadt 5, 20457 Hamburg', country: 'DE' }),
  )
})
afterEach(() => closeSound(office))

type Paper = 'packing-list' | 'commercial-invoice'
const printed = async (paper: Paper, more: { language?: 'zh' | 'en-zh' } = {}) => {
  const asked = { paper, recordId: made.input.id, ...more }
  const paperMade = await office.query('paper', asked)
  return { ...paperMade, text: (await pdfTexts(paperMade.pdf)).join('\n') }
}
/** Saved with these packages instead. */
const packedAs = async (change: (packages: PackageRow[]) => PackageRow[], more: Partial<C4['input']> = {}) => {
  made.input = { ...made.input, packages: change(made.input.packages!), ...more }
  await office.run('save-shipment', made.input)
}
const lineOf = (text: string, begin: RegExp) => text.split('\n').find((line) => begin.test(line)) ?? ''

describe('a packing list', () => {
  it('[H51] [H54] says C4 to the gram, the shared carton once, in words, and how full the container is', async () => {
    await office.run('save-shipment', made.input)
    const { text, problems, warnings } = await printed('packing-list')
    expect(lineOf(text, /^1–42/)).toBe('1–42 BT-500 Stainless steel bottle 1,005 PCS 42 24 469.00 523.60 3.403')
    expect(lineOf(text, /^43–83/)).toBe('43–83 GS-3 Garden set 246 SET 41 6 537.10 606.80 4.428')
    expect(lineOf(text, /^84 GS-3/)).toBe('84 GS-3 Garden set 4 SET 1 6 8.73 15.20 0.108')
    expect(lineOf(text, /^84 Spare/)).toBe('84 Spare lid 30 PCS 4.87')
    expect(text).toMatch(/TOTAL 1,035\s+PCS[\s\S]*84\s+1,019\.70 1,145\.60 7\.939/)
    expect(text).toMatch(/250\s+SET/)
    for (const said of ['SAY EIGHTY-FOUR (84) CARTONS ONLY', '84 CARTONS', '1,145.60 KGS', '1,019.70 KGS', '7.939 CBM'])
      expect(text).toContain(said)
    expect(text).toContain('1 x 20GP CSQU3054383 / SL778')
    expect(text).toContain('1 x 20GP: 28.4 % / 6.5 %')
    expect(text).toContain('1-84')
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
  })
  it('[PA16] bears no price and no amount, nor what is for our eyes', async () => {
    await office.run('save-shipment', { ...made.input, remark: 'CANARY-REMARK' })
    const { text } = await printed('packing-list')
    expect(text).not.toMatch(/CANARY|USD|3\.1275|18\.6|3,143|FREE OF CHARGE/)
  })
  it('[H50] the invoice has the same packages, weights and measure', async () => {
    await office.run('save-shipment', made.input)
    const { text, problems } = await printed('commercial-invoice')
    for (const said of ['84 CARTONS', '1,145.60 KGS', '1,019.70 KGS', '7.939 CBM', 'FREE OF CHARGE']) expect(text).toContain(said)
    expect(problems).toEqual([])
    expect(await office.query('shipment', { id: made.input.id })).toMatchObject({
      packages: made.input.packages,
      cargo: { cartons: 84, volume: '7.939', grossWeight: '1145.6' },
    })
  })
  it('[H31] takes the packing of the products where nobody has typed any, and names goods of which it is not known', async () => {
    await packedAs(() => [])
    const { text, problems } = await printed('packing-list')
    expect(text).toContain('1–42 BT-500')
    expect(text).toContain('43–84 GS-3')
    expect(problems).toEqual([{ code: 'packing-unknown', what: 'Spare lid' }])
  })
  it('[H52] [H53] names what does not agree, with both figures, and so does the invoice', async () => {
    const [a, b, mixed, lid] = made.input.packages!
    await packedAs(() => [{ ...a!, quantity: '1000' }, b!, { ...mixed!, grossTotal: '13.2' }, { ...lid!, container: '' }], {
      containers: [{ type: '20GP', number: 'CSQU3054384', seal: '' }],
    })
    const expected = [
      { code: 'packed-otherwise', what: 'Stainless steel bottle', one: '1,000 PCS', other: '1,005 PCS' },
      { code: 'net-above-gross', what: '84', one: '13.60 KGS', other: '13.20 KGS' },
      { code: 'container-number', what: 'CSQU3054384', one: '4', other: '3' },
    ]
    expect((await printed('packing-list')).problems).toEqual(expected)
    expect((await printed('commercial-invoice')).problems).toEqual(expected)
    expect(
      await office.query('containers-elsewhere', {
        ...{ containers: [{ id: 'x', number: 'CSQU3054384' }], departsOn: null, arrivesOn: null, exceptId: made.input.id },
      }),
    ).toEqual({ warnings: [{ code: 'container-digit', field: 'containers.#x.number', data: { number: 'CSQU3054384', expected: '3' } }] })
  })
  it('[H54] tells container by container what is in it, and warns of one that is overfull', async () => {
    const [one, other] = ['CSQU3054383', 'TOLU4734787']
    await packedAs(
      (rows) =>
        rows.map((row, at) => ({ ...row, container: at === 0 ? one! : at === 3 ? '' : other!, volumeTotal: at === 0 ? '28.4' : null })),
      {
        containers: [
          { type: '20GP', number: one!, seal: '' },
          { type: '40HQ', number: other!, seal: '' },
        ],
      },
    )
    const { text, warnings } = await printed('packing-list')
    expect(lineOf(text, /^20GP/)).toBe(`20GP ${one} 42 469.00 523.60 28.400 101.4 % / 3.0 %`)
    expect(lineOf(text, /^40HQ/)).toBe(`40HQ ${other} 42 550.70 622.00 4.536 6.7 % / 2.8 %`)
    expect(warnings).toEqual([{ code: 'container-overfull', what: `20GP ${one}`, one: '101.4 %', other: '3.0 %' }])
  })
  it('[H54] a container of a type that no list has leaves its own fill empty, not that of the next one', async () => {
    const [one, other] = ['CSQU3054383', 'TOLU4734787']
    const containers = [
      { type: 'barge', number: one!, seal: '' },
      { type: '40HQ', number: other!, seal: '' },
    ]
    await packedAs((rows) => rows.map((row, at) => ({ ...row, container: at === 0 ? one! : at === 3 ? '' : other! })), { containers })
    const { text } = await printed('packing-list')
    expect(lineOf(text, /^barge/)).toMatch(/ – \/ –$/)
    expect(lineOf(text, /^40HQ/)).toMatch(/ 6\.7 % \/ 2\.8 %$/)
  })
  it('[H51] counts pallets with what stands on them, in both languages and with long names', async () => {
    const long = '加厚双层真空不锈钢保温杯（哑光磨砂表面，附茶隔与硅胶提绳，适用于车载及户外）'
    office.database.write.sql.prepare("UPDATE product SET nameZh = ? WHERE code = 'GS-3'").run(long)
    await packedAs((rows) => rows, { pallets: 4, palletWeight: '60', palletVolume: '9.6', packageKind: 'case' })
    const { text } = await printed('packing-list', { language: 'en-zh' })
    expect(text).toMatch(/4 PALLETS \(STC 84 WOODEN[^]*CASES\)/)
    expect(text.replaceAll(' ', '')).toContain('4托（84木箱）')
    expect(text).toContain('1,205.60 KGS')
    expect(text).toContain('9.600 CBM')
    expect(text.replaceAll(/\s/g, '')).toContain('不锈钢保温杯')
  })
})

describe('[H50] the packing of a shipment', () => {
  it('is kept when it is not given, but for lines that are gone; and goes with a shipment that is dropped', async () => {
    const { input } = made
    const { packages, ...rest } = input
    await office.run('save-shipment', input)
    await office.run('save-shipment', { ...rest, revision: 1 })
    expect((await office.query('shipment', { id: input.id })).packages).toEqual(packages)
    await office.run('save-shipment', { ...rest, revision: 2, lines: [input.lines[0]!, input.lines[2]!] })
    expect((await office.query('shipment', { id: input.id })).packages).toEqual([packages![0], { ...packages![3]!, cartons: 1 }])
    await office.run('discard-shipment', { id: input.id, revision: 3 })
    expect(office.database.write.sql.prepare('SELECT count(*) AS n FROM shipment_package').get()).toEqual({ n: 0 })
  })
  it('is written after the dispatch too, until all is done', async () => {
    await office.run('save-shipment', made.input)
    await office.run('dispatch-shipment', { id: made.input.id, revision: 1, dispatchedOn: '2026-05-12', rate: '7.1' })
    const packages = made.input.packages!.map((row, at) => (at === 2 ? { ...row, grossTotal: '15.3' } : row))
    await office.run('save-shipment', { ...made.input, packages, revision: 2 })
    expect((await printed('packing-list')).text).toContain('1,145.70')
  })
  it('refuses rows of a line that the shipment does not have, a first row in the packages of none, and one row twice', async () => {
    const { input } = made
    const [row] = input.packages!
    const send = (packages: PackageRow[]) => office.send('save-shipment', { ...input, packages })
    expect(await send([packageRow(input.id, '1', 1)])).toMatchObject({
      refused: 'invalid-input',
      data: { issues: [{ path: 'packages.0.lineId', rule: 'choice' }] },
    })
    expect(await send([{ ...row!, cartons: 0 }])).toMatchObject({ data: { issues: [{ path: 'packages.0.cartons', rule: 'positive' }] } })
    expect(await send([row!, row!])).toMatchObject({ data: { issues: [{ path: 'packages', rule: 'duplicate' }] } })
  })
  it('is calculated for the form as it will be printed, and says what is not packed yet', async () => {
    const { lines, containers } = made.input
    const [a, b, mixed] = made.input.packages!
    const asked = { lines, containers, packageKind: 'carton' as const, pallets: null, palletWeight: null, palletVolume: null }
    const preview = await office.query('preview-packing', { ...asked, packages: [a!, b!, { ...mixed!, grossTotal: '8' }] })
    expect(preview.rows.map(({ numbers, netWeight, grossWeight, volume }) => [numbers, netWeight, grossWeight, volume])).toEqual([
      ['1–42', '469.00', '523.60', '3.403'],
      ['43–83', '537.10', '606.80', '4.428'],
      ['84', '8.73', '8.00', '0.108'],
    ])
    expect(preview.total).toEqual({ packages: 84, netWeight: '1014.83', grossWeight: '1138.40', volume: '7.939' })
    expect(preview.unpacked).toMatchObject([{ lineId: lines[2]!.id, quantity: '30', cartons: null }])
    expect(preview.warnings).toEqual([
      { code: 'packed-otherwise', field: 'packages', data: { goods: 'Spare lid', packed: '0', shipped: '30', unit: 'PCS' } },
      { code: 'net-above-gross', field: `packages.#${mixed!.id}.grossTotal`, data: { net: '8.73', gross: '8.00' } },
    ])
    const nobody = await office.user({ permissions: ['shipment.view'] })
    expect(await office.ask('preview-packing', { ...asked, packages: [] }, nobody)).toMatchObject({ refused: 'not-found' })
  })
})
