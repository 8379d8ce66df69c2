// What people do with tasks: type one, finish it, hand it over, keep it still, wait for somebody, say something about it. Rules D31 to D40.
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { defineCommands } from '../../commands/define-command.ts'
import { OWN_TASK, type TaskRepeat } from '../../../preload/contract/modules/tasks/calls.ts'
import { recordOf } from '../../../preload/contract/records.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { addDays, addMonths, daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { addWorkingDays, type WorkCalendar } from '../../../preload/contract/vocabulary/working-days.ts'
import { loadViewer } from '../../access/viewer.ts'
import { locateRecord } from '../../records/locate.ts'
import { readOrganisation } from '../../records/approvals/index.ts'
import { readingAs, readingIn } from '../../records/reading.ts'
import { seenRecord } from '../../records/seen-record.ts'
import { keepTasks, noteEvent, putPerson } from './keep.ts'
import { actsForOf, isAsked, mayActOn, mayChangeTask, seesTask, visibleRows } from './lines.ts'
import { occasionOf, type TaskRow } from './plan.ts'
import { readRules } from './settings.ts'
import type { Because } from './whom.ts'
import { notify, readWorkCalendar } from '../../records/tasks/index.ts'

/** The longest that a task may wait for somebody else. */
const LONGEST_WAIT_DAYS = 30

const peopleOf = (ctx: CommandContext, taskId: string) =>
  ctx.db.selectFrom('task_person').selectAll().where('taskId', '=', taskId).orderBy('id').execute()

/** The task, for who may see it; `not-found` for all others. */
const seenTask = async (ctx: CommandContext, id: string): Promise<TaskRow> => {
  const q = readingIn(ctx)
  const task = ctx.orNotFound(ctx.tx.row('task', id), 'task')
  return (await seesTask(q, task, await actsForOf(q))) ? task : ctx.orNotFound<TaskRow>(undefined, 'task')
}

/** The task as it was seen, for whom it is asked of, who typed it, and who may change tasks of others within their scope. */
const taskToAct = async (
  ctx: CommandContext,
  seen: { id: string; revision: number },
  state: 'open' | 'done' = 'open',
): Promise<TaskRow> => {
  const task = await seenTask(ctx, seen.id)
  const q = readingIn(ctx)
  if (!(await mayActOn(q, task, await peopleOf(ctx, task.id), await actsForOf(q)))) {
    ctx.require('task.edit')
    ctx.orNotFound(undefined, 'task')
  }
  ctx.requireRevision(task, seen.revision)
  if (task.state !== state) refuse('wrong-state', { kind: 'task', state: task.state, needed: state })
  return task
}

/** A typed task that the sender may change: what a rule made is none, and another's needs the right to it, within the scope. */
const requireTyped = async (ctx: CommandContext, task: TaskRow): Promise<void> => {
  if (task.rule !== OWN_TASK) ctx.orNotFound(undefined, 'task')
  if (task.createdBy !== ctx.viewer.userId) ctx.require('task.edit')
  if (!(await mayChangeTask(readingIn(ctx), task))) ctx.orNotFound(undefined, 'task')
}

const activeUser = (ctx: CommandContext, userId: string) => {
  const user = ctx.orNotFound(ctx.tx.row('user', userId), 'user')
  if (user.active !== 1) refuse('wrong-state', { kind: 'user', state: 'inactive', needed: 'active' })
  return user
}

const tell = (
  ctx: CommandContext,
  userId: string,
  event: 'handed-over' | 'mentioned' | 'commented' | 'finished',
  taskId: string,
  text: string,
): void => notify(ctx, userId, { event, recordKind: 'task', recordId: taskId, text })

/** Asks a person who stood beside the task, or had nothing to do with it. */
const askPerson = (ctx: CommandContext, taskId: string, userId: string, because: Because, known: { id: string } | undefined): void => {
  if (known) ctx.tx.patch('task_person', known.id, { because, snoozedUntil: null })
  else putPerson(ctx, taskId, userId, because)
}

/** Whether somebody would see what a task of a rule is about; typed ones say it themselves. */
const showsTo = async (ctx: CommandContext, task: TaskRow, userId: string): Promise<boolean> => {
  if (task.rule === OWN_TASK) return true
  const viewer = await loadViewer(ctx.db, userId)
  const set = readRules(readingIn(ctx)).find(({ rule }) => rule.rule === task.rule)
  if (!viewer || !set) return false
  return (await visibleRows(readingAs(readingIn(ctx), viewer), set, [task])).has(occasionOf(task))
}

