// Statistics: a question, its pivot and its chart. Every figure opens the documents that it is made of.
import SaveAltRounded from '@mui/icons-material/SaveAltRounded'
import { Alert, Box, IconButton, LinearProgress, MenuItem, Paper, Stack, TextField, Tooltip, Typography } from '@mui/material'
import type { Question, StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useMay, useOfficeQuery, useTabState } from '../../client/index.ts'
import { useExport } from '../../kit/list/index.ts'
import { EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { PivotTable } from './pivot-table.tsx'
import { QuestionBar } from './question-bar.tsx'
import { memberName, questionOf } from './question.ts'
import { CHARTS, type ChartKind, StatisticChart } from './statistic-chart.tsx'
import { type Shown, StatisticsMenu } from './statistics-menu.tsx'
import { statisticNamed } from './tiles/shown-statistic.ts'
import { useOpenFigure } from './use-open-figure.ts'
import { statisticsWords } from './words.ts'

type State = { question: Question; shown: Shown; memberNames: Readonly<Record<string, string>>; chart: ChartKind }

/** What an answer says of itself: its days, whose rows it counts, and how. */
const Head = ({ head }: Pick<StatisticAnswer, 'head'>) => {
  const { name } = useWords(statisticsWords)
  const days = ({ from, to }: { from: string; to: string }) => `${from} – ${to}`
  const said = [
    `${name('statistic-head.range')} ${days(head.range)}`,
    ...(head.compared ? [`${name('statistic-head.compared')} ${days(head.compared)}`] : []),
    ...head.scopes.map(
      ({ resource, scope }) => `${name('statistic-head.scope')}：${name(`resource.${resource}`)} ${name(`scope.${scope}`)}`,
    ),
    ...(head.clock ? [name(`statistic-clock.${head.clock}`)] : []),
    ...head.notes.map((note) => name(`statistic-note.${note}`)),
  ]
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {said.join(' · ')}
    </Typography>
  )
}

const first = (): State => ({
  question: questionOf({ measures: ['orders'], rows: ['month'] }),
  shown: null,
  memberNames: {},
  chart: 'bar',
})

/** The one that is asked for, else the first of those to begin with, as far as this viewer may ask it. */
const begunWith = (statistics: QueryOutput<'statistics'>, wanted = ''): State => {
  const named = statisticNamed(wanted, statistics)
  const which = wanted.slice(wanted.indexOf(':') + 1)
  if (named.question) return { ...first(), question: named.question, shown: named.kept ? { kept: which } : { readyMade: which } }
  const [begun] = statistics.readyMade
  return begun ? { ...first(), question: begun.question, shown: { readyMade: begun.name } } : first()
}

/** Members that were filtered by are called as the answer calls them: of a kept question nobody has chosen them here. */
const namesOf = (answer: StatisticAnswer | undefined): Record<string, string> =>
  Object.fromEntries((answer?.head.filters ?? []).flatMap((f) => f.members.map((m) => [memberName(f.dimension, m.key), m.label] as const)))

/** `statistic`: which one it is opened with, `ready:<name>` or `kept:<id>`. */
export const StatisticsPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(statisticsWords)
  const mayExport = useMay()('statistic.export')
  const choices = useOfficeQuery('statistic-choices', {})
  const statistics = useOfficeQuery('statistics', {})
  const [state, setState] = useTabState<State | null>('statistic', null)
  const now: State | null = state ?? (statistics.data ? begunWith(statistics.data, params.statistic) : null)
  const onOpen = useOpenFigure(now?.question ?? first().question)
  const answer = useOfficeQuery('statistic', now?.question ?? first().question, { enabled: now !== null, keep: true })
  const excel = useExport('statistic', name('resource.statistic'))
  if (!now || !choices.data)
    return <Box sx={{ p: 2 }}>{choices.problem ? <ProblemNote problem={choices.problem} /> : <LinearProgress />}</Box>
  const { question, shown, memberNames, chart } = now
  const change = (part: Partial<State>) => setState({ ...now, ...part })
  const own = question.money === 'own'
  const data = answer.data
  const empty = data !== undefined && data.lines.length === 0 && data.rows.length > 0
  return (
    <Stack spacing={1} sx={{ height: '100%', minHeight: 0, p: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="h1" sx={{ fontSize: 18, fontWeight: 600, whiteSpace: 'nowrap' }}>
          {name('resource.statistic')}
        </Typography>
        <StatisticsMenu
          shown={shown}
          question={question}
          onChoose={(asked, which) => change({ question: asked, shown: which })}
          onShown={(which) => change({ shown: which })}
        />
        <Box sx={{ flex: 1 }} />
        <TextField
          select
          size="small"
          label={t('statistics.chart')}
          value={chart}
          onChange={(event) => change({ chart: CHARTS.find((c) => c === event.target.value) ?? 'none' })}
          sx={{ width: 130 }}
        >
          {CHARTS.map((kind) => (
            <MenuItem dense key={kind} value={kind}>
              {t(`statistics.chart.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        {mayExport && (
          <Tooltip title={t('statistics.excel')}>
            <span>
              <IconButton size="small" aria-label={t('statistics.excel')} disabled={excel.running} onClick={() => void excel.run(question)}>
                <SaveAltRounded fontSize="small" />
              </IconButton>
            </span>
          </Tooltip>
        )}
      </Box>
      <QuestionBar
        question={question}
        choices={choices.data}
        memberNames={{ ...memberNames, ...namesOf(answer.data) }}
        onChange={(asked, names) => change({ question: asked, ...(names ? { memberNames: names } : {}) })}
      />
      <ProblemNote problem={answer.problem ?? excel.problem} onClose={excel.problem ? excel.forget : undefined} />
      {excel.done && (
        <Alert severity="success" onClose={excel.forget} sx={{ py: 0 }}>
          {t('statistics.exported', { path: excel.done.path ?? '' })}
        </Alert>
      )}
      {data && <Head head={data.head} />}
      {answer.loading && <LinearProgress aria-label={t('statistics.pivot')} />}
      {empty && <EmptyState title={t('statistics.empty')} text={t('statistics.empty-text')} />}
      {data && !empty && chart !== 'none' && (data.lines.length > 0 || data.columns.length > 0) && (
        <Paper variant="outlined" sx={{ p: 1, flexShrink: 0 }}>
          <StatisticChart answer={data} kind={chart} own={own} onOpen={onOpen} height={180} />
        </Paper>
      )}
      {data && !empty && <PivotTable answer={data} own={own} onOpen={onOpen} />}
    </Stack>
  )
}
