// Whether anything is in a deal: asked before it is taken away or given to another customer.
import { sql } from 'kysely'
import type { CommandContext } from '../../commands/define-command.ts'
import { dealFollowers, usesOfDeal } from './parts.ts'

/** Whether the deal has a document that goes where the deal goes, such as an estimate: such a deal stays. */
export const isFollowed = async (ctx: CommandContext, dealId: string): Promise<boolean> => {
  for (const follower of ctx.contributed(dealFollowers)) if (await follower.holds(ctx, dealId)) return true
  return false
}

/** Whether any document but this sales contract and those that follow the deal belongs to it, void ones included: they keep their history. */
export const dealIsUsed = async (ctx: CommandContext, dealId: string, exceptContractId: string | null): Promise<boolean> => {
  const uses = ctx.contributed(usesOfDeal).map((use) => use(dealId, exceptContractId))
  const { rows } = await sql<{ used: number }>`select (${sql.join(uses, sql` or `)}) as used`.execute(ctx.db)
  return Number(rows[0]!.used) === 1
}
