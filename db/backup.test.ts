// Backups: usable copies of a database in use, whole or not there at all. Rule U50 of backups.
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, copyWhole, removeUnfinished } from './backup.ts'
import { openReadable } from './open.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'

describe('backups', () => {
  let database: TestDatabase
  let folder: string
  beforeEach(async () => {
    database = await testDatabase()
    folder = path.join(database.folder, 'backups')
  })
  afterEach(() => database.close())
  const setting = (key: string) => database.write.sql.prepare('INSERT INTO setting(key, value) VALUES (?, ?)').run(key, '"kept"')

  it('are whole copies, with what was committed a moment ago', async () => {
    setting('last')
    const file = await backUp(database.write, folder, 'now')
    const copy = openReadable(file)
    expect(copy.sql.prepare("SELECT value FROM setting WHERE key = 'last'").get()).toEqual({ value: '"kept"' })
    copy.close()
    expect(readdirSync(folder).filter((f) => f.startsWith('now') && !/^now\.sqlite(-wal|-shm)?$/.test(f))).toEqual([])
  })

  it('[U50] do not count when they are damaged: nothing is left of them', async () => {
    const torn = { ...database.write, backup: async (target: string) => writeFileSync(target, 'SQLite format 3') }
    await expect(backUp(torn, folder, 'now')).rejects.toThrow('not a database')
    expect(readdirSync(folder)).toEqual([])
  })

  it('[U50] are one file that can be read where nothing may be written', async () => {
    const file = await backUp(database.write, folder, 'now')
    expect(readdirSync(folder)).toEqual(['now.sqlite'])
    const copy = openReadable(file)
    expect(copy.pragma('journal_mode')).toEqual([{ journal_mode: 'delete' }])
    copy.close()
    expect(readdirSync(folder)).toEqual(['now.sqlite'])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('[U50] unfinished ones of an office that was cut off are removed, finished ones and strangers stay', async () => {
    mkdirSync(folder, { recursive: true })
    const left = ['daily-2026-01-01.sqlite.unfinished', 'daily-2026-01-01.sqlite.unfinished-wal', 'daily-2026-01-02.json.unfinished']
    for (const name of [...left, 'daily-2026-01-01.sqlite', 'notes.txt']) writeFileSync(path.join(folder, name), '')
    expect(removeUnfinished(folder).toSorted()).toEqual(left)
    expect(readdirSync(folder).toSorted()).toEqual(['daily-2026-01-01.sqlite', 'notes.txt'])
  })

  it('[U50] a file that cannot be copied whole is not there at all', async () => {
    const there = mkdtempSync(path.join(database.folder, 'there-'))
    await expect(copyWhole(path.join(database.folder, 'nothing'), path.join(there, 'copy'))).rejects.toThrow('ENOENT')
    expect(readdirSync(there)).toEqual([])
  })

  it('replace an unfinished one of before', async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'now.sqlite.unfinished'), 'cut off')
    await backUp(database.write, folder, 'now')
    expect(readdirSync(folder)).toEqual(['now.sqlite'])
  })

  it('say when the folder cannot be written', async () => {
    writeFileSync(folder, 'a file where the folder should be')
    await expect(backUp(database.write, folder, 'now')).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})
