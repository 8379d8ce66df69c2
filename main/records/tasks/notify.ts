// News for one person: something of theirs came about by what somebody else did. The bell tells it, of records that they may see. Rule D38 of tasks.
import type { NOTIFICATION_EVENTS } from '../../../preload/contract/modules/tasks/calls.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext } from '../../commands/define-command.ts'

/** `recordKind`: its route. `text`: what it is about; it is told to them whatever they may see, so it names nothing that they may not. */
type News = { event: (typeof NOTIFICATION_EVENTS)[number]; recordKind: string; recordId: string; text: string }
/** As much as fits a line of the bell. */
const LONGEST = 200

/** Tells a person, once a command; one's own doings are no news. */
export const notify = (ctx: CommandContext, userId: string, { event, recordKind, recordId, text }: News): void => {
  if (userId === ctx.viewer.userId) return
  const id = derivedId(recordId, `${ctx.now} ${event} ${userId}`)
  if (ctx.tx.row('notification', id)) return
  const byUserId = ctx.viewer.userId
  ctx.tx.put('notification', { id, userId, at: ctx.now, news: event, recordKind, recordId, byUserId, text: text.slice(0, LONGEST) })
}
