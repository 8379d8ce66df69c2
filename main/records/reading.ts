// What is read inside a command's own transaction as a query reads it: a handler proves with it that what somebody looked at is still so.
import type { Viewer } from '../access/viewer.ts'
import type { CommandContext } from '../commands/define-command.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { queryContext } from '../queries/read-moment.ts'

/** The same moment, as somebody else would see it. */
export const readingAs = ({ sql, db, contributed, now }: QueryContext, viewer: Viewer): QueryContext =>
  queryContext({ sql, kysely: db }, contributed, viewer, now)

export const readingIn = ({ tx, db, contributed, viewer, now }: CommandContext): QueryContext =>
  queryContext({ sql: tx.sql, kysely: db }, contributed, viewer, now)
