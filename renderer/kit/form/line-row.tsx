// One row of a grid of lines: its number, its cells (one of them perhaps being typed in), the tools at its end.
import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import { Box, IconButton } from '@mui/material'
import { memo, type ReactNode } from 'react'
import type { Warning } from '../../../preload/contract/warnings.ts'
import { ruleText, useWords, warningText } from '../../words/index.ts'
import { RecordLink } from '../show/record-link.tsx'
import { WARNING_GROUND } from '../show/warning-line.tsx'
import { same, type TypedText } from './draft.ts'
import { LineCell } from './line-cell.tsx'
import { isFigureColumn, type Line, type LineColumn, moneyOf, shownText, textAt } from './line-columns.ts'
import type { LineEdits } from './use-line-edits.ts'
import { ROW } from './use-row-window.ts'

export const EDGE = '1px solid var(--mui-palette-divider)'

export const CellText = ({ figure, children }: { figure: boolean; children: ReactNode }) => (
  <Box
    sx={{
      px: 1,
      lineHeight: `${ROW}px`,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      ...(figure && { textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
    }}
  >
    {children}
  </Box>
)

export type RowProps<L extends Line> = {
  line: L
  /** What the marks of cells are told from: while it stays, and the line, a row that nobody types in stays as it is. */
  marks: readonly unknown[]
  at: number
  /** Pixels from the first row on screen. */
  top: number
  columns: readonly LineColumn<L>[]
  template: string
  edits: LineEdits<L>
  readOnly: boolean
  /** Whether lines can be added and taken away. */
  tools: boolean
  today: string
  ruleAt: (line: L, at: number, field: string) => string | undefined
  /** What is odd about a cell. */
  oddAt: (line: L, field: string) => readonly Warning[]
  typedAt: (line: L, field: string) => TypedText | undefined
  onNote: (note: string) => void
}

type CellProps<L extends Line> = RowProps<L> & { column: LineColumn<L>; index: number }

/** A cell that is not being typed in. Of a document that is only read, what was chosen and has a page is a link. */
const RestingCell = <L extends Line>({ line, column, readOnly, pending }: CellProps<L> & { pending: TypedText | undefined }) => {
  const { name } = useWords()
  const text = pending?.text ?? (moneyOf(column, line) || shownText(column, line, name))
  const calculated = text === '' ? (column.calculated?.(line) ?? '') : ''
  const opens = column.kind === 'pick' && readOnly && textAt(line, column.field) !== '' ? column.opens : undefined
  return (
    <CellText figure={isFigureColumn(column)}>
      {column.kind === 'shown' && column.node ? (
        column.node(line)
      ) : calculated !== '' ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {calculated}
        </Box>
      ) : opens === undefined ? (
        text
      ) : (
        <RecordLink route={opens} id={textAt(line, column.field)}>
          {text}
        </RecordLink>
      )}
    </CellText>
  )
}

const Cell = <L extends Line>(props: CellProps<L>) => {
  const { line, at, column, index, edits, readOnly, today, onNote } = props
  const words = useWords()
  const here = edits.active?.id === line.id && edits.active.field === column.field && !readOnly
  const open = column.kind !== 'shown' && column.locked?.(line) !== true && !readOnly
  const rule = props.ruleAt(line, at, column.field)
  const odd = rule === undefined ? props.oddAt(line, column.field) : []
  const pending = props.typedAt(line, column.field)
  return (
    <Box
      role="gridcell"
      aria-colindex={index + 2}
      aria-invalid={rule !== undefined || undefined}
      aria-readonly={!open || undefined}
      data-odd={odd.length > 0 || undefined}
      title={here ? undefined : rule ? ruleText(rule, words) : odd.map((one) => warningText(one, words)).join(' ') || undefined}
      // The cell is entered by the click: entered any earlier, letting the button go would drop the selection of its text.
      onMouseDown={(event) => open && !here && event.preventDefault()}
      onClick={() => open && !here && edits.enter({ id: line.id, field: column.field })}
      sx={{
        borderRight: EDGE,
        minWidth: 0,
        overflow: 'hidden',
        ...(here && { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: '-2px' }),
        ...(rule &&
          !here && {
            boxShadow: 'inset 0 0 0 1px var(--mui-palette-error-main)',
            backgroundColor: 'color-mix(in srgb, var(--mui-palette-error-main) 8%, transparent)',
          }),
        ...(odd.length > 0 && { backgroundColor: WARNING_GROUND }),
        ...(!open && !readOnly && { color: 'text.secondary' }),
        ...(open && !here && { cursor: 'text' }),
      }}
    >
      {here ? (
        <LineCell
          key={edits.turn}
          column={column}
          line={line}
          today={today}
          typed={pending}
          onTyped={(text) => edits.typeText(edits.turn, line.id, column.field, text)}
          onPart={(part) => edits.typeIn(edits.turn, line.id, column.field, part)}
          onMissing={(text) => onNote(words.t('kit.line.not-found', { codes: text }))}
          wrong={rule !== undefined}
        />
      ) : (
        <RestingCell {...props} pending={pending} />
      )}
    </Box>
  )
}

const Tools = ({ onCopy, onRemove }: { onCopy: () => void; onRemove: () => void }) => {
  const { t } = useWords()
  return (
    <Box className="line-tools" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center' }}>
      <IconButton size="small" tabIndex={-1} title={t('kit.line.copy')} aria-label={t('kit.line.copy')} onClick={onCopy}>
        <ContentCopyRounded sx={{ fontSize: 15 }} />
      </IconButton>
      <IconButton size="small" tabIndex={-1} title={t('kit.line.remove')} aria-label={t('kit.line.remove')} onClick={onRemove}>
        <DeleteOutlineRounded sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  )
}

const Row = <L extends Line>(props: RowProps<L>) => {
  const { line, at, top, columns, template, edits, tools } = props
  return (
    <Box
      role="row"
      aria-rowindex={at + 2}
      data-line={at}
      sx={{
        position: 'absolute',
        left: 0,
        right: 0,
        top,
        height: ROW,
        display: 'grid',
        gridTemplateColumns: template,
        borderBottom: EDGE,
        '& .line-tools': { visibility: edits.active?.id === line.id ? 'visible' : 'hidden' },
        '&:hover .line-tools': { visibility: 'visible' },
      }}
    >
      <Box
        role="rowheader"
        sx={{
          lineHeight: `${ROW}px`,
          textAlign: 'right',
          pr: 1,
          color: 'text.secondary',
          fontVariantNumeric: 'tabular-nums',
          borderRight: EDGE,
        }}
      >
        {at + 1}
      </Box>
      {columns.map((column, index) => (
        <Cell key={column.field} {...props} column={column} index={index} />
      ))}
      {tools && <Tools onCopy={() => edits.duplicate(line.id)} onRemove={() => edits.remove(line.id)} />}
    </Box>
  )
}

const isActive = <L extends Line>({ edits, line }: RowProps<L>): boolean => edits.active?.id === line.id
/** A letter typed in one row draws no other: of two hundred lines all but one stay. */
const stays = <L extends Line>(old: RowProps<L>, next: RowProps<L>): boolean =>
  !isActive(old) &&
  !isActive(next) &&
  old.line === next.line &&
  old.at === next.at &&
  old.top === next.top &&
  old.columns === next.columns &&
  old.template === next.template &&
  old.readOnly === next.readOnly &&
  old.tools === next.tools &&
  old.today === next.today &&
  old.marks.every((mark, n) => same(mark, next.marks[n]))
export const LineRow = memo(Row, stays) as typeof Row
