// Wrong passwords from one device, whatever the names: after some of them each further try waits (SEC31). Never for long: the device may be shared.
import { Refused, refuse } from '../../preload/contract/refusals.ts'

const FREE_TRIES = 20
const LONGEST_WAIT_SECONDS = 30
const REMEMBERED_DEVICES = 10_000

type Tries = { failures: number; waitUntil: number }
export type DeviceTries = {
  /** Runs one check of a password for a device; refuses `sign-in-failed` without running it while the device has to wait. */
  inTurn<T>(device: string, now: () => string, check: () => Promise<T>): Promise<T>
}

/** Forgotten at a restart, and with the first right password. */
export const deviceTries = (): DeviceTries => {
  const devices = new Map<string, Tries>()
  return {
    inTurn: async (device, now, check) => {
      const tries = devices.get(device) ?? { failures: 0, waitUntil: 0 }
      const wait = Math.ceil((tries.waitUntil - Date.parse(now())) / 1000)
      if (wait > 0) refuse('sign-in-failed', { retryAfterSeconds: wait })
      // Counted before it is known: tries sent at the same moment count too.
      tries.failures += 1
      const over = tries.failures - FREE_TRIES
      if (over > 0) tries.waitUntil = Date.parse(now()) + Math.min(2 ** over, LONGEST_WAIT_SECONDS) * 1000
      if (devices.size >= REMEMBERED_DEVICES) devices.delete(devices.keys().next().value!)
      devices.set(device, tries)
      try {
        const result = await check()
        devices.delete(device)
        return result
      } catch (error) {
        if (!(error instanceof Refused)) tries.failures -= 1 // a fault says nothing of the password
        throw error
      }
    },
  }
}
