// The keys that work everywhere.
import { Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useWords, type WordKey } from '../words/index.ts'
import { Dialog } from '../kit/show/index.ts'

const keys: readonly (readonly [WordKey, string])[] = [
  ['keys.search', 'Ctrl+K'],
  ['keys.save', 'Ctrl+S'],
  ['keys.confirm', 'Ctrl+Enter'],
  ['keys.escape', 'Esc'],
  ['keys.close-tab', 'Alt+W'],
  ['keys.next-tab', 'Ctrl+Tab / Ctrl+Shift+Tab'],
  ['keys.nth-tab', 'Alt+1 … Alt+9'],
  ['keys.move-tab', 'Ctrl+Shift+PageUp / PageDown'],
  ['keys.nav', 'Ctrl+\\'],
]

export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{t('keys.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 1, columnGap: 3, m: 0 }}>
          {keys.map(([what, key]) => (
            <Box key={what} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2">
                {t(what)}
              </Typography>
              <Typography component="dd" variant="body2" color="textSecondary" sx={{ m: 0, fontFamily: 'ui-monospace, monospace' }}>
                {key}
              </Typography>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('shell.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
