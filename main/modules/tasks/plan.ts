// What has to change so that tasks are what the records ask for now. Reads, and says; keep.ts writes it. Rules D20 to D32.
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { TaskTable } from '../../../db/schema/tables.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { minuteIn } from '../../../preload/contract/vocabulary/dates.ts'
import { OWN_TASK, type TASK_ACTS } from '../../../preload/contract/modules/tasks/calls.ts'
import type { WorkCalendar } from '../../../preload/contract/vocabulary/working-days.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { DueRow, DueRule } from '../../records/due.ts'
import { escalationDay, firstDay, lastAnchor, lastAskingDay } from './days.ts'
import { readHours, readRules, type SetRule } from './settings.ts'
import { askedOf, readStaff, whomOn, type Asked, type Staff } from './whom.ts'
import { readWorkCalendar } from '../../records/tasks/index.ts'

export type TaskRow = Selectable<TaskTable>
type PersonRow = { id: string; taskId: string; userId: string; because: string }
type Act = (typeof TASK_ACTS)[number]

export type Make = { rule: DueRule; row: DueRow; people: readonly Asked[]; firstOn: IsoDate; dueOn: IsoDate; grouped: boolean }
export type Change = {
  task: TaskRow
  fields: Partial<
    Pick<
      TaskRow,
      | 'state'
      | 'live'
      | 'ringOn'
      | 'rungAt'
      | 'escalatedOn'
      | 'waitingUntil'
      | 'waitingFor'
      | 'doneBy'
      | 'doneAt'
      | 'ownerId'
      | 'departmentId'
    >
  >
  acts: readonly { act: Act; toUserId?: string }[]
  come: readonly Asked[]
  go: readonly string[]
}
export type Plan = {
  /** Rules that begin now. */
  starts: readonly DueRule[]
  makes: readonly Make[]
  changes: readonly Change[]
  /** Tasks that people are told of now. */
  tell: readonly TaskRow[]
  /** Rows of persons whose snooze is over: the task rings for them again. */
  woken: readonly string[]
  /** Whether people are told now of what a rule asks: at a working hour, of urgent rules at any time. */
  tells(rule: string): boolean
}

/** One occasion of a rule: another anchor is another one. */
export const occasionOf = (one: { recordId: string | null; part: string; anchor: string | null }): string =>
  JSON.stringify([one.recordId, one.part, one.anchor])
const ofRow = (row: DueRow): string => occasionOf({ recordId: row.id, part: row.part, anchor: row.date })

/** What a rule asks for now, by day: a replay makes the same tasks in the same order. Of an anchor that is past another rule may ask: then this one is silent. */
export const rowsOf = async (q: QueryContext, { rule, yields }: Pick<SetRule, 'rule' | 'yields'>, until: IsoDate): Promise<DueRow[]> => {
  const { rows } = await sql<DueRow>`${await rule.rows(q, until, sql<boolean>`1`)}`.execute(q.db as never)
  const ordered = rows.toSorted((a, b) => compareTexts(a.date, b.date) || compareTexts(a.id, b.id) || compareTexts(a.part, b.part))
  return yields ? ordered.filter(({ date }) => date >= q.today) : ordered
}
const occasionsOf = async (q: QueryContext, one: Pick<SetRule, 'rule' | 'yields'>, until: IsoDate): Promise<Map<string, DueRow>> =>
  new Map((await rowsOf(q, one, until)).map((row) => [ofRow(row), row]))

export type Moment = { q: QueryContext; calendar: WorkCalendar; staff: Staff }
export const momentOf = async (q: QueryContext): Promise<Moment> => ({ q, calendar: readWorkCalendar(q.sql), staff: await readStaff(q) })

/** What a rule asks with these settings now: its rows by their occasions, whom each asks, and the first day of those whose day has come. */
export const asksOf = async ({ q, calendar, staff }: Moment, one: Pick<SetRule, 'rule' | 'yields' | 'settings'>) => {
  const { rule, settings } = one
  const rows = await occasionsOf(q, one, lastAnchor(settings, rule.move, q.today))
  const given = await rule.peopleOf?.(q, [...new Set([...rows.values()].map(({ id }) => id))])
  const askedFor = (row: DueRow): Asked[] => askedOf(staff, rule, row, whomOn(rule, settings, row, q.today), given?.get(row.id))
  /** Null before its first day, and where nothing is asked any more when that comes. */
  const beganOn = (row: DueRow): IsoDate | null => {
    const first = firstDay(calendar, settings, rule.move, { anchor: row.date })
    return first > q.today || (row.stopOn !== null && first > row.stopOn) ? null : first
  }
  return { rows, askedFor, beganOn }
}

