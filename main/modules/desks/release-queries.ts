// What the page of updates shows: the files in the hub's folder, what was offered of them, and what every desk runs. Rules D27 to D30.
import { nameIn } from '../../../db/names-in-language.ts'
import type { RELEASE_STATUSES } from '../../../preload/contract/modules/desks/calls.ts'
import { compareVersions } from '../../../preload/contract/vocabulary/versions.ts'
import { releaseState } from '../../access/release-state.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { NEVER_OFFERED } from './release-commands.ts'

const offersMade = async (q: QueryContext) =>
  q.db
    .selectFrom('release as r')
    .innerJoin('user as u', 'u.id', 'r.offeredBy')
    .innerJoin('desk as d', 'd.id', 'r.deskId')
    .select(['r.id', 'r.version', 'r.releasedAt', 'r.status', 'r.deskId', 'd.name as desk', 'r.offeredAt', 'r.revision'])
    .select(nameIn(q.viewer.language, 'user', 'u').as('offeredBy'))
    .execute()

/** What is not known to be a release stands last. */
const newestFirst = <R extends { version: string }>(all: R[]): R[] => [
  ...all.filter(({ version }) => version !== '').toSorted((a, b) => compareVersions(b.version, a.version)),
  ...all.filter(({ version }) => version === ''),
]

export const releaseQueries = defineQueries({
  releases: async (_, q) => {
    const { folder, version, found } = releaseState()
    const rows = await offersMade(q)
    const rowOf = (id: string | undefined) => rows.find((one) => one.id === id)
    const offerOf = (id: string | undefined) => {
      const row = rowOf(id)
      if (!row) return null
      const { deskId, desk, offeredAt, offeredBy } = row
      return { status: row.status as (typeof RELEASE_STATUSES)[number], deskId, desk, offeredAt, offeredBy }
    }
    const inFolder = found.map(({ file, problem, release }) => ({
      ...{ id: release?.id ?? null, file, version: release?.version ?? '', releasedAt: release?.releasedAt ?? null },
      ...{ problem, revision: rowOf(release?.id)?.revision ?? NEVER_OFFERED, offer: offerOf(release?.id) },
    }))
    const gone = rows
      .filter(({ id }) => !found.some(({ release }) => release?.id === id))
      .map(({ id, version: gone, releasedAt, revision }) => ({
        ...{ id, file: null, version: gone, releasedAt, problem: null, revision, offer: offerOf(id) },
      }))
    const desks = await q.db
      .selectFrom('desk as d')
      .leftJoin('desk_contact as c', 'c.deskId', 'd.id')
      .select(['d.id', 'd.name', 'c.version', 'c.lastSeenAt'])
      .where('d.status', '=', 'joined')
      .orderBy('d.name')
      .execute()
    return {
      ...{ folder, version, releases: newestFirst([...inFolder, ...gone]) },
      desks: desks.map((desk) => ({ ...desk, version: desk.version ?? '' })),
    }
  },
})
