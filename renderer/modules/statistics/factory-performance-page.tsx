// Factories by punctuality, quality and what was bought of them, of the contracts of a period.
import { useMemo } from 'react'
import type { ListParams } from '../../../preload/contract/queries.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'

export const FactoryPerformancePage = () => {
  const { name } = useWords()
  const [filters, setFilters] = useReportFilters({})
  const { from, to } = filters
  const asked = useMemo(
    (): ListParams<'factory-performance'> => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
    [from, to],
  )
  useTabTitle((w: Words) => w.name('list.factory-performance'))
  return (
    <ListPage
      list="factory-performance"
      title={name('list.factory-performance')}
      params={asked}
      ownPeriod
      toolbar={<ReportFilters period value={filters} onChange={setFilters} />}
    />
  )
}
