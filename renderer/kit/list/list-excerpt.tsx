// The beginning of a list as a plain table, for places that are no list page: its first rows by a look, and the totals by the same question.
import { Box } from '@mui/material'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type Column, type Filter, PAGE_LIMIT, type ListRow } from '../../../preload/contract/define/index.ts'
import { seesSecret } from '../../../preload/contract/figures.ts'
import { type ListName, type ListParams, listSpec } from '../../../preload/contract/queries.ts'
import { useMay, useOfficeList, useTabs, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { titleWidth } from '../format/title-width.ts'
import { LinkButton } from '../show/record-link.tsx'
import { cellOpens, cellText, isFigure, saysCurrency } from './cell-text.ts'
import { ListCell } from './list-cell.tsx'
import { askable, type ListLook, periodFilter, type Placed, placed } from './list-view-settings.ts'
import { PADDING, sized, widened } from './list-widths.ts'
import { useTypeScale } from './use-type-scale.ts'
import { questionOf } from './use-list-rows.ts'

type Asked = {
  list: ListName
  params?: object | undefined
  look: ListLook
  search?: string
  /** These and no others, in this order; by default those of the look. */
  columns?: readonly string[] | undefined
  /** Rows; none asks for the totals alone. */
  rows: number
  totals?: boolean
  enabled?: boolean
}

/** Reads the first rows of a list as this user may see it: secret columns are neither shown nor asked for. */
export const useListExcerpt = ({ list, params, look, search = '', columns: wanted, rows, totals = false, enabled = true }: Asked) => {
  const may = useMay()
  const { today, scopes } = useViewer()
  const spec = listSpec(list)
  const columns = useMemo(
    () => Object.fromEntries(Object.entries(spec.columns).filter(([, { secret }]) => secret === undefined || seesSecret(may, secret))),
    [spec, may],
  )
  const shown = useMemo<Placed[]>(
    () =>
      wanted
        ? wanted.flatMap((field) => (columns[field] ? [{ field, column: columns[field], visible: true }] : []))
        : placed(columns, look).filter(({ visible }) => visible),
    [wanted, columns, look],
  )
  const { sort, filters } = askable(columns, look)
  const period: Filter[] = look.period ? [periodFilter(look.period, today)] : []
  const mine = look.mine && spec.scope !== 'company' && scopes[spec.scope] !== 'own'
  const question = questionOf({ search, filters: [...period, ...filters], sort, mine, params: params as ListParams<ListName> | undefined })
  // Which list it is, is known only when it is asked: the office checks what it is asked with.
  const input = { ...question, limit: Math.max(1, Math.min(rows, PAGE_LIMIT)), totals } as never
  return { ...useOfficeList(list, input, { keep: true, enabled }), shown }
}

/** The width of an element as it stands; undefined until it has been laid out. */
const useWidth = (of: RefObject<HTMLElement | null>): number | undefined => {
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    const element = of.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth || undefined))
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}

/** What a click on a row opens: the record of the list, else the first that one of its cells leads to. */
const opensOf = (row: ListRow, own: Column['opens'], shown: readonly Placed[]) =>
  cellOpens(row, own) ?? shown.map(({ column }) => cellOpens(row, column.opens)).find((one) => one !== null) ?? null

/** Names that need more pixels than this give way. */
const LONG = 130
/** However narrow it is, so many columns are shown. */
const FEWEST = 2
/** Left and right of the table, in pixels. */
const EDGES = 8
const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0)

type Props = { list: ListName; rows: readonly ListRow[]; shown: readonly Placed[] }

/** One link in each row, so that the keyboard comes through quickly. Columns for which there is no room are left out, from the last one. */
export const ListExcerpt = ({ list, rows, shown }: Props) => {
  const { t, name } = useWords()
  const { company } = useViewer()
  const tabs = useTabs()
  const box = useRef<HTMLDivElement>(null)
  const room = useWidth(box)
  const spec = listSpec(list)
  const words = useMemo(() => ({ name, yes: t('kit.yes'), no: t('kit.no'), timeZone: company.timeZone }), [name, t, company.timeZone])
  const titleOf = (field: string) => name(`field.${list}.${field}`)
  const scale = useTypeScale()
  const widths = useMemo(() => widened({}, rows, undefined, shown, words, scale), [rows, shown, words, scale])
  // One column of names takes what is left over, and is the first to be cut off.
  const wide = shown.find(({ field, column }) => column.kind === 'text' && (widths[field] ?? 0) > LONG)?.field
  const fitting = useMemo(() => {
    const sizes = shown.map((one) => {
      const { width } = sized(one, titleWidth(words.name(`field.${list}.${one.field}`)) + PADDING, widths, undefined)
      return one.field === wide ? Math.min(width, LONG) : width
    })
    return shown.filter((_, at) => at < FEWEST || room === undefined || EDGES + sumOf(sizes.slice(0, at + 1)) <= room)
  }, [shown, widths, wide, words, room, list])
  const visible = new Set(fitting.map(({ field }) => field))
  const lead = (fitting.find(({ column }) => column.kind === 'code') ?? fitting.find(({ column }) => column.kind === 'text') ?? fitting[0])
    ?.field
  return (
    <Box ref={box} sx={{ minWidth: 0 }}>
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: 13,
          '& th, & td': { px: 1, whiteSpace: 'nowrap', textAlign: 'left', height: 30, py: 0 },
          '& th:first-of-type, & td:first-of-type': { pl: 1.75 },
          '& th:last-of-type, & td:last-of-type': { pr: 1.75 },
          '& th': { fontSize: 12, fontWeight: 400, color: 'text.secondary', height: 26, borderBottom: 1, borderColor: 'divider' },
          '& .figure': { textAlign: 'right' },
          // One column of names takes what is left over; the others stand as wide as what is in them.
          '& .wide': { width: '100%', maxWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
          '& td': { maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis' },
          '& tbody tr:hover': { bgcolor: 'action.hover' },
        }}
      >
        <thead>
          <tr>
            {fitting.map(({ field, column }) => (
              <th key={field} scope="col" className={`${isFigure(column) ? 'figure' : ''} ${field === wide ? 'wide' : ''}`}>
                {titleOf(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const opens = opensOf(row, spec.opens, shown)
            const open = opens && (() => void tabs.openRecord(opens.route, opens.id))
            return (
              <Box component="tr" key={row.id} onClick={open ?? undefined} sx={{ cursor: open ? 'pointer' : undefined }}>
                {fitting.map(({ field, column }) => (
                  <td
                    key={field}
                    className={`${isFigure(column) ? 'figure' : ''} ${field === wide ? 'wide' : ''}`}
                    title={column.kind === 'text' ? cellText(row[field], column, words) : undefined}
                  >
                    {open && field === lead ? (
                      <LinkButton onClick={open}>{cellText(row[field], column, words) || '…'}</LinkButton>
                    ) : (
                      <ListCell
                        {...{ row, field, column, words }}
                        withCode={saysCurrency(column, visible)}
                        opens={null}
                        onOpen={undefined}
                        before={undefined}
                      />
                    )}
                  </td>
                ))}
              </Box>
            )
          })}
        </tbody>
      </Box>
    </Box>
  )
}