const patched = (ctx: CommandContext, task: TaskRow, fields: Partial<TaskRow>) => {
  ctx.tx.patch('task', task.id, { ...fields, revision: task.revision + 1 })
  return { id: task.id, revision: task.revision + 1 }
}

/** As it is kept: `day` of the month on which the first one was due. */
type Repeat = TaskRepeat & { day: number }
const dayOfMonth = (day: IsoDate): number => Number(day.slice(8))

/** The day of the next one after `at`: a month on is the same day of the month as the first one's, or the last where a month is shorter. */
export const nextDay = (calendar: WorkCalendar, at: IsoDate, { every, count, day }: Repeat): IsoDate => {
  if (every === 'day') return addDays(at, count)
  if (every === 'working-day') return addWorkingDays(calendar, at, count)
  if (every === 'week') return addDays(at, 7 * count)
  const first = addMonths(`${at.slice(0, 7)}-01`, every === 'year' ? 12 * count : count)
  const last = dayOfMonth(addDays(addMonths(first, 1), -1))
  return addDays(first, Math.min(day, last) - 1)
}

/** What of a task that somebody changes stays as it is: the day that its months are counted from, while its own day is not moved, and a record that they may not see. */
const keptOf = (ctx: CommandContext, old: TaskRow | undefined, input: Parameters<typeof saveTask>[0]) => {
  const before = old?.repeat ? (JSON.parse(old.repeat) as Repeat) : null
  const day = before && old?.dueOn === input.dueOn ? before.day : dayOfMonth(input.dueOn)
  const outOfSight = old?.recordId && input.record === null && locateRecord({ id: old.recordId }, readingIn(ctx)).kind === 'unknown'
  const record = outOfSight
    ? { route: old.route, recordId: old.recordId }
    : { route: input.record ? (recordOf(input.record.kind).route ?? null) : null, recordId: input.record?.id ?? null }
  return { repeat: input.repeat === null ? null : JSON.stringify({ ...input.repeat, day }), ...record }
}

const saveTask: CommandHandler<'save-task'> = async (input, ctx) => {
  const old = input.revision === undefined ? undefined : await seenTask(ctx, input.id)
  if (old) {
    await requireTyped(ctx, old)
    ctx.requireRevision(old, input.revision!)
    if (old.state !== 'open') refuse('wrong-state', { kind: 'task', state: old.state, needed: 'open' })
  } else if (ctx.tx.row('task', input.id)) refuse('already-exists', { field: 'id', value: input.id })
  const userIds = [...new Set(input.userIds)]
  if (userIds.some((id) => id !== ctx.viewer.userId)) ctx.require('task.assign')
  const users = userIds.map((id) => activeUser(ctx, id))
  if (input.record) ctx.orNotFound(seenRecord(readingIn(ctx), input.record.kind, input.record.id), input.record.kind as never)
  const first = users[0]!
  const fields = {
    ...{ title: input.title, note: input.note, dueOn: input.dueOn, dueTime: input.dueTime, urgent: input.urgent ? 1 : 0 },
    ...keptOf(ctx, old, input),
    ...{ ownerId: first.id, departmentId: first.departmentId },
  }
  // Another day or hour rings anew.
  const alreadyRung = old && old.dueOn === input.dueOn && old.dueTime === input.dueTime ? {} : { ringOn: input.dueOn, rungAt: null }
  const revision = (old?.revision ?? 0) + 1
  if (old) {
    ctx.tx.patch('task', old.id, { ...fields, ...alreadyRung, revision })
    noteEvent(ctx, old.id, { act: 'changed', userId: ctx.viewer.userId })
  } else {
    ctx.tx.put('task', {
      ...{ id: input.id, rule: OWN_TASK, part: '', anchor: null, firstOn: ctx.today, ...fields, ringOn: input.dueOn, rungAt: null },
      ...{ state: 'open', live: 1, grouped: 0, escalatedOn: null, waitingUntil: null, waitingFor: '', doneBy: null, doneAt: null },
      ...{ createdBy: ctx.viewer.userId, createdAt: ctx.now, revision },
    })
    noteEvent(ctx, input.id, { act: 'made', userId: ctx.viewer.userId })
  }
  const people = old ? await peopleOf(ctx, old.id) : []
  for (const person of people) if (isAsked(person) && !userIds.includes(person.userId)) ctx.tx.remove('task_person', person.id)
  for (const userId of userIds) {
    const known = people.find((person) => person.userId === userId)
    if (known && isAsked(known)) continue
    askPerson(ctx, input.id, userId, 'named', known)
    tell(ctx, userId, 'handed-over', input.id, input.title)
  }
  const checks = old ? await ctx.db.selectFrom('task_check').selectAll().where('taskId', '=', old.id).orderBy('position').execute() : []
  for (const check of checks) if (!input.checks.some(({ id }) => id === check.id)) ctx.tx.remove('task_check', check.id)
  for (const [position, { id, text, done }] of input.checks.entries()) {
    const known = checks.find((check) => check.id === id)
    if (known) ctx.tx.patch('task_check', id, { position, text, done: done ? 1 : 0 })
    else ctx.tx.put('task_check', { id, taskId: input.id, position, text, done: done ? 1 : 0 })
  }
  return { id: input.id, revision }
}

