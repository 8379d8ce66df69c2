// Opens a company's database. The only importer of better-sqlite3; everything else sees ReadableDb or WritableDb.
import Sqlite from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { Kysely, SqliteDialect } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** What queries get: reading only. The connection behind it is opened read-only, so a slip is refused by SQLite too. */
export type ReadableDb = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn' | 'dynamic'>

/** Prepared statements by their text: a command runs some thirty statements, preparing them anew would cost more than running them. */
export type Statement = {
  run(...args: unknown[]): { changes: number; lastInsertRowid: number | bigint }
  get(...args: unknown[]): unknown
  all(...args: unknown[]): unknown[]
}
export type Sql = {
  prepare(text: string): Statement
  exec(text: string): void
  /** Row by row, for exports of any size; its statement is its own, so the same text may be read elsewhere meanwhile. */
  iterate(text: string, values: readonly unknown[]): IterableIterator<Record<string, unknown>>
}

export type Connection = {
  readonly sql: Sql
  readonly kysely: Kysely<Tables>
  readonly inTransaction: () => boolean
  close(): void
  pragma(text: string): unknown
  backup(target: string): Promise<void>
}

/** Above this many different texts the oldest prepared statement goes: filters of lists make new texts now and then. */
const CACHE = 600

const connect = (file: string, readonly: boolean): Connection => {
  const db = new Sqlite(file, { readonly, fileMustExist: readonly })
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  db.pragma('cache_size = -65536')
  db.pragma('temp_store = MEMORY')
  db.pragma('mmap_size = 1073741824')
  if (!readonly) {
    db.pragma('journal_mode = WAL')
    // FULL: an outcome told to a person is on the disk (S9). A checkpoint inside a command would cost its p99, so they run when idle.
    db.pragma('synchronous = FULL')
    db.pragma('wal_autocheckpoint = 10000')
  }
  const cache = new Map<string, Sqlite.Statement<unknown[]>>()
  const prepare = (text: string) => {
    const known = cache.get(text)
    if (known) return known
    const made = db.prepare<unknown[]>(text)
    if (cache.size >= CACHE) cache.delete(cache.keys().next().value!)
    cache.set(text, made)
    return made
  }
  const kysely = new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        prepare: (text: string) => prepare(text) as never,
        close: () => {},
      },
    }),
  })
  return {
    sql: {
      prepare,
      exec: (text) => void db.exec(text),
      iterate: (text, values) => db.prepare<unknown[]>(text).iterate(...values) as IterableIterator<Record<string, unknown>>,
    },
    kysely,
    inTransaction: () => db.inTransaction,
    close: () => db.close(),
    pragma: (text) => db.pragma(text),
    backup: async (target) => void (await db.backup(target)),
  }
}

/** A writing connection; one per process (architecture: writes go one at a time). Makes the file when it is not there. */
export const openWritable = (file: string): Connection => connect(file, false)
/** A reading connection on an existing database. */
export const openReadable = (file: string): Connection => connect(file, true)

export type DatabaseState =
  | { state: 'absent' }
  | { state: 'damaged'; reason: string }
  | { state: 'foreign' }
  | { state: 'present'; version: number }

/** Marks the file as ours ('TWND'), so that a stranger's SQLite file is never migrated. */
export const APPLICATION_ID = 0x54574e44

/** Looks at a database file without changing it. */
export const inspect = (file: string): DatabaseState => {
  if (!existsSync(file)) return { state: 'absent' }
  let db: Sqlite.Database | undefined
  try {
    db = new Sqlite(file, { readonly: true })
    const version = db.pragma('user_version', { simple: true }) as number
    const application = db.pragma('application_id', { simple: true }) as number
    const check = db.pragma('quick_check(1)', { simple: true }) as string
    if (check !== 'ok') return { state: 'damaged', reason: check }
    if (application !== APPLICATION_ID) return { state: 'foreign' }
    return { state: 'present', version }
  } catch (error) {
    return { state: 'damaged', reason: error instanceof Error ? error.message : String(error) }
  } finally {
    db?.close()
  }
}
