// One user: account, department, roles; a first password for a new one, a reset for the others. Passwords never enter a draft.
import { useState } from 'react'
import { LANGUAGES } from '../../../preload/contract/modules/people/calls.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { announce, type Params, useCommand, useOfficeQuery, useTabs } from '../../client/index.ts'
import { FormSection, RecordForm, useForm } from '../../kit/form/index.ts'
import { EnumField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { ruleText, useWords } from '../../words/index.ts'
import { PasswordInput } from './password-input.tsx'
import { DepartmentField, RolesField } from './people-fields.tsx'
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

export const UserPage = ({ params }: { params: Params }) => {
  const words = useWords(peopleWords)
  const { t, name, language } = words
  const tabs = useTabs()
  const read = useOfficeQuery('user', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const creating = useCommand('create-user')
  const editing = useCommand('edit-user')
  const [password, setPassword] = useState('')
  const [resetting, setResetting] = useState(false)
  const { data } = read
  const form = useForm<FormValues, { id: string; revision: number }>({
    empty: nobody,
    seen: data && {
      id: data.id,
      revision: data.revision,
      value: {
        login: data.login,
        name: data.name,
        nameEn: data.nameEn,
        email: data.email,
        phone: data.phone,
        departmentId: data.departmentId,
        roleIds: data.roleIds,
        language: data.language,
        active: data.active,
      },
    },
    save: ({ active, ...value }, at) =>
      at.isNew ? creating.run({ ...value, id: at.id, password }) : editing.run({ ...value, active, id: at.id, revision: at.revision ?? 1 }),
    onSaved: (outcome, at) => {
      if (at.isNew) tabs.become('user', { id: outcome.id })
    },
  })
  return (
    <RecordForm
      form={form}
      title={name('record.user')}
      number={data && (language === 'en' && data.nameEn ? data.nameEn : data.name)}
      status={data && { group: 'active', value: String(data.active) }}
      loading={read.loading}
      problem={read.problem}
      savePermission={params.id === undefined ? 'user.create' : 'user.edit'}
      actions={[{ name: 'command.reset-password', permission: 'user.edit', shown: data !== undefined, onClick: () => setResetting(true) }]}
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
      {resetting && data && (
        <ResetPassword
          userId={data.id}
          name={data.name}
          onClose={() => setResetting(false)}
          onDone={() => announce({ words: 'people.user.reset-done', of: peopleWords, data: { name: data.name }, tone: 'success' })}
        />
      )}
    </RecordForm>
  )
}
