// The pivot: dense and aligned, heads and totals in sight, every figure reached by the arrows and opened by Enter or a click.
import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow } from '@mui/material'
import { memo, useMemo } from 'react'
import type { StatisticAnswer } from '../../../preload/contract/modules/statistics/calls.ts'
import { type Part, partsAt } from '../../../preload/contract/modules/statistics/parts.ts'
import { hearKey, useViewer } from '../../client/index.ts'
import { FIGURE_CELL, figureCell, ROW_HEAD_CELL, useFigureGrid } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { figureShown, placeOf, type Place } from './question.ts'
import { statisticsWords } from './words.ts'

type Line = StatisticAnswer['lines'][number]
type Column = { at: number; measure: number; part: Part }
export type OpenFigure = (measure: string, place: Place, earlier: boolean) => void
type Props = { answer: StatisticAnswer; own: boolean; onOpen: OpenFigure }

const HEAD = { whiteSpace: 'nowrap', fontWeight: 600, bgcolor: 'background.paper' } as const
const ROW_HEAD = { ...ROW_HEAD_CELL, maxWidth: 260, overflow: 'hidden', textOverflow: 'ellipsis' } as const

const columnsOf = (answer: StatisticAnswer): Column[] =>
  [...answer.columns, null].flatMap((_, at) =>
    answer.measures.flatMap((_m, measure) => partsAt(answer, at, measure).map((part): Column => ({ at, measure, part }))),
  )

/** What all rows of a pivot have in common. */
type Shared = Props & { columns: readonly Column[] }
type RowProps = Shared & {
  /** Null for the total. */
  line: Line | null
}
const useTitles = ({ answer, own }: Pick<Shared, 'answer' | 'own'>) => {
  const { name } = useWords(statisticsWords)
  const { company } = useViewer()
  return {
    measureTitle: (measure: number) => {
      const { name: key, unit } = answer.measures[measure]!
      return `${name(`measure.${key}`)}${unit === 'money' && !own ? ` ${company.baseCurrency}` : ''}`
    },
    rowLabel: (line: Line | null): string =>
      line === null
        ? name('statistic-head.total')
        : line.kind === 'rest'
          ? name('statistic-member.rest').replace('{{count}}', String(line.count ?? 0))
          : line.members.map((m) => m.label).join(' · '),
  }
}

const RowFigures = ({ answer, own, onOpen, columns, line }: RowProps) => {
  const { t } = useWords(statisticsWords)
  const { measureTitle, rowLabel } = useTitles({ answer, own })
  const figures = line ? line.figures : answer.total
  return columns.map(({ at, measure, part }, i) => {
    const { name: key, unit } = answer.measures[measure]!
    const value = figures[at]![measure]![part]
    const text = figureShown(value, unit, part, own)
    const place = placeOf(answer, line, at)
    const nothing = value === null || value === undefined
    const zero = nothing || (typeof value === 'object' ? value.minor === 0 : Number(value) === 0)
    // What cancels to nothing has documents, too (CU7); only where there is no figure there is nothing to be opened.
    const opens = place !== null && (part === 'value' || part === 'earlier') && !nothing
    const open = () => place !== null && onOpen(key, place, part === 'earlier')
    const what = `${rowLabel(line)} ${answer.columns[at]?.label ?? ''} ${measureTitle(measure)} ${text}`
    return (
      <TableCell
        key={`${at}.${measure}.${part}`}
        role="gridcell"
        tabIndex={-1}
        aria-label={opens ? t('statistics.open', { what }) : undefined}
        onClick={opens ? open : undefined}
        onKeyDown={(event) => hearKey(event, ({ key: pressed }) => pressed === 'Enter' && opens && open())}
        sx={{
          ...figureCell({ opens, quiet: zero || part !== 'value' }),
          ...(part === 'value' && i > 0 && measure === 0 && { borderLeft: 1, borderLeftColor: 'divider' }),
        }}
      >
        {text}
      </TableCell>
    )
  })
}

/** Made anew only when its figures are. */
const PivotRow = memo(({ line, ...props }: RowProps & { line: Line }) => {
  const { answer } = props
  const { rowLabel } = useTitles(props)
  const heads = Math.max(1, answer.rows.length)
  const quiet = line.kind !== 'member' && line.kind !== 'subtotal'
  const within = line.members.length > 1 || (line.kind === 'rest' && answer.rows.length > 1 && line.members.length === 1)
  const inner = line.kind === 'rest' ? rowLabel(line) : (line.members[1]?.label ?? '')
  return (
    <TableRow hover sx={line.kind === 'subtotal' ? { '& td, & th': { fontWeight: 600 } } : {}}>
      {Array.from({ length: heads }, (_, i) => {
        const text = heads === 1 || (i === 0 && !within) ? rowLabel(line) : i > 0 && within ? inner : ''
        return (
          <TableCell
            key={i}
            component="th"
            scope="row"
            title={text}
            sx={{
              ...ROW_HEAD,
              ...(i > 0 && { position: 'static' }),
              ...(quiet && i === heads - 1 && { color: 'text.secondary', fontStyle: line.kind === 'none' ? 'italic' : 'normal' }),
            }}
          >
            {text}
          </TableCell>
        )
      })}
      <RowFigures {...props} line={line} />
    </TableRow>
  )
})
PivotRow.displayName = 'PivotRow'

export const PivotTable = ({ answer, own, onOpen }: Props) => {
  const { t, name } = useWords(statisticsWords)
  const columns = useMemo(() => columnsOf(answer), [answer])
  const heads = Math.max(1, answer.rows.length)
  const { ref, onFocus, keys } = useFigureGrid()
  const { measureTitle } = useTitles({ answer, own })
  const groups = [...answer.columns.map((c) => c.label), name('statistic-head.total')]
  const headOf = ({ measure, part }: Column) => (part === 'value' ? measureTitle(measure) : name(`statistic-part.${part}`))
  const shared: Shared = { answer, own, onOpen, columns }

  return (
    <Box
      sx={{ overflow: 'auto', flex: 1, minHeight: 160, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Table
        ref={ref}
        onFocus={onFocus}
        stickyHeader
        size="small"
        role="grid"
        aria-label={t('statistics.pivot')}
        onKeyDown={(event) => hearKey(event, keys)}
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
                sx={{ ...HEAD, ...FIGURE_CELL, ...(column.part !== 'value' && { fontWeight: 400, color: 'text.secondary' }) }}
              >
                {headOf(column)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {answer.lines.map((line) => (
            <PivotRow key={`${line.kind}.${line.members.map((m) => m.key).join('.')}`} {...shared} line={line} />
          ))}
        </TableBody>
        <TableFooter sx={{ position: 'sticky', bottom: 0, zIndex: 2, bgcolor: 'background.paper' }}>
          <TableRow
            sx={{ '& td, & th': { fontWeight: 700, color: 'text.primary', fontSize: 'inherit', borderTop: 1, borderTopColor: 'divider' } }}
          >
            <TableCell component="th" scope="row" colSpan={heads} sx={ROW_HEAD}>
              {name('statistic-head.total')}
            </TableCell>
            <RowFigures {...shared} line={null} />
          </TableRow>
        </TableFooter>
      </Table>
    </Box>
  )
}
