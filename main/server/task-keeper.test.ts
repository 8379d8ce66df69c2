// When the office looks after tasks: every minute, soon after a commit, at once again while something is left; never while there is no company. Rule D31 of tasks.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { taskKeeper, type TaskKeeper } from './task-keeper.ts'

let keeper: TaskKeeper
let steps: number
let left: number
let ready: boolean
let looks: number
let kept: (readonly string[])[]
let failures: unknown[]
let slow = 0

const start = () => {
  keeper = taskKeeper({
    look: async () => {
      looks++
      if (slow > 0) await new Promise((done) => setTimeout(done, slow))
      return { ok: true, value: { steps, rules: ['eta-near'] } }
    },
    keep: async (rules) => {
      kept.push(rules)
      steps = left
      const value = { made: 1, changed: 0, left }
      left = 0
      return { ok: true, value }
    },
    ready: () => ready,
    failed: (problem) => void failures.push(problem),
  })
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  ;[steps, left, ready, looks, kept, failures, slow] = [0, 0, true, 0, [], [], 0]
})
afterEach(() => {
  keeper.stop()
  vi.useRealTimers()
})

test('[D31] it looks soon after the start, then every minute, and writes only what there is', async () => {
  start()
  await pass(1500)
  expect([looks, kept]).toEqual([1, []])
  await pass(59_000)
  expect(looks).toBe(1)
  steps = 3
  await pass(1000)
  expect([looks, kept]).toEqual([2, [['eta-near']]])
})

test('[D31] a commit brings the look forward; of many the first sets the time; what a desk remembers asks nobody', async () => {
  start()
  await pass(1500)
  keeper.soon(['shipment'])
  await pass(1000)
  keeper.soon(['shipment'])
  await pass(500)
  expect(looks).toBe(2)
  keeper.soon(['user_state', 'session', 'audit', 'change'])
  await pass(10_000)
  expect(looks).toBe(2)
})

test('[D31] what is left is taken soon; a commit while it looks is not forgotten', async () => {
  start()
  ;[steps, left] = [500, 200]
  await pass(1500)
  expect(kept).toHaveLength(1)
  await pass(1500)
  expect(kept).toHaveLength(2)
  await pass(1500)
  expect(looks).toBe(2)
  slow = 100
  keeper.soon(['shipment'])
  await pass(1550)
  expect(looks).toBe(3)
  keeper.soon(['shipment'])
  await pass(3000)
  expect(looks).toBe(4)
})

test('[D31] a slow look is not repeated before ten times its time have passed', async () => {
  slow = 2000
  start()
  await pass(3500)
  expect(looks).toBe(1)
  keeper.soon(['shipment'])
  await pass(15_000)
  expect(looks).toBe(1)
  await pass(5000)
  expect(looks).toBe(2)
})

test('[D31] without a company it waits; a failure is told and it goes on; stopped it looks no more', async () => {
  ready = false
  start()
  await pass(120_000)
  expect(looks).toBe(0)
  ready = true
  await pass(60_000)
  expect(looks).toBe(1)
  keeper.stop()
  keeper = taskKeeper({
    look: async () => {
      looks++
      throw new Error('no room')
    },
    keep: async () => ({ ok: true, value: {} }),
    ready: () => true,
    failed: (problem) => void failures.push(problem),
  })
  await pass(1500 + 60_000)
  expect(failures).toHaveLength(2)
  keeper.stop()
  keeper.soon(['shipment'])
  await pass(300_000)
  expect(looks).toBe(3)
})
