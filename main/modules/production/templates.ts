// Templates of milestones, company-wide: kept whole, at most one of them the default. Contracts that have taken one keep what it said then (M3).
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { requireActiveUser } from './apply.ts'

type Input = CommandParsed<'save-milestone-template'>

/** Brings the stored lines to the given ones, each by its id. */
const writeLines = async (ctx: CommandContext, { id: templateId, lines }: Input): Promise<void> => {
  const ids = uniqueIds(lines)
  const old = await ctx.db.selectFrom('milestone_template_line').select('id').where('templateId', '=', templateId).orderBy('id').execute()
  for (const { id } of old) if (!ids.has(id)) ctx.tx.remove('milestone_template_line', id)
  for (const [position, line] of lines.entries()) {
    const userId = line.responsible === 'user' ? line.userId : null
    requireActiveUser(ctx, userId)
    const { id, kind, name, nameEn, anchor, offsetDays, responsible } = line
    const values = { position, kind, name, nameEn, anchor, offsetDays, responsible, userId, needsNote: line.needsNote ? 1 : 0 }
    saveRow(ctx, 'milestone_template_line', id, { templateId }, values)
  }
}

/** The new default takes the place of the old one (M1). */
const takeDefault = async (ctx: CommandContext, templateId: string): Promise<void> => {
  const others = await ctx.db
    .selectFrom('milestone_template')
    .selectAll()
    .where('isDefault', '=', 1)
    .where('id', '<>', templateId)
    .orderBy('id')
    .execute()
  for (const { id, revision } of others) ctx.tx.patch('milestone_template', id, { isDefault: 0, revision: revision + 1 })
}

/** A template that is not in use any more is never the default. Refuses `already-exists`, `not-found`, `changed-meanwhile`, `wrong-state` for a user who has left. */
export const saveMilestoneTemplate: CommandHandler<'save-milestone-template'> = async (input, ctx) => {
  const { id, name, nameEn, active } = input
  const isDefault = input.isDefault && active
  const fields = { name, nameEn, isDefault: isDefault ? 1 : 0, active: active ? 1 : 0 }
  const old = ctx.tx.row('milestone_template', id)
  await requireUniqueCodes(ctx, 'save-milestone-template', input)
  let revision = 1
  if (input.revision === undefined) {
    if (old) refuse('already-exists', { field: 'id', value: id })
    ctx.tx.put('milestone_template', { id, ...fields, revision })
  } else {
    const seen = ctx.orNotFound(old, 'milestone-template')
    ctx.requireRevision(seen, input.revision)
    revision = seen.revision + 1
    ctx.tx.patch('milestone_template', id, { ...fields, revision })
  }
  if (isDefault) await takeDefault(ctx, id)
  await writeLines(ctx, input)
  return { id, revision }
}
