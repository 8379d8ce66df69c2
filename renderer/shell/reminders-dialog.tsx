// How somebody wants to be told of what comes: pop-up window, the system's notification, quiet hours; and whether the program starts with the system.
import { Button, DialogActions, DialogContent, DialogTitle, FormControlLabel, Stack, Switch, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useRemembered } from '../client/remembered.ts'
import { Dialog } from '../kit/show/index.ts'
import { useWords } from '../words/index.ts'
import { popUpSettings, type PopUpSettings } from './notifications.ts'

type Toggle = { label: string; on: boolean; set(on: boolean): void }

const Toggles = ({ toggles }: { toggles: readonly Toggle[] }) =>
  toggles.map(({ label, on, set }) => (
    <FormControlLabel key={label} control={<Switch checked={on} onChange={(event) => set(event.target.checked)} />} label={label} />
  ))

/** Takes effect at once. Ways to be told that only the desktop has are not offered in a browser. */
export const RemindersDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useWords()
  const [settings, setSettings] = useRemembered<PopUpSettings>('pop-ups', popUpSettings)
  const [starts, setStarts] = useState<boolean | null>(null)
  const desktop = window.tradewind
  useEffect(() => {
    void desktop?.startsWithSystem().then(setStarts)
  }, [desktop])
  const change = (changes: Partial<PopUpSettings>) => setSettings({ ...settings, ...changes })
  const ways: Toggle[] = [
    { label: t('reminders.window'), on: settings.window, set: (on) => change({ window: on }) },
    { label: t('reminders.system'), on: settings.system, set: (on) => change({ system: on }) },
  ]
  const start = (on: boolean) => {
    setStarts(on)
    void desktop?.startWithSystem(on)
  }
  const hour = (field: 'from' | 'to') => (
    <TextField
      type="time"
      label={t(`reminders.${field}`)}
      value={settings[field]}
      onChange={(event) => change({ [field]: event.target.value })}
      slotProps={{ inputLabel: { shrink: true } }}
      fullWidth
    />
  )
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{t('reminders.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5}>
          {desktop && <Toggles toggles={ways} />}
          <Typography variant="subtitle2">{t('reminders.quiet')}</Typography>
          <Stack direction="row" spacing={1.5} sx={{ pt: 0.5 }}>
            {hour('from')}
            {hour('to')}
          </Stack>
          <Typography variant="caption" color="textSecondary">
            {t('reminders.quiet-text')}
          </Typography>
          {starts !== null && <Toggles toggles={[{ label: t('reminders.start'), on: starts, set: start }]} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
