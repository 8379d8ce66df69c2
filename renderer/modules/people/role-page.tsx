// One role: its names and the matrix of what it permits. A new one may begin as the copy of another.
import { Alert, Skeleton, Typography } from '@mui/material'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { TextField } from '../../kit/fields/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { DocumentPage, useRecordForm } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import { RoleTable } from './role-table.tsx'
import { peopleWords } from './words.ts'

type Role = QueryOutput<'role'>
type FormValues = Omit<CommandInput<'create-role'>, 'id'>

const formValuesOf = ({ name, nameEn, permissions, scopes }: Role): FormValues => ({ name, nameEn, permissions, scopes })

const Editor = ({ role, copyOf }: { role: Role | undefined; copyOf: Role | undefined }) => {
  const { t, name, language } = useWords(peopleWords)
  const may = useMay()
  const tabs = useTabs()
  const creating = useCommand('create-role')
  const editing = useCommand('edit-role')
  const form = useRecordForm('role', role, {
    formValuesOf,
    empty: () =>
      copyOf
        ? {
            name: t('people.role.copied', { name: copyOf.name }),
            nameEn: copyOf.nameEn,
            permissions: copyOf.permissions,
            scopes: copyOf.scopes,
          }
        : { name: '', nameEn: '', permissions: [], scopes: {} },
    save: (value, at) =>
      at.isNew ? creating.run({ ...value, id: at.id }) : editing.run({ ...value, id: at.id, revision: at.revision ?? 1 }),
  })
  const readOnly = !may('role.edit')
  return (
    <DocumentPage
      record={{ kind: 'role', form, loading: false, problem: null }}
      number={role && (language === 'en' && role.nameEn ? role.nameEn : role.name)}
      savePermission="role.edit"
      actions={[
        {
          label: t('people.role.copy'),
          permission: 'role.edit',
          shown: role !== undefined,
          onClick: () => role && tabs.open('role', { copy: role.id }),
        },
      ]}
    >
      {role?.code && (
        <Alert severity="info" variant="outlined" sx={{ py: 0 }}>
          {t('people.role.ready-made')}
        </Alert>
      )}
      <FormSection>
        <TextField {...form.field('name')} label={name('field.roles.name')} required autoFocus={role === undefined} />
        <TextField {...form.field('nameEn')} label={name('field.roles.nameEn')} />
      </FormSection>
      <FormSection
        wide
        title={t('people.role.matrix')}
        aside={
          <Typography variant="caption" color="textSecondary">
            {t('people.role.chosen', { count: form.value.permissions.length })} · {t('people.role.scope-help')}
          </Typography>
        }
      >
        <RoleTable
          choice={form.value}
          readOnly={readOnly || form.peeking}
          onChange={({ permissions, scopes }) => form.set({ permissions: [...permissions], scopes })}
        />
      </FormSection>
    </DocumentPage>
  )
}

export const RolePage = ({ params }: { params: Params }) => {
  const id = params.id ?? params.copy
  const read = useOfficeQuery('role', { id: id ?? '' }, { enabled: id !== undefined })
  if (read.problem) return <ProblemNote problem={read.problem} />
  if (id !== undefined && !read.data) return <Skeleton height={320} sx={{ m: 2 }} />
  return <Editor role={params.id === undefined ? undefined : read.data} copyOf={params.copy === undefined ? undefined : read.data} />
}
