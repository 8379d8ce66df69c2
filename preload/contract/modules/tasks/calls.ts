// Today's tasks (今日事务): what is asked of whom and since when, by rules that the company sets or typed by hand; approvals that wait; and the bell.
import { z } from 'zod'
import { APPROVAL_KINDS, PLACED_KINDS, records } from '../../records.ts'
import {
  changedOutcome,
  command,
  longText,
  noOutcome,
  once,
  query,
  requiredText,
  revisionSchema,
  shortText,
  versionRef,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { dateSchema, planDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { approvalView } from '../approvals/calls.ts'
import { task } from './records.ts'

/**
 * What comes to a person. broken: the chain of the audit trail, for who may read it; failed: a backup, for who keeps them; due: a task that asks; handed-over,
 * mentioned, commented, finished, claimed: what colleagues did.
 */
export const NOTIFICATION_EVENTS = [
  ...['waiting', 'approved', 'rejected', 'returned', 'broken', 'failed'],
  ...['due', 'handed-over', 'mentioned', 'commented', 'finished', 'claimed'],
] as const
export const TASK_STATES = statesOf(task.states)
/** Tasks that somebody typed. */
export const OWN_TASK = 'own'
/** overdue: its day is past; today; week: within seven days; later; waiting: for others, or until a day. */
export const TASK_SECTIONS = ['overdue', 'today', 'week', 'later', 'waiting'] as const
/** How a task came to a person who is asked for it. */
export const TASK_PERSON = ['rule', 'head', 'named', 'handed'] as const
/** Who stands beside it: gave it away, was spoken to about it, keeps it still while they stand in for somebody. They see it and are not asked. */
export const BESIDE_TASK = ['gave', 'mentioned', 'stands-in'] as const
export const TASK_ACTS = [
  ...['made', 'rang', 'done', 'reopened', 'handed-over', 'commented', 'waiting', 'escalated', 'closed', 'replaced', 'changed', 'moved'],
] as const
const clockTime = once(() =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
    .describe('HH:MM by the company’s clock'),
)
const instant = once(() => z.iso.datetime().describe('instant (ISO, UTC)'))

// ---- rules -------------------------------------------------------------------------------------------------------------------------------

export const MOVES = ['back', 'forward', 'none'] as const
export const DAY_UNITS = ['calendar', 'working'] as const
/**
 * Whom a rule asks. owner, merchandiser, purchaser, responsible: those whom the record names (without one, everybody in that role within scope); head: of the
 * owner's department; role:<code>; user:<id>. Words joined by '|' are alternatives: the first that finds somebody.
 */
const whomText = once(() =>
  z
    .string()
    .regex(/^[a-z]+(:[0-9a-z-]+)?(\|[a-z]+(:[0-9a-z-]+)?)*$/, 'choice')
    .max(120),
)

/** Days of a rule: `first` after its anchor (negative: before), `again` on further days, or `every` so many from the first one on. */
export const ruleSettings = once(() =>
  z.strictObject({
    first: z.int().min(-366).max(366),
    firstUnit: z.enum(DAY_UNITS),
    again: z.array(z.int().min(-366).max(366)).max(5),
    every: z.int().min(1).max(366).nullable(),
    everyUnit: z.enum(DAY_UNITS),
    atMost: z.int().min(1).max(60).nullable().describe('how often it asks in all; null: until its cause is gone'),
    whom: z.array(whomText()).min(1).max(10),
    escalateAfter: z.int().min(0).max(60).nullable().describe('working days after which the head is asked too; 0: on the anchor’s own day'),
  }),
)
export type RuleSettings = z.infer<ReturnType<typeof ruleSettings>>

const repeatSchema = once(() =>
  z.strictObject({ every: z.enum(['day', 'working-day', 'week', 'month', 'year']), count: z.int().min(1).max(99) }),
)
export type TaskRepeat = z.infer<ReturnType<typeof repeatSchema>>

const specialDay = once(() => z.strictObject({ day: planDate, off: z.boolean(), name: shortText }))

// ---- commands ----------------------------------------------------------------------------------------------------------------------------

export const tasksCommands = {
  /** Brings tasks to what the records ask for now: new ones, those whose cause is gone, those that ask again, those for a head. The office alone. */
  'keep-tasks': command({
    class: 'intent',
    desk: 'hub',
    permission: 'office',
    input: () =>
      z.strictObject({
        rules: z.array(z.string().max(60)).max(200).optional().describe('those in which there is something to do; all, when left out'),
      }),
    outcome: () => z.strictObject({ made: z.int(), changed: z.int(), left: z.int().describe('what the next run has to do') }),
  }),
  /** Makes a task by hand or changes one; for others with `task.assign`. */
  'save-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        id: idSchema,
        revision: revisionSchema.optional(),
        title: requiredText,
        note: longText,
        dueOn: planDate,
        dueTime: clockTime().nullable(),
        urgent: z.boolean(),
        repeat: repeatSchema().nullable(),
        record: z.strictObject({ kind: z.enum(PLACED_KINDS), id: idSchema }).nullable(),
        userIds: z.array(idSchema).min(1, 'required').max(20),
        checks: z.array(z.strictObject({ id: idSchema, text: requiredText, done: z.boolean() })).max(50),
      }),
    outcome: changedOutcome,
  }),
  'finish-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => versionRef().extend({ note: longText.optional() }),
    outcome: changedOutcome,
  }),
  'reopen-task': command({ class: 'intent', desk: 'runs', permission: 'signed-in', input: versionRef, outcome: changedOutcome }),
  /** Gives it to a colleague, who has it in place of whoever gives it. */
  'hand-over-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'task.assign',
    input: () => versionRef().extend({ userId: idSchema, note: longText.optional() }),
    outcome: changedOutcome,
  }),
  /** Keeps it still for oneself until an instant; others still have it. */
  'snooze-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema, until: instant() }),
    outcome: noOutcome,
  }),
  /** It waits for somebody else, with a reason, at most thirty days: nobody is asked and no head is told until then. */
  'wait-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => versionRef().extend({ until: planDate, reason: requiredText }),
    outcome: changedOutcome,
  }),
  /** Says something about it; who is named hears of it. */
  'comment-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema, eventId: idSchema, text: longText.min(1, 'required'), userIds: z.array(idSchema).max(20) }),
    outcome: noOutcome,
  }),
  'tick-task': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => versionRef().extend({ checkId: idSchema, done: z.boolean() }),
    outcome: changedOutcome,
  }),
  /** Takes away a task that oneself has typed. */
  'delete-task': command({ class: 'intent', desk: 'runs', permission: 'signed-in', input: versionRef, outcome: noOutcome }),
  /** Sets a ready-made rule; `ruleSettings` null: as delivered. */
  'save-reminder-rule': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'reminder-rule.edit',
    input: () =>
      z.strictObject({
        rule: z.string().min(1).max(60),
        revision: z.int().min(0).describe('0 of a rule that nobody has set yet'),
        active: z.boolean(),
        ruleSettings: ruleSettings().nullable(),
      }),
    outcome: changedOutcome,
  }),
  /** The company's own table of a year's holidays and make-up days; none: those that come with the program. */
  'save-work-year': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'reminder-rule.edit',
    input: () =>
      z.strictObject({
        year: z.int().min(2000).max(2199),
        revision: z.int().min(0).describe('0 of a year that nobody has set yet'),
        specialDays: z.array(specialDay()).max(200).nullable(),
        refundUntil: planDate.nullable(),
        notice: shortText,
      }),
    outcome: changedOutcome,
  }),
  /** From when to when people are told of what is not urgent, on working days. */
  'save-reminder-hours': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'reminder-rule.edit',
    input: () => z.strictObject({ revision: revisionSchema, from: clockTime(), to: clockTime() }),
    outcome: () => z.strictObject({ revision: z.int() }),
  }),
}

