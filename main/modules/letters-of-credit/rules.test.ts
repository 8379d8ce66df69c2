// Deadlines, tolerances, states and what asks for action: rules DC1 to DC4, DC8 and to the cent.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { isMeasured, leastInsured, quantityFits } from './check.ts'
import { attentionOf, leastOf, letterStatus, mostOf, presentationDeadline, type Waiting } from './rules.ts'

const percent = (text: string) => toScaled(text, 'percent')
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n))

describe('[DC3] the presentation deadline', () => {
  it('is the earlier of the days after on board and the expiry, whatever the dates', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), day, (onBoard, days, expiry) => {
        const deadline = presentationDeadline(onBoard, days, expiry)
        expect(deadline <= expiry).toBe(true)
        expect(daysBetween(onBoard, deadline) <= days).toBe(true)
        expect(deadline === expiry || daysBetween(onBoard, deadline) === days).toBe(true)
      }),
    ))
  test.each([
    ['2026-03-01', 21, '2026-04-30', '2026-03-22'],
    ['2026-03-01', 21, '2026-03-22', '2026-03-22'],
    ['2026-03-01', 21, '2026-03-21', '2026-03-21'],
    ['2026-02-20', 10, '2026-12-31', '2026-03-02'],
  ])('%s + %i days, expiry %s → %s', (onBoard, days, expiry, deadline) =>
    expect(presentationDeadline(onBoard, days, expiry)).toBe(deadline),
  )
})

describe('[DC2] tolerance', () => {
  test.each([
    [100_00, '0', 100_00],
    [100_00, '10', 110_00],
    [99_99, '10', 109_98], // 109.989: a broken cent is not drawn
    [1, '5', 1],
    [333_33, '5', 349_99], // 349.9965
  ])('%i with + %s %% is at most %i', (amount, plus, most) => expect(mostOf(amount, percent(plus))).toBe(most))
  test.each([
    [100_00, '10', 90_00],
    [99_99, '10', 90_00], // 89.991: less than that is too little
    [100_00, '0', 95_00], // art. 30 c
    [100_00, '3', 97_00],
  ])('%i with − %s %% is at least %i', (amount, minus, least) => expect(leastOf(amount, percent(minus))).toBe(least))
  it('never lets a unit more or less than the exact share, for any amount and per cent', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 11 }), fc.integer({ min: 1, max: 500_000 }), (amount, tolerance) => {
        const exact = BigInt(amount) * (1_000_000n + BigInt(tolerance))
        const most = BigInt(mostOf(amount, tolerance))
        expect(most * 1_000_000n <= exact && (most + 1n) * 1_000_000n > exact).toBe(true)
        const low = BigInt(amount) * (1_000_000n - BigInt(tolerance))
        const least = BigInt(leastOf(amount, tolerance))
        expect(least * 1_000_000n >= low && (least - 1n) * 1_000_000n < low).toBe(true)
      }),
    ))
})

describe('[DC8] quantities and insurance', () => {
  const q = (unit: string, credit: number, now: number, before = 0) => ({
    unit,
    credit: credit * 10_000,
    before: before * 10_000,
    now: now * 10_000,
  })
  test.each([
    ['PCS', 1000, 1000, 0, true],
    ['PCS', 1000, 1001, 0, false],
    ['CTN', 100, 105, 0, false],
    ['KG', 1000, 1050, 0, true],
    ['KG', 1000, 1050.0001, 0, false],
    ['MT', 100, 60, 45, true],
    ['MT', 100, 60, 45.0001, false],
  ])('%s %d: %d now, %d before fits: %s', (unit, credit, now, before, fits) =>
    expect(quantityFits(q(unit, credit, now, before), false)).toBe(fits),
  )
  test.each([
    ['KG', 1000, 950, true],
    ['KG', 1000, 949.9999, false],
    ['PCS', 1000, 999, false],
  ])('all at once %s %d: %d fits: %s', (unit, credit, now, fits) => expect(quantityFits(q(unit, credit, now), true)).toBe(fits))
  it('counts packing units and single pieces without a margin', () => {
    expect(['PCS', 'SET', 'CTN', 'PAIR', 'DOZ', 'DRUM'].filter(isMeasured)).toEqual([])
    expect(['KG', 'MT', 'M', 'M2', 'L'].every(isMeasured)).toBe(true)
  })
  test.each([
    [100_00, 110_00],
    [100_01, 110_02], // 110.011
    [1, 2],
  ])('an invoice of %i is insured for at least %i', (invoice, least) => expect(leastInsured(invoice)).toBe(least))
})

describe('[DC1] [DC4] states', () => {
  const letter = { status: 'accepted', amount: 100_00, expiresOn: '2026-04-30' }
  test.each([
    [letter, 0, '2026-04-30', 'accepted'],
    [letter, 1, '2026-04-30', 'in-use'],
    [letter, 99_99, '2026-05-01', 'expired'],
    [letter, 100_00, '2026-05-01', 'drawn'],
    [{ ...letter, status: 'draft' }, 0, '2026-05-01', 'draft'],
    [{ ...letter, status: 'closed' }, 100_00, '2026-03-01', 'closed'],
  ])('%o drawn %i on %s is %s', (of, drawn, today, status) => expect(letterStatus(of, drawn, today)).toBe(status))
  const w = (given: Partial<Waiting> = {}): Waiting => ({
    status: 'accepted',
    expiresOn: '2026-04-30',
    latestShipment: '2026-04-10',
    toShip: true,
    presentBy: null,
    pendingAmendment: false,
    ...given,
  })
  test.each([
    [w(), '2026-03-26', 'none'],
    [w(), '2026-03-27', 'shipment-near'],
    [w(), '2026-04-11', 'shipment-passed'],
    [w({ toShip: false, presentBy: '2026-04-20' }), '2026-04-12', 'none'],
    [w({ toShip: false, presentBy: '2026-04-20' }), '2026-04-13', 'presentation-due'],
    [w({ toShip: false, presentBy: '2026-04-20' }), '2026-04-21', 'presentation-late'],
    [w({ toShip: false }), '2026-04-29', 'none'],
    [w({ latestShipment: null }), '2026-04-16', 'expiry-near'],
    [w({ status: 'expired' }), '2026-05-02', 'expiry-passed'],
    [w({ status: 'expired', toShip: false }), '2026-05-02', 'none'],
    [w({ status: 'drawn' }), '2026-05-02', 'none'],
    [w({ status: 'closed', presentBy: '2026-04-20' }), '2026-04-21', 'none'],
    [w({ pendingAmendment: true }), '2026-03-01', 'amendment-pending'],
  ])('%o on %s asks %s', (waiting, today, attention) => expect(attentionOf(waiting, today)).toBe(attention))
})
