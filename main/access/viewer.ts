// Who is asking and what they may: permissions and scopes of all their roles together, and the scope as a condition on rows.
import { sql, type RawBuilder } from 'kysely'
import { allPermissions, ownedResources, SCOPES, type OwnedResource, type Permission, type Scopes } from '../../preload/contract/access.ts'
import type { Access } from '../../preload/contract/define/index.ts'
import type { ReadableDb, Sql } from '../../db/open.ts'

export type Viewer = {
  userId: string
  login: string
  name: string
  language: 'zh' | 'en'
  departmentId: string | null
  /** '/root/child/' of the user's department; null without one. */
  departmentPath: string | null
  permissions: ReadonlySet<Permission>
  scopes: Scopes
}

const everyScope = (): Scopes => Object.fromEntries(ownedResources.map((r) => [r, 'all'])) as Scopes

/** The office itself, for founding and demonstration only: no person can sign in as it. */
export const officeItself: Viewer = {
  userId: '00000000-0000-7000-8000-000000000000',
  login: 'office',
  name: 'office',
  language: 'zh',
  departmentId: null,
  departmentPath: null,
  permissions: new Set(allPermissions),
  scopes: everyScope(),
}

/** Reads a user's rights; undefined when the user does not exist or is switched off. */
export const loadViewer = async (db: ReadableDb, userId: string): Promise<Viewer | undefined> => {
  const user = await db
    .selectFrom('user as u')
    .leftJoin('department as d', 'd.id', 'u.departmentId')
    .select(['u.id', 'u.login', 'u.name', 'u.language', 'u.departmentId', 'd.path', 'u.active'])
    .where('u.id', '=', userId)
    .executeTakeFirst()
  if (!user || user.active !== 1) return undefined
  const roles = await db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select(['r.code', 'r.permissions', 'r.scopes'])
    .where('ur.userId', '=', userId)
    .execute()
  // The owner's role is everything there is, also what a later version has added.
  const owner = roles.some((r) => r.code === 'owner')
  const permissions = new Set<Permission>(owner ? allPermissions : [])
  const scopes: Scopes = owner ? everyScope() : {}
  for (const role of roles) {
    for (const p of JSON.parse(role.permissions) as Permission[]) permissions.add(p)
    const given = JSON.parse(role.scopes) as Scopes
    for (const r of ownedResources) {
      const mine = scopes[r]
      const more = given[r]
      if (more && (!mine || SCOPES.indexOf(more) > SCOPES.indexOf(mine))) scopes[r] = more
    }
  }
  return {
    userId: user.id,
    login: user.login,
    name: user.name,
    language: user.language === 'en' ? 'en' : 'zh',
    departmentId: user.departmentId,
    departmentPath: user.path,
    permissions,
    scopes,
  }
}

export const may = (viewer: Viewer, access: Access): boolean =>
  access === 'signed-in' ||
  (access === 'office' ? viewer.userId === officeItself.userId : access !== 'founding' && viewer.permissions.has(access))

export type Owned = { ownerId: string | null; departmentId: string | null }

/** Whether one row is in the viewer's scope. `pathOf` gives a department's path. Without any scope a role sees its own rows only. */
export const inScope = (
  viewer: Viewer,
  resource: OwnedResource,
  row: Owned,
  pathOf: (departmentId: string) => string | undefined,
): boolean => {
  const scope = viewer.scopes[resource] ?? 'own'
  if (scope === 'all' || row.ownerId === viewer.userId) return true
  if (scope === 'own' || row.departmentId === null || viewer.departmentId === null || viewer.departmentPath === null) return false
  if (scope === 'department') return row.departmentId === viewer.departmentId
  return pathOf(row.departmentId)?.startsWith(viewer.departmentPath) ?? false
}

/** For `inScope`: the path of a department, undefined when there is none of that id. Each is read once: it is for one answer or one step of a command. */
export const departmentPaths = (connection: Sql): ((departmentId: string) => string | undefined) => {
  const known = new Map<string, string | undefined>()
  return (id) => {
    if (!known.has(id))
      known.set(id, (connection.prepare('SELECT path FROM department WHERE id = ?').get(id) as { path: string } | undefined)?.path)
    return known.get(id)
  }
}

/** The same rule as a condition on rows; `owner` and `department` are column references such as 'c.ownerId'. Undefined: everything is visible. */
export const scopeCondition = (
  viewer: Viewer,
  resource: OwnedResource,
  owner: string,
  department: string,
): RawBuilder<boolean> | undefined => {
  const scope = viewer.scopes[resource] ?? 'own'
  if (scope === 'all') return undefined
  const mine = sql<boolean>`${sql.ref(owner)} = ${viewer.userId}`
  if (scope === 'own' || viewer.departmentId === null || viewer.departmentPath === null) return sql<boolean>`(${mine})`
  if (scope === 'department') return sql<boolean>`(${mine} or ${sql.ref(department)} = ${viewer.departmentId})`
  return sql<boolean>`(${mine} or ${sql.ref(department)} in (select id from department where substr(path, 1, ${viewer.departmentPath.length}) = ${viewer.departmentPath}))`
}
