import fc from 'fast-check'
import { expect, it } from 'vitest'
import { billDueDate, dueDate, INSTALMENT_EVENTS, type PaymentTerm } from './payment-term.ts'

const term = (...parts: [share: string, event: PaymentTerm[number]['event'], days?: number][]): PaymentTerm =>
  parts.map(([share, event, days = 0]) => ({ share, event, days }))

it('[T47] a bill falls due with the last instalment of its terms', () => {
  expect(billDueDate([], '2026-03-10')).toBeNull()
  expect(billDueDate(term(['30', 'on-signing'], ['70', 'before-shipment']), '2026-03-10')).toBe('2026-03-10')
  expect(billDueDate(term(['30', 'on-signing'], ['70', 'after-bill-of-lading', 45]), '2026-03-10')).toBe('2026-04-24')
  expect(billDueDate(term(['100', 'end-of-next-month']), '2016-01-22')).toBe('2016-02-29')
})
it('[T47] never before the bill, nor before any of its instalments', () => {
  const instalment = fc.record({
    share: fc.constant('50'),
    event: fc.constantFrom(...INSTALMENT_EVENTS),
    days: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(instalment, { minLength: 1, maxLength: 4 }), (terms) => {
      const day = '2026-03-10'
      const due = billDueDate(terms, day)!
      expect(due >= day).toBe(true)
      for (const one of terms) expect(due >= dueDate(one, { signedOn: day, shippedOn: day, arrivesOn: day })).toBe(true)
    }),
  )
})
