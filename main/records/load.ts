// How a command comes to the record it changes: as its sender saw it, in their scope, in a state that allows it; or a new one under an id nobody has used.
import type { Selectable } from 'kysely'
import type { TableName, Tables } from '../../db/schema/tables.ts'
import type { OwnedResource, Permission } from '../../preload/contract/access.ts'
import { refuse, type RefusalData } from '../../preload/contract/refusals.ts'
import type { Owned } from '../access/viewer.ts'
import type { CommandContext } from '../commands/define-command.ts'

type Columns = Owned & { revision: number; status: string }
/** Tables of documents: they belong to somebody, count their revisions and have a status. */
type DocumentTable = { [T in TableName]: Selectable<Tables[T]> extends Columns ? T : never }[TableName]
/** What a record's declaration in preload/contract/modules/<m>/records.ts says of it. */
type Document<T extends DocumentTable> = { kind: OwnedResource & RefusalData<'wrong-state'>['kind']; table: T }
/** States in which the step may be taken; the first is the one that a refusal names. */
type States = readonly [string, ...string[]]

/** The document as it was seen. Refuses `not-found` (also out of scope), `changed-meanwhile`, and `wrong-state` unless it is in one of the states. */
export const loadForUpdate = <T extends DocumentTable>(
  ctx: CommandContext,
  { kind, table }: Document<T>,
  seen: { id: string; revision: number },
  states?: States,
): Selectable<Tables[T]> => {
  const found = ctx.orNotFound(ctx.tx.row(table, seen.id), kind)
  const row = found as Columns
  ctx.requireScope(kind, row)
  ctx.requireRevision(row, seen.revision)
  if (states && !states.includes(row.status)) refuse('wrong-state', { kind, state: row.status, needed: states[0] })
  return found
}

/**
 * The document that is saved: the one seen, for who may edit it, or undefined for a new one (sent without a revision). Refuses as `loadForUpdate` does,
 * `not-permitted`, and `already-exists` for a new one whose id is used.
 */
export const loadToSave = <T extends DocumentTable>(
  ctx: CommandContext,
  document: Document<T>,
  { id, revision }: { id: string; revision?: number | undefined },
  states?: States,
): Selectable<Tables[T]> | undefined => {
  if (revision === undefined) return ctx.tx.row(document.table, id) ? refuse('already-exists', { field: 'id', value: id }) : undefined
  ctx.require(`${document.kind}.edit` as Permission)
  return loadForUpdate(ctx, document, { id, revision }, states)
}
