// What a failed answer comes to, for screens that show it.
import type { Answer, Problem } from '../../preload/contract/envelope.ts'

export { type Problem, UNREACHABLE } from '../../preload/contract/envelope.ts'

/** The problem of an answer; null when it has a value. */
export const problemOf = (answer: Answer): Problem | null => {
  if (answer.ok) return null
  return 'fault' in answer ? { fault: answer.fault } : { refused: answer.refused, data: answer.data }
}
