// W25. What of a form another record has already, before the form is sent.
import { commands, isCommand } from '../../../preload/contract/commands.ts'
import { isForPeople } from '../../../preload/contract/define/index.ts'
import { takenFields } from '../../commands/unique-codes.ts'
import type { QueryHandler } from '../../queries/define-query.ts'

export const takenCodes: QueryHandler<'taken-codes'> = async ({ command, values }, q) => {
  if (!isCommand(command)) return { fields: [] }
  const { permission } = commands[command]
  if (!isForPeople(permission) || (permission !== 'signed-in' && !q.may(permission))) return { fields: [] }
  return { fields: await takenFields(q.db, q.viewer, command, values) }
}
