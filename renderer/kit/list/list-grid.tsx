// The grid itself: one page of rows, its columns, the sums under them, and the keyboard.
import { Box, Button } from '@mui/material'
import { DataGrid, type GridApi, type GridColDef, type GridRowSelectionModel, useGridApiRef } from '@mui/x-data-grid'
import { createContext, type KeyboardEvent, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef } from 'react'
import type { ListAnswer, ListRow } from '../../../preload/contract/define/index.ts'
import { hearKey } from '../../client/index.ts'
import { EmptyState } from '../show/empty-state.tsx'
import { useWords } from '../../words/index.ts'
import { FIXED } from './list-columns.tsx'
import { type Columns, type Density, LOW_ROW, ROW_HEIGHTS } from './list-view-settings.ts'
import { SumsContext, TotalsRow } from './totals-row.tsx'
import { PAGE } from './use-list-rows.ts'

const EmptyContext = createContext<ReactNode>(null)
/** Within a grid everything stands in a row's cell. */
const Empty = () => (
  <Box role="row" sx={{ height: '100%' }}>
    <Box role="gridcell" sx={{ height: '100%' }}>
      {useContext(EmptyContext)}
    </Box>
  </Box>
)

type Props = {
  rows: ListRow[] | undefined
  columns: GridColDef<ListRow>[]
  declared: Columns
  totals: ListAnswer['totals']
  settled: boolean
  busy: boolean
  density: Density
  /** The window is low: rows and heads as flat as they can be. */
  low: boolean
  checkboxes: boolean
  selection: GridRowSelectionModel
  /** Where the scroll stood when this tab was last seen. */
  start: { top: number; left: number }
  narrowed: boolean
  emptyAction: ReactNode
  /** What stands there instead of rows for another reason than there being none. */
  emptyReason?: string | undefined
  apiRef: RefObject<GridApi | null>
  label: string
  onSelection: (selection: GridRowSelectionModel) => void
  onOpen: (row: ListRow, field: string, link: boolean) => void
  onFilter: (field: string, head: HTMLElement) => void
  onSort: (field: string, add: boolean) => void
  onWidth: (field: string, width: number) => void
  onScroll: (top: number, left: number) => void
  onWiden: () => void
}

const nonce = typeof document === 'undefined' ? undefined : document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
const PAGING = { page: 0, pageSize: PAGE }
/** The column of check boxes, which stays too. */
const CHECKS = 50
const SLOTS = { footer: TotalsRow, noRowsOverlay: Empty }

/** Brings the scroll back once, when the rows are there, and tells where it stands after it has come to rest. */
const useScroll = (apiRef: Props['apiRef'], ready: boolean, start: Props['start'], tell: Props['onScroll']) => {
  const restored = useRef(false)
  const latest = useRef(tell)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    if (!ready || restored.current) return
    restored.current = true
    if (start.top > 0 || start.left > 0) requestAnimationFrame(() => apiRef.current?.scroll(start))
  }, [ready, start, apiRef])
  useEffect(() => {
    const stop = apiRef.current?.subscribeEvent('scrollPositionChange', ({ top, left }) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latest.current(Math.round(top), Math.round(left)), 400)
    })
    return () => {
      clearTimeout(timer.current)
      stop?.()
    }
  }, [apiRef])
}

/** All columns of the rows in sight are there, however far one scrolls sideways: the grid would leave the fixed one out, and no list has more than two dozen. */
const useEveryColumn = (apiRef: Props['apiRef']) => useEffect(() => apiRef.current?.unstable_setColumnVirtualization(false), [apiRef])

export const useListGrid = useGridApiRef

