// Views of lists: everybody keeps their own; with a role only who may share, and only its owner or who may share changes what is shared. Rules W20 to W23.
import { sql, type Selectable } from 'kysely'
import type { ListViewTable } from '../../../db/schema/tables.ts'
import { isList } from '../../../preload/contract/queries.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands, type CommandContext } from '../../commands/define-command.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'
import { requireKeptBy, requireRoleToShare, rolesToShareWith } from '../../records/kept-by-user.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type View = Selectable<ListViewTable>
/** Views one user keeps of one list. */
const MOST = 50

/** W22. One default for each user, and one for each role. */
const dropOtherPresets = async (ctx: CommandContext, view: Pick<View, 'id' | 'list' | 'ownerId' | 'roleId'>): Promise<void> => {
  const others = await ctx.db
    .selectFrom('list_view')
    .select(['id', 'revision'])
    .where('list', '=', view.list)
    .where('preset', '=', 1)
    .where('id', '<>', view.id)
    .where((e) =>
      view.roleId === null ? e.and([e('roleId', 'is', null), e('ownerId', '=', view.ownerId)]) : e('roleId', '=', view.roleId),
    )
    .orderBy('id')
    .execute()
  for (const other of others) ctx.tx.patch('list_view', other.id, { preset: 0, revision: other.revision + 1 })
}

export const listViewCommands = defineCommands({
  'save-list-view': async (input, ctx) => {
    if (!isList(input.list)) refuse('invalid-input', { issues: [{ path: 'list', rule: 'choice' }] })
    requireRoleToShare(ctx, 'list-view', input.roleId)
    const { id, revision: asSeen, list, name, look, roleId } = input
    const preset = input.preset ? 1 : 0
    const old = ctx.tx.row('list_view', id)
    if (!old) {
      if (asSeen !== undefined) refuse('not-found', { resource: 'list-view' })
      const { count } = await ctx.db
        .selectFrom('list_view')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('list', '=', list)
        .where('ownerId', '=', ctx.viewer.userId)
        .executeTakeFirstOrThrow()
      if (count >= MOST) refuse('invalid-input', { issues: [{ path: 'name', rule: 'too-many' }] })
      const view = { id, list, name, look, ownerId: ctx.viewer.userId, roleId, preset, createdAt: ctx.now, revision: 1 }
      ctx.tx.put('list_view', view)
      if (input.preset) await dropOtherPresets(ctx, view)
      return { id, revision: 1 }
    }
    requireKeptBy(ctx, 'list-view', old)
    ctx.requireRevision(old, asSeen ?? 0)
    const revision = old.revision + 1
    ctx.tx.patch('list_view', id, { name, look, roleId, preset, revision })
    if (input.preset) await dropOtherPresets(ctx, { ...old, roleId })
    return { id, revision }
  },

  'remove-list-view': (input, ctx) => {
    const view = ctx.orNotFound(ctx.tx.row('list_view', input.id), 'list-view')
    requireKeptBy(ctx, 'list-view', view)
    ctx.requireRevision(view, input.revision)
    ctx.tx.remove('list_view', view.id)
    return {}
  },
})

/** W20. One's own, and what is shared with one's roles. */
export const visibleViews = (q: QueryContext) => {
  const { userId } = q.viewer
  return q.db
    .selectFrom('list_view as v')
    .where((e) =>
      e.or([e('v.ownerId', '=', userId), e('v.roleId', 'in', e.selectFrom('user_role').select('roleId').where('userId', '=', userId))]),
    )
}

/** W20. One's own first, then what is shared with one's roles; in the order of their names. */
export const listViews: QueryHandler<'list-views'> = async ({ list }, q) => {
  const { userId, language } = q.viewer
  const views = await visibleViews(q)
    .innerJoin('user as u', 'u.id', 'v.ownerId')
    .leftJoin('role as r', 'r.id', 'v.roleId')
    .select([
      'v.id',
      'v.revision',
      'v.name',
      'v.look',
      'v.ownerId',
      'v.roleId',
      'v.preset',
      nameIn(language, 'user', 'u').as('owner'),
      nameIn(language, 'role', 'r').as('role'),
    ])
    .where('v.list', '=', list)
    .orderBy(sql`v.ownerId <> ${userId}`)
    .orderBy(sql`text_key('name', v.name)`)
    .orderBy('v.id')
    .execute()
  return {
    views: views.map(({ id, revision, name, look, ownerId, roleId, preset, owner, role }) => ({
      ...{ id, revision, name, look, owner, roleId, role: roleId === null ? null : role },
      mine: ownerId === userId,
      preset: preset === 1,
    })),
    roles: await rolesToShareWith(q, 'list-view'),
  }
}
