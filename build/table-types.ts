// Writes db/schema/tables.ts: the tables that the migrations make, as TypeScript types.
import { openWritable, type Connection } from '../db/open.ts'
import { migrate, migrations, type Migration } from '../db/schema/migrations.ts'

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }

/** The comment above each CREATE TABLE (key: table) and each added column (key: table.column), line by line. */
const commentsOf = (list: readonly Migration[]): Map<string, string[]> => {
  const place = /((?:^--.*\n)+)(?:CREATE TABLE "?(\w+)"?|ALTER TABLE "?(\w+)"? ADD COLUMN "?(\w+)"?)/gm
  return new Map(
    list.flatMap(({ sql }) =>
      [...sql.matchAll(place)].flatMap(([, text = '', created, altered, column]) => {
        // A line that ends in dashes heads a part of the migration.
        const lines = text
          .trimEnd()
          .split('\n')
          .filter((line) => !line.endsWith('---'))
        return lines.length === 0 ? [] : [[created ?? `${altered}.${column}`, lines.map((line) => line.replace(/^-- ?/, ''))] as const]
      }),
    ),
  )
}

const documentation = (lines: readonly string[] | undefined, indent: string): string[] => {
  if (!lines) return []
  const safe = lines.map((line) => line.replaceAll('*/', '* /'))
  return safe.length === 1 ? [`${indent}/** ${safe[0]} */`] : [`${indent}/**`, ...safe.map((line) => `${indent} * ${line}`), `${indent} */`]
}

const typeName = (table: string): string => `${table.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Table`

/** `Generated`: the database fills the column when an insert leaves it out, by its default or as the row's number. */
const columnType = (column: Column, keys: number): string => {
  const plain = column.type === 'TEXT' ? 'string' : 'number'
  const isRowNumber = column.type === 'INTEGER' && column.pk === 1 && keys === 1
  if (isRowNumber || (column.notnull === 1 && column.dflt_value !== null)) return `Generated<${plain}>`
  return column.notnull === 0 && column.pk === 0 ? `${plain} | null` : plain
}

const typeOf = (connection: Connection, table: string, comments: ReadonlyMap<string, string[]>): string => {
  const columns = connection.pragma(`table_info("${table}")`) as Column[]
  const keys = columns.filter((c) => c.pk > 0).length
  return [
    ...documentation(comments.get(table), ''),
    `export type ${typeName(table)} = {`,
    ...columns.flatMap((c) => [...documentation(comments.get(`${table}.${c.name}`), '  '), `  ${c.name}: ${columnType(c, keys)}`]),
    '}',
  ].join('\n')
}

/** The text of db/schema/tables.ts after these migrations. Tables are sorted by name; the shadow tables of the search index are left out. */
export const tableTypes = async (list: readonly Migration[] = migrations): Promise<string> => {
  const connection = openWritable(':memory:')
  await migrate(connection, async () => undefined, list)
  const tables = connection.pragma('table_list') as { schema: string; name: string; type: string }[]
  const names = tables
    .filter((t) => t.schema === 'main' && t.type === 'table' && !t.name.startsWith('sqlite_'))
    .map((t) => t.name)
    .toSorted()
  const comments = commentsOf(list)
  const types = names.map((table) => typeOf(connection, table, comments))
  connection.close()
  const kysely = types.some((text) => text.includes('Generated<')) ? [`import type { Generated } from 'kysely'`, ''] : []
  return [
    '// The tables as the migrations make them, one type a table. Written by `npm run docs`; do not edit. Booleans are 0 or 1.',
    ...kysely,
    ...types.flatMap((text) => [text, '']),
    'export type Tables = {',
    ...names.map((table) => `  ${table}: ${typeName(table)}`),
    '}',
    'export type TableName = keyof Tables',
    '',
  ].join('\n')
}
