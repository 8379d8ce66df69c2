// One product: names, customs and tax, packing with the carton's volume as it is typed.
import { useState } from 'react'
import type { ProductFields } from '../../../preload/contract/modules/catalogue/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { cartonVolume } from '../../../preload/contract/vocabulary/packing.ts'
import { type Params, useCommand } from '../../client/index.ts'
import { DecimalField, LongTextField, PercentField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { DocumentPage, useRecord } from '../../records/document/index.ts'
import { Panels } from '../../records/index.ts'
import { CategoryField, PartyField, UnitField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { CategoriesDialog } from './categories-dialog.tsx'
import { catalogueWords } from './words.ts'

type Product = QueryOutput<'product'>
type FormValues = ProductFields

const emptyProduct = (): FormValues => ({
  code: '',
  name: '',
  nameZh: '',
  specification: '',
  unit: 'PCS',
  hsCode: '',
  vatRate: '13',
  refundRate: '13',
  categoryId: null,
  supplierId: null,
  piecesPerCarton: '',
  cartonLength: '',
  cartonWidth: '',
  cartonHeight: '',
  grossWeight: '',
  netWeight: '',
  minimumQuantity: '',
  minimumUnit: '',
  remark: '',
  active: true,
})
const MEASURES = ['piecesPerCarton', 'cartonLength', 'cartonWidth', 'cartonHeight', 'grossWeight', 'netWeight', 'minimumQuantity'] as const
/** The office keeps a number that nobody gave as 0; the form shows it as empty. */
const withMeasures = (value: FormValues, from: string, to: string): FormValues => ({
  ...value,
  ...Object.fromEntries(MEASURES.map((field) => [field, value[field] === from ? to : value[field]])),
})
const formValuesOf = (data: Product): FormValues => {
  const { id: _id, revision: _revision, supplierName: _supplierName, ...value } = data
  return withMeasures(value, '0', '')
}
const inputOf = (value: FormValues): FormValues => {
  const { vatRate, refundRate } = value
  return { ...withMeasures(value, '', '0'), vatRate: vatRate === '' ? '0' : vatRate, refundRate: refundRate === '' ? '0' : refundRate }
}

const ProductSection = ({ form, data }: { form: Form<FormValues>; data: Product | undefined }) => {
  const { t, name } = useWords(catalogueWords)
  const [making, setMaking] = useState(false)
  return (
    <FormSection title={t('catalogue.product')}>
      <TextField {...form.field('name')} label={name('field.product.name')} required span={2} autoFocus={data === undefined} />
      <TextField {...form.field('nameZh')} label={name('field.product.nameZh')} span={2} />
      <TextField
        {...form.field('code')}
        label={name('field.product.code')}
        maxLength={40}
        help={data === undefined ? t('catalogue.code-help') : undefined}
      />
      <UnitField {...form.field('unit')} required />
      <CategoryField {...form.field('categoryId')} onBegin={() => setMaking(true)} />
      {making && <CategoriesDialog onClose={() => setMaking(false)} onMade={form.field('categoryId').onChange} />}
      <PartyField {...form.field('supplierId')} label={name('field.product.supplierId')} kind="vendor" shown={data?.supplierName} />
      <DecimalField {...form.field('minimumQuantity')} places={4} />
      <UnitField {...form.field('minimumUnit')} help={t('catalogue.minimum-help')} />
      <LongTextField {...form.field('specification')} rows={2} />
      <LongTextField {...form.field('remark')} rows={2} />
      {data !== undefined && <SwitchField {...form.field('active')} help={t('catalogue.inactive-help')} />}
    </FormSection>
  )
}

const PackingSection = ({ form }: { form: Form<FormValues> }) => {
  const { t, name } = useWords(catalogueWords)
  const { cartonLength, cartonWidth, cartonHeight } = form.value
  return (
    <FormSection title={t('catalogue.packing')}>
      <DecimalField {...form.field('piecesPerCarton')} places={4} />
      <DecimalField {...form.field('cartonLength')} places={3} />
      <DecimalField {...form.field('cartonWidth')} places={3} />
      <DecimalField {...form.field('cartonHeight')} places={3} />
      <DataLine label={name('field.cartonVolume')}>
        <output style={{ fontVariantNumeric: 'tabular-nums' }}>{cartonVolume(cartonLength, cartonWidth, cartonHeight) ?? '–'}</output>
      </DataLine>
      <DecimalField {...form.field('grossWeight')} places={3} />
      <DecimalField {...form.field('netWeight')} places={3} />
    </FormSection>
  )
}

export const ProductPage = ({ params }: { params: Params }) => {
  const { t } = useWords(catalogueWords)
  const creating = useCommand('create-product')
  const editing = useCommand('edit-product')
  const record = useRecord('product', params, {
    formValuesOf,
    empty: emptyProduct,
    save: (value, at) =>
      at.isNew ? creating.run({ ...inputOf(value), id: at.id }) : editing.run({ ...inputOf(value), id: at.id, revision: at.revision ?? 1 }),
  })
  const { data, form } = record
  return (
    <DocumentPage
      record={record}
      number={data && `${data.code} ${data.name}`}
      status={data && { group: 'active', value: String(data.active) }}
      savePermission={params.id === undefined ? 'product.create' : 'product.edit'}
    >
      <ProductSection form={form} data={data} />
      <FormSection title={t('catalogue.customs')}>
        <TextField {...form.field('hsCode')} maxLength={13} />
        <PercentField {...form.field('vatRate')} />
        <PercentField {...form.field('refundRate')} />
      </FormSection>
      <PackingSection form={form} />
      {data && <Panels on="product" place="sections" id={data.id} />}
    </DocumentPage>
  )
}
