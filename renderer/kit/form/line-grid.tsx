// The grid in which a document's lines are typed: one live cell, everything by keyboard, blocks pasted from a spreadsheet, hundreds of lines at once.
import { Box } from '@mui/material'
import { type ClipboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { hearKey, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { titleWidth } from '../format/title-width.ts'
import { SHOW_CELL, useLabels, useReadOnly, useWarnings } from './form-context.ts'
import { usePutLabels } from './labels.ts'
import { copiedText, type Line, type LineColumn } from './line-columns.ts'
import { withLine } from './line-edits.ts'
import { noIssues } from './issues.ts'
import { LineBar, LineTitles, LineTotals } from './line-frame.tsx'
import { LineHistoryButtons, RowsToCheck } from './line-tools.tsx'
import { OddLines } from './odd-lines.tsx'
import type { LineGridProps } from './line-grid-props.ts'
import { LineRow } from './line-row.tsx'
import { isTable } from './line-table.ts'
import { type LineEdits, useLineEdits } from './use-line-edits.ts'
import { useLineKeys } from './use-line-keys.ts'
import { useLinePaste } from './use-line-paste.ts'
import { useRowsToCheck } from './use-rows-to-check.ts'
import { ROW, useRowWindow } from './use-row-window.ts'

const NUMBER = 44
const TOOLS = 64
/** Of a cell, on both sides, with its edge. */
const PADDING = 18

/** The form asks for the cell that something is wrong with ('3.price'). */
const useShowCell = <L extends Line>(root: RefObject<HTMLDivElement | null>, edits: LineEdits<L>, fields: readonly string[]): void => {
  const latest = useRef((_path: string) => {})
  useEffect(() => {
    latest.current = (path) => {
      const [at = '', field = ''] = path.split('.')
      const line = edits.now.current[Number(at)]
      if (line) edits.enter({ id: line.id, field: fields.includes(field) ? field : (fields[0] ?? '') })
    }
  })
  useEffect(() => {
    const element = root.current
    const hear = (event: Event) => latest.current(String((event as CustomEvent).detail))
    element?.addEventListener(SHOW_CELL, hear)
    return () => element?.removeEventListener(SHOW_CELL, hear)
  }, [root])
}

/** Numbers of a document are in its currency, unless a column knows better. */
const useInCurrency = <L extends Line>(columns: readonly LineColumn<L>[], currency: string | undefined): readonly LineColumn<L>[] =>
  useMemo(
    () =>
      currency === undefined || currency === ''
        ? columns
        : columns.map((column) =>
            column.kind === 'decimal' && column.currency === undefined ? { ...column, currency: () => currency } : column,
          ),
    [columns, currency],
  )

export const LineGrid = <L extends Line>(props: LineGridProps<L>) => {
  const { name: field, value: lines, issues = noIssues, issue, typed, newLine, totals = [], most = 500, height = 560 } = props
  const { t, name, language } = useWords()
  const { today } = useViewer()
  const readOnly = useReadOnly(props.readOnly)
  const [note, setNote] = useState<string | null>(null)
  const warnings = useWarnings()
  const columns = useInCurrency(props.columns, props.currency)
  const { toCheck, only, showOnly, showAll } = useRowsToCheck({ field, lines, typed, issues, warnings })
  const rows = useMemo(() => lines.map((line, at) => ({ line, at })).filter(({ line }) => !only || only.has(line.id)), [lines, only])
  const { scroller, from, to, show, onScroll } = useRowWindow(rows.length)
  const edits = useLineEdits({ ...props, columns, most, only })
  const { active, setActive, now } = edits
  // Once it is drawn: a line that has just been added is part of what can be scrolled to.
  const activeRow = active ? rows.findIndex(({ line }) => line.id === active.id) : -1
  useLayoutEffect(() => {
    if (activeRow >= 0) show(activeRow)
  }, [activeRow, active, show])
  useShowCell(
    scroller,
    edits,
    columns.map((column) => column.field),
  )
  const tools = !readOnly && newLine !== undefined
  const { commands, movement } = useLineKeys({
    edits,
    columns,
    readOnly,
    mayAdd: newLine !== undefined,
    leave: () => scroller.current?.focus(),
    fillDown: () => void fillDown(edits.shownLines()),
  })
  const { pasteBlock, fillDown } = useLinePaste({ edits, columns, newLine, most })

  const paste = async (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!active || readOnly || !isTable(text)) return
    event.preventDefault()
    event.stopPropagation()
    showAll()
    setNote(await pasteBlock(text))
  }
  /** Without a selection in the cell, the whole line goes to the clipboard as a spreadsheet's row. */
  const copy = (event: ClipboardEvent<HTMLElement>) => {
    const line = active && now.current[edits.indexOf(active.id)]
    const input = event.target instanceof HTMLInputElement ? event.target : null
    if (!line || (input && input.selectionStart !== input.selectionEnd)) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', columns.map((column) => copiedText(column, line, name)).join('\t'))
  }

  const typing = active ? lines.find((line) => line.id === active.id) : undefined
  const beside =
    typing &&
    active &&
    props.beside?.({ line: typing, field: active.field }, (part) => {
      // What is typed is read first, so that it does not come over what is taken; then the cell is entered anew, with what stands there now.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      setActive(null)
      edits.change(withLine(now.current, typing.id, part))
      setTimeout(() => edits.enter(active))
    })

  const titleOf = (c: LineColumn<L>) => c.label ?? name(`field.${c.field}`)
  const titles = Object.fromEntries(columns.map((c) => [`${field}.${c.field}`, titleOf(c)]))
  usePutLabels(useLabels(), { ...titles, [field]: name(`field.${field}`) })
  // No title is cut off, in whatever language it is.
  const widthOf = (c: LineColumn<L>) => Math.max(c.width, titleWidth(titleOf(c)) + PADDING)
  const width = columns.reduce((sum, column) => sum + widthOf(column), NUMBER + (tools ? TOOLS : 0))
  const template = `${NUMBER}px ${columns.map((c) => (c.grow ? `minmax(${widthOf(c)}px, 1fr)` : `${widthOf(c)}px`)).join(' ')}${tools ? ` ${TOOLS}px` : ''}`
  const typedAt = (line: L, column: string) => typed?.[`${field}.#${line.id}.${column}`]
  const ruleAt = (line: L, at: number, column: string) => typedAt(line, column)?.rule ?? issues[`${at}.${column}`]
  const oddAt = (line: L, column: string) => (readOnly ? [] : warnings.filter((odd) => odd.field === `${field}.#${line.id}.${column}`))
  const marks = [issues, typed, warnings, language]
  return (
    <Box
      sx={{ border: 1, borderColor: issue ? 'error.main' : 'divider', borderRadius: 1, overflow: 'hidden', bgcolor: 'background.paper' }}
    >
      <Box
        ref={scroller}
        role="grid"
        // Whoever only reads, and an empty one, is come to as well: the arrow keys scroll it then.
        tabIndex={active ? -1 : 0}
        aria-label={name(`field.${field}`)}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        data-lines={field}
        onFocus={(event) => {
          // Tab into the grid goes to its first cell.
          if (event.target === event.currentTarget && !active && !readOnly && lines.length > 0 && event.relatedTarget)
            edits.enter(edits.firstPlace(now.current[0]))
        }}
        onBlur={(event) => {
          // Another window coming forward is no leaving.
          const { relatedTarget } = event
          if (relatedTarget && !event.currentTarget.contains(relatedTarget as Node)) setActive(null)
        }}
        onKeyDownCapture={(event) => hearKey(event, commands)}
        onKeyDown={(event) => hearKey(event, movement)}
        onPasteCapture={(event) => void paste(event)}
        onCopy={copy}
        onScroll={onScroll}
        sx={{
          maxHeight: height,
          overflow: 'auto',
          scrollPaddingTop: ROW,
          scrollPaddingBottom: totals.length > 0 ? ROW : 0,
          outline: 0,
          '&:focus-visible': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' },
        }}
      >
        <Box sx={{ minWidth: width }}>
          <LineTitles columns={columns} template={template} />
          <Box role="rowgroup" sx={{ position: 'relative', height: Math.max(rows.length, 1) * ROW }}>
            {lines.length === 0 && (
              <Box role="row" sx={{ p: 1, color: 'text.secondary' }}>
                <span role="gridcell" aria-readonly>
                  {t('kit.line.empty')}
                </span>
              </Box>
            )}
            {rows.slice(from, to).map(({ line, at }, i) => (
              <LineRow
                key={line.id}
                line={line}
                at={at}
                top={(from + i) * ROW}
                marks={marks}
                {...{ columns, template, edits, readOnly, tools, today, ruleAt, oddAt, typedAt }}
                onNote={setNote}
              />
            ))}
          </Box>
          <LineTotals columns={columns} template={template} totals={totals} />
        </Box>
      </Box>
      {!readOnly && beside}
      {(!readOnly || issue) && (
        <LineBar
          count={lines.length}
          most={most}
          typing={active !== null}
          issue={issue}
          note={note}
          onAdd={
            tools
              ? () => {
                  showAll()
                  edits.add()
                }
              : undefined
          }
          tools={!readOnly && <LineHistoryButtons able={edits.able} onTravel={edits.travel} />}
          check={<RowsToCheck {...{ toCheck, only: only !== null, showOnly, showAll }} />}
          onForget={() => setNote(null)}
          odd={<OddLines {...{ field, lines, active: active?.id, warnings }} />}
        >
          {!readOnly && props.toolbar}
        </LineBar>
      )}
    </Box>
  )
}
