// Questions that are kept: everybody keeps their own; with a role only who may share, and only its owner or who may share changes what is shared. What is
// kept is the question, so whoever opens it gets their own answer (CU28).
import { sql } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import { questionSchema, type Question } from '../../../preload/contract/modules/statistics/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { defineCommands } from '../../commands/define-command.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { requireKeptBy, requireRoleToShare, rolesToShareWith } from '../../records/kept-by-user.ts'
import { reducedQuestion } from './asked.ts'
import { readyMade } from './ready-made.ts'

/** Questions one user keeps. */
const MOST = 100

export const statisticsCommands = defineCommands({
  'save-statistic': async (input, ctx) => {
    requireRoleToShare(ctx, 'statistic', input.roleId)
    const { id, name, roleId } = input
    const question = JSON.stringify(input.question)
    const old = ctx.tx.row('statistic', id)
    if (!old) {
      if (input.revision !== undefined) refuse('not-found', { resource: 'statistic' })
      const { count } = await ctx.db
        .selectFrom('statistic')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('ownerId', '=', ctx.viewer.userId)
        .executeTakeFirstOrThrow()
      if (count >= MOST) refuse('invalid-input', { issues: [{ path: 'name', rule: 'too-many' }] })
      ctx.tx.put('statistic', { id, name, question, ownerId: ctx.viewer.userId, roleId, createdAt: ctx.now, revision: 1 })
      return { id, revision: 1 }
    }
    requireKeptBy(ctx, 'statistic', old)
    ctx.requireRevision(old, input.revision ?? 0)
    const revision = old.revision + 1
    ctx.tx.patch('statistic', id, { name, question, roleId, revision })
    return { id, revision }
  },

  'remove-statistic': (input, ctx) => {
    const kept = ctx.orNotFound(ctx.tx.row('statistic', input.id), 'statistic')
    requireKeptBy(ctx, 'statistic', kept)
    ctx.requireRevision(kept, input.revision)
    ctx.tx.remove('statistic', kept.id)
    return {}
  },
})

/** A question as it was kept; null when a later version of the program knows no such question any more. */
const kept = (text: string): Question | null => questionSchema().safeParse(JSON.parse(text)).data ?? null

export const statistics: QueryHandler<'statistics'> = async (_input, q) => {
  const { userId, language } = q.viewer
  const rows = await q.db
    .selectFrom('statistic as s')
    .innerJoin('user as u', 'u.id', 's.ownerId')
    .leftJoin('role as r', 'r.id', 's.roleId')
    .select(['s.id', 's.revision', 's.name', 's.question', 's.ownerId', 's.roleId'])
    .select([nameIn(language, 'user', 'u').as('owner'), nameIn(language, 'role', 'r').as('role')])
    .where((e) =>
      e.or([e('s.ownerId', '=', userId), e('s.roleId', 'in', e.selectFrom('user_role').select('roleId').where('userId', '=', userId))]),
    )
    .orderBy(sql`s.ownerId <> ${userId}`)
    .orderBy(sql`text_key('name', s.name)`)
    .orderBy('s.id')
    .execute()
  return {
    statistics: rows.map(({ id, revision, name, question, ownerId, owner, roleId, role }) => {
      const asked = kept(question)
      return {
        ...{ id, revision, name, owner, roleId, role: roleId === null ? null : role },
        mine: ownerId === userId,
        question: asked && reducedQuestion(q, asked),
      }
    }),
    readyMade: readyMade(q),
    roles: await rolesToShareWith(q, 'statistic'),
  }
}
