// New customers, those who come again, and those who are back after more than a year, by period, with their orders. Rule CU34.
import type { CUSTOMER_LIFECYCLE, FLOW_PERIODS } from '../../../preload/contract/modules/statistics/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { officeItself } from '../../access/viewer.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { readingAs } from '../../records/reading.ts'
import { byCustomerAndDay } from './customer-analysis.ts'
import { lifecycleOf } from './customer-rules.ts'

const periodOf = (by: (typeof FLOW_PERIODS)[number], day: IsoDate): string => {
  if (by === 'month') return day.slice(0, 7)
  return by === 'year' ? day.slice(0, 4) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export const customerFlow: QueryHandler<'customer-flow'> = ({ by, from, to, countries, currency }, q) => {
  if (to < from) refuse('date-out-of-order', { earlier: from, later: to })
  const seen = byCustomerAndDay(q, 'orders', { asOf: to, currency, countries })
  // Whether somebody is new is the company's to know, whoever sold to them before; only that is told of it.
  const everywhere = byCustomerAndDay(readingAs(q, officeItself), 'orders', { asOf: to, countries })
  const none = () => ({ customers: 0, minor: 0 })
  const periods = new Map<string, Record<(typeof CUSTOMER_LIFECYCLE)[number] | 'all', { customers: number; minor: number }>>()
  for (const [customer, days] of seen) {
    const known = [...(everywhere.get(customer) ?? days).keys()].toSorted(compareTexts)
    const inside = [...days.keys()].filter((day) => day >= from)
    for (const [key, of] of Map.groupBy(inside, (day) => periodOf(by, day))) {
      const first = known.find((day) => periodOf(by, day) === key)!
      const stage = lifecycleOf(
        known.findLast((day) => day < first),
        first,
      )
      const period = periods.get(key) ?? { new: none(), repeat: none(), reactivated: none(), all: none() }
      const minor = of.reduce((sum, day) => sum + (days.get(day) ?? 0), 0)
      for (const part of [period[stage], period.all]) {
        part.customers++
        part.minor += minor
      }
      periods.set(key, period)
    }
  }
  return {
    currency: currency ?? (q.company.baseCurrency as Currency),
    periods: [...periods].toSorted(([a], [b]) => compareTexts(a, b)).map(([key, parts]) => ({ key, ...parts })),
  }
}
