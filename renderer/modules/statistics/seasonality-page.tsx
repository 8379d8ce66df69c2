// Seasons of orders: how much of a year falls to each month.
import { useMemo } from 'react'
import { SEASON_BY } from '../../../preload/contract/modules/statistics/calls.ts'
import type { ListParams } from '../../../preload/contract/queries.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { statisticsWords } from './words.ts'

const [ALL, ...OTHERS] = SEASON_BY

export const SeasonalityPage = () => {
  const { t, name } = useWords(statisticsWords)
  const [filters, setFilters] = useReportFilters({})
  const { asOf, by } = filters
  const asked = useMemo(
    (): ListParams<'seasonality'> => ({ by: SEASON_BY.find((one) => one === by) ?? ALL, ...(asOf !== undefined && { asOf }) }),
    [asOf, by],
  )
  useTabTitle((w: Words) => w.name('list.seasonality'))
  return (
    <ListPage
      list="seasonality"
      title={name('list.seasonality')}
      params={asked}
      ownPeriod
      toolbar={
        <ReportFilters
          asOf
          selects={[
            {
              name: 'by',
              label: t('statistics.season-by'),
              options: OTHERS.map((value) => ({ value, label: name(`season-by.${value}`) })),
              all: name('season-by.all'),
            },
          ]}
          value={filters}
          onChange={setFilters}
        />
      }
    />
  )
}
