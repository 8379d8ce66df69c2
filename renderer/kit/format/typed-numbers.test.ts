// The corpus of what people type and paste into number fields.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountShown } from './shown.ts'
import { decimalOf, isDecimal, minorOf, onlyNumeric } from './typed-numbers.ts'

const value = (typed: string, currency = 'USD', signed = false) => {
  const read = minorOf(typed, currency, signed)
  return read.ok ? read.value : read.rule
}

test.each([
  ['1,234.50', 123450],
  ['１２．５', 1250],
  ['１，２３４。５', 123450],
  ['12。5', 1250],
  ['１２３', 12300],
  ['$1,234.50', 123450],
  ['USD 1,234.50', 123450],
  ['1,234.50 USD', 123450],
  ['￥1,234', 123400],
  [' 1 234.5 ', 123450],
  ['1\u00a0234,567.00', 'decimal'],
  ['.5', 50],
  ['5.', 500],
  ['007', 700],
  ['0', 0],
  ['', null],
  ['12,34,567.00', 123456700],
])('money typed as %j', (typed, minor) => expect(value(typed)).toBe(minor))

test.each([
  ['12,5', 'decimal'],
  ['1,23', 'decimal'],
  ['1.234,50', 'decimal'],
  ['1.2.3', 'decimal'],
  ['12a5', 'decimal'],
  ['abc', 'decimal'],
  ['.', 'decimal'],
  ['-', 'decimal'],
  ['--5', 'decimal'],
  ['-5', 'not-negative'],
  ['－5', 'not-negative'],
  ['(1,234.50)', 'not-negative'],
  ['1.234', 'decimal'],
  ['1000000000001', 'too-big'],
])('money refused: %j', (typed, rule) => expect(value(typed)).toBe(rule))

test('places follow the currency', () => {
  expect(value('1,234', 'JPY')).toBe(1234)
  expect(value('1234.5', 'JPY')).toBe('decimal')
  expect(value('1.234', 'KWD')).toBe(1234)
})

test('a signed amount may be negative in every way it is written', () => {
  for (const typed of ['-5', '－5', '−5', '(5)', '-$5', '($5.00)']) expect(value(typed, 'USD', true)).toBe(-500)
})

test('letters are not taken while typing, full-width signs are', () => {
  expect(onlyNumeric('１２a．５')).toBe('12.5')
  expect(onlyNumeric('1e5')).toBe('15')
})

test('a decimal keeps every digit as text', () => {
  expect(decimalOf('0.10000000', { places: 8 })).toEqual({ ok: true, value: '0.1' })
  expect(decimalOf('999999999999.123456', { places: 6 })).toEqual({ ok: true, value: '999999999999.123456' })
  expect(decimalOf('13%', { places: 4 })).toEqual({ ok: true, value: '13' })
  expect(isDecimal('', 4)).toBe(false)
  expect(isDecimal('7.1234', 4)).toBe(true)
  expect(isDecimal('7.12345', 4)).toBe(false)
})

const fullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))

test('what is shown is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
      expect(value(amountShown({ minor, currency }), currency)).toBe(minor)
      expect(value(fullWidth(amountShown({ minor, currency })), currency)).toBe(minor)
    }),
  )
})
