// Applying money to what it settles (核销): candidates by due date with a suggestion, what stays open, and the exchange difference before it is booked.
import { Button, DialogActions, DialogContent, DialogTitle, Skeleton, Stack } from '@mui/material'
import { useState } from 'react'
import type { SIDES } from '../../../preload/contract/modules/open-items/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { type Problem, problemOf, useCommand, useOfficeQuery, useViewer } from '../../client/index.ts'
import { DateInput } from '../../kit/fields/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { Dialog, EmptyState, KeyFigures, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { freeOf, sent, suggested, type TargetFormValues } from './targets.ts'
import { TargetsTable } from './targets-table.tsx'

type Props = {
  /** The money: an advance, a prepayment or a credit note. */
  source: string
  side: (typeof SIDES)[number]
  document: string
  open: Money
  onClose(): void
}

export const AllocateDialog = ({ source, side, document, open, onClose }: Props) => {
  const { t, name } = useWords()
  const { today } = useViewer()
  const read = useOfficeQuery('allocation-candidates', { item: source, side })
  const allocating = useCommand('allocate')
  const [id] = useState(newId)
  const [typed, setTyped] = useState<TargetFormValues[] | null>(null)
  const [on, setOn] = useState<string | null>(today)
  const [problem, setProblem] = useState<Problem | null>(null)
  const candidates = read.data ?? []
  const targets = typed ?? suggested(open, candidates)
  const ready = sent(targets, candidates, open.currency)
  const asked = useDebounced(ready ?? [])
  const preview = useOfficeQuery(
    'preview-allocation',
    { source, targets: asked },
    {
      // What is being applied is not asked about any more.
      enabled: asked.length > 0 && !allocating.running,
      keep: true,
    },
  )
  const free = freeOf(open.minor, targets, candidates, open.currency)
  const able = ready !== null && ready.length > 0 && on !== null && !allocating.running
  const go = async () => {
    if (!able) return
    const failed = problemOf(await allocating.run({ id, on, source, targets: ready }))
    setProblem(failed)
    if (!failed) onClose()
  }
  const difference = asked.length > 0 ? preview.data?.exchangeDifference : undefined
  return (
    <Dialog open onClose={allocating.running ? undefined : onClose} fullWidth maxWidth="lg" onSubmit={() => void go()}>
      <DialogTitle>
        {name('command.allocate')} · {document}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={1.5}>
          <Stack direction="row" spacing={3} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <DateInput name="on" label={name('field.date')} value={on} today={today} fact required width={160} onChange={setOn} />
            <KeyFigures
              figures={[
                { name: 'field.open', money: open },
                { label: t('money.free'), money: { minor: free, currency: open.currency }, alarm: free < 0 },
                { name: 'field.exchangeDifference', money: difference ?? null, alarm: (difference?.minor ?? 0) < 0 },
              ]}
            />
          </Stack>
          <ProblemNote problem={read.problem ?? problem ?? (asked.length > 0 ? preview.problem : null)} />
          {read.loading && <Skeleton height={120} />}
          {read.data && candidates.length === 0 && (
            <EmptyState
              title={t('money.nothing-open')}
              text={t(side === 'receivable' ? 'money.nothing-open-receivable' : 'money.nothing-open-payable')}
            />
          )}
          {candidates.length > 0 && (
            <TargetsTable
              label={name('query.allocation-candidates')}
              candidates={candidates}
              currency={open.currency}
              total={open.minor}
              targets={targets}
              onChange={setTyped}
            />
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={allocating.running}>
          {t('kit.cancel')}
        </Button>
        <Button variant="contained" disableElevation disabled={!able} onClick={() => void go()}>
          {name('command.allocate')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
