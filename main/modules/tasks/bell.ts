// What has come to a person: approvals that wait for him, and answers to what he submitted. Unread is what came after he last looked.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { answeredFor, readBoard, waitingForViewer } from '../../records/approvals/index.ts'
import { readAuditChain } from '../../access/audit-chain.ts'
import { machine } from '../../access/machine.ts'
import { officeItself } from '../../access/viewer.ts'
import { approvalViewOf } from '../approvals/index.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { locateRecord } from '../../records/locate.ts'
import { openTasksOf, actsForOf, rulesShownElsewhere, seesTask, taskLines } from './lines.ts'

/** The desk keeps here when its user last looked at the bell (an ISO instant, as JSON). */
export const BELL_SEEN = 'bell-seen'
/** Answers older than this are no news. */
const ANSWERED_DAYS = 7
/** More news in a week than anybody reads. */
const MOST_ARRIVALS = 200

/** The trail is one thing and has no id of its own. */
const CHAIN = officeItself.userId
/** Nor have the backups. */
const BACKUPS = '00000000-0000-7000-8000-000000000001'

export type Notification = QueryOutput<'bell'>['items'][number]
/** What is no task and no record of its own. */
const plain = { rule: null, route: null, recordId: null, revision: null, expect: null, amount: null, count: 1 }

/** When the viewer last looked at the bell; empty before. */
export const seenAt = async (q: QueryContext): Promise<string> => {
  const row = await q.db
    .selectFrom('user_state')
    .select('value')
    .where('userId', '=', q.viewer.userId)
    .where('key', '=', BELL_SEEN)
    .executeTakeFirst()
  if (!row) return ''
  try {
    const value: unknown = JSON.parse(row.value)
    return typeof value === 'string' ? value : ''
  } catch {
    return '' // what a desk remembers is not trusted to be well-formed: everything counts as unread then
  }
}

/** Submissions of mine that others decided in the last days. */
export const answeredRows = (q: QueryContext) => answeredFor(q, addDays(q.today, -ANSWERED_DAYS))

/** Where the office found the audit trail broken, for who may read it; null while it is whole. */
export const brokenChain = (q: QueryContext): { entry: number; since: string } | null => {
  const chain = q.may('audit.view') ? readAuditChain(q.sql) : undefined
  return chain?.brokenAt && chain.since ? { entry: chain.brokenAt, since: chain.since } : null
}

/** Backups that failed, were not copied or are damaged, for who keeps them: one line, with the first of it. Rule U52 of backups. */
const failedBackup = (q: QueryContext): string | null => {
  if (!q.may('backup.view')) return null
  const { backupFailed, copyFailed, damaged } = machine()
  return [backupFailed, copyFailed, damaged].flatMap((one) => (one ? [one.since] : [])).toSorted()[0] ?? null
}

/** Tasks that people have been told of in the last days and that are still open; old causes of a rule are one line. */
const notifiedTasks = async (q: QueryContext, seen: string): Promise<Notification[]> => {
  const actsFor = await actsForOf(q)
  const since = addDays(q.today, -ANSWERED_DAYS)
  const elsewhere = rulesShownElsewhere(q)
  const woken = await q.db
    .selectFrom('task_person')
    .select('taskId')
    .where('userId', '=', q.viewer.userId)
    .where('wokenAt', '>=', since)
    .execute()
  const isWoken = new Set(woken.map(({ taskId }) => taskId))
  const tasks = (await openTasksOf(q, actsFor)).filter(
    ({ id, rule, rungAt }) => !elsewhere.has(rule) && rungAt !== null && (rungAt >= since || isWoken.has(id)),
  )
  const notified = (await taskLines(q, tasks, actsFor)).filter(
    (line) => line.mine && line.section !== 'waiting' && line.notifiedAt !== null,
  )
  const groups = Map.groupBy(notified, (line) => (line.grouped ? line.rule : line.id))
  return [...groups.values()].map((of): Notification => {
    const line = of[0]!
    const at = of.map((one) => one.notifiedAt!).reduce((a, b) => (a > b ? a : b))
    const one = of.length === 1 ? line : { ...line, number: '', party: '', title: '', recordId: null, route: null, amount: null }
    return {
      ...{
        id: line.id,
        kind: 'task',
        rule: line.rule,
        route: one.route,
        recordId: one.recordId,
        revision: of.length === 1 ? line.revision : null,
        expect: null,
      },
      ...{
        number: one.number,
        title: one.title === '' ? one.party : one.title,
        event: 'due',
        amount: one.amount,
        count: of.length,
        at,
        unread: at > seen,
      },
    }
  })
}

