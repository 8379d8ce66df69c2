// The one place for short messages: shown for a moment at the bottom, read out by screen readers.
import { Alert, Snackbar } from '@mui/material'
import { useStore } from 'zustand'
import { announcements, dismissAnnouncement } from '../client/announcements.ts'
import { useWords, type Words } from '../words/index.ts'

export const Messages = () => {
  const words = useWords()
  const current = useStore(announcements, (state) => state.current)
  if (!current) return null
  const { t } = (current.of?.[words.language] ?? words) as Words<string>
  return (
    <Snackbar
      key={current.n}
      open
      autoHideDuration={5000}
      onClose={(_event, reason) => reason !== 'clickaway' && dismissAnnouncement()}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
    >
      <Alert severity={current.tone} variant="filled" onClose={dismissAnnouncement}>
        {t(current.words, current.data)}
      </Alert>
    </Snackbar>
  )
}
