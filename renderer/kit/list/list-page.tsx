// The one list page: everything a list can do, built from its declaration. A module names the list and its actions and adds nothing.
import { Alert, Box, LinearProgress, Typography, useMediaQuery } from '@mui/material'
import type { GridRowSelectionModel } from '@mui/x-data-grid'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { type ListName, type ListParams, listSpec } from '../../../preload/contract/queries.ts'
import { hearKey, useMay, useRemembered, useTabs, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { groupDigits } from '../format/shown.ts'
import { ActionButton } from '../show/action-button.tsx'
import { ProblemNote } from '../show/problem-note.tsx'
import { useTabTitle } from '../show/use-tab-title.ts'
import { cellOpens } from './cell-text.ts'
import { ColumnDialog } from './column-dialog.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterEditor } from './filter-editor.tsx'
import { FoldedToolbar } from './folded-toolbar.tsx'
import { type ListAction, ListActions } from './list-actions.tsx'
import { gridColumns } from './list-columns.tsx'
import { ListGrid, useListGrid } from './list-grid.tsx'
import { type Density, moved, plainLook, ROW_HEIGHTS, sortedBy, viewLook, viewText } from './list-view-settings.ts'
import { ListPager } from './list-pager.tsx'
import { ListTools } from './list-tools.tsx'
import { widened, type Widths } from './list-widths.ts'
import { useTypeScale } from './use-type-scale.ts'
import { MineButton, PeriodButton } from './period-button.tsx'
import { SearchBox } from './search-box.tsx'
import { useExport } from './use-export.ts'
import { useLate } from './use-late.ts'
import { useListKeys } from './use-list-keys.ts'
import { PAGE, questionOf, useListRows } from './use-list-rows.ts'
import { useListState } from './use-list-state.ts'

import type { ListView } from '../office-calls.ts'
import { ViewsMenu } from './views-menu.tsx'

export type { ListAction }
// biome-ignore lint/complexity/noBannedTypes: a list without parameters admits {}
type ParamsOf<N extends ListName> =
  undefined extends ListParams<N>
    ? { params?: ListParams<N> }
    : {} extends ListParams<N>
      ? { params?: ListParams<N> }
      : { params: ListParams<N> }
export type ListPageProps<N extends ListName> = ParamsOf<N> & {
  list: N
  /** Default: the list's name. */
  title?: string
  actions?: readonly ListAction[]
  /** Beside the title, e.g. the report's own filters. */
  toolbar?: ReactNode
  /** The page asks for its period by itself (parameters of a report). */
  ownPeriod?: boolean
  /** Inside a document's page: no title, smaller. */
  compact?: boolean
  /** Pixels; default: the parent's height, 320 when compact. */
  height?: number
  /** Instead of the declaration's `opens`. */
  onOpen?: (row: ListRow) => void
  /** What stands before the first words of a row, such as a picture. */
  before?: (row: ListRow) => ReactNode
  /** Cells that open something beside the record, by their columns: a file, a picture. */
  cells?: Readonly<Record<string, (row: ListRow) => void>>
  /** An own remembered layout for this place. Default: the list's name. */
  look?: string
  /** Columns that are not offered here, e.g. the customer within the customer's page. */
  hide?: readonly string[]
}

/** What a header says: a day or number as it is, a word of the house by its name. */
const headerText = (text: string, name: (key: string) => string): string => {
  const named = name(`header.${text}`)
  return named === `header.${text}` ? text : named
}

const nothing: GridRowSelectionModel = { type: 'include', ids: new Set() }
export const ListPage = <N extends ListName>(props: ListPageProps<N>) => {
  const { list, actions = [], compact = false, look: lookName, hide, cells, before } = props
  const params = props.params as ListParams<N> | undefined
  const spec = listSpec(list)
  const { t, name } = useWords()
  const may = useMay()
  const { company, scopes } = useViewer()
  const tabs = useTabs()
  const {
    look,
    columns,
    all,
    asked,
    filters,
    dates,
    mayChooseMine,
    page,
    spot,
    search: searched,
    opened,
    change,
    setPage,
    setSearch,
    setScroll,
  } = useListState({
    list,
    params,
    look: lookName,
    hide,
    ownPeriod: compact || props.ownPeriod === true,
    within: compact,
  })
  const read = useListRows(list, asked, page)
  const [chosenOf, setChosenOf] = useState({ of: read.of, selection: nothing })
  // What was chosen stays when the same rows are read again, such as after a refusal; of other rows nothing is chosen yet.
  const selection = chosenOf.of === read.of ? chosenOf.selection : nothing
  const [choosing, setChoosing] = useState(false)
  const [filtering, setFiltering] = useState<{ field: string; anchor: HTMLElement } | null>(null)
  // One choice for all lists of the user.
  const [kept, setDensity] = useRemembered<Density>('list.density', 'compact')
  const density = kept in ROW_HEIGHTS ? kept : 'compact'
  // A small screen at 150 or 200 %.
  const low = useMediaQuery('(max-height: 620px)')
  const narrow = useMediaQuery('(max-width: 1000px)')
  const search = useRef<HTMLInputElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const apiRef = useListGrid()
  useTabTitle(opened.titleIn)
  const title = props.title ?? name(`list.${list}`)
  const exporting = useExport(list, title)
  const busy = useLate(read.loading)

  // A report may tell a column's title with its header, e.g. the days of an ageing bucket.
  const headers = read.header
  const titleOf = useCallback(
    (field: string) => (field in columns ? headers?.[field] : undefined) ?? name(`field.${list}.${field}`),
    [name, list, columns, headers],
  )
  const words = useMemo(() => ({ name, yes: t('kit.yes'), no: t('kit.no'), timeZone: company.timeZone }), [name, t, company.timeZone])
  const shown = useMemo(
    () => all.filter((c) => c.visible && (read.columns === undefined || read.columns.includes(c.field))),
    [all, read.columns],
  )
  const sort = asked.sort.length > 0 ? asked.sort : spec.sort
  const [measured, setMeasured] = useState<{ of: unknown[]; widths: Widths }>({ of: [], widths: {} })
  const scale = useTypeScale()
  const of = [read.rows, read.totals, shown, words]
  if (read.rows && of.some((one, i) => one !== measured.of[i])) {
    const before = measured.of[3] === words ? measured.widths : {}
    setMeasured({ of, widths: widened(before, read.rows, read.totals, shown, words, scale) })
  }
  const { widths } = measured
  const grid = useMemo(
    () =>
      gridColumns({
        list,
        shown,
        look,
        widths,
        sort,
        filters,
        words,
        rowOpens: spec.opens,
        onOpen: props.onOpen,
        cells,
        before,
        titleOf,
        onFilter: (field, anchor) => setFiltering({ field, anchor }),
        onMove: (field, before) => {
          const order = all.map((c) => c.field)
          change({ order: moved(order, field, order.indexOf(before)) })
        },
      }),
    [list, shown, look, widths, sort, filters, words, spec.opens, props.onOpen, cells, before, titleOf, all, change],
  )

  const chosen = useMemo(() => (read.rows ?? []).filter((row) => selection.ids.has(row.id)), [read.rows, selection])
  // The page emptied under our feet (rows went elsewhere): back to the last one there is.
  useEffect(() => {
    if (page > 0 && read.emptied && read.count !== undefined) setPage(Math.max(0, Math.ceil(read.count / PAGE) - 1))
  })

  const open = (row: ListRow, field: string, link: boolean) => {
    const own = cellOpens(row, columns[field]?.opens)
    const record = cellOpens(row, spec.opens)
    const target = link ? (own ?? record) : (record ?? own)
    if (link && cells?.[field] && row[field] !== null) cells[field](row)
    else if (props.onOpen && !(link && own)) props.onOpen(row)
    else if (target) void tabs.openRecord(target.route, target.id)
  }
  const exportAll = () =>
    void exporting.run(
      questionOf(asked),
      shown.map((c) => c.field),
    )
  const mayExport = may(spec.export)
  const turnTo = (next: number) => {
    setPage(next)
    apiRef.current?.scroll({ top: 0 })
  }
  const toGrid = () => {
    const [row] = read.rows ?? []
    if (row && shown[0]) apiRef.current?.setCellFocus(row.id, shown[0].field)
  }

  /** Null: as it is delivered. */
  const chooseView = (view: ListView | null) => {
    const kept = view ? viewLook(view.id, view.look) : { look: plainLook, search: '' }
    if (!kept) return
    change(kept.look)
    setSearch(kept.search)
  }

  const hear = useListKeys({
    wide: !compact,
    onSearch: () => {
      search.current?.focus()
      search.current?.select()
    },
    onExport: mayExport ? exportAll : undefined,
  })

  const primary = actions.find((a) => a.primary && (a.needs ?? 'none') === 'none' && (a.permission === undefined || may(a.permission)))
  const narrowed = asked.search.trim() !== '' || asked.filters.length > 0 || asked.mine
  // Q31: others may have some; what is outside of one's scope is not told, but that there is a scope is.
  const outOfSight = spec.scope !== 'company' && (scopes[spec.scope] ?? 'all') !== 'all'
  const bare = low && !compact
  const header = Object.entries(read.header ?? {}).filter(([field]) => !(field in columns))
  const headerLine = header.length > 0 && (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        px: compact || bare ? 0 : 1.5,
        pb: bare ? 0 : 0.5,
        color: 'text.secondary',
        fontSize: 12,
      }}
    >
      {header.map(([field, text]) => (
        <span key={field}>
          {name(`field.${field}`)} {headerText(text, name)}
        </span>
      ))}
    </Box>
  )
  return (
    <Box
      ref={root}
      onKeyDown={(event) => hearKey(event, compact ? hear : undefined)}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        height: props.height ?? (compact ? 320 : '100%'),
        minHeight: low ? 0 : 240,
        minWidth: 0,
      }}
    >
      {(!compact || props.toolbar !== undefined) && !bare && (
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: compact ? 0 : 1.5, pt: compact ? 0 : 1.25 }}>
          {!compact && (
            <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, mr: 1 }}>
              {title}
            </Typography>
          )}
          {props.toolbar}
          <Box sx={{ flex: 1 }} />
          {!compact && <ListActions actions={actions} selection={chosen} />}
        </Box>
      )}
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: low ? 0.5 : 0.75,
          px: compact ? 0 : 1.5,
          py: low ? 0.25 : 0.75,
        }}
      >
        <SearchBox value={searched} onChange={setSearch} onLeave={toGrid} inputRef={search} compact={compact} low={low} />
        {bare && props.toolbar !== undefined && <FoldedToolbar>{props.toolbar}</FoldedToolbar>}
        {!compact && !props.ownPeriod && (
          <PeriodButton fields={dates} period={look.period} titleOf={titleOf} narrow={narrow} onChange={(period) => change({ period })} />
        )}
        {!compact && (
          <ViewsMenu
            list={list}
            current={look.view}
            narrow={narrow}
            look={() => viewText(look, searched)}
            onChoose={chooseView}
            onSaved={(id) => change({ view: id })}
          />
        )}
        {!compact && mayChooseMine && <MineButton mine={asked.mine} narrow={narrow} onChange={(mine) => change({ mine })} />}
        <FilterChips columns={columns} filters={filters} titleOf={titleOf} narrow={narrow} onChange={(next) => change({ filters: next })} />
        {bare && headerLine}
        <Box sx={{ flex: 1 }} />
        {(compact || bare) && <ListActions actions={actions} selection={chosen} />}
        <ListTools
          density={density}
          exporting={exporting.running}
          mayExport={mayExport}
          onColumns={() => setChoosing(true)}
          onDensity={setDensity}
          onRefresh={read.refetch}
          onExport={exportAll}
        />
      </Box>
      {!bare && headerLine}
      {exporting.running && <LinearProgress aria-label={t('kit.list.export')} />}
      <ProblemNote problem={exporting.problem} onClose={exporting.forget} />
      {exporting.done && (
        <Alert severity="success" variant="outlined" onClose={exporting.forget} sx={{ py: 0 }}>
          {exporting.done.path === null
            ? t('kit.list.downloaded', { count: groupDigits(String(exporting.done.rows ?? read.count ?? 0)) })
            : t('kit.list.exported', { count: groupDigits(String(exporting.done.rows ?? read.count ?? 0)), path: exporting.done.path })}
        </Alert>
      )}
      {opened.isGone && (
        <Alert severity="info" variant="outlined" sx={{ py: 0 }}>
          {t('kit.view.gone')}
        </Alert>
      )}
      <ProblemNote problem={read.problem} ways={[{ label: t('kit.list.refresh'), onClick: read.refetch }]} />
      <ListGrid
        apiRef={apiRef}
        label={title}
        rows={read.rows}
        columns={grid}
        declared={columns}
        totals={read.totals}
        settled={read.settled}
        busy={busy}
        density={density}
        low={low}
        checkboxes={actions.some((a) => a.needs === 'some')}
        selection={selection}
        start={{ top: spot.top, left: spot.left }}
        narrowed={narrowed}
        emptyReason={outOfSight ? t('kit.list.empty-rights') : undefined}
        emptyAction={primary && <ActionButton action={primary} onClick={() => primary.onClick([])} />}
        onSelection={(next) => setChosenOf({ of: read.of, selection: next })}
        onOpen={open}
        onFilter={(field, anchor) => columns[field]?.fixed !== true && setFiltering({ field, anchor })}
        onSort={(field, add) =>
          columns[field]?.fixed !== true && change({ sort: sortedBy(look.sort.length > 0 ? asked.sort : spec.sort, field, add) })
        }
        onWidth={(field, width) => change({ widths: { ...look.widths, [field]: width } })}
        onScroll={setScroll}
        onWiden={() => {
          setSearch('')
          change({ filters: [], period: null, mine: false })
        }}
      />
      <ListPager
        page={page}
        rows={read.rows?.length ?? 0}
        count={read.count}
        hasNext={read.hasNext}
        chosen={chosen.length}
        low={low}
        onPage={turnTo}
      />
      {filtering && (
        <FilterEditor
          anchor={filtering.anchor}
          columns={columns}
          titleOf={titleOf}
          field={filtering.field}
          filter={filters.find((f) => f.field === filtering.field) ?? null}
          onClose={() => setFiltering(null)}
          onDone={(filter) => {
            const at = filters.findIndex((f) => f.field === filtering.field)
            change({ filters: at < 0 ? [...filters, filter] : filters.toSpliced(at, 1, filter) })
            setFiltering(null)
          }}
          onRemove={() => {
            change({ filters: filters.filter((f) => f.field !== filtering.field) })
            setFiltering(null)
          }}
        />
      )}
      {choosing && (
        <ColumnDialog
          columns={all}
          titleOf={titleOf}
          onOrder={(order) => change({ order })}
          onVisible={(field, visible) => change({ visible: { ...look.visible, [field]: visible } })}
          onReset={() => change({ order: [], visible: {}, widths: {} })}
          onClose={() => setChoosing(false)}
        />
      )}
    </Box>
  )
}
