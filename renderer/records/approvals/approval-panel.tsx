// How a document stands with its approval, on its own page: submit, decide, withdraw right there, and the whole history below.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Button, Collapse, Divider, Paper, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, type Problem, problemOf, useCommand, useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ActionButton } from '../../kit/show/action-button.tsx'
import { ConfirmDialog } from '../../kit/show/confirm-dialog.tsx'
import { ProblemNote } from '../../kit/show/problem-note.tsx'
import { StatusChip } from '../../kit/show/status-chip.tsx'
import { ApprovalCard } from './approval-card.tsx'

type Props = {
  kind: ApprovalKind
  documentId: string
  /** The document's revision as it is on screen. */
  revision: number
  /** What is typed is not saved: it cannot be submitted yet. */
  unsaved?: boolean
  title?: string
  /** Said instead of the usual sentence on how it stands. */
  hint?: string
  /** Shown above the submissions. */
  children?: ReactNode
}

/** Nothing where the company does not have this kind approved and nobody has ever submitted this document. */
export const ApprovalPanel = ({ kind, documentId, revision, unsaved = false, title, hint, children }: Props) => {
  const { t, name } = useWords()
  const { data, problem } = useOfficeQuery('document-approval', { kind, documentId, revision }, { keep: true })
  const submitting = useCommand('submit-for-approval')
  const [asking, setAsking] = useState<string | null>(null)
  const [older, setOlder] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const submit = async (id: string, note: string) => {
    const answer = await submitting.run({ id, kind, documentId, revision, note })
    if (answer.ok) announce({ words: 'approvals.submitted', tone: 'success' })
    return answer
  }
  if (!data || (!data.on && data.submissions.length === 0)) return problem ? <ProblemNote problem={problem} /> : null
  const [newest, ...before] = data.submissions
  const heading = title ?? t('approvals.panel')
  return (
    <Paper variant="outlined" component="section" aria-label={heading} sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: newest || children ? 1.5 : 0 }}>
        <Typography component="h2" sx={{ fontSize: 13, fontWeight: 600, color: 'text.secondary' }}>
          {heading}
        </Typography>
        <StatusChip group="approval-state" value={data.standing} />
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: 200 }}>
          {hint ?? t(`approvals.standing-${data.standing}`)}
        </Typography>
        {data.maySubmit && (
          <ActionButton
            action={{ name: 'command.submit-for-approval', primary: true }}
            disabled={unsaved || submitting.running}
            {...(unsaved ? { title: t('approvals.save-first') } : {})}
            onClick={() => void submit(newId(), '').then((answer) => setRefused(problemOf(answer)))}
          />
        )}
        {data.maySubmit && (
          <ActionButton action={{ label: t('approvals.submit-with-note') }} disabled={unsaved} onClick={() => setAsking(newId())} />
        )}
      </Box>
      <ProblemNote problem={refused} onClose={() => setRefused(null)} />
      {children}
      {newest && <ApprovalCard approval={newest} embedded open={newest.state !== 'pending'} />}
      {before.length > 0 && (
        <>
          <Button
            size="small"
            color="inherit"
            aria-expanded={older}
            endIcon={<ExpandMore sx={{ transform: older ? 'rotate(180deg)' : 'none' }} />}
            onClick={() => setOlder(!older)}
          >
            {t('approvals.older', { count: before.length })}
          </Button>
          <Collapse in={older} unmountOnExit>
            {before.map((approval) => (
              <Box key={approval.id}>
                <Divider sx={{ my: 1 }} />
                <ApprovalCard approval={approval} embedded open />
              </Box>
            ))}
          </Collapse>
        </>
      )}
      {asking !== null && (
        <ConfirmDialog
          open
          title={name('command.submit-for-approval')}
          text={t('approvals.submit-text')}
          confirm={name('command.submit-for-approval')}
          reason="optional"
          onConfirm={({ reason }) => submit(asking, reason)}
          onClose={() => setAsking(null)}
        />
      )}
    </Paper>
  )
}
