// One vendor: typed, with a warning when it is there already, switched off and on.
import { VENDOR_KINDS } from '../../../preload/contract/modules/parties/calls.ts'
import type { Cell } from '../../../preload/contract/define/index.ts'
import { type Params, useCommand, useMay, useOfficeList, useViewer } from '../../client/index.ts'
import { BankDetailsPanel } from '../../records/approvals/index.ts'
import { EnumField, PaymentTermField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { asks, DocumentPage, useRecord } from '../../records/document/index.ts'
import { CurrencyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { ContactsSection, MoreSection, type PartyFields, PlaceSection } from './party-sections.tsx'
import { SimilarDialog, useDuplicateReason } from './similar-dialog.tsx'
import { SimilarNote } from './similar-note.tsx'
import { emptyVendor, vendorFormValues, type VendorFormValues, type Vendor, vendorInput } from './party-form-values.ts'
import { partiesWords } from './words.ts'

const moneyOf = (cell: Cell | undefined) => (typeof cell === 'object' && cell !== null ? cell : null)
const kindOf = (text: string | undefined): (typeof VENDOR_KINDS)[number] => VENDOR_KINDS.find((k) => k === text) ?? 'factory'

/** What we owe the vendor, as its own row of the list has it; nothing for who may not see it. */
const useFigures = (data: Vendor | undefined): KeyFigure[] => {
  const shown = useMay()('payable.view') && data !== undefined
  const filters = [{ field: 'code', op: 'is' as const, value: data?.code ?? '' }]
  const row = useOfficeList('vendors', { filters, limit: 1 }, { enabled: shown }).data?.rows[0]
  return shown && row ? [{ name: 'field.payable', money: moneyOf(row.payable) }] : []
}

const VendorSection = ({ form, isNew }: { form: Form<VendorFormValues>; isNew: boolean }) => {
  const { t, name } = useWords(partiesWords)
  return (
    <FormSection title={t('parties.vendor')}>
      <TextField {...form.field('name')} required span={2} autoFocus={isNew} help={t('parties.name-help')} />
      <TextField {...form.field('nameZh')} label={name('field.vendor.nameZh')} span={2} />
      <EnumField {...form.field('kind')} group="party-kind" values={VENDOR_KINDS} />
      <TextField {...form.field('shortName')} />
      <TextField {...form.field('code')} maxLength={40} help={isNew ? t('parties.code-help') : undefined} />
      <CurrencyField {...form.field('currency')} required />
      <PaymentTermField {...form.field('paymentTerm')} span={2} />
    </FormSection>
  )
}

export const VendorPage = ({ params }: { params: Params }) => {
  const { t } = useWords(partiesWords)
  const { company } = useViewer()
  const creating = useCommand('create-vendor')
  const editing = useCommand('edit-vendor')
  const again = useDuplicateReason()
  const record = useRecord('vendor', params, {
    formValuesOf: vendorFormValues,
    empty: () => emptyVendor(kindOf(params.kind), company.baseCurrency),
    save: (value, at) =>
      at.isNew
        ? creating.run({ ...vendorInput(value), id: at.id, ...again.extra(at) })
        : editing.run({ ...vendorInput(value), id: at.id, revision: at.revision ?? 1 }),
  })
  const { data, form } = record
  const figures = useFigures(data)
  const fields: PartyFields = { text: (field) => form.field(field), country: form.field('country'), contacts: form.field('contacts') }
  const titleKey = data ? `party-kind.${data.kind}` : 'record.vendor'
  const turn = t(data?.active === false ? 'parties.switch-on' : 'parties.switch-off')
  const actions = [
    asks('set-vendor-active', {
      label: turn,
      text: t(data?.active === false ? 'parties.switch-on-text' : 'parties.switch-off-text', { name: data?.name ?? '' }),
      shown: data !== undefined,
      input: (at) => ({ ...at, active: data?.active === false }),
    }),
  ]
  return (
    <DocumentPage
      record={record}
      titleKey={titleKey}
      number={data && `${data.code} ${data.name}`}
      status={data && { group: 'active', value: String(data.active) }}
      figures={figures}
      actions={actions}
      savePermission={params.id === undefined ? 'vendor.create' : 'vendor.edit'}
    >
      {(form.isNew || form.dirty) && <SimilarNote typed={form.value} exceptId={data?.id ?? null} />}
      {data && <BankDetailsPanel kind="vendor-bank-details" id={data.id} bank={data.bank} unsaved={form.dirty} />}
      <VendorSection form={form} isNew={data === undefined} />
      <SimilarDialog form={form} saveWith={again.saveWith} route="vendor" />
      <PlaceSection fields={fields} />
      <ContactsSection fields={fields} />
      <MoreSection fields={fields} />
    </DocumentPage>
  )
}
