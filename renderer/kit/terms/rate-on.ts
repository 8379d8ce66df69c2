// The exchange rate of a day, read from the office for a document that is being typed.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask, useOfficeQuery, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

/** The rate in force on a day; '' when none is known, so that it must be typed. */
export const rateOn = async (currency: string, on: string): Promise<string> => {
  if (currency === '' || on === '') return ''
  const answer = await ask({ kind: 'query', name: 'rate-on', input: { currency, on } })
  return answer.ok ? ((answer.value as QueryOutput<'rate-on'>).rate ?? '') : ''
}

/** Where the typed rate comes from, or that none is known: said under its field while it may be typed. */
export const useRateHelp = (
  { currency, rate, on }: { currency: string; rate: string; on: string },
  readOnly: boolean,
): string | undefined => {
  const { t } = useWords()
  const { company } = useViewer()
  const asked = !readOnly && currency !== '' && currency !== company.baseCurrency && on !== ''
  const { data } = useOfficeQuery('rate-on', { currency, on }, { enabled: asked })
  if (!asked || !data) return undefined
  if (data.rate === null) return t('kit.terms.rate-missing', { currency })
  return data.rate === rate && data.date !== null ? t('kit.terms.rate-known', { date: data.date }) : undefined
}
