// How busy the office is said to be: of the last five minutes and nothing else, whatever the PC did meanwhile. Rule D41 of desks.
import { expect, test } from 'vitest'
import { SLOT_MS, workloadOf } from './workload.ts'

const MINUTE = 60_000
const watched = () => {
  const clock = { at: 1_000_000 }
  return { clock, load: workloadOf({ ticks: () => clock.at }) }
}

test('[D41] what was answered is counted a minute, with the time of nineteen of twenty and the one that took longest', () => {
  const { clock, load } = watched()
  for (let n = 0; n < 95; n++) load.answered('queries', 'me', 4)
  for (let n = 0; n < 5; n++) load.answered('queries', 'ageing', 300)
  load.answered('commands', 'approve', 20)
  clock.at += 2 * MINUTE
  const { queries, commands, processorPercent, busyPercent } = load.read()
  expect(queries).toEqual({ perMinute: 50, p95Ms: 4, slowest: { name: 'ageing', ms: 300 } })
  expect(commands).toMatchObject({ perMinute: 1, slowest: { name: 'approve', ms: 20 } })
  for (const percent of [processorPercent, busyPercent]) expect(percent).toSatisfy((n: number) => n >= 0 && n <= 100)
})

test('[D41] in its first minute the office does not make much of little, and says nothing of a processor it has not watched', () => {
  const { load } = watched()
  load.answered('queries', 'me', 0.2)
  expect(load.read()).toMatchObject({
    ...{ queries: { perMinute: 1, p95Ms: 1, slowest: { name: 'me', ms: 1 } }, commands: { perMinute: 0, p95Ms: null, slowest: null } },
    ...{ processorPercent: null, busyPercent: null },
  })
})

test('[D41] after five minutes it is forgotten, a quarter of a minute at a time', () => {
  const { clock, load } = watched()
  load.answered('commands', 'approve', 900)
  for (let passed = 0; passed < 4 * MINUTE; passed += SLOT_MS) {
    clock.at += SLOT_MS
    load.turn()
  }
  load.answered('commands', 'void', 5)
  expect(load.read().commands).toMatchObject({ slowest: { name: 'approve', ms: 900 } })
  for (let passed = 0; passed < 2 * MINUTE; passed += SLOT_MS) {
    clock.at += SLOT_MS
    load.turn()
  }
  expect(load.read().commands).toMatchObject({ slowest: { name: 'void', ms: 5 }, p95Ms: 5 })
})

test('[D41] [D46] a night in which the PC slept counts for nothing', () => {
  const { clock, load } = watched()
  for (let n = 0; n < 600; n++) load.answered('queries', 'me', 4)
  clock.at += 9 * 60 * MINUTE
  expect(load.read().queries).toEqual({ perMinute: 0, p95Ms: null, slowest: null })
  load.answered('queries', 'me', 7)
  expect(load.read().queries).toEqual({ perMinute: 1, p95Ms: 7, slowest: { name: 'me', ms: 7 } })
})
