// What exists once: another row with the same code, number or name, however it was typed (vocabulary/fold.ts). One home, for all that ask.
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { keyOf } from '../../db/folded-keys.ts'
import { foldedTexts } from '../../db/folded-texts.ts'
import type { TableName, Tables } from '../../db/schema/tables.ts'
import { plainText } from '../../preload/contract/vocabulary/fold.ts'

/** `within`: other columns that must be equal ("per vendor"); `alike`: one that must read alike; `except`: columns with values that do not count ("reversed"). */
export type SamePlace<T extends TableName> = {
  table: T
  column: Extract<keyof Tables[T], string>
  text: string
  /** The record's own id: it is not another one. */
  id: string
  within?: Partial<Record<Extract<keyof Tables[T], string>, string | null>>
  alike?: { column: Extract<keyof Tables[T], string>; text: string }
  except?: Partial<Record<Extract<keyof Tables[T], string>, string>>
  /** Column whose value names the other row, when it is not the code itself. */
  name?: Extract<keyof Tables[T], string>
}

/**
 * Rows whose kept key is this one. That it is not empty goes without saying, but SQLite must read it: indexes that leave empty keys out are used for nothing else.
 * `column`: of the key, e.g. 'r.bankReferenceKey'.
 */
export const keyIs = (column: string, key: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} = ${key} and ${sql.ref(column)} <> '')`

/** The name of another row with the same code; undefined when there is none, or nothing was typed. Reads one index. */
export const findSame = async <T extends TableName>(
  db: Pick<Kysely<Tables>, 'selectFrom'>,
  place: SamePlace<T>,
): Promise<{ id: string; name: string } | undefined> => {
  const { table, column, text, id, within = {}, alike, except = {}, name = column } = place
  const kind = foldedTexts[table]?.[column]
  if (kind === undefined) throw new Error(`${table}.${column} has no kept key`)
  const key = keyOf(kind, text)
  if (key === '') return undefined
  const others = Object.entries(within).map(([other, value]) => sql`${sql.ref(other)} is ${value}`)
  const exceptions = Object.entries(except).map(([other, value]) => sql`${sql.ref(other)} <> ${value}`)
  const found = await db
    .selectFrom(
      sql<{ id: string; name: string; beside: string }>`(select id, ${sql.ref(name)} as name, ${sql.ref(alike?.column ?? column)} as beside
        from ${sql.table(table)}
        where ${sql.join([keyIs(`${column}Key`, key), sql`id <> ${id}`, ...others, ...exceptions], sql` and `)}
        order by id limit ${alike ? -1 : 1})`.as('s'),
    )
    .select(['s.id', 's.name', 's.beside'])
    .execute()
  const same = found.find(({ beside }) => alike === undefined || plainText(beside) === plainText(alike.text))
  return same && { id: same.id, name: same.name }
}
