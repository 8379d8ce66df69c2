// People, departments and delegations as they are today, read once for a question about who is asked.
import type { ReadableDb } from '../../../db/open.ts'
import type { Language } from '../../../preload/contract/names/define.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { Department, Organisation, Person } from './rules.ts'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'

export const readOrganisation = async (
  db: ReadableDb,
  today: IsoDate,
  language: Language = 'zh',
): Promise<Organisation & { roles: ReadonlyMap<string, string> }> => {
  const users = await db
    .selectFrom('user as u')
    .select(['u.id', nameIn(language, 'user', 'u').as('name'), 'u.active'])
    .orderBy(orderOfNames(language, 'user', 'u'))
    .orderBy('u.id')
    .execute()
  const roles = await db
    .selectFrom('role as r')
    .select(['r.id', 'r.code', nameIn(language, 'role', 'r').as('name'), 'r.permissions'])
    .execute()
  const links = await db.selectFrom('user_role').select(['userId', 'roleId']).execute()
  const departments = await db.selectFrom('department').select(['id', 'parentId', 'headId', 'path']).execute()
  const delegations = await db
    .selectFrom('delegation')
    .select(['fromUserId', 'toUserId'])
    .where('active', '=', 1)
    .where('fromDate', '<=', today)
    .where('toDate', '>=', today)
    .orderBy('id')
    .execute()
  const roleById = new Map(
    roles.map((r) => [
      r.id,
      { owner: r.code === 'owner', decides: r.code === 'owner' || (JSON.parse(r.permissions) as string[]).includes('approval.decide') },
    ]),
  )
  const roleIds = new Map<string, Set<string>>()
  for (const { userId, roleId } of links) roleIds.set(userId, (roleIds.get(userId) ?? new Set()).add(roleId))
  const people = new Map<string, Person>(
    users.map((u) => {
      const mine = roleIds.get(u.id) ?? new Set<string>()
      const held = [...mine].map((id) => roleById.get(id))
      return [
        u.id,
        {
          id: u.id,
          name: u.name,
          active: u.active === 1,
          decides: held.some((r) => r?.decides),
          owner: held.some((r) => r?.owner),
          roleIds: mine,
        },
      ]
    }),
  )
  const standIns = new Map<string, string[]>()
  for (const d of delegations) standIns.set(d.fromUserId, [...new Set([...(standIns.get(d.fromUserId) ?? []), d.toUserId])])
  return {
    people,
    departments: new Map<string, Department>(departments.map(({ id, ...d }) => [id, d])),
    standIns,
    roles: new Map(roles.map((r) => [r.id, r.name])),
  }
}
