// A figure of a credit: an amount, a range, a text or a named value.
import type { CheckFigure } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import { useWords } from '../../words/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { lettersWords } from './words.ts'

export const useFigure = () => {
  const { t, name } = useWords(lettersWords)
  return (figure: CheckFigure | null): string => {
    if (figure === null) return '–'
    if ('text' in figure) return figure.text === '' ? '–' : figure.text
    if ('name' in figure) return name(figure.name)
    if (figure.upTo === undefined) return moneyShown(figure.money)
    return t('letters.up-to', { from: moneyShown(figure.money), to: moneyShown(figure.upTo) })
  }
}
