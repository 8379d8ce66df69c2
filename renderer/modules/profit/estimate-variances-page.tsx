// Estimate against actual over deals: the worst variance first; a row opens the deal's own comparison.
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { profitWords } from './words.ts'

export const EstimateVariancesPage = () => {
  const { t, name } = useWords(profitWords)
  const [filters, setFilters] = useReportFilters({ deals: 'shipped' })
  return (
    <ListPage
      list="estimate-variances"
      params={{ from: filters.from, to: filters.to, ...(filters.deals === 'shipped' ? { stage: 'shipped' as const } : {}) }}
      ownPeriod
      toolbar={
        <ReportFilters
          period
          selects={[
            {
              name: 'deals',
              label: name('list.deals'),
              all: t('profit.all-deals'),
              options: [{ value: 'shipped', label: t('profit.shipped-deals') }],
            },
          ]}
          value={filters}
          onChange={setFilters}
        />
      }
    />
  )
}
