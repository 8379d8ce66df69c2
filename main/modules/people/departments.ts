// Departments: a tree kept by paths ('/top/below/'), so that a scope "department and below" is one comparison.
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import { requireUniqueCodes } from '../../commands/unique-codes.ts'
import { withoutOwnGain } from './own-rights.ts'
import { pathBelow, requireNoCycle } from './rules.ts'

const parentPath = (ctx: CommandContext, parentId: string | null): string | null =>
  parentId === null ? null : (ctx.tx.row('department', parentId)?.path ?? refuse('not-found', { resource: 'department' }))

/** The head works here: who approves for a department can sign in. Refuses `not-found`, `wrong-state`. */
const requireHead = (ctx: CommandContext, headId: string | null | undefined): void => {
  if (headId === null || headId === undefined) return
  if (ctx.orNotFound(ctx.tx.row('user', headId), 'user').active !== 1)
    refuse('wrong-state', { kind: 'user', state: 'inactive', needed: 'active' })
}

/** Gives every department below its path again after the one above them moved. */
const movePathsBelow = async (ctx: CommandContext, from: string, to: string): Promise<void> => {
  const below = await ctx.db
    .selectFrom('department')
    .select(['id', 'path'])
    .where('path', '>', from)
    .where('path', '<', `${from}~`)
    .orderBy('path')
    .execute()
  for (const d of below) ctx.tx.patch('department', d.id, { path: to + d.path.slice(from.length) })
}

export const departmentCommands = defineCommands({
  'create-department': async ({ id, name, nameEn, parentId, headId }, ctx) => {
    if (ctx.tx.row('department', id)) refuse('already-exists', { field: 'id', value: id })
    const path = pathBelow(parentPath(ctx, parentId), id)
    // Two departments side by side do not bear the same name.
    await requireUniqueCodes(ctx, 'create-department', { id, name, parentId })
    requireHead(ctx, headId)
    ctx.tx.put('department', { id, name, nameEn, parentId, path, revision: 1, headId: headId ?? null })
    return { id, revision: 1 }
  },
  'edit-department': (input, ctx) =>
    withoutOwnGain(ctx, async () => {
      const department = ctx.tx.row('department', input.id) ?? refuse('not-found', { resource: 'department' })
      ctx.requireRevision(department, input.revision)
      const above = parentPath(ctx, input.parentId)
      requireNoCycle(department.path, above)
      await requireUniqueCodes(ctx, 'edit-department', input)
      const path = pathBelow(above, department.id)
      if (input.headId !== department.headId) requireHead(ctx, input.headId)
      const headId = input.headId === undefined ? department.headId : input.headId
      const revision = department.revision + 1
      ctx.tx.patch('department', department.id, {
        name: input.name,
        nameEn: input.nameEn,
        parentId: input.parentId,
        path,
        revision,
        headId,
      })
      if (path !== department.path) await movePathsBelow(ctx, department.path, path)
      return { id: department.id, revision }
    }),
})
