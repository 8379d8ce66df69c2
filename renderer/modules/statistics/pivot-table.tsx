// The pivot: dense and aligned, heads and totals in sight, every figure reached by the arrows and opened by Enter or a click.
import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow } from '@mui/material'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Figure, StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { hearKey, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { figureShown, partsOf, placeOf, type Part, type Place } from './question.ts'
import { statisticsWords } from './words.ts'

type Line = StatisticAnswer['lines'][number]
type Column = { at: number; measure: number; part: Part }
export type OpenFigure = (measure: string, place: Place, earlier: boolean) => void
type Props = { answer: StatisticAnswer; own: boolean; onOpen: OpenFigure }

const FIGURE = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const
const HEAD = { whiteSpace: 'nowrap', fontWeight: 600, bgcolor: 'background.paper' } as const
const ROW_HEAD = {
  position: 'sticky',
  left: 0,
  zIndex: 1,
  bgcolor: 'background.paper',
  maxWidth: 260,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const

const columnsOf = (answer: StatisticAnswer): Column[] =>
  [...answer.columns, null].flatMap((_, at) =>
    answer.measures.flatMap((_m, measure) => partsOf(answer, at, measure).map((part): Column => ({ at, measure, part }))),
  )

/** The arrows, Home and End go from figure to figure; one of them alone stands in the order of Tab. */
const useFigureKeys = (rows: number, columns: number) => {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const go = (row: number, column: number) => {
    const next = { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) }
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}.${next.column}"]`)?.focus()
  }
  const goBy = (event: KeyboardEvent) => {
    const [row = 0, column = 0] = ((event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset['at'] ?? '')
      .split('.')
      .map(Number)
    const to = {
      ...{ ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1] },
      ...{ Home: [row, 0], End: [row, columns - 1], PageUp: [row - 20, column], PageDown: [row + 20, column] },
    }[event.key]
    if (!to) return
    event.preventDefault()
    go(to[0]!, to[1]!)
  }
  // What was asked since may have fewer rows.
  const reached = { row: Math.min(at.row, rows - 1), column: Math.min(at.column, columns - 1) }
  return { table, go: goBy, reached, enter: (row: number, column: number) => setAt({ row, column }) }
}

