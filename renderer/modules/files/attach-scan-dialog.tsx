// The signed scan of a contract, added from the register: chosen or dropped, kept as a signed contract, without going to the contract's page.
import { Button, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useOfficeQuery } from '../../client/index.ts'
import { useFileChooser } from '../../kit/fields/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { ComingRow, useAdding, useDropped } from '../../records/attachments/index.tsx'
import { useWords } from '../../words/index.ts'
import { filesPagesWords } from './words.ts'

type Props = { recordKind: 'sales-contract' | 'purchase-contract'; recordId: string; number: string; onClose: () => void }

export const AttachScanDialog = ({ recordKind, recordId, number, onClose }: Props) => {
  const { t } = useWords(filesPagesWords)
  const { data, problem } = useOfficeQuery('files-of', { recordKind, recordId })
  const adding = useAdding(recordKind, recordId, 'signed-contract')
  const begun = useRef(false)
  const mayAdd = data?.mayAdd === true
  const add = (files: readonly File[]) => {
    begun.current = true
    adding.add(files)
  }
  useDropped(mayAdd, add)
  const chooser = useFileChooser(add, { 'data-files': 'signed-contract' })
  const pending = adding.coming.length
  useEffect(() => {
    if (begun.current && pending === 0) onClose()
  }, [pending, onClose])
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{t('register.attach-to', { number })}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 1.5 }}>
          <ProblemNote problem={problem ?? adding.problem} onClose={adding.forgetProblem} />
          {data && <DialogContentText>{t(mayAdd ? 'register.attach-text' : 'register.attach-others')}</DialogContentText>}
          {adding.coming.map((one) => (
            <ComingRow key={one.id} one={one} onAgain={() => adding.again(one)} onDismiss={() => adding.dismiss(one)} />
          ))}
          {chooser.input}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('files.close')}</Button>
        {mayAdd && (
          <Button autoFocus variant="contained" disabled={pending > 0} onClick={chooser.open}>
            {t('register.choose')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
