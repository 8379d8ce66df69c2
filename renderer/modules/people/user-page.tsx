// One user: account, department, roles; a first password for a new one, a reset for the others. Passwords never enter a draft.
import { useState } from 'react'
import { LANGUAGES } from '../../../preload/contract/modules/people/calls.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand } from '../../client/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { EnumField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { DocumentPage, opens, useRecord } from '../../records/document/index.ts'
import { RolesField } from '../../records/fields/index.ts'
import { ruleText, useWords } from '../../words/index.ts'
import { PasswordInput } from './password-input.tsx'
import { DepartmentField } from './people-fields.tsx'
import { ResetPassword } from './reset-password.tsx'
import { peopleWords } from './words.ts'

type FormValues = Omit<CommandInput<'edit-user'>, 'id' | 'revision'>
const nobody = (): FormValues => ({
  login: '',
  name: '',
  nameEn: '',
  email: '',
  phone: '',
  departmentId: null,
  roleIds: [],
  language: 'zh',
  active: true,
})

const formValuesOf = ({ id: _id, revision: _revision, ...user }: QueryOutput<'user'>): FormValues => user

export const UserPage = ({ params }: { params: Params }) => {
  const words = useWords(peopleWords)
  const { t, name, language } = words
  const creating = useCommand('create-user')
  const editing = useCommand('edit-user')
  const [password, setPassword] = useState('')
  const record = useRecord('user', params, {
    formValuesOf,
    empty: nobody,
    save: ({ active, ...value }, at) =>
      at.isNew ? creating.run({ ...value, id: at.id, password }) : editing.run({ ...value, active, id: at.id, revision: at.revision ?? 1 }),
  })
  const { data, form } = record
  return (
    <DocumentPage
      record={record}
      narrow
      number={data && (language === 'en' && data.nameEn ? data.nameEn : data.name)}
      status={data && { group: 'active', value: String(data.active) }}
      savePermission={params.id === undefined ? 'user.create' : 'user.edit'}
      actions={[
        opens('reset-password', {
          shown: data !== undefined,
          dialog: ({ onClose }) => data && <ResetPassword user={data} onClose={onClose} />,
        }),
      ]}
    >
      <FormSection title={t('people.user.account')}>
        <TextField
          {...form.field('login')}
          label={name('field.login')}
          required
          autoFocus={params.id === undefined}
          help={t('found.login-help')}
        />
        <TextField {...form.field('name')} label={name('field.user.name')} required />
        <TextField {...form.field('nameEn')} label={name('field.user.nameEn')} />
        <EnumField {...form.field('language')} group="language" values={LANGUAGES} />
        <TextField {...form.field('email')} />
        <TextField {...form.field('phone')} />
        {data === undefined && params.id === undefined && (
          <PasswordInput
            name="password"
            label={t('people.user.password-first')}
            value={password}
            onChange={(typed) => {
              setPassword(typed)
              form.answer('password')
            }}
            purpose="new-password"
            help={t('people.user.password-help')}
            issue={form.issues.password && ruleText(form.issues.password, words)}
          />
        )}
        {data !== undefined && <SwitchField {...form.field('active')} help={t('people.user.inactive-help')} />}
      </FormSection>
      <FormSection title={t('people.user.place')}>
        <DepartmentField {...form.field('departmentId')} empty="—" />
        <RolesField {...form.field('roleIds')} required />
      </FormSection>
    </DocumentPage>
  )
}
