// A statement that is built and compiled once and run as often as it is asked for: for a small one, building it anew costs more than running it.
import { Kysely, type Compilable } from 'kysely'
import type { ReadableDb, Sql } from './open.ts'
import type { Tables } from './schema/tables.ts'
import { StableDialect } from './stable-plans.ts'

/** Builds only: it is connected to nothing. */
const builder: ReadableDb = new Kysely<Tables>({
  dialect: new StableDialect({ database: () => Promise.reject(new Error('a builder of statements has no database')) }),
})
/** Begins what stands in a statement for a value that comes later; no value of ours begins so. */
const LATER = '\u0000'

/**
 * The rows of a statement whose text is the same whatever the values are. `build` sees stand-ins for the values and may only put them into the
 * statement, never decide by them; every value stands in the text, also one that is empty.
 */
export const compiledQuery = <V extends Record<string, string>, R>(
  build: (db: ReadableDb, values: V) => Compilable<R>,
): ((sql: Sql, values: V) => R[]) => {
  const standIns = new Proxy({} as V, { get: (_, name) => LATER + String(name) })
  let kept: { sql: string; parameters: readonly unknown[] } | undefined
  return (sql, values) => {
    kept ??= build(builder, standIns).compile()
    const given = kept.parameters.map((p) => (typeof p === 'string' && p.startsWith(LATER) ? values[p.slice(LATER.length)] : p))
    return sql.prepare(kept.sql).all(...given) as R[]
  }
}
