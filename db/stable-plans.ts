// Keeps a prepared statement prepared. SQLite plans a statement anew whenever a bare parameter of it that might matter to the plan is bound (a join's
// `x = ?`, `LIMIT ?`), and the driver unbinds after every run: each run then costs a planning. `+?` is the same value, and no reason to plan.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely'
import { readyForKeys } from './spelling.ts'

/** Strings, quoted names and comments stay as they are; a parameter that has its plus keeps it. */
const PARAMETER = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\+?\?|\+?@\w+/g

/** The text with every parameter written so that binding it never plans the statement anew. */
export const stable = (text: string): string =>
  text.replaceAll(PARAMETER, (found) => (found.startsWith('?') || found.startsWith('@') ? `+${found}` : found))

/** A parameter is not looked into, so what the conditions of partial indexes speak of (0, 1 and the empty text) is written out. */
class WrittenOut extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value === 0 || value === 1) this.append(String(value))
    else if (value === '') this.append("''")
    else super.appendValue(value)
  }
}

/** A statement that makes keys of texts waits for the dictionary: each thread and each start has to load it once. */
class ReadyDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: async <R>(query: CompiledQuery) => {
        await readyForKeys(query.sql)
        return connection.executeQuery<R>(query)
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }
}

export class StableDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new ReadyDriver(this.#config)
  }
  override createQueryCompiler(): SqliteQueryCompiler {
    return new WrittenOut()
  }
}
