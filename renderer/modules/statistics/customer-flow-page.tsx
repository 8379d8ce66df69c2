// New customers, those who come again and those who are back, by period: how many, and what they ordered.
import {
  LinearProgress,
  MenuItem,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material'
import { BarChart } from '@mui/x-charts/BarChart'
import { CUSTOMER_LIFECYCLE, FLOW_PERIODS } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { minorText } from '../../../preload/contract/vocabulary/money.ts'
import { useOfficeQuery, useTabState, useViewer } from '../../client/index.ts'
import { amountShown } from '../../kit/format/index.ts'
import { EmptyState, FIGURE_CELL, ProblemNote, ScrollRegion } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { COLOURS } from './statistic-chart.tsx'
import { statisticsWords } from './words.ts'

type Flow = QueryOutput<'customer-flow'>
type State = { by: (typeof FLOW_PERIODS)[number]; years: number }
const YEARS = [1, 2, 3, 5]
const HEAD = { ...FIGURE_CELL, fontWeight: 600 } as const

const FlowChart = ({ flow: { periods, currency } }: { flow: Flow }) => {
  const { name, language } = useWords(statisticsWords)
  const compact = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { notation: 'compact', maximumFractionDigits: 1 })
  return (
    <Paper variant="outlined" sx={{ p: 1, flexShrink: 0 }}>
      <BarChart
        height={200}
        colors={COLOURS}
        skipAnimation
        grid={{ horizontal: true }}
        margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
        yAxis={[{ width: 60, disableLine: true, disableTicks: true, valueFormatter: (n: number) => compact.format(n) }]}
        xAxis={[{ scaleType: 'band', data: periods.map(({ key }) => key), height: 28, disableTicks: true }]}
        series={CUSTOMER_LIFECYCLE.map((stage) => ({
          id: stage,
          label: name(`customer-lifecycle.${stage}`),
          stack: 'all',
          data: periods.map((period) => Number(minorText(period[stage].minor, currency))),
          valueFormatter: (_value: number | null, { dataIndex }: { dataIndex: number }) =>
            amountShown({ minor: periods[dataIndex]![stage].minor, currency }),
        }))}
      />
    </Paper>
  )
}

const FlowTable = ({ flow: { periods, currency } }: { flow: Flow }) => {
  const { t, name } = useWords(statisticsWords)
  const parts = [...CUSTOMER_LIFECYCLE, 'all'] as const
  const title = (part: (typeof parts)[number]) => (part === 'all' ? t('statistics.all-customers') : name(`customer-lifecycle.${part}`))
  return (
    <ScrollRegion label={name('query.customer-flow')}>
      <Table size="small" sx={{ bgcolor: 'background.paper', '& td, & th': { px: 1, py: 0.5 } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ fontWeight: 600 }}>{t('statistics.period')}</TableCell>
            {parts.flatMap((part) => [
              <TableCell key={`${part} n`} sx={HEAD}>
                {title(part)}
              </TableCell>,
              <TableCell key={`${part} v`} sx={HEAD}>
                {t('statistics.orders-of', { currency })}
              </TableCell>,
            ])}
          </TableRow>
        </TableHead>
        <TableBody>
          {periods.toReversed().map((period) => (
            <TableRow key={period.key} hover>
              <TableCell component="th" scope="row">
                {period.key}
              </TableCell>
              {parts.flatMap((part) => [
                <TableCell key={`${part} n`} sx={{ ...FIGURE_CELL, ...(period[part].customers === 0 && { color: 'text.secondary' }) }}>
                  {period[part].customers}
                </TableCell>,
                <TableCell key={`${part} v`} sx={{ ...FIGURE_CELL, ...(period[part].minor === 0 && { color: 'text.secondary' }) }}>
                  {amountShown({ minor: period[part].minor, currency })}
                </TableCell>,
              ])}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollRegion>
  )
}

export const CustomerFlowPage = () => {
  const { t, name } = useWords(statisticsWords)
  const { today } = useViewer()
  const [{ by, years }, setAsked] = useTabState<State>('customer-flow', { by: 'quarter', years: 2 })
  const from = `${Number(today.slice(0, 4)) - years + 1}-01-01`
  const { data, problem } = useOfficeQuery('customer-flow', { by, from, to: today }, { keep: true })
  return (
    <Stack spacing={1.5} sx={{ p: 2, height: 1, overflow: 'auto' }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h6" sx={{ mr: 1 }}>
          {name('query.customer-flow')}
        </Typography>
        <TextField
          select
          label={t('statistics.period')}
          value={by}
          onChange={(event) => setAsked({ years, by: FLOW_PERIODS.find((one) => one === event.target.value) ?? by })}
          sx={{ minWidth: 110 }}
        >
          {FLOW_PERIODS.map((one) => (
            <MenuItem key={one} value={one}>
              {name(`dimension.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('statistics.years')}
          value={String(years)}
          onChange={(event) => setAsked({ by, years: Number(event.target.value) })}
          sx={{ minWidth: 110 }}
        >
          {YEARS.map((count) => (
            <MenuItem key={count} value={String(count)}>
              {t('statistics.last-years', { count })}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {problem && <ProblemNote problem={problem} />}
      {!data && !problem && <LinearProgress />}
      {data && data.periods.length === 0 && <EmptyState title={t('statistics.no-orders')} />}
      {data && data.periods.length > 0 && (
        <>
          <FlowChart flow={data} />
          <FlowTable flow={data} />
          <Typography variant="caption" color="textSecondary">
            {t('statistics.flow-help')}
          </Typography>
        </>
      )}
    </Stack>
  )
}
