// The dialog in which something is kept under a name, for oneself or for everybody of a role.
import { Button, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { type Problem, problemOf } from '../../client/index.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useWords } from '../../words/index.ts'
import { OptionField } from '../fields/choice-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'

type Kept = { id: string; revision: number; name: string; roleId: string | null }
export type KeepFields = { id: string; revision?: number; name: string; roleId: string | null }
type Props = {
  title: string
  /** Null keeps a new one. */
  kept: Kept | null
  /** With which it can be shared; none for who may not share. */
  roles: readonly { id: string; name: string }[]
  keep: (fields: KeepFields) => Promise<Answer<unknown>>
  running: boolean
  onClose: () => void
  onSaved: (id: string) => void
  /** What else is chosen, by whether it is to be shared. */
  children?: (shared: boolean) => ReactNode
}

export const KeepDialog = ({ title, kept, roles, keep, running, onClose, onSaved, children }: Props) => {
  const { t } = useWords()
  const [name, setName] = useState(kept?.name ?? '')
  const [roleId, setRoleId] = useState(kept?.roleId ?? '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [id] = useState(() => kept?.id ?? newId())
  const able = name.trim() !== '' && !running
  const save = async () => {
    if (!able) return
    const fields = { id, name, roleId: roleId === '' ? null : roleId }
    const answer = await keep(kept ? { ...fields, revision: kept.revision } : fields)
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
        <DialogTitle>{title}</DialogTitle>
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
            {children?.(roleId !== '')}
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
