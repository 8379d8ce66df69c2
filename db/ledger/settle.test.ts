// How much base currency leaves with a part of an open item (L9).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseLeaving } from './settle.ts'

describe('[L9] settling', () => {
  const item = { foreign: 5_000_000, base: 35_500_000, openForeign: 5_000_000, openBase: 35_500_000 }

  it('takes a part at the item’s own rate, half-up', () => {
    expect(baseLeaving(item, 1_500_000)).toBe(10_650_000)
    expect(baseLeaving({ foreign: 3, base: 10, openForeign: 3, openBase: 10 }, 1)).toBe(3)
    expect(baseLeaving({ foreign: 2, base: 3, openForeign: 2, openBase: 3 }, 1)).toBe(2)
  })

  it('takes all that is left with the last part', () => {
    expect(baseLeaving({ foreign: 3, base: 10, openForeign: 1, openBase: 4 }, 1)).toBe(4)
  })

  it('carries the sign of the item', () => {
    expect(baseLeaving({ foreign: -5_000_000, base: -35_500_000, openForeign: -5_000_000, openBase: -35_500_000 }, 1_500_000)).toBe(
      -10_650_000,
    )
  })

  it('throws when nothing, or more than is open, is taken', () => {
    for (const amount of [0, -1, 5_000_001]) expect(() => baseLeaving(item, amount)).toThrow('cannot take')
  })

  it('any way of cutting an item into parts takes exactly its base, never more on the way', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 10_000_000 }), fc.boolean(), (cuts, base, negative) => {
        const sign = negative ? -1 : 1
        const foreign = cuts.reduce((a, b) => a + b, 0) * sign
        const state = { foreign, base: base * sign, openForeign: foreign, openBase: base * sign }
        for (const cut of cuts) {
          const leaves = baseLeaving(state, cut)
          state.openForeign -= cut * sign
          state.openBase -= leaves
          expect(state.openBase * sign).toBeGreaterThanOrEqual(0)
        }
        expect([state.openForeign, Math.abs(state.openBase)]).toEqual([0, 0])
      }),
    )
  })
})