export const ListGrid = (props: Props) => {
  const { rows, columns, declared, totals, settled, apiRef, narrowed, emptyAction, onWiden } = props
  const { t } = useWords()
  useEveryColumn(apiRef)
  useScroll(apiRef, rows !== undefined, props.start, props.onScroll)
  const heights = props.low ? LOW_ROW : ROW_HEIGHTS[props.density]
  const fixedLeft = props.checkboxes ? CHECKS : 0
  const sums = useMemo(() => ({ totals, columns: declared, settled }), [totals, declared, settled])
  const empty =
    rows === undefined ? null : narrowed ? (
      <EmptyState
        title={t('kit.list.none-match')}
        text={t('kit.list.none-match-text')}
        action={<Button onClick={onWiden}>{t('kit.list.show-all')}</Button>}
      />
    ) : (
      <EmptyState
        title={props.emptyReason ?? t('kit.list.empty')}
        text={props.emptyReason === undefined ? (emptyAction ? t('kit.list.empty-text') : undefined) : t('kit.list.empty-rights-text')}
        action={emptyAction}
      />
    )
  /** Alt+↓ on a head, as the arrow of a select opens it. */
  const openFilter = (event: KeyboardEvent) => {
    const isOpening = event.altKey && event.key === 'ArrowDown'
    const head = isOpening ? (event.target as HTMLElement).closest<HTMLElement>('[role=columnheader]') : null
    if (!head?.dataset['field']) return
    event.preventDefault()
    event.stopPropagation()
    props.onFilter(head.dataset['field'], head)
  }
  return (
    <SumsContext value={sums}>
      <EmptyContext value={empty}>
        <Box
          onKeyDownCapture={(event) => hearKey(event, openFilter)}
          sx={{ flex: 1, minHeight: 0, position: 'relative', display: 'flex', flexDirection: 'column' }}
        >
          <DataGrid<ListRow>
            apiRef={apiRef}
            aria-label={props.label}
            rows={rows ?? []}
            columns={columns}
            nonce={nonce}
            slots={SLOTS}
            density="standard"
            rowHeight={heights.row}
            columnHeaderHeight={heights.head}
            loading={props.busy}
            slotProps={{ loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' } }}
            paginationMode="server"
            sortingMode="server"
            filterMode="server"
            rowCount={rows?.length ?? 0}
            paginationModel={PAGING}
            pageSizeOptions={[PAGE]}
            disableColumnFilter
            disableColumnMenu
            disableColumnSorting
            disableColumnSelector
            checkboxSelection={props.checkboxes}
            rowSelection
            disableRowSelectionOnClick={false}
            rowSelectionModel={props.selection}
            onRowSelectionModelChange={props.onSelection}
            onRowDoubleClick={({ row }) => props.onOpen(row, '', false)}
            onColumnWidthChange={({ colDef, width }) => props.onWidth(colDef.field, Math.round(width))}
            onColumnHeaderClick={({ field }, event) => props.onSort(field, event.shiftKey)}
            onCellKeyDown={({ row, field }, event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              event.defaultMuiPrevented = true
              props.onOpen(row, field, event.ctrlKey)
            }}
            sx={{
              border: 0,
              '--DataGrid-containerBackground': 'var(--mui-palette-background-default)',
              '& .MuiDataGrid-columnHeaderTitleContainerContent': { width: '100%' },
              '& .MuiDataGrid-columnHeader--alignRight .MuiDataGrid-columnHeaderTitleContainerContent > *': { justifyContent: 'flex-end' },
              '& .MuiDataGrid-columnHeader--alignCenter .MuiDataGrid-columnHeaderTitleContainerContent > *': { justifyContent: 'center' },
              '& .MuiDataGrid-row': { cursor: 'default' },
              ...(heights.row < 30 && { '& .MuiDataGrid-cell': { fontSize: 12.5 } }),
              // Q25: the first column stays in sight. The grid sets its own pinned columns by these classes; the place is ours.
              [`& .${FIXED}`]: { position: 'sticky', left: fixedLeft, zIndex: 4, borderRight: '1px solid var(--DataGrid-rowBorderColor)' },
              [`& .MuiDataGrid-columnHeader.${FIXED}`]: { zIndex: 6 },
              '& .MuiDataGrid-columnHeaderCheckbox, & .MuiDataGrid-cellCheckbox': {
                position: 'sticky',
                left: 0,
                zIndex: 5,
                bgcolor: 'background.paper',
              },
            }}
          />
        </Box>
      </EmptyContext>
    </SumsContext>
  )
}
