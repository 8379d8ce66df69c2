// Production follow-up (生产跟单): everything that runs, contract by contract with its progress, or every milestone as a list.
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Collapse, IconButton, Paper, Skeleton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { JUDGED_KINDS, PRODUCTION_BOXES, type ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { announce, type Params, problemOf, useCommand, useOfficeQuery, useTabState, useViewer } from '../../client/index.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ConfirmDialog, EmptyState, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import type { Followed } from '../../records/index.ts'
import { PartyField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { AssignDialog } from './contract-dialogs.tsx'
import { MilestoneList } from './milestone-list.tsx'
import { NextMilestone } from './next-milestone.tsx'
import { DeliveryOutlook, ProgressBar } from './progress.tsx'
import { productionWords } from './words.ts'

type Asked = { box: (typeof PRODUCTION_BOXES)[number]; supplierId: string | null; merchandiserId: string | null }
const VIEWS = ['board', 'list'] as const
type View = (typeof VIEWS)[number]

const paramsOf = ({ box, supplierId, merchandiserId }: Asked) => ({
  box,
  ...(supplierId === null ? {} : { supplierId }),
  ...(merchandiserId === null ? {} : { merchandiserId }),
})

const Contract = ({ production }: { production: ProductionView }) => {
  const { t, name } = useWords(productionWords)
  const [open, setOpen] = useState(false)
  const { contractId, opens, number, supplier, supplierId, merchandiser, deals } = production
  return (
    <Paper variant="outlined" component="section" aria-label={number} sx={{ p: 1.25, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 0.25, fontSize: 13 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25, alignItems: 'baseline' }}>
            <Box component="span" sx={{ fontWeight: 600 }}>
              <RecordLink route="purchase-contract" id={opens ? contractId : null}>
                {number}
              </RecordLink>
            </Box>
            <Box component="span" sx={{ minWidth: 0, maxWidth: '100%' }}>
              <RecordLink route="vendor" id={supplierId}>
                {supplier}
              </RecordLink>
            </Box>
            {deals.map((deal) => (
              <RecordLink key={deal.id} route="deal" id={deal.id}>
                {deal.number}
              </RecordLink>
            ))}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {merchandiser ? `${name('field.merchandiser')} ${merchandiser.name}` : ''}
            </Box>
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, alignItems: 'center' }}>
            <ProgressBar production={production} />
            <NextMilestone production={production} />
            <DeliveryOutlook production={production} />
          </Box>
        </Box>
        <IconButton
          size="small"
          aria-expanded={open}
          aria-label={`${t(open ? 'production.close-all' : 'production.open-all')} ${number}`}
          onClick={() => setOpen(!open)}
        >
          <ExpandMore fontSize="small" sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
        </IconButton>
      </Box>
      <Collapse in={open} unmountOnExit>
        <Box sx={{ pt: 1 }}>
          <MilestoneList production={production} />
        </Box>
      </Collapse>
    </Paper>
  )
}

const Board = ({ asked }: { asked: Asked }) => {
  const { t } = useWords(productionWords)
  const { data, problem } = useOfficeQuery('production-board', paramsOf(asked), { keep: true })
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 1.5, pb: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton height={120} />}
      {data?.contracts.length === 0 && <EmptyState title={t('production.nothing')} text={t('production.nothing-text')} />}
      {data?.contracts.map((one) => (
        <Contract key={one.contractId} production={one} />
      ))}
      {data && data.more > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('production.more', { count: data.more })}
        </Typography>
      )}
    </Box>
  )
}

const isPlain = (row: ListRow) =>
  (row.state === 'open' || row.state === 'failed') && row.needsNote === 0 && !JUDGED_KINDS.includes(String(row.kind))