// ---- queries -----------------------------------------------------------------------------------------------------------------------------

/** A task as a line of a list. Number, party and amount are read of the record when they are asked for, so only for who may see it. */
const taskLine = once(() =>
  z.strictObject({
    id: idSchema,
    revision: z.int(),
    rule: z.string().describe('which kind of date, its name is follow-up.<rule>; own: typed by hand'),
    section: z.enum(TASK_SECTIONS),
    state: z.enum(TASK_STATES),
    part: z.string().describe('which of several of one record on one day, e.g. a milestone’s id'),
    route: z.string().nullable().describe('the page of its record; null where it has none'),
    recordId: idSchema.nullable(),
    number: z.string(),
    party: z.string(),
    title: z.string().describe('of one that was typed'),
    amount: moneySchema.nullable(),
    dueOn: dateSchema.describe('the day it is about'),
    dueTime: z.string().nullable(),
    days: z.int().describe('from today to dueOn; negative when it is past'),
    firstOn: dateSchema,
    urgent: z.boolean(),
    grouped: z.boolean().describe('its cause was there before its rule began'),
    escalatedOn: dateSchema.nullable(),
    waitingUntil: dateSchema.nullable(),
    waitingFor: z.string(),
    snoozedUntil: z.string().nullable(),
    mine: z.boolean().describe('asked of the viewer, or of somebody for whom they stand in'),
    mayAct: z.boolean().describe('may be done, handed over, made to wait, reopened by the viewer'),
    people: z.array(z.strictObject({ id: idSchema, name: z.string(), because: z.enum(TASK_PERSON) })),
    checks: z.strictObject({ done: z.int(), of: z.int() }).nullable(),
    comments: z.int(),
  }),
)
export type TaskLine = z.infer<ReturnType<typeof taskLine>>

