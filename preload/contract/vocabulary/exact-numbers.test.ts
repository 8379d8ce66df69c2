// The short ways of exact arithmetic give what the long ones give.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Decimal,
  decimalTextOf,
  fixedText,
  ofScaled,
  PLACES,
  quantityOrZeroSchema,
  rateSchema,
  scaledText,
  toScaled,
  type DecimalKind,
} from './decimal.ts'
import { minorText, money, shareOut } from './money.ts'
import { exchangeCost } from './trade-formulas.ts'

const kind = fc.constantFrom(...(Object.keys(PLACES) as DecimalKind[]))

test('[property] a decimal text becomes its scaled integer and comes back, whatever its length and sign', () => {
  const digits = (most: number) => fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: most }).map((d) => d.join(''))
  fc.assert(
    fc.property(kind, fc.boolean(), digits(10), fc.option(digits(8), { nil: '' }), (k, negative, whole, given) => {
      const part = given.slice(0, PLACES[k])
      const text = `${negative ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`
      const exact = new Decimal(text).times(new Decimal(10).pow(PLACES[k]))
      if (exact.abs().gt(Number.MAX_SAFE_INTEGER)) expect(() => toScaled(text, k)).toThrow(`not a ${k}`)
      else {
        expect(toScaled(text, k)).toBe(exact.toNumber())
        expect(ofScaled(toScaled(text, k), k).toFixed()).toBe(new Decimal(text).toFixed())
      }
    }),
    { numRuns: 500 },
  )
})

test('[property] the digits of a scaled integer are the text that the decimal has', () => {
  const scaled = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -100_000, max: 100_000 }),
    fc.nat(999).map((n) => n * 10_000),
  )
  fc.assert(
    fc.property(kind, scaled, (k, n) => {
      expect(scaledText(n, k)).toBe(decimalTextOf(ofScaled(n, k)))
    }),
    { numRuns: 2000 },
  )
})

test('what is no decimal of its kind stays a fault', () => {
  for (const [text, k] of [
    ['1.23456', 'quantity'],
    ['1.1234567', 'price'],
    ['12x', 'rate'],
    ['', 'rate'],
    ['9999999999999', 'rate'],
  ] as const)
    expect(() => toScaled(text, k), text).toThrow(/^not a|DecimalError/)
})

test('nothing and less than nothing are told from their text', () => {
  const good = (schema: typeof rateSchema, text: string) => schema.safeParse(text).success
  for (const [text, positive, notNegative] of [
    ['0', false, true],
    ['0.00', false, true],
    ['0.0001', true, true],
    ['-0', false, false],
    ['-1', false, false],
    ['7.1', true, true],
    ['x1', false, false],
    ['', false, false],
  ] as const)
    expect([text, good(rateSchema, text), good(quantityOrZeroSchema, text)]).toEqual([text, positive, notNegative])
})

test('[property] shares over whole weights are those over the same weights written in parts, and add up', () => {
  const weights = fc.array(fc.oneof(fc.nat(5), fc.nat(10_000_000)), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (total, all) => {
      const whole = shareOut(
        total,
        all.map((w) => new Decimal(w)),
      )
      // An eighth of every weight: seldom whole numbers, the same proportion.
      const parts = shareOut(
        total,
        all.map((w) => new Decimal(w).times('0.125')),
      )
      expect(whole).toEqual(parts)
      expect(whole.reduce((a, b) => a + b, 0)).toBe(total)
    }),
    { numRuns: 1000 },
  )
})

test('[LC-07] 2 over 4, 1 and 1, also written in parts: all three leave a third over, the larger weight takes it (found by seed 895918144)', () => {
  const shares = (part: string) =>
    shareOut(
      2,
      ['4', '1', '1'].map((w) => new Decimal(w).times(part)),
    )
  for (const part of ['1', '0.125', '0.3', '1000000']) expect(shares(part)).toEqual([2, 0, 0])
})

test('[L16] nothing is ever written "-0": of rounded decimals, whole amounts and zeros with a sign', () => {
  expect(fixedText(new Decimal('-0.00004'), 4)).toBe('0.0000')
  expect(fixedText(new Decimal('-0.00005'), 4)).toBe('-0.0001')
  expect(exchangeCost(money(-1, 'CNY'), money(100_000_000, 'USD'))).toBe('0.0000')
  expect(minorText(-0, 'CNY')).toBe('0.00')
  expect(minorText(-1, 'CNY')).toBe('-0.01')
  expect(scaledText(-0, 'rate')).toBe('0')
  expect(decimalTextOf(new Decimal(-0))).toBe('0')
})
