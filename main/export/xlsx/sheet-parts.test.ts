// The small rules of a sheet: names, widths, column letters, serial dates, per cent.
import { describe, expect, it } from 'vitest'
import { hundredth } from './cells.ts'
import { columnWidths, displayWidth } from './column-widths.ts'
import { serialIn } from './excel-date.ts'
import { sheetName } from './sheet-names.ts'
import { numberFormat, percentFormat, styleTable } from './styles.ts'

describe('sheet names', () => {
  it('are legal, whole and unique without regard to case', () => {
    const taken = new Set<string>()
    const name = (wanted: string) => sheetName(wanted, taken)
    expect(name('应收账款: 2026/03 [全部]*?')).toBe('应收账款 2026 03 全部')
    expect(name("'quoted'")).toBe('quoted')
    expect(name('Quoted')).toBe('Quoted (2)')
    expect(name('')).toBe('Sheet')
    expect(name('\u0000 \t')).toBe('Sheet (2)')
    expect(name('History')).toBe('Sheet (3)')
    const long = name('客户'.repeat(30))
    expect([long.length, name('客户'.repeat(30)).length]).toEqual([31, 31])
    expect(taken.has(`${'客户'.repeat(13)}客 (2)`)).toBe(true)
    expect(name(`${'x'.repeat(30)}😀`)).toBe('x'.repeat(30))
  })
})

describe('widths', () => {
  it('count a Chinese character twice and look at the longest line', () => {
    expect(['abc', '信风', 'a信', '（）', '한국', '😀', '短\n长一些'].map(displayWidth)).toEqual([3, 4, 3, 4, 4, 2, 6])
  })
  it('follow the values, the title and the limits', () => {
    const widths = columnWidths(
      [
        { title: '客户名称', kind: 'text' },
        { title: 'a', kind: 'text' },
        { title: 'a', kind: 'text' },
        { title: 'm', kind: 'money' },
        { title: 'w', kind: 'text', width: 33 },
      ],
      [['宁波信风', 'x'.repeat(500), '', { decimal: '123456789012.5' }, 'x']],
    )
    expect(widths).toEqual([12, 60, 8, 21, 33])
  })
})

describe('serial dates', () => {
  const shanghai = serialIn('Asia/Shanghai')
  it('are Excel’s, wall times as written and instants in the company’s zone', () => {
    expect([shanghai('1900-03-01'), shanghai('1970-01-01'), shanghai('2026-01-01'), shanghai('2026-01-01T12:00')]).toEqual([
      61, 25_569, 46_023, 46_023.5,
    ])
    expect(shanghai('2026-01-01T04:00:00.000Z')).toBe(46_023.5)
    expect(serialIn('UTC')('2026-01-01T12:00:00Z')).toBe(46_023.5)
    // Daylight saving: 2 July 12:00 UTC is 14:00 in Berlin, 2 January 12:00 UTC is 13:00.
    const berlin = serialIn('Europe/Berlin')
    expect([berlin('2026-07-02T12:00:00Z'), berlin('2026-01-02T12:00:00Z')].map((s) => Math.round(((s ?? 0) % 1) * 24))).toEqual([14, 13])
    // A zone off the half hour.
    expect(((serialIn('Asia/Kathmandu')('2026-01-01T00:10:00Z') ?? 0) % 1) * 1440).toBeCloseTo(355, 6)
  })
  it('are refused where Excel has none', () => {
    expect(['1900-02-28', '2026-02-29', '2026-13-01', '26-01-01', '2026-01-01T24:00', '', 'x'].map(shanghai)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
    expect(shanghai('2024-02-29')).toBe(45_351)
  })
})

describe('numbers', () => {
  it('move the point of per cent exactly', () => {
    expect(['13', '0', '0.5', '-0.25', '100', '1234.5678', '-7', '5e-7'].map(hundredth)).toEqual([
      '0.13',
      '0.00',
      '0.005',
      '-0.0025',
      '1.00',
      '12.345678',
      '-0.07',
      '5e-9',
    ])
  })
  it('have formats by places and one style for one look', () => {
    expect([numberFormat(0), numberFormat(3), numberFormat(99), percentFormat(0), percentFormat(1)]).toEqual([
      '#,##0',
      '#,##0.000',
      `#,##0.${'0'.repeat(30)}`,
      '0%',
      '0.0%',
    ])
    const styles = styleTable()
    const a = styles('data', '0.0%')
    expect(styles('data', '0.0%')).toBe(a)
    expect(styles('total', '0.0%')).not.toBe(a)
    expect(a.numFmt).toBe('0.0%')
  })
})
