// A few bars of amounts in one currency. The bars are drawn from floats; the words on them come from the exact amounts.
import { Paper, Typography } from '@mui/material'
import { BarChart } from '@mui/x-charts/BarChart'
import { minorText, type Money } from '../../../preload/contract/vocabulary/money.ts'
import { moneyShown } from '../format/shown.ts'

export type Bar = { label: string; money: Money; onClick?: () => void }
type Props = { title: string; bars: readonly Bar[]; height?: number }

/** The axis is 40 high: below that Chinese labels vanish. */
const AXIS = 40
const short = (n: number): string => new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(n)

export const BarChartCard = ({ title, bars, height = 260 }: Props) => (
  <Paper variant="outlined" sx={{ p: 1.5 }}>
    <Typography component="h2" sx={{ fontWeight: 600, mb: 0.5 }}>
      {title}
    </Typography>
    <BarChart
      height={height}
      hideLegend
      margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
      xAxis={[{ scaleType: 'band', height: AXIS, data: bars.map((bar) => bar.label), categoryGapRatio: 0.45 }]}
      yAxis={[{ width: 48, valueFormatter: short }]}
      series={[
        {
          data: bars.map(({ money }) => Number(minorText(money.minor, money.currency))),
          valueFormatter: (_value, { dataIndex }) => {
            const bar = bars[dataIndex]
            return bar ? moneyShown(bar.money) : ''
          },
          color: 'var(--mui-palette-primary-main)',
        },
      ]}
      onItemClick={(_event, { dataIndex }) => bars[dataIndex]?.onClick?.()}
      skipAnimation
    />
  </Paper>
)
