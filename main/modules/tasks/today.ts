// What Today shows: approvals, tasks by section, how many each person has; one task with its history; what is over. Rules D1 to D5, D30 to D36.
import { sql } from 'kysely'
import { nameIn } from '../../../db/names-in-language.ts'
import type { TASK_ACTS, TaskRepeat } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { yearOf } from '../../../preload/contract/vocabulary/working-days.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { readBoard, waitingForViewer } from '../../records/approvals/index.ts'
import { locateRecord } from '../../records/locate.ts'
import { approvalViewOf } from '../approvals/index.ts'
import { answeredRows, brokenChain } from './bell.ts'
import { actsForOf, asLine, linesFor, mayChangeTask, seesTask, taskLines, type Line } from './lines.ts'
import type { TaskRow } from './plan.ts'
import { readWorkCalendar } from '../../records/tasks/index.ts'

const SHOWN = 100
const TASKS_SHOWN = 400

/** Counts by rule and section, in the lines' order. */
const countsOf = (lines: readonly Line[]): QueryOutput<'today'>['counts'] =>
  [...Map.groupBy(lines, ({ rule, section }) => `${section} ${rule}`).values()].map((of) => ({
    rule: of[0]!.rule,
    section: of[0]!.section,
    count: of.length,
  }))

const peopleOf = (lines: readonly Line[]): QueryOutput<'today'>['people'] => {
  const counts = new Map<string, { userId: string; name: string; count: number }>()
  for (const { id, name } of lines.flatMap(({ people }) => people)) {
    const known = counts.get(id) ?? { userId: id, name, count: 0 }
    counts.set(id, { ...known, count: known.count + 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)
}

/** From December on the next year's holidays are needed; so are this year's. */
const holidaysUnknown = (q: QueryContext): number | null => {
  const calendar = readWorkCalendar(q.sql)
  const years = [yearOf(q.today), ...(q.today.slice(5) >= '12-01' ? [yearOf(q.today) + 1] : [])]
  return years.find((year) => !calendar.knows(year)) ?? null
}

/** As somebody chose it; the day that its months are counted from is the office's own. */
const repeatOf = (text: string): QueryOutput<'task'>['repeat'] => {
  const { every, count } = JSON.parse(text) as TaskRepeat
  return { every, count }
}

/** The kind of the record that a task is about, as a form names it. */
const kindOf = (q: QueryContext, id: string): string | null => {
  const { kind, id: on } = locateRecord({ id }, q)
  return kind === 'unknown' || on !== undefined ? null : kind
}

const detailsOf = async (q: QueryContext, task: TaskRow, line: Line): Promise<QueryOutput<'task'>> => {
  const events = await q.db
    .selectFrom('task_event as e')
    .leftJoin('user as u', 'u.id', 'e.userId')
    .leftJoin('user as o', 'o.id', 'e.givenTo')
    .select([
      'e.id',
      'e.at',
      'e.act',
      'e.text',
      nameIn(q.viewer.language, 'user', 'u').as('by'),
      nameIn(q.viewer.language, 'user', 'o').as('to'),
    ])
    .where('e.taskId', '=', task.id)
    .orderBy('e.position')
    .execute()
  const checkList = await q.db.selectFrom('task_check').selectAll().where('taskId', '=', task.id).orderBy('position').execute()
  const typed = await mayChangeTask(q, task)
  return {
    ...asLine(line),
    ...{
      note: task.note,
      repeat: task.repeat === null ? null : repeatOf(task.repeat),
      recordKind: line.recordId === null ? null : kindOf(q, line.recordId),
    },
    checkList: checkList.map(({ id, text, done }) => ({ id, text, done: done === 1 })),
    events: events.map((e) => ({ ...e, act: e.act as (typeof TASK_ACTS)[number] })),
    mayChange: typed && task.state === 'open',
  }
}

export const todayQueries = defineQueries({
  today: async ({ whose }, q) => {
    const { rows, board, pending } = await waitingForViewer(q)
    const sent = pending.filter((row) => row.submittedBy === q.viewer.userId)
    const answered = await answeredRows(q)
    const answers = await readBoard(q, answered)
    const lines = await linesFor(q, whose, new Set(rows.map(({ id }) => id)))
    return {
      waiting: rows.slice(0, SHOWN).map((row) => approvalViewOf(q, board, row)),
      sent: sent.slice(0, SHOWN).map((row) => approvalViewOf(q, board, row)),
      answered: answered.map((row) => approvalViewOf(q, answers, row)),
      auditBroken: brokenChain(q),
      tasks: lines.slice(0, TASKS_SHOWN).map(asLine),
      counts: countsOf(lines),
      people: whose === 'team' ? peopleOf(lines) : [],
      holidaysUnknown: holidaysUnknown(q),
    }
  },

  task: async ({ id }, q) => {
    const actsFor = await actsForOf(q)
    const task = await q.db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
    if (!task || !(await seesTask(q, task, actsFor))) return q.orNotFound<never>(undefined, 'task')
    const [line] = await taskLines(q, [task], actsFor)
    return detailsOf(q, task, q.orNotFound(line, 'task'))
  },

  'record-tasks': async ({ recordId }, q) => {
    const actsFor = await actsForOf(q)
    const tasks = await q.db
      .selectFrom('task')
      .selectAll()
      .where('recordId', '=', recordId)
      .orderBy('createdAt', 'desc')
      .limit(SHOWN)
      .execute()
    const seen: TaskRow[] = []
    for (const task of tasks) if (await seesTask(q, task, actsFor)) seen.push(task)
    const lines = await taskLines(q, seen, actsFor)
    return [...lines.filter(({ state }) => state === 'open'), ...lines.filter(({ state }) => state !== 'open')].map(asLine)
  },

  'done-tasks': async ({ whose, limit }, q) => {
    const actsFor = await actsForOf(q)
    if (whose === 'team') q.require('task.view')
    const scope = whose === 'team' ? q.scope('task', 't.ownerId', 't.departmentId') : undefined
    const over = q.db
      .selectFrom('task as t')
      .leftJoin('user as u', 'u.id', 't.doneBy')
      .selectAll('t')
      .select(nameIn(q.viewer.language, 'user', 'u').as('doneName'))
      .where('t.state', '<>', 'open')
      .where('t.doneAt', '>=', addDays(q.today, -366))
      .orderBy('t.doneAt', 'desc')
      .orderBy('t.id')
      .limit(limit)
    const mine = sql<boolean>`(t.id in (select taskId from task_person where userId in (select value from json_each(${JSON.stringify(actsFor)}))) or t.createdBy = ${q.viewer.userId})`
    const rows = await (whose === 'mine' ? over.where(mine) : scope ? over.where(scope) : over).execute()
    const lines = new Map((await taskLines(q, rows, actsFor)).map((line) => [line.id, line]))
    return rows.flatMap(({ id, doneAt, doneName }) => {
      const line = lines.get(id)
      return line ? [{ ...asLine(line), doneAt, doneBy: doneName }] : []
    })
  },
})
