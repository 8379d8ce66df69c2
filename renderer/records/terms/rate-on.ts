// The exchange rate of a day, read from the office for a document that is being typed.
import { useEffect, useRef } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { ask, useOfficeQuery, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

/** 6.8 and 6.80 are one rate. */
export const sameRate = (a: string, b: string): boolean =>
  a === b || (a !== '' && b !== '' && Number.isFinite(Number(a)) && Number.isFinite(Number(b)) && new Decimal(a).eq(b))

/** The rate in force on a day, '' when none is known, and the day from which it holds. */
export const dayRateOn = async (currency: string, on: string): Promise<{ rate: string; date: string | null }> => {
  const answer = currency === '' || on === '' ? null : await ask({ kind: 'query', name: 'rate-on', input: { currency, on } })
  const { rate, date } = answer?.ok ? (answer.value as QueryOutput<'rate-on'>) : { rate: null, date: null }
  return { rate: rate ?? '', date }
}

/** The rate in force on a day; '' when none is known, so that it must be typed. */
export const rateOn = async (currency: string, on: string): Promise<string> => (await dayRateOn(currency, on)).rate

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
  if (data.date === null) return undefined
  return sameRate(data.rate, rate)
    ? t('kit.terms.rate-known', { date: data.date })
    : t('kit.terms.rate-of-day', { rate: data.rate, date: data.date })
}

/**
 * Until a rate is typed it is that of the document's day: when the day changes it follows. Typed is what the table does not say of the last day that stood there,
 * so a draft that is opened again follows as well, and so does a document whose day is cleared before the next is typed. A typed one stays; `useRateHelp` tells
 * the day's beside it. Rule T46 of main/modules/books/SPEC.md.
 */
export const useFollowingRate = (
  { currency, rate, on }: { currency: string; rate: string; on: string },
  set: (part: { rate: string }) => void,
  readOnly: boolean,
): void => {
  const { company } = useViewer()
  const latest = useRef({ currency, on, rate, set, /** The last day that stood there. */ day: on })
  useEffect(() => {
    const before = latest.current
    latest.current = { currency, on, rate, set, day: on === '' ? before.day : on }
    if (readOnly || on === '' || before.day === on || before.currency !== currency || currency === company.baseCurrency) return
    void Promise.all([rateOn(currency, before.day), rateOn(currency, on)]).then(([was, is]) => {
      const now = latest.current
      const asItWas = now.currency === currency && now.on === on && (now.rate === '' || sameRate(now.rate, was))
      if (asItWas && is !== '' && !sameRate(now.rate, is)) now.set({ rate: is })
    })
  })
}
