// On a product: what customs want to know of it, kept once and taken into every declaration.
import { Button } from '@mui/material'
import { useMemo } from 'react'
import type { ProductCustomsFields } from '../../../../preload/contract/modules/customs/calls.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { announce, useCommand, useMay, useOfficeQuery } from '../../../client/index.ts'
import { DecimalField, LongTextField, TextField } from '../../../kit/fields/index.ts'
import { FormContext, FormSection, useForm } from '../../../kit/form/index.ts'
import { ProblemNote } from '../../../kit/show/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { CustomsCodeField } from '../code-field.tsx'
import { customsWords } from '../words.ts'

type FormValues = ProductCustomsFields
const empty = (): FormValues => ({
  ...{
    declaredName: '',
    elements: '',
    brandType: '',
    preference: '',
    legalUnit: '',
    legalQuantity: '',
    secondUnit: '',
    secondQuantity: '',
  },
  ...{ sourceArea: '', originCountry: '' },
})
const shown = (text: string) => (text === '0' ? '' : text)
const valuesOf = ({ id: _id, revision: _revision, ...value }: QueryOutput<'product-customs'>): FormValues => ({
  ...value,
  legalQuantity: shown(value.legalQuantity),
  secondQuantity: shown(value.secondQuantity),
})

export const ProductCustoms = ({ id }: Subject) => {
  const { t } = useWords(customsWords)
  const mayEdit = useMay()('customs-declaration.edit')
  const { data, problem } = useOfficeQuery('product-customs', { id: id ?? '' }, { enabled: id !== undefined })
  const saving = useCommand('save-product-customs')
  const seen = useMemo(() => data && { id: data.id, revision: data.revision, value: valuesOf(data) }, [data])
  const form = useForm<FormValues, { id: string; revision: number }>({
    key: 'customs',
    empty,
    ...(seen ? { seen } : {}),
    save: (value, at) =>
      saving.run({
        ...{ ...value, id: at.id, revision: at.revision ?? 0 },
        ...{ legalQuantity: value.legalQuantity || '0', secondQuantity: value.secondQuantity || '0' },
      }),
    onSaved: () => announce({ words: 'customs.saved', of: customsWords, tone: 'success' }),
  })
  const surroundings = useMemo(() => ({ readOnly: !mayEdit }), [mayEdit])
  if (id === undefined || !data) return <ProblemNote problem={problem} />
  return (
    <FormContext value={surroundings}>
      <FormSection
        title={t('customs.of-product')}
        aside={
          mayEdit && (
            <Button
              size="small"
              variant={form.dirty ? 'contained' : 'outlined'}
              disableElevation
              disabled={!form.dirty || form.saving}
              onClick={() => void form.save()}
            >
              {t('customs.save')}
            </Button>
          )
        }
      >
        <ProblemNote problem={form.problem} onAgain={form.again} onClose={form.forgetProblem} />
        <TextField {...form.field('declaredName')} span={2} />
        <CustomsCodeField {...form.field('brandType')} list="brand" />
        <CustomsCodeField {...form.field('preference')} list="preference" />
        <LongTextField {...form.field('elements')} rows={1} span={4} />
        <CustomsCodeField {...form.field('legalUnit')} list="unit" />
        <DecimalField {...form.field('legalQuantity')} places={4} help={t('customs.legal-help')} />
        <CustomsCodeField {...form.field('secondUnit')} list="unit" />
        <DecimalField {...form.field('secondQuantity')} places={4} />
        <CustomsCodeField {...form.field('sourceArea')} list="area" />
        <CustomsCodeField {...form.field('originCountry')} list="country" />
      </FormSection>
    </FormContext>
  )
}
