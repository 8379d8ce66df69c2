// Who can do what a viewer may not, so that they know whom to ask.
import { sql } from 'kysely'
import { orderOfNames } from '../../../db/names-in-language.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import type { QueryContext } from '../../queries/define-query.ts'

const MOST = 6

/** The users in use with a permission (owners have every one), by name; the first six and how many more there are. */
export const whoMay = async ({ permission }: { permission: Permission }, q: QueryContext) => {
  const users = await q.db
    .selectFrom('user as u')
    .innerJoin('user_role as ur', 'ur.userId', 'u.id')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select(['u.name', 'u.nameEn'])
    .distinct()
    .where('u.active', '=', 1)
    .where((eb) =>
      eb.or([eb('r.code', '=', 'owner'), sql<boolean>`exists (select 1 from json_each(r.permissions) where value = ${permission})`]),
    )
    .orderBy(orderOfNames(q.viewer.language, 'user', 'u'))
    .orderBy('u.id')
    .execute()
  return { users: users.slice(0, MOST), more: Math.max(0, users.length - MOST) }
}
