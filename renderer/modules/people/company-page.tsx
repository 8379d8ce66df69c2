// The company's own settings.
import { useMemo } from 'react'
import { type Company, companySchema, switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { announce, useCommand, useOfficeQuery } from '../../client/index.ts'
import { FormSection, RecordForm, useForm } from '../../kit/form/index.ts'
import { EnumField, TextField } from '../../kit/fields/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { FileSettingsSection } from '../../records/attachments/index.tsx'
import { useWords } from '../../words/index.ts'
import { TimeZoneField } from './people-fields.tsx'
import { wholeNumbers } from './whole-numbers.ts'
import { peopleWords } from './words.ts'

type FormValues = Omit<Company, 'baseCurrency' | 'ageingBuckets' | 'lockAfterMinutes' | 'switches'> & {
  ageingBuckets: string
  lockAfterMinutes: string
}
const formValuesOf = ({ baseCurrency: _fixed, switches: _elsewhere, ...company }: Company): FormValues => ({
  ...company,
  ageingBuckets: company.ageingBuckets.join(', '),
  lockAfterMinutes: String(company.lockAfterMinutes),
})
const nothing: FormValues = formValuesOf({
  name: '',
  nameEn: '',
  address: '',
  addressEn: '',
  drawingPlace: '',
  phone: '',
  email: '',
  taxNumber: '',
  baseCurrency: 'CNY',
  timeZone: 'Asia/Shanghai',
  ageingBasis: 'due-date',
  ageingBuckets: [],
  lockAfterMinutes: 15,
  switches: switchesOff,
})

/** The control switches have a page of their own. */
const settings = companySchema().omit({ baseCurrency: true, switches: true })
/** Typed numbers are read here; what the schema refuses never leaves the desk. */
const checked = (value: FormValues): Answer<never> | { ok: true; value: Omit<Company, 'baseCurrency' | 'switches'> } => {
  const parsed = settings.safeParse({
    ...value,
    ageingBuckets: wholeNumbers(value.ageingBuckets),
    lockAfterMinutes: wholeNumbers(value.lockAfterMinutes)[0],
  })
  if (parsed.success) return { ok: true, value: parsed.data }
  const issues = parsed.error.issues.map((issue) => ({ path: String(issue.path[0]), rule: issue.message }))
  return { ok: false, refused: 'invalid-input', data: { issues } }
}

export const CompanyPage = () => {
  const { t, name, language } = useWords(peopleWords)
  const read = useOfficeQuery('company', {})
  const editing = useCommand('edit-company')
  const { data } = read
  const seen = useMemo(() => {
    if (!data) return undefined
    const { revision, ...company } = data
    return { id: 'company', revision, value: formValuesOf(company) }
  }, [data])
  const form = useForm<FormValues, unknown>({
    empty: () => nothing,
    seen,
    save: async (value, at) => {
      const given = checked(value)
      return given.ok ? editing.run({ ...given.value, revision: at.revision ?? 1 }) : given
    },
    onSaved: () => announce({ words: 'people.company.saved', of: peopleWords, tone: 'success' }),
  })
  return (
    <RecordForm
      form={form}
      title={name('query.company')}
      number={(language === 'en' && data?.nameEn) || data?.name || ' '}
      loading={read.loading}
      problem={read.problem}
      savePermission="company.edit"
    >
      <FormSection title={t('people.company.identity')}>
        <TextField {...form.field('name')} label={name('field.company.name')} required span={2} />
        <TextField {...form.field('nameEn')} label={name('field.company.nameEn')} span={2} />
        <TextField {...form.field('address')} span={2} />
        <TextField {...form.field('addressEn')} span={2} />
        <TextField {...form.field('phone')} />
        <TextField {...form.field('email')} />
        <TextField {...form.field('taxNumber')} />
        <TextField {...form.field('drawingPlace')} />
      </FormSection>
      <FormSection title={t('people.company.books')}>
        <DataLine label={name('field.baseCurrency')}>{data?.baseCurrency}</DataLine>
        <TimeZoneField {...form.field('timeZone')} help={t('found.time-zone-help')} />
        <EnumField {...form.field('ageingBasis')} group="ageing-basis" values={companySchema().shape.ageingBasis.options} />
        <TextField {...form.field('ageingBuckets')} help={t('found.buckets-help')} />
      </FormSection>
      <FormSection title={t('people.company.security')}>
        <TextField {...form.field('lockAfterMinutes')} help={t('found.lock-help')} />
      </FormSection>
      <FileSettingsSection />
    </RecordForm>
  )
}
