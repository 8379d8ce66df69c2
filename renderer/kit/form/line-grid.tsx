// The grid in which a document's lines are typed: one live cell, everything by keyboard, blocks pasted from a spreadsheet, hundreds of lines at once.
import AddRounded from '@mui/icons-material/AddRounded'
import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import { Alert, Box, Button, IconButton } from '@mui/material'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { useViewer } from '../../client/index.ts'
import { ruleText, useWords } from '../../words/index.ts'
import type { ListRow } from '../../../preload/contract/define.ts'
import type { Option } from '../fields/pick-box.tsx'
import { productByCode } from '../fields/record-sources.ts'
import { groupDigits } from '../format/shown.ts'
import { MoneyText } from '../show/money-text.tsx'
import { RecordLink } from '../show/record-link.tsx'
import { SHOW_CELL, useReadOnly } from './form-context.ts'
import { LineCell } from './line-cell.tsx'
import { copiedText, isFigureColumn, type Line, type LineColumn, moneyOf, shownText, valueAt } from './line-columns.ts'
import { insertedAfter, isNew, movedLine, nextPlace, openFields, pastedOver, type Place, withLine } from './line-edits.ts'
import { isTable, readTable } from './line-table.ts'
import type { FieldBinding } from './use-form.ts'

type Total = { field: string; money?: Money | null; text?: string }
export type LineGridProps<L extends Line> = FieldBinding<L[]> & {
  columns: readonly LineColumn<L>[]
  /** A fresh line; without it lines cannot be added (they come from elsewhere). */
  newLine?: () => L
  /** What a duplicated line takes along. Default: everything but the id. */
  copyLine?: (line: L) => L
  totals?: readonly Total[]
  most?: number
  /** Pixels at most before the lines scroll by themselves. */
  height?: number
  readOnly?: boolean
  /** Beside the "add" button, e.g. "from contracts". */
  toolbar?: ReactNode
}

const ROW = 34
const NUMBER = 44
const TOOLS = 64
/** Rows kept beyond what is seen, so that scrolling shows no gap. */
const SPARE = 8

/** Which rows are worth drawing. */
const useWindow = (count: number) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => element.clientHeight > 0 && setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const from = Math.max(0, Math.floor(top / ROW) - SPARE)
  const to = Math.min(count, Math.ceil((top + height) / ROW) + SPARE)
  const show = (at: number) => {
    const element = scroller.current
    if (!element) return
    const room = element.clientHeight - 3 * ROW
    if (at * ROW < element.scrollTop) element.scrollTop = at * ROW
    else if (room > 0 && at * ROW > element.scrollTop + room) element.scrollTop = at * ROW - room
  }
  return { scroller, from, to, show, onScroll: () => setTop(scroller.current?.scrollTop ?? 0) }
}

/** Whether an arrow sideways would leave the text: at its edge, or all of it selected. */
const atEdge = (target: EventTarget, forwards: boolean): boolean => {
  if (!(target instanceof HTMLInputElement)) return true
  const { selectionStart: start, selectionEnd: end, value } = target
  if (start === 0 && end === value.length) return true
  return start === end && (forwards ? end === value.length : start === 0)
}

