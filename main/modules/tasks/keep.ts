// Writes what the plan says: tasks that begin, ask again, go to a head, or are over. Run by the office itself. Rules D20 to D32.
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TASK_ACTS } from '../../../preload/contract/modules/tasks/calls.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { readingIn } from '../../records/reading.ts'
import { occasionOf, planTasks, type Change, type Make, type Plan } from './plan.ts'
import type { Because } from './whom.ts'

/** So many are made in one go: no command waits long behind them, and the next run makes the others. */
const MOST = 300

type Act = (typeof TASK_ACTS)[number]

/** Notes in a task's history what has happened to it. Ids follow from the task and what it has been through, so that a replay makes the same. */
export const noteEvent = (
  ctx: CommandContext,
  taskId: string,
  event: { act: Act; userId?: string | null; text?: string; toUserId?: string | null; id?: string },
): void => {
  const {
    id = derivedId(taskId, `${ctx.now} ${event.act} ${event.toUserId ?? ''}`),
    act,
    userId = null,
    text = '',
    toUserId = null,
  } = event
  const { position } = ctx.tx.sql.prepare('SELECT count(*) AS position FROM task_event WHERE taskId = ?').get(taskId) as {
    position: number
  }
  ctx.tx.put('task_event', { id, taskId, position, at: ctx.now, act, userId, text, givenTo: toUserId })
}

export const putPerson = (
  ctx: CommandContext,
  taskId: string,
  userId: string,
  because: Because,
  snoozedUntil: string | null = null,
): void => ctx.tx.put('task_person', { id: derivedId(taskId, `person ${userId}`), taskId, userId, because, snoozedUntil, wokenAt: null })

const begin = (ctx: CommandContext, make: Make, departmentOf: (userId: string) => string | null, tells: boolean): void => {
  const { rule, row, people, firstOn, dueOn, grouped } = make
  const occasion = { recordId: row.id, part: row.part, anchor: row.date }
  const id = derivedId(row.id, `task ${rule.rule} ${occasionOf(occasion)} ${ctx.now}`)
  const first = people[0]!.userId
  ctx.tx.put('task', {
    ...{ id, rule: rule.rule, route: rule.route, ...occasion, title: '', note: '', urgent: rule.urgent ? 1 : 0 },
    ...{ dueOn, dueTime: null, repeat: null, firstOn, ringOn: firstOn, rungAt: tells ? ctx.now : null, state: 'open' },
    ...{ live: 1, grouped: grouped ? 1 : 0, escalatedOn: null, waitingUntil: null, waitingFor: '', doneBy: null, doneAt: null },
    ...{ ownerId: first, departmentId: departmentOf(first), createdBy: null, createdAt: ctx.now, revision: 1 },
  })
  for (const { userId, because } of people) putPerson(ctx, id, userId, because)
  noteEvent(ctx, id, { act: 'made' })
}

const change = (ctx: CommandContext, { task, fields, acts, come, go }: Change, tells: boolean): void => {
  const rung = fields.rungAt === null && tells ? { rungAt: ctx.now } : {}
  // That it asks again changes nothing that somebody may be about to answer; that it is over, waits no more or went elsewhere does.
  const isNew = fields.state !== undefined || fields.waitingUntil !== undefined || fields.ownerId !== undefined
  if (Object.keys(fields).length > 0) ctx.tx.patch('task', task.id, { ...fields, ...rung, revision: task.revision + (isNew ? 1 : 0) })
  for (const id of go) ctx.tx.remove('task_person', id)
  for (const { userId, because } of come) putPerson(ctx, task.id, userId, because)
  for (const act of acts) noteEvent(ctx, task.id, act)
}

/** How many steps a plan has. */
const sizeOf = ({ starts, makes, changes, tell, woken }: Plan): number =>
  starts.length + makes.length + changes.length + tell.length + woken.length
/** The rules in which they are: the writing run reads no others. */
const rulesIn = ({ starts, makes, changes }: Plan): string[] => [
  ...new Set([...starts.map(({ rule }) => rule), ...makes.map(({ rule }) => rule.rule), ...changes.map(({ task }) => task.rule)]),
]

export const keepTasks: CommandHandler<'keep-tasks'> = async ({ rules }, ctx) => {
  const q = readingIn(ctx)
  const plan = await planTasks(q, rules)
  const departments = new Map(
    (await ctx.db.selectFrom('user').select(['id', 'departmentId']).execute()).map(({ id, departmentId }) => [id, departmentId]),
  )
  const makes = plan.makes.slice(0, MOST)
  const changes = plan.changes.slice(0, MOST)
  // A rule has begun when the causes that it found have their tasks: those that are left belong to its first day too.
  for (const { rule } of plan.starts)
    ctx.tx.put('reminder_rule', {
      id: derivedId(ctx.viewer.userId, `rule ${rule}`),
      rule,
      startedOn: ctx.today,
      active: 1,
      ruleSettings: null,
      revision: 1,
    })
  for (const make of makes) begin(ctx, make, (id) => departments.get(id) ?? null, plan.tells(make.rule.rule))
  for (const one of changes) change(ctx, one, plan.tells(one.task.rule))
  for (const { id } of plan.tell.slice(0, MOST)) ctx.tx.patch('task', id, { rungAt: ctx.now })
  for (const id of plan.woken.slice(0, MOST)) ctx.tx.patch('task_person', id, { snoozedUntil: null, wokenAt: ctx.now })
  const more = (list: readonly unknown[]) => Math.max(0, list.length - MOST)
  const left = more(plan.makes) + more(plan.changes) + more(plan.tell) + more(plan.woken)
  return { made: makes.length, changed: changes.length, left }
}

/** Whether there is anything to write: looked at first, so that an hour in which nothing happens leaves no entry in the trail. */
export const tasksToKeep: QueryHandler<'tasks-to-keep'> = async (_, q) => {
  const plan = await planTasks(q)
  return { steps: sizeOf(plan), rules: rulesIn(plan) }
}
