// The history of a submission: every act is one event, never changed.
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** Puts what happened to an approval into its history; `seats` are the assignees on whose behalf it was done. */
export const recordEvent = async (
  ctx: CommandContext,
  approval: { id: string; step: number; revision: number },
  event: { act: string; reason: string; seats?: readonly string[] },
): Promise<void> => {
  const { count } = await ctx.db
    .selectFrom('approval_event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('approvalId', '=', approval.id)
    .executeTakeFirstOrThrow()
  const position = Number(count)
  ctx.tx.put('approval_event', {
    id: derivedId(approval.id, `event ${position}`),
    approvalId: approval.id,
    position,
    at: ctx.now,
    act: event.act,
    step: approval.step,
    approvalRevision: approval.revision,
    userId: ctx.viewer.userId,
    seats: JSON.stringify(event.seats ?? []),
    reason: event.reason,
  })
}
