// Arithmetic of what is typed against open items: the suggestion, what is free, what is sent.
import { describe, expect, test } from 'vitest'
import { type Candidate, chosen, freeOf, sent, suggested } from './targets.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const candidate = (n: number, minor: number, currency = 'USD'): Candidate => ({
  item: `${id(n)}:1`,
  kind: 'invoice',
  document: `SH-${n}`,
  documentDate: '2026-01-01',
  dueDate: '2026-02-01',
  overdue: false,
  open: { minor, currency },
  dealNumber: null,
  contractNumber: null,
  meant: true,
})
const items = [candidate(1, 300), candidate(2, 500), candidate(3, 200, 'EUR'), candidate(4, 100)]

describe('targets', () => {
  test('the oldest are settled first, as far as the money goes; other currencies are left to be typed', () => {
    expect(suggested({ minor: 700, currency: 'USD' }, items).map((t) => t.amount)).toEqual([300, 400])
    expect(suggested({ minor: 5000, currency: 'USD' }, items).map((t) => t.item)).toEqual([items[0]!.item, items[1]!.item, items[3]!.item])
    expect(suggested({ minor: 0, currency: 'USD' }, items)).toEqual([])
  })
  test('nothing is suggested that the money was not sent for', () => {
    const others = items.map((one, at) => ({ ...one, meant: at === 1 }))
    expect(suggested({ minor: 700, currency: 'USD' }, others)).toEqual([{ item: items[1]!.item, amount: 500, sourceAmount: null }])
  })
  test('what is free counts each target in the money`s own currency', () => {
    const targets = [
      { item: items[0]!.item, amount: 300, sourceAmount: null },
      { item: items[2]!.item, amount: 200, sourceAmount: 220 },
    ]
    expect(freeOf(1000, targets, items, 'USD')).toBe(480)
    expect(freeOf(100, targets, items, 'USD')).toBe(-420)
  })
  test('a chosen item takes what is left of the money, or all that is open when nothing is left', () => {
    expect(chosen(items[1]!, 120, 'USD').amount).toBe(120)
    expect(chosen(items[1]!, 0, 'USD').amount).toBe(500)
    expect(chosen(items[2]!, 50, 'USD')).toMatchObject({ amount: 200, sourceAmount: null })
  })
  test('nothing is sent while a target is not wholly typed; the amount of the money only across currencies', () => {
    const across = { item: items[2]!.item, amount: 200, sourceAmount: null }
    expect(sent([across], items, 'USD')).toBeNull()
    expect(sent([{ ...across, sourceAmount: 220 }], items, 'USD')).toEqual([{ item: items[2]!.item, amount: 200, sourceAmount: 220 }])
    expect(sent([{ item: items[0]!.item, amount: 10, sourceAmount: 99 }], items, 'USD')).toEqual([{ item: items[0]!.item, amount: 10 }])
    expect(sent([{ item: items[0]!.item, amount: null, sourceAmount: null }], items, 'USD')).toBeNull()
    expect(sent([{ item: 'gone:1', amount: 1, sourceAmount: null }], items, 'USD')).toBeNull()
    expect(sent([], items, 'USD')).toEqual([])
  })
})
