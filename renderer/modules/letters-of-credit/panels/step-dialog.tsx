// What happened to presented documents, with its day: presented, accepted, refused, paid.
import { useState } from 'react'
import type { PRESENTATION_STEPS } from '../../../../preload/contract/modules/letters-of-credit/calls.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { useCommand } from '../../../client/index.ts'
import { useWords } from '../../../words/index.ts'
import { LongTextField } from '../../../kit/fields/index.ts'
import { moneyShown } from '../../../kit/format/index.ts'
import { ConfirmDialog } from '../../../kit/show/index.ts'
import { lettersWords } from '../words.ts'

export type Step = (typeof PRESENTATION_STEPS)[number]
type Checked = QueryOutput<'letter-checks'>[number]

/** What may be recorded next; the office has the last word. */
export const stepsOf = (status: string | undefined): Step[] => {
  if (status === 'preparing') return ['presented']
  if (status === 'presented') return ['accepted', 'refused', 'paid']
  if (status === 'refused') return ['presented', 'accepted']
  return status === 'accepted' ? ['paid', 'refused'] : []
}

export const PresentationStepDialog = ({ checked, step, onClose }: { checked: Checked; step: Step; onClose: () => void }) => {
  const { t, name } = useWords(lettersWords)
  const recording = useCommand('record-presentation-step')
  const [discrepancies, setDiscrepancies] = useState(checked.presentation?.discrepancies ?? '')
  const { presentation, letter, shipment } = checked
  if (!presentation) return null
  return (
    <ConfirmDialog
      open
      danger={step === 'refused'}
      title={t(`letters.say-${step}`)}
      text={t('letters.step-text', { letter: letter.number, shipment: shipment.number, amount: moneyShown(presentation.money) })}
      confirm={t(`letters.say-${step}`)}
      date={name('field.date')}
      onConfirm={({ date }) => recording.run({ id: presentation.id, revision: presentation.revision, step, on: date, discrepancies })}
      onClose={onClose}
    >
      <LongTextField
        name="discrepancies"
        label={t('letters.note-discrepancies')}
        rows={1}
        value={discrepancies}
        onChange={setDiscrepancies}
      />
    </ConfirmDialog>
  )
}
