// Who holds the owner's role, and what only they decide: to hold every right is not to be an owner. Rules U8, U32, U33 of SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { officeItself } from '../../access/viewer.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { ownersRights } from './seeds.ts'

/** Whether this user holds the owner's role. */
export const holdsOwnerRole = async (db: ReadableDb, userId: string): Promise<boolean> =>
  (await db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select('ur.id')
    .where('ur.userId', '=', userId)
    .where('r.code', '=', 'owner')
    .executeTakeFirst()) !== undefined

/** Refuses `owners-only` unless whoever gives the command holds the owner's role; the office itself founds companies with their first owner. */
export const requireOwner = async ({ db, viewer: { userId } }: CommandContext): Promise<void> => {
  if (userId !== officeItself.userId && !(await holdsOwnerRole(db, userId))) refuse('owners-only', {})
}

/** Refuses `last-owner` when nobody else is an active owner: called before this user stops being one. */
export const requireAnotherOwner = async (db: ReadableDb, userId: string): Promise<void> => {
  const other = await db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .innerJoin('user as u', 'u.id', 'ur.userId')
    .select('u.id')
    .where('r.code', '=', 'owner')
    .where('u.active', '=', 1)
    .where('u.id', '<>', userId)
    .executeTakeFirst()
  if (other === undefined) refuse('last-owner', {})
}

/** What of a role matters here; `permissions` as stored. */
type Rights = { code: string | null; permissions: string }
const ownersRightsOf = (roles: readonly Rights[]): readonly Permission[] => {
  if (roles.some((role) => role.code === 'owner')) return ownersRights
  const held = new Set(roles.flatMap((role) => JSON.parse(role.permissions) as Permission[]))
  return ownersRights.filter((p) => held.has(p))
}

/** Refuses `owners-only` when somebody who is no owner would give, by these roles, the owner's role itself or a right that only owners give (U33). */
export const requireMayGive = async (ctx: CommandContext, before: readonly Rights[], after: readonly Rights[]): Promise<void> => {
  const had = ownersRightsOf(before)
  const makesOwner = after.some((role) => role.code === 'owner')
  if (makesOwner || ownersRightsOf(after).some((p) => !had.includes(p))) await requireOwner(ctx)
}

/** The roles of a user who may sign in; none of one who is switched off. */
export const activeRolesOf = (db: ReadableDb, userId: string): Promise<Rights[]> =>
  db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .innerJoin('user as u', 'u.id', 'ur.userId')
    .select(['r.code', 'r.permissions'])
    .where('ur.userId', '=', userId)
    .where('u.active', '=', 1)
    .execute()

/** Refuses `owners-only` unless an owner takes over the account of an owner, or of somebody with rights that only owners give. */
export const requireMayTakeOver = async (ctx: CommandContext, userId: string): Promise<void> => {
  const roles = await ctx.db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select(['r.code', 'r.permissions'])
    .where('ur.userId', '=', userId)
    .execute()
  await requireMayGive(ctx, [], roles)
}
