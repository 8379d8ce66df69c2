// Tasks as lines of a list: what they are about is read of their records for whoever asks, so nothing is told that they may not see. Rules D4, D30.
import { sql } from 'kysely'
import type { TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import { OWN_TASK, TASK_PERSON, TASK_SECTIONS } from '../../../preload/contract/modules/tasks/calls.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { addDays, daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { readOrganisation } from '../../records/approvals/index.ts'
import { rightsOf, type DueRow } from '../../records/due.ts'
import { locateRecord } from '../../records/locate.ts'
import { occasionOf, type TaskRow } from './plan.ts'
import { allRules, readRules, type SetRule } from './settings.ts'
import { lastAnchor } from './days.ts'
import type { Because } from './whom.ts'

/** The viewer, and everybody for whom they stand in today. */
export const actsForOf = async (q: QueryContext): Promise<string[]> => {
  const { standIns } = await readOrganisation(q.db, q.today)
  const absent = [...standIns].filter(([, deputies]) => deputies.includes(q.viewer.userId)).map(([id]) => id)
  return [q.viewer.userId, ...absent]
}

/** Tasks of this rule as the viewer may see them now, by their occasions. */
export const visibleRows = async (
  q: QueryContext,
  { rule, settings }: Pick<SetRule, 'rule' | 'settings'>,
  tasks: readonly Pick<TaskRow, 'recordId' | 'anchor'>[],
): Promise<Map<string, DueRow>> => {
  if (!rightsOf(rule).every(q.may)) return new Map()
  const scope = rule.owned ? q.scope(rule.owned.resource, rule.owned.owner, rule.owned.department) : undefined
  // As far as the office looks: what a row sums up of a record is then the same as when it made the task.
  const until = tasks.map(({ anchor }) => anchor ?? '').reduce((a, b) => (a > b ? a : b), lastAnchor(settings, rule.move, q.today))
  const ids = JSON.stringify([...new Set(tasks.map(({ recordId }) => recordId))])
  const rows = await rule.rows(q, until, scope ?? sql<boolean>`1`)
  const found = await q.db
    .selectFrom(sql<DueRow>`(${rows})`.as('t'))
    .selectAll()
    .where(sql<boolean>`t.id in (select value from json_each(${ids}))`)
    .execute()
  return new Map(found.map((row) => [occasionOf({ recordId: row.id, part: row.part, anchor: row.date }), row]))
}

type Shown = Pick<TaskLine, 'route' | 'number' | 'party' | 'amount'>

/** What a task is about, for who may see that; undefined where they may not, or where its cause is gone. */
const shownOf = async (q: QueryContext, tasks: readonly TaskRow[]): Promise<Map<string, Shown>> => {
  const shown = new Map<string, Shown>()
  const rules = new Map(readRules(q).map((one) => [one.rule.rule, one]))
  const none = { party: '', amount: null }
  const located = (task: TaskRow): Shown | undefined => {
    const at = task.recordId === null ? undefined : locateRecord({ id: task.recordId }, q)
    return at && at.kind !== 'unknown' ? { ...none, route: task.route, number: at.title } : undefined
  }
  for (const [name, of] of Map.groupBy(tasks, ({ rule }) => rule)) {
    const set = rules.get(name)
    const rule = set?.rule
    const open = of.filter(({ state }) => state === 'open')
    const rows = set && open.length > 0 ? await visibleRows(q, set, open) : new Map<string, DueRow>()
    for (const task of of) {
      // What was typed says itself what it is about; its record is named to who may see it.
      if (name === OWN_TASK) shown.set(task.id, located(task) ?? { ...none, route: null, number: '' })
      else if (task.state === 'open') {
        const row = rows.get(occasionOf(task))
        if (!row) continue
        const amount = row.minor === null || row.currency === null ? null : money(Number(row.minor), row.currency)
        shown.set(task.id, { route: rule!.route, number: row.number, party: row.party, amount })
      } else {
        const past = located(task)
        if (past && rule && rightsOf(rule).every(q.may)) shown.set(task.id, past)
      }
    }
  }
  return shown
}

type PersonRow = { taskId: string; userId: string; name: string; because: Because; snoozedUntil: string | null; wokenAt: string | null }
type AskedPerson = PersonRow & { because: (typeof TASK_PERSON)[number] }
/** Whether a task is asked of a person, who may also stand beside it. */
export const isAsked = <P extends { because: string }>(person: P): person is P & { because: (typeof TASK_PERSON)[number] } =>
  (TASK_PERSON as readonly string[]).includes(person.because)
export type Line = TaskLine & { notifiedAt: string | null; order: number }

const listed = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`

const readPeople = async (q: QueryContext, ids: readonly string[]) =>
  (await q.db
    .selectFrom('task_person as p')
    .innerJoin('user as u', 'u.id', 'p.userId')
    .select(['p.taskId', 'p.userId', 'p.because', 'p.snoozedUntil', 'p.wokenAt', nameIn(q.viewer.language, 'user', 'u').as('name')])
    .where(sql<boolean>`p.taskId in ${listed(ids)}`)
    .orderBy(sql`p.because = 'head'`)
    .orderBy('p.id')
    .execute()) as PersonRow[]

const sectionOf = (
  q: QueryContext,
  task: TaskRow,
  { mine, snoozedUntil, since }: { mine: boolean; snoozedUntil: string | null; since: boolean },
): TaskLine['section'] => {
  const waits = task.waitingUntil !== null && task.waitingUntil > q.today
  if (waits || (snoozedUntil !== null && snoozedUntil > q.now) || (task.createdBy === q.viewer.userId && !mine)) return 'waiting'
  // What has begun and is still so has no day of its own: it asks until it is done.
  if (since) return 'today'
  if (task.dueOn < q.today) return 'overdue'
  if (task.dueOn === q.today || task.ringOn === q.today) return 'today'
  return task.dueOn <= addDays(q.today, 7) ? 'week' : 'later'
}

/** Lines of these tasks as the viewer may see them, by section and day. `actsFor`: of whom they are, as far as they are the viewer's. */
export const taskLines = async (q: QueryContext, tasks: readonly TaskRow[], actsFor: readonly string[]): Promise<Line[]> => {
  if (tasks.length === 0) return []
  const ids = tasks.map(({ id }) => id)
  const shown = await shownOf(q, tasks)
  const people = Map.groupBy(await readPeople(q, ids), ({ taskId }) => taskId)
  const checks = await q.db
    .selectFrom('task_check')
    .select(['taskId', sql<number>`sum(done)`.as('done'), sql<number>`count(*)`.as('of')])
    .where(sql<boolean>`taskId in ${listed(ids)}`)
    .groupBy('taskId')
    .execute()
  const comments = await q.db
    .selectFrom('task_event')
    .select(['taskId', sql<number>`count(*)`.as('count')])
    .where(sql<boolean>`taskId in ${listed(ids)}`)
    .where('text', '<>', '')
    .groupBy('taskId')
    .execute()
  const checksOf = new Map(checks.map((one) => [one.taskId, { done: Number(one.done), of: Number(one.of) }]))
  const commentsOf = new Map(comments.map((one) => [one.taskId, Number(one.count)]))
  const rules = new Map(allRules(q).map((rule) => [rule.rule, rule]))
  const changeable = await changeableIn(q, ids)
  const lines = tasks.flatMap((task): Line[] => {
    const about = shown.get(task.id)
    if (!about) return []
    const of = people.get(task.id) ?? []
    const asked: AskedPerson[] = of.filter(isAsked)
    const own = of.find(({ userId }) => userId === q.viewer.userId)
    const mine = asked.some(({ userId }) => actsFor.includes(userId))
    const snoozedUntil = own?.snoozedUntil ?? null
    const rule = rules.get(task.rule)
    return [
      {
        ...{ id: task.id, revision: task.revision, rule: task.rule, ...about },
        section: sectionOf(q, task, { mine, snoozedUntil, since: rule?.since === true }),
        ...{ state: task.state as TaskLine['state'], recordId: about.number === '' ? null : task.recordId, title: task.title },
        ...{ dueOn: task.dueOn, dueTime: task.dueTime, days: daysBetween(q.today, task.dueOn), firstOn: task.firstOn },
        ...{ urgent: task.urgent === 1, grouped: task.grouped === 1, escalatedOn: task.escalatedOn },
        ...{ part: task.part, waitingUntil: task.waitingUntil, waitingFor: task.waitingFor, snoozedUntil, mine },
        mayAct: actsOn(q, task, mine, changeable),
        people: asked.map(({ userId, name, because }) => ({ id: userId, name, because })),
        ...{ checks: checksOf.get(task.id) ?? null, comments: commentsOf.get(task.id) ?? 0 },
        notifiedAt: own?.wokenAt && own.wokenAt > (task.rungAt ?? '') ? own.wokenAt : task.rungAt,
        order: rule?.order ?? 0,
      },
    ]
  })
  const place = (line: Line) => TASK_SECTIONS.indexOf(line.section)
  return lines.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      compareTexts(`${a.dueOn} ${a.dueTime ?? '99'}`, `${b.dueOn} ${b.dueTime ?? '99'}`) ||
      a.order - b.order ||
      compareTexts(a.number, b.number),
  )
}
/** A line as it is told. */
export const asLine = ({ notifiedAt: _notifiedAt, order: _order, ...line }: Line): TaskLine => line

/** Rules that other pages show with buttons of their own. */
export const rulesShownElsewhere = (q: QueryContext): ReadonlySet<string> =>
  new Set(allRules(q).flatMap(({ rule, shownElsewhere }) => (shownElsewhere ? [rule] : [])))

/** Open tasks asked of any of these people, or typed by the viewer for others. */
export const openTasksOf = (q: QueryContext, actsFor: readonly string[]): Promise<TaskRow[]> =>
  q.db
    .selectFrom('task as t')
    .selectAll('t')
    .where('t.state', '=', 'open')
    .where(
      sql<boolean>`(t.id in (select taskId from task_person where because in ${listed(TASK_PERSON)} and userId in ${listed(actsFor)}) or (t.rule = ${OWN_TASK} and t.createdBy = ${q.viewer.userId}))`,
    )
    .orderBy('t.id')
    .execute()

/** Open tasks of everybody within the viewer's scope. */
export const openTasksInScope = (q: QueryContext): Promise<TaskRow[]> => {
  const scope = q.scope('task', 't.ownerId', 't.departmentId')
  const open = q.db.selectFrom('task as t').selectAll('t').where('t.state', '=', 'open').orderBy('t.id')
  return (scope ? open.where(scope) : open).execute()
}

/** Which of these tasks are within the viewer's scope, for who has this right to those of others. */
const inScopeOf = async (q: QueryContext, permission: 'task.view' | 'task.edit', ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (!q.may(permission)) return new Set()
  const scope = q.scope('task', 't.ownerId', 't.departmentId')
  if (!scope) return new Set(ids)
  const rows = await q.db
    .selectFrom('task as t')
    .select('t.id')
    .where(sql<boolean>`t.id in ${listed(ids)}`)
    .where(scope)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
/** Tasks of others that the viewer may act on: who sees them alone (an auditor) may not. */
const changeableIn = (q: QueryContext, ids: readonly string[]) => inScopeOf(q, 'task.edit', ids)

/** Whether the viewer may see this task at all: asked of them, typed by them, or of others within their scope. */
export const seesTask = async (q: QueryContext, task: TaskRow, actsFor: readonly string[]): Promise<boolean> => {
  if (task.createdBy === q.viewer.userId || task.ownerId === q.viewer.userId) return true
  const asked = await q.db.selectFrom('task_person').select('userId').where('taskId', '=', task.id).execute()
  return asked.some(({ userId }) => actsFor.includes(userId)) || (await inScopeOf(q, 'task.view', [task.id])).has(task.id)
}

/** Whether the viewer may change what was typed: who typed it, and who may change tasks of others, within their scope. */
export const mayChangeTask = async (q: QueryContext, task: TaskRow): Promise<boolean> =>
  task.rule === OWN_TASK && (task.createdBy === q.viewer.userId || (await changeableIn(q, [task.id])).has(task.id))

/** Whether the viewer may do it, hand it over, let it wait: asked of them, typed by them, or of others that they may change, within their scope. */
const actsOn = (q: QueryContext, task: TaskRow, mine: boolean, changeable: ReadonlySet<string>): boolean =>
  mine || task.createdBy === q.viewer.userId || changeable.has(task.id)
/** The same of one task. */
export const mayActOn = async (
  q: QueryContext,
  task: TaskRow,
  people: readonly { userId: string; because: string }[],
  actsFor: readonly string[],
): Promise<boolean> => {
  const mine = people.some((person) => isAsked(person) && actsFor.includes(person.userId))
  return actsOn(q, task, mine, await changeableIn(q, [task.id]))
}

/** Lines of the viewer's own tasks, or of everybody's within their scope. What has a card of its own on Today is left to that: `waiting` are the approvals that have one. */
export const linesFor = async (q: QueryContext, whose: 'mine' | 'team', waiting: ReadonlySet<string> = new Set()): Promise<Line[]> => {
  const actsFor = await actsForOf(q)
  if (whose === 'team') q.require('task.view')
  const tasks = await (whose === 'team' ? openTasksInScope(q) : openTasksOf(q, actsFor))
  const elsewhere = rulesShownElsewhere(q)
  return taskLines(
    q,
    tasks.filter((task) => !(elsewhere.has(task.rule) && waiting.has(task.recordId ?? ''))),
    actsFor,
  )
}
