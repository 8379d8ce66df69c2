// Contents beside backups, and what nobody refers to any more. Rules FI10, FI13 of files.
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '../../db/testing/database.ts'
import { noteReceived } from '../access/received-contents.ts'
import { collectContents } from './collect.ts'
import { copyContents } from './copy-contents.ts'
import { lackingContents, wantedContents } from './lacking-contents.ts'
import { openFileStore } from './store.ts'

const inFolder = async (work: (folder: string) => Promise<void>) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-contents-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('[FI13] a folder of backups gets what it lacks, without room of its own on one disk, and gives it back', () =>
  inFolder(async (folder) => {
    const [of, beside] = [path.join(folder, 'files'), path.join(folder, 'backups/files')]
    const store = openFileStore(of)
    const first = await store.put(Buffer.from('one'))
    await store.put(Buffer.from('two'))
    expect(await copyContents(of, beside)).toBe(2)
    expect(await copyContents(of, beside)).toBe(0)
    expect(statSync(openFileStore(beside).placeOf(first.sha256)).ino).toBe(statSync(store.placeOf(first.sha256)).ino)
    store.remove(first.sha256)
    expect(await copyContents(beside, of)).toBe(1)
    expect((await store.read(first.sha256)).toString()).toBe('one')
  }))

test('[FI10] what no row refers to goes a day after it came; what one refers to stays', () =>
  inFolder(async (folder) => {
    const database = await testDatabase()
    const store = openFileStore(path.join(folder, 'files'))
    const [kept, old, fresh] = [
      await store.put(Buffer.from('kept')),
      await store.put(Buffer.from('old')),
      await store.put(Buffer.from('fresh')),
    ]
    noteReceived(database.write.sql, { ...kept, type: 'txt', width: null, height: null }, 'u', '2026-01-01T00:00:00.000Z')
    for (const { sha256 } of [kept, old]) utimesSync(store.placeOf(sha256), new Date(0), new Date(0))
    expect(await collectContents(store, database.read.sql, Date.now())).toBe(1)
    expect([kept, old, fresh].map(({ sha256 }) => store.has(sha256))).toEqual([true, false, true])
    database.close()
  }))

test('[FI26] what is missing, too short or changed is named by its file; a changed byte is found by reading all of it', () =>
  inFolder(async (folder) => {
    const database = await testDatabase()
    const { sql } = database.write
    const store = openFileStore(path.join(folder, 'files'))
    const [whole, gone, short, flipped, loose] = await Promise.all(
      ['whole', 'gone', 'short', 'flipped', 'loose'].map((text) => store.put(Buffer.from(text.repeat(9)))),
    )
    const hung = { whole, gone, short, flipped }
    for (const [name, content] of Object.entries(hung)) {
      sql
        .prepare(`INSERT INTO attachment VALUES (?, 'customer', 'r', 'other', ?, '', 1, 0, '', 'u', NULL, NULL, 1)`)
        .run(name, `${name}.pdf`)
      sql
        .prepare(`INSERT INTO attachment_version VALUES (?, ?, 1, ?, ?, ?, 'pdf', NULL, NULL, NULL, '', 'u')`)
        .run(`v ${name}`, name, `${name}.pdf`, content!.sha256, content!.size)
    }
    noteReceived(sql, { ...loose!, type: 'txt', width: null, height: null }, 'u', '2026-01-01T00:00:00.000Z')
    store.remove(gone!.sha256)
    store.remove(loose!.sha256)
    writeFileSync(store.placeOf(short!.sha256), 'x')
    writeFileSync(store.placeOf(flipped!.sha256), 'f'.repeat(flipped!.size))
    const wanted = wantedContents(sql)
    const lacking = async (thoroughly: boolean) => (await lackingContents(store, wanted, thoroughly)).map(({ name, what }) => [name, what])
    expect(await lacking(false)).toEqual([
      ['gone.pdf', 'missing'],
      ['short.pdf', 'damaged'],
    ])
    expect(await lacking(true)).toEqual([
      ['flipped.pdf', 'damaged'],
      ['gone.pdf', 'missing'],
      ['short.pdf', 'damaged'],
    ])
    database.close()
  }))
