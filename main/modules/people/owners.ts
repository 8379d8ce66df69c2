// Who holds the owner's role, so that the company never stands without one.
import type { ReadableDb } from '../../../db/open.ts'
import { refuse } from '../../../preload/contract/refusals.ts'

/** Whether this user holds the owner's role. */
export const holdsOwnerRole = async (db: ReadableDb, userId: string): Promise<boolean> =>
  (await db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select('ur.id')
    .where('ur.userId', '=', userId)
    .where('r.code', '=', 'owner')
    .executeTakeFirst()) !== undefined

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
