// The company's control switches (控制开关).
import { Typography } from '@mui/material'
import { useMemo } from 'react'
import { type Switches, switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { announce, useCommand, useMay, useOfficeQuery } from '../../client/index.ts'
import { FormSection, RecordForm, useForm } from '../../kit/form/index.ts'
import { useWords } from '../../words/index.ts'
import { SwitchList } from './switch-list.tsx'
import { approvalsWords } from './words.ts'

type FormValues = { switches: Switches }

export const SwitchesPage = () => {
  const { t } = useWords(approvalsWords)
  const read = useOfficeQuery('company', {})
  const saving = useCommand('set-switches')
  const editable = useMay()('company.edit')
  const text = JSON.stringify(read.data?.switches ?? null)
  const revision = read.data?.revision
  const seen = useMemo(() => {
    const switches = JSON.parse(text) as Switches | null
    return switches === null || revision === undefined ? undefined : { id: 'switches', revision, value: { switches } }
  }, [text, revision])
  const form = useForm<FormValues, unknown>({
    empty: () => ({ switches: switchesOff }),
    seen,
    save: ({ switches }, at) => saving.run({ switches, revision: at.revision ?? 1 }),
    onSaved: () => announce({ words: 'switches.saved', of: approvalsWords, tone: 'success' }),
  })
  return (
    <RecordForm
      form={form}
      title={t('switches.title')}
      number=" "
      loading={read.loading}
      problem={read.problem}
      savePermission="company.edit"
      readOnly={!editable}
    >
      <Typography variant="body2" color="textSecondary">
        {t('switches.intro')}
      </Typography>
      <FormSection wide>
        <SwitchList value={form.value.switches} onChange={(switches) => form.set({ switches })} readOnly={!editable} />
      </FormSection>
    </RecordForm>
  )
}
