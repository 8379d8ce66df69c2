// How commands and queries of files come to the record that a file hangs on.
import type { AttachableKind } from '../../../preload/contract/records.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { type RecordWithFiles, recordWithFiles, requireRecordWithFiles } from '../../records/attachable.ts'

type Reading = Pick<QueryContext, 'viewer' | 'may' | 'sql'>
const reading = ({ tx, viewer, may }: CommandContext): Reading => ({ sql: tx.sql, viewer, may })

/** The record to which somebody adds; refuses `not-found` and `not-permitted`. */
export const recordToAddTo = (ctx: CommandContext, kind: AttachableKind, id: string): RecordWithFiles => {
  const holder = requireRecordWithFiles(reading(ctx), kind, id)
  return holder.mayAdd ? holder : refuse('not-permitted', { permission: holder.addRight })
}

/** A file as it was seen, on a record to which the viewer may add. Refuses `not-found`, `not-permitted`, `changed-meanwhile`. */
export const fileForUpdate = (ctx: CommandContext, seen: { id: string; revision: number }) => {
  const file = ctx.tx.row('attachment', seen.id)
  const kind = file?.recordKind as AttachableKind | undefined
  const holder = file && kind && recordWithFiles(reading(ctx), kind, file.recordId)
  // Of what is withheld nothing is told, not even that it is there.
  if (!file || !holder || holder.withheld) return refuse('not-found', { resource: 'attachment' })
  if (!holder.mayAdd) return refuse('not-permitted', { permission: holder.addRight })
  ctx.requireRevision(file, seen.revision)
  return file
}

/** Whether the viewer may read the files of a record. */
export const mayRead = (q: Reading, kind: string, id: string): boolean => {
  const holder = recordWithFiles(q, kind as AttachableKind, id)
  return holder !== undefined && !holder.withheld
}