const List = ({ asked, toolbar }: { asked: Asked; toolbar: ReactNode }) => {
  const { t, name } = useWords(productionWords)
  const { today } = useViewer()
  const completing = useCommand('complete-milestone')
  const [finishing, setFinishing] = useState<ListRow[] | null>(null)
  const [assigning, setAssigning] = useState<Followed[] | null>(null)
  const finish = async (rows: ListRow[]): Promise<Answer<unknown>> => {
    for (const row of rows) {
      const seen = { id: row.id, revision: Number(row.revision) }
      const answer = await completing.run({ ...seen, doneOn: today, note: '', result: null, checked: null, defects: null })
      if (problemOf(answer)) return answer
    }
    announce({
      words: 'production.done',
      of: productionWords,
      data: { name: rows.map((row) => String(row.milestone)).join(', ') },
      tone: 'success',
    })
    return { ok: true, value: null }
  }
  return (
    <Box sx={{ height: '100%' }}>
      <ListPage
        list="milestones"
        params={paramsOf(asked)}
        title={name('menu.production')}
        toolbar={toolbar}
        actions={[
          {
            label: t('production.done-today'),
            permission: 'milestone.edit',
            needs: 'some',
            primary: true,
            shown: (rows) => rows.every(isPlain),
            onClick: setFinishing,
          },
          {
            name: 'command.assign-merchandiser',
            permission: 'milestone.edit',
            needs: 'some',
            onClick: (rows) =>
              setAssigning(rows.map((row) => ({ contractId: String(row.contractId), revision: Number(row.followRevision) }))),
          },
        ]}
      />
      {finishing && (
        <ConfirmDialog
          open
          title={t('production.done-today')}
          text={finishing.map((row) => `${String(row.contract)} ${String(row.milestone)}`).join('；')}
          confirm={name('command.complete-milestone')}
          onConfirm={() => finish(finishing)}
          onClose={() => setFinishing(null)}
        />
      )}
      {assigning && <AssignDialog contracts={assigning} onClose={() => setAssigning(null)} />}
    </Box>
  )
}

const Filters = ({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) => {
  const { t, name } = useWords(productionWords)
  return (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={asked.box}
        onChange={(_event, box: Asked['box'] | null) => box !== null && onChange({ ...asked, box })}
      >
        {PRODUCTION_BOXES.map((one) => (
          <ToggleButton key={one} value={one} sx={{ py: 0.25, textTransform: 'none' }}>
            {t(`production.box-${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box sx={{ width: 220 }}>
        <PartyField
          kind="vendor"
          vendorKind="factory"
          name="supplierId"
          label={name('field.supplier')}
          value={asked.supplierId}
          onChange={(supplierId: string | null) => onChange({ ...asked, supplierId })}
        />
      </Box>
      <Box sx={{ width: 160 }}>
        <UserField
          name="merchandiserId"
          value={asked.merchandiserId}
          onChange={(merchandiserId: string | null) => onChange({ ...asked, merchandiserId })}
        />
      </Box>
    </>
  )
}

export const ProductionPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(productionWords)
  // A shortcut or a tile opens the list, and all of it: what it shows is said by its own filters.
  const isOpened = params.look !== undefined || params.view !== undefined
  const [view, setView] = useTabState<View>('view', isOpened ? 'list' : 'board')
  const [asked, setAsked] = useTabState<Asked>('asked', {
    box: isOpened ? 'all' : 'running',
    supplierId: null,
    merchandiserId: null,
  })
  const toolbar = (
    <>
      <Filters asked={asked} onChange={setAsked} />
      <ToggleButtonGroup exclusive size="small" value={view} onChange={(_event, next: View | null) => next !== null && setView(next)}>
        {VIEWS.map((one) => (
          <ToggleButton key={one} value={one} sx={{ py: 0.25, textTransform: 'none' }}>
            {t(`production.view-${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  )
  if (view === 'list') return <List asked={asked} toolbar={toolbar} />
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 1.5, py: 1.25 }}>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, mr: 1 }}>
          {name('menu.production')}
        </Typography>
        {toolbar}
      </Box>
      <Board asked={asked} />
    </Box>
  )
}
