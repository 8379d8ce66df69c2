// Random invoices, receipts, payments, allocations, write-offs and reversals in four currencies: the ledger stays sound, and every report as of any
// day is what a naive recomputation from the postings gives.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

const CURRENCIES = ['CNY', 'USD', 'EUR', 'JPY'] as const
const START = '2026-01-01'
const day = (n: number) => addDays(START, n)

const dayNumber = fc.integer({ min: 0, max: 200 })
const rate = fc.integer({ min: 1, max: 1_500_000 }).map((n) => `${Math.floor(n / 100_000)}.${String(n % 100_000).padStart(5, '0')}`)
const step = fc.oneof(
  fc.record({
    do: fc.constant('invoice' as const),
    currency: fc.nat(3),
    amount: fc.integer({ min: 1, max: 99_999 }),
    rate,
    on: dayNumber,
    due: fc.nat(150),
  }),
  fc.record({
    do: fc.constant('receive' as const),
    currency: fc.nat(3),
    amount: fc.integer({ min: 1, max: 99_999 }),
    rate,
    on: dayNumber,
    known: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('bill' as const),
    currency: fc.nat(3),
    amount: fc.integer({ min: 1, max: 99_999 }),
    rate,
    on: dayNumber,
    due: fc.nat(150),
  }),
  fc.record({ do: fc.constant('pay' as const), currency: fc.nat(3), amount: fc.integer({ min: 1, max: 99_999 }), rate, on: dayNumber }),
  fc.record({
    do: fc.constant('credit' as const),
    currency: fc.nat(3),
    amount: fc.integer({ min: 1, max: 9_999 }),
    rate,
    on: dayNumber,
    vendor: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('allocate' as const),
    a: fc.nat(),
    b: fc.nat(),
    part: fc.integer({ min: 1, max: 100 }),
    other: fc.integer({ min: 1, max: 500 }),
    on: dayNumber,
  }),
  fc.record({
    do: fc.constant('allocate' as const),
    a: fc.nat(),
    b: fc.nat(),
    part: fc.constant(100),
    other: fc.integer({ min: 1, max: 500 }),
    on: dayNumber,
  }),
  fc.record({ do: fc.constant('write-off' as const), a: fc.nat(), part: fc.integer({ min: 1, max: 100 }), on: dayNumber }),
  fc.record({ do: fc.constant('undo' as const), a: fc.nat(), on: dayNumber }),
  fc.record({ do: fc.constant('reverse' as const), a: fc.nat(), on: dayNumber }),
  fc.record({ do: fc.constant('claim' as const), a: fc.nat(), on: dayNumber }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type World = {
  office: MoneyOffice
  banks: string[]
  items: string[]
  batches: string[]
  documents: { kind: 'receipt' | 'payment' | 'bill' | 'credit-note'; id: string; claimed: boolean }[]
}
const world = async (): Promise<World> => {
  const office = await moneyOffice()
  office.at = `${day(205)}T02:00:00.000Z`
  const banks: string[] = []
  for (const currency of CURRENCIES) banks.push(await office.bank(currency))
  return { office, banks, items: [], batches: [], documents: [] }
}

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)]
const openOf = (w: World, ref: string): number =>
  w.office.one<{ n: number }>('SELECT abs(openForeign) AS n FROM open_item WHERE ref = ?', ref).n

