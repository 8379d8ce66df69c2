// put, patch, remove: what they write, what they capture, and that reading connections cannot write at all.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdLock, isOpenElsewhere, openReadable } from './open.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'
import { writableDb, type WritableDb } from './tx.ts'
import { copyFileSync } from 'node:fs'
import path from 'node:path'

describe('tx', () => {
  let database: TestDatabase
  let tx: WritableDb
  beforeEach(async () => {
    database = await testDatabase()
    tx = writableDb(database.write, 7)
  })
  afterEach(() => database.close())

  const department = { id: 'd1', name: '业务部', nameEn: 'Sales', parentId: null, path: '/d1/', revision: 1, headId: null }
  const user = {
    id: 'u1',
    login: 'li',
    name: '李',
    nameEn: '',
    email: '',
    phone: '',
    departmentId: null,
    language: 'zh',
    active: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    revision: 1,
  }
  const changes = () =>
    (
      database.write.sql.prepare('SELECT pos, tableName, rowId, kind, before, after FROM change ORDER BY id').all() as {
        before: string | null
        after: string | null
      }[]
    ).map((c) => ({ ...c, before: c.before && JSON.parse(c.before), after: c.after && JSON.parse(c.after) }))

  it('put inserts and captures the row', () => {
    tx.put('department', department)
    expect(tx.row('department', 'd1')).toMatchObject(department)
    expect(changes()).toEqual([{ pos: 7, tableName: 'department', rowId: 'd1', kind: 'put', before: null, after: department }])
    expect([...tx.touched]).toEqual(['department'])
    expect(() => tx.put('department', department)).toThrow('UNIQUE')
  })

  it('patch changes and captures only the columns that differ', () => {
    tx.put('department', department)
    expect(tx.patch('department', 'd1', { name: '一部', nameEn: 'Sales', revision: 2 })).toBe(true)
    expect(tx.row('department', 'd1')).toMatchObject({ ...department, name: '一部', revision: 2 })
    expect(changes()[1]).toEqual({
      pos: 7,
      tableName: 'department',
      rowId: 'd1',
      kind: 'patch',
      before: { name: '业务部', revision: 1 },
      after: { name: '一部', revision: 2 },
    })
  })

  it('patch writes nothing when nothing differs, and says when there is no such row', () => {
    tx.put('department', department)
    expect(tx.patch('department', 'd1', { name: department.name })).toBe(true)
    expect(tx.patch('department', 'nobody', { name: 'x' })).toBe(false)
    expect(changes().length).toBe(1)
  })

  it('patch can empty a column', () => {
    tx.put('user', user)
    tx.put('department', department)
    tx.patch('user', 'u1', { departmentId: 'd1' })
    tx.patch('user', 'u1', { departmentId: null })
    expect(tx.row('user', 'u1')?.departmentId).toBeNull()
    expect(changes().at(-1)).toMatchObject({ before: { departmentId: 'd1' }, after: { departmentId: null } })
  })

  it('remove deletes and captures what was there', () => {
    tx.put('department', department)
    expect(tx.remove('department', 'd1')).toBe(true)
    expect(tx.remove('department', 'd1')).toBe(false)
    expect(tx.row('department', 'd1')).toBeUndefined()
    expect(changes()[1]).toEqual({ pos: 7, tableName: 'department', rowId: 'd1', kind: 'remove', before: department, after: null })
  })

  it('[SEC50] secrets are captured without their content', () => {
    tx.put('user', user)
    tx.put('credential', { userId: 'u1', hash: 'CANARY-1', failures: 0, waitUntil: null })
    tx.patch('credential', 'u1', { hash: 'CANARY-2' })
    tx.remove('credential', 'u1')
    expect(JSON.stringify(changes())).not.toContain('CANARY')
    expect(changes().map((c) => (c as unknown as { tableName: string }).tableName)).toEqual([
      'user',
      'credential',
      'credential',
      'credential',
    ])
  })

  it('a value with quotes, and a name that is a word of SQL, are data', () => {
    const nasty = `'; DROP TABLE user; -- "`
    tx.put('department', { ...department, name: nasty })
    tx.patch('department', 'd1', { nameEn: nasty })
    expect(tx.row('department', 'd1')).toMatchObject({ name: nasty, nameEn: nasty })
  })

  it('a reading connection refuses every write', () => {
    for (const text of ["INSERT INTO setting(key, value) VALUES ('a', '1')", 'DELETE FROM setting', 'DROP TABLE setting'])
      expect(() => database.read.sql.exec(text)).toThrow(/readonly/i)
  })

  it('[U45] a database that is open is known by itself, whatever became of the lock beside it', () => {
    expect(isOpenElsewhere(path.join(database.folder, 'nothing.sqlite'))).toBe(false)
    expect(isOpenElsewhere(database.file)).toBe(true)
    const copy = path.join(database.folder, 'copy.sqlite')
    copyFileSync(database.file, copy)
    copyFileSync(`${database.file}-wal`, `${copy}-wal`)
    expect(isOpenElsewhere(copy)).toBe(false)
    const open = openReadable(copy)
    open.sql.prepare('SELECT count(*) FROM setting').get()
    expect(isOpenElsewhere(copy)).toBe(true)
    open.close()
    expect(isOpenElsewhere(copy)).toBe(false)
  })

  it('a lock is held once, and given back', () => {
    const file = path.join(database.folder, 'office.lock')
    const mine = holdLock(file)
    expect(mine).not.toBeNull()
    expect(holdLock(file)).toBeNull()
    mine!.release()
    const again = holdLock(file)
    expect(again).not.toBeNull()
    again!.release()
  })
})
