// A credit comes to its end: used up, or cancelled by agreement.
import { useState } from 'react'
import { useCommand } from '../../client/index.ts'
import { EnumField } from '../../kit/fields/index.ts'
import type { Acting } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { lettersWords } from './words.ts'

const ENDED = ['closed', 'cancelled'] as const
type Ended = (typeof ENDED)[number]

export const CloseDialog = ({ act, onClose }: { act: Acting; onClose: () => void }) => {
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
