// How much base currency leaves with a part of an open item (L9).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statesFrom, type Day } from './days.ts'
import { baseCleared, baseClearedOn } from './clearing.ts'
import { rounds } from '../../build/soak/rounds.ts'

describe('[L9] settling', () => {
  const item = { foreign: 5_000_000, base: 35_500_000, openForeign: 5_000_000, openBase: 35_500_000 }

  it('takes a part at the item’s own rate, half-up', () => {
    expect(baseCleared(item, 1_500_000)).toBe(10_650_000)
    expect(baseCleared({ foreign: 3, base: 10, openForeign: 3, openBase: 10 }, 1)).toBe(3)
    expect(baseCleared({ foreign: 2, base: 3, openForeign: 2, openBase: 3 }, 1)).toBe(2)
  })

  it('takes all that is left with the last part', () => {
    expect(baseCleared({ foreign: 3, base: 10, openForeign: 1, openBase: 4 }, 1)).toBe(4)
  })

  it('carries the sign of the item', () => {
    expect(baseCleared({ foreign: -5_000_000, base: -35_500_000, openForeign: -5_000_000, openBase: -35_500_000 }, 1_500_000)).toBe(
      -10_650_000,
    )
  })

  it('throws when nothing, or more than is open, is taken', () => {
    for (const amount of [0, -1, 5_000_001]) expect(() => baseCleared(item, amount)).toThrow('cannot take')
  })

  it('any way of cutting an item into parts takes exactly its base, never more on the way', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 10_000_000 }), fc.boolean(), (cuts, base, negative) => {
        const sign = negative ? -1 : 1
        const foreign = cuts.reduce((a, b) => a + b, 0) * sign
        const state = { foreign, base: base * sign, openForeign: foreign, openBase: base * sign }
        for (const cut of cuts) {
          const leaves = baseCleared(state, cut)
          state.openForeign -= cut * sign
          state.openBase -= leaves
          expect(state.openBase * sign).toBeGreaterThanOrEqual(0)
        }
        expect([state.openForeign, Math.abs(state.openBase)]).toEqual([0, 0])
      }),
    )
  })

  it('brings base to zero on the day on which a part brings the item to zero, whatever stands open later', () => {
    // 700.01 for 100.00: half was taken on the 20th and given back on the 25th; the other half is taken on the 10th.
    const item = { foreign: 10_000, base: 70_001 }
    const days = [
      { date: '2026-03-01', ...item },
      { date: '2026-03-20', foreign: 5000, base: 35_000 },
      { date: '2026-03-25', ...item },
    ]
    expect(baseClearedOn(item, statesFrom(days, '2026-03-10'), 5000)).toEqual({ base: 35_000, later: [] })
    expect(baseClearedOn(item, statesFrom(days, '2026-03-25'), 5000)).toEqual({ base: 35_001, later: [] })
  })

  it('takes parts and gives them back on any days: at zero in its own currency an item is at zero in base on every day', () => {
    const DAYS = 12
    const dayName = (n: number) => `2026-01-${String(n + 1).padStart(2, '0')}`
    const move = fc.record({ on: fc.nat(DAYS - 1), amount: fc.integer({ min: 1, max: 10 }), back: fc.nat(DAYS - 1), undo: fc.boolean() })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), fc.integer({ min: 1, max: 1000 }), fc.boolean(), (moves, base, negative) => {
        const sign = negative ? -1 : 1
        const item = { foreign: 10 * sign, base: base * sign }
        const posted: { on: string; foreign: number; base: number }[] = [{ on: dayName(0), ...item }]
        const days = (): Day[] => {
          const dates = [...new Set(posted.map((p) => p.on))].sort()
          const upTo = (date: string, of: 'foreign' | 'base') => posted.reduce((sum, p) => (p.on <= date ? sum + p[of] : sum), 0)
          return dates.map((date) => ({ date, foreign: upTo(date, 'foreign'), base: upTo(date, 'base') }))
        }
        for (const { on, amount, back, undo } of moves) {
          const states = statesFrom(days(), dayName(on))
          if (Math.min(...states.map((s) => s.foreign * sign)) < amount) continue
          const taken = baseClearedOn(item, states, amount)
          const made = [
            { on: dayName(on), foreign: -amount * sign, base: -taken.base },
            ...taken.later.map((l) => ({ on: l.date, foreign: 0, base: -l.base })),
          ]
          posted.push(...made)
          const given = dayName(Math.max(on, back))
          if (undo) posted.push(...made.map((p) => ({ on: p.on > given ? p.on : given, foreign: -p.foreign, base: -p.base })))
          for (const day of days()) if (day.foreign === 0) expect(day.base).toBe(0)
        }
      }),
      { numRuns: rounds(500, 10000) },
    )
  })
})
