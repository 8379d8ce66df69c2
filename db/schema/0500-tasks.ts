// Migration 500: tasks and reminders (今日事务): what asks whom for what and since when, the company's settings of its rules, its calendars of working days.
// Rules D1 to D54 of tasks.
import { grant } from './grants.ts'

const everybody = ['sales-manager', 'salesperson', 'merchandiser', 'purchaser', 'shipping-clerk', 'accountant', 'cashier', 'administrator']

export const tasks = `
-- One occasion: (rule, record, part, anchor), or what somebody typed (rule 'own'). anchor: the day that it is counted from; firstOn: the first day that it asks.
-- ringOn: the last day on which it asks anew; rungAt: when people were told of it, null until then. live: its cause exists still. grouped: its cause
-- was there before its rule began. repeat: of a typed one, JSON.
CREATE TABLE task (
  id TEXT PRIMARY KEY, rule TEXT NOT NULL, route TEXT, recordId TEXT, part TEXT NOT NULL, anchor TEXT, title TEXT NOT NULL, note TEXT NOT NULL,
  urgent INTEGER NOT NULL, dueOn TEXT NOT NULL, dueTime TEXT, repeat TEXT, firstOn TEXT NOT NULL, ringOn TEXT, rungAt TEXT, state TEXT NOT NULL,
  live INTEGER NOT NULL, grouped INTEGER NOT NULL, escalatedOn TEXT, waitingUntil TEXT, waitingFor TEXT NOT NULL, doneBy TEXT REFERENCES user(id),
  doneAt TEXT, ownerId TEXT NOT NULL REFERENCES user(id), departmentId TEXT REFERENCES department(id), createdBy TEXT REFERENCES user(id),
  createdAt TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX task_live ON task(rule, recordId) WHERE live = 1;
CREATE INDEX task_record ON task(recordId);
CREATE INDEX task_untold ON task(ringOn) WHERE rungAt IS NULL AND state = 'open';
-- because: how it came to this person. snoozedUntil: an instant until which it keeps still for them; wokenAt: when that was last over and the task rang again.
CREATE TABLE task_person (
  id TEXT PRIMARY KEY, taskId TEXT NOT NULL REFERENCES task(id), userId TEXT NOT NULL REFERENCES user(id), because TEXT NOT NULL, snoozedUntil TEXT, wokenAt TEXT
) STRICT;
CREATE UNIQUE INDEX task_person_of ON task_person(taskId, userId);
CREATE INDEX task_person_user ON task_person(userId);
CREATE INDEX task_person_snoozed ON task_person(snoozedUntil) WHERE snoozedUntil IS NOT NULL;
-- What happened to it; userId is null where the office did it by itself.
CREATE TABLE task_event (
  id TEXT PRIMARY KEY, taskId TEXT NOT NULL REFERENCES task(id), position INTEGER NOT NULL, at TEXT NOT NULL, userId TEXT REFERENCES user(id), act TEXT NOT NULL, text TEXT NOT NULL,
  givenTo TEXT REFERENCES user(id)
) STRICT;
CREATE INDEX task_event_of ON task_event(taskId, position);
CREATE TABLE task_check (
  id TEXT PRIMARY KEY, taskId TEXT NOT NULL REFERENCES task(id), position INTEGER NOT NULL, text TEXT NOT NULL, done INTEGER NOT NULL
) STRICT;
CREATE INDEX task_check_of ON task_check(taskId);
-- What the company has set of a ready-made rule; ruleSettings is null where it stands as delivered. startedOn: the day since which it makes tasks.
CREATE TABLE reminder_rule (
  id TEXT PRIMARY KEY, rule TEXT NOT NULL UNIQUE, startedOn TEXT NOT NULL, active INTEGER NOT NULL, ruleSettings TEXT, revision INTEGER NOT NULL
) STRICT;
-- A year's special days as the company has them, JSON: in place of those that come with the program. refundUntil: the last day to declare the refund of this
-- year's exports. notice: where the days were published.
CREATE TABLE work_year (
  id TEXT PRIMARY KEY, year INTEGER NOT NULL UNIQUE, specialDays TEXT NOT NULL, refundUntil TEXT, notice TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
-- News for one person: what was handed over to them, what was said to them.
CREATE TABLE notification (
  id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES user(id), at TEXT NOT NULL, news TEXT NOT NULL, recordKind TEXT NOT NULL, recordId TEXT NOT NULL,
  byUserId TEXT REFERENCES user(id), text TEXT NOT NULL
) STRICT;
CREATE INDEX notification_of ON notification(userId, at);
CREATE INDEX notification_record ON notification(recordId);
${grant('owner', ['task.view', 'task.edit', 'task.assign', 'reminder-rule.view', 'reminder-rule.edit'])}
${grant('sales-manager', ['task.view', 'task.edit', 'reminder-rule.view'])}
${grant('auditor', ['task.view', 'reminder-rule.view'])}
${grant('administrator', ['reminder-rule.view', 'reminder-rule.edit'])}
${everybody.map((code) => grant(code, ['task.assign'])).join('\n')}
`
