// A few bars of amounts in one currency. The bars are drawn from floats; the words on them come from the exact amounts.
import { Paper, Typography } from '@mui/material'
import { BarChart } from '@mui/x-charts/BarChart'
import { minorText, type Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Language } from '../../../preload/contract/names/define.ts'
import { useWords } from '../../words/index.ts'
import { moneyShown } from '../format/shown.ts'

export type Bar = { label: string; money: Money; onClick?: () => void }
type Props = { title: string; bars: readonly Bar[]; height?: number }

/** The axis is 40 high, enough for two lines: below that Chinese labels vanish. */
const AXIS = 40
/** So many bars have room for a label each; of more, the chart itself leaves some out. */
const LABELLED = 12
/** Signs that fit under one of so many bars, on the narrowest window the program is made for. */
const room = (bars: number) => Math.floor(800 / bars / 6.6)

/** A name under its bar: two lines at most, broken between words, the rest told by the tooltip. */
export const brokenLabel = (label: string, most: number): string => {
  if (label.length <= most) return label
  const lines = ['', '']
  for (const word of label.split(' ')) {
    const at = lines[1] === '' && (lines[0] === '' || `${lines[0]} ${word}`.length <= most) ? 0 : 1
    lines[at] = lines[at] === '' ? word : `${lines[at]} ${word}`
  }
  return lines
    .filter((line) => line !== '')
    .map((line) => (line.length > most ? `${line.slice(0, Math.max(1, most - 1))}…` : line))
    .join('\n')
}
const short = (language: Language) => {
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { notation: 'compact', maximumFractionDigits: 1 })
  return (n: number): string => format.format(n)
}

export const BarChartCard = ({ title, bars, height = 260 }: Props) => {
  const { language } = useWords()
  return (
    <Paper variant="outlined" sx={{ p: 1.5 }}>
      <Typography component="h2" sx={{ fontWeight: 600, mb: 0.5 }}>
        {title}
      </Typography>
      <BarChart
        height={height}
        hideLegend
        margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
        xAxis={[
          {
            scaleType: 'band',
            height: AXIS,
            data: bars.map((bar) => bar.label),
            categoryGapRatio: bars.length < 6 ? 0.7 : 0.45,
            disableTicks: true,
            ...(bars.length <= LABELLED && {
              tickLabelInterval: () => true,
              valueFormatter: (label: string, { location }: { location: string }) =>
                location === 'tick' ? brokenLabel(label, room(bars.length)) : label,
            }),
          },
        ]}
        yAxis={[{ width: 48, disableLine: true, disableTicks: true, valueFormatter: short(language) }]}
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
        grid={{ horizontal: true }}
        skipAnimation
      />
    </Paper>
  )
}
