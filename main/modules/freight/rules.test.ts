// The arithmetic of quotes and which of them count, by examples and by properties.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { chargeableTon } from '../../../preload/contract/vocabulary/packing.ts'
import {
  cargoText,
  cheapestOf,
  countValid,
  fastestOf,
  notCovered,
  quoteStates,
  quoteSums,
  unitSums,
  unpricedOf,
  type Cargo,
  type Charge,
  type QuoteToCheck,
} from './rules.ts'

const charge = (amount: number, more: Partial<Charge> = {}): Charge => ({
  ...{ kind: 'ocean', containerType: '', basis: 'container', currency: 'USD', amount },
  ...more,
})
const boxes = (...containers: { type: string; count: number }[]): Cargo => ({
  cargoLoad: 'containers',
  containers,
  volume: null,
  weight: null,
})
const loose = (volume: string | null, weight: string | null): Cargo => ({ cargoLoad: 'lcl', containers: [], volume, weight })

describe('what a quote comes to', () => {
  it('[F3] containers by type, a bill once, tons by the larger of m³ and t; each charge rounded by itself', () => {
    const cargo = boxes({ type: '40HQ', count: 2 }, { type: '20GP', count: 1 })
    const charges = [
      charge(2_000_00, { containerType: '40HQ' }),
      charge(1_200_00, { containerType: '20GP' }),
      charge(150_00, { kind: 'surcharge' }),
      charge(450_00, { kind: 'local', basis: 'bill', currency: 'CNY' }),
    ]
    expect(quoteSums(charges, cargo)).toEqual(
      new Map([
        ['USD', 5_650_00],
        ['CNY', 450_00],
      ]),
    )
    expect(unitSums(charges, cargo)).toEqual([
      { unit: '40HQ', sums: new Map([['USD', 2_150_00]]) },
      { unit: '20GP', sums: new Map([['USD', 1_350_00]]) },
    ])
    expect(quoteSums([charge(33_33, { basis: 'ton' })], loose('2.5', '3100'))).toEqual(new Map([['USD', 10_332]]))
    expect(cargoText(cargo)).toBe('2×40HQ + 1×20GP')
    expect(cargoText(loose('2.5', null))).toBe('LCL 2.5 m³')
  })
  it('[F3] chargeable tons are at least the cubic metres and at least the tons, and one of them', () => {
    const measure = fc.integer({ min: 0, max: 999_999_999 }).map((n) => new Decimal(n).div(1000).toFixed())
    fc.assert(
      fc.property(measure, measure, (volume, kilograms) => {
        const tons = chargeableTon(volume, kilograms)
        const [m3, t] = [new Decimal(volume), new Decimal(kilograms).div(1000)]
        if (!tons) return m3.isZero() && t.isZero()
        return tons.gte(m3) && tons.gte(t) && (tons.eq(m3) || tons.eq(t))
      }),
    )
    expect(chargeableTon(null, null)).toBeUndefined()
  })
  it('[F3] a total is what its charges come to one by one, in any order and by currency', () => {
    const anyCharge: fc.Arbitrary<Charge> = fc.record({
      kind: fc.constantFrom('ocean', 'surcharge', 'local'),
      containerType: fc.constantFrom('', '20GP', '40HQ'),
      basis: fc.constantFrom('container', 'bill', 'ton'),
      currency: fc.constantFrom('USD', 'CNY', 'JPY'),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    const cargo: Cargo = { ...boxes({ type: '40HQ', count: 3 }, { type: '20GP', count: 2 }), volume: '12.345', weight: '4000' }
    const times = { '': 5, '20GP': 2, '40HQ': 3 } as const
    fc.assert(
      fc.property(fc.array(anyCharge, { maxLength: 20 }), (charges) => {
        const naive = new Map<string, number>()
        for (const c of charges) {
          const n =
            c.basis === 'bill' ? new Decimal(1) : c.basis === 'ton' ? new Decimal('12.345') : new Decimal(times[c.containerType as ''])
          naive.set(c.currency, (naive.get(c.currency) ?? 0) + n.times(c.amount).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber())
        }
        expect(quoteSums(charges.toReversed(), cargo)).toEqual(naive)
      }),
    )
  })
  it('[F4] ocean freight is missing for a type nobody priced, and by the ton for what has no measure', () => {
    const cargo = boxes({ type: '40HQ', count: 1 }, { type: '20GP', count: 1 })
    expect(unpricedOf([charge(1, { containerType: '40HQ' })], cargo)).toEqual(['20GP'])
    expect(unpricedOf([charge(1)], cargo)).toEqual([])
    expect(unpricedOf([charge(1, { basis: 'bill' })], cargo)).toEqual([])
    expect(unpricedOf([charge(1, { kind: 'surcharge' })], cargo)).toEqual(['40HQ', '20GP'])
    expect(unpricedOf([charge(1, { basis: 'ton' })], cargo)).toEqual(['40HQ', '20GP', 'ton'])
    expect(unpricedOf([charge(1, { basis: 'ton' })], loose(null, '120'))).toEqual([])
    expect(unpricedOf([charge(1)], loose('1', null))).toEqual(['ton'])
    expect(unpricedOf([charge(1)], boxes())).toEqual(['ton'])
  })
})

const route = { portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' }
const quote = (id: string, forwarderId: string, more: Partial<QuoteToCheck> = {}): QuoteToCheck => ({
  ...{ id, forwarderId, round: 1, validTo: '2026-03-31', complete: true, ...route },
  ...more,
})
const on = '2026-03-02'

describe('which quotes count', () => {
  it('[F5] the newest of a forwarder, not declined, for these ports, complete, and good until today at least', () => {
    const states = quoteStates(
      [
        quote('a1', 'a'),
        quote('a2', 'a', { round: 2, validTo: on }),
        quote('b', 'b', { validTo: '2026-03-01' }),
        quote('c', 'c'),
        quote('d', 'd', { complete: false }),
        quote('e', 'e', { portOfDischarge: 'Rotterdam' }),
        quote('f', 'f', { portOfLoading: ' NINGBO ' }),
      ],
      { route, declined: new Set(['c']), on },
    )
    expect(Object.fromEntries(states)).toEqual({
      ...{ a1: 'superseded', a2: 'valid', b: 'expired', c: 'declined', d: 'incomplete', e: 'other-route', f: 'valid' },
    })
    expect(countValid(states)).toBe(2)
  })
  it('[F5] never more than there are forwarders, whatever was quoted, in whatever order it is read', () => {
    const some = fc.array(
      fc.record({ forwarderId: fc.constantFrom('a', 'b', 'c', 'd'), day: fc.integer({ min: 1, max: 28 }), complete: fc.boolean() }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(some, fc.subarray(['a', 'b', 'c', 'd']), fc.integer({ min: 1, max: 28 }), (given, declined, today) => {
        const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}`
        const quotes = given.map((q, i) => quote(String(i), q.forwarderId, { round: i + 1, validTo: day(q.day), complete: q.complete }))
        const judge = (all: QuoteToCheck[]) => quoteStates(all, { route, declined: new Set(declined), on: day(today) })
        const count = countValid(judge(quotes))
        // Naively: of every forwarder, whether his last quote is good.
        const good = ['a', 'b', 'c', 'd'].filter((f) => {
          const last = quotes.findLast((q) => q.forwarderId === f)
          return last && last.complete && !declined.includes(f) && last.validTo >= day(today)
        })
        expect(count).toBe(good.length)
        expect(countValid(judge(quotes.toReversed()))).toBe(count)
      }),
    )
  })
  it('[F6] the cheapest and the fastest are found among those that count alone; one that cannot be calculated is told', () => {
    const states = new Map([
      ['a', 'valid'],
      ['b', 'expired'],
      ['c', 'valid'],
    ] as const)
    expect(
      cheapestOf(
        [
          { id: 'a', total: 300 },
          { id: 'b', total: 100 },
          { id: 'c', total: 200 },
        ],
        states,
      ),
    ).toEqual({ id: 'c', total: 200, allKnown: true })
    expect(
      cheapestOf(
        [
          { id: 'a', total: null },
          { id: 'c', total: 200 },
        ],
        states,
      ),
    ).toEqual({ id: 'c', total: 200, allKnown: false })
    const days = [
      { id: 'a', transitDays: 35 },
      { id: 'b', transitDays: 20 },
      { id: 'c', transitDays: 28 },
    ]
    expect(fastestOf(days, states)).toBe('c')
    expect(fastestOf([{ id: 'a', transitDays: null }], states)).toBeNull()
  })
})

test('[F9] a shipment is covered while its ports read alike and no more containers are listed than were inquired', () => {
  const inquiry = { ...route, ...boxes({ type: '40HQ', count: 2 }) }
  const shipment = (more: object = {}) => ({ ...route, containers: [{ type: '40HQ' }], ...more })
  expect(notCovered(inquiry, shipment())).toBeUndefined()
  expect(notCovered(inquiry, { portOfLoading: '', portOfDischarge: 'hamburg', containers: [] })).toBeUndefined()
  expect(notCovered(inquiry, shipment({ portOfDischarge: 'Rotterdam' }))).toEqual({
    ...{ field: 'portOfDischarge', inquired: 'Hamburg', shipped: 'Rotterdam' },
  })
  expect(notCovered(inquiry, shipment({ containers: [{ type: '40HQ' }, { type: '40HQ' }, { type: '40HQ' }] }))).toEqual({
    ...{ field: 'containers', inquired: '2×40HQ', shipped: '3×40HQ' },
  })
  expect(notCovered(inquiry, shipment({ containers: [{ type: '20GP' }] }))).toMatchObject({ field: 'containers' })
  expect(notCovered({ ...route, ...loose('3', null) }, shipment({ containers: [{ type: '40HQ' }] }))).toBeUndefined()
})
