// On time by the first promise and by the one in force. Rule CU35.
import { expect, test } from 'vitest'
import { punctualityOf } from './factory-rules.ts'

test('[SC-13] [CU35] four of five are due: 25 % by the first promise, 50 % by the one in force', () => {
  const march = (first: string, ready: string | null, inForce = first) => ({
    ...{ first: `2026-03-${first}`, inForce: `2026-03-${inForce}`, ready: ready === null ? null : `2026-03-${ready}` },
  })
  const deliveries = [march('10', '10'), march('10', '11'), march('15', null), march('25', null), march('05', '11', '12')]
  expect(punctualityOf(deliveries, '2026-03-20')).toEqual({
    // Late by 1, 5 and 6 days.
    ...{ due: 4, onTime: 250_000, onTimeInForce: 500_000, daysLate: 4_000, openLate: 1 },
  })
  expect(punctualityOf([], '2026-03-20')).toEqual({ due: 0, onTime: null, onTimeInForce: null, daysLate: null, openLate: 0 })
  // On its own day nobody is late yet.
  expect(punctualityOf([march('20', null)], '2026-03-20')).toMatchObject({ due: 0, openLate: 0 })
})
