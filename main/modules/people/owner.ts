// Who a record may belong to: the door through which every other module sets ownerId and departmentId.
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandContext } from '../../commands/define-command.ts'

export type RecordOwner = { ownerId: string; departmentId: string | null }

/**
 * Owner and department of a record that is to belong to this user: the department is always the owner's own.
 * Refuses `not-found` for an unknown user, `wrong-state` for one who is switched off.
 */
export const ownerForUse = async (ctx: CommandContext, userId: string): Promise<RecordOwner> => {
  const user = ctx.orNotFound(ctx.tx.row('user', userId), 'user')
  if (user.active !== 1) refuse('wrong-state', { kind: 'user', state: 'inactive', needed: 'active' })
  return { ownerId: user.id, departmentId: user.departmentId }
}
