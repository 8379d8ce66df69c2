// The rate of a day in a form: what the office knows stands in until another is typed; the base currency has none to type.
import { createElement, type ReactNode } from 'react'
import { useOfficeQuery, useViewer } from '../../client/index.ts'
import { isDecimal } from '../../kit/format/index.ts'
import { WarningLine } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export type DayRate = {
  /** The typed rate, else the known one; '' when neither is there. "1" for the base currency. */
  rate: string
  /** Whether a rate is to be typed at all. */
  asked: boolean
  /** Where it comes from, that none is known, or that the typed one is far from it. */
  help: ReactNode
}

export const useDayRate = (currency: string, on: string | null, typed: string): DayRate => {
  const { t } = useWords()
  const { company, today } = useViewer()
  const isBase = currency === company.baseCurrency
  const compared = isDecimal(typed, 8) && Number(typed) > 0 ? { typed } : {}
  const known = useOfficeQuery('rate-on', { currency, on: on ?? today, ...compared }, { enabled: currency !== '' && !isBase, keep: true })
  if (isBase) return { rate: '1', asked: false, help: undefined }
  if (currency === '') return { rate: '', asked: false, help: undefined }
  const found = known.data
  const help =
    found === undefined
      ? undefined
      : found.rate === null
        ? typed === ''
          ? t('money.rate-missing', { currency })
          : undefined
        : typed === '' || typed === found.rate
          ? t('money.rate-known', { date: found.date ?? '' })
          : t('kit.terms.rate-of-day', { rate: found.rate, date: found.date ?? '' })
  const odd = found?.warnings ?? []
  return {
    rate: typed === '' ? (found?.rate ?? '') : typed,
    asked: true,
    help: odd.length > 0 ? createElement(WarningLine, { warnings: odd }) : help,
  }
}
