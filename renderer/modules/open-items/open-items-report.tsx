// Receivables and payables, the same report for both: summary by party, every item, ageing with its chart; as of any day, down to the documents.
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useMemo, useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { SIDES } from '../../../preload/contract/modules/open-items/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Params, useCommand, useOfficeList, useTabs, useViewer } from '../../client/index.ts'
import { type ListAction, ListPage } from '../../kit/list/index.ts'
import { MoneyField } from '../../kit/fields/index.ts'
import { BarChartCard, ConfirmDialog, ReportFilters, type ReportFiltersValue, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { AllocateDialog, moneyOf, textOf } from '../../records/money/index.ts'
import { ageingBars } from './ageing-bars.ts'
import { openItemsWords } from './words.ts'

type Side = (typeof SIDES)[number]
const VIEWS = ['summary', 'detail', 'ageing'] as const
type View = (typeof VIEWS)[number]
const GROUPS = ['factory', 'logistics', 'other'] as const

export const routeOf = (side: Side, view: View): string => (view === 'summary' ? `${side}s` : `${side}s-${view}`)

type Asked = { side: Side; asOf?: string; partyId?: string; partyKind?: (typeof GROUPS)[number] }
const askedOf = (side: Side, { asOf, partyId, partyKind }: ReportFiltersValue): Asked => {
  const group = GROUPS.find((g) => g === partyKind)
  return {
    side,
    ...(asOf === undefined ? {} : { asOf }),
    ...(partyId === undefined ? {} : { partyId }),
    ...(group === undefined ? {} : { partyKind: group }),
  }
}

const AgeingChart = ({ asked }: { asked: Asked }) => {
  const words = useWords(openItemsWords)
  const { company } = useViewer()
  const { data } = useOfficeList('ageing', { params: asked, limit: 1, totals: true }, { keep: true })
  const bars = ageingBars(data, words)
  if (bars.length === 0) return null
  return (
    <BarChartCard title={words.t('open-items.by-age', { currency: company.baseCurrency })} bars={bars} height={190} fold="open-items" />
  )
}

const WriteOffDialog = ({ row, onClose }: { row: ListRow; onClose(): void }) => {
  const { t, name } = useWords(openItemsWords)
  const writing = useCommand('write-off')
  const open = moneyOf(row, 'open')
  const [id] = useState(newId)
  const [amount, setAmount] = useState<number | null>(open ? Math.abs(open.minor) : null)
  if (!open) return null
  return (
    <ConfirmDialog
      open
      danger
      title={`${name('command.write-off')} · ${textOf(row, 'document')}`}
      text={t('open-items.write-off-text')}
      confirm={name('command.write-off')}
      reason="required"
      date={name('field.date')}
      onConfirm={({ reason, date }) => writing.run({ id, on: date, item: textOf(row, 'item'), amount: amount ?? 0, reason })}
      onClose={onClose}
    >
      <Box>
        <MoneyField name="amount" value={amount} onChange={setAmount} currency={open.currency} required />
      </Box>
    </ConfirmDialog>
  )
}

const GIVING: readonly unknown[] = ['advance', 'credit-note', 'prepayment']
const isOpen = (row: ListRow | undefined) => row !== undefined && moneyOf(row, 'open')?.minor !== 0

/** Every open item, with what can be done to one of them. */
const Items = ({ asked, title, toolbar }: { asked: Asked; title: string; toolbar: React.ReactNode }) => {
  const tabs = useTabs()
  const [acting, setActing] = useState<{ what: 'allocate' | 'write-off'; row: ListRow } | null>(null)
  const open = acting && moneyOf(acting.row, 'open')
  const actions: ListAction[] = [
    {
      name: 'command.allocate',
      permission: 'receipt.allocate',
      needs: 'one',
      shown: ([row]) => row === undefined || (GIVING.includes(row['kind']) && isOpen(row)),
      onClick: ([row]) => row && setActing({ what: 'allocate', row }),
    },
    {
      name: 'command.write-off',
      permission: 'receipt.allocate',
      needs: 'one',
      shown: ([row]) => row === undefined || (row['kind'] !== 'unclaimed' && isOpen(row)),
      onClick: ([row]) => row && setActing({ what: 'write-off', row }),
    },
    {
      name: 'list.allocations',
      needs: 'one',
      onClick: ([row]) => row && tabs.open('allocations', { side: asked.side, item: textOf(row, 'item') }),
    },
    { name: 'command.post-credit-note', permission: 'bill.post', onClick: () => tabs.open('credit-note', { side: asked.side }) },
  ]
  return (
    <>
      <ListPage
        list="open-items"
        look={`open-items.${asked.side}`}
        title={title}
        params={asked}
        toolbar={toolbar}
        actions={actions}
        onOpen={(row) => void tabs.openRecord('document', textOf(row, 'documentId'))}
      />
      {acting?.what === 'allocate' && open && (
        <AllocateDialog
          source={textOf(acting.row, 'item')}
          side={asked.side}
          document={textOf(acting.row, 'document')}
          open={{ minor: Math.abs(open.minor), currency: open.currency }}
          onClose={() => setActing(null)}
        />
      )}
      {acting?.what === 'write-off' && <WriteOffDialog row={acting.row} onClose={() => setActing(null)} />}
    </>
  )
}

type Props = { side: Side; view: View; params: Params }
const OpenItemsReport = ({ side, view, params }: Props) => {
  const words = useWords(openItemsWords)
  const { t, name } = words
  const tabs = useTabs()
  const [filters, setFilters] = useReportFilters({
    ...(params.asOf === undefined ? {} : { asOf: params.asOf }),
    ...(params.partyId === undefined ? {} : { partyId: params.partyId }),
  })
  const asked = useMemo(() => askedOf(side, filters), [side, filters])
  const one = useOfficeList('party-balances', { params: asked, limit: 1 }, { enabled: asked.partyId !== undefined, keep: true })
  const party = asked.partyId === undefined ? undefined : one.data?.rows[0]?.['party']
  const titleIn = (w: Words) =>
    [w.name(`list.${side}s`), w.name(`report-view.${view}`), typeof party === 'string' ? party : undefined].filter(Boolean).join(' · ')
  const title = titleIn(words)
  useTabTitle(titleIn)
  const kept: Params = asked.asOf === undefined ? {} : { asOf: asked.asOf }
  const toolbar = (
    <>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={view}
        aria-label={t('open-items.view')}
        onChange={(_event, next: View | null) =>
          next && tabs.become(routeOf(side, next), { ...kept, ...(asked.partyId === undefined ? {} : { partyId: asked.partyId }) })
        }
      >
        {VIEWS.map((v) => (
          <ToggleButton key={v} value={v} sx={{ py: 0.25, textTransform: 'none' }}>
            {name(`report-view.${v}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ReportFilters
        asOf
        value={filters}
        onChange={setFilters}
        selects={[
          ...(side === 'payable'
            ? [
                {
                  name: 'partyKind',
                  all: t('open-items.all-parties'),
                  options: GROUPS.map((g) => ({ value: g, label: name(`party-group.${g}`) })),
                },
              ]
            : []),
          ...(asked.partyId === undefined
            ? []
            : [{ name: 'partyId', all: t('open-items.all-parties'), options: [{ value: asked.partyId, label: String(party ?? '…') }] }]),
        ]}
      />
    </>
  )
  if (view === 'detail') return <Items asked={asked} title={title} toolbar={toolbar} />
  const down = (row: ListRow) => {
    const partyId = textOf(row, 'partyId')
    tabs.open(routeOf(side, 'detail'), { ...kept, ...(partyId === '' ? {} : { partyId }) })
  }
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'auto' }}>
      <Box sx={{ flex: 1, minHeight: view === 'ageing' ? 560 : 320 }}>
        <ListPage
          list={view === 'ageing' ? 'ageing' : 'party-balances'}
          look={`${view}.${side}`}
          title={title}
          params={asked}
          toolbar={
            <>
              {toolbar}
              {view === 'ageing' && (
                <Box sx={{ flexBasis: '100%', minWidth: 0 }}>
                  <AgeingChart asked={asked} />
                </Box>
              )}
            </>
          }
          onOpen={down}
        />
      </Box>
    </Box>
  )
}

/** The pages of one side, by view. */
export const reportPage = (side: Side, view: View) => {
  const Page = ({ params }: { params: Params }) => <OpenItemsReport side={side} view={view} params={params} />
  return Page
}
