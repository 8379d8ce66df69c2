// What the office has last found in its folder of releases. Kept in the process, as it says what is so now. Rules D27, D28 of desks.
import type { ReleaseProblem } from '../../preload/contract/modules/desks/calls.ts'

/** A file of the folder: the release in it, unless it is none. */
export type FoundRelease = {
  file: string
  problem: ReleaseProblem | null
  release: { id: string; version: string; releasedAt: string } | null
}
export type ReleaseState = {
  folder: string
  /** The hub's own. */
  version: string
  found: readonly FoundRelease[]
}
let current: ReleaseState = { folder: '', version: '', found: [] }

export const releaseState = (): Readonly<ReleaseState> => current
/** Takes what was found; true when that changes anything. */
export const releasesFound = (found: ReleaseState): boolean => {
  const before = JSON.stringify(current)
  current = found
  return JSON.stringify(current) !== before
}
