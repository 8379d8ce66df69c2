// Keys that a sender chose and that are there already.
import { refuse } from '../preload/contract/refusals.ts'

/** Writes a row whose key came from outside; refuses `id-taken` when `place` ('table.column') holds it already. */
export const writeUntaken = <T>(place: string, write: () => T): T => {
  try {
    return write()
  } catch (error) {
    if (error instanceof Error && error.message === `UNIQUE constraint failed: ${place}`) refuse('id-taken', {})
    throw error
  }
}
