// How numbers and instants are shown.
import { expect, test } from 'vitest'
import { amountShown, decimalShown, groupDigits, instantShown, moneyShown } from './shown.ts'

test('digits are grouped on the text, to the last one', () => {
  expect(groupDigits('12345678901234567890.123456')).toBe('12,345,678,901,234,567,890.123456')
  expect(groupDigits('-1234')).toBe('-1,234')
  expect(groupDigits('999')).toBe('999')
  expect(groupDigits('n/a')).toBe('n/a')
})
test('money has the places of its currency', () => {
  expect(amountShown({ minor: 123450, currency: 'USD' })).toBe('1,234.50')
  expect(amountShown({ minor: -1234, currency: 'JPY' })).toBe('-1,234')
  expect(amountShown({ minor: 1, currency: 'KWD' })).toBe('0.001')
  expect(moneyShown({ minor: 0, currency: 'CNY' })).toBe('CNY 0.00')
})
test('decimals are padded and never cut', () => {
  expect(decimalShown('1200', 2)).toBe('1,200.00')
  expect(decimalShown('1200.125', 2)).toBe('1,200.125')
  expect(decimalShown('1200')).toBe('1,200')
})
test('an instant is the company’s day and hour', () => {
  expect(instantShown('2026-11-22T16:05:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23 00:05')
  expect(instantShown('soon', 'Asia/Shanghai')).toBe('soon')
})
