// What is asked of whole contracts: which template, who follows them, a milestone more, new days for all of them.
import { Stack } from '@mui/material'
import { useState } from 'react'
import { JUDGED_KINDS, MILESTONE_KINDS, type MilestoneKind } from '../../../preload/contract/modules/production/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, useCommand, useOfficeQuery, useViewer } from '../../client/index.ts'
import type { Followed } from '../../records/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { DateInput } from '../../kit/fields/date-input.tsx'
import { EnumField, OptionField } from '../../kit/fields/choice-fields.tsx'
import { TextField } from '../../kit/fields/text-field.tsx'
import { useAsSeen } from '../../kit/show/as-seen.ts'
import { ConfirmDialog } from '../../kit/show/confirm-dialog.tsx'
import { namedIn } from './texts.ts'
import { productionWords } from './words.ts'

type Person = { id: string; name: string } | null
type Props = { contracts: readonly Followed[]; merchandiser?: Person; onClose: () => void }

export const ApplyTemplateDialog = ({ contracts, merchandiser = null, onClose }: Props) => {
  const words = useWords(productionWords)
  const { t, name } = words
  const { data } = useOfficeQuery('milestone-templates', {})
  const applying = useCommand('apply-milestones')
  const { seen = [], answered } = useAsSeen(contracts)
  const [chosen, setChosen] = useState<string | null>(null)
  const [merchandiserId, setMerchandiserId] = useState<string | null>(merchandiser?.id ?? null)
  const templates = (data ?? []).filter((one) => one.active)
  const templateId = chosen ?? templates[0]?.id ?? ''
  return (
    <ConfirmDialog
      open
      title={name('command.apply-milestones')}
      text={t('production.apply-text', { count: contracts.length })}
      confirm={name('command.apply-milestones')}
      onConfirm={async () => {
        const answer = answered(await applying.run({ contracts: [...seen], templateId, merchandiserId }))
        if (answer.ok)
          announce({ words: 'production.applied', of: productionWords, data: { count: answer.value.applied }, tone: 'success' })
        return answer
      }}
      onClose={onClose}
    >
      <Stack spacing={2}>
        <OptionField
          name="templateId"
          value={templateId}
          onChange={setChosen}
          help={templates
            .find((one) => one.id === templateId)
            ?.lines.map((line) => namedIn(words, line))
            .join(' → ')}
          options={templates.map((one) => ({ id: one.id, label: namedIn(words, one) }))}
        />
        <UserField name="merchandiserId" value={merchandiserId} shown={merchandiser?.name ?? null} onChange={setMerchandiserId} />
      </Stack>
    </ConfirmDialog>
  )
}

export const AssignDialog = ({ contracts, merchandiser = null, onClose }: Props) => {
  const { t, name } = useWords(productionWords)
  const assigning = useCommand('assign-merchandiser')
  const { seen = [], answered } = useAsSeen(contracts)
  const [merchandiserId, setMerchandiserId] = useState<string | null>(merchandiser?.id ?? null)
  return (
    <ConfirmDialog
      open
      title={name('command.assign-merchandiser')}
      text={t('production.assign-text')}
      confirm={name('command.assign-merchandiser')}
      onConfirm={async () => answered(await assigning.run({ contracts: [...seen], merchandiserId }))}
      onClose={onClose}
    >
      <Stack>
        <UserField name="merchandiserId" value={merchandiserId} shown={merchandiser?.name ?? null} autoFocus onChange={setMerchandiserId} />
      </Stack>
    </ConfirmDialog>
  )
}

export const AddMilestoneDialog = ({ contractId, onClose }: { contractId: string; onClose: () => void }) => {
  const { name } = useWords(productionWords)
  const { today } = useViewer()
  const adding = useCommand('add-milestone')
  const [id] = useState(newId)
  const [kind, setKind] = useState<MilestoneKind>('other')
  const [title, setTitle] = useState('')
  const [day, setDay] = useState<string | null>(today)
  return (
    <ConfirmDialog
      open
      title={name('command.add-milestone')}
      confirm={name('command.add-milestone')}
      onConfirm={() =>
        adding.run({
          ...{ id, contractId, kind, name: title, nameEn: '', responsible: 'merchandiser', userId: null },
          needsNote: JUDGED_KINDS.includes(kind),
          plannedOn: day ?? '',
        })
      }
      onClose={onClose}
    >
      <Stack spacing={2}>
        <TextField name="name" value={title} required autoFocus onChange={setTitle} />
        <EnumField
          name="kind"
          group="milestone-kind"
          values={MILESTONE_KINDS}
          value={kind}
          onChange={(next) => {
            setKind(next)
            if (title === '' && next !== 'other') setTitle(name(`milestone-kind.${next}`))
          }}
        />
        <DateInput name="plannedOn" label={name('field.plannedOn')} value={day} today={today} required onChange={setDay} />
      </Stack>
    </ConfirmDialog>
  )
}

export const RescheduleDialog = ({ contractId, revision, onClose }: { contractId: string; revision: number; onClose: () => void }) => {
  const { t, name } = useWords(productionWords)
  const rescheduling = useCommand('reschedule-milestones')
  return (
    <ConfirmDialog
      open
      title={name('command.reschedule-milestones')}
      text={t('production.reschedule-text')}
      confirm={name('command.reschedule-milestones')}
      reason="required"
      onConfirm={async ({ reason }) => {
        const answer = await rescheduling.run({ contractId, revision, reason })
        if (answer.ok)
          announce({ words: 'production.rescheduled', of: productionWords, data: { count: answer.value.changed }, tone: 'success' })
        return answer
      }}
      onClose={onClose}
    />
  )
}
