// What is done to a credit through a dialog: accepted, amended, closed, discarded.
import { useState } from 'react'
import { useCommand } from '../../client/index.ts'
import { EnumField } from '../../kit/fields/index.ts'
import { type Acting, type Form, DiscardDialog } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AmendmentDialog } from './amendment-dialog.tsx'
import type { Letter, LetterFormValues } from './letter-form-values.ts'
import { lettersWords } from './words.ts'

export type Asking = 'accept' | 'amend' | 'close' | 'discard' | null
type Props = { asking: Asking; act: Acting; form: Form<LetterFormValues>; data: Letter; onClose: () => void }

const ENDED = ['closed', 'cancelled'] as const
type Ended = (typeof ENDED)[number]

const CloseDialog = ({ act, onClose }: Pick<Props, 'act' | 'onClose'>) => {
  const { t, name } = useWords(lettersWords)
  const closing = useCommand('close-letter-of-credit')
  const [as, setAs] = useState<Ended>('closed')
  return (
    <ConfirmDialog
      open
      danger
      title={name('command.close-letter-of-credit')}
      text={t('letters.close-text')}
      confirm={name('command.close-letter-of-credit')}
      reason="required"
      onConfirm={({ reason }) => act((at) => closing.run({ ...at, as, reason }))}
      onClose={onClose}
    >
      <EnumField<Ended> name="as" label={t('letters.close-as')} group="letter-status" values={ENDED} value={as} onChange={setAs} />
    </ConfirmDialog>
  )
}

export const LetterDialogs = ({ asking, act, form, data, onClose }: Props) => {
  const { t, name } = useWords(lettersWords)
  const accepting = useCommand('accept-letter-of-credit')
  switch (asking) {
    case 'accept':
      return (
        <ConfirmDialog
          open
          title={name('command.accept-letter-of-credit')}
          text={t('letters.accept-text')}
          confirm={name('command.accept-letter-of-credit')}
          date={name('field.acceptedOn')}
          dateField="acceptedOn"
          onConfirm={({ date }) => act((at) => accepting.run({ ...at, acceptedOn: date }))}
          onClose={onClose}
        />
      )
    case 'amend':
      return <AmendmentDialog letter={data} act={act} onClose={onClose} />
    case 'close':
      return <CloseDialog act={act} onClose={onClose} />
    case 'discard':
      return (
        <DiscardDialog
          command="discard-letter-of-credit"
          text={t('letters.discard-text')}
          form={form}
          revision={data?.revision}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
