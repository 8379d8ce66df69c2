// What screens ask about people: who I am, users, roles, departments and what was remembered.
import { sql } from 'kysely'
import { closedThrough } from '../../../db/ledger/periods.ts'
import { allPermissions, type Permission, type ReadyMadeRole, type Scopes } from '../../../preload/contract/access.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { whoMay } from './who-may.ts'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'

const languageOf = (text: string): 'zh' | 'en' => (text === 'en' ? 'en' : 'zh')

/** A setting is changed as it was seen (U22). */
const settingRevision = async (q: QueryContext, key: string): Promise<number | undefined> =>
  (await q.db.selectFrom('setting').select('revision').where('key', '=', key).executeTakeFirst())?.revision

export const peopleQueries = defineQueries({
  me: async (_, q) => {
    const user = q.orNotFound(await q.db.selectFrom('user').selectAll().where('id', '=', q.viewer.userId).executeTakeFirst(), 'user')
    return {
      id: user.id,
      login: user.login,
      name: user.name,
      nameEn: user.nameEn,
      language: languageOf(user.language),
      departmentId: user.departmentId,
      permissions: allPermissions.filter((p) => q.may(p)),
      scopes: q.viewer.scopes,
      company: q.company,
      today: q.today,
      closedThrough: closedThrough(q.sql),
      closedRevision: (await settingRevision(q, 'closedThrough')) ?? 1,
    }
  },
  company: async (_, q) => ({ ...q.company, revision: (await settingRevision(q, 'company')) ?? 1 }),
  user: async ({ id }, q) => {
    const user = q.orNotFound(await q.db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst(), 'user')
    const roles = await q.db.selectFrom('user_role').select('roleId').where('userId', '=', id).orderBy('roleId').execute()
    const { login, name, nameEn, email, phone, departmentId, revision } = user
    return {
      id,
      login,
      name,
      nameEn,
      email,
      phone,
      departmentId,
      roleIds: roles.map((r) => r.roleId),
      language: languageOf(user.language),
      revision,
      active: user.active === 1,
    }
  },
  role: async ({ id }, q) => {
    const role = q.orNotFound(await q.db.selectFrom('role').selectAll().where('id', '=', id).executeTakeFirst(), 'role')
    return {
      id,
      name: role.name,
      nameEn: role.nameEn,
      permissions: JSON.parse(role.permissions) as Permission[],
      scopes: JSON.parse(role.scopes) as Scopes,
      revision: role.revision,
      code: role.code as ReadyMadeRole | null,
    }
  },
  departments: (_, q) =>
    q.db
      .selectFrom('department as d')
      .leftJoin('user as u', 'u.id', 'd.headId')
      .select(['d.id', 'd.name', 'd.nameEn', 'd.parentId', 'd.headId', nameIn(q.viewer.language, 'user', 'u').as('headName'), 'd.revision'])
      .orderBy(orderOfNames(q.viewer.language, 'department', 'd'))
      .orderBy('d.id')
      .execute(),
  'who-may': whoMay,
  remembered: async (_, q) => {
    const rows = await q.db.selectFrom('user_state').select(['key', 'value']).where('userId', '=', q.viewer.userId).execute()
    return Object.fromEntries(rows.map((r) => [r.key, r.value]))
  },
})

export const peopleLists = defineLists({
  users: (_, q) => ({
    from: q.db.selectFrom('user as u').leftJoin('department as d', 'd.id', 'u.departmentId'),
    id: 'u.id',
    fields: {
      login: 'u.login',
      name: 'u.name',
      nameEn: 'u.nameEn',
      department: 'd.name',
      roles: sql`(select group_concat(${nameIn(q.viewer.language, 'role', 'r')}, ', ') from user_role ur join role r on r.id = ur.roleId where ur.userId = u.id)`,
      email: 'u.email',
      phone: 'u.phone',
      active: 'u.active',
      departmentId: 'u.departmentId',
    },
    search: ['u.login', 'u.name', 'u.nameEn', 'u.email', 'u.phone'],
  }),
  roles: (_, q) => ({
    from: q.db.selectFrom('role as r'),
    id: 'r.id',
    fields: {
      name: 'r.name',
      nameEn: 'r.nameEn',
      builtIn: sql`r.code is not null`,
      users: sql`(select count(*) from user_role ur join user u on u.id = ur.userId where ur.roleId = r.id and u.active = 1)`,
      code: 'r.code',
    },
    search: ['r.name', 'r.nameEn'],
  }),
})
