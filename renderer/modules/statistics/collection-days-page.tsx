// Customers by how long what they owe stays out, as of a day.
import { useMemo } from 'react'
import type { ListParams } from '../../../preload/contract/queries.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'

export const CollectionDaysPage = () => {
  const { name } = useWords()
  const [filters, setFilters] = useReportFilters({})
  const { asOf } = filters
  const asked = useMemo((): ListParams<'collection-days'> => (asOf === undefined ? {} : { asOf }), [asOf])
  useTabTitle((w: Words) => w.name('list.collection-days'))
  return (
    <ListPage
      list="collection-days"
      title={name('list.collection-days')}
      params={asked}
      ownPeriod
      toolbar={<ReportFilters asOf value={filters} onChange={setFilters} />}
    />
  )
}
