// Whether a command that is sent again brings the same secrets as the first time. The trail keeps none of them, not even their hashes. Rule U42 of people.
import { createHmac, randomBytes } from 'node:crypto'
import { valueAt } from './value-at.ts'

/** Of so many commands the secrets are compared; who sends an older one again is refused. */
const REMEMBERED = 1000

export type SecretPrints = {
  remember(commandId: string, input: unknown, secrets: readonly string[]): void
  /** False also for a command of which nothing is known any more: what cannot be compared is not confirmed. */
  isSame(commandId: string, input: unknown, secrets: readonly string[]): boolean
}

/** Hashes under a key that lives and dies with the process: nothing that could be guessed at is written anywhere. */
export const secretPrints = (): SecretPrints => {
  const key = randomBytes(32)
  const known = new Map<string, string>()
  const printOf = (input: unknown, secrets: readonly string[]) =>
    createHmac('sha256', key)
      .update(JSON.stringify(secrets.map((path) => valueAt(input, path))))
      .digest('base64url')
  return {
    remember: (commandId, input, secrets) => {
      if (secrets.length === 0) return
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value!)
      known.set(commandId, printOf(input, secrets))
    },
    isSame: (commandId, input, secrets) => secrets.length === 0 || known.get(commandId) === printOf(input, secrets),
  }
}
