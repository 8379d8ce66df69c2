// A task as it is typed, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { OWN_TASK, type TaskRepeat } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type PlacedKind, PLACED_KINDS } from '../../../preload/contract/records.ts'
import type { Params } from '../../client/index.ts'
import type { AnyRecord } from '../../records/fields/index.ts'
import { timeOf } from './act-dialogs.tsx'
import type { Person } from './people-field.tsx'

export type Task = QueryOutput<'task'>
export type Check = Task['checkList'][number]
export type TaskFormValues = {
  title: string
  note: string
  dueOn: string
  dueTime: string
  urgent: boolean
  every: TaskRepeat['every'] | null
  count: string
  record: AnyRecord | null
  userIds: readonly Person[]
  checks: readonly Check[]
}

const isPlaced = (kind: string | null | undefined): kind is PlacedKind => PLACED_KINDS.some((one) => one === kind)

export const taskFormValuesOf = (task: Task): TaskFormValues => ({
  ...{ title: task.title, note: task.note, dueOn: task.dueOn, dueTime: task.dueTime ?? '', urgent: task.urgent },
  ...{ every: task.repeat?.every ?? null, count: String(task.repeat?.count ?? 1) },
  record: task.recordId !== null && isPlaced(task.recordKind) ? { kind: task.recordKind, id: task.recordId, title: task.number } : null,
  ...{ userIds: task.people.map(({ id, name }) => ({ id, name })), checks: task.checkList },
})

/** A new one, for oneself; `params` says of which record, on which day. */
export const emptyTask = ({ recordKind, recordId, recordTitle = '', dueOn }: Params, today: string, me: Person): TaskFormValues => ({
  ...{ title: '', note: '', dueOn: dueOn ?? today, dueTime: '', urgent: false, every: null, count: '1' },
  record: recordId !== undefined && isPlaced(recordKind) ? { kind: recordKind, id: recordId, title: recordTitle } : null,
  ...{ userIds: [me], checks: [] },
})

/** What the office takes. A time that is none goes as it was typed, so that it is refused at its field. */
export const taskInputOf = (value: TaskFormValues): Omit<CommandInput<'save-task'>, 'id' | 'revision'> => ({
  ...{ title: value.title, note: value.note, dueOn: value.dueOn, urgent: value.urgent },
  dueTime: value.dueTime.trim() === '' ? null : (timeOf(value.dueTime) ?? value.dueTime),
  repeat: value.every === null ? null : { every: value.every, count: Number(value.count) },
  record: value.record && { kind: value.record.kind, id: value.record.id },
  ...{ userIds: value.userIds.map(({ id }) => id), checks: value.checks.filter(({ text }) => text.trim() !== '') },
})

export const isOwn = (task: Pick<Task, 'rule'> | undefined): boolean => task === undefined || task.rule === OWN_TASK
