// What a file is called, what it is, and a note about it.
import { useState } from 'react'
import { FILE_KINDS, type FileKind } from '../../../preload/contract/modules/files/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useCommand } from '../../client/index.ts'
import { EnumField, LongTextField, TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

type File = QueryOutput<'files-of'>['files'][number]

export const DescribeDialog = ({ file, onClose }: { file: File; onClose: () => void }) => {
  const { t } = useWords()
  const { run } = useCommand('describe-file')
  const [fileName, setFileName] = useState(file.name)
  const [kind, setKind] = useState<FileKind>(file.kind)
  const [note, setNote] = useState(file.note)
  return (
    <ConfirmDialog
      open
      title={t('files.describe')}
      confirm={t('files.save')}
      ready={fileName.trim() !== ''}
      onConfirm={() => run({ id: file.id, revision: file.revision, name: fileName, kind, note })}
      onClose={onClose}
    >
      <TextField name="name" label={t('files.name')} required maxLength={120} value={fileName} onChange={setFileName} />
      <EnumField name="kind" group="file-kind" values={FILE_KINDS} value={kind} onChange={(chosen: FileKind) => setKind(chosen)} />
      <LongTextField name="note" maxLength={200} rows={1} value={note} onChange={setNote} />
    </ConfirmDialog>
  )
}
