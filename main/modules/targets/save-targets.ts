// Sets and takes away targets, of whom the sender has within their scope. Rules TG1, TG2.
import { refuse } from '../../../preload/contract/refusals.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'

/** Whose target it is as a row has it: a person's stands with the department they are in. Refuses `not-found` for whom there is not, or out of scope. */
const holderOf = (ctx: CommandContext, given: { ownerId: string | null; departmentId: string | null }) => {
  const { ownerId } = given
  if (ownerId === null && given.departmentId === null) refuse('invalid-input', { issues: [{ path: 'cells', rule: 'required' }] })
  const departmentId =
    ownerId === null
      ? (ctx.tx.row('department', given.departmentId!)?.id ?? refuse('not-found', { resource: 'department' }))
      : ctx.orNotFound(ctx.tx.row('user', ownerId), 'user').departmentId
  ctx.requireScope('target', { ownerId, departmentId })
  return { ownerId, departmentId }
}

export const saveTargets: CommandHandler<'save-targets'> = ({ measure, cells }, ctx) => {
  const seen = new Set<string>()
  for (const { month, amount, revision, ...given } of cells) {
    const holder = holderOf(ctx, given)
    const id = derivedId(holder.ownerId ?? holder.departmentId!, `target ${measure} ${month}`)
    if (seen.has(id)) refuse('invalid-input', { issues: [{ path: 'cells', rule: 'duplicate' }] })
    seen.add(id)
    const old = ctx.tx.row('target', id)
    ctx.requireRevision({ revision: old?.revision ?? 0 }, revision)
    if (amount === null) {
      if (old) ctx.tx.remove('target', id)
    } else if (old) ctx.tx.patch('target', id, { ...holder, amount, revision: old.revision + 1 })
    else ctx.tx.put('target', { id, ...holder, month, measure, amount, createdAt: ctx.now, revision: 1 })
  }
  return { saved: seen.size }
}
