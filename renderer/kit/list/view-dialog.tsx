// A view's name, whom it is shared with, and whether the list opens with it.
import { Button, Checkbox, DialogActions, DialogContent, DialogTitle, FormControlLabel, Stack } from '@mui/material'
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { OptionField } from '../fields/choice-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { type ListView, type ListViews, useOfficeCalls } from '../office-calls.ts'
import { Dialog } from '../show/dialog.tsx'
import { ProblemNote } from '../show/problem-note.tsx'

type Props = {
  list: string
  /** Null makes a new one. */
  view: ListView | null
  roles: ListViews['roles']
  look: () => string
  onClose: () => void
  onSaved: (id: string) => void
}

export const ViewDialog = ({ list, view, roles, look, onClose, onSaved }: Props) => {
  const { t } = useWords()
  const [name, setName] = useState(view?.name ?? '')
  const [roleId, setRoleId] = useState(view?.roleId ?? '')
  const [preset, setPreset] = useState(view?.preset ?? false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [id] = useState(() => view?.id ?? newId())
  const command = useOfficeCalls().useKeepView()
  const able = name.trim() !== '' && !command.running
  const save = async () => {
    if (!able) return
    const fields = { id, list, name, look: look(), roleId: roleId === '' ? null : roleId, preset }
    const answer = await command.run(view ? { ...fields, revision: view.revision } : fields)
    setProblem(problemOf(answer))
    if (answer.ok) onSaved(id)
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <DialogTitle>{view ? t('kit.view.change', { name: view.name }) : t('kit.view.save-new')}</DialogTitle>
        <DialogContent>
          <Stack spacing={1.5} sx={{ pt: 1 }}>
            <ProblemNote problem={problem} onClose={() => setProblem(null)} />
            <TextField name="name" value={name} autoFocus required onChange={setName} />
            {roles.length > 0 && (
              <OptionField
                name="roleId"
                label={t('kit.view.share')}
                value={roleId}
                onChange={setRoleId}
                empty={t('kit.view.own')}
                options={roles.map((role) => ({ id: role.id, label: role.name }))}
              />
            )}
            <FormControlLabel
              control={<Checkbox size="small" checked={preset} onChange={(event) => setPreset(event.target.checked)} />}
              label={t(roleId === '' ? 'kit.view.open-with' : 'kit.view.open-with-role')}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
          <Button variant="contained" type="submit" disabled={!able}>
            {t('kit.view.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