/** Runs one step; what the office refuses is simply not done, a fault fails the test. */
const take = async (w: World, s: Step): Promise<void> => {
  const { office } = w
  const on = day(s.on)
  const currency = 'currency' in s ? CURRENCIES[s.currency]! : 'CNY'
  const given = currency === 'CNY' ? '1' : 'rate' in s ? s.rate : '1'
  if (s.do === 'invoice') w.items.push(await office.invoice(s.amount, { currency, rate: given, on, due: addDays(on, s.due - 30) }))
  if (s.do === 'bill') {
    const made = await office.bill({
      currency,
      rate: given,
      billDate: on,
      dueDate: addDays(on, Math.max(s.due - 30, 0)),
      lines: [office.billLine(s.amount, { vatRate: '6' })],
    })
    w.items.push(made.item)
    w.documents.push({ kind: 'bill', id: made.id, claimed: true })
  }
  if (s.do === 'receive') {
    const made = await office.receive(w.banks[s.currency]!, s.amount, {
      rate: given,
      receivedOn: on,
      customerId: s.known ? office.customerId : null,
    })
    w.items.push(made.item)
    w.documents.push({ kind: 'receipt', id: made.id, claimed: s.known })
  }
  if (s.do === 'pay') {
    const made = await office.pay(w.banks[s.currency]!, s.amount, { rate: given, paidOn: on })
    w.items.push(made.item)
    w.documents.push({ kind: 'payment', id: made.id, claimed: true })
  }
  if (s.do === 'credit') {
    const partyId = s.vendor ? office.factoryId : office.customerId
    const made = await office.run('post-credit-note', {
      ...{ id: newId(), partyId, on, currency, rate: given, amount: s.amount, dealId: null, reason: 'x' },
      ...(s.vendor ? { vatRate: '13' } : {}),
    })
    w.items.push(made.item)
    w.documents.push({ kind: 'credit-note', id: made.id, claimed: true })
  }
  if (s.do === 'claim') {
    const waiting = pick(
      w.documents.filter((d) => !d.claimed),
      s.a,
    )
    if (waiting) {
      const answer = await office.send('claim-receipt', { id: waiting.id, on, customerId: office.customerId, contractId: null })
      if (answer.ok) {
        waiting.claimed = true
        w.items.push(answer.value.item)
      }
    }
  }
  if (s.do === 'allocate') {
    const source = pick(w.items, s.a)
    const item = pick(w.items, s.b)
    if (source === undefined || item === undefined) return
    const amount = Math.max(1, Math.floor((Math.min(openOf(w, item), openOf(w, source)) * s.part) / 100))
    const id = newId()
    const same = await office.send('allocate', { id, on, source, targets: [{ item, amount }] })
    const answer =
      !same.ok && 'refused' in same && same.refused === 'currency-differs'
        ? await office.send('allocate', { id, on, source, targets: [{ item, amount, sourceAmount: s.other }] })
        : same
    if (answer.ok) w.batches.push(id)
  }
  if (s.do === 'write-off') {
    const item = pick(w.items, s.a)
    const id = newId()
    if (item === undefined) return
    const amount = Math.max(1, Math.floor((openOf(w, item) * s.part) / 100))
    if ((await office.send('write-off', { id, on, item, amount, reason: 'x' })).ok) w.batches.push(id)
  }
  if (s.do === 'undo') {
    const id = pick(w.batches, s.a)
    if (id !== undefined) await office.send('reverse-allocation', { id, on, reason: 'x' })
  }
  if (s.do === 'reverse') {
    const document = pick(w.documents, s.a)
    if (document) await office.send(`reverse-${document.kind}`, { id: document.id, on, reason: 'x' })
  }
  expect(office.faults).toEqual([])
}

type Naive = {
  ref: string
  kind: string
  account: string
  party: string | null
  due: string
  currency: string
  foreign: number
  base: number
}
/** Every item from nothing but its postings up to the day. */
const naive = (office: MoneyOffice, side: 'receivable' | 'payable', asOf: string): Naive[] => {
  const postings = office.database.write.sql
    .prepare(
      `SELECT i.ref, i.kind, i.account, k.id AS party, i.dueDate AS due, i.currency, p."foreign", p.base, p.date
       FROM posting p JOIN open_item i ON i.id = p.item LEFT JOIN ledger_key k ON k.key = i.party`,
    )
    .all() as (Naive & { date: string })[]
  const items = new Map<string, Naive>()
  for (const { date, ...p } of postings) {
    const receivable = p.account === '1122' || p.account === '2203' || p.kind === 'unclaimed'
    const payable = p.account === '2202' || p.account === '1123' || p.kind === 'commission'
    if (date > asOf || !(side === 'receivable' ? receivable : payable)) continue
    const known = items.get(p.ref) ?? { ...p, foreign: 0, base: 0 }
    const sign = side === 'receivable' ? 1 : -1
    items.set(p.ref, { ...known, foreign: known.foreign + sign * p.foreign, base: known.base + sign * p.base })
  }
  return [...items.values()].filter((i) => i.foreign !== 0 || i.base !== 0)
}
const age = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
const WAITING = ['advance', 'credit-note', 'prepayment', 'unclaimed']
const bucketOf = (days: number) =>
  days <= 0 ? 'notDue' : days <= 30 ? 'bucket1' : days <= 60 ? 'bucket2' : days <= 90 ? 'bucket3' : days <= 120 ? 'bucket4' : 'bucket5'

const sumBy = <T>(rows: readonly T[], key: (row: T) => string, value: (row: T) => number): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const row of rows) sums[key(row)] = (sums[key(row)] ?? 0) + value(row)
  return sums
}

