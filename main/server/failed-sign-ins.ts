// How failed sign-ins come into the trail. Rule U38 of people.
import { Refused } from '../../preload/contract/refusals.ts'
import { MustWait } from '../access/login-throttle.ts'

/** So long the tries that nobody looked at are only counted. */
const GATHERED_MS = 10_000

export type FailedSignIns = {
  /** Told of what a try at signing in ended with; nothing is written of what was no failure of a password. */
  tell(login: string, device: string, error: unknown): Promise<void>
}

/**
 * Every password that was looked at has a row of its own. Of those that had to wait, which a guesser sends by the thousand, the first has one, and ten
 * seconds later one row says how many followed: guessing fills neither the disk nor the line of writes.
 */
export const failedSignIns = (
  write: (login: string, device: string, outcome: object) => Promise<unknown>,
  failed: (error: unknown) => void,
): FailedSignIns => {
  const gathered = new Map<string, number>()
  const gather = (login: string, device: string, outcome: object) => {
    const key = `${login}\n${device}`
    gathered.set(key, 0)
    setTimeout(() => {
      const tries = gathered.get(key) ?? 0
      gathered.delete(key)
      if (tries > 0) write(login, device, { ...outcome, tries }).catch(failed)
    }, GATHERED_MS).unref()
  }
  return {
    tell: async (login, device, error) => {
      if (!(error instanceof Refused) || error.refusal.refused !== 'sign-in-failed') return
      const outcome = error.refusal.data
      if (error instanceof MustWait) {
        const key = `${login}\n${device}`
        const known = gathered.get(key)
        if (known !== undefined) return void gathered.set(key, known + 1)
        gather(login, device, outcome)
      }
      await write(login, device, outcome)
    },
  }
}
