// Widths by content: nothing cut off that fits, names give way, nothing shrinks while one pages.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { column, type ListRow } from '../../../preload/contract/define/index.ts'
import type { Placed } from './list-view-settings.ts'
import { cellWidth, PADDING, sized, widened } from './list-widths.ts'

const words = { name: (key: string) => key, yes: 'yes', no: 'no', timeZone: 'Asia/Shanghai' }
const of = (field: string, one: Placed['column']): Placed => ({ field, column: one, visible: true })
const amount = of('amount', column.base({ total: true }))
const name = of('name', column.text())

test('[Q25] an amount and its sum are never cut off; a long name gives way and takes what is left over', () => {
  const rows = [
    { id: '1', amount: { minor: 123_456_789_00, currency: 'CNY' }, name: 'Very Long Trading Company of the Northern Provinces' },
  ] as ListRow[]
  const widths = widened({}, rows, { amount: [{ minor: 999_999_999_999_00, currency: 'CNY' }] }, [amount, name], words)
  expect(sized(amount, 40, widths, undefined).width).toBeGreaterThanOrEqual(cellWidth('999,999,999,999.00') + PADDING)
  const stretched = sized(name, 40, widths, undefined)
  expect(stretched).toMatchObject({ width: 160, minWidth: 160, flex: 1 })
  expect(stretched.maxWidth).toBeGreaterThanOrEqual(cellWidth(rows[0]!['name'] as string))
  expect(sized(name, 40, widths, 77)).toEqual({ width: 77, minWidth: 50 })
  expect(sized(name, 400, widths, undefined).width).toBe(400)
})

test('[Q25] [property] no column shrinks with the next page, and each has room for every amount seen', () => {
  const page = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 5 })
  const rowsOf = (minors: number[]) => minors.map((minor, i) => ({ id: String(i), amount: { minor, currency: 'CNY' } }) as ListRow)
  fc.assert(
    fc.property(page, page, (first, second) => {
      const before = widened({}, rowsOf(first), undefined, [amount], words)
      const after = widened(before, rowsOf(second), undefined, [amount], words)
      expect(after['amount']).toBeGreaterThanOrEqual(before['amount']!)
      expect(after['amount']).toBe(widened({}, rowsOf([...first, ...second]), undefined, [amount], words)['amount'])
    }),
  )
})

test('[Q25] numbers that begin with capitals are whole beside the line of a fixed column', () => {
  // Advances of Liberation Sans at 13 px, which has Arial's: S 8.67, C 9.39, D 9.39, Q 10.11, T 7.94, a digit 7.23, a hyphen 4.33; the line takes 1.
  const digits = 8 * 7.23 + 4.33 + 1
  expect(cellWidth('SC2026-0035')).toBeGreaterThanOrEqual(8.67 + 9.39 + digits)
  expect(cellWidth('QT2026-0001')).toBeGreaterThanOrEqual(10.11 + 7.94 + digits)
  expect(cellWidth('DD2026-0001')).toBeGreaterThanOrEqual(2 * 9.39 + digits)
})
