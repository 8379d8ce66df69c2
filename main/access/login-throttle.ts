// Wrong passwords from one device at names that never signed in from it: after some of them each further try waits (SEC31). Never for long: the device may
// be shared. Tries of names that belong here count by themselves (sign-in.ts), so that a guesser keeps nobody out (U35).
import { Refused, refuse } from '../../preload/contract/refusals.ts'
import type { Clock } from './clock.ts'

const FREE_TRIES = 20
const LONGEST_WAIT_MS = 30_000
const REMEMBERED_DEVICES = 10_000
/** A device that has been quiet for so long begins anew. */
const FORGOTTEN_MS = 15 * 60_000

type Tries = { failures: number; waitUntil: number; lastAt: number }
export type DeviceTries = {
  /** Runs one check of a password for a device; refuses `sign-in-failed` without running it while the device has to wait. */
  inTurn<T>(device: string, check: () => Promise<T>): Promise<T>
}

/** A try that was not looked at, because its name or its device has to wait. */
export class MustWait extends Refused {}
/** Refuses `sign-in-failed` for a name or device that has to wait. */
export const mustWait = (seconds: number): never => {
  throw new MustWait({ refused: 'sign-in-failed', data: { retryAfterSeconds: seconds } })
}
/** Stops with `sign-in-failed` after a password that was not right. */
export const wrongPassword = (retryAfterSeconds: number): never => refuse('sign-in-failed', { retryAfterSeconds })
const saysNothing = (error: unknown) => !(error instanceof Refused) || error.refusal.refused !== 'sign-in-failed'

/** Forgotten at a restart. A right password takes back its own try and no other: whoever knows one may not guess others for ever. */
export const deviceTries = ({ ticks }: Pick<Clock, 'ticks'>): DeviceTries => {
  const devices = new Map<string, Tries>()
  const triesOf = (device: string): Tries => {
    const known = devices.get(device)
    if (known && ticks() - known.lastAt < FORGOTTEN_MS) return known
    devices.delete(device)
    if (devices.size >= REMEMBERED_DEVICES) devices.delete(devices.keys().next().value!)
    const anew = { failures: 0, waitUntil: 0, lastAt: ticks() }
    devices.set(device, anew)
    return anew
  }
  return {
    inTurn: async (device, check) => {
      const tries = triesOf(device)
      const at = ticks()
      if (tries.waitUntil > at) mustWait(Math.ceil((tries.waitUntil - at) / 1000))
      tries.lastAt = at
      // Counted before it is known: tries sent at the same moment count too.
      tries.failures += 1
      const over = tries.failures - FREE_TRIES
      if (over > 0) tries.waitUntil = at + Math.min(2 ** over * 1000, LONGEST_WAIT_MS)
      try {
        const result = await check()
        tries.failures -= 1
        return result
      } catch (error) {
        if (saysNothing(error)) tries.failures -= 1
        throw error
      }
    },
  }
}