/** The id of the one that follows a repeating task which is done in this revision: taken back, it is found again. */
const nextIdOf = (task: Pick<TaskRow, 'id'>, revision: number): string => derivedId(task.id, `next ${revision}`)

/** The next one of a task that repeats, with the same people and an unticked list. */
const repeatTask = async (ctx: CommandContext, task: TaskRow): Promise<void> => {
  if (task.repeat === null) return
  const id = nextIdOf(task, task.revision)
  const calendar = readWorkCalendar(ctx.tx.sql)
  const repeat = JSON.parse(task.repeat) as Repeat
  let dueOn = nextDay(calendar, task.dueOn, repeat)
  // One that was left undone for long goes on from now, not through all the days between.
  while (dueOn <= ctx.today) dueOn = nextDay(calendar, dueOn, repeat)
  ctx.tx.put('task', {
    ...{ ...task, id, dueOn, firstOn: ctx.today, ringOn: dueOn, rungAt: null, waitingUntil: null, waitingFor: '' },
    ...{ createdAt: ctx.now, revision: 1 },
  })
  for (const person of (await peopleOf(ctx, task.id)).filter(isAsked)) putPerson(ctx, id, person.userId, person.because)
  const checks = await ctx.db.selectFrom('task_check').selectAll().where('taskId', '=', task.id).orderBy('position').execute()
  for (const { position, text } of checks)
    ctx.tx.put('task_check', { id: derivedId(id, `check ${position}`), taskId: id, position, text, done: 0 })
  noteEvent(ctx, id, { act: 'made', userId: ctx.viewer.userId })
}

/** A task with all that hangs on it, and what the bell says of it. */
const removeTask = async (ctx: CommandContext, taskId: string): Promise<void> => {
  for (const table of ['task_person', 'task_event', 'task_check'] as const) {
    const rows = await ctx.db.selectFrom(table).select('id').where('taskId', '=', taskId).orderBy('id').execute()
    for (const { id } of rows) ctx.tx.remove(table, id)
  }
  const news = await ctx.db.selectFrom('notification').select('id').where('recordId', '=', taskId).orderBy('id').execute()
  for (const { id } of news) ctx.tx.remove('notification', id)
  ctx.tx.remove('task', taskId)
}

const finishTask: CommandHandler<'finish-task'> = async ({ note = '', ...seen }, ctx) => {
  const task = await taskToAct(ctx, seen)
  await repeatTask(ctx, task)
  noteEvent(ctx, task.id, { act: 'done', userId: ctx.viewer.userId, text: note })
  if (task.createdBy !== null) tell(ctx, task.createdBy, 'finished', task.id, note === '' ? task.title : note)
  const live = task.rule === OWN_TASK ? 0 : task.live
  return patched(ctx, task, { state: 'done', live, doneBy: ctx.viewer.userId, doneAt: ctx.now, waitingUntil: null, waitingFor: '' })
}

const handOver: CommandHandler<'hand-over-task'> = async ({ userId, note = '', ...seen }, ctx) => {
  const task = await taskToAct(ctx, seen)
  const user = activeUser(ctx, userId)
  if (!(await showsTo(ctx, task, userId))) {
    const { people: staff } = await readOrganisation(ctx.db, ctx.today, ctx.viewer.language)
    refuse('not-theirs-to-see', { who: staff.get(userId)?.name ?? '' })
  }
  const actsFor = await actsForOf(readingIn(ctx))
  const people = await peopleOf(ctx, task.id)
  const askedNow = people.filter(isAsked)
  // One of several who were asked gives away their own part; a head, or who has it in their scope, takes it off all of them.
  const own = askedNow.filter((one) => actsFor.includes(one.userId) && one.because !== 'head')
  // Whoever gives it away is remembered, so that the rule does not ask them again.
  for (const giver of own.length > 0 ? own : askedNow)
    if (giver.userId !== userId) ctx.tx.patch('task_person', giver.id, { because: 'gave' })
  askPerson(
    ctx,
    task.id,
    userId,
    'handed',
    people.find((one) => one.userId === userId),
  )
  noteEvent(ctx, task.id, { act: 'handed-over', userId: ctx.viewer.userId, toUserId: userId, text: note })
  tell(ctx, userId, 'handed-over', task.id, note === '' ? task.title : note)
  return patched(ctx, task, { ownerId: user.id, departmentId: user.departmentId, rungAt: task.rungAt })
}

