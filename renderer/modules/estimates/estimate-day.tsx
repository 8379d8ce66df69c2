// The day of an estimate: rates that nobody has typed follow it, and what the table says of the day stands under it. Rule T46 of main/modules/books/SPEC.md.
import { Box } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useViewer } from '../../client/index.ts'
import { DateField } from '../../kit/fields/index.ts'
import type { Form } from '../../kit/form/index.ts'
import { dayRateOn, sameRate, useRateHelp } from '../../records/terms/index.ts'
import type { EstimateFormValues } from './estimate-form-values.ts'

const LINES = ['revenue', 'purchases', 'costs'] as const
type AnyLine = EstimateFormValues[(typeof LINES)[number]][number]
type DayRate = { rate: string; date: string | null }
type Change = { was: DayRate; is: DayRate }

/** A line at the rate of the new day, unless a person or a document gave it its own. */
const followed = <L extends AnyLine>(line: L, change: Change | undefined): L => {
  if (!change || change.is.rate === '') return line
  const { source, rate } = line
  if (source.rateOn !== null) return { ...line, rate: change.is.rate, source: { ...source, rateOn: change.is.date } }
  const untyped = source.from === 'typed' && (rate === '' || sameRate(rate, change.was.rate))
  return untyped ? { ...line, rate: change.is.rate } : line
}

const foreignLines = (value: EstimateFormValues, base: string): AnyLine[] =>
  LINES.flatMap((name): AnyLine[] => value[name]).filter((l) => l.currency !== '' && l.currency !== base)

const useFollowingDay = (form: Form<EstimateFormValues>): ((day: string | null) => void) => {
  const { company } = useViewer()
  const latest = useRef(form)
  const lastDay = useRef('')
  useEffect(() => {
    latest.current = form
    // A day that is cleared to type another is still the one before the change.
    if (form.value.estimatedOn) lastDay.current = form.value.estimatedOn
  })
  const follow = async (before: string, on: string) => {
    const currencies = [...new Set(foreignLines(latest.current.value, company.baseCurrency).map((l) => l.currency))]
    const changes = new Map<string, Change>()
    for (const currency of currencies) {
      const [was, is] = await Promise.all([dayRateOn(currency, before), dayRateOn(currency, on)])
      changes.set(currency, { was, is })
    }
    const { value, set } = latest.current
    if (value.estimatedOn !== on) return
    set({
      revenue: value.revenue.map((l) => followed(l, changes.get(l.currency))),
      purchases: value.purchases.map((l) => followed(l, changes.get(l.currency))),
      costs: value.costs.map((l) => followed(l, changes.get(l.currency))),
    })
  }
  return (day) => {
    const before = lastDay.current
    form.field('estimatedOn').onChange(day)
    if (day && day !== before) void follow(before, day)
  }
}

const RateNote = ({ currency, rate, on }: { currency: string; rate: string; on: string }) => {
  const said = useRateHelp({ currency, rate, on }, false)
  return said === undefined ? null : (
    <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
      {currency} {rate}: {said}
    </Box>
  )
}

export const EstimateDay = ({ form, readOnly }: { form: Form<EstimateFormValues>; readOnly: boolean }) => {
  const { company } = useViewer()
  const onChange = useFollowingDay(form)
  const on = form.value.estimatedOn ?? ''
  const rates = new Map(foreignLines(form.value, company.baseCurrency).map((l) => [`${l.currency} ${l.rate}`, l]))
  return (
    <Box sx={{ display: 'grid', gap: 0.5, alignContent: 'start' }}>
      <DateField {...form.field('estimatedOn')} onChange={onChange} fact required />
      {!readOnly && [...rates].map(([key, { currency, rate }]) => <RateNote key={key} currency={currency} rate={rate} on={on} />)}
    </Box>
  )
}
