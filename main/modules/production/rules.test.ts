// The days of milestones: examples, and what must hold for any template and any contract.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANCHORS, MILESTONE_STATES } from '../../../preload/contract/modules/production/calls.ts'
import { addDays, daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { contractMilestoneState, dueOf, planDays, rescheduled, slipOf, milestoneStateOf, weekOf, type Anchors, type Kept } from './rules.ts'

const anchors: Anchors = { signedOn: '2026-03-01', deliveryDate: '2026-04-10', latestShipment: '2026-04-25' }
const kept = (given: Partial<Kept> = {}): Kept => ({ state: 'open', plannedOn: '2026-03-10', revisedOn: null, doneOn: null, ...given })
const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays('2026-06-01', n))
const line = fc.record({ anchor: fc.constantFrom(...ANCHORS), offsetDays: fc.integer({ min: -90, max: 90 }) })
const someAnchors = fc.record({
  signedOn: day,
  deliveryDate: fc.option(day, { nil: null }),
  latestShipment: fc.option(day, { nil: null }),
})
const milestone = fc.record({
  state: fc.constantFrom(...MILESTONE_STATES),
  plannedOn: fc.option(day, { nil: null }),
  revisedOn: fc.option(day, { nil: null }),
  doneOn: fc.constant(null),
})

describe('planned days', () => {
  it('[M2] count from signing, delivery, latest shipment and the milestone before, either way', () => {
    const lines = [
      { anchor: 'signing', offsetDays: 3 },
      { anchor: 'previous', offsetDays: 7 },
      { anchor: 'delivery', offsetDays: -3 },
      { anchor: 'latest-shipment', offsetDays: -14 },
      { anchor: 'previous', offsetDays: 1 },
    ]
    expect(planDays(lines, anchors)).toEqual(['2026-03-04', '2026-03-11', '2026-04-07', '2026-04-11', '2026-04-12'])
  })

  it('[M2] are unknown where what they count from is, and so is what follows; never before the signing', () => {
    const lines = [
      { anchor: 'delivery', offsetDays: -90 },
      { anchor: 'latest-shipment', offsetDays: 0 },
      { anchor: 'previous', offsetDays: 5 },
      { anchor: 'signing', offsetDays: 1 },
    ]
    expect(planDays(lines, { ...anchors, latestShipment: null })).toEqual(['2026-03-01', null, null, '2026-03-02'])
    expect(planDays([{ anchor: 'previous', offsetDays: 2 }], anchors)).toEqual(['2026-03-03'])
  })

  it('[M2] for any template: none before the signing, and a contract moved as a whole moves all of them alike', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), someAnchors, fc.integer({ min: -60, max: 60 }), (lines, given, by) => {
        const days = planDays(lines, given)
        for (const one of days) expect(one === null || one >= given.signedOn).toBe(true)
        const moved = (one: string | null) => (one === null ? null : addDays(one, by))
        const elsewhere = {
          signedOn: addDays(given.signedOn, by),
          deliveryDate: moved(given.deliveryDate),
          latestShipment: moved(given.latestShipment),
        }
        expect(planDays(lines, elsewhere)).toEqual(days.map(moved))
      }),
    )
  })

  it('[M8] rescheduling follows what was done, leaves closed ones alone, and twice is as good as once', () => {
    const of = (anchor: string | null, offsetDays: number, given: Partial<Kept> = {}) => ({ anchor, offsetDays, ...kept(given) })
    const late = [
      of('signing', 3, { state: 'done', plannedOn: '2026-03-04', doneOn: '2026-03-14' }),
      of('previous', 7, { plannedOn: '2026-03-11' }),
      of('previous', 2, { plannedOn: '2026-03-13' }),
      of('delivery', -3, { plannedOn: '2026-04-07', state: 'skipped' }),
      of(null, 0, { plannedOn: '2026-03-20' }),
    ]
    expect(rescheduled(late, anchors)).toEqual(['2026-03-04', '2026-03-21', '2026-03-23', '2026-04-07', '2026-03-20'])
    fc.assert(
      fc.property(fc.array(fc.tuple(line, milestone), { maxLength: 12 }), someAnchors, (given, from) => {
        const all = given.map(([l, m]) => ({ ...l, ...m, doneOn: m.state === 'done' ? (m.plannedOn ?? from.signedOn) : null }))
        const once = rescheduled(all, from)
        for (const [at, m] of all.entries()) if (m.state === 'done' || m.state === 'skipped') expect(once[at]).toBe(dueOf(m))
        expect(
          rescheduled(
            all.map((m, at) => ({ ...m, revisedOn: once[at]! })),
            from,
          ),
        ).toEqual(once)
      }),
    )
  })
})

