// The rate of a day in a form: what the office knows stands in until another is typed; the base currency has none to type.
import { useOfficeQuery, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

export type DayRate = {
  /** The typed rate, else the known one; '' when neither is there. "1" for the base currency. */
  rate: string
  /** Whether a rate is to be typed at all. */
  asked: boolean
  /** Where it comes from, or that none is known. */
  help: string | undefined
}

export const useDayRate = (currency: string, on: string | null, typed: string): DayRate => {
  const { t } = useWords()
  const { company, today } = useViewer()
  const isBase = currency === company.baseCurrency
  const known = useOfficeQuery('rate-on', { currency, on: on ?? today }, { enabled: currency !== '' && !isBase, keep: true })
  if (isBase) return { rate: '1', asked: false, help: undefined }
  if (currency === '') return { rate: '', asked: false, help: undefined }
  const found = known.data
  const help =
    found === undefined || (typed !== '' && typed !== found.rate)
      ? undefined
      : found.rate === null
        ? t('treasury.rate-missing', { currency })
        : t('treasury.rate-known', { date: found.date ?? '' })
  return { rate: typed === '' ? (found?.rate ?? '') : typed, asked: true, help }
}
