// What a tile is told: by the form of its kind, and a title of one's own.
import { Button, DialogActions, DialogContent, DialogTitle, LinearProgress, Stack } from '@mui/material'
import { Suspense, useState } from 'react'
import type { TileSettings } from '../../../../preload/contract/modules/workbench/tiles.ts'
import { TextField } from '../../../kit/fields/index.ts'
import { Dialog } from '../../../kit/show/index.ts'
import { textSetting, type TileKind } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { type ArrangedFor, ArrangedForContext } from '../tile-scene.ts'
import { workbenchWords } from '../words.ts'

type Props = {
  /** Whose desk it is, where it is that of a role: offered is what its people may see. */
  as: ArrangedFor | undefined
  kind: TileKind
  settings: TileSettings
  isNew: boolean
  onSave: (settings: TileSettings) => void
  onClose: () => void
}

export const TileSettingsDialog = ({ as, kind, settings: before, isNew, onSave, onClose }: Props) => {
  const { t, name } = useWords(workbenchWords)
  const [settings, setSettings] = useState(before)
  const ready = kind.isReady?.(settings) !== false
  const { form: Form } = kind
  const save = () => {
    if (!ready) return
    const { title: _title, ...rest } = settings
    const title = textSetting(settings, 'title').trim()
    onSave(title === '' ? rest : { ...rest, title })
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" onSubmit={save}>
      <DialogTitle>{name(`tile.${kind.kind}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={1.5} sx={{ pt: 1 }}>
          {Form && (
            <ArrangedForContext value={as}>
              <Suspense fallback={<LinearProgress />}>
                <Form settings={settings} onChange={setSettings} />
              </Suspense>
            </ArrangedForContext>
          )}
          <TextField
            name="title"
            label={t('arrange.own-title')}
            value={textSetting(settings, 'title')}
            maxLength={60}
            onChange={(title) => setSettings({ ...settings, title })}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('arrange.cancel')}
        </Button>
        <Button variant="contained" disabled={!ready} onClick={save}>
          {t(isNew ? 'arrange.add' : 'arrange.take')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
