// The dimensions that a document gives its postings: its deal, and what all that is in it has in common.
import type { Dimensions } from '../../../db/ledger/post.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** The dimensions that a deal gives a posting: itself, its salesperson and department. Refuses `not-found` outside the viewer's scope. */
export const dealDimensions = (ctx: CommandContext, dealId: string | null): Dimensions => {
  if (dealId === null) return {}
  const deal = ctx.orNotFound(ctx.tx.row('deal', dealId), 'deal')
  ctx.requireScope('deal', deal)
  return { dealId, ownerId: deal.ownerId, departmentId: deal.departmentId }
}

/** The one value that all entries share, or null: a document has a deal only when everything in it belongs to that deal. */
export const soleOf = (values: readonly (string | null)[]): string | null => {
  const [first = null, ...rest] = values
  return rest.every((v) => v === first) ? first : null
}
