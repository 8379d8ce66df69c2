// The rehearsed company with one person more, whose role and whose records a test moves about.
import { ledgerKey } from '../../../db/ledger/post.ts'
import { writableDb } from '../../../db/tx.ts'
import { allPermissions, ownedResources, type Permission, type Scope } from '../../../preload/contract/access.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { rehearsedCompany } from './rehearsed-company.ts'
import type { HubAnswer, TestHub } from './test-hub.ts'

/** Whose a record is, seen from the person who asks. */
export const RELATIONS = ['own', 'department', 'below', 'elsewhere'] as const
export type Relation = (typeof RELATIONS)[number]
/** The oracle of scopes, as plain as domain.md says it. */
export const SEEN: Record<Scope, readonly Relation[]> = {
  own: ['own'],
  department: ['own', 'department'],
  'department-below': ['own', 'department', 'below'],
  all: ['own', 'department', 'below', 'elsewhere'],
}

/** A row that carries an owner: in an owned table, or an open item of the ledger. */
export type OwnedRow = { table: string; id: string }
export type RightsWorld = {
  hub: TestHub
  /** The person who asks. */
  me: string
  token: string
  /** Gives my role these rights, for every resource the same scope. */
  give(permissions: readonly Permission[], scope: Scope | Partial<Record<string, Scope>>): void
  /** Makes rows belong to somebody in this relation to me; without rows every record there is. */
  place(relation: Relation, rows?: readonly OwnedRow[]): void
  ownedTables: readonly string[]
  /** False: what commands do from now on stays done. */
  rehearse(only: boolean): void
  post(path: string, body: unknown, token?: string | null): Promise<HubAnswer>
  get(path: string, token?: string | null): Promise<HubAnswer>
  close(): Promise<void>
}

/** A hash of nothing: nobody signs in with it. */
const NO_PASSWORD = '$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Two departments, one of them with one below it, and somebody in each; their ids by relation. */
const peopleOf = (hub: TestHub) => {
  const tx = writableDb(hub.database.write, 0)
  const department = (name: string, parent: { id: string; path: string } | null) => {
    const id = newId()
    const path = `${parent?.path ?? '/'}${id}/`
    tx.put('department', { id, name, nameEn: name, parentId: parent?.id ?? null, path, headId: null, revision: 1 })
    return { id, path }
  }
  const mine = department('mine', null)
  const departments = { own: mine, department: mine, below: department('below', mine), elsewhere: department('elsewhere', null) }
  return Object.fromEntries(
    RELATIONS.map((relation) => {
      const { id, token } = hub.user({ permissions: [] })
      tx.patch('user', id, { departmentId: departments[relation].id })
      tx.put('credential', { userId: id, hash: NO_PASSWORD, failures: 0, waitUntil: null })
      return [relation, { id, token, departmentId: departments[relation].id }]
    }),
  ) as Record<Relation, { id: string; token: string; departmentId: string }>
}

export const rightsWorld = async (): Promise<RightsWorld> => {
  const company = await rehearsedCompany()
  const { hub, ownedTables } = company
  const people = peopleOf(hub)
  const { sql } = hub.database.write
  const tx = writableDb(hub.database.write, 0)
  const keys = Object.fromEntries(
    RELATIONS.map((r) => [r, { owner: ledgerKey(tx, people[r].id), department: ledgerKey(tx, people[r].departmentId) }]),
  ) as Record<Relation, { owner: number; department: number }>
  const roleId = (sql.prepare('SELECT roleId FROM user_role WHERE userId = ?').get(people.own.id) as { roleId: string }).roleId

  const place: RightsWorld['place'] = (relation, rows) => {
    const { id, departmentId } = people[relation]
    const { owner, department } = keys[relation]
    if (rows === undefined) {
      for (const table of ownedTables)
        sql.prepare(`UPDATE "${table}" SET ownerId = ?, departmentId = ? WHERE ownerId IS NOT NULL`).run(id, departmentId)
      sql.prepare('UPDATE search_entry SET ownerId = ?, departmentId = ? WHERE ownerId IS NOT NULL').run(id, departmentId)
      sql.prepare('UPDATE open_item SET owner = ?, department = ? WHERE owner IS NOT NULL').run(owner, department)
      return
    }
    for (const row of rows) {
      if (row.table === 'open_item')
        sql.prepare('UPDATE open_item SET owner = ?, department = ? WHERE ref = ?').run(owner, department, row.id)
      else {
        sql.prepare(`UPDATE "${row.table}" SET ownerId = ?, departmentId = ? WHERE id = ?`).run(id, departmentId, row.id)
        sql.prepare('UPDATE search_entry SET ownerId = ?, departmentId = ? WHERE id = ?').run(id, departmentId, row.id)
      }
    }
  }
  const give: RightsWorld['give'] = (permissions, scope) => {
    const scopes = typeof scope === 'string' ? Object.fromEntries(ownedResources.map((r) => [r, scope])) : scope
    sql.prepare('UPDATE role SET permissions = ?, scopes = ? WHERE id = ?').run(JSON.stringify(permissions), JSON.stringify(scopes), roleId)
    hub.changed('role')
  }
  give(allPermissions, 'all')
  place('own')
  company.rehearse()
  const { token } = people.own
  return {
    hub,
    me: people.own.id,
    token,
    give,
    place,
    ownedTables,
    rehearse: (only) => (only ? company.rehearse() : company.perform()),
    post: (path, body, as = token) => company.post(path, body, as),
    get: (path, as = token) => company.get(path, as),
    close: company.close,
  }
}
