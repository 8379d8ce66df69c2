// The HTTP status of every answer; docs/api.md is written from the same table.
import type { Answer } from '../../preload/contract/envelope.ts'
import type { RefusalCode } from '../../preload/contract/refusals.ts'

/** What is not listed is 422: understood, and refused by a rule of the business. */
const statuses: Partial<Record<RefusalCode, number>> = {
  'invalid-input': 400,
  'unknown-field': 400,
  'signed-out': 401,
  'session-locked': 401,
  'sign-in-failed': 401,
  'not-permitted': 403,
  'own-rights-widened': 403,
  'owners-only': 403,
  'setup-code-wrong': 403,
  'pairing-wrong': 403,
  'pairing-over': 403,
  'desk-unknown': 401,
  'desk-revoked': 401,
  'desk-not-for-you': 403,
  'not-found': 404,
  'unknown-name': 404,
  'changed-meanwhile': 409,
  'command-id-reused': 409,
  'id-taken': 409,
  'already-founded': 409,
  'office-only': 503,
  'waits-for-office': 503,
  'office-busy': 503,
  'too-many-at-once': 429,
  'took-too-long': 503,
  'given-up': 499,
  'disk-full': 507,
  'disk-read-only': 503,
  'disk-failing': 503,
}
export const refusalStatus = (code: RefusalCode): number => statuses[code] ?? 422
/** 200 for an outcome, 500 for a fault, else by the refusal. */
export const statusOf = (answer: Answer): number => (answer.ok ? 200 : 'fault' in answer ? 500 : refusalStatus(answer.refused))
