// What is due, from the tasks of today and from the calendar, as tiles show it.
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { daysBetween } from '../../../../preload/contract/vocabulary/dates.ts'
import type { Money } from '../../../../preload/contract/vocabulary/money.ts'
import { useMay, useRemembered } from '../../../client/index.ts'

export type DueLine = {
  key: string
  /** The name of its rule, in the contract's names. */
  rule: string
  /** Where it is opened: the page of its record and its id; null of one that has none. */
  opens: { route: string; id: string } | null
  /** What it is about, and beside it in small. */
  text: string
  detail: string
  date: string
  days: number
  amount: Money | null
}
type Task = QueryOutput<'today'>['tasks'][number]
type Dated = QueryOutput<'task-calendar'>['items'][number]

const opensOf = (route: string | null, id: string | null) => (route === null || id === null ? null : { route, id })

export const lineOfTask = (task: Task): DueLine => {
  const text = task.title || task.party || task.number
  return {
    ...{ key: task.id, rule: `follow-up.${task.rule}`, opens: opensOf(task.route, task.recordId), text },
    detail: [task.party, task.number].filter((one) => one !== '' && one !== text).join(' · '),
    ...{ date: task.dueOn, days: task.days, amount: task.amount },
  }
}
export const lineOfDay = (one: Dated, today: string): DueLine => ({
  key: [one.rule, one.taskId, one.recordId, one.day, one.text].join(' '),
  ...{ rule: `follow-up.${one.rule}`, opens: opensOf(one.route, one.recordId), text: one.party || one.text },
  detail: [one.time, one.party === '' ? '' : one.text].filter(Boolean).join(' · '),
  ...{ date: one.day, days: daysBetween(today, one.day), amount: null },
})

/** Tasks by rule, in the order in which the rules first come: what is overdue before what is near. */
export const byRule = ({ tasks, counts }: Pick<QueryOutput<'today'>, 'tasks' | 'counts'>) =>
  [...Map.groupBy(tasks, ({ rule }) => rule)].map(([rule, of]) => ({
    rule: `follow-up.${rule}`,
    count: counts.reduce((sum, one) => sum + (one.rule === rule ? one.count : 0), 0),
    lines: of.map(lineOfTask),
  }))

/** Whose tasks a tile shows: as it was told, else as the page of today's tasks was left; those of others only to who may see them. */
export const useTaskScope = ({ whose }: TileSettings): 'mine' | 'team' => {
  const mayTeam = useMay()('task.view')
  const [team] = useRemembered('today-team', false)
  return mayTeam && (whose === 'team' || (whose !== 'mine' && team)) ? 'team' : 'mine'
}
