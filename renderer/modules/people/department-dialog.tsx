// Makes or changes one department.
import { Button, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField } from '@mui/material'
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf, useCommand } from '../../client/index.ts'
import { UserField } from '../../kit/fields/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { belowOf, type Department, inTree } from './people-fields.tsx'

export type Wanted = { parentId: string | null } | { department: Department }
type Props = { wanted: Wanted; departments: readonly Department[]; onClose: () => void }

export const DepartmentDialog = ({ wanted, departments, onClose }: Props) => {
  const { t, name, language } = useWords()
  const old = 'department' in wanted ? wanted.department : null
  // One id for as long as the dialog is open: a retry makes no second department.
  const [id] = useState(() => old?.id ?? newId())
  const [value, setValue] = useState(() => ({
    name: old?.name ?? '',
    nameEn: old?.nameEn ?? '',
    headId: old?.headId ?? null,
    parentId: 'department' in wanted ? wanted.department.parentId : wanted.parentId,
  }))
  const [problem, setProblem] = useState<Problem | null>(null)
  const creating = useCommand('create-department')
  const editing = useCommand('edit-department')
  const running = creating.running || editing.running
  const ready = value.name.trim() !== '' && !running
  const barred = old ? belowOf(departments, old.id) : new Set<string>()
  const save = async () => {
    const answer = await (old ? editing.run({ ...value, id, revision: old.revision }) : creating.run({ ...value, id }))
    setProblem(problemOf(answer))
    if (answer.ok) onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void save()
        }}
      >
        <DialogTitle>{name(old ? 'command.edit-department' : 'command.create-department')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <TextField
              autoFocus
              required
              label={name('field.name')}
              value={value.name}
              onChange={(event) => setValue({ ...value, name: event.target.value })}
            />
            <TextField
              label={name('field.nameEn')}
              value={value.nameEn}
              onChange={(event) => setValue({ ...value, nameEn: event.target.value })}
            />
            <TextField
              select
              label={name('field.parentId')}
              value={value.parentId ?? ''}
              onChange={(event) => setValue({ ...value, parentId: event.target.value === '' ? null : event.target.value })}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value="">{t('people.department.top')}</MenuItem>
              {inTree(departments).map((one) => (
                <MenuItem key={one.id} value={one.id} disabled={barred.has(one.id)} sx={{ pl: 2 + one.depth * 2 }}>
                  {language === 'en' && one.nameEn ? one.nameEn : one.name}
                </MenuItem>
              ))}
            </TextField>
            <UserField
              name="headId"
              value={value.headId}
              shown={old?.headName ?? null}
              onChange={(headId) => setValue({ ...value, headId })}
              help={t('people.department.head-help')}
            />
            <ProblemNote problem={problem} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!ready} loading={running}>
            {t('shell.done')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
