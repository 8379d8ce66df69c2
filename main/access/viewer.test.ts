// Scope: the condition on rows and the check of one row say the same, whatever the tree of departments.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { SCOPES } from '../../preload/contract/access.ts'
import { derivedId, newId } from '../../preload/contract/vocabulary/ids.ts'
import { inScope, loadViewer, may, officeItself, scopeCondition, type Viewer } from './viewer.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  database.write.sql.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, ownerId TEXT, departmentId TEXT) STRICT')
})
afterAll(() => database.close())

const ROOT = newId()
const users = [1, 2, 3].map((n) => derivedId(ROOT, `user ${n}`))
const departmentId = (n: number) => derivedId(ROOT, `department ${n}`)

test('[SEC43] a row is in the scope condition exactly when inScope says so, for random trees, scopes and rows', async () => {
  const choice = fc.record({
    // The parent of department n is one before it, or none.
    parents: fc.array(fc.nat(8), { minLength: 1, maxLength: 8 }),
    home: fc.option(fc.nat(7), { nil: null }),
    scope: fc.constantFrom(...SCOPES, undefined),
    rows: fc.array(fc.tuple(fc.option(fc.nat(2), { nil: null }), fc.option(fc.nat(7), { nil: null })), { minLength: 1, maxLength: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(choice, async ({ parents, home, scope, rows }) => {
      database.write.sql.exec('DELETE FROM thing; DELETE FROM department')
      const tx = writableDb(database.write, 0)
      const paths: string[] = []
      parents.forEach((p, n) => {
        const parent = p < n ? p : null
        paths.push(`${parent === null ? '/' : paths[parent]}${departmentId(n)}/`)
        const parentId = parent === null ? null : departmentId(parent)
        tx.put('department', { id: departmentId(n), name: 'x', nameEn: '', parentId, path: paths[n]!, revision: 1 })
      })
      const within = (n: number | null) => (n === null ? null : n % parents.length)
      const at = within(home)
      const viewer: Viewer = {
        ...officeItself,
        userId: users[0]!,
        departmentId: at === null ? null : departmentId(at),
        departmentPath: at === null ? null : paths[at]!,
        scopes: scope === undefined ? {} : { deal: scope },
      }
      const things = rows.map(([owner, department], id) => {
        const n = within(department)
        return { id, ownerId: owner === null ? null : users[owner]!, departmentId: n === null ? null : departmentId(n) }
      })
      for (const t of things) database.write.sql.prepare('INSERT INTO thing VALUES (?,?,?)').run(t.id, t.ownerId, t.departmentId)
      const pathOf = (id: string) => paths[parents.findIndex((_, n) => departmentId(n) === id)]
      const condition = scopeCondition(viewer, 'deal', 't.ownerId', 't.departmentId') ?? sql<boolean>`1`
      const seen = await sql<{ id: number }>`select id from thing t where ${condition} order by id`.execute(database.write.kysely)
      expect(seen.rows.map((r) => r.id)).toEqual(things.filter((t) => inScope(viewer, 'deal', t, pathOf)).map((t) => t.id))
    }),
    { numRuns: 300 },
  )
})

test('[U7] [SEC42] rights of several roles add up: every permission of each, the widest scope of each resource', async () => {
  const tx = writableDb(database.write, 0)
  const id = newId()
  tx.put('user', {
    id,
    login: 'two-roles',
    name: 'x',
    nameEn: '',
    email: '',
    phone: '',
    departmentId: null,
    language: 'en',
    active: 1,
    createdAt: '',
    revision: 1,
  })
  const role = (permissions: string[], scopes: object) => {
    const roleId = newId()
    tx.put('role', {
      id: roleId,
      code: null,
      name: roleId,
      nameEn: '',
      permissions: JSON.stringify(permissions),
      scopes: JSON.stringify(scopes),
      revision: 1,
    })
    tx.put('user_role', { id: newId(), userId: id, roleId })
  }
  role(['deal.view', 'customer.view'], { deal: 'department-below', customer: 'own' })
  role(['deal.view', 'rate.edit'], { deal: 'department', customer: 'all' })
  const viewer = (await loadViewer(database.read.kysely, id))!
  expect([...viewer.permissions].sort()).toEqual(['customer.view', 'deal.view', 'rate.edit'])
  expect(viewer.scopes).toEqual({ deal: 'department-below', customer: 'all' })
  expect([may(viewer, 'rate.edit'), may(viewer, 'profit.view'), may(viewer, 'signed-in'), may(viewer, 'founding')]).toEqual([
    true,
    false,
    true,
    false,
  ])
  tx.patch('user', id, { active: 0 })
  expect(await loadViewer(database.read.kysely, id)).toBeUndefined()
})
