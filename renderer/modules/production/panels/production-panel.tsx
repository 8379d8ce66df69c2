// The follow-up of one purchase contract on its page: how far it is, every milestone, and what can be done.
import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { useMay, useOfficeQuery } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { FormContext, FormSection } from '../../../kit/form/index.ts'
import { EmptyState } from '../../../kit/show/empty-state.tsx'
import { ProblemNote } from '../../../kit/show/problem-note.tsx'
import { AddMilestoneDialog, ApplyTemplateDialog, AssignDialog, RescheduleDialog } from '../contract-dialogs.tsx'
import { MilestoneList } from '../milestone-list.tsx'
import { DeliveryOutlook, ProgressBar } from '../progress.tsx'
import { namedIn } from '../texts.ts'
import { productionWords } from '../words.ts'

type Asking = 'apply' | 'assign' | 'add' | 'reschedule' | null

const Panel = ({ contractId }: { contractId: string }) => {
  const words = useWords(productionWords)
  const { t, name } = words
  const editable = useMay()('milestone.edit')
  const { data, problem } = useOfficeQuery('contract-milestones', { contractId }, { keep: true })
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const contracts = [{ contractId, ...(data ? { revision: data.revision } : {}) }]
  const untouched = data?.milestones.every((m) => m.events.length === 0) ?? true
  const button = (what: Exclude<Asking, null>, label: string) => (
    <Button size="small" color="inherit" onClick={() => setAsking(what)}>
      {label}
    </Button>
  )
  const aside = data && (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center', justifyContent: 'flex-end' }}>
      <ProgressBar production={data} />
      {editable && (
        <>
          {button(
            'assign',
            data.merchandiser ? `${name('field.merchandiser')}：${data.merchandiser.name}` : name('command.assign-merchandiser'),
          )}
          {button('add', name('command.add-milestone'))}
          {button('reschedule', name('command.reschedule-milestones'))}
          {untouched && button('apply', name('command.apply-milestones'))}
        </>
      )}
    </Box>
  )
  const from = data && data.templateName !== '' ? ` · ${namedIn(words, { name: data.templateName, nameEn: data.templateNameEn })}` : ''
  return (
    <FormSection title={t('production.title') + from} wide aside={aside}>
      <ProblemNote problem={problem} />
      {data === null && (
        <EmptyState
          title={t('production.none')}
          text={t('production.none-text')}
          action={
            editable && (
              <Button size="small" variant="outlined" onClick={() => setAsking('apply')}>
                {name('command.apply-milestones')}
              </Button>
            )
          }
        />
      )}
      {data && (
        <>
          <Box sx={{ mb: 1 }}>
            <DeliveryOutlook production={data} />
          </Box>
          <MilestoneList production={data} />
        </>
      )}
      {asking === 'apply' && <ApplyTemplateDialog contracts={contracts} merchandiser={data?.merchandiser ?? null} onClose={close} />}
      {asking === 'assign' && <AssignDialog contracts={contracts} merchandiser={data?.merchandiser ?? null} onClose={close} />}
      {asking === 'add' && <AddMilestoneDialog contractId={contractId} onClose={close} />}
      {asking === 'reschedule' && data && <RescheduleDialog contractId={contractId} revision={data.revision} onClose={close} />}
    </FormSection>
  )
}

/** Nothing for who may not see milestones. The contract's own form is read only; what is asked here is not. */
export const ProductionPanel = ({ id, status }: Subject) =>
  useMay()('milestone.view') && id !== undefined && status === 'signed' ? (
    <FormContext value={{ readOnly: false }}>
      <Panel contractId={id} />
    </FormContext>
  ) : null
