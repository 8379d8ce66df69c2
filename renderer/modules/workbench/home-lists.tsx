// Short lists of the home page: what is to be shipped, what falls due first, the latest contracts.
import { Box, Button, List, ListItem, ListItemButton, Paper, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Cell, ListRow } from '../../../preload/contract/define/index.ts'
import { type Problem, useMay, useOfficeList, useTabs, useViewer } from '../../client/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { ProblemNote, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AgeingChart } from './ageing-chart.tsx'
import { useOpener } from './home-figures-row.tsx'
import { workbenchWords } from './words.ts'

const LINES = 6
const text = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'object' ? moneyShown(cell) : String(cell)

type Line = { id: string; date: string; alarm?: boolean; main: string; detail: string; end: ReactNode; open: () => void }
type CardProps = {
  title: string
  none: string
  read: { data: unknown; problem: Problem | null }
  lines: Line[]
  more?: (() => void) | undefined
}

const ListCard = ({ title, none, read, lines, more }: CardProps) => {
  const { t } = useWords(workbenchWords)
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.75, pt: 0.75, minHeight: 40 }}>
        <Typography component="h2" variant="h5" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {more && <Button onClick={more}>{t('home.more')}</Button>}
      </Box>
      <ProblemNote problem={read.problem} />
      {read.data === undefined && !read.problem && <Skeleton height={120} sx={{ mx: 2 }} />}
      {read.data !== undefined && lines.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1.75, pb: 2, pt: 0.5 }}>
          {none}
        </Typography>
      )}
      <List dense disablePadding sx={{ pb: 0.5 }}>
        {lines.map((line) => (
          <ListItem key={line.id} disablePadding>
            <ListItemButton onClick={line.open} sx={{ px: 1.75, py: 0.5, gap: 1.5 }}>
              <Typography variant="body2" sx={{ width: 78, flexShrink: 0, color: line.alarm ? 'error.main' : 'text.secondary' }}>
                {line.date}
              </Typography>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" noWrap>
                  {line.main}
                </Typography>
                <Typography variant="caption" color="textSecondary" noWrap component="p">
                  {line.detail}
                </Typography>
              </Box>
              <Typography component="div" variant="body2" noWrap sx={{ textAlign: 'right' }}>
                {line.end}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Paper>
  )
}

const useOpenRow = () => {
  const { openRecord } = useTabs()
  return (route: string, id: Cell | undefined) => () => {
    if (typeof id === 'string') void openRecord(route, id)
  }
}

const ToShip = () => {
  const { t } = useWords(workbenchWords)
  const { today } = useViewer()
  const open = useOpenRow()
  const opener = useOpener()
  const read = useOfficeList('shipments', {
    limit: LINES,
    filters: [{ field: 'status', op: 'in', value: ['planned', 'booked'] }],
    sort: [{ field: 'etd', descending: false }],
  })
  const line = (row: ListRow): Line => ({
    id: row.id,
    date: text(row.etd),
    alarm: typeof row.etd === 'string' && row.etd < today,
    main: text(row.customer),
    detail: [text(row.number), text(row.portOfDischarge), text(row.vessel)].filter(Boolean).join(' · '),
    end: <StatusChip group="shipment-status" value={text(row.status)} />,
    open: open('shipment', row.id),
  })
  return (
    <ListCard
      title={t('home.coming')}
      none={t('home.coming-none')}
      read={read}
      lines={(read.data?.rows ?? []).map(line)}
      more={opener('shipments')}
    />
  )
}

const DueFirst = () => {
  const { t, name } = useWords(workbenchWords)
  const open = useOpenRow()
  const opener = useOpener()
  const read = useOfficeList('open-items', {
    limit: LINES,
    filters: [{ field: 'kind', op: 'is', value: 'invoice' }],
    sort: [{ field: 'dueDate', descending: false }],
    params: { side: 'receivable' },
  })
  const line = (row: ListRow): Line => ({
    id: row.id,
    date: text(row.dueDate),
    alarm: typeof row['daysOverdue'] === 'number', // what money in hand meets is not overdue
    main: text(row.party),
    detail: [name(`item-kind.${text(row.kind)}`), text(row.document), text(row.deal)].filter(Boolean).join(' · '),
    end: text(row.open),
    open: open('document', row.documentId),
  })
  return (
    <ListCard
      title={t('home.receivables-due')}
      none={t('home.receivables-none')}
      read={read}
      lines={(read.data?.rows ?? []).map(line)}
      more={opener('receivables') ?? opener('open-items', { side: 'receivable' })}
    />
  )
}

const Latest = () => {
  const { t } = useWords(workbenchWords)
  const open = useOpenRow()
  const opener = useOpener()
  const read = useOfficeList('sales-contracts', { limit: LINES, sort: [{ field: 'contractDate', descending: true }] })
  const line = (row: ListRow): Line => ({
    id: row.id,
    date: text(row.contractDate),
    main: text(row.customer),
    detail: [text(row.number), text(row.incoterm), text(row.owner)].filter(Boolean).join(' · '),
    end: text(row.total),
    open: open('sales-contract', row.id),
  })
  return (
    <ListCard
      title={t('home.recent')}
      none={t('home.recent-none')}
      read={read}
      lines={(read.data?.rows ?? []).map(line)}
      more={opener('sales-contracts')}
    />
  )
}

export const HomeLists = () => {
  const may = useMay()
  return (
    <Box sx={{ columns: '400px', columnGap: 1.5, '& > *': { breakInside: 'avoid', mb: 1.5 } }}>
      {may('receivable.view') && <DueFirst />}
      {may('shipment.view') && <ToShip />}
      {may('sales-contract.view') && <Latest />}
      {may('receivable.view') && <AgeingChart />}
    </Box>
  )
}
