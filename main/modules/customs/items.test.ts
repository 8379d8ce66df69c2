// Items of a declaration: golden case C8 of papers, and what always holds.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { declaredItems, priceText, type DeclaredLine } from './items.ts'

const line = (given: Partial<DeclaredLine> = {}): DeclaredLine => ({
  ...{ id: 'a', productId: null, hsCode: '7318159001', name: '螺栓', elements: '0|0|机用', quantity: '500', unit: '件', unitCode: '011' },
  ...{ amount: 117_500, netWeight: new Decimal(50), legalUnit: '035', legalQuantity: '0', secondUnit: '', secondQuantity: '0' },
  ...{ originCountry: 'CHN', destinationCountry: 'DEU', sourceArea: '33029', dutyMode: '1' },
  ...given,
})

describe('[CD1] items', () => {
  it('of C8: alike lines are one, the total is the sum and never the price times the quantity', () => {
    const items = declaredItems(
      [
        line(),
        line({ id: 'b', quantity: '300', amount: 78_000, netWeight: new Decimal(30) }),
        line({ id: 'c', hsCode: '7318160000', name: '螺母', quantity: '1000', amount: 87_000 }),
        line({ id: 'd', hsCode: '3926909090', name: '样品', quantity: '10', amount: 1200 }),
      ],
      2,
    )
    expect(items.map((item) => [item.no, item.quantity.toNumber(), item.amount, priceText(item.price)])).toEqual([
      [1, 800, 195_500, '2.4438'],
      [2, 1000, 87_000, '0.8700'],
      [3, 10, 1200, '1.2000'],
    ])
    expect(items.reduce((all, { amount }) => all + amount, 0)).toBe(283_700)
    expect(items[0]).toMatchObject({ lineIds: ['a', 'b'], legalQuantity: new Decimal(80), netWeight: new Decimal(80) })
  })

  it('are never made of goods that nobody has named, but of one product', () => {
    const nameless = (id: string, productId: string | null) => line({ id, productId, name: '' })
    const items = declaredItems([nameless('a', 'p'), nameless('b', 'q'), nameless('c', null), nameless('d', null), nameless('e', 'p')], 2)
    expect(items.map(({ lineIds }) => lineIds)).toEqual([['a', 'e'], ['b'], ['c'], ['d']])
  })

  it('[CD2] legal quantities are by weight, as sold, or so many in one; unknown where nothing says it', () => {
    const legal = (given: Partial<DeclaredLine>) => declaredItems([line(given)], 2)[0]!.legalQuantity?.toNumber() ?? null
    expect(legal({})).toBe(50)
    expect(legal({ legalUnit: '011' })).toBe(500)
    expect(legal({ legalUnit: '025', legalQuantity: '2' })).toBe(1000)
    expect(legal({ legalUnit: '025' })).toBeNull()
    expect(legal({ netWeight: null })).toBeNull()
    expect(legal({ legalUnit: '' })).toBeNull()
  })

  it('keep every piece, cent and gram, in the order of the lines, and what differs stays apart', () => {
    const one = fc.record({
      quantity: fc.integer({ min: 1, max: 100_000 }),
      amount: fc.integer({ min: 1, max: 10_000_000 }),
      hsCode: fc.constantFrom('7318159001', '7318160000'),
      elements: fc.constantFrom('a', 'b'),
      destinationCountry: fc.constantFrom('DEU', 'USA'),
      net: fc.integer({ min: 1, max: 10_000 }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (all) => {
        const lines = all.map(({ net, quantity, ...rest }, at) =>
          line({ ...rest, id: String(at), quantity: String(quantity), netWeight: new Decimal(net) }),
        )
        const items = declaredItems(lines, 2)
        expect(items.flatMap(({ lineIds }) => lineIds).toSorted()).toEqual(lines.map(({ id }) => id).toSorted())
        expect(items.reduce((sum, { amount }) => sum + amount, 0)).toBe(all.reduce((sum, { amount }) => sum + amount, 0))
        expect(items.reduce((sum, { quantity }) => sum + quantity.toNumber(), 0)).toBe(all.reduce((sum, { quantity }) => sum + quantity, 0))
        expect(items.reduce((sum, { netWeight }) => sum + netWeight!.toNumber(), 0)).toBe(all.reduce((sum, { net }) => sum + net, 0))
        expect(new Set(items.map(({ hsCode, elements, destinationCountry }) => `${hsCode}${elements}${destinationCountry}`)).size).toBe(
          items.length,
        )
        expect(items.map(({ lineIds }) => Number(lineIds[0]))).toEqual(
          items.map(({ lineIds }) => Number(lineIds[0])).toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
