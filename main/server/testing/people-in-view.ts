// People of the demonstration company who ask over HTTP, and the oracle of what is in their view: own, of my department, of it and those below, all.
import { resources, type OwnedResource, type Resource, type Scopes } from '../../../preload/contract/access.ts'
import { openSession } from '../../access/sessions.ts'
import type { RehearsedCompany } from './rehearsed-company.ts'

export type Person = { id: string; token: string; permissions: ReadonlySet<string>; scopes: Scopes; departmentId: string; path: string }
/** Whose a row is. */
export type Owner = { ownerId: string | null; departmentId: string | null; path: string | null }

/** A person of the company with a session. */
export const personNamed = ({ hub }: RehearsedCompany, login: string): Person => {
  const row = hub.database.write.sql
    .prepare(
      `SELECT u.id, u.departmentId, d.path, r.permissions, r.scopes FROM user u JOIN department d ON d.id = u.departmentId
       JOIN user_role ur ON ur.userId = u.id JOIN role r ON r.id = ur.roleId WHERE u.login = ?`,
    )
    .get(login) as { id: string; departmentId: string; path: string; permissions: string; scopes: string }
  const { token } = openSession(hub.database.write, row.id, 'test', new Date().toISOString())
  return { ...row, token, permissions: new Set(JSON.parse(row.permissions) as string[]), scopes: JSON.parse(row.scopes) as Scopes }
}

/** Leaves a person's role its rights, over nothing but what is one's own; gives what takes that back. */
export const narrowed = ({ hub }: RehearsedCompany, me: Person): (() => void) => {
  const { sql } = hub.database.write
  const before = sql.prepare('SELECT r.id, r.scopes FROM role r JOIN user_role ur ON ur.roleId = r.id WHERE ur.userId = ?').all(me.id) as {
    id: string
    scopes: string
  }[]
  const write = (roles: { id: string; scopes: string }[]) => {
    for (const { id, scopes } of roles) sql.prepare('UPDATE role SET scopes = ? WHERE id = ?').run(scopes, id)
    hub.changed('role')
  }
  write(before.map(({ id }) => ({ id, scopes: '{}' })))
  me.scopes = {}
  return () => write(before)
}

/** Whose every owned row and open item is, by table and id. */
export const ownersIn = ({ hub, ownedTables }: RehearsedCompany): ReadonlyMap<string, Owner> => {
  const { sql } = hub.database.write
  const found = new Map<string, Owner>()
  const keep = (table: string, rows: unknown[]) => {
    for (const { id, ...owner } of rows as ({ id: string } & Owner)[]) found.set(`${table} ${id}`, owner)
  }
  for (const table of ownedTables) {
    const rows = sql.prepare(
      `SELECT t.id, t.ownerId, t.departmentId, d.path FROM "${table}" t LEFT JOIN department d ON d.id = t.departmentId`,
    )
    keep(table, rows.all())
  }
  const items = sql.prepare(
    `SELECT i.ref AS id, o.id AS ownerId, k.id AS departmentId, d.path FROM open_item i LEFT JOIN ledger_key o ON o.key = i.owner
     LEFT JOIN ledger_key k ON k.key = i.department LEFT JOIN department d ON d.id = k.id`,
  )
  keep('open_item', items.all())
  return found
}

/** Whether a row is in a person's view, as plainly as domain.md says it. */
export const inView = (person: Person, resource: Resource | undefined, owner: Owner | undefined): boolean => {
  if (resource === undefined || !resources[resource].owned || owner === undefined || owner.ownerId === null) return true
  const scope = person.scopes[resource as OwnedResource] ?? 'own'
  if (scope === 'all' || owner.ownerId === person.id) return true
  if (scope === 'own') return false
  return scope === 'department' ? owner.departmentId === person.departmentId : (owner.path ?? '').startsWith(person.path)
}
