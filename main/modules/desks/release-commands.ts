// The owner's word on releases: one desk goes first, then all have it; it is withdrawn, or desks go back to the version before. Rules D29 to D31, D34.
import { refuse } from '../../../preload/contract/refusals.ts'
import { isNewer, isSameSeries } from '../../../preload/contract/vocabulary/versions.ts'
import { releaseState } from '../../access/release-state.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'

/** The revision of a release of which nothing was said yet. */
export const NEVER_OFFERED = 1
type Status = 'pilot' | 'all' | 'withdrawn' | 'rolled-back'

/** The release as it was seen, in one of these states. */
const seenRelease = (ctx: CommandContext, seen: { id: string; revision: number }, needed: readonly Status[]) => {
  const row = ctx.orNotFound(ctx.tx.row('release', seen.id), 'release')
  ctx.requireRevision(row, seen.revision)
  return needed.includes(row.status as Status) ? row : refuse('wrong-state', { kind: 'release', state: row.status, needed: needed[0]! })
}
const setStatus = (ctx: CommandContext, row: { id: string; revision: number }, status: Status) => {
  const revision = row.revision + 1
  ctx.tx.patch('release', row.id, { status, revision })
  return { id: row.id, revision }
}

/** A release whose file was checked and may be given to desks of this hub. */
const offerable = (ctx: CommandContext, id: string) => {
  const { version: own, found } = releaseState()
  const one = ctx.orNotFound(
    found.find(({ release }) => release?.id === id),
    'release',
  )
  const { version, releasedAt } = one.release!
  if (one.problem === 'older') refuse('release-older', { version, own })
  if (one.problem === 'other-series') refuse('release-other-series', { version, own })
  return { version, releasedAt }
}

export const releaseCommands = defineCommands({
  'offer-release': ({ id, deskId, revision }, ctx) => {
    const known = ctx.tx.row('release', id)
    ctx.requireRevision(known ?? { revision: NEVER_OFFERED }, revision)
    if (known?.status === 'all') refuse('wrong-state', { kind: 'release', state: known.status, needed: 'withdrawn' })
    const { version, releasedAt } = offerable(ctx, id)
    const desk = ctx.orNotFound(ctx.tx.row('desk', deskId), 'desk')
    if (desk.status !== 'joined') refuse('wrong-state', { kind: 'desk', state: desk.status, needed: 'joined' })
    const offer = { status: 'pilot', deskId, offeredBy: ctx.viewer.userId, offeredAt: ctx.now, revision: revision + 1 }
    if (known) ctx.tx.patch('release', id, offer)
    else ctx.tx.put('release', { id, version, releasedAt, ...offer })
    return { id, revision: offer.revision }
  },
  'release-to-all': (input, ctx) => {
    const row = seenRelease(ctx, input, ['pilot'])
    offerable(ctx, row.id)
    return setStatus(ctx, row, 'all')
  },
  'withdraw-release': (input, ctx) => setStatus(ctx, seenRelease(ctx, input, ['pilot', 'all']), 'withdrawn'),
  'roll-back-release': (input, ctx) => {
    const row = seenRelease(ctx, input, ['all', 'pilot', 'withdrawn'])
    const { version: own, found } = releaseState()
    const before = found.some(({ release }) => release && isSameSeries(release.version, own) && isNewer(row.version, release.version))
    if (!before) refuse('release-none-before', { version: row.version })
    return setStatus(ctx, row, 'rolled-back')
  },
})
