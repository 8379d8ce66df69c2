// What this viewer may do with a submission, right where it is shown: approve, return for change, reject, withdraw. Each is asked once more.
import { Alert, Box } from '@mui/material'
import { useState } from 'react'
import type { ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { announce, type Problem, problemOf, useCommand } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ActionButton } from '../../kit/show/action-button.tsx'
import { ConfirmDialog } from '../../kit/show/confirm-dialog.tsx'
import { DataLine } from '../../kit/show/data-line.tsx'
import { ProblemNote } from '../../kit/show/problem-note.tsx'
import { MoneyText } from '../../kit/show/money-text.tsx'
import { OldDetails } from './old-details.tsx'

type Asking = 'approve' | 'return-for-change' | 'reject' | 'withdraw-submission'

/** What a second person must have in view when he confirms where money goes. */
const BankDetails = ({ facts }: { facts: ApprovalView['facts'] }) => {
  const { t, name } = useWords()
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, mt: 1 }}>
      <OldDetails confirmed={facts['confirmedDetails']} before={facts['detailsBefore']} />
      <DataLine label={name('field.newDetails')}>
        <Box sx={{ whiteSpace: 'pre-line', color: 'text.primary', fontWeight: 600 }}>{facts['newDetails']}</Box>
      </DataLine>
      <Alert severity="warning" variant="outlined">
        {t('bank-details.check')}
      </Alert>
    </Box>
  )
}

const Summary = ({ approval }: { approval: ApprovalView }) => {
  const { name } = useWords()
  return (
    <Box>
      {name(`approval-kind.${approval.kind}`)} <strong>{approval.number}</strong> · {approval.title}
      {approval.amount && (
        <Box component="span" sx={{ ml: 1 }}>
          <MoneyText money={approval.amount} strong />
        </Box>
      )}
      {approval.facts['newDetails'] !== undefined && <BankDetails facts={approval.facts} />}
    </Box>
  )
}

export const DecideButtons = ({ approval }: { approval: ApprovalView }) => {
  const { t, name } = useWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const approving = useCommand('approve')
  const rejecting = useCommand('reject')
  const returning = useCommand('return-for-change')
  const withdrawing = useCommand('withdraw-submission')
  const { id, revision, contentHash, mayDecide, mayWithdraw } = approval
  if (!mayDecide && !mayWithdraw) return null
  const run = (what: Asking, reason: string): Promise<Answer<unknown>> => {
    // What is on screen is what is decided about (S4): another revision or content comes back as a refusal.
    const seen = { id, expect: { revision, contentHash } }
    if (what === 'approve') return approving.run({ ...seen, note: reason })
    if (what === 'reject') return rejecting.run({ ...seen, reason })
    if (what === 'return-for-change') return returning.run({ ...seen, reason })
    return withdrawing.run({ id, reason })
  }
  const announced = async (what: Asking, reason: string) => {
    const answer = await run(what, reason)
    if (answer.ok) announce({ words: 'approvals.done', data: { act: name(`command.${what}`), number: approval.number }, tone: 'success' })
    return answer
  }
  const button = (what: Asking) => <ActionButton action={{ name: `command.${what}` }} onClick={() => setAsking(what)} />
  // Where money goes is looked at once more; everything else is approved as it stands on the card, in one step.
  const looked = approval.facts['newDetails'] !== undefined
  const approveAtOnce = async () => setProblem(problemOf(await announced('approve', '')))
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {mayDecide && (
        <ActionButton
          action={{ name: 'command.approve', primary: true }}
          disabled={approving.running}
          onClick={() => (looked ? setAsking('approve') : void approveAtOnce())}
        />
      )}
      {mayDecide && !looked && <ActionButton action={{ label: t('approvals.approve-with-note') }} onClick={() => setAsking('approve')} />}
      {mayDecide && button('return-for-change')}
      {mayDecide && button('reject')}
      {mayWithdraw && button('withdraw-submission')}
      <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      {asking !== null && (
        <ConfirmDialog
          open
          title={name(`command.${asking}`)}
          text={<Summary approval={approval} />}
          confirm={name(`command.${asking}`)}
          danger={asking === 'reject'}
          reason={asking === 'reject' || asking === 'return-for-change' ? 'required' : 'optional'}
          onConfirm={({ reason }) => announced(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </Box>
  )
}