/** As the commands of decisions take it. */
const decisionExpect = once(() => z.strictObject({ revision: z.int(), contentHash: z.string() }))
const personCount = once(() => z.strictObject({ userId: idSchema, name: z.string(), count: z.int() }))

const watches = [
  'approval',
  'approval_event',
  'delegation',
  'user',
  'user_role',
  'setting',
  'machine',
  'department',
  'role',
  'user_state',
  'task',
  'task_person',
  'task_event',
  'notification',
] as const
// Any record may have a date that is due.
const watchesAll = [...new Set([...watches, 'posting', ...records.flatMap((r) => [r.table, ...Object.keys(r.parts ?? {})])])]

export const tasksQueries = {
  /** How many steps `keep-tasks` would take now. The office alone. */
  'tasks-to-keep': query({
    permission: 'office',
    input: () => z.strictObject({}),
    output: () => z.strictObject({ steps: z.int(), rules: z.array(z.string()).describe('in which they are') }),
    heavy: true,
    watches: [],
  }),
  today: query({
    permission: 'signed-in',
    /** whose: one's own tasks, or (`task.view`) those of everybody within one's scope. */
    input: () => z.strictObject({ whose: z.enum(['mine', 'team']) }),
    output: () =>
      z.strictObject({
        waiting: z.array(approvalView()),
        sent: z.array(approvalView()),
        answered: z.array(approvalView()).describe('decided in the last seven days, newest first'),
        auditBroken: z
          .strictObject({ entry: z.int(), since: z.string() })
          .nullable()
          .describe('the entry at which the audit trail is broken, for who may see it'),
        tasks: z.array(taskLine()).describe('open ones, by section, then by day'),
        counts: z
          .array(z.strictObject({ rule: z.string(), section: z.enum(TASK_SECTIONS), count: z.int() }))
          .describe('of all, also of those not shown'),
        people: z.array(personCount()).describe('of a team: how many each has'),
        holidaysUnknown: z.int().nullable().describe('the year whose holidays nobody has entered, where one is needed'),
      }),
    watches: watchesAll,
  }),
  /** One task with its history, for whom it is asked of, who made it, and who may see the others' tasks. */
  task: query({
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      taskLine().extend({
        note: z.string(),
        repeat: repeatSchema().nullable(),
        recordKind: z.string().nullable(),
        checkList: z.array(z.strictObject({ id: idSchema, text: z.string(), done: z.boolean() })),
        events: z.array(
          z.strictObject({
            id: idSchema,
            at: z.string(),
            by: z.string().nullable(),
            act: z.enum(TASK_ACTS),
            text: z.string(),
            to: z.string().nullable(),
          }),
        ),
        mayChange: z.boolean().describe('typed by the viewer: may be changed and taken away'),
      }),
    watches: watchesAll,
  }),
  /** Tasks and coming dates by day: what is open, and what the records will ask for. */
  'task-calendar': query({
    permission: 'signed-in',
    input: () => z.strictObject({ from: dateSchema, to: dateSchema, whose: z.enum(['mine', 'team']) }),
    output: () =>
      z.strictObject({
        days: z.array(z.strictObject({ day: dateSchema, off: z.boolean(), name: z.string() })),
        items: z.array(
          z.strictObject({
            day: dateSchema,
            time: z.string().nullable(),
            rule: z.string(),
            route: z.string().nullable(),
            recordId: idSchema.nullable(),
            taskId: idSchema.nullable().describe('null of a day that asks nobody yet'),
            text: z.string(),
            party: z.string(),
            state: z.enum(TASK_STATES).nullable(),
          }),
        ),
        more: z.int().describe('how many are not shown'),
      }),
    watches: watchesAll,
  }),
  /** Tasks of one record that its viewer may see, open ones first: for the panel of its page. */
  'record-tasks': query({
    permission: 'signed-in',
    input: () => z.strictObject({ recordId: idSchema }),
    output: () => z.array(taskLine()),
    watches: watchesAll,
  }),
  /** Tasks that are over, the newest first: done by hand, closed by themselves. */
  'done-tasks': query({
    permission: 'signed-in',
    input: () => z.strictObject({ whose: z.enum(['mine', 'team']), limit: z.int().min(1).max(200) }),
    output: () => z.array(taskLine().extend({ doneAt: z.string().nullable(), doneBy: z.string().nullable() })),
    watches: watchesAll,
  }),
  /** Every ready-made rule as delivered and as the company has set it. */
  'reminder-rules': query({
    permission: 'reminder-rule.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        hours: z.strictObject({ from: clockTime(), to: clockTime(), revision: z.int() }),
        rules: z.array(
          z.strictObject({
            rule: z.string(),
            active: z.boolean(),
            revision: z.int(),
            move: z.enum(MOVES),
            untilGone: z.boolean().describe('asks again until its cause is gone, also after it was done by hand'),
            persons: z.array(z.string()).describe('words for whom its records name'),
            delivered: ruleSettings(),
            settings: ruleSettings(),
            changed: z.boolean(),
            open: z.int().describe('tasks of it that are open'),
          }),
        ),
        roles: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      }),
    watches: ['reminder_rule', 'task', 'role', 'user', 'setting'],
  }),
  /** Whom a rule would ask today with these settings, saved or not. */
  'reminder-preview': query({
    permission: 'reminder-rule.view',
    input: () => z.strictObject({ rule: z.string().max(60), settings: ruleSettings() }),
    output: () =>
      z.strictObject({
        people: z.array(personCount()),
        total: z.int(),
        first: z.array(
          z.strictObject({ number: z.string(), party: z.string(), date: dateSchema, firstOn: dateSchema, names: z.array(z.string()) }),
        ),
      }),
    heavy: true,
    watches: watchesAll,
  }),
  /** A year's special days, and until when its refunds are declared. */
  'work-year': query({
    permission: 'signed-in',
    input: () => z.strictObject({ year: z.int().min(2000).max(2199) }),
    output: () =>
      z.strictObject({
        year: z.int(),
        specialDays: z.array(specialDay()),
        known: z.boolean(),
        own: z.boolean().describe('the company’s own table'),
        refundUntil: dateSchema,
        notice: z.string(),
        revision: z.int(),
      }),
    watches: ['work_year'],
  }),
  /** What the bell shows: the newest first. */
  bell: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        waiting: z.int(),
        unread: z.int(),
        items: z.array(
          z.strictObject({
            id: idSchema.describe('of the approval, the task, or the record it is about'),
            kind: z.enum([...APPROVAL_KINDS, 'audit-chain', 'backup', 'task', 'record']),
            rule: z.string().nullable().describe('of a task'),
            route: z.string().nullable().describe('the page of its record'),
            recordId: idSchema.nullable(),
            revision: z.int().nullable().describe('of a task that can be done'),
            expect: decisionExpect().nullable().describe('what was seen of an approval that waits, to decide on it'),
            amount: moneySchema.nullable().optional().describe('absent for who may not see amounts of this kind'),
            number: z.string(),
            title: z.string(),
            event: z.enum(NOTIFICATION_EVENTS),
            count: z.int().describe('how many it stands for: old causes of one rule are one'),
            at: z.string(),
            unread: z.boolean(),
          }),
        ),
      }),
    // It stands on every screen. What its tasks are about is read with them; they change soon after their cause.
    watches,
  }),
  /** Only how many: asked behind the lock too, so that a pop-up can say that something has come without saying what. */
  'bell-count': query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        unread: z.int(),
        newestAt: z.string().nullable(),
        seenAt: z.string().describe('when its user last looked; empty before'),
      }),
    watches,
    whileLocked: true,
  }),
}
