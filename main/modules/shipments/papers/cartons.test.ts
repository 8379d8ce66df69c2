// Cartons of a packing list: golden case C4 of papers, and what always holds of them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packedTotals, packLines, type PackedGoods } from './cartons.ts'

const goods = (quantity: string, piecesPerCarton: string, gross: string, net: string, sides: [string, string, string]): PackedGoods => ({
  ...{ quantity, piecesPerCarton, grossWeight: gross, netWeight: net },
  carton: { length: sides[0], width: sides[1], height: sides[2] },
})
const texts = (line: ReturnType<typeof packLines>[number]) =>
  line && [line.from, line.to, line.cartons, line.netWeight.toFixed(2), line.grossWeight.toFixed(2), line.volume.toFixed(3)]

describe('[H31] cartons of a packing list', () => {
  it('the last carton of 1,005 pieces is short: net weight in proportion, tare and measure of a full one (C4, A)', () => {
    const [a] = packLines([goods('1005', '24', '12.5', '11.2', ['52', '38', '41'])])
    expect(texts(a)).toEqual([1, 42, 42, '469.00', '523.60', '3.403'])
  })
  it('a whole number of cartons has no short one', () => {
    const [b] = packLines([goods('246', '6', '14.8', '13.1', ['60', '40', '45'])])
    expect(texts(b)).toEqual([1, 41, 41, '537.10', '606.80', '4.428'])
  })
  it('a line whose product says too little has no cartons and no totals, and takes no number', () => {
    const lines = packLines([goods('10', '', '1', '1', ['1', '1', '1']), goods('10', '10', '2', '1', ['10', '10', '10'])])
    expect(lines[0]).toBeUndefined()
    expect(texts(lines[1])).toEqual([1, 1, 1, '1.00', '2.00', '0.001'])
    expect(packedTotals(lines)).toBeUndefined()
  })
  it('numbers run on without gap or overlap, totals are sums of the printed lines, gross is never below net', () => {
    const line = fc
      .record({
        quantity: fc.integer({ min: 1, max: 50_000 }),
        pieces: fc.integer({ min: 1, max: 500 }),
        net: fc.integer({ min: 1, max: 5000 }),
        tare: fc.integer({ min: 0, max: 500 }),
      })
      .map(({ quantity, pieces, net, tare }) =>
        goods(String(quantity), String(pieces), String((net + tare) / 100), String(net / 100), ['52', '38', '41']),
      )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (all) => {
        const packed = packLines(all)
        const total = packedTotals(packed)!
        let last = 0
        let net = 0
        for (const one of packed) {
          expect(one!.from).toBe(last + 1)
          expect(one!.to - one!.from + 1).toBe(one!.cartons)
          expect(one!.grossWeight.gte(one!.netWeight)).toBe(true)
          last = one!.to
          net += one!.netWeight.times(100).toNumber()
        }
        expect(total.cartons).toBe(last)
        expect(total.netWeight.times(100).toNumber()).toBe(net)
      }),
    )
  })
})
