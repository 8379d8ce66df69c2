// Handing over : a record and what is unfinished of it go to another salesperson in one step. What that is, the modules say (`unfinished`).
import type { TableName, Tables } from '../../db/schema/tables.ts'
import type { CommandContext } from '../commands/define-command.ts'
import { reownRecord } from './search.ts'
import { listForEach } from './contributions.ts'

export type NewOwner = { ownerId: string; departmentId: string | null }
/** Tables whose rows belong to somebody: records that count their revisions, and facts that do not. */
type OwnedTable = { [T in TableName]: Tables[T] extends { ownerId: unknown; departmentId: unknown } ? T : never }[TableName]
type RecordTable = { [T in OwnedTable]: Tables[T] extends { revision: number } ? T : never }[OwnedTable]

export type Unfinished = {
  /** Ids of the rows that somebody still has work with, of the record that is handed over. */
  of(ctx: CommandContext, id: string): Promise<readonly string[]>
} & (
  | {
      table: RecordTable
      /** What follows when such a record has gone over, e.g. that it stays approved. */
      moved?(ctx: CommandContext, id: string, revision: { from: number; to: number }): Promise<void>
    }
  | { fact: true; table: Exclude<OwnedTable, RecordTable> }
)
/** Records that go along when one of this kind is handed over. */
export const unfinished = listForEach<'customer', readonly Unfinished[]>('unfinished')

const giveTo = async (ctx: CommandContext, part: Unfinished, id: string, owner: NewOwner): Promise<void> => {
  if ('fact' in part) ctx.tx.patch(part.table, id, owner)
  else {
    const from = ctx.tx.row(part.table, id)!.revision
    ctx.tx.patch(part.table, id, { ...owner, revision: from + 1 })
    await part.moved?.(ctx, id, { from, to: from + 1 })
  }
  reownRecord(ctx, id, owner)
}

/** Gives what is unfinished of a record to `owner`, with all that follows. The record itself is for its own module to change. */
export const handOverUnfinished = async (ctx: CommandContext, kind: 'customer', id: string, owner: NewOwner): Promise<void> => {
  const parts = ctx.contributed(unfinished)(kind).flat()
  // All are read before the first is written: one that moves may not change what is unfinished of another.
  const found: [Unfinished, readonly string[]][] = []
  for (const part of parts) found.push([part, await part.of(ctx, id)])
  for (const [part, ids] of found) for (const one of ids) await giveTo(ctx, part, one, owner)
}
