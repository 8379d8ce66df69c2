// A rule's settings in words: 提前 5 天，之后每 2 个工作日 / 5 days before, then every 2 working days.
import type { RuleSettings } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { Words } from '../../words/index.ts'
import type { tasksWords } from './words.ts'

export type Rules = QueryOutput<'reminder-rules'>
export type Rule = Rules['rules'][number]
export type TasksWords = Words<keyof typeof tasksWords.own>

const comma = ({ language }: TasksWords) => (language === 'zh' ? '，' : ', ')
const offsetText = (offset: number, unit: RuleSettings['firstUnit'], { t }: TasksWords): string =>
  offset === 0 ? t('rules.on-the-day') : t(`rules.${offset < 0 ? 'before' : 'after'}-${unit}`, { count: Math.abs(offset) })

/** When it asks. */
export const daysText = ({ first, firstUnit, again, every, everyUnit, atMost }: RuleSettings, words: TasksWords): string =>
  [
    offsetText(first, firstUnit, words),
    ...again.map((offset) => words.t('rules.again', { when: offsetText(offset, firstUnit, words) })),
    ...(every === null
      ? []
      : [every === 1 ? words.t(`rules.every-1-${everyUnit}`) : words.t(`rules.every-${everyUnit}`, { count: every })]),
    // Once is what every rule asks that does not repeat.
    ...(every === null || atMost === null ? [] : [words.t('rules.at-most', { count: atMost })]),
  ].join(comma(words))

type Known = Pick<Rules, 'roles' | 'people'>
const oneText = (word: string, { roles, people }: Known, { t, name }: TasksWords): string => {
  const [kind = '', value] = word.split(/:(.*)/)
  if (kind === 'role') return t('rules.role', { name: roles.find(({ code }) => code === value)?.name ?? value ?? '' })
  if (kind === 'user') return people.find(({ id }) => id === value)?.name ?? '–'
  return name(`reminder-whom.${kind}`)
}
/** One entry of `whom`: alternatives read "the first, else the second". */
export const whomText = (entry: string, known: Known, words: TasksWords): string =>
  entry
    .split('|')
    .map((word) => oneText(word, known, words))
    .reduceRight((other, one) => words.t('rules.or', { one, other }))

export const peopleText = ({ whom }: Pick<RuleSettings, 'whom'>, known: Known, words: TasksWords): string =>
  whom.map((entry) => whomText(entry, known, words)).join(words.language === 'zh' ? '、' : ', ')

export const escalateText = ({ escalateAfter }: Pick<RuleSettings, 'escalateAfter'>, { t }: TasksWords): string => {
  if (escalateAfter === null) return t('rules.escalate-none')
  if (escalateAfter === 0) return t('rules.escalate-day')
  return escalateAfter === 1 ? t('rules.escalate-after-1') : t('rules.escalate-after', { count: escalateAfter })
}
