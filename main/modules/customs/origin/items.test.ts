// Items of a certificate of origin out of lines and packing.
import { describe, expect, it } from 'vitest'
import { type Row, packRows } from '../../shipments/packing/pack.ts'
import { originItems, type OriginLine } from './items.ts'

const line = (id: string, quantity: string, more: Partial<OriginLine> = {}): OriginLine => ({
  ...{ id, quantity, description: 'Bolts', hsCode: '7318159001', originCountry: 'CHN', unit: 'PCS', criterion: 'WO', fobValue: null },
  ...more,
})
const row = (lineId: string, quantity: string, cartons: number | null, grossTotal: string | null): Row => ({
  ...{
    lineId,
    quantity,
    cartons,
    grossTotal,
    netTotal: '1',
    volumeTotal: '0.1',
    piecesPerCarton: null,
    netWeight: null,
    grossWeight: null,
  },
  ...{ cartonLength: null, cartonWidth: null, cartonHeight: null, marks: '', container: '' },
})

describe('[CD9] [CD10] items of a certificate of origin', () => {
  it('are alike lines with their packages and weights, and what shares packages says with which item', () => {
    const lines = [line('a', '500'), line('b', '300'), line('c', '30', { description: 'Lids' })]
    const packed = packRows([row('a', '500', 5, '50.5'), row('b', '300', 3, '30.25'), row('c', '30', 0, null)])
    expect(originItems(lines, packed)).toMatchObject([
      { no: 1, lineIds: ['a', 'b'], packages: 8, packedWith: null, description: 'Bolts' },
      { no: 2, lineIds: ['c'], packages: null, packedWith: 1, description: 'Lids' },
    ])
    expect(originItems(lines, packed).map(({ quantity, grossWeight }) => [String(quantity), String(grossWeight)])).toEqual([
      ['800', '80.75'],
      ['30', 'null'],
    ])
  })
  it('are others where code, origin, unit or criterion is another', () => {
    const others = [{ hsCode: '731815' }, { originCountry: 'VNM' }, { unit: 'SET' }, { criterion: 'RVC' }]
    for (const more of others) expect(originItems([line('a', '1'), line('b', '1', more)], [])).toHaveLength(2)
  })
  it('do not know what one of their lines does not say', () => {
    const lines = [line('a', '500', { fobValue: 100 }), line('b', '300', { fobValue: null })]
    expect(originItems(lines, packRows([row('a', '500', null, null), row('b', '300', 3, '30')]))).toMatchObject([
      { packages: null, grossWeight: null, fobValue: null },
    ])
    expect(originItems([line('a', '1', { fobValue: 100 }), line('b', '1', { fobValue: 50 })], [])).toMatchObject([{ fobValue: 150 }])
  })
})
