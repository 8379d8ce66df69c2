import { expect, test } from 'vitest'
import { titleWidth } from './title-width.ts'

test('a Chinese sign is about twice as wide as a Latin letter', () => {
  expect(titleWidth('币种')).toBe(27)
  expect(titleWidth('Currency')).toBeGreaterThan(titleWidth('币种') * 2)
  expect(titleWidth('')).toBe(0)
})
