// Packing: golden case C4 of papers, and what always holds of typed rows and of rows by the products.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
import { withoutLines } from '../../../../preload/contract/vocabulary/packing.ts'
import { netAboveGross, oddContainers, packedOtherwise } from './disagreements.ts'
import { fillsOf } from './fill.ts'
import { numbersText, packedTotals, packRows, rowsByProducts, type Packed, type PackedGoods, type Row } from './pack.ts'

const goods = (
  id: string,
  quantity: string,
  piecesPerCarton: string,
  gross: string,
  net: string,
  sides: [string, string, string],
): PackedGoods => ({
  ...{ id, quantity, piecesPerCarton, grossWeight: gross, netWeight: net },
  carton: { length: sides[0], width: sides[1], height: sides[2] },
})
const A = goods('a', '1005', '24', '12.5', '11.2', ['52', '38', '41'])
const B = goods('b', '250', '6', '14.8', '13.1', ['60', '40', '45'])
const nothing: PackedGoods = goods('c', '30', '', '', '', ['', '', ''])
/** C4 as it is packed: the last four of B and all of C share one carton of B's size, weighed 15.20 / 13.60. */
const c4 = (): Row[] => {
  const [a, b] = rowsByProducts([A, B]) as [Row, Row]
  return [
    a,
    { ...b, quantity: '246', cartons: 41 },
    { ...b, quantity: '4', cartons: 1, grossTotal: '15.20' },
    { ...b, lineId: 'c', quantity: '30', cartons: 0, piecesPerCarton: null, netWeight: null, netTotal: '4.87' },
  ]
}
const texts = (one: Packed) => [numbersText(one), one.netWeight?.toFixed(2), one.grossWeight?.toFixed(2), one.volume?.toFixed(3)].join(' ')
const total = (rows: readonly Packed[]) => {
  const { packages, netWeight, grossWeight, volume } = packedTotals(rows)
  return [packages, netWeight?.toFixed(2), grossWeight?.toFixed(2), volume?.toFixed(3)]
}

describe('[H31] rows by the products', () => {
  it('the last carton of 1,005 pieces is short: net weight in proportion, tare and measure of a full one (C4, A)', () => {
    expect(packRows(rowsByProducts([A])).map(texts)).toEqual(['1–42 469.00 523.60 3.403'])
  })
  it('a whole number of cartons has no short one', () => {
    expect(packRows(rowsByProducts([{ ...B, quantity: '246' }])).map(texts)).toEqual(['1–41 537.10 606.80 4.428'])
  })
  it('goods whose product says too little have a row without figures, take no number, and nothing is summed up', () => {
    const rows = packRows(rowsByProducts([nothing, goods('d', '10', '10', '2', '1', ['10', '10', '10'])]))
    expect(rows.map(texts)).toEqual(['   ', '1 1.00 2.00 0.001'])
    expect(total(rows)).toEqual([null, undefined, undefined, undefined])
  })
  it('are made of what is in no row yet', () => {
    expect(rowsByProducts([A, B], c4())).toEqual([])
    expect(rowsByProducts([A, { ...B, quantity: '262' }], c4())).toMatchObject([{ lineId: 'b', quantity: '12', cartons: 2 }])
  })
})

