// What is said of milestones: their name in the user's language, who they wait for, how far behind they are.
import type { MilestoneView } from '../../../preload/contract/modules/production/calls.ts'
import { useWords, type Words } from '../../words/index.ts'
import { productionWords } from './words.ts'

type Named = { name: string; nameEn: string }
export const namedIn = ({ language }: Pick<Words, 'language'>, { name, nameEn }: Named): string =>
  language === 'en' && nameEn !== '' ? nameEn : name

export const useMilestoneTexts = () => {
  const words = useWords(productionWords)
  const { t, name } = words
  return {
    nameOf: (one: Named) => namedIn(words, one),
    /** The person, or the role where nobody is named. */
    whoOf: ({ person, responsible }: Pick<MilestoneView, 'person' | 'responsible'>) =>
      person === '' ? name(`milestone-responsible.${responsible}`) : person,
    slipText: (slip: number) =>
      slip === 0 ? '' : slip > 0 ? t('production.behind', { days: slip }) : t('production.ahead', { days: -slip }),
  }
}
