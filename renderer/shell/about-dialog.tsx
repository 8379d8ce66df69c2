// What this program is, and which versions stand behind it.
import { Button, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { DesktopVersions } from '../../preload/bridge-types.ts'
import { companyName, useOffice, useViewer } from '../client/viewer.ts'
import { useWords } from '../words/index.ts'
import { Mark } from './navigation.tsx'
import { JoinedOffice } from './office-place.tsx'
import { Dialog } from '../kit/show/index.ts'

export const AboutDialog = ({ onClose }: { onClose: () => void }) => {
  const { t, language } = useWords()
  const company = companyName(useViewer(), language)
  const version = useOffice((state) => state.hello?.version ?? '')
  const [desktop, setDesktop] = useState<DesktopVersions | null>(null)
  useEffect(() => {
    void window.tradewind?.versions().then(setDesktop)
  }, [])
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{t('about.title')}</DialogTitle>
      <DialogContent>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
          <Mark size={44} />
          <Stack spacing={0.75}>
            <Typography variant="body2">{t('about.text')}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t('about.version', { version })}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {desktop ? t('about.desktop', { app: desktop.app, electron: desktop.electron }) : t('about.browser')}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {t('about.company', { company })}
            </Typography>
            <JoinedOffice />
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('shell.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
