// Records against their history: what commands and upgrades wrote agrees, what changed past them differs and is named. Rule U50 of backups.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentFaults, faultText, tablesWritten } from './content-check.ts'
import { openWritable, type Connection } from './open.ts'
import { migrate, migrations } from './schema/migrations.ts'
import { writableDb } from './tx.ts'

let folder: string
let books: Connection
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tradewind-content-'))
  books = openWritable(path.join(folder, 'company.sqlite'))
  books.pragma('synchronous = OFF')
})
afterEach(() => {
  books.close()
  rmSync(folder, { recursive: true, force: true })
})
const upTo = (version: number) => migrations.filter((m) => m.version <= version)
const none = async () => undefined
const found = () => contentFaults(books.sql, 10).map(faultText)
const department = (id: string) => ({ id, name: '业务部', nameEn: 'Sales', parentId: null, path: `/${id}/`, revision: 1, headId: null })

describe('[U50] records and their history', () => {
  it('agree after rows were put, changed and removed', async () => {
    await migrate(books, none)
    const tx = writableDb(books, 1)
    tx.put('department', department('d1'))
    tx.put('department', department('d2'))
    tx.patch('department', 'd1', { name: '销售部', revision: 2 })
    tx.remove('department', 'd2')
    expect(found()).toEqual([])
  })

  it('differ where a cell, a row or a removal is not what was written', async () => {
    await migrate(books, none)
    const tx = writableDb(books, 1)
    for (const id of ['d1', 'd2', 'd3']) tx.put('department', department(id))
    tx.remove('department', 'd3')
    books.sql.exec("UPDATE department SET nameEn = 'Sale' WHERE id = 'd1'; DELETE FROM department WHERE id = 'd2'")
    books.sql.exec("INSERT INTO department(id, name, nameEn, path, revision) VALUES ('d3', 'x', '', '/d3/', 1)")
    expect(found()).toEqual(['department d1: nameEn was "Sales"', 'department d2: is gone', 'department d3: is there, and was removed'])
    expect(contentFaults(books.sql, 2)).toHaveLength(2)
  })

  it('an upgrade may write past the log: what it wrote becomes history, and damage that was there before stays damage', async () => {
    const role = { id: 'r1', code: 'administrator', name: 'a', nameEn: '', permissions: '[]', scopes: '{}', revision: 1 }
    await migrate(books, none, upTo(260))
    const tx = writableDb(books, 1)
    tx.put('role', role)
    tx.put('role', { ...role, id: 'r2', code: null })
    books.sql.exec("UPDATE role SET scopes = '{ }' WHERE id = 'r2'")
    expect(found()).toEqual(['role r2: scopes was "{}"'])
    const grants = {
      version: 9990,
      name: 'grants',
      sql: "UPDATE role SET permissions = '[\"x.view\"]', revision = revision + 1 WHERE id = 'r1'",
    }
    await migrate(books, none, [...upTo(260), grants])
    expect(found()).toEqual(['role r2: scopes was "{}"'])
    books.sql.exec("UPDATE role SET permissions = '[\"all\"]' WHERE id = 'r1'")
    expect(found()).toEqual(['role r1: permissions was "[\\"x.view\\"]"', 'role r2: scopes was "{}"'])
  })

  it('a company of before is taken as its upgrades have left it', async () => {
    await migrate(books, none, upTo(240))
    const tx = writableDb(books, 1)
    tx.put('role', { id: 'r1', code: 'owner', name: 'a', nameEn: '', permissions: '[]', scopes: '{}', revision: 1 } as never)
    await migrate(books, none)
    expect(books.sql.prepare("SELECT json_array_length(permissions) AS n FROM role WHERE id = 'r1'").get()).toMatchObject({
      n: expect.any(Number),
    })
    expect(found()).toEqual([])
  })

  it('knows which tables a migration writes', () => {
    expect(tablesWritten('UPDATE role SET x = 1; insert or ignore into "party"(id) SELECT 1; DELETE FROM deal')).toEqual([
      'role',
      'party',
      'deal',
    ])
    expect(tablesWritten('CREATE INDEX i ON role(id)')).toEqual([])
  })
})
