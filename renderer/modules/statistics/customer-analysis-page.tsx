// Customers by value, recency, frequency and rhythm: as of a day, over a window of orders.
import { useMemo } from 'react'
import type { ListParams } from '../../../preload/contract/queries.ts'
import { addDays, addMonths } from '../../../preload/contract/vocabulary/dates.ts'
import { useViewer } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { statisticsWords } from './words.ts'

/** Months of orders that value, frequency and money are of. */
const WINDOWS = ['12', '24', '36'] as const

export const CustomerAnalysisPage = () => {
  const { t, name } = useWords(statisticsWords)
  const { today } = useViewer()
  const [filters, setFilters] = useReportFilters({})
  const { asOf, window: months } = filters
  const asked = useMemo((): ListParams<'customer-analysis'> => {
    const day = asOf ?? today
    return {
      ...(asOf !== undefined && { asOf }),
      ...(months !== undefined && { from: addDays(addMonths(day, -Number(months)), 1) }),
    }
  }, [asOf, months, today])
  useTabTitle((w: Words) => w.name('list.customer-analysis'))
  return (
    <ListPage
      list="customer-analysis"
      title={name('list.customer-analysis')}
      params={asked}
      ownPeriod
      toolbar={
        <ReportFilters
          asOf
          selects={[
            {
              name: 'window',
              label: t('statistics.window'),
              options: WINDOWS.map((value) => ({ value, label: t('statistics.window-months', { count: Number(value) }) })),
              all: t('statistics.window-all'),
            },
          ]}
          value={filters}
          onChange={setFilters}
        />
      }
    />
  )
}
