// The list of profit estimates: the versions that count, or all of them.
import type { Params } from '../../client/index.ts'
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { estimatesWords } from './words.ts'

export const EstimatesPage = ({ params }: { params: Params }) => {
  const { t } = useWords(estimatesWords)
  const tabs = useTabs()
  const [filters, setFilters] = useReportFilters({})
  return (
    <ListPage
      list="profit-estimates"
      params={{ dealId: params.dealId, currentOnly: filters.versions !== 'all' }}
      toolbar={
        <ReportFilters
          selects={[
            {
              name: 'versions',
              label: t('estimates.which'),
              all: t('estimates.current-only'),
              options: [{ value: 'all', label: t('estimates.all-versions') }],
            },
          ]}
          value={filters}
          onChange={setFilters}
        />
      }
      actions={[
        {
          name: 'command.create-profit-estimate',
          permission: 'profit-estimate.create',
          primary: true,
          onClick: () => tabs.open('profit-estimate', params.dealId === undefined ? {} : { dealId: params.dealId }),
        },
      ]}
    />
  )
}