describe('how it stands', () => {
  it('[M5] is overdue from the day after it is due; failed stays failed', () => {
    expect(milestoneStateOf(kept(), '2026-03-10')).toBe('open')
    expect(milestoneStateOf(kept(), '2026-03-11')).toBe('overdue')
    expect(milestoneStateOf(kept({ revisedOn: '2026-03-12' }), '2026-03-11')).toBe('open')
    expect(milestoneStateOf(kept({ plannedOn: null }), '2026-03-11')).toBe('open')
    expect(milestoneStateOf(kept({ state: 'failed' }), '2026-04-11')).toBe('failed')
    expect(milestoneStateOf(kept({ state: 'done' }), '2026-04-11')).toBe('done')
  })

  it('[M6] is behind by its new day, by today when that is past, or by when it was done', () => {
    expect(slipOf(kept(), '2026-03-01')).toBe(0)
    expect(slipOf(kept(), '2026-03-13')).toBe(3)
    expect(slipOf(kept({ revisedOn: '2026-03-15' }), '2026-03-13')).toBe(5)
    expect(slipOf(kept({ state: 'done', doneOn: '2026-03-08' }), '2026-03-13')).toBe(-2)
    expect(slipOf(kept({ state: 'skipped' }), '2026-04-13')).toBe(0)
  })

  it('[M6] [M7] of a contract: the worst open milestone moves the delivery, and eats the room to the latest shipment', () => {
    const all = [
      kept({ state: 'done', doneOn: '2026-03-30' }),
      kept({ state: 'skipped' }),
      kept({ plannedOn: '2026-04-01', revisedOn: '2026-04-09' }),
      kept({ plannedOn: '2026-04-02' }),
    ]
    expect(contractMilestoneState(all, anchors, '2026-04-03')).toEqual({
      ...{ done: 1, total: 3, overdue: 1, nextAt: 3, slip: 8 },
      ...{ expectedDelivery: '2026-04-18', room: 7 },
    })
    expect(contractMilestoneState([], { deliveryDate: null, latestShipment: null }, '2026-04-03')).toEqual({
      ...{ done: 0, total: 0, overdue: 0, nextAt: null, slip: 0, expectedDelivery: null, room: null },
    })
  })

  it('[M6] [M7] for any milestones: progress within bounds, the slip never negative and never less than an open one’s, the next one open', () => {
    fc.assert(
      fc.property(fc.array(milestone, { maxLength: 15 }), someAnchors, day, (all, from, today) => {
        const s = contractMilestoneState(all, from, today)
        expect(s.done <= s.total && s.total <= all.length).toBe(true)
        const open = all.filter((m) => m.state === 'open' || m.state === 'failed')
        expect(s.overdue <= open.length && s.slip >= 0).toBe(true)
        for (const m of open) expect(s.slip).toBeGreaterThanOrEqual(slipOf(m, today))
        expect(s.nextAt === null).toBe(open.length === 0)
        if (s.nextAt !== null) expect(open).toContain(all[s.nextAt])
        if (from.deliveryDate !== null) expect(daysBetween(from.deliveryDate, s.expectedDelivery!)).toBe(s.slip)
      }),
    )
  })

  it('[M14] a week is Monday to Sunday', () => {
    expect(weekOf('2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(weekOf('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(weekOf('2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(weekOf('1999-12-31')).toEqual({ from: '1999-12-27', to: '2000-01-02' })
  })
})
