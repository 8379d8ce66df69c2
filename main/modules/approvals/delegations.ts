// Standing in during absence (A14): from one day to another, both included; what was decided in somebody's place says so for ever.
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { holdsOwnerRole, requireOwner } from '../people/index.ts'
import { readOrganisation } from '../../records/approvals/index.ts'

/** One's own absence, or anybody's for who may edit the routes; an owner's seat is given by owners alone (A23). */
const requireMine = async (ctx: CommandContext, fromUserId: string): Promise<void> => {
  if (fromUserId === ctx.viewer.userId) return
  ctx.require('approval-route.edit')
  if (await holdsOwnerRole(ctx.db, fromUserId)) await requireOwner(ctx)
}

export const delegationCommands = defineCommands({
  'create-delegation': async (input, ctx) => {
    if (ctx.tx.row('delegation', input.id)) refuse('already-exists', { field: 'id', value: input.id })
    await requireMine(ctx, input.fromUserId)
    if (input.toUserId === input.fromUserId) refuse('invalid-input', { issues: [{ path: 'toUserId', rule: 'choice' }] })
    if (input.toDate < input.fromDate) refuse('date-out-of-order', { earlier: input.fromDate, later: input.toDate })
    if (input.toDate < ctx.today) refuse('date-out-of-order', { earlier: ctx.today, later: input.toDate })
    const { people } = await readOrganisation(ctx.db, ctx.today)
    ctx.orNotFound(people.get(input.fromUserId), 'user')
    const standIn = ctx.orNotFound(people.get(input.toUserId), 'user')
    if (!standIn.active) refuse('wrong-state', { kind: 'user', state: 'inactive', needed: 'active' })
    // Standing in gives a place on the steps, not the right to decide at all.
    if (!standIn.decides) refuse('invalid-input', { issues: [{ path: 'toUserId', rule: 'cannot-decide' }] })
    ctx.tx.put('delegation', { ...input, active: 1, createdAt: ctx.now, revision: 1 })
    return { id: input.id, revision: 1 }
  },

  'end-delegation': (input, ctx) => {
    const delegation = ctx.orNotFound(ctx.tx.row('delegation', input.id), 'approval')
    if (delegation.fromUserId !== ctx.viewer.userId && !ctx.may('approval-route.edit')) refuse('not-found', { resource: 'approval' })
    ctx.requireRevision(delegation, input.revision)
    if (delegation.active === 0) refuse('wrong-state', { kind: 'delegation', state: 'ended', needed: 'active' })
    const revision = delegation.revision + 1
    ctx.tx.patch('delegation', delegation.id, { active: 0, revision })
    return { id: delegation.id, revision }
  },
})
