// Routes that ask an owner: nobody else takes that away, by changing them or a route that is tried before them. Rule A23.
import type { ApprovalStep } from '../../../preload/contract/modules/approvals/calls.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { requireOwner } from '../people/index.ts'

/**
 * Called before a route of this kind at this position is changed, moved or removed. Refuses `owners-only` to everybody but owners when it, or an active
 * route tried after it, asks an owner: by the role, by name, or as any owner.
 */
export const requireMayPass = async (ctx: CommandContext, kind: string, position: number): Promise<void> => {
  const routes = await ctx.db
    .selectFrom('approval_route')
    .select('steps')
    .where('kind', '=', kind)
    .where('position', '>=', position)
    .where('active', '=', 1)
    .execute()
  const owners = await ctx.db
    .selectFrom('user_role as ur')
    .innerJoin('role as r', 'r.id', 'ur.roleId')
    .select(['ur.userId', 'ur.roleId'])
    .where('r.code', '=', 'owner')
    .execute()
  const asks = ({ by, userId, roleId }: ApprovalStep): boolean =>
    by === 'owner' || owners.some((o) => (by === 'user' && o.userId === userId) || (by === 'role' && o.roleId === roleId))
  if (routes.some((route) => (JSON.parse(route.steps) as ApprovalStep[]).some(asks))) await requireOwner(ctx)
}
