// Profit of every deal, by the day it was opened; a row opens the deal's own page.
import type { Params } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters } from '../../kit/show/index.ts'

export const DealProfitsPage = ({ params }: { params: Params }) => {
  const [filters, setFilters] = useReportFilters({})
  return (
    <ListPage
      list="deal-profits"
      params={{ from: filters.from, to: filters.to, customerId: params.customerId }}
      ownPeriod
      toolbar={<ReportFilters period value={filters} onChange={setFilters} />}
    />
  )
}
