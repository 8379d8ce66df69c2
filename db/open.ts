// Opens a company's database. The only importer of better-sqlite3; everything else sees ReadableDb or WritableDb.
import Sqlite from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { Kysely } from 'kysely'
import { foldOf, keyOf, type FoldedKind } from './folded-keys.ts'
import { marksOf, type MarkSource } from './reach.ts'
import { partOf } from './share-part.ts'
import type { Tables } from './schema/tables.ts'
import { StableDialect, stable } from './stable-plans.ts'

/** What queries get: reading only. The connection behind it is opened read-only, so a slip is refused by SQLite too. */
export type ReadableDb = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn' | 'dynamic'>

/** Prepared statements by their text: a command runs some thirty statements, preparing them anew would cost more than running them. */
export type Statement = {
  run(...args: unknown[]): { changes: number; lastInsertRowid: number | bigint }
  get(...args: unknown[]): unknown
  all(...args: unknown[]): unknown[]
}
/** A row as its values, in the order of the statement's columns: a page of a list costs a third less so than as objects that are only read once. */
export type RowValues = readonly (string | number | null)[]
export type Sql = {
  prepare(text: string): Statement
  exec(text: string): void
  rows(text: string, values: readonly unknown[]): RowValues[]
  /** The names of the columns that a statement gives. */
  columns(text: string): string[]
  /** Row by row, for exports of any size; its statement is its own, so the same text may be read elsewhere meanwhile. */
  iterate(text: string, values: readonly unknown[]): IterableIterator<RowValues>
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
    // FULL: an outcome told to a person is on the disk (S9).
    db.pragma('synchronous = FULL')
    // A checkpoint inside a command would be waited for: a thread makes them (main/checkpoint-thread.ts), and a commit only when the log has 400 MB all the same.
    db.pragma('wal_autocheckpoint = 100000')
  }
  // For texts whose keys are not kept (db/folded-texts.ts), and for migrations that fill them. Chinese needs the dictionary (db/spelling.ts).
  const onText = (make: (kind: FoldedKind, text: string) => string) => (kind: unknown, text: unknown) =>
    typeof text === 'string' ? make(kind as FoldedKind, text) : null
  db.function('text_key', { deterministic: true }, onText(keyOf))
  const marks = (source: unknown, text: unknown) => (typeof text === 'string' ? JSON.stringify(marksOf(source as MarkSource, text)) : '[]')
  db.function('party_marks', { deterministic: true }, marks)
  db.function('text_fold', { deterministic: true }, onText(foldOf))
  // A part of an amount by weights (a JSON list): each row is cut by itself, as `shareOut` does.
  const part = (amount: unknown, weights: unknown, at: unknown) =>
    amount === null ? null : partOf(Number(amount), String(weights), Number(at))
  db.function('share_part', { deterministic: true }, part)
  const prepareAnew = (text: string) => db.prepare<unknown[]>(stable(text))
  const kept = (make: typeof prepareAnew) => {
    const cache = new Map<string, Sqlite.Statement<unknown[]>>()
    return (text: string) => {
      const known = cache.get(text)
      if (known) return known
      const made = make(text)
      if (cache.size >= CACHE) cache.delete(cache.keys().next().value!)
      cache.set(text, made)
      return made
    }
  }
  const prepare = kept(prepareAnew)
  const prepareRows = kept((text) => prepareAnew(text).raw())
  const kysely = new Kysely<Tables>({
    dialect: new StableDialect({
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
      rows: (text, values) => prepareRows(text).all(...values) as RowValues[],
      columns: (text) =>
        prepareRows(text)
          .columns()
          .map(({ name }) => name),
      iterate: (text, values) =>
        prepareAnew(text)
          .raw()
          .iterate(...values) as IterableIterator<RowValues>,
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
/** Up to this size a full check costs no person any time at the start. */
const QUICK_BYTES = 32 * 1024 * 1024

type Header = { version: number; application: number; isEmpty: boolean }

/** What the first page says, read as bytes: opening a database in WAL mode, even for reading, would leave files beside it. */
const readHeader = (file: string, size: number): Header | 'damaged' => {
  const bytes = Buffer.alloc(108)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(handle)
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'damaged'
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
  if (bytes.readUInt32BE(28) * pageSize > size) return 'damaged'
  return { version: bytes.readUInt32BE(60), application: bytes.readUInt32BE(68), isEmpty: bytes.readUInt16BE(103) === 0 }
}

/** The same by SQLite, which also sees what stands in the write-ahead log of an office that was cut off. */
const readByPragma = (db: Sqlite.Database): Header => ({
  version: db.pragma('user_version', { simple: true }) as number,
  application: db.pragma('application_id', { simple: true }) as number,
  isEmpty: db.prepare('SELECT count(*) AS n FROM sqlite_master').pluck().get() === 0,
})

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * Looks at a database file without changing it or leaving anything beside it. Every page is checked when that is quick, when the office before was cut off,
 * or when `thorough` is asked for; of a large file that was closed well only the first page and the length.
 */
export const inspect = (file: string, thorough = false): DatabaseState => {
  const size = sizeOf(file)
  if (size === 0) return { state: 'absent' } // An empty file is what a start leaves that was cut off at once.
  const wasCutOff = sizeOf(`${file}-wal`) > 0
  const beside = ['-wal', '-shm'].filter((end) => !existsSync(file + end))
  let db: Sqlite.Database | undefined
  try {
    let header = wasCutOff ? undefined : readHeader(file, size)
    if (header === 'damaged') return { state: 'damaged', reason: 'it does not begin, or does not end, like a database' }
    if (!header) header = readByPragma((db = new Sqlite(file, { readonly: true })))
    if (header.application === 0 && header.version === 0 && header.isEmpty) return { state: 'absent' }
    if (header.application !== APPLICATION_ID) return { state: 'foreign' }
    if (thorough || wasCutOff || size <= QUICK_BYTES) {
      db ??= new Sqlite(file, { readonly: true })
      const check = db.pragma('quick_check(1)', { simple: true }) as string
      if (check !== 'ok') return { state: 'damaged', reason: check }
    }
    return { state: 'present', version: header.version }
  } catch (error) {
    return { state: 'damaged', reason: error instanceof Error ? error.message : String(error) }
  } finally {
    db?.close()
    // Only after a database of ours was opened above; its folder is locked for this office, so nobody else can be using these two.
    if (db) for (const end of beside) rmSync(file + end, { force: true })
  }
}

/**
 * Takes a lock that the operating system gives back by itself when its holder dies, however it dies; null while another process holds it.
 * The file stays: removing it would let two holders stand on two files of one name.
 */
export const holdLock = (file: string): { release(): void } | null => {
  const lock = new Sqlite(file, { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/**
 * Whether another process has this database open, whatever became of its lock beside it (people U45). Every connection in WAL mode holds a shared lock on the
 * file itself, which nobody can take away: an exclusive one is had by none while there is another.
 */
export const isOpenElsewhere = (file: string): boolean => {
  if (sizeOf(file) === 0) return false
  const probe = new Sqlite(file, { timeout: 0 })
  try {
    probe.pragma('locking_mode = EXCLUSIVE')
    probe.exec('BEGIN EXCLUSIVE; COMMIT')
    return false
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    probe.close()
  }
}