export const tasksCommands = defineCommands({
  'keep-tasks': keepTasks,
  'save-task': saveTask,
  'finish-task': finishTask,
  'hand-over-task': handOver,

  'reopen-task': async (seen, ctx) => {
    const task = await taskToAct(ctx, seen, 'done')
    noteEvent(ctx, task.id, { act: 'reopened', userId: ctx.viewer.userId })
    const next = ctx.tx.row('task', nextIdOf(task, task.revision - 1))
    const isUntouched = next?.state === 'open' && next.revision === 1
    if (next && isUntouched) await removeTask(ctx, next.id)
    // Once the next one goes its own way it is the one that repeats.
    const repeat = next && !isUntouched ? null : task.repeat
    return patched(ctx, task, { state: 'open', live: 1, doneBy: null, doneAt: null, repeat })
  },

  'snooze-task': async ({ id, until }, ctx) => {
    const task = await seenTask(ctx, id)
    if (task.state !== 'open') refuse('wrong-state', { kind: 'task', state: task.state, needed: 'open' })
    const people = await peopleOf(ctx, task.id)
    const actsFor = await actsForOf(readingIn(ctx))
    // Of whom nothing is asked nothing is told that could be put off.
    if (!people.some((one) => isAsked(one) && actsFor.includes(one.userId))) refuse('nothing-to-do', {})
    const own = people.find(({ userId }) => userId === ctx.viewer.userId)
    if (own) ctx.tx.patch('task_person', own.id, { snoozedUntil: until })
    // A stand-in keeps it still for themselves alone, and is not asked by that when the other is back.
    else putPerson(ctx, task.id, ctx.viewer.userId, 'stands-in', until)
    return {}
  },

  'wait-task': async ({ until, reason, ...seen }, ctx) => {
    const task = await taskToAct(ctx, seen)
    if (until <= ctx.today) refuse('date-out-of-order', { earlier: ctx.today, later: until, path: 'until' })
    if (daysBetween(ctx.today, until) > LONGEST_WAIT_DAYS) refuse('invalid-input', { issues: [{ path: 'until', rule: 'wait-too-long' }] })
    noteEvent(ctx, task.id, { act: 'waiting', userId: ctx.viewer.userId, text: reason })
    return patched(ctx, task, { waitingUntil: until, waitingFor: reason })
  },

  'comment-task': async ({ id, eventId, text, userIds }, ctx) => {
    const task = await seenTask(ctx, id)
    if (ctx.tx.row('task_event', eventId)) refuse('already-exists', { field: 'eventId', value: eventId })
    noteEvent(ctx, task.id, { id: eventId, act: 'commented', userId: ctx.viewer.userId, text })
    for (const userId of new Set(userIds)) {
      activeUser(ctx, userId)
      if (!(await peopleOf(ctx, task.id)).some((one) => one.userId === userId)) putPerson(ctx, task.id, userId, 'mentioned')
      tell(ctx, userId, 'mentioned', task.id, text)
    }
    for (const { userId } of await peopleOf(ctx, task.id)) if (!userIds.includes(userId)) tell(ctx, userId, 'commented', task.id, text)
    return {}
  },

  'tick-task': async ({ checkId, done, ...seen }, ctx) => {
    // An entry of another list is as one that there is not, before anything is said of this task.
    if (ctx.tx.row('task_check', checkId)?.taskId !== seen.id) return ctx.orNotFound<never>(undefined, 'task')
    const task = await taskToAct(ctx, seen)
    ctx.tx.patch('task_check', checkId, { done: done ? 1 : 0 })
    return patched(ctx, task, {})
  },

  'delete-task': async (seen, ctx) => {
    const task = await seenTask(ctx, seen.id)
    await requireTyped(ctx, task)
    ctx.requireRevision(task, seen.revision)
    // What is over is history.
    if (task.state !== 'open') refuse('wrong-state', { kind: 'task', state: task.state, needed: 'open' })
    await removeTask(ctx, task.id)
    return {}
  },
})
