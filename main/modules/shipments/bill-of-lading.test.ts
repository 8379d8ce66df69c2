// The bill of lading beside the packing: what agrees, what differs, with both figures, on the form, on every paper, and under a credit.
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { BillFields } from '../../../preload/contract/modules/shipments/calls.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { contracts } from '../contracts/index.ts'
import { closeSound, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { customs } from '../customs/index.ts'
import { aDeclaration } from '../customs/testing/declaration.ts'
import { aCertificate } from '../customs/testing/origin.ts'
import { deals } from '../deals/index.ts'
import { papers } from '../papers/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { billDifferences, sameMarks } from './bill-of-lading.ts'
import { shipments } from './index.ts'
import { c4, type C4 } from './testing/packed.ts'

const nothing: BillFields = { billPackages: null, billGrossWeight: null, billVolume: null, billMarks: '' }

describe('[H64] what the bill of lading says', () => {
  const packed = {
    packages: 84,
    pallets: 4,
    grossWeight: new Decimal('1145.6'),
    volume: new Decimal('7.939'),
    marks: 'HANSA\nSC-1\nHAMBURG\n1-84',
  }
  const fields = (bill: Partial<BillFields>, of: Partial<typeof packed> = {}) =>
    billDifferences({ ...nothing, ...bill }, { ...packed, ...of }).map(({ field }) => field)

  test('agrees where figures and words do: packages or the pallets they stand on, marks whatever their case and lines', () => {
    expect(fields({ billPackages: 84, billGrossWeight: '1145.60', billVolume: '7.939', billMarks: 'Hansa SC-1\nHamburg  1-84' })).toEqual(
      [],
    )
    expect(fields({ billPackages: 4 })).toEqual([])
    expect(sameMarks('ＨＡＮＳＡ／１', 'hansa/1')).toBe(true)
    expect(sameMarks('HANSA 1-84', 'HANSA 1-83')).toBe(false)
  })
  test('differs with both figures, and is not compared with what is not known', () => {
    const bill = { billPackages: 83, billGrossWeight: '1146', billVolume: '7.94', billMarks: 'HANSA' }
    expect(billDifferences(bill, packed)).toEqual([
      { field: 'billPackages', bill: '83', packed: '84 / 4' },
      { field: 'billGrossWeight', bill: '1146.000', packed: '1145.600' },
      { field: 'billVolume', bill: '7.940', packed: '7.939' },
      { field: 'billMarks', bill: 'HANSA', packed: packed.marks },
    ])
    expect(billDifferences(bill, { packages: null, pallets: null, grossWeight: null, volume: null, marks: '' })).toEqual([])
    expect(billDifferences(nothing, packed)).toEqual([])
  })
})

describe('[H64] a shipment', () => {
  let office: Trade
  let made: C4
  beforeEach(async () => {
    office = await tradeOffice([deals, contracts, purchasing, shipments, papers, customs])
    office.at = '2026-06-01T02:00:00.000Z'
    made = await c4(office, office.customer({ name: 'Hansa Import GmbH', shortName: 'HANSA', country: 'DE' }))
  })
  afterEach(() => closeSound(office))
  const save = (revision: number, bill: Partial<BillFields>) => office.run('save-shipment', { ...made.input, revision, ...bill })

  it('keeps what is not given, and is told on the form and on each paper which of it the packing says otherwise', async () => {
    await office.run('save-shipment', made.input)
    const { input } = made
    const marks = `HANSA\n${(await office.query('shipment', { id: input.id })).lines[0]!.contractNumber}\n${input.portOfDischarge}\n1-84`
    await save(1, { billPackages: 84, billGrossWeight: '1145.6', billVolume: '7.939', billMarks: marks.toLowerCase() })
    await office.run('save-shipment', { ...input, revision: 2 })
    expect(await office.query('shipment', { id: input.id })).toMatchObject({
      billPackages: 84,
      billGrossWeight: '1145.6',
      billVolume: '7.939',
    })
    const [declaration, certificate] = [aDeclaration({ shipmentId: input.id }), aCertificate({ shipmentId: input.id })]
    await office.run('save-customs-declaration', declaration)
    await office.run('save-origin-certificate', certificate)
    const said = async () => {
      const found: Record<string, [string, string | undefined, string | undefined][]> = {}
      for (const [paper, recordId] of [
        ...(['commercial-invoice', 'packing-list', 'shipping-instruction', 'shipping-advice'] as const).map(
          (one) => [one, input.id] as const,
        ),
        ...([
          ['customs-declaration', declaration.id],
          ['certificate-of-origin', certificate.id],
        ] as const),
      ]) {
        const { problems } = await office.query('paper', { paper, recordId })
        found[paper] = problems.filter(({ code }) => code === 'bill-differs').map(({ what, one, other }) => [what, one, other])
      }
      return found
    }
    expect(new Set(Object.values(await said()).flat())).toEqual(new Set())
    await save(3, { billVolume: '8.1', billMarks: 'N/M' })
    const differs = [
      ['提单体积 m³ Measurement m³ on the B/L', '7.939', '8.100'],
      ['提单唛头 Marks on the B/L', marks.toUpperCase(), 'N/M'],
    ]
    for (const [paper, found] of Object.entries(await said())) expect([paper, found]).toEqual([paper, differs])

    const asked = {
      lines: input.lines,
      containers: input.containers,
      packageKind: 'carton' as const,
      pallets: null,
      palletWeight: null,
      palletVolume: null,
    }
    const bill = { ...nothing, billPackages: 83, billVolume: '7.939', portOfDischarge: input.portOfDischarge }
    const { warnings } = await office.query('preview-packing', { ...asked, packages: input.packages!, bill })
    expect(warnings).toEqual([{ code: 'bill-differs', field: 'billPackages', data: { bill: '83', packed: '84' } }])
  })
})
