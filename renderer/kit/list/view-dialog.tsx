// A view's name, whom it is shared with, and whether the list opens with it.
import { Checkbox, FormControlLabel } from '@mui/material'
import { useState } from 'react'
import { useWords } from '../../words/index.ts'
import { type ListView, type ListViews, useOfficeCalls } from '../office-calls.ts'
import { KeepDialog } from '../show/keep-dialog.tsx'

type Props = {
  list: string
  /** Null makes a new one. */
  view: ListView | null
  roles: ListViews['roles']
  look: () => string
  onClose: () => void
  onSaved: (id: string) => void
}

export const ViewDialog = ({ list, view, look, ...rest }: Props) => {
  const { t } = useWords()
  const [preset, setPreset] = useState(view?.preset ?? false)
  const command = useOfficeCalls().useKeepView()
  return (
    <KeepDialog
      {...rest}
      title={view ? t('kit.view.change', { name: view.name }) : t('kit.view.save-new')}
      kept={view}
      running={command.running}
      keep={(fields) => command.run({ ...fields, list, look: look(), preset })}
    >
      {(shared) => (
        <FormControlLabel
          control={<Checkbox size="small" checked={preset} onChange={(event) => setPreset(event.target.checked)} />}
          label={t(shared ? 'kit.view.open-with-role' : 'kit.view.open-with')}
        />
      )}
    </KeepDialog>
  )
}
