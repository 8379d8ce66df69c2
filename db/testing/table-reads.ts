// Which tables are read while something runs: what SQLite itself says of every statement that is executed, views and derived tables looked through.
import { AsyncLocalStorage } from 'node:async_hooks'
import Sqlite from 'better-sqlite3'

const tablesOfText = new Map<string, ReadonlySet<string>>()
const recorded = new AsyncLocalStorage<Set<string> | undefined>()

/** The tables a statement opens, from its program: every cursor names the first page of a table or an index. */
const tablesOf = (db: Sqlite.Database, text: string): ReadonlySet<string> => {
  const known = tablesOfText.get(text)
  if (known) return known
  const roots = new Map(
    (db.prepare('SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0').raw().all() as [number, string][]).map((row) => row),
  )
  const program = db.prepare(`EXPLAIN ${text}`)
  const places = Array.from({ length: (text.match(/\?/g) ?? []).length }, () => null)
  const named = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map((m) => [m[1]!, null]))
  const steps = program.all(...places, ...(Object.keys(named).length > 0 ? [named] : [])) as { opcode: string; p2: number; p3: number }[]
  const tables = new Set(steps.flatMap((s) => (s.opcode === 'OpenRead' && s.p3 === 0 ? [roots.get(s.p2) ?? []].flat() : [])))
  tablesOfText.set(text, tables)
  return tables
}

type Executed = { source: string; database: Sqlite.Database; reader: boolean }
const prototype = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Record<string, (...args: unknown[]) => unknown>
for (const way of ['all', 'get', 'iterate']) {
  const plain = prototype[way]!
  prototype[way] = function (this: Executed, ...args: unknown[]) {
    const into = recorded.getStore()
    if (into) for (const table of recorded.run(undefined, () => tablesOf(this.database, this.source))) into.add(table)
    return plain.apply(this, args)
  }
}

/** Runs `work` and gives the names of the tables that were read. */
export const recordReads = async <T>(work: () => Promise<T>): Promise<{ value: T; tables: ReadonlySet<string> }> => {
  const tables = new Set<string>()
  return { value: await recorded.run(tables, work), tables }
}
