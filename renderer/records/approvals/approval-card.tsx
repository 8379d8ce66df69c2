// One submission with all that an approver needs to decide it: what, for whom, how much, the facts, the steps, and the buttons.
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Button, Collapse, Paper, Typography } from '@mui/material'
import { useState } from 'react'
import type { ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import { hasName } from '../../../preload/contract/names/index.ts'
import { useViewer } from '../../client/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { instantShown, percentShown } from '../../kit/format/index.ts'
import { DataLine } from '../../kit/show/data-line.tsx'
import { MoneyText } from '../../kit/show/money-text.tsx'
import { RecordLink } from '../../kit/show/record-link.tsx'
import { StatusChip } from '../../kit/show/status-chip.tsx'
import { PapersButton } from '../papers/index.ts'
import { ApprovalHistory } from './approval-history.tsx'
import { ApprovalSteps } from './approval-steps.tsx'
import { DecideButtons } from './decide-buttons.tsx'

/** Kinds that stand on another record's page (a shipment, a vendor, an account): the office finds it by the id. */
const FOUND_BY_ID: readonly ApprovalKind[] = ['credit-override', 'vendor-bank-details', 'own-bank-details']
const routeOf = (kind: ApprovalKind): string => (FOUND_BY_ID.includes(kind) ? 'document' : kind)

const Facts = ({ approval }: { approval: ApprovalView }) => {
  const { name } = useWords()
  const { amount, amountBase, margin, facts, note } = approval
  const foreign = amount && amountBase && amount.currency !== amountBase.currency
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: '6px 16px' }}>
      {amount && (
        <DataLine label={name('field.amount')}>
          <MoneyText money={amount} strong />
        </DataLine>
      )}
      {foreign && (
        <DataLine label={name('field.amountBase')}>
          <MoneyText money={amountBase} />
        </DataLine>
      )}
      {typeof margin === 'string' && <DataLine label={name('field.margin')}>{percentShown(margin)}</DataLine>}
      {Object.entries(facts).map(([key, value]) => (
        <DataLine key={key} label={hasName(`field.${key}`) ? name(`field.${key}`) : key} span={value.includes('\n') ? 2 : 1}>
          <Box sx={{ whiteSpace: 'pre-line' }}>{value}</Box>
        </DataLine>
      ))}
      {note !== '' && (
        <DataLine label={name('field.note')} span={2}>
          {note}
        </DataLine>
      )}
    </Box>
  )
}

type Props = {
  approval: ApprovalView
  /** Within the document's own page: it need not say which document it is. */
  embedded?: boolean
  /** The history stands open. */
  open?: boolean
}

export const ApprovalCard = ({ approval, embedded = false, open = false }: Props) => {
  const { t, name, language } = useWords()
  const { company } = useViewer()
  const [shown, setShown] = useState(open)
  const content = (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {!embedded && (
          <>
            <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600 }}>
              {name(`approval-kind.${approval.kind}`)}{' '}
              <RecordLink route={routeOf(approval.kind)} id={approval.documentId}>
                {approval.number}
              </RecordLink>
            </Typography>
            <Typography variant="body2" noWrap sx={{ minWidth: 0 }}>
              {approval.title}
            </Typography>
          </>
        )}
        <StatusChip group="approval-state" value={approval.state} />
        <Typography variant="body2" color="textSecondary">
          {t('approvals.submitted-by', { person: approval.submittedBy.name, at: instantShown(approval.submittedAt, company.timeZone) })}
          {approval.enteredBy && ` · ${t('approvals.entered-by', { person: approval.enteredBy.name })}`}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <DecideButtons approval={approval} />
      </Box>
      {approval.inPlaceOf.length > 0 && (
        <Typography variant="body2" color="primary">
          {t('approvals.you-in-place-of', { people: namesText(approval.inPlaceOf, language) })}
        </Typography>
      )}
      <Facts approval={approval} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <ApprovalSteps steps={approval.steps} />
        </Box>
        {approval.hasSheet && <PapersButton recordKind="approval" recordId={approval.id} label={name('paper.approval-sheet')} />}
        <Button
          size="small"
          color="inherit"
          aria-expanded={shown}
          endIcon={<ExpandMore sx={{ transform: shown ? 'rotate(180deg)' : 'none' }} />}
          onClick={() => setShown(!shown)}
        >
          {t('approvals.history')}
        </Button>
      </Box>
      <Collapse in={shown} unmountOnExit>
        <ApprovalHistory approval={approval} />
      </Collapse>
    </Box>
  )
  return embedded ? (
    content
  ) : (
    <Paper
      variant="outlined"
      component="article"
      aria-label={`${name(`approval-kind.${approval.kind}`)} ${approval.number}`}
      sx={{ p: 1.5 }}
    >
      {content}
    </Paper>
  )
}