export const PivotTable = ({ answer, own, onOpen }: Props) => {
  const { t, name } = useWords(statisticsWords)
  const { company } = useViewer()
  const columns = columnsOf(answer)
  const heads = Math.max(1, answer.rows.length)
  const lines: (Line | null)[] = [...answer.lines, null]
  const { table, go, enter, reached } = useFigureKeys(lines.length, columns.length)
  const groups = [...answer.columns.map((c) => c.label), name('statistic-head.total')]
  const measureTitle = (measure: number) => {
    const { name: key, unit } = answer.measures[measure]!
    return `${name(`measure.${key}`)}${unit === 'money' && !own ? ` ${company.baseCurrency}` : ''}`
  }
  const headOf = ({ measure, part }: Column) => (part === 'value' ? measureTitle(measure) : name(`statistic-part.${part}`))
  const rowLabel = (line: Line | null): string =>
    line === null
      ? name('statistic-head.total')
      : line.kind === 'rest'
        ? name('statistic-member.rest').replace('{{count}}', String(line.count ?? 0))
        : line.members.map((m) => m.label).join(' · ')

  const figureCell = (line: Line | null, figures: Figure[][], row: number, { at, measure, part }: Column, i: number) => {
    const { name: key, unit } = answer.measures[measure]!
    const figure = figures[at]![measure]!
    const text = figureShown(figure[part], unit, part, own)
    const place = placeOf(answer, line, at)
    const value = figure[part]
    const nothing = value === null || value === undefined
    const zero = nothing || (typeof value === 'object' ? value.minor === 0 : Number(value) === 0)
    // What cancels to nothing has documents, too (CU7); where no fact stands there is nothing to be opened.
    const opens = place !== null && (part === 'value' || part === 'earlier') && !nothing
    const open = () => place !== null && onOpen(key, place, part === 'earlier')
    const what = `${rowLabel(line)} ${answer.column === null ? '' : groups[at]!} ${measureTitle(measure)} ${text}`
    return (
      <TableCell
        key={`${at}.${measure}.${part}`}
        role="gridcell"
        data-at={`${row}.${i}`}
        tabIndex={reached.row === row && reached.column === i ? 0 : -1}
        aria-label={opens ? t('statistics.open', { what }) : undefined}
        onFocus={() => enter(row, i)}
        onClick={opens ? open : undefined}
        onKeyDown={(event) => hearKey(event, ({ key: pressed }) => pressed === 'Enter' && opens && open())}
        sx={{
          ...FIGURE,
          ...(part !== 'value' && { color: 'text.secondary' }),
          ...(part === 'value' && i > 0 && measure === 0 && { borderLeft: 1, borderLeftColor: 'divider' }),
          ...(opens && { cursor: 'pointer', '&:hover': { textDecoration: 'underline' } }),
          ...(zero && { color: 'text.secondary' }),
          '&:focus-visible': { outline: 2, outlineColor: 'primary.main', outlineOffset: -2 },
        }}
      >
        {text}
      </TableCell>
    )
  }

  return (
    <Box
      sx={{ overflow: 'auto', flex: 1, minHeight: 160, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Table
        ref={table}
        stickyHeader
        size="small"
        role="grid"
        aria-label={t('statistics.pivot')}
        onKeyDown={(event) => hearKey(event, go)}
        sx={{ '& td, & th': { py: 0.375, px: 1 }, width: 'auto', minWidth: '60%' }}
      >
        <TableHead>
          {answer.column !== null && (
            <TableRow>
              <TableCell colSpan={heads} sx={{ ...HEAD, ...ROW_HEAD, zIndex: 3 }}>
                {name(`dimension.${answer.column}`)}
              </TableCell>
              {groups.map((label, at) => (
                <TableCell
                  key={at}
                  colSpan={columns.filter((c) => c.at === at).length}
                  sx={{ ...HEAD, textAlign: 'center', borderLeft: 1, borderLeftColor: 'divider' }}
                >
                  {label}
                </TableCell>
              ))}
            </TableRow>
          )}
          <TableRow sx={answer.column === null ? {} : { '& th': { top: 29 } }}>
            {Array.from({ length: heads }, (_, i) => (
              <TableCell key={i} sx={{ ...HEAD, ...(i === 0 && { ...ROW_HEAD, zIndex: 3 }) }}>
                {answer.rows[i] === undefined ? '' : name(`dimension.${answer.rows[i]}`)}
              </TableCell>
            ))}
            {columns.map((column) => (
              <TableCell
                key={`${column.at}.${column.measure}.${column.part}`}
                sx={{ ...HEAD, ...FIGURE, ...(column.part !== 'value' && { fontWeight: 400, color: 'text.secondary' }) }}
              >
                {headOf(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {answer.lines.map((line, row) => {
            const quiet = line.kind !== 'member' && line.kind !== 'subtotal'
            const within = line.members.length > 1 || (line.kind === 'rest' && answer.rows.length > 1 && line.members.length === 1)
            return (
              <TableRow
                key={`${line.kind}.${line.members.map((m) => m.key).join('.')}`}
                hover
                sx={line.kind === 'subtotal' ? { '& td, & th': { fontWeight: 600 } } : {}}
              >
                {Array.from({ length: heads }, (_, i) => {
                  const last = i === heads - 1
                  const text =
                    heads === 1
                      ? rowLabel(line)
                      : i === 0
                        ? within
                          ? ''
                          : rowLabel(line)
                        : within
                          ? line.kind === 'rest'
                            ? rowLabel(line)
                            : (line.members[1]?.label ?? '')
                          : ''
                  return (
                    <TableCell
                      key={i}
                      component="th"
                      scope="row"
                      title={text}
                      sx={{
                        ...ROW_HEAD,
                        ...(i > 0 && { position: 'static' }),
                        ...(quiet && last && { color: 'text.secondary', fontStyle: line.kind === 'none' ? 'italic' : 'normal' }),
                      }}
                    >
                      {text}
                    </TableCell>
                  )
                })}
                {columns.map((column, i) => figureCell(line, line.figures, row, column, i))}
              </TableRow>
            )
          })}
        </TableBody>
        <TableFooter sx={{ position: 'sticky', bottom: 0, zIndex: 2, bgcolor: 'background.paper' }}>
          <TableRow
            sx={{ '& td, & th': { fontWeight: 700, color: 'text.primary', fontSize: 'inherit', borderTop: 1, borderTopColor: 'divider' } }}
          >
            <TableCell component="th" scope="row" colSpan={heads} sx={ROW_HEAD}>
              {name('statistic-head.total')}
            </TableCell>
            {columns.map((column, i) => figureCell(null, answer.total, answer.lines.length, column, i))}
          </TableRow>
        </TableFooter>
      </Table>
    </Box>
  )
}
