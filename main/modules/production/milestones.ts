// What happens to a milestone: done or checked, put off, skipped, opened again; each leaves a line in its history. Rules M9 to M13 of SPEC.md.
import type { Selectable } from 'kysely'
import type { MilestoneTable } from '../../../db/schema/tables.ts'
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { INSPECTION_KINDS, JUDGED_KINDS, type MILESTONE_ACTS } from '../../../preload/contract/modules/production/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { anchorsOf, contractInProduction, requireActiveUser } from './apply.ts'
import { dueOf, isOpen, rescheduled } from './rules.ts'

type Milestone = Selectable<MilestoneTable>
type Happened = {
  act: (typeof MILESTONE_ACTS)[number]
  on?: IsoDate
  note: string
  checked?: number | null
  defects?: number | null
}

/** The milestone as seen, its contract signed and in scope. Refuses `not-found`, `wrong-state`, `changed-meanwhile`. */
const milestoneForUpdate = (ctx: CommandContext, input: { id: string; revision: number }, needed: 'open' | 'closed'): Milestone => {
  const milestone = ctx.orNotFound(ctx.tx.row('milestone', input.id), 'milestone')
  contractInProduction(ctx, milestone.contractId, 'milestone')
  ctx.requireRevision(milestone, input.revision)
  if (isOpen(milestone) !== (needed === 'open'))
    refuse('wrong-state', { kind: 'milestone', state: milestone.state, needed: needed === 'open' ? 'open' : 'done' })
  return milestone
}

/** Writes the change and its line of history; gives the outcome. */
export const happen = async (ctx: CommandContext, milestone: Milestone, changes: Partial<Milestone>, event: Happened) => {
  const { count } = await ctx.db
    .selectFrom('milestone_event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('milestoneId', '=', milestone.id)
    .executeTakeFirstOrThrow()
  const position = Number(count)
  const revision = milestone.revision + 1
  ctx.tx.patch('milestone', milestone.id, { ...changes, revision })
  ctx.tx.put('milestone_event', {
    id: derivedId(milestone.id, `event ${position}`),
    milestoneId: milestone.id,
    position,
    at: ctx.now,
    userId: ctx.viewer.userId,
    act: event.act,
    on: event.on ?? null,
    note: event.note,
    checked: event.checked ?? null,
    defects: event.defects ?? null,
  })
  return { id: milestone.id, revision }
}

const wrong = (path: string, rule: string) => refuse('invalid-input', { issues: [{ path, rule }] })

/** What may be said of a milestone of this kind (M10). */
const requireFitting = (milestone: Milestone, input: CommandParsed<'complete-milestone'>): void => {
  const checked = JUDGED_KINDS.includes(milestone.kind)
  if (checked && input.result === null) wrong('result', 'required')
  if (!checked && input.result !== null) wrong('result', 'choice')
  if (!INSPECTION_KINDS.includes(milestone.kind) && (input.checked !== null || input.defects !== null)) wrong('checked', 'choice')
  if (input.defects !== null && (input.checked === null || new Decimal(input.defects).gt(input.checked))) wrong('defects', 'too-big')
  if (input.note === '' && (milestone.needsNote === 1 || input.result === 'failed')) wrong('note', 'required')
}

const completeMilestone: CommandHandler<'complete-milestone'> = (input, ctx) => {
  const milestone = milestoneForUpdate(ctx, input, 'open')
  requireFitting(milestone, input)
  const { note, defects } = input
  const found = { note, defects, checked: input.checked === null ? null : toScaled(input.checked, 'quantity') }
  // What failed is not done: it is put right and checked again, and asks until it has passed (M11).
  if (input.result === 'failed') return happen(ctx, milestone, { ...found, state: 'failed' }, { act: 'failed', on: input.doneOn, ...found })
  return happen(
    ctx,
    milestone,
    { ...found, state: 'done', doneOn: input.doneOn },
    { act: input.result ?? 'done', on: input.doneOn, ...found },
  )
}

const reviseMilestone: CommandHandler<'revise-milestone'> = (input, ctx) => {
  const milestone = milestoneForUpdate(ctx, input, 'open')
  if (dueOf(milestone) === input.revisedOn) refuse('nothing-to-do', {})
  return happen(ctx, milestone, { revisedOn: input.revisedOn }, { act: 'revised', on: input.revisedOn, note: input.reason })
}

const skipMilestone: CommandHandler<'skip-milestone'> = (input, ctx) =>
  happen(ctx, milestoneForUpdate(ctx, input, 'open'), { state: 'skipped', note: input.reason }, { act: 'skipped', note: input.reason })

const reopenMilestone: CommandHandler<'reopen-milestone'> = (input, ctx) =>
  happen(
    ctx,
    milestoneForUpdate(ctx, input, 'closed'),
    { state: 'open', doneOn: null, note: '', checked: null, defects: null, provedBy: null },
    { act: 'reopened', note: input.reason },
  )

const addMilestone: CommandHandler<'add-milestone'> = async (input, ctx) => {
  const contract = contractInProduction(ctx, input.contractId)
  if (ctx.tx.row('milestone', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  const userId = input.responsible === 'user' ? input.userId : null
  requireActiveUser(ctx, userId)
  if (!ctx.tx.row('production', contract.id))
    ctx.tx.put('production', {
      id: contract.id,
      templateName: '',
      templateNameEn: '',
      merchandiserId: null,
      createdAt: ctx.now,
      revision: 1,
    })
  const { last } = await ctx.db
    .selectFrom('milestone')
    .select((e) => e.fn.max('position').as('last'))
    .where('contractId', '=', contract.id)
    .executeTakeFirstOrThrow()
  const { id, kind, name, nameEn, responsible, plannedOn } = input
  ctx.tx.put('milestone', {
    ...{ id, contractId: contract.id, position: last === null ? 0 : Number(last) + 1, kind, name, nameEn, anchor: null, offsetDays: 0 },
    ...{ responsible, userId, needsNote: input.needsNote ? 1 : 0, plannedOn, revisedOn: null, state: 'open', doneOn: null, note: '' },
    ...{ checked: null, defects: null, revision: 1, provedBy: null },
  })
  return { id, revision: 1 }
}

/** Puts the open milestones where the contract's days and what is done put them now (M8). Refuses `nothing-to-do` when they stand there already. */
const rescheduleMilestones: CommandHandler<'reschedule-milestones'> = async ({ contractId, revision, reason }, ctx) => {
  const contract = contractInProduction(ctx, contractId)
  const production = ctx.orNotFound(ctx.tx.row('production', contractId), 'milestone')
  ctx.requireRevision(production, revision)
  const all = await ctx.db.selectFrom('milestone').selectAll().where('contractId', '=', contractId).orderBy('position').execute()
  const days = rescheduled(all, await anchorsOf(ctx, contract))
  const moved = all.flatMap((milestone, at) => {
    const day = days[at]
    return day && day !== dueOf(milestone) ? [{ milestone, day }] : []
  })
  if (moved.length === 0) refuse('nothing-to-do', {})
  for (const { milestone, day } of moved) await happen(ctx, milestone, { revisedOn: day }, { act: 'revised', on: day, note: reason })
  ctx.tx.patch('production', contractId, { revision: production.revision + 1 })
  return { changed: moved.length }
}

export const milestoneCommands = {
  'add-milestone': addMilestone,
  'complete-milestone': completeMilestone,
  'revise-milestone': reviseMilestone,
  'skip-milestone': skipMilestone,
  'reopen-milestone': reopenMilestone,
  'reschedule-milestones': rescheduleMilestones,
}
