// The check of documents (审单): for each shipment under a credit what the credit asks beside what the documents say, line by line.
import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { FormSection } from '../../../kit/form/index.ts'
import { EmptyState, ProblemNote, RecordLink, StatusChip } from '../../../kit/show/index.ts'
import { useFigure } from '../figure.tsx'
import { PresentationDialog } from './presentation-dialog.tsx'
import { PresentationStepDialog, type Step, stepsOf } from './step-dialog.tsx'
import { lettersWords } from '../words.ts'

type Checked = QueryOutput<'letter-checks'>[number]

const Deadline = ({ checked }: { checked: Checked }) => {
  const { t } = useWords(lettersWords)
  const { deadline, planned, daysLeft, presentation } = checked
  if (deadline === null) return <span>{t('letters.deadline-unknown')}</span>
  const away = presentation !== null && presentation.status !== 'preparing' && presentation.status !== 'refused'
  const pressing = !away && !planned && daysLeft !== null && daysLeft <= 7
  return (
    <Box component="span" sx={pressing ? { color: 'error.main', fontWeight: 600 } : undefined}>
      {t(planned ? 'letters.deadline-planned' : 'letters.deadline', { date: deadline })}
      {!away &&
        daysLeft !== null &&
        ` · ${daysLeft < 0 ? t('letters.days-late', { days: -daysLeft }) : t('letters.days-left', { days: daysLeft })}`}
    </Box>
  )
}

const Lines = ({ checked }: { checked: Checked }) => {
  const { t, name } = useWords(lettersWords)
  const figure = useFigure()
  return (
    <Table size="small" aria-label={t('letters.section-check')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('letters.column-check')}</TableCell>
          <TableCell>{t('letters.column-asked')}</TableCell>
          <TableCell>{t('letters.column-found')}</TableCell>
          <TableCell>{t('letters.column-result')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {checked.lines.map((line) => (
          <TableRow key={line.check}>
            <TableCell>{name(`check.${line.check}`)}</TableCell>
            <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{figure(line.asked)}</TableCell>
            <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{figure(line.found)}</TableCell>
            <TableCell>
              <StatusChip group="check-result" value={line.result} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const Actions = ({ checked, onAsk }: { checked: Checked; onAsk: (asking: Step | 'documents') => void }) => {
  const { t } = useWords(lettersWords)
  const may = useMay()
  const { status } = checked.letter
  if (!may('letter-of-credit.edit') || status === 'closed' || status === 'cancelled') return null
  return (
    <>
      {checked.presentation?.status !== 'paid' && (
        <Button size="small" variant="outlined" onClick={() => onAsk('documents')}>
          {t('letters.edit-documents')}
        </Button>
      )}
      {stepsOf(checked.presentation?.status).map((step) => (
        <Button key={step} size="small" variant="outlined" color={step === 'refused' ? 'error' : 'primary'} onClick={() => onAsk(step)}>
          {t(`letters.say-${step}`)}
        </Button>
      ))}
    </>
  )
}

const One = ({ checked, of }: { checked: Checked; of: 'letter' | 'shipment' }) => {
  const { t } = useWords(lettersWords)
  const [asking, setAsking] = useState<Step | 'documents' | null>(null)
  const { letter, shipment, presentation, discrepancies, unknown } = checked
  const close = () => setAsking(null)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {of === 'letter' ? (
          <RecordLink route="shipment" id={shipment.id}>
            {shipment.number}
          </RecordLink>
        ) : (
          <RecordLink route="letter-of-credit" id={letter.id}>
            {letter.number} · {letter.bankNumber}
          </RecordLink>
        )}
        <StatusChip group="presentation-status" value={presentation?.status ?? 'preparing'} />
        <span>{moneyShown(checked.drawing)}</span>
        <Deadline checked={checked} />
        <Box sx={{ flex: 1 }} />
        <Actions checked={checked} onAsk={setAsking} />
      </Box>
      <Alert
        severity={discrepancies > 0 ? 'error' : unknown > 0 ? 'info' : 'success'}
        variant={discrepancies > 0 ? 'outlined' : 'standard'}
        sx={{ py: 0 }}
      >
        {discrepancies + unknown === 0 ? t('letters.all-in-order') : t('letters.found', { discrepancies, unknown })}
        {presentation !== null && presentation.discrepancies !== '' && ` · ${presentation.discrepancies}`}
      </Alert>
      <Lines checked={checked} />
      {asking === 'documents' && <PresentationDialog checked={checked} onClose={close} />}
      {asking !== null && asking !== 'documents' && <PresentationStepDialog checked={checked} step={asking} onClose={close} />}
    </Box>
  )
}

/** On a credit's page its shipments; on a shipment's page its credits, and nothing where it has none. */
export const LetterCheckPanel = (props: { letterId: string; linked: boolean } | { shipmentId: string }) => {
  const { t } = useWords(lettersWords)
  const may = useMay()
  const enabled = may('letter-of-credit.view') && may('shipment.view')
  const by = 'letterId' in props ? { letterId: props.letterId } : { shipmentId: props.shipmentId }
  const { data, problem } = useOfficeQuery('letter-checks', by, { enabled, keep: true })
  const ofLetter = 'letterId' in props
  if (!enabled || (!ofLetter && (data === undefined || data.length === 0))) return null
  return (
    <FormSection title={t('letters.section-check')} wide>
      <ProblemNote problem={problem} />
      {data?.length === 0 && ofLetter && (
        <EmptyState title={t('letters.no-shipments')} text={t(props.linked ? 'letters.no-shipments-text' : 'letters.link-first')} />
      )}
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
        {data?.map((checked) => (
          <One key={`${checked.letter.id} ${checked.shipment.id}`} checked={checked} of={ofLetter ? 'letter' : 'shipment'} />
        ))}
      </Box>
    </FormSection>
  )
}

export const ShipmentLetters = ({ id }: Subject) => (id === undefined ? null : <LetterCheckPanel shipmentId={id} />)
