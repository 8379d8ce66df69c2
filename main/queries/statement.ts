// A statement as text and values: compiled once, run as often as it is asked for.
import type { Compilable } from 'kysely'

export type Statement = { text: string; values: readonly unknown[] }
export const statementOf = (query: Compilable): Statement => {
  const { sql: text, parameters: values } = query.compile()
  return { text, values }
}