/** Tasks of a rule whose causes were there when it was last looked. */
const liveTasks = async (q: QueryContext, rule: string) => {
  const tasks = await q.db.selectFrom('task').selectAll().where('live', '=', 1).where('rule', '=', rule).orderBy('id').execute()
  const people =
    tasks.length === 0
      ? []
      : await q.db
          .selectFrom('task_person as p')
          .innerJoin('task as t', 't.id', 'p.taskId')
          .select(['p.id', 'p.taskId', 'p.userId', 'p.because'])
          .where('t.live', '=', 1)
          .where('t.rule', '=', rule)
          .orderBy('p.id')
          .execute()
  return { tasks, people: Map.groupBy(people, ({ taskId }) => taskId) }
}

const ended = (task: TaskRow, act: 'closed' | 'replaced', now: string): Change => ({
  task,
  fields: task.state === 'open' ? { live: 0, state: act, doneAt: now } : { live: 0 },
  acts: task.state === 'open' ? [{ act }] : [],
  ...{ come: [], go: [] },
})

/** What a task of a cause that is still there needs: to ask again, another person, a head. Undefined when nothing does. */
const brought = (
  { q, calendar, staff }: Moment,
  { rule, settings }: SetRule,
  task: TaskRow,
  row: DueRow,
  people: readonly PersonRow[],
  wanted: readonly Asked[],
): Change | undefined => {
  const fields: Change['fields'] = {}
  const acts: { act: Act; toUserId?: string }[] = []
  const come: Asked[] = []
  let open = task.state === 'open'
  const last = lastAskingDay(calendar, settings, rule.move, { anchor: row.date, stopOn: row.stopOn }, q.today)
  if (last !== null && last > (task.ringOn ?? '') && (open || rule.untilGone)) {
    Object.assign(fields, { ringOn: last, rungAt: null, ...(open ? {} : { state: 'open', doneBy: null, doneAt: null }) })
    acts.push({ act: open ? 'rang' : 'reopened' })
    open = true
  }
  if (open && task.waitingUntil !== null && task.waitingUntil <= q.today) {
    Object.assign(fields, { waitingUntil: null, waitingFor: '', ringOn: q.today, rungAt: null })
    if (acts.length === 0) acts.push({ act: 'rang' })
  }
  const there = new Set(people.map(({ userId }) => userId))
  const go = people.filter((p) => p.because === 'rule' && !wanted.some(({ userId }) => userId === p.userId)).map(({ id }) => id)
  for (const one of wanted) if (!there.has(one.userId)) come.push(one)
  if (open && come.length > 0) acts.push({ act: 'moved', toUserId: come[0]!.userId })
  const isWaiting = task.waitingUntil !== null && task.waitingUntil > q.today
  const day = escalationDay(calendar, settings.escalateAfter, { anchor: row.date, firstOn: task.firstOn })
  if (open && !isWaiting && task.escalatedOn === null && day !== null && day <= q.today) {
    const asked = wanted.map(({ userId }) => userId)
    const department = staff.viewers.get(asked[0] ?? '')?.departmentId ?? row.department
    const head = staff.headAbove(department, (id) => !asked.includes(id) && staff.sees(id, rule, row))
    if (head !== undefined) {
      Object.assign(fields, { escalatedOn: q.today, rungAt: null })
      acts.push({ act: 'escalated', toUserId: head })
      if (!there.has(head) && !come.some((one) => one.userId === head)) come.push({ userId: head, because: 'head' })
    }
  }
  const first = wanted[0]
  if (go.length > 0 && first && task.ownerId !== first.userId)
    Object.assign(fields, { ownerId: first.userId, departmentId: staff.viewers.get(first.userId)?.departmentId ?? null })
  if (Object.keys(fields).length === 0 && come.length === 0 && go.length === 0) return undefined
  return { task, fields, acts, come, go }
}

