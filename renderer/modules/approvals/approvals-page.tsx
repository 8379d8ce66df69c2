// The list of approvals: what waits for me, what I sent, all I may see; decided right here, one or many.
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { APPROVAL_BOXES } from '../../../preload/contract/modules/approvals/calls.ts'
import { announce, type Params, useCommand, useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { approvalsWords } from './words.ts'

type Box = (typeof APPROVAL_BOXES)[number]
type Asking = { what: 'approve' | 'reject' | 'return-for-change' | 'withdraw-submission'; rows: ListRow[] }

/** Only what can be done to every chosen row is offered: a mixed choice offers nothing ([AP-08]). */
const allMine = (rows: ListRow[]) => rows.every((row) => row.mine === 1)
const seenOf = (row: ListRow) => ({ id: row.id, expect: { revision: Number(row.revision), contentHash: String(row.contentHash) } })

const BoxSwitch = ({ box, onChange }: { box: Box; onChange: (box: Box) => void }) => {
  const { t } = useWords(approvalsWords)
  return (
    <ToggleButtonGroup exclusive size="small" value={box} onChange={(_event, next: Box | null) => next !== null && onChange(next)}>
      {APPROVAL_BOXES.map((one) => (
        <ToggleButton key={one} value={one} sx={{ py: 0.25, textTransform: 'none' }}>
          {t(`approvals.box-${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

const useDeciding = () => {
  const approving = useCommand('approve')
  const rejecting = useCommand('reject')
  const returning = useCommand('return-for-change')
  const withdrawing = useCommand('withdraw-submission')
  return async ({ what, rows }: Asking, reason: string): Promise<Answer<unknown>> => {
    let done = 0
    for (const row of rows) {
      const answer =
        what === 'approve'
          ? await approving.run({ ...seenOf(row), note: reason })
          : what === 'reject'
            ? await rejecting.run({ ...seenOf(row), reason })
            : what === 'return-for-change'
              ? await returning.run({ ...seenOf(row), reason })
              : await withdrawing.run({ id: row.id, reason })
      // The first that is refused stops the rest: the approver looks at it and goes on.
      if (!answer.ok) return answer
      done += 1
    }
    if (what === 'approve') announce({ words: 'approvals.approved-many', of: approvalsWords, data: { count: done }, tone: 'success' })
    return { ok: true, value: null }
  }
}

export const ApprovalsPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(approvalsWords)
  const tabs = useTabs()
  const [box, setBox] = useTabState<Box>('box', params.look === undefined && params.view === undefined ? 'waiting' : 'all')
  const [asking, setAsking] = useState<Asking | null>(null)
  const decide = useDeciding()
  const action = (what: Asking['what'], needs: 'one' | 'some', primary = false) => ({
    name: `command.${what}`,
    permission: 'approval.decide' as const,
    needs,
    primary,
    shown: (rows: ListRow[]) => box !== 'sent' && allMine(rows),
    onClick: (rows: ListRow[]) => setAsking({ what, rows }),
  })
  return (
    <Box sx={{ height: '100%' }}>
      <ListPage
        list="approvals"
        params={{ box }}
        look={`approvals-${box}`}
        toolbar={<BoxSwitch box={box} onChange={setBox} />}
        actions={[
          action('approve', 'some', true),
          action('return-for-change', 'one'),
          action('reject', 'one'),
          {
            name: 'command.withdraw-submission',
            needs: 'one',
            shown: (rows) => rows.length > 0 && rows.every((row) => row.withdrawable === 1),
            onClick: (rows) => setAsking({ what: 'withdraw-submission', rows }),
          },
          {
            label: t('approvals.open-document'),
            needs: 'one',
            onClick: ([row]) => row && void tabs.openRecord('document', String(row.documentId)),
          },
        ]}
      />
      {asking !== null && (
        <ConfirmDialog
          open
          title={name(`command.${asking.what}`)}
          text={
            asking.rows.length === 1
              ? `${String(asking.rows[0]?.document)} · ${String(asking.rows[0]?.title)}`
              : t('approvals.approve-many', { count: asking.rows.length })
          }
          confirm={name(`command.${asking.what}`)}
          danger={asking.what === 'reject'}
          reason={asking.what === 'reject' || asking.what === 'return-for-change' ? 'required' : 'optional'}
          onConfirm={({ reason }) => decide(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </Box>
  )
}
