// What users keep and may share with a role (views of lists, statistics): everybody keeps their own; with a role only who may share, and only its owner or who may
// share changes what is shared.
import { nameIn, orderOfNames } from '../../db/names-in-language.ts'
import type { Permission, Resource } from '../../preload/contract/access.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import type { CommandContext } from '../commands/define-command.ts'
import type { QueryContext } from '../queries/define-query.ts'

type Kept = { ownerId: string; roleId: string | null }
/** Kinds whose rights have a `share`. */
type Shareable =
  Extract<Permission, `${string}.share`> extends infer P ? (P extends `${infer R extends Resource}.share` ? R : never) : never

/** One's own; a shared one also for who may share. To others it does not exist (`not-found`). */
export const requireKeptBy = (ctx: CommandContext, kind: Shareable, kept: Kept): void => {
  if (kept.ownerId !== ctx.viewer.userId && (kept.roleId === null || !ctx.may(`${kind}.share`))) refuse('not-found', { resource: kind })
}

/** A role with which the viewer may share; none for what stays one's own. */
export const requireRoleToShare = (ctx: CommandContext, kind: Shareable, roleId: string | null): void => {
  if (roleId === null) return
  ctx.require(`${kind}.share`)
  ctx.orNotFound(ctx.tx.row('role', roleId), 'role')
}

/** Roles with which the viewer can share, by name; none for who may not. */
export const rolesToShareWith = async (q: QueryContext, kind: Shareable): Promise<{ id: string; name: string }[]> => {
  if (!q.may(`${kind}.share`)) return []
  const { language } = q.viewer
  return q.db
    .selectFrom('role as r')
    .select(['r.id', nameIn(language, 'role', 'r').as('name')])
    .orderBy(orderOfNames(language, 'role', 'r'))
    .orderBy('r.id')
    .execute()
}
