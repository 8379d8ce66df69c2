// Backups: usable copies of a database in use, checked before they count; one a day, thirty days long.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, backUpDaily } from './backup.ts'
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

  it('do not count when their check finds them damaged: nothing is left of them', async () => {
    const damaged = async () => ({ state: 'damaged', reason: 'torn' }) as const
    await expect(backUp(database.write, folder, 'now', damaged)).rejects.toThrow('the backup is damaged')
    expect(readdirSync(folder)).toEqual([])
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

  it('are made once a day; the oldest beyond thirty go, those before upgrades never', async () => {
    mkdirSync(folder, { recursive: true })
    const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`
    for (let n = 1; n <= 30; n++) writeFileSync(path.join(folder, `daily-${day(n)}.sqlite`), '')
    writeFileSync(path.join(folder, 'before-upgrade-10-2020.sqlite'), '')
    expect(await backUpDaily(database.write, folder, day(30))).toBeNull()
    expect(await backUpDaily(database.write, folder, day(31))).toBe(path.join(folder, `daily-${day(31)}.sqlite`))
    expect(existsSync(path.join(folder, `daily-${day(1)}.sqlite`))).toBe(false)
    expect(existsSync(path.join(folder, `daily-${day(2)}.sqlite`))).toBe(true)
    expect(existsSync(path.join(folder, 'before-upgrade-10-2020.sqlite'))).toBe(true)
    expect(readdirSync(folder).filter((f) => f.startsWith('daily-')).length).toBe(30)
  })
})
