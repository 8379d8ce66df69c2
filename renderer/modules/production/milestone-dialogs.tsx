// What is asked when a milestone is recorded, put off, skipped or opened again.
import { Stack, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useState } from 'react'
import { INSPECTION_KINDS, JUDGED_KINDS, type MilestoneView, RESULTS } from '../../../preload/contract/modules/production/calls.ts'
import { useCommand, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { DateInput } from '../../kit/fields/date-input.tsx'
import { NumberInput } from '../../kit/fields/number-input.tsx'
import { LongTextField } from '../../kit/fields/text-field.tsx'
import { ConfirmDialog } from '../../kit/show/confirm-dialog.tsx'
import { useMilestoneTexts } from './texts.ts'
import { productionWords } from './words.ts'

export type MilestoneAct = 'complete' | 'revise' | 'skip' | 'reopen'
export type ActingOn = { act: MilestoneAct; milestone: MilestoneView }
type Props = { milestone: MilestoneView; onClose: () => void }

const CompleteDialog = ({ milestone, onClose }: Props) => {
  const { t, name } = useWords(productionWords)
  const { nameOf } = useMilestoneTexts()
  const { today } = useViewer()
  const completing = useCommand('complete-milestone')
  const [doneOn, setDoneOn] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const [result, setResult] = useState<(typeof RESULTS)[number] | null>(null)
  const [checked, setChecked] = useState('')
  const [defects, setDefects] = useState('')
  const hasResult = JUDGED_KINDS.includes(milestone.kind)
  const inspected = INSPECTION_KINDS.includes(milestone.kind)
  return (
    <ConfirmDialog
      open
      title={`${name('command.complete-milestone')} · ${nameOf(milestone)}`}
      confirm={name('command.complete-milestone')}
      onConfirm={() =>
        completing.run({
          id: milestone.id,
          revision: milestone.revision,
          doneOn: doneOn ?? '',
          note: note.trim(),
          result,
          checked: checked === '' ? null : checked,
          defects: defects === '' ? null : Number(defects),
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2}>
        {hasResult && (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={name('field.result')}
            value={result}
            onChange={(_event, next: (typeof RESULTS)[number] | null) => setResult(next)}
          >
            {RESULTS.map((one) => (
              <ToggleButton key={one} value={one} color={one === 'failed' ? 'error' : 'success'} sx={{ px: 3, textTransform: 'none' }}>
                {name(`milestone-result.${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        <DateInput name="doneOn" label={name('field.doneOn')} value={doneOn} today={today} fact required autoFocus onChange={setDoneOn} />
        {inspected && (
          <Stack direction="row" spacing={2}>
            <NumberInput name="checked" label={name('field.checked')} value={checked} places={4} onChange={setChecked} />
            <NumberInput name="defects" label={name('field.defects')} value={defects} places={0} onChange={setDefects} />
          </Stack>
        )}
        <LongTextField
          name="note"
          required={milestone.needsNote || result === 'failed'}
          help={result === 'failed' ? t('production.failed-help') : undefined}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
      </Stack>
    </ConfirmDialog>
  )
}

const ReviseDialog = ({ milestone, onClose }: Props) => {
  const { name } = useWords(productionWords)
  const { nameOf } = useMilestoneTexts()
  const { today } = useViewer()
  const revising = useCommand('revise-milestone')
  const [day, setDay] = useState<string | null>(milestone.due)
  return (
    <ConfirmDialog
      open
      title={`${name('command.revise-milestone')} · ${nameOf(milestone)}`}
      confirm={name('command.revise-milestone')}
      reason="required"
      onConfirm={({ reason }) => revising.run({ id: milestone.id, revision: milestone.revision, revisedOn: day ?? '', reason })}
      onClose={onClose}
    >
      <DateInput name="revisedOn" label={name('field.revisedOn')} value={day} today={today} required autoFocus onChange={setDay} />
    </ConfirmDialog>
  )
}

const ReasonDialog = ({ milestone, onClose, act }: Props & { act: 'skip' | 'reopen' }) => {
  const { t, name } = useWords(productionWords)
  const { nameOf } = useMilestoneTexts()
  const skipping = useCommand('skip-milestone')
  const reopening = useCommand('reopen-milestone')
  const seen = { id: milestone.id, revision: milestone.revision }
  return (
    <ConfirmDialog
      open
      title={`${name(`command.${act}-milestone`)} · ${nameOf(milestone)}`}
      text={t(act === 'skip' ? 'production.skip-text' : 'production.reopen-text')}
      confirm={name(`command.${act}-milestone`)}
      reason="required"
      onConfirm={({ reason }) => (act === 'skip' ? skipping : reopening).run({ ...seen, reason })}
      onClose={onClose}
    />
  )
}

export const MilestoneDialogs = ({ acting, onClose }: { acting: ActingOn | null; onClose: () => void }) => {
  if (!acting) return null
  const { act, milestone } = acting
  if (act === 'complete') return <CompleteDialog milestone={milestone} onClose={onClose} />
  if (act === 'revise') return <ReviseDialog milestone={milestone} onClose={onClose} />
  return <ReasonDialog act={act} milestone={milestone} onClose={onClose} />
}
