// Rows that code has worked out, as a source that a list orders, filters, adds up and pages like any other.
import { sql, type RawBuilder } from 'kysely'

type Value = string | number | null

/** A select with these columns of the rows, each read by its name: `selectFrom(computedRows(rows, ['key', 'value']).as('t'))`. */
export const computedRows = <Column extends string>(
  rows: readonly Readonly<Record<Column, Value>>[],
  columns: readonly Column[],
): RawBuilder<Record<Column, string>> => {
  // By place and not by name: nothing of a row but these columns is written, and a row is read without looking for its names.
  const given = JSON.stringify(rows.map((row) => columns.map((column) => row[column])))
  const named = columns.map((column, at) => sql`value ->> ${sql.lit(at)} as ${sql.ref(column)}`)
  return sql<Record<Column, string>>`(select ${sql.join(named)} from json_each(${given}))`
}