describe('[H50] [H51] typed rows', () => {
  it('come out to the gram, the mixed carton counted once (C4)', () => {
    const rows = packRows(c4())
    expect(rows.map(texts)).toEqual(['1–42 469.00 523.60 3.403', '43–83 537.10 606.80 4.428', '84 8.73 15.20 0.108', '84 4.87 0.00 0.000'])
    expect(total(rows)).toEqual([84, '1019.70', '1145.60', '7.939'])
    const net = (line: string) =>
      rows.filter(({ row }) => row.lineId === line).reduce((sum, { netWeight }) => sum.plus(netWeight!), new Decimal(0))
    expect([net('b').toFixed(2), net('c').toFixed(2)]).toEqual(['545.83', '4.87'])
  })
  it('stand on pallets, which weigh, and whose measure is that of the whole', () => {
    const totals = packedTotals(packRows(c4()), { pallets: 4, palletWeight: '60', palletVolume: '9.6' })
    expect([totals.packages, totals.netWeight!.toFixed(2), totals.grossWeight!.toFixed(2), totals.volume!.toFixed(3)]).toEqual([
      ...[84, '1019.70', '1205.60', '9.600'],
    ])
  })
  it('a mixed carton that nobody has weighed has the tare of its first goods', () => {
    const [, , b, c] = c4()
    const rows = packRows([{ ...b!, grossTotal: null }, c!])
    // 8.7333 + 4.87 + (14.8 − 13.1)
    expect(rows[0]!.grossWeight!.toFixed(2)).toBe('15.30')
  })
  it('goods that shared a carton have it alone when the others go', () => {
    expect(withoutLines(c4(), new Set(['a', 'c'])).map(({ lineId, cartons }) => [lineId, cartons])).toEqual([
      ['a', 42],
      ['c', 1],
    ])
    expect(withoutLines(c4(), new Set(['a', 'b'])).map(({ cartons }) => cartons)).toEqual([42, 41, 1])
  })
  it('numbers run on without gap or overlap, totals are sums of the printed rows, gross is never below net', () => {
    const row = fc.record({
      quantity: fc.integer({ min: 1, max: 50_000 }),
      pieces: fc.integer({ min: 1, max: 500 }),
      net: fc.integer({ min: 1, max: 5000 }),
      tare: fc.integer({ min: 0, max: 500 }),
      shared: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (all) => {
        const rows = rowsByProducts(
          all.map(({ quantity, pieces, net, tare }, at) =>
            goods(String(at), String(quantity), String(pieces), String((net + tare) / 100), String(net / 100), ['52', '38', '41']),
          ),
        ).map((one, at) => ({ ...one, cartons: at > 0 && all[at]!.shared ? 0 : one.cartons }))
        const packed = packRows(rows)
        let last = 0
        for (const {
          row: { cartons },
          from,
          to,
          isShared,
        } of packed) {
          expect(isShared).toBe(cartons === 0)
          expect([from, to]).toEqual(isShared ? [expect.any(Number), last] : [last + 1, last + cartons!])
          last = to!
        }
        const sum = (of: (one: Packed) => Decimal | null) => packed.reduce((all_, one) => all_.plus(of(one)!), new Decimal(0)).toFixed()
        const totals = packedTotals(packed)
        expect(totals.packages).toBe(last)
        expect([totals.netWeight!.toFixed(), totals.grossWeight!.toFixed(), totals.volume!.toFixed()]).toEqual([
          ...[sum((one) => one.netWeight), sum((one) => one.grossWeight), sum((one) => one.volume)],
        ])
      }),
    )
  })
})

describe('[H52] what does not agree', () => {
  const lines = [
    { id: 'a', quantity: '1005', unit: 'PCS', description: 'Bottle' },
    { id: 'b', quantity: '250', unit: 'SET', description: 'Garden set' },
  ]
  it('is named with both figures: pieces packed and shipped, net and gross weight of shared packages', () => {
    expect(packedOtherwise(lines, packRows(c4()))).toEqual([])
    expect(packedOtherwise([{ ...lines[0]!, quantity: '1006' }, lines[1]!], packRows(c4()))).toMatchObject([
      { line: { description: 'Bottle' }, packed: '1005' },
    ])
    const rows = c4()
    expect(netAboveGross(packRows(rows))).toEqual([])
    rows[3] = { ...rows[3]!, netTotal: '6.48' }
    expect(netAboveGross(packRows(rows))).toEqual([{ at: 2, numbers: '84', net: '15.21', gross: '15.20' }])
  })
})

describe('[H53] [H54] containers', () => {
  it('have a check digit by ISO 6346, which is told where it is wrong', () => {
    const of = (number: string) => oddContainers([{ number }])
    expect(of('CSQU3054383')).toEqual([])
    expect(of('CSQU 305438-3')).toEqual([])
    expect(of('')).toEqual([])
    expect(of('TOLU4734787')).toEqual([])
    expect(of('CSQU3054384')).toEqual([{ number: 'CSQU3054384', expected: '3' }])
    expect(of('CSQU305438')).toEqual([{ number: 'CSQU305438', expected: '' }])
  })
  it('are filled by what is usually loaded, with one decimal, and too much is told (C4)', () => {
    const packed = packRows(c4())
    const of = (...types: string[]) =>
      fillsOf(
        types.map((type) => ({ type, number: '' })),
        packed,
        packedTotals(packed),
      )
    expect(of('20GP')).toEqual([{ container: '1 x 20GP', volume: '28.4', weight: '6.5', over: false }])
    expect(of("20'GP", '40HC')).toMatchObject([{ volume: '8.3', weight: '2.9' }])
    expect(of()).toEqual([])
    expect(of('barge')).toEqual([])
    const over = packRows([{ ...c4()[0]!, volumeTotal: '28.1' }])
    expect(fillsOf([{ type: '20GP', number: '' }], over, packedTotals(over))).toMatchObject([{ volume: '100.4', over: true }])
  })
  it('are filled each by itself where rows say in which they are, shared packages included', () => {
    const [one, other] = ['CSQU3054383', 'TOLU4734787'] as const
    const rows = c4().map((row, at) => ({ ...row, container: at < 2 ? one : at === 2 ? other : '' }))
    const packed = packRows(rows)
    const containers = [
      { type: '20GP', number: one },
      { type: '40HQ', number: other },
    ]
    expect(fillsOf(containers, packed, packedTotals(packed))).toEqual([
      { container: `20GP ${one}`, volume: '28.0', weight: '6.5', over: false },
      { container: `40HQ ${other}`, volume: '0.2', weight: '0.1', over: false },
    ])
  })
})
