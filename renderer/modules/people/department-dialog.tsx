// Makes or changes one department.
import { Button, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material'
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf, useCommand } from '../../client/index.ts'
import { OptionField, TextField } from '../../kit/fields/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { belowOf, type Department, inTree } from './people-fields.tsx'
import { peopleWords } from './words.ts'

export type Wanted = { parentId: string | null } | { department: Department }
type Props = { wanted: Wanted; departments: readonly Department[]; onClose: () => void }

export const DepartmentDialog = ({ wanted, departments, onClose }: Props) => {
  const { t, name, language } = useWords(peopleWords)
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
            <TextField name="name" autoFocus required value={value.name} onChange={(text) => setValue({ ...value, name: text })} />
            <TextField name="nameEn" value={value.nameEn} onChange={(nameEn) => setValue({ ...value, nameEn })} />
            <OptionField
              name="parentId"
              value={value.parentId ?? ''}
              onChange={(parent) => setValue({ ...value, parentId: parent === '' ? null : parent })}
              empty={t('people.department.top')}
              options={inTree(departments).map((one) => ({
                id: one.id,
                label: language === 'en' && one.nameEn ? one.nameEn : one.name,
                depth: one.depth,
                disabled: barred.has(one.id),
              }))}
            />
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
