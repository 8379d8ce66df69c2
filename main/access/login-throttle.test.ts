// How a device slows down: after twenty wrong tries, by a clock that nobody sets, and no right password buys further guesses (SEC31; U34, U35 of people).
import { expect, it } from 'vitest'
import { Refused, refusal } from '../../preload/contract/refusals.ts'
import { deviceTries, wrongPassword } from './login-throttle.ts'

const waitOf = async (attempt: Promise<unknown>): Promise<number> => {
  try {
    await attempt
    return 0
  } catch (error) {
    return error instanceof Refused ? (error.refusal.data as { retryAfterSeconds: number }).retryAfterSeconds : -1
  }
}
const wrong = async () => wrongPassword(0)

it('[SEC31] 1,000 wrong tries, one a second: at most 60 are looked at; each wait ends within 30 s; another device does not wait', async () => {
  let ticks = 0
  let looked = 0
  const devices = deviceTries({ ticks: () => ticks })
  for (let n = 0; n < 1000; n++) {
    ticks += 1000
    const wait = await waitOf(devices.inTurn('desk', async () => ((looked += 1), wrong())))
    expect(wait).toBeLessThanOrEqual(30)
  }
  expect(looked).toBeGreaterThan(20)
  expect(looked).toBeLessThanOrEqual(60)
  expect(await waitOf(devices.inTurn('other', async () => 'in'))).toBe(0)
  ticks += 30_000
  expect(await waitOf(devices.inTurn('desk', async () => 'in'))).toBe(0)
})

it('[U35] a right password between the guesses takes back only its own try; a busy office or a fault counts for nothing', async () => {
  let ticks = 0
  const devices = deviceTries({ ticks: () => ticks })
  for (let n = 0; n < 20; n++) {
    await waitOf(devices.inTurn('desk', wrong))
    await devices.inTurn('desk', async () => 'in')
    await waitOf(devices.inTurn('desk', () => Promise.reject(new Refused(refusal('office-busy', { retryAfterSeconds: 5 })))))
    await waitOf(devices.inTurn('desk', () => Promise.reject(new Error('a fault'))))
  }
  await waitOf(devices.inTurn('desk', wrong))
  expect(await waitOf(devices.inTurn('desk', async () => 'in'))).toBe(2)
  ticks += 15 * 60_000
  for (let n = 0; n < 20; n++) expect(await waitOf(devices.inTurn('desk', wrong))).toBe(0)
  expect(await waitOf(devices.inTurn('desk', async () => 'in'))).toBe(0)
})
