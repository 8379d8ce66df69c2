// Asked before what was arranged is given up.
import { ConfirmDialog } from '../../../kit/show/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'

export const DiscardDialog = ({ open, onDiscard, onClose }: { open: boolean; onDiscard: () => void; onClose: () => void }) => {
  const { t } = useWords(workbenchWords)
  return (
    <ConfirmDialog
      open={open}
      danger
      title={t('arrange.discard')}
      text={t('arrange.discard-text')}
      confirm={t('arrange.discard')}
      onConfirm={() => {
        onDiscard()
        return Promise.resolve({ ok: true, value: null })
      }}
      onClose={onClose}
    />
  )
}
