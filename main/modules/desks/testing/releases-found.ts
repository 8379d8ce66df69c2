// Release files as a hub has found and checked them, for companies of tests: no database holds them.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { releasesFound } from '../../../access/release-state.ts'

const OWN = '1.0.0'
type Release = { id: string; version: string; releasedAt: string }
export const aRelease = (version: string): Release => ({ id: newId(), version, releasedAt: '2026-01-01T00:00:00.000Z' })

/** These files and one of the hub's own version, to which desks can go back, lie in its folder. */
export const foundAtHub = (releases: readonly Release[]): void => {
  const found = [aRelease(OWN), ...releases].map((release) => ({ file: `Tradewind-${release.version}.release`, problem: null, release }))
  releasesFound({ folder: 'releases', version: OWN, found })
}
