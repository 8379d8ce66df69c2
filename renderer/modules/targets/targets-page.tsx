// Targets of a year, by department and person, with what was reached of each month; a row's targets are set in a dialog of their own.
import {
  Box,
  Button,
  LinearProgress,
  Link,
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
import { useLayoutEffect, useState } from 'react'
import { TARGET_MEASURES, type TargetMeasure } from '../../../preload/contract/modules/targets/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { announce, hearKey, useCommand, useMay, useOfficeQuery, useTabs, useTabState, useViewer } from '../../client/index.ts'
import { MoneyField } from '../../kit/fields/index.ts'
import { amountShown } from '../../kit/format/index.ts'
import { ConfirmDialog, EmptyState, FIGURE_CELL, figureCell, ProblemNote, ROW_HEAD_CELL, useFigureGrid } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { targetsWords } from './words.ts'

type Targets = QueryOutput<'targets'>
type Row = Targets['rows'][number]
type Asked = { year: number; measure: TargetMeasure }

/** Actual above, target below. */
const TWO_LINES = { verticalAlign: 'top' } as const

const Shown = ({ figure: { target, actual, reach } }: { figure: Row['total'] }) => {
  const { t } = useWords(targetsWords)
  const { company } = useViewer()
  const amount = (minor: number) => amountShown({ minor, currency: company.baseCurrency })
  return (
    <>
      <Box>{actual === null ? '–' : amount(actual)}</Box>
      {target !== null && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          {t('targets.of', { target: amount(target) })}
          {reach !== null && (
            <Box component="span" sx={{ ml: 0.75, fontWeight: 600, color: 'text.primary' }}>
              {reach} %
            </Box>
          )}
        </Box>
      )}
    </>
  )
}

/** Twelve amounts of one person or department. */
const SetTargets = ({
  row,
  months,
  measure,
  onClose,
}: {
  row: Row
  months: readonly string[]
  measure: TargetMeasure
  onClose: () => void
}) => {
  const { t, name } = useWords(targetsWords)
  const { company } = useViewer()
  const saving = useCommand('save-targets')
  const [typed, setTyped] = useState<readonly (number | null)[]>(row.cells.map(({ own, target }) => (own ? target : null)))
  const holder = row.kind === 'person' ? { ownerId: row.id, departmentId: null } : { ownerId: null, departmentId: row.id }
  const changed = months.flatMap((month, at) => {
    const { own, target, revision } = row.cells[at]!
    const amount = typed[at] ?? null
    return amount === (own ? target : null) ? [] : [{ ...holder, month, amount, revision }]
  })
  const first = typed.find((amount) => amount !== null) ?? null
  const fill = () => setTyped(typed.map((_, at) => typed.slice(0, at + 1).findLast((amount) => amount !== null) ?? null))
  const save = async () => {
    const answer = await saving.run({ measure, cells: changed })
    if (answer.ok) announce({ words: 'targets.saved', of: targetsWords, tone: 'success' })
    return answer
  }
  return (
    <ConfirmDialog
      open
      title={`${row.name} · ${name(`measure.${measure}`)}`}
      text={t(row.kind === 'department' ? 'targets.text-department' : 'targets.text-person')}
      confirm={name('command.save-targets')}
      ready={changed.length > 0}
      onConfirm={save}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1.5, mt: 1 }}>
        {months.map((month, at) => (
          <MoneyField
            key={month}
            name={month}
            label={month}
            currency={company.baseCurrency}
            value={typed[at] ?? null}
            autoFocus={at === 0}
            onChange={(amount) => setTyped(typed.map((old, place) => (place === at ? amount : old)))}
          />
        ))}
      </Box>
      <Button size="small" disabled={first === null} onClick={fill} sx={{ mt: 1 }}>
        {t('targets.fill')}
      </Button>
    </ConfirmDialog>
  )
}