/** Which of these tasks are there and the viewer's to see. */
const seenTasks = async (q: QueryContext, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const tasks = await q.db
    .selectFrom('task')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const actsFor = await actsForOf(q)
  const seen = new Set<string>()
  for (const task of tasks) if (await seesTask(q, task, actsFor)) seen.add(task.id)
  return seen
}

/** What colleagues did that is news to the viewer: of records they may see. */
const arrivedRecords = async (q: QueryContext, seen: string): Promise<Notification[]> => {
  const rows = await q.db
    .selectFrom('notification')
    .selectAll()
    .where('userId', '=', q.viewer.userId)
    .where('at', '>=', addDays(q.today, -ANSWERED_DAYS))
    .orderBy('at', 'desc')
    .limit(MOST_ARRIVALS)
    .execute()
  const tasks = await seenTasks(
    q,
    rows.flatMap(({ recordKind, recordId }) => (recordKind === 'task' ? [recordId] : [])),
  )
  return rows.flatMap((row): Notification[] => {
    const isTask = row.recordKind === 'task'
    if (isTask && !tasks.has(row.recordId)) return []
    const at = isTask ? undefined : locateRecord({ id: row.recordId }, q)
    if (at?.kind === 'unknown') return []
    return [
      {
        ...{
          id: row.recordId,
          kind: isTask ? 'task' : 'record',
          rule: null,
          route: isTask ? null : row.recordKind,
          recordId: isTask ? null : row.recordId,
        },
        ...{
          revision: null,
          expect: null,
          amount: null,
          number: at?.title ?? '',
          title: row.text,
          event: row.news as Notification['event'],
          count: 1,
          at: row.at,
        },
        unread: row.at > seen,
      },
    ]
  })
}

/** Everything that has come, the newest first. */
export const notificationsOf = async (q: QueryContext): Promise<Notification[]> => {
  const seen = await seenAt(q)
  const { rows, board } = await waitingForViewer(q)
  const notification = (row: (typeof rows)[number], event: Notification['event'], at: string): Notification => ({
    ...plain,
    id: row.id,
    kind: row.kind as ApprovalKind,
    number: row.documentNumber,
    title: row.title,
    event,
    at,
    unread: at > seen,
  })
  // It has come to the people of a step when the step before was done.
  const waiting = rows.map((row): Notification => {
    const came = board
      .eventsOf(row)
      .filter((e) => e.step < row.step)
      .at(-1)?.at
    const { amount = null } = approvalViewOf(q, board, row)
    const expect = { revision: row.revision, contentHash: row.contentHash }
    return { ...notification(row, 'waiting', came ?? row.submittedAt), amount, expect }
  })
  const answered = await answeredRows(q)
  const answers = await readBoard(q, answered)
  const byOthers = answered.filter((row) => answers.eventsOf(row).at(-1)?.userId !== q.viewer.userId)
  const broken = brokenChain(q)
  const alarms: Notification[] = broken
    ? [
        {
          ...{ ...plain, id: CHAIN, kind: 'audit-chain', number: `#${broken.entry}`, title: '' },
          event: 'broken',
          at: broken.since,
          unread: broken.since > seen,
        },
      ]
    : []
  const failed = failedBackup(q)
  if (failed !== null)
    alarms.push({ ...{ ...plain, id: BACKUPS, kind: 'backup', number: '', title: '' }, event: 'failed', at: failed, unread: failed > seen })
  return [
    ...alarms,
    ...(await notifiedTasks(q, seen)),
    ...(await arrivedRecords(q, seen)),
    ...waiting,
    ...byOthers.map((row) => notification(row, row.state as Notification['event'], row.decidedAt ?? row.submittedAt)),
  ].toSorted((a, b) => compareTexts(b.at, a.at))
}
