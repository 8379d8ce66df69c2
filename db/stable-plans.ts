// Keeps a prepared statement prepared. SQLite plans a statement anew whenever a bare parameter of it that might matter to the plan is bound (a join's
// `x = ?`, `LIMIT ?`), and the driver unbinds after every run: each run then costs a planning. `+?` is the same value, and no reason to plan.
import { SqliteDialect, SqliteQueryCompiler } from 'kysely'

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

export class StableDialect extends SqliteDialect {
  override createQueryCompiler(): SqliteQueryCompiler {
    return new WrittenOut()
  }
}
