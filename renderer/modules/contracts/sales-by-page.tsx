// Net sales by any grouping, or by two: a chart of the first groups above the list with its totals and Excel export.
import { Box } from '@mui/material'
import { useMemo } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { SALES_GROUPINGS } from '../../../preload/contract/modules/contracts/calls.ts'
import { useOfficeList, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { type Bar, BarChartCard, ReportFilters, useReportFilters } from '../../kit/show/index.ts'
import { useReference } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { barsOf, BARS, isOverTime } from './sales-bars.ts'
import { contractsWords } from './words.ts'

type Grouping = (typeof SALES_GROUPINGS)[number]
const groupingOf = (text: string | undefined): Grouping | undefined => SALES_GROUPINGS.find((g) => g === text)

/** The record that a group is; months, years, countries, categories and departments have no page of their own. */
const ROUTES: Partial<Record<Grouping, string>> = {
  salesperson: 'user',
  customer: 'customer',
  product: 'product',
  supplier: 'vendor',
  deal: 'deal',
}

type Asked = { by: Grouping; from?: string; to?: string; currency?: string }
const Chart = ({ asked, onOpen }: { asked: Asked; onOpen(id: string): void }) => {
  const { t, name } = useWords(contractsWords)
  const { data } = useOfficeList('sales-by', { params: asked, limit: 200 }, { keep: true })
  const bars = useMemo((): Bar[] => {
    return barsOf(data?.rows ?? [], asked.by).map(({ id, label, money }) => ({
      label: label || t('contracts.nothing'),
      money,
      ...(id !== '' && ROUTES[asked.by] ? { onClick: () => onOpen(id) } : {}),
    }))
  }, [data, asked, t, onOpen])
  if (bars.length === 0) return null
  const by = name(`sales-grouping.${asked.by}`)
  return (
    <BarChartCard
      title={isOverTime(asked.by) ? t('contracts.chart-time', { by }) : t('contracts.chart', { by, count: Math.min(bars.length, BARS) })}
      bars={bars}
      height={200}
      fold="sales-by"
    />
  )
}

export const SalesByPage = () => {
  const { t, name } = useWords(contractsWords)
  const tabs = useTabs()
  const [filters, setFilters] = useReportFilters({ by: 'salesperson' })
  const reference = useReference()
  const by = groupingOf(filters.by) ?? 'salesperson'
  const second = groupingOf(filters.second)
  const asked = useMemo(
    () => ({ by, from: filters.from, to: filters.to, currency: filters.currency }),
    [by, filters.from, filters.to, filters.currency],
  )
  const grouping = (value: Grouping) => ({ value, label: name(`sales-grouping.${value}`) })
  const open = useMemo(
    () => (id: string) => {
      const route = ROUTES[by]
      if (route) void tabs.openRecord(route, id)
    },
    [by, tabs],
  )
  return (
    <ListPage
      list="sales-by"
      params={{ ...asked, second: second === by ? undefined : second }}
      hide={second === undefined || second === by ? ['second'] : []}
      look={second === undefined || second === by ? 'sales-by' : 'sales-by-two'}
      onOpen={(row: ListRow) => typeof row.groupId === 'string' && row.groupId !== '' && open(row.groupId)}
      ownPeriod
      toolbar={
        <>
          <ReportFilters
            period
            value={filters}
            onChange={setFilters}
            selects={[
              { name: 'by', options: SALES_GROUPINGS.map(grouping) },
              { name: 'second', all: t('contracts.no-second'), options: SALES_GROUPINGS.filter((g) => g !== by).map(grouping) },
              {
                name: 'currency',
                all: t('contracts.all-currencies'),
                options: (reference?.currencies ?? []).map((c) => ({ value: c.code, label: c.code })),
              },
            ]}
          />
          <Box sx={{ flexBasis: '100%', minWidth: 0 }}>
            <Chart asked={asked} onOpen={open} />
          </Box>
        </>
      }
    />
  )
}
