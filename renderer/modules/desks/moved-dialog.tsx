// A page that a browser has open plainly loses its office as the network opens (SEC25): it says where to go on.
import { Alert, Button, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material'
import { Dialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { desksWords } from './words.ts'

/** Where this page of a browser is found once the office is served over TLS at this port; null where it stays as it is: in the desktop's window, or there already. */
export const securePage = (port: string): string | null => {
  const origin = `https://${location.hostname}:${port}`
  return window.tradewind === undefined && origin !== location.origin ? `${origin}/#/desks` : null
}

export const MovedDialog = ({ address, onClose }: { address: string; onClose: () => void }) => {
  const { t } = useWords(desksWords)
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{t('desks.moved-title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <Typography>{t('desks.moved-text')}</Typography>
        <Link href={address} sx={{ fontSize: 15, overflowWrap: 'anywhere' }}>
          {address}
        </Link>
        <Alert severity="info">{t('desks.moved-warning')}</Alert>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('desks.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
