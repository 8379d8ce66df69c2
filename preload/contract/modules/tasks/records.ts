// Tasks (今日事务) with their people and history, the company's settings of reminder rules, its calendars of working days, and news for one person.
import { column, record, states } from '../../define/record.ts'
import { owner } from '../../define/shared-facts.ts'

const { text, code, boolean, date, datetime, integer, named, formed, word } = column

export const task = record('task', {
  table: 'task',
  sync: 'trade',
  owned: true,
  /** view: tasks of others, within the scope; edit: to change what others typed; assign: to give others tasks. One's own need no right. */
  actions: ['view', 'edit', 'assign'],
  grants: {
    'sales-manager': 'all',
    ...{ salesperson: ['assign'], merchandiser: ['assign'], purchaser: ['assign'], 'shipping-clerk': ['assign'] },
    ...{ accountant: ['assign'], cashier: ['assign'], administrator: ['assign'] },
  },
  /** closed: its cause is gone; replaced: the day that it was counted from has moved, and another took its place. */
  states: states('task-state', { open: 'moving', done: 'good', closed: 'gone', replaced: 'gone' }),
  title: ['title', 'rule'],
  route: 'task',
  columns: {
    ...{ rule: word('follow-up'), recordId: code(), anchor: date(), title: text(), note: text(), urgent: boolean() },
    ...{ dueOn: date(), dueTime: text(), repeat: formed('changed'), firstOn: date(), state: word('task-state') },
    ...{ escalatedOn: date(), waitingUntil: date(), waitingFor: text(), doneBy: named('user'), doneAt: datetime(), ...owner },
  },
  internal: {
    route: 'plain',
    part: 'plain',
    ringOn: 'plain',
    rungAt: 'plain',
    live: 'plain',
    grouped: 'plain',
    createdBy: 'plain',
  },
  parts: {
    task_person: {
      of: { column: 'taskId', table: 'task' },
      line: true,
      title: ['userId'],
      columns: { userId: named('user'), because: word('task-person'), snoozedUntil: datetime(), wokenAt: datetime() },
    },
    task_event: {
      of: { column: 'taskId', table: 'task' },
      line: true,
      title: ['act'],
      columns: { act: word('task-act'), userId: named('user'), text: text(), givenTo: named('user') },
      internal: { at: 'plain', position: 'plain' },
    },
    task_check: {
      of: { column: 'taskId', table: 'task' },
      line: true,
      title: ['text'],
      columns: { text: text(), done: boolean() },
      internal: { position: 'plain' },
    },
  },
})

export const reminderRule = record('reminder-rule', {
  table: 'reminder_rule',
  sync: 'company',
  actions: ['view', 'edit'],
  grants: { administrator: 'all', 'sales-manager': ['view'] },
  title: ['rule'],
  columns: { rule: word('follow-up'), startedOn: date(), active: boolean(), ruleSettings: formed('changed') },
})

export const workYear = record('work-year', {
  table: 'work_year',
  sync: 'company',
  view: 'reminder-rule.view',
  title: ['year'],
  columns: { year: integer(), specialDays: formed('changed'), refundUntil: date(), notice: text() },
})

export const notification = record('notification', {
  table: 'notification',
  sync: 'own',
  title: ['text'],
  columns: { userId: named('user'), news: word('bell'), byUserId: named('user'), text: text() },
  internal: { at: 'plain', recordKind: 'plain', recordId: 'plain' },
})

export const tasksRecords = [task, reminderRule, workYear, notification] as const
