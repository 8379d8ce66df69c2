// Lines of which a part left before their price was amended, on paper: each figure of a row comes to its amount, and rows to the contract.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal, scaledText } from '../../../../preload/contract/vocabulary/decimal.ts'
import { lineAmount, money } from '../../../../preload/contract/vocabulary/money.ts'
import { isAsPriced, linesAsPriced, pricedOtherwise } from './prices-left.ts'
import type { SaleLine } from './sale-blocks.ts'

const line = (quantity: string, price: string, amount: number, more: Partial<SaleLine> = {}): SaleLine => ({
  ...{ productId: null, productCode: null, description: 'Bolts', quantity, unit: 'PCS', price, discount: '0' },
  ...{ amount: money(amount, 'USD'), off: money(0, 'USD') },
  ...more,
})
const scaled = (quantity: number) => quantity * 10_000
const shown = (lines: readonly SaleLine[]) =>
  lines.map(({ quantity, price, discount, amount, off }) => [quantity, price, discount, amount.minor, off.minor])

describe('[PA7] [C17] a line that partly left before its price was amended', () => {
  it('is what left at its price and the rest at the price of today', () => {
    const split = linesAsPriced(line('100', '6', 560_00), { quantity: scaled(40), amount: 200_00, gross: 200_00 }, [], 'USD')
    expect(shown(split)).toEqual([
      ['40', '5', '0', 200_00, 0],
      ['60', '6', '0', 360_00, 0],
    ])
    expect(split.map(({ note }) => note?.en)).toEqual(['(SHIPPED BEFORE THE PRICE WAS AMENDED)', undefined])
  })
  it('has the price and the discount that were agreed, where those come to what was charged', () => {
    const left = { quantity: scaled(40), amount: 190_00, gross: 200_00 }
    const agreed = [
      { price: '6', discount: '0' },
      { price: '5', discount: '5' },
    ]
    expect(shown(linesAsPriced(line('100', '6', 550_00, { off: money(10_00, 'USD') }), left, agreed, 'USD'))).toEqual([
      ['40', '5', '5', 190_00, 10_00],
      ['60', '6', '0', 360_00, 0],
    ])
  })
  it('is one where all of it has left, and as it is where nothing has or the price is the same', () => {
    const left = { quantity: scaled(40), amount: 200_00, gross: 200_00 }
    expect(shown(linesAsPriced(line('40', '6', 200_00), left, [], 'USD'))).toEqual([['40', '5', '0', 200_00, 0]])
    expect(linesAsPriced(line('100', '6', 600_00), undefined, [], 'USD')).toHaveLength(1)
    expect(linesAsPriced(line('100', '5', 500_00), left, [], 'USD')).toHaveLength(1)
  })
  it('is told with both figures where the price it left at cannot be worked back', () => {
    const left = { quantity: scaled(70_000), amount: 1, gross: 1 }
    const [only, ...others] = linesAsPriced(line('70003', '6', 18_01), left, [], 'USD')
    expect(others).toEqual([])
    expect(pricedOtherwise(only!, 'USD')).toEqual([{ code: 'priced-otherwise', what: 'Bolts', one: 'USD 420,018.00', other: 'USD 18.01' }])
  })
  it('comes to its amount in every row, or is told', () => {
    const quantity = fc.integer({ min: 1, max: 99_999 })
    const price = fc.integer({ min: 1, max: 9_999_999 })
    fc.assert(
      fc.property(quantity, quantity, price, price, (gone, rest, before, now) => {
        const was = lineAmount(scaled(gone), before, 0, 'USD')
        const amount = was + lineAmount(scaled(rest), now, 0, 'USD')
        const all = line(String(gone + rest), scaledText(now, 'price'), amount)
        const lines = linesAsPriced(
          all,
          { quantity: scaled(gone), amount: was, gross: was },
          [{ price: scaledText(before, 'price'), discount: '0' }],
          'USD',
        )
        expect(lines.reduce((sum, one) => sum + one.amount.minor, 0)).toBe(amount)
        expect(lines.reduce((sum, one) => sum.plus(one.quantity), new Decimal(0)).eq(gone + rest)).toBe(true)
        for (const one of lines) expect(isAsPriced(one, 'USD') || pricedOtherwise(one, 'USD').length === 1).toBe(true)
        if (lines.length > 1) for (const one of lines) expect(isAsPriced(one, 'USD')).toBe(true)
      }),
    )
  })
})
