// A picture of the first measure of a pivot: rows as bars, or as series over the columns; a click opens the documents of what it shows.
import { BarChart } from '@mui/x-charts/BarChart'
import { LineChart } from '@mui/x-charts/LineChart'
import { PieChart } from '@mui/x-charts/PieChart'
import type { StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { minorUnits } from '../../../preload/contract/vocabulary/currency.ts'
import { useWords } from '../../words/index.ts'
import { figureShown, heightOf, placeOf } from './question.ts'
import type { OpenFigure } from './pivot-table.tsx'

export const CHARTS = ['none', 'bar', 'line', 'stacked', 'pie'] as const
export type ChartKind = (typeof CHARTS)[number]

/** More than these cannot be told apart by colour, or read under an axis. */
const [SERIES, PLACES] = [8, 40]
/** Pixels of the names of the series. */
const LEGEND = 28
/** The house's own green first; what follows is told apart beside it on light and dark. */
export const COLOURS = ['var(--mui-palette-primary-main)', '#e0962a', '#5b82c4', '#c4605a', '#7fa150', '#8d70b8', '#3ea3b8', '#a17d55']
type Line = StatisticAnswer['lines'][number]

type Props = { answer: StatisticAnswer; kind: Exclude<ChartKind, 'none'>; own: boolean; onOpen: OpenFigure; height: number }
export const StatisticChart = ({ answer, kind, own, onOpen, height: pixels }: Props) => {
  const { name, language } = useWords()
  const measure = answer.measures[0]!
  const total = answer.columns.length
  const lines = answer.lines.filter((l) => (answer.rows.length < 2 ? true : l.kind === 'subtotal'))
  const label = (line: Line) =>
    line.kind === 'rest' ? name('statistic-member.rest').replace('{{count}}', String(line.count ?? 0)) : (line.members[0]?.label ?? '')
  const height = (line: Line | null, at: number) => heightOf((line ? line.figures : answer.total)[at]![0]!.value, minorUnits)
  const said = (line: Line | null, at: number) =>
    figureShown((line ? line.figures : answer.total)[at]![0]!.value, measure.unit, 'value', own)
  const open = (line: Line | null, at: number) => {
    const place = placeOf(answer, line, at)
    if (place) onOpen(measure.name, place, false)
  }
  // Rows alone are places of one series; with columns each row is a series over them.
  const overColumns = answer.column !== null
  const places = overColumns ? answer.columns.map((c) => c.label) : lines.slice(0, PLACES).map(label)
  const series: (Line | null)[] = overColumns ? (lines.length === 0 ? [null] : lines.slice(0, SERIES)) : [null]
  const at = (line: Line | null, place: number): [Line | null, number] => (overColumns ? [line, place] : [lines[place]!, total])
  const compact = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { notation: 'compact', maximumFractionDigits: 1 })
  const axis = { width: 52, disableLine: true, disableTicks: true, valueFormatter: (n: number) => compact.format(n) }
  const hideLegend = !overColumns || lines.length === 0
  const shared = {
    ...{ height: hideLegend ? pixels : pixels - LEGEND, colors: COLOURS, skipAnimation: true, hideLegend, grid: { horizontal: true } },
    // One line, however many names there are: what it takes is known before it is drawn.
    slotProps: {
      legend: { sx: { flexWrap: 'nowrap' as const, overflow: 'hidden', maxWidth: '100%', height: LEGEND, whiteSpace: 'nowrap' } },
    },
    ...{ margin: { left: 0, right: 8, top: 8, bottom: 0 }, yAxis: [axis] },
  }
  const data = series.map((line, i) => ({
    id: String(i),
    ...(line ? { label: label(line) } : { label: name(`measure.${measure.name}`) }),
    data: places.map((_, place) => height(...at(line, place))),
    valueFormatter: (_value: number | null, { dataIndex }: { dataIndex: number }) => said(...at(line, dataIndex)),
  }))
  const opened = (seriesId: unknown, place: number | undefined) =>
    place !== undefined && open(...at(series[Number(seriesId)] ?? null, place))
  const pie = overColumns && lines.length === 0 ? [] : lines.slice(0, 12)
  return kind === 'pie' ? (
    <PieChart
      height={pixels}
      colors={[...COLOURS]}
      skipAnimation
      series={[
        {
          // A slice of less than nothing cannot be drawn.
          data: pie.map((line, i) => ({ id: i, label: label(line), value: Math.max(0, height(line, total)) })),
          valueFormatter: (_value, { dataIndex }) => said(pie[dataIndex]!, total),
        },
      ]}
      onItemClick={(_event, { dataIndex }) => open(pie[dataIndex]!, total)}
    />
  ) : kind === 'line' ? (
    <LineChart
      {...shared}
      xAxis={[{ scaleType: 'point', data: places, height: 28 }]}
      series={data.map((one) => ({ ...one, curve: 'linear' as const, showMark: places.length <= 24 }))}
      onMarkClick={(_event, { seriesId, dataIndex }) => opened(seriesId, dataIndex)}
    />
  ) : (
    <BarChart
      {...shared}
      xAxis={[{ scaleType: 'band', data: places, height: 28, disableTicks: true }]}
      series={data.map((one) => (kind === 'stacked' ? { ...one, stack: 'all' } : one))}
      onItemClick={(_event, { seriesId, dataIndex }) => opened(seriesId, dataIndex)}
    />
  )
}
