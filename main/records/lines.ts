// Lines of a record (and whatever else belongs to one) brought to what was typed: rows that stay change in place, so that the change log says what changed.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { TableName, Tables } from '../../db/schema/tables.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import type { CommandContext } from '../commands/define-command.ts'

/** The ids of the typed rows. Refuses `invalid-input` at `path` when one of them is there twice. */
export const uniqueIds = (rows: readonly { id: string }[], path = 'lines'): ReadonlySet<string> => {
  const ids = new Set(rows.map((row) => row.id))
  return ids.size < rows.length ? refuse('invalid-input', { issues: [{ path, rule: 'duplicate' }] }) : ids
}

/** Puts a row of the record that `parent` names, or changes it where it is there. Refuses `already-exists` for an id that a row of another record has. */
export const saveRow = <T extends TableName, P extends Partial<Selectable<Tables[T]>>>(
  ctx: CommandContext,
  table: T,
  id: string,
  parent: P,
  values: Omit<Insertable<Tables[T]>, 'id' | keyof P>,
): void => {
  const stored = ctx.tx.row(table, id) as Readonly<Record<string, unknown>> | undefined
  if (stored === undefined) ctx.tx.put(table, { id, ...parent, ...values } as unknown as Insertable<Tables[T]>)
  else if (Object.entries(parent).every(([column, value]) => stored[column] === value))
    ctx.tx.patch(table, id, values as unknown as Updateable<Tables[T]>)
  else refuse('already-exists', { field: 'id', value: id })
}