const compare = async (office: MoneyOffice, asOf: string): Promise<void> => {
  for (const side of ['receivable', 'payable'] as const) {
    const expected = naive(office, side, asOf)
    const items = await office.list('open-items', { side, asOf })
    expect(
      sumBy(
        items,
        (r) => r.id,
        (r) => minor(r['open']),
      ),
    ).toEqual(
      sumBy(
        expected,
        (i) => i.ref,
        (i) => i.foreign,
      ),
    )
    expect(
      sumBy(
        items,
        (r) => r.id,
        (r) => minor(r['openBase']),
      ),
    ).toEqual(
      sumBy(
        expected,
        (i) => i.ref,
        (i) => i.base,
      ),
    )
    const ageing = await office.list('ageing', { side, asOf })
    const cells = ['total', 'notDue', 'bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5', 'advances', 'met']
    const shown = Object.fromEntries(
      ageing.flatMap((r) => cells.map((c) => [`${String(r['partyId'])} ${c}`, minor(r[c])])).filter(([, n]) => n !== 0),
    )
    const wanted = {
      ...sumBy(
        expected,
        (i) => `${String(i.party)} total`,
        (i) => i.base,
      ),
      ...sumBy(
        expected,
        // Money that waits stands in a column of its own (T39).
        (i) => `${String(i.party)} ${WAITING.includes(i.kind) ? 'advances' : bucketOf(age(i.due, asOf))}`,
        (i) => i.base,
      ),
    }
    expect(shown).toEqual(Object.fromEntries(Object.entries(wanted).filter(([, n]) => n !== 0)))
    const balances = await office.list('party-balances', { side, asOf })
    expect(
      sumBy(
        balances,
        (r) => `${String(r['partyId'])} ${String(r['currency'])}`,
        (r) => minor(r['balance']),
      ),
    ).toEqual(
      sumBy(
        expected,
        (i) => `${String(i.party)} ${i.currency}`,
        (i) => i.foreign,
      ),
    )
    // On no day is anything left in base of what is at zero in its own currency (L9).
    for (const i of expected) if (i.foreign === 0) expect(i).toMatchObject({ base: 0 })
    // No item is ever overdrawn: an invoice never below zero, an advance never above.
    for (const i of expected) {
      const negative = WAITING.includes(i.kind)
      expect(negative ? -i.foreign : i.foreign).toBeGreaterThanOrEqual(0)
    }
  }
}

type Moved = { item: number; date: string; f: number; b: number; foreign: number; base: number }
/**
 * L9 on every day of the books, by a model of its own: what is open of an item is worth its part of what the item came to, up to a rounding of half a unit
 * for each part taken or given back, and exactly nothing when nothing is open. Gives the days.
 */
const expectWorthItsPart = (office: MoneyOffice): string[] => {
  const moved = office.database.write.sql
    .prepare(
      `SELECT p.item, p.date, p."foreign" AS f, p.base AS b, i."foreign", i.base FROM posting p JOIN open_item i ON i.id = p.item ORDER BY p.item, p.date, p.id`,
    )
    .all() as Moved[]
  for (const postings of Map.groupBy(moved, (m) => m.item).values()) {
    for (const day of new Set(postings.map((p) => p.date))) {
      const until = postings.filter((p) => p.date <= day)
      const open = until.reduce((sum, p) => sum + p.f, 0)
      const worth = until.reduce((sum, p) => sum + p.b, 0)
      const { foreign, base } = postings[0]!
      if (open === 0) expect([day, worth]).toEqual([day, 0])
      expect(Math.abs(worth - (base * open) / foreign)).toBeLessThanOrEqual(until.length)
    }
  }
  return [...new Set(moved.map((m) => m.date))].sort()
}

describe('properties', () => {
  it(
    '[L7] [L10] [T12] whatever happens, in whatever order and currency, the books are sound and every report is what the postings say',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 5, maxLength: 45 }),
          fc.array(dayNumber, { minLength: 1, maxLength: 3 }),
          async (steps, days) => {
            const w = await world()
            try {
              for (const s of steps) await take(w, s)
              expect(w.office.ledgerFaults()).toEqual([])
              for (const n of [...days, 205]) await compare(w.office, day(n))
              // Every day on which anything happened, so that no order of days hides what stood between two of them.
              for (const on of expectWorthItsPart(w.office)) await compare(w.office, on)
            } finally {
              w.office.close()
            }
          },
        ),
        { numRuns: rounds(25, 500) },
      )
    },
    minutes(3),
  )

  it(
    '[L9] [T8] allocated in any parts, an item closes in both currencies at once, and the difference is amount × difference of rates',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }),
          rate,
          rate,
          async (parts, sold, received) => {
            const office = await moneyOffice()
            try {
              const total = parts.reduce((a, b) => a + b, 0)
              const item = await office.invoice(total, { currency: 'USD', rate: sold })
              const receipt = await office.receive(await office.bank('USD'), total, { rate: received })
              for (const amount of parts) await office.allocate(receipt.item, [{ item, amount }])
              expect(await office.open('receivable')).toEqual(new Map())
              expect(office.balance('1122')).toBe(0)
              expect(office.balance('2203')).toBe(0)
              const base = (text: string) => Math.round((total * Math.round(Number(text) * 100_000)) / 100_000)
              expect(office.balance('6603')).toBe(base(sold) - base(received))
            } finally {
              office.close()
            }
          },
        ),
        { numRuns: rounds(25, 500) },
      )
    },
    minutes(2),
  )
})
