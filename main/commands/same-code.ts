// What exists once: another row with the same code, number or name, however it was typed (vocabulary/fold.ts). One home, for every command that asks.
import { sql, type Kysely } from 'kysely'
import { keyOf } from '../../db/kept-keys.ts'
import { keptTexts } from '../../db/kept-texts.ts'
import type { TableName, Tables } from '../../db/schema/tables.ts'
import { refuse } from '../../preload/contract/refusals.ts'

/** `within`: other columns that must be equal ("per vendor"); `except`: columns with values that do not count ("reversed"). */
export type SamePlace<T extends TableName> = {
  table: T
  column: Extract<keyof Tables[T], string>
  text: string
  /** The record's own id: it is not another one. */
  id: string
  within?: Partial<Record<Extract<keyof Tables[T], string>, string | null>>
  except?: Partial<Record<Extract<keyof Tables[T], string>, string>>
  /** Column whose value names the other row, when it is not the code itself. */
  name?: Extract<keyof Tables[T], string>
}

/** The name of another row with the same code; undefined when there is none, or nothing was typed. Reads one index. */
export const findSame = async <T extends TableName>(
  db: Pick<Kysely<Tables>, 'selectFrom'>,
  place: SamePlace<T>,
): Promise<{ id: string; name: string } | undefined> => {
  const { table, column, text, id, within = {}, except = {}, name = column } = place
  const kind = keptTexts[table]?.[column]
  if (kind === undefined) throw new Error(`${table}.${column} has no kept key`)
  const key = keyOf(kind, text)
  if (key === '') return undefined
  const others = Object.entries(within).map(([other, value]) => sql`${sql.ref(other)} is ${value}`)
  const standing = Object.entries(except).map(([other, value]) => sql`${sql.ref(other)} <> ${value}`)
  const found = await db
    .selectFrom(
      sql<{ id: string; name: string }>`(select id, ${sql.ref(name)} as name from ${sql.table(table)}
        where ${sql.join([sql`${sql.ref(`${column}Key`)} = ${key}`, sql`id <> ${id}`, ...others, ...standing], sql` and `)} order by id limit 1)`.as(
        's',
      ),
    )
    .select(['s.id', 's.name'])
    .executeTakeFirst()
  return found && { id: found.id, name: found.name }
}

/**
 * Q6. Refuses `already-exists` when another row has the same code. `before`: as it was kept until now; the same code again is no new one, so that records
 * which were there twice before codes were folded can still be changed.
 */
export const requireUnique = async <T extends TableName>(
  ctx: { db: Kysely<Tables> },
  { field, before, ...place }: SamePlace<T> & { field: string; before?: string | undefined },
): Promise<void> => {
  const kind = keptTexts[place.table]?.[place.column]
  if (before !== undefined && kind !== undefined && keyOf(kind, before) === keyOf(kind, place.text)) return
  const other = await findSame(ctx.db, place)
  if (!other) return
  const named = place.name === undefined || place.name === place.column ? place.text : `${place.text} (${other.name})`
  refuse('already-exists', { field, value: named })
}
