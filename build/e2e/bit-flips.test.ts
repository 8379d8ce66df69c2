// A disk that changes single bits, on copies of the demonstration company: each flip is noticed, or changes nothing that anybody entered. Rule U50 of backups.
import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { backUp } from '../../db/backup.ts'
import { openReadable, type Connection } from '../../db/open.ts'
import { checkCopy, reading, sha256Of } from '../../main/server/backups/check-copy.ts'
import { minutes, rounds } from '../soak/rounds.ts'
import { newFolder, removeFolders } from './support/office.ts'

const FLIPS = rounds(10, 2000)
/**
 * What is compared with nothing: the search index, which is made anew from the records; what desks and the office remember for themselves; and texts beside
 * the postings, whose amounts the ledger's sums hold together; where in the trail an entry of the change log belongs (the trail tells that); what the
 * office keeps of each unit for desks, its version and whose it is; and what is there before anybody enters anything.
 */
const DERIVED =
  /^(search_|sync_unit|party_mark|user_state|session|sign_in_place|backup|setting|number_series|open_item|posting|journal|ledger_key|change|account|milestone_template|sqlite_)/
/** Columns that are made of others: keys of comparison. */
const KEPT_KEY = /(Key|Fold)$/

const folder = newFolder()
afterAll(removeFolders)

/** A fingerprint of every table, without the keys that are made of its texts. */
const contentOf = (books: Connection): Record<string, string> =>
  Object.fromEntries(
    (books.sql.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as { name: string }[]).map(({ name }) => {
      const columns = (books.sql.prepare('SELECT name FROM pragma_table_info(?)').all(name) as { name: string }[])
        .map((column) => column.name)
        .filter((column) => !KEPT_KEY.test(column))
      const hash = createHash('sha256')
      for (const row of books.sql.iterate(`SELECT ${columns.map((c) => `"${c}"`).join()} FROM "${name}"`, []))
        hash.update(JSON.stringify(row))
      return [name, hash.digest('hex')]
    }),
  )
/** Turns one bit over, and back with the same call. */
const flip = (file: string, at: number, bit: number): void => {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, at)
  writeSync(handle, Buffer.of(byte[0]! ^ (1 << bit)), 0, 1, at)
  closeSync(handle)
}

test(
  '[U50] random bits of a real database: a copy that changes after it was made is always noticed, one made of changed books by what stands in it',
  async () => {
    const books = openReadable(path.join(inject('demonstration'), 'company.sqlite'))
    const whole = await backUp(books, folder, 'whole')
    books.close()
    const sha256 = sha256Of(whole)
    expect(checkCopy(whole, sha256)).toMatchObject({ finding: null })
    const before = reading(whole, contentOf)
    const { size } = statSync(whole)
    const file = path.join(folder, 'flipped.sqlite')
    copyFileSync(whole, file)
    const counts: Record<string, number> = {}
    const missed: string[] = []
    for (let n = 0; n < FLIPS; n++) {
      const [at, bit] = [Math.floor(Math.random() * size), Math.floor(Math.random() * 8)]
      flip(file, at, bit)
      expect(checkCopy(file, sha256).finding).toBe('changed')
      // As if the bit had changed before the copy was made: its bytes say nothing then.
      const { finding } = checkCopy(file, null)
      const differs = finding === null ? reading(file, contentOf) : undefined
      const tables = Object.keys(before).filter((table) => differs !== undefined && differs[table] !== before[table])
      const told = finding ?? (tables.length === 0 ? 'unused space' : tables.every((table) => DERIVED.test(table)) ? 'derived' : 'missed')
      counts[told] = (counts[told] ?? 0) + 1
      if (told === 'missed') missed.push(`byte ${at}, bit ${bit}: ${tables.join()}`)
      flip(file, at, bit)
    }
    expect(missed).toEqual([])
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(FLIPS)
    expect(sha256Of(file)).toBe(sha256)
    console.log(`${FLIPS} flipped bits: ${JSON.stringify(counts)}`)
  },
  minutes(2),
)
