// A few bars of amounts in one currency. The bars are drawn from floats; the words on them come from the exact amounts.
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, IconButton, Paper, Typography, useMediaQuery } from '@mui/material'
import { BarChart } from '@mui/x-charts/BarChart'
import { minorText, type Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Language } from '../../../preload/contract/names/define.ts'
import { useRemembered } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { moneyShown } from '../format/shown.ts'

export type Bar = { label: string; money: Money; onClick?: () => void }
type Props = {
  title: string
  bars: readonly Bar[]
  height?: number
  /** The card is at least so wide, in pixels: without it, as a list's is on the narrowest window the program is made for. */
  width?: number
  /** Where the fold is remembered for the user; a card without it does not fold. */
  fold?: string
}

/** The axis is 40 high, enough for two lines: below that Chinese labels vanish. */
const AXIS = 40
/** So many bars have room for a label each; of more, the chart itself leaves some out. */
const LABELLED = 12
/** Signs that fit under one of so many bars on a card of this width. */
const room = (bars: number, width: number) => Math.floor(width / bars / 6.6)

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

/** A chart above a list folds away and stays so for its user; in a low window it is folded until it is asked for. */
export const BarChartCard = ({ fold, ...card }: Props) => {
  const { t } = useWords()
  const low = useMediaQuery('(max-height: 620px)')
  const [folded, setFolded] = useRemembered<boolean | null>(`chart.${fold ?? ''}`, null)
  const isFolded = fold !== undefined && (folded ?? low)
  return (
    <Paper variant="outlined" sx={{ p: isFolded ? 0.25 : 1.5, pl: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: isFolded ? 0 : 0.5 }}>
        <Typography component="h2" noWrap sx={{ fontWeight: 600, flex: 1 }}>
          {card.title}
        </Typography>
        {fold !== undefined && (
          <IconButton
            size="small"
            aria-expanded={!isFolded}
            aria-label={t(isFolded ? 'kit.chart.unfold' : 'kit.chart.fold')}
            title={t(isFolded ? 'kit.chart.unfold' : 'kit.chart.fold')}
            onClick={() => setFolded(!isFolded)}
          >
            <ExpandMore fontSize="small" sx={{ transform: isFolded ? 'rotate(-90deg)' : 'none' }} />
          </IconButton>
        )}
      </Box>
      {!isFolded && <MoneyBars {...card} />}
    </Paper>
  )
}

/** The bars alone, for a place that has a frame and a title of its own. */
export const MoneyBars = ({ bars, height = 260, width = 800 }: Omit<Props, 'title' | 'fold'>) => {
  const { language } = useWords()
  return (
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
              location === 'tick' ? brokenLabel(label, room(bars.length, width)) : label,
          }),
        },
      ]}
      yAxis={[{ width: 60, disableLine: true, disableTicks: true, valueFormatter: short(language) }]}
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
  )
}
