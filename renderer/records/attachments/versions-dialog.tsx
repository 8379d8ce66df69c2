// Every version of a file, each to be looked at and downloaded.
import { Button, DialogActions, DialogContent, DialogTitle, List, ListItemButton, ListItemText } from '@mui/material'
import { useOfficeQuery, useViewer } from '../../client/index.ts'
import { bytesShown, instantShown } from '../../kit/format/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Previewed } from './file-preview.tsx'

export const VersionsDialog = ({ id, onPreview, onClose }: { id: string; onPreview: (file: Previewed) => void; onClose: () => void }) => {
  const { t, language } = useWords()
  const { company } = useViewer()
  const { data, problem } = useOfficeQuery('file-versions', { id })
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" fleeting>
      <DialogTitle>{t('files.versions')}</DialogTitle>
      <DialogContent>
        <ProblemNote problem={problem} />
        <List dense disablePadding>
          {data?.versions.map(({ id: versionId, version, name, size, type, addedAt, addedBy }) => (
            <ListItemButton key={versionId} onClick={() => onPreview({ versionId, name, type, size })}>
              <ListItemText
                primary={`${t('files.version', { version })} · ${name}`}
                secondary={`${bytesShown(size, language)} · ${t('files.by', { by: addedBy, at: instantShown(addedAt, company.timeZone) })}`}
              />
            </ListItemButton>
          ))}
        </List>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('files.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