const ofRule = async (moment: Moment, one: SetRule) => {
  const { q } = moment
  const { rule, row: stored } = one
  const { tasks, people } = await liveTasks(q, rule.rule)
  if (!one.active) return { makes: [], changes: tasks.map((task) => ended(task, 'closed', q.now)) }
  const { rows, askedFor, beganOn } = await asksOf(moment, one)
  const makes: Make[] = []
  const changes: Change[] = []
  const startedOn = stored?.startedOn ?? q.today
  const known = new Map(tasks.map((task) => [occasionOf(task), task]))
  for (const [occasion, row] of rows) {
    const task = known.get(occasion)
    if (task) {
      const change = brought(moment, one, task, row, people.get(task.id) ?? [], askedFor(row))
      if (change) changes.push(change)
      continue
    }
    const first = beganOn(row)
    const asked = first === null ? [] : askedFor(row)
    if (first === null || asked.length === 0) continue
    makes.push({ rule, row, people: asked, firstOn: q.today, dueOn: rule.since ? q.today : row.date, grouped: first < startedOn })
  }
  const missing = tasks.filter((task) => !rows.has(occasionOf(task)))
  // A date that has moved further away than the rule looks is still a cause: then the task was replaced, not settled.
  const farther = missing.length === 0 ? new Map<string, DueRow>() : await occasionsOf(q, one, '9999-12-31')
  const elsewhere = new Set([...farther.values()].map((row) => JSON.stringify([row.id, row.part])))
  for (const task of missing) {
    if (farther.has(occasionOf(task))) continue
    changes.push(ended(task, elsewhere.has(JSON.stringify([task.recordId, task.part])) ? 'replaced' : 'closed', q.now))
  }
  return { makes, changes }
}

/** Whether somebody is told at this minute of what is not urgent. */
const isWorkingHour = (q: QueryContext, calendar: WorkCalendar): boolean => {
  const { from, to } = readHours(q.sql)
  const time = minuteIn(q.company.timeZone, q.now).slice(11)
  return calendar.isWorkingDay(q.today) && time >= from && time <= to
}

/** Typed tasks whose waiting is over: they ask again. Those of a rule see to it with their cause. */
const waitedFor = async (q: QueryContext): Promise<Change[]> => {
  const tasks = await q.db
    .selectFrom('task')
    .selectAll()
    .where('rule', '=', OWN_TASK)
    .where('state', '=', 'open')
    .where('waitingUntil', '<=', q.today)
    .orderBy('id')
    .execute()
  return tasks.map((task) => ({
    ...{ task, acts: [{ act: 'rang' }], come: [], go: [] },
    fields: { waitingUntil: null, waitingFor: '', ringOn: q.today, rungAt: null },
  }))
}

const snoozedUntilNow = async (q: QueryContext): Promise<string[]> =>
  (await q.db.selectFrom('task_person').select('id').where('snoozedUntil', '<=', q.now).orderBy('id').execute()).map(({ id }) => id)

/** All that there is to do now. `only`: of these rules, where a look has found it before. */
export const planTasks = async (q: QueryContext, only?: readonly string[]): Promise<Plan> => {
  const moment = await momentOf(q)
  const { calendar } = moment
  const rules = readRules(q)
  const makes: Make[] = []
  const changes: Change[] = []
  for (const one of rules) {
    if (only && !only.includes(one.rule.rule)) continue
    const found = await ofRule(moment, one)
    makes.push(...found.makes)
    changes.push(...found.changes)
  }
  changes.push(...(await waitedFor(q)))
  const tellsNow = isWorkingHour(q, calendar)
  const urgent = new Set(rules.filter(({ rule }) => rule.urgent).map(({ rule }) => rule.rule))
  const tells = (rule: string) => tellsNow || urgent.has(rule)
  const minute = minuteIn(q.company.timeZone, q.now)
  const { from } = readHours(q.sql)
  const untold = await q.db
    .selectFrom('task')
    .selectAll()
    .where('rungAt', 'is', null)
    .where('state', '=', 'open')
    .where('ringOn', '<=', q.today)
    .orderBy('id')
    .execute()
  const ending = new Set(changes.filter(({ fields }) => fields.state !== undefined && fields.state !== 'open').map(({ task }) => task.id))
  const tell = untold.filter((task) => {
    if (ending.has(task.id)) return false
    // What was typed rings at its own time, on whatever day that is.
    if (task.rule === OWN_TASK) return minute >= `${task.ringOn} ${task.dueTime ?? from}`
    return tells(task.rule)
  })
  const starts = rules.filter(({ row, rule }) => !row && (only?.includes(rule.rule) ?? true)).map(({ rule }) => rule)
  return { starts, makes, changes, tell, woken: await snoozedUntilNow(q), tells }
}