type TableProps = { data: Targets; onSet: (row: Row) => void; onOpen: (row: Row, month: string) => void }
const TargetsTable = ({ data, onSet, onOpen }: TableProps) => {
  const { t } = useWords(targetsWords)
  const { ref, onFocus, keys } = useFigureGrid()
  const running = data.timeGone?.month
  // The running month is what one comes for; those before it are a scroll away.
  useLayoutEffect(() => {
    const head = running === undefined ? undefined : ref.current?.querySelector<HTMLElement>(`[data-month="${running}"]`)
    head?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
  }, [ref, running])
  return (
    <Box sx={{ overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', minHeight: 160 }}>
      <Table
        ref={ref}
        onFocus={onFocus}
        size="small"
        stickyHeader
        role="grid"
        aria-label={t('targets.table')}
        onKeyDown={(event) => hearKey(event, keys)}
        sx={{ '& td, & th': { px: 1, py: 0.5 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell sx={{ ...ROW_HEAD_CELL, zIndex: 3, fontWeight: 600 }}>{t('targets.who')}</TableCell>
            {[...data.months, t('targets.whole-year')].map((head) => (
              <TableCell key={head} data-month={head} sx={{ ...FIGURE_CELL, fontWeight: 600 }}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.rows.map((row) => (
            <TableRow key={row.id} hover>
              <TableCell
                component="th"
                scope="row"
                sx={{
                  ...ROW_HEAD_CELL,
                  ...TWO_LINES,
                  pl: `${8 + 16 * row.depth}px !important`,
                  fontWeight: row.kind === 'department' ? 600 : 400,
                }}
              >
                {row.mayEdit ? (
                  <Link
                    component="button"
                    type="button"
                    underline="hover"
                    title={t('targets.set', { name: row.name })}
                    onClick={() => onSet(row)}
                    sx={{ font: 'inherit' }}
                  >
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}
              </TableCell>
              {row.cells.map((cell, column) => {
                const month = data.months[column]!
                const opens = cell.actual !== null && cell.actual !== 0
                return (
                  <TableCell
                    key={month}
                    role="gridcell"
                    tabIndex={-1}
                    title={row.kind === 'department' && !cell.own && cell.target !== null ? t('targets.summed') : undefined}
                    onClick={opens ? () => onOpen(row, month) : undefined}
                    onKeyDown={(event) => hearKey(event, ({ key }) => key === 'Enter' && opens && onOpen(row, month))}
                    sx={{ ...figureCell({ opens, quiet: cell.target === null && !opens }), ...TWO_LINES }}
                  >
                    <Shown figure={cell} />
                  </TableCell>
                )
              })}
              <TableCell sx={{ ...FIGURE_CELL, ...TWO_LINES, fontWeight: 600 }}>
                <Shown figure={row.total} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

export const TargetsPage = () => {
  const { t, name } = useWords(targetsWords)
  const tabs = useTabs()
  const mayLookAtPeople = useMay()('statistic.people')
  const thisYear = Number(useViewer().today.slice(0, 4))
  const [asked, setAsked] = useTabState<Asked>('targets', { year: thisYear, measure: 'orders' })
  const [setting, setSetting] = useState<Row | null>(null)
  const { data, problem } = useOfficeQuery('targets', asked, { keep: true })
  const years = Array.from({ length: 5 }, (_, at) => thisYear + 1 - at)
  const measures = data?.measures.length ? data.measures : TARGET_MEASURES
  /** The documents of a figure, as statistics lists them. */
  const onOpen = (row: Row, month: string) => {
    const by = row.kind === 'person' ? 'salesperson' : 'department'
    const self = [{ dimension: 'salesperson', members: [row.id], not: false }]
    const question = {
      ...{ measures: [asked.measure], rows: mayLookAtPeople ? [by] : [], column: 'month', filters: mayLookAtPeople ? [] : self },
      period: { from: `${asked.year}-01-01`, to: `${asked.year}-12-31` },
    }
    const place = [{ dimension: 'month', key: month }, ...(mayLookAtPeople ? [{ dimension: by, key: row.id }] : [])]
    tabs.open('statistic-facts', { asked: JSON.stringify({ question, measure: asked.measure, place }), title: [row.name, month].join('|') })
  }
  return (
    <Stack spacing={1.5} sx={{ p: 2, height: 1, overflow: 'auto' }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography component="h1" variant="h6" sx={{ mr: 1 }}>
          {name('query.targets')}
        </Typography>
        <TextField
          select
          label={name('field.measure')}
          value={asked.measure}
          onChange={(event) => setAsked({ ...asked, measure: event.target.value as TargetMeasure })}
          sx={{ minWidth: 140 }}
        >
          {measures.map((measure) => (
            <MenuItem key={measure} value={measure}>
              {name(`measure.${measure}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('targets.year')}
          value={String(asked.year)}
          onChange={(event) => setAsked({ ...asked, year: Number(event.target.value) })}
          sx={{ minWidth: 100 }}
        >
          {years.map((year) => (
            <MenuItem key={year} value={String(year)}>
              {year}
            </MenuItem>
          ))}
        </TextField>
        {data?.timeGone && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('targets.time-gone', data.timeGone)}
          </Typography>
        )}
      </Stack>
      {problem && <ProblemNote problem={problem} />}
      {!data && !problem && <LinearProgress />}
      {data && data.rows.length === 0 && <EmptyState title={t('targets.none')} />}
      {data && data.rows.length > 0 && <TargetsTable data={data} onSet={setSetting} onOpen={onOpen} />}
      {data && setting && <SetTargets row={setting} months={data.months} measure={asked.measure} onClose={() => setSetting(null)} />}
    </Stack>
  )
}
