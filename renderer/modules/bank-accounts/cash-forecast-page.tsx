// The cash forecast: what lies in the bank and what comes and goes week by week. Every figure opens what it is made of.
import {
  Alert,
  Box,
  LinearProgress,
  MenuItem,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { hearKey, useOfficeQuery, useTabs, useTabState } from '../../client/index.ts'
import { amountShown } from '../../kit/format/index.ts'
import { BarChartCard, FIGURE_CELL, figureCell, KeyFigures, ProblemNote, ROW_HEAD_CELL, useFigureGrid } from '../../kit/show/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { bankAccountsWords } from './words.ts'

type Forecast = QueryOutput<'cash-forecast'>
/** `currency` null: all of them. */
type State = { weeks: number; lateDays: number; currency: Currency | null }
const WEEKS = [8, 13, 26]
const LATE = [0, 7, 15, 30, 60]
const dayShown = (day: string): string => day.slice(5)

type Opens = { kind: Forecast['lines'][number]['kind']; from?: string; to?: string; dated: boolean }
type Cell = { minor: number; opens?: Opens; what: string }
type Row = { key: string; label: string; quiet?: string; cells: Cell[]; strong?: boolean; alarm?: boolean }

const useRows = ({ weeks, opening, lines, net, closing }: Forecast): Row[] => {
  const { t, name } = useWords(bankAccountsWords)
  const start = (at: number) => (at === 0 ? opening : closing[at - 1]!)
  const week = (at: number) => dayShown(weeks[at]!.from)
  const plain = (label: string, minors: number[]) => minors.map((minor, at): Cell => ({ minor, what: `${label} ${week(at)}` }))
  return [
    {
      key: 'opening',
      label: t('forecast.opening'),
      cells: plain(
        t('forecast.opening'),
        weeks.map((_, at) => start(at)),
      ),
    },
    ...lines.map(({ kind, certainty, cells, later, undated }): Row => {
      const label = name(`expected-cash.${kind}`)
      const last = weeks.at(-1)!.to
      return {
        ...{ key: kind, label },
        ...(certainty === 'expected' && { quiet: name('cash-certainty.expected') }),
        cells: [
          ...cells.map((minor, at): Cell => ({ minor, opens: { kind, ...weeks[at]!, dated: true }, what: `${label} ${week(at)}` })),
          { minor: later, opens: { kind, from: addDays(last, 1), dated: true }, what: `${label} ${t('forecast.later')}` },
          { minor: undated, opens: { kind, dated: false }, what: `${label} ${t('forecast.undated')}` },
        ],
      }
    }),
    { key: 'net', label: t('forecast.net'), strong: true, cells: plain(t('forecast.net'), net) },
    { key: 'closing', label: t('forecast.closing'), strong: true, alarm: true, cells: plain(t('forecast.closing'), closing) },
  ]
}

type OpenFigure = (opens: Opens) => void

const ForecastTable = ({ forecast, onOpen }: { forecast: Forecast; onOpen: OpenFigure }) => {
  const { t } = useWords(bankAccountsWords)
  const { ref, onFocus, keys } = useFigureGrid()
  const rows = useRows(forecast)
  const heads = [...forecast.weeks.map(({ from, to }) => `${dayShown(from)} – ${dayShown(to)}`), t('forecast.later'), t('forecast.undated')]
  return (
    <Box sx={{ overflow: 'auto', flexShrink: 0, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Table
        ref={ref}
        onFocus={onFocus}
        size="small"
        role="grid"
        aria-label={t('forecast.table')}
        onKeyDown={(event) => hearKey(event, keys)}
        sx={{ '& td, & th': { px: 1, py: 0.5 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell sx={ROW_HEAD_CELL} />
            {heads.map((head) => (
              <TableCell key={head} sx={{ ...FIGURE_CELL, fontWeight: 600 }}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key} hover sx={row.strong ? { '& td, & th': { fontWeight: 600 } } : undefined}>
              <TableCell component="th" scope="row" sx={ROW_HEAD_CELL}>
                {row.label}
                {row.quiet && (
                  <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontSize: 12, fontWeight: 400 }}>
                    {row.quiet}
                  </Box>
                )}
              </TableCell>
              {heads.map((head, column) => {
                const cell = row.cells[column]
                if (!cell) return <TableCell key={head} />
                const text = amountShown({ minor: cell.minor, currency: forecast.currency })
                const opens = cell.opens && cell.minor !== 0 ? cell.opens : undefined
                return (
                  <TableCell
                    key={head}
                    role="gridcell"
                    tabIndex={-1}
                    aria-label={opens ? t('forecast.open', { what: `${cell.what} ${text}` }) : undefined}
                    onClick={opens ? () => onOpen(opens) : undefined}
                    onKeyDown={(event) => hearKey(event, ({ key }) => key === 'Enter' && opens && onOpen(opens))}
                    sx={{
                      ...figureCell({ opens: opens !== undefined, quiet: cell.minor === 0 }),
                      ...(row.alarm && cell.minor < 0 && { color: 'error.main' }),
                    }}
                  >
                    {text}
                  </TableCell>
                )
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

/** What is not in the figures, so that nobody takes a part for the whole. */
const Missing = ({ forecast: { leftOut, withoutRate, narrowed } }: { forecast: Forecast }) => {
  const { t, name, language } = useWords(bankAccountsWords)
  const said = [
    ...(leftOut.length > 0
      ? [
          t('forecast.left-out', {
            kinds: namesText(
              leftOut.map((kind) => name(`expected-cash.${kind}`)),
              language,
            ),
          }),
        ]
      : []),
    ...(withoutRate.length > 0 ? [t('forecast.without-rate', { currencies: namesText(withoutRate, language) })] : []),
    ...(narrowed ? [t('forecast.narrowed')] : []),
  ]
  if (said.length === 0) return null
  return (
    <Alert severity="info" variant="outlined" sx={{ py: 0 }}>
      {said.join(' ')}
    </Alert>
  )
}

const Choice = ({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}) => (
  <TextField
    select
    label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    sx={{ minWidth: 140 }}
  >
    {options.map((one) => (
      <MenuItem key={one.value} value={one.value}>
        {one.label}
      </MenuItem>
    ))}
  </TextField>
)

export const CashForecastPage = () => {
  const { t, name } = useWords(bankAccountsWords)
  const tabs = useTabs()
  const [asked, setAsked] = useTabState<State>('forecast', { weeks: 13, lateDays: 0, currency: null })
  const { weeks, lateDays, currency } = asked
  const given = { lateDays, ...(currency !== null && { currency }) }
  const { data, problem } = useOfficeQuery('cash-forecast', { weeks, ...given }, { keep: true })
  const onOpen: OpenFigure = ({ kind, from, to, dated }) =>
    tabs.open('expected-cash', {
      ...{ kind, lateDays: String(lateDays), dated: String(dated) },
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(currency !== null && { currency }),
    })
  const money = (minor: number) => (data ? { minor, currency: data.currency } : null)
  return (
    <Stack spacing={1.5} sx={{ p: 2, height: 1, overflow: 'auto' }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h6" sx={{ mr: 1 }}>
          {name('query.cash-forecast')}
        </Typography>
        <Choice
          label={name('field.currency')}
          value={currency ?? ''}
          options={[
            { value: '', label: t('forecast.all-currencies') },
            ...(data?.currencies ?? []).map((one) => ({ value: one, label: one })),
          ]}
          onChange={(value) => setAsked({ ...asked, currency: data?.currencies.find((one) => one === value) ?? null })}
        />
        <Choice
          label={t('forecast.period')}
          value={String(weeks)}
          options={WEEKS.map((count) => ({ value: String(count), label: t('forecast.weeks', { count }) }))}
          onChange={(value) => setAsked({ ...asked, weeks: Number(value) })}
        />
        <Choice
          label={t('forecast.late')}
          value={String(lateDays)}
          options={LATE.map((count) => ({
            value: String(count),
            label: count === 0 ? t('forecast.on-time') : t('forecast.days', { count }),
          }))}
          onChange={(value) => setAsked({ ...asked, lateDays: Number(value) })}
        />
      </Stack>
      {problem && <ProblemNote problem={problem} />}
      {!data && !problem && <LinearProgress />}
      {data && (
        <>
          <KeyFigures
            figures={[
              { label: t('forecast.balance'), money: money(data.opening), onClick: () => tabs.open('bank-accounts') },
              { label: t('forecast.inflow'), money: money(data.inflow) },
              { label: t('forecast.outflow'), money: money(data.outflow) },
              {
                label: t('forecast.lowest', { week: dayShown(data.weeks[data.lowest.week]!.from) }),
                money: money(data.lowest.balance),
                alarm: data.lowest.balance < 0,
              },
            ]}
          />
          <Missing forecast={data} />
          <ForecastTable forecast={data} onOpen={onOpen} />
          <BarChartCard
            title={t('forecast.chart', { currency: data.currency })}
            height={200}
            fold="cash-forecast"
            bars={data.closing.map((minor, at) => ({ label: dayShown(data.weeks[at]!.to), money: { minor, currency: data.currency } }))}
          />
        </>
      )}
    </Stack>
  )
}
