// Failed sign-ins in the trail: one row for each password that was looked at; of a flood of others the first, and how many followed (U38 of people).
import { expect, it, vi } from 'vitest'
import { Refused, refusal } from '../../preload/contract/refusals.ts'
import { MustWait } from '../access/login-throttle.ts'
import { failedSignIns } from './failed-sign-ins.ts'

it('[U38] [SEC49] a thousand tries that nobody looked at are two rows, the second with their count; what was looked at is all there', async () => {
  vi.useFakeTimers()
  try {
    const rows: unknown[] = []
    const failures = failedSignIns(
      async (...row) => rows.push(row),
      (error) => {
        throw error
      },
    )
    const wrong = new Refused(refusal('sign-in-failed', { retryAfterSeconds: 2 }))
    const waiting = new MustWait(refusal('sign-in-failed', { retryAfterSeconds: 2 }))
    for (let n = 0; n < 3; n++) await failures.tell('wang', 'desk', wrong)
    expect(rows).toHaveLength(3)
    for (let n = 0; n < 1000; n++) await failures.tell('wang', 'desk', waiting)
    await failures.tell('…', 'desk', waiting)
    await failures.tell('wang', 'desk', new Refused(refusal('office-busy', { retryAfterSeconds: 5 })))
    await failures.tell('wang', 'desk', new Error('a fault'))
    expect(rows).toHaveLength(5)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(rows.slice(5)).toEqual([['wang', 'desk', { retryAfterSeconds: 2, tries: 999 }]])
    await failures.tell('wang', 'desk', waiting)
    expect(rows).toHaveLength(7)
  } finally {
    vi.useRealTimers()
  }
})
