// Rests together in mixed packages: what fits, what stays, and that nothing is lost.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
import { packedOf, packedTotals, packRows, type Row } from './pack.ts'
import { restsTogether } from './rests.ts'

const row = (lineId: string, quantity: number, pieces: number, more: Partial<Row> = {}): Row => ({
  ...{ lineId, quantity: String(quantity), piecesPerCarton: String(pieces), cartons: Math.ceil(quantity / pieces) },
  ...{ netWeight: '10', grossWeight: '11', cartonLength: '50', cartonWidth: '40', cartonHeight: '30' },
  ...{ netTotal: null, grossTotal: null, volumeTotal: null, marks: '', container: '' },
  ...more,
})
const shown = (rows: readonly Row[]) => rows.map(({ lineId, quantity, cartons }) => [lineId, quantity, cartons])

describe('[H63] rests together', () => {
  it('go into the largest of their cartons, behind the full ones', () => {
    expect(shown(restsTogether([row('a', 250, 24), row('b', 63, 6, { cartonLength: '60' }), row('c', 48, 24)]))).toEqual([
      ['a', '240', 10],
      ['b', '60', 10],
      ['c', '48', 2],
      ['b', '3', 1],
      ['a', '10', 0],
    ])
  })
  it('stay apart where they do not fit (C4: 21 of 24 and 4 of 6)', () => {
    expect(restsTogether([row('a', 1005, 24), row('b', 250, 6)])).toEqual([])
  })
  it('stay apart in different containers, and where something was weighed, shared or is not known', () => {
    const [a, b] = [row('a', 250, 24), row('b', 63, 6)]
    expect(restsTogether([a, b])).toHaveLength(4)
    expect(restsTogether([{ ...a, container: 'CSQU3054383' }, b])).toEqual([])
    expect(restsTogether([{ ...a, grossTotal: '100' }, b])).toEqual([])
    expect(restsTogether([a, { ...b, cartonLength: null }])).toEqual([])
    expect(restsTogether([a, { ...b, cartons: 12 }])).toEqual([])
    expect(restsTogether([a, b, row('c', 5, 10, { cartons: 0 })])).toEqual([])
  })
  it('lose nothing, need fewer packages, and never share a package that is too small', () => {
    const rows = fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 500 }),
        pieces: fc.integer({ min: 1, max: 60 }),
        side: fc.integer({ min: 20, max: 70 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const before = given.map(({ quantity, pieces, side }, at) => row(`l${at}`, quantity, pieces, { cartonLength: String(side) }))
        const after = restsTogether(before)
        if (after.length === 0) return
        for (const { lineId, quantity } of before) expect(packedOf(after, lineId).eq(quantity)).toBe(true)
        const count = (of: readonly Row[]) => packedTotals(packRows(of)).packages!
        expect(count(after)).toBeLessThan(count(before))
        const mixed = packRows(after).filter(({ isShared }, at, all) => isShared || all[at + 1]?.isShared)
        for (const from of new Set(mixed.map((one) => one.from))) {
          const group = mixed.filter((one) => one.from === from).map((one) => one.row)
          const parts = group.reduce((sum, one) => sum.plus(new Decimal(one.quantity).div(one.piecesPerCarton!)), new Decimal(0))
          expect(parts.lte(1)).toBe(true)
          expect(group.every((one) => Number(one.cartonLength) <= Number(group[0]!.cartonLength))).toBe(true)
        }
      }),
    )
  })
  it('together weigh what they weigh: one tare for the package that they share', () => {
    const [a, b] = [row('a', 6, 24), row('b', 3, 6)]
    const [mixed, shared] = packRows(restsTogether([a, b]))
    // 2.5 kg and 5 kg of goods, and the tare of one kilogram once.
    expect([mixed!.grossWeight?.toFixed(2), shared!.grossWeight?.toFixed(2)]).toEqual(['8.50', '0.00'])
  })
})
