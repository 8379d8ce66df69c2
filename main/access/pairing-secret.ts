// The one-time secret of a pairing and the lasting one of a desk, as the office keeps them: hashed.
import { createHash, timingSafeEqual } from 'node:crypto'

const sha = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Of one pairing alone: the same secret of another one has another hash. */
export const pairingHash = (pairingId: string, secret: string): string => sha(`${pairingId} ${secret}`)
export const deskSecretHash = (secret: string): string => sha(secret)
/** As quickly for a wrong one as for a right one. */
export const isSameHash = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
