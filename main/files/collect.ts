// What no row refers to is collected, a day after it came: contents of files that were sent and never hung on a record, and those that went out of the bin. Rule
// FI10 of files.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Sql } from '../../db/open.ts'
import { ARRIVING, type FileStore } from './store.ts'

const DAY_MS = 86_400_000
/** So many contents are looked at before others have their turn. */
const A_TURN = 200

/** Columns that hold a content: `sha256`, or a name that ends so, in any table. */
export const contentColumns = (sql: Sql): { table: string; column: string }[] =>
  sql
    .prepare(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
       WHERE m.type = 'table' AND (c.name = 'sha256' OR c.name LIKE '%Sha256')`,
    )
    .all() as { table: string; column: string }[]

/** Every content that a row refers to. */
export const referredContents = (sql: Sql): Set<string> => {
  const referred = new Set<string>()
  for (const { table, column } of contentColumns(sql)) {
    const rows = sql.prepare(`SELECT DISTINCT "${column}" AS sha256 FROM "${table}" WHERE "${column}" IS NOT NULL`).all()
    for (const { sha256 } of rows as { sha256: string }[]) referred.add(sha256)
  }
  return referred
}

const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve))

/**
 * Removes contents that no row refers to and that came more than a day ago, and what stopped arriving then; gives how many. To be called once what was sent long
 * ago is forgotten, so that nobody can hang it on a record any more.
 */
export const collectContents = async (store: FileStore, sql: Sql, now: number): Promise<number> => {
  const before = now - DAY_MS
  let removed = 0
  let looked = 0
  const referred = referredContents(sql)
  for (const { sha256, at } of store.all()) {
    if (++looked % A_TURN === 0) await breathe()
    if (at >= before || referred.has(sha256)) continue
    store.remove(sha256)
    removed += 1
  }
  const arriving = path.join(store.folder, ARRIVING)
  for (const name of existsSync(arriving) ? readdirSync(arriving) : []) {
    const file = path.join(arriving, name)
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) < before) rmSync(file, { force: true })
  }
  return removed
}
