// Asks for the second folder: another disk, so that the books survive the loss of the first.
import { useState } from 'react'
import { useCommand, useOfficeQuery } from '../../client/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { backupsWords } from './words.ts'

export const CopyToDialog = ({ onClose }: { onClose: () => void }) => {
  const { t, name } = useWords(backupsWords)
  const { data } = useOfficeQuery('backup-state', {})
  const setting = useCommand('set-backup-folder')
  const [typed, setTyped] = useState<string | null>(null)
  const folder = typed ?? data?.copyTo ?? ''
  return (
    <ConfirmDialog
      open
      title={name('command.set-backup-folder')}
      text={t('backups.copy-text')}
      confirm={t('backups.copy-save')}
      onConfirm={() => setting.run({ folder: folder.trim() === '' ? null : folder, revision: data?.copyRevision ?? 1 })}
      onClose={onClose}
    >
      <TextField name="folder" autoFocus placeholder={t('backups.copy-example')} value={folder} onChange={setTyped} maxLength={500} />
    </ConfirmDialog>
  )
}