export const LineGrid = <L extends Line>(props: LineGridProps<L>) => {
  const {
    name: field,
    value: lines,
    onChange,
    issues = {},
    issue,
    typed,
    onTyped,
    columns,
    newLine,
    totals = [],
    most = 500,
    height = 560,
  } = props
  const words = useWords()
  const { t, name } = words
  const { today } = useViewer()
  const readOnly = useReadOnly(props.readOnly)
  const root = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Place | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const { scroller, from, to, show, onScroll } = useWindow(lines.length)
  /** The lines as they stand, also between two events of one turn. */
  const now = useRef(lines)
  useLayoutEffect(() => {
    now.current = lines
  })
  const before = useRef<unknown>(undefined)

  const change = (next: L[]) => {
    now.current = next
    onChange(next)
  }
  const indexOf = (id: string) => now.current.findIndex((line) => line.id === id)
  const enter = (place: Place | null) => {
    if (place) {
      const line = now.current[indexOf(place.id)]
      before.current = line && valueAt(line, place.field)
      show(indexOf(place.id))
    }
    setActive(place)
  }
  const firstPlace = (line: L | undefined): Place | null => {
    const [first] = line ? openFields(columns, line) : []
    return line && first !== undefined ? { id: line.id, field: first } : null
  }
  const add = (after?: string) => {
    if (!newLine || now.current.length >= most) return
    const line = newLine()
    change(after === undefined ? [...now.current, line] : insertedAfter(now.current, after, line))
    enter(firstPlace(line))
  }
  const forgetTyped = (id: string) => {
    for (const path of Object.keys(typed ?? {})) if (path.startsWith(`${field}.#${id}.`)) onTyped?.(null, path.slice(field.length + 1))
  }
  const remove = (id: string) => {
    const at = indexOf(id)
    change(now.current.filter((line) => line.id !== id))
    forgetTyped(id)
    const near = now.current[at] ?? now.current[at - 1]
    enter(active && near ? { id: near.id, field: active.field } : null)
  }
  const duplicate = (id: string) => {
    const line = now.current[indexOf(id)]
    if (!line || !newLine || now.current.length >= most) return
    const copy = props.copyLine?.(line) ?? { ...line, id: newId() }
    change(insertedAfter(now.current, id, copy))
    enter({ id: copy.id, field: active?.field ?? columns[0]?.field ?? '' })
  }
  const move = (id: string, by: 1 | -1) => {
    change(movedLine(now.current, id, by))
    show(indexOf(id))
  }
  /** To the cell after; past the end a new line, unless the last one is still blank. False: the focus may leave the grid. */
  const step = (by: 1 | -1): boolean => {
    if (!active) return false
    const next = nextPlace(now.current, columns, active, by)
    if (next) {
      enter(next)
      return true
    }
    const last = now.current.at(-1)
    if (by < 0 || !newLine || (last && isNew(last, newLine()))) return false
    add()
    return true
  }
  const vertical = (by: 1 | -1) => {
    const next = active && now.current[indexOf(active.id) + by]
    if (active && next) enter({ id: next.id, field: active.field })
  }

  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (!active || readOnly || event.nativeEvent.isComposing) return
    const stop = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    const control = event.ctrlKey || event.metaKey
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      stop()
      move(active.id, event.key === 'ArrowUp' ? -1 : 1)
    } else if (control && event.key.toLowerCase() === 'd') {
      stop()
      duplicate(active.id)
    } else if (control && (event.key === 'Delete' || event.key === 'Backspace') && newLine) {
      stop()
      remove(active.id)
    }
  }
  const movement = (event: KeyboardEvent<HTMLElement>) => {
    if (!active || readOnly || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const taken = event.defaultPrevented
    switch (event.key) {
      case 'Enter':
        event.preventDefault()
        step(event.shiftKey ? -1 : 1)
        break
      case 'Tab':
        if (step(event.shiftKey ? -1 : 1)) event.preventDefault()
        break
      case 'ArrowUp':
      case 'ArrowDown':
        if (taken || event.target instanceof HTMLSelectElement) break
        event.preventDefault()
        vertical(event.key === 'ArrowUp' ? -1 : 1)
        break
      case 'ArrowLeft':
      case 'ArrowRight': {
        const forwards = event.key === 'ArrowRight'
        const next = atEdge(event.target, forwards) && nextPlace(now.current, columns, active, forwards ? 1 : -1)
        if (!next || event.shiftKey) break
        event.preventDefault()
        enter(next)
        break
      }
      case 'Escape':
        // Back to what stood here when the cell was entered.
        if (taken) break
        onTyped?.(null, `#${active.id}.${active.field}`)
        change(withLine(now.current, active.id, { [active.field]: before.current } as Partial<L>))
        setActive(null)
        root.current?.focus()
    }
  }

  const valueNamed = (column: LineColumn<L>, text: string): string | null =>
    column.kind === 'enum' ? (column.values.find((v) => v === text || name(`${column.group}.${v}`) === text) ?? null) : null
  /** Puts what a text stands for into its cell; `over` wins over what the found record would suggest. */
  const lookUp = async (place: Place & { text: string }, over: Partial<L>): Promise<boolean> => {
    const column = columns.find((c) => c.field === place.field)
    if (column?.kind !== 'product' && column?.kind !== 'pick') return true
    const picked = column.kind === 'product' ? await productByCode(place.text) : await column.byText?.(place.text)
    const line = now.current[indexOf(place.id)]
    if (!picked || !line) return !line
    const part =
      column.kind === 'product'
        ? { [column.field]: picked.id, ...column.onPick(picked as ListRow, line) }
        : column.onPick(picked as Option, line)
    change(withLine(now.current, place.id, { ...(part as Partial<L>), ...over }))
    return true
  }
  const paste = async (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!active || readOnly || !isTable(text)) return
    event.preventDefault()
    event.stopPropagation()
    const done = pastedOver(now.current, columns, active, readTable(text), { newLine, most, today, valueNamed })
    setActive(null)
    change(done.lines)
    for (const { id, field: column, text: unread, rule } of done.unread) onTyped?.({ text: unread, rule }, `#${id}.${column}`)
    // One after the other: each writes over the lines as the one before has left them.
    const missing: string[] = []
    for (const lookup of done.lookups) if (!(await lookUp(lookup, done.parts.get(lookup.id) ?? {}))) missing.push(lookup.text)
    setNote(
      [
        t('kit.line.pasted', { count: done.rows }),
        missing.length > 0 ? t('kit.line.not-found', { codes: [...new Set(missing)].join(', ') }) : '',
        done.cut ? t('kit.line.full', { most }) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    )
  }

  // The form asks for the cell that something is wrong with.
  const showCell = useRef((_path: string) => {})
  useEffect(() => {
    showCell.current = (path) => {
      const [at = '', column = ''] = path.split('.')
      const line = now.current[Number(at)]
      if (line) enter({ id: line.id, field: columns.some((c) => c.field === column) ? column : (columns[0]?.field ?? '') })
    }
  })
  useEffect(() => {
    const element = root.current
    const hear = (event: Event) => showCell.current(String((event as CustomEvent).detail))
    element?.addEventListener(SHOW_CELL, hear)
    return () => element?.removeEventListener(SHOW_CELL, hear)
  }, [])

  const width = columns.reduce((sum, column) => sum + column.width, NUMBER + (readOnly ? 0 : TOOLS))
  const template = `${NUMBER}px ${columns.map((c) => (c.grow ? `minmax(${c.width}px, 1fr)` : `${c.width}px`)).join(' ')}${readOnly ? '' : ` ${TOOLS}px`}`
  const labelOf = (column: LineColumn<L>) => column.label ?? name(`field.${column.field}`)
  const issueAt = (at: number, column: LineColumn<L>, line: L) =>
    typed?.[`${field}.#${line.id}.${column.field}`]?.rule ?? issues[`${at}.${column.field}`]

  const cell = (line: L, at: number, column: LineColumn<L>, index: number) => {
    const here = active?.id === line.id && active.field === column.field && !readOnly
    const open = column.kind !== 'shown' && column.locked?.(line) !== true && !readOnly
    const rule = issueAt(at, column, line)
    const pending = typed?.[`${field}.#${line.id}.${column.field}`]
    return (
      <Box
        key={column.field}
        role="gridcell"
        aria-colindex={index + 2}
        aria-invalid={rule !== undefined || undefined}
        aria-readonly={!open || undefined}
        title={rule && !here ? ruleText(rule, words) : undefined}
        // The cell is entered by the click: entered any earlier, letting the button go would drop the selection of its text.
        onMouseDown={(event) => open && !here && event.preventDefault()}
        onClick={() => open && !here && enter({ id: line.id, field: column.field })}
        sx={{
          borderRight: '1px solid var(--mui-palette-divider)',
          minWidth: 0,
          overflow: 'hidden',
          ...(here && { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: '-2px' }),
          ...(rule &&
            !here && {
              boxShadow: 'inset 0 0 0 1px var(--mui-palette-error-main)',
              backgroundColor: 'color-mix(in srgb, var(--mui-palette-error-main) 8%, transparent)',
            }),
          ...(!open && !readOnly && { color: 'text.secondary' }),
          ...(open && !here && { cursor: 'text' }),
        }}
      >
        {here ? (
          <LineCell
            column={column}
            line={line}
            today={today}
            typed={pending}
            onTyped={(text) => onTyped?.(text, `#${line.id}.${column.field}`)}
            onPart={(part) => change(withLine(now.current, line.id, part))}
            onMissing={(text) => setNote(t('kit.line.not-found', { codes: text }))}
            wrong={rule !== undefined}
          />
        ) : (
          <CellText figure={isFigureColumn(column)}>
            {column.kind === 'shown' && column.node ? (
              column.node(line)
            ) : column.kind === 'product' && readOnly && typeof valueAt(line, column.field) === 'string' ? (
              <RecordLink route="product" id={String(valueAt(line, column.field))}>
                {shownText(column, line, name)}
              </RecordLink>
            ) : (
              (pending?.text ?? (moneyOf(column, line) || shownText(column, line, name)))
            )}
          </CellText>
        )}
      </Box>
    )
  }

  return (
    <Box
      sx={{ border: 1, borderColor: issue ? 'error.main' : 'divider', borderRadius: 1, overflow: 'hidden', bgcolor: 'background.paper' }}
    >
      <Box
        ref={root}
        role="grid"
        tabIndex={active || readOnly || lines.length === 0 ? -1 : 0}
        aria-label={name(`field.${field}`)}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + 1}
        data-lines={field}
        onFocus={(event) => {
          // Tab into the grid goes to its first cell.
          if (event.target === root.current && !active && event.relatedTarget) enter(firstPlace(now.current[0]))
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null) && document.hasFocus())
            setActive((old) => (event.relatedTarget ? null : old))
        }}
        onKeyDownCapture={keys}
        onKeyDown={movement}
        onPasteCapture={(event) => void paste(event)}
        onCopy={(event) => {
          // Without a selection in the cell, the whole line goes to the clipboard as a spreadsheet row.
          const line = active && now.current[indexOf(active.id)]
          const input = event.target instanceof HTMLInputElement ? event.target : null
          if (!line || (input && input.selectionStart !== input.selectionEnd)) return
          event.preventDefault()
          event.clipboardData.setData('text/plain', columns.map((column) => copiedText(column, line, name)).join('\t'))
        }}
        sx={{ outline: 0, '&:focus-visible': { boxShadow: 'inset 0 0 0 2px var(--mui-palette-primary-main)' } }}
      >
        <Box ref={scroller} onScroll={onScroll} sx={{ maxHeight: height, overflow: 'auto' }}>
          <Box sx={{ minWidth: width }}>
            <Box
              role="row"
              aria-rowindex={1}
              sx={{
                display: 'grid',
                gridTemplateColumns: template,
                position: 'sticky',
                top: 0,
                zIndex: 2,
                height: ROW,
                bgcolor: 'background.default',
                borderBottom: 1,
                borderColor: 'divider',
                fontWeight: 600,
              }}
            >
              <Box role="columnheader" aria-label={t('kit.line.number')} sx={{ borderRight: '1px solid var(--mui-palette-divider)' }} />
              {columns.map((column) => (
                <Box
                  key={column.field}
                  role="columnheader"
                  title={labelOf(column)}
                  sx={{ borderRight: '1px solid var(--mui-palette-divider)', minWidth: 0 }}
                >
                  <CellText figure={isFigureColumn(column)}>{labelOf(column)}</CellText>
                </Box>
              ))}
            </Box>
            <Box role="rowgroup" sx={{ position: 'relative', height: Math.max(lines.length, 1) * ROW }}>
              {lines.length === 0 && <Box sx={{ p: 1, color: 'text.secondary' }}>{t('kit.line.empty')}</Box>}
              {lines.slice(from, to).map((line, i) => {
                const at = from + i
                return (
                  <Box
                    key={line.id}
                    role="row"
                    aria-rowindex={at + 2}
                    data-line={at}
                    sx={{
                      position: 'absolute',
                      left: 0,
                      right: 0,
                      top: at * ROW,
                      height: ROW,
                      display: 'grid',
                      gridTemplateColumns: template,
                      borderBottom: '1px solid var(--mui-palette-divider)',
                      '& .line-tools': { visibility: active?.id === line.id ? 'visible' : 'hidden' },
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
                        borderRight: '1px solid var(--mui-palette-divider)',
                      }}
                    >
                      {at + 1}
                    </Box>
                    {columns.map((column, index) => cell(line, at, column, index))}
                    {!readOnly && newLine && (
                      <Box className="line-tools" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center' }}>
                        <IconButton
                          size="small"
                          tabIndex={-1}
                          title={t('kit.line.copy')}
                          aria-label={t('kit.line.copy')}
                          onClick={() => duplicate(line.id)}
                        >
                          <ContentCopyRounded sx={{ fontSize: 15 }} />
                        </IconButton>
                        <IconButton
                          size="small"
                          tabIndex={-1}
                          title={t('kit.line.remove')}
                          aria-label={t('kit.line.remove')}
                          onClick={() => remove(line.id)}
                        >
                          <DeleteOutlineRounded sx={{ fontSize: 16 }} />
                        </IconButton>
                      </Box>
                    )}
                  </Box>
                )
              })}
            </Box>
            {totals.length > 0 && (
              <Box
                role="row"
                sx={{
                  display: 'grid',
                  gridTemplateColumns: template,
                  position: 'sticky',
                  bottom: 0,
                  zIndex: 2,
                  height: ROW,
                  bgcolor: 'background.default',
                  borderTop: 1,
                  borderColor: 'divider',
                  fontWeight: 600,
                }}
              >
                <Box sx={{ lineHeight: `${ROW}px`, pl: 1, whiteSpace: 'nowrap' }}>{t('kit.list.total')}</Box>
                {columns.map((column) => {
                  const total = totals.find((one) => one.field === column.field)
                  return (
                    <Box key={column.field} data-total={total && column.field} sx={{ minWidth: 0 }}>
                      {total && (
                        <Box
                          sx={{
                            display: 'flex',
                            justifyContent: 'flex-end',
                            px: 1,
                            lineHeight: `${ROW}px`,
                            fontVariantNumeric: 'tabular-nums',
                          }}
                        >
                          {total.money ? <MoneyText money={total.money} strong /> : groupDigits(total.text ?? '')}
                        </Box>
                      )}
                    </Box>
                  )
                })}
              </Box>
            )}
          </Box>
        </Box>
      </Box>
      {(!readOnly || issue) && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            px: 1,
            py: 0.5,
            borderTop: 1,
            borderColor: 'divider',
            minHeight: 36,
          }}
        >
          {newLine && !readOnly && (
            <Button size="small" startIcon={<AddRounded />} disabled={lines.length >= most} onClick={() => add()}>
              {t('kit.line.add')}
            </Button>
          )}
          {!readOnly && props.toolbar}
          {issue && (
            <Box role="alert" sx={{ color: 'error.main' }}>
              {ruleText(issue, words)}
            </Box>
          )}
          <Box sx={{ flex: 1 }} />
          {newLine && !readOnly && (
            <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
              {active ? t('kit.line.hint') : t('kit.line.count', { count: lines.length })}
            </Box>
          )}
        </Box>
      )}
      {note && (
        <Alert severity="info" variant="outlined" onClose={() => setNote(null)} sx={{ py: 0, border: 0 }}>
          {note}
        </Alert>
      )}
    </Box>
  )
}

const CellText = ({ figure, children }: { figure: boolean; children: ReactNode }) => (
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
