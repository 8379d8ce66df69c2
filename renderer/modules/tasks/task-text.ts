// How a task, its day and its repeat are said.
import { OWN_TASK, type TaskLine, type TaskRepeat } from '../../../preload/contract/modules/tasks/calls.ts'
import { addDays, minuteIn, weekdayOf, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { tasksWords } from './words.ts'

export const mondayOf = (day: IsoDate): IsoDate => addDays(day, -weekdayOf(day))
export const weekdayText = (day: IsoDate, language: 'zh' | 'en'): string =>
  tasksWords[language].t(`today.weekday-${weekdayOf(day)}` as 'today.weekday-0')

type Titled = Pick<TaskLine, 'rule' | 'title' | 'number' | 'party'>
export const useTaskTexts = () => {
  const { t, name, language } = useWords(tasksWords)
  const { company } = useViewer()
  return {
    /** What a task is called where one word must do: typed ones by their title, others by their record. */
    titleOf: ({ rule, title, number, party }: Titled): string =>
      rule === OWN_TASK || number === '' ? title || name(`follow-up.${rule}`) : [number, party].filter(Boolean).join(' '),
    ruleOf: (rule: string): string => name(`follow-up.${rule}`),
    /** How far its day is; only what is late may be red. */
    daysText: ({ days, dueTime }: Pick<TaskLine, 'days' | 'dueTime'>): string => {
      const day =
        days < 0
          ? t('today.days-late', { days: -days })
          : days === 0
            ? t('today.due-today')
            : days === 1
              ? t('today.tomorrow')
              : t('today.in-days', { days })
      return dueTime === null || days < 0 ? day : `${day} ${dueTime}`
    },
    whenText: ({ dueOn, dueTime }: { dueOn: IsoDate; dueTime: string | null }): string =>
      [dueOn, weekdayText(dueOn, language), dueTime].filter(Boolean).join(' '),
    repeatText: ({ every, count }: TaskRepeat): string =>
      count === 1 ? t(`task.repeat-1-${every}`) : t(`task.repeat-${every}`, { count }),
    instantText: (instant: string): string => minuteIn(company.timeZone, instant),
  }
}
