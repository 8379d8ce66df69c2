// A statistic on a desk, computed for whoever looks at it: a chart whose parts open their documents, or the table.
import { Box } from '@mui/material'
import type { Question } from '../../../../preload/contract/modules/statistics/calls.ts'
import { useOfficeQuery, useTabs } from '../../../client/index.ts'
import { roomIn, textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { PivotTable } from '../pivot-table.tsx'
import { StatisticChart } from '../statistic-chart.tsx'
import { useOpenFigure } from '../use-open-figure.ts'
import { statisticsWords } from '../words.ts'
import { chartOf, statisticOf } from './shown-statistic.ts'

const Answered = ({
  question,
  settings,
  h,
  title,
  onOpen,
}: Pick<TileProps, 'settings' | 'h'> & { question: Question; title: string; onOpen: () => void }) => {
  const { t } = useWords(statisticsWords)
  const { data, problem } = useOfficeQuery('statistic', question, { keep: true })
  const openFigure = useOpenFigure(question)
  const chart = chartOf(settings)
  const own = question.money === 'own'
  const empty = data !== undefined && data.lines.length === 0 && data.columns.length === 0
  return (
    <TileCard title={title} onOpen={onOpen} problem={problem} loading={!data} none={empty ? t('statistics.empty') : undefined}>
      {data && chart === 'table' && (
        <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column', px: 1 }}>
          <PivotTable answer={data} own={own} onOpen={openFigure} />
        </Box>
      )}
      {data && chart !== 'table' && (
        <Box sx={{ px: 1 }}>
          <StatisticChart answer={data} kind={chart} own={own} onOpen={openFigure} height={roomIn(h)} />
        </Box>
      )}
    </TileCard>
  )
}

export const StatisticTile = ({ settings, h }: TileProps) => {
  const { t, name } = useWords(statisticsWords)
  const { open } = useTabs()
  const { data, problem } = useOfficeQuery('statistics', {}, { keep: true })
  const { shown, question, kept } = statisticOf(settings, data)
  const ready = textSetting(settings, 'ready')
  const title = textSetting(settings, 'title') || (kept?.name ?? (ready === '' ? name('tile.statistic') : name(`ready-statistic.${ready}`)))
  const onOpen = () => open('statistics', { statistic: shown })
  const isGone = textSetting(settings, 'kept') !== '' && !kept
  const why = t(isGone ? 'statistics.gone' : 'statistics.not-yours')
  if (!question) return <TileCard title={title} problem={problem} loading={!data} none={data ? why : undefined} />
  return <Answered question={question} settings={settings} h={h} title={title} onOpen={onOpen} />
}
