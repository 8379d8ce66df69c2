// What is read inside a command's own transaction as a query reads it: a handler proves with it that what somebody looked at is still so.
import type { CommandContext } from '../commands/define-command.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { queryContext } from '../queries/read-moment.ts'

export const readingIn = ({ tx, db, contributed, viewer, now }: CommandContext): QueryContext =>
  queryContext({ sql: tx.sql, kysely: db }, contributed, viewer, now)
