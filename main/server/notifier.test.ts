// What screens hear of commits, and how often. Rule U70 of people.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notifier, type Notifier } from './notifier.ts'

let notices: Notifier
let heard: { at: number; tables: string[] }[]

beforeEach(() => {
  vi.useFakeTimers()
  notices = notifier()
  heard = []
  const began = performance.now()
  notices.listen((notice) => {
    if (notice.kind === 'changed') heard.push({ at: performance.now() - began, tables: notice.tables })
  })
})
afterEach(() => void vi.useRealTimers())

test('[U70] a change after a quiet time is told within a moment, with what came in that moment', () => {
  notices.committed(['receipt'])
  vi.advanceTimersByTime(20)
  notices.committed(['deal', 'receipt'])
  vi.advanceTimersByTime(10_000)
  expect(heard).toEqual([{ at: 30, tables: ['receipt', 'deal'] }])
  notices.committed(['deal'])
  vi.advanceTimersByTime(30)
  expect(heard[1]).toEqual({ at: 10_050, tables: ['deal'] })
})

test('[U70] a busy office tells four times a second, and nothing is left out', () => {
  for (let n = 0; n < 100; n++) {
    notices.committed([`table ${n}`])
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(1000)
  expect(heard.map(({ at }) => at)).toEqual([30, 280, 530, 780, 1030])
  expect(heard.flatMap(({ tables }) => tables)).toEqual(Array.from({ length: 100 }, (_, n) => `table ${n}`))
})
