// One customer: typed, with a warning when it is there already, and handed over.
import type { Cell } from '../../../preload/contract/define/index.ts'
import { type Params, useCommand, useMay, useOfficeList, useTabs, useViewer } from '../../client/index.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { DocumentPage, opens, type RecordAction, useRecord } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import { CustomerSection, PapersSection, TermsSection } from './customer-sections.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { ContactsSection, MoreSection, type PartyFields, PlaceSection } from './party-sections.tsx'
import { SimilarDialog, useDuplicateReason } from './similar-dialog.tsx'
import { SimilarNote } from './similar-note.tsx'
import { type Customer, customerInput, emptyCustomer, customerFormValues } from './party-form-values.ts'
import { partiesWords } from './words.ts'

const moneyOf = (cell: Cell | undefined) => (typeof cell === 'object' && cell !== null ? cell : null)

/** What the customer owes, as its own row of the list has it; nothing for who may not see it. */
const useFigures = (data: Customer | undefined): KeyFigure[] => {
  const may = useMay()
  const filters = [{ field: 'code', op: 'is' as const, value: data?.code ?? '' }]
  const shown = data !== undefined && may('receivable.view')
  const read = useOfficeList('customers', { filters, limit: 1 }, { enabled: shown })
  const row = read.data?.rows[0]
  if (!data) return []
  const limit = data.creditLimit === null ? null : { minor: data.creditLimit, currency: data.creditCurrency }
  return [
    ...(shown && row ? [{ name: 'field.receivable', money: moneyOf(row.receivable) }] : []),
    ...(limit ? [{ name: 'field.creditLimit', money: limit }] : []),
  ]
}

export const CustomerPage = ({ params }: { params: Params }) => {
  const { t } = useWords(partiesWords)
  const tabs = useTabs()
  const viewer = useViewer()
  const creating = useCommand('create-customer')
  const editing = useCommand('edit-customer')
  const again = useDuplicateReason()
  const record = useRecord('customer', params, {
    formValuesOf: customerFormValues,
    empty: () => emptyCustomer(viewer.id),
    save: (value, at) =>
      at.isNew
        ? creating.run({ ...customerInput(value), id: at.id, ...again.extra(at) })
        : editing.run({ ...customerInput(value), id: at.id, revision: at.revision ?? 1 }),
  })
  const { data, form } = record
  const figures = useFigures(data)
  const fields: PartyFields = { text: (field) => form.field(field), country: form.field('country'), contacts: form.field('contacts') }
  const actions: RecordAction[] = [
    {
      label: t('parties.make-quotation'),
      permission: 'quotation.create',
      shown: data !== undefined && data.status !== 'blacklisted',
      onClick: () => data && tabs.open('quotation', { customerId: data.id }),
    },
    {
      label: t('parties.make-contract'),
      permission: 'sales-contract.create',
      shown: data !== undefined && data.status !== 'blacklisted',
      onClick: () => data && tabs.open('sales-contract', { customerId: data.id }),
    },
    opens('hand-over-customer', {
      shown: data !== undefined,
      dialog: (asked) => data && <HandOverDialog {...asked} customers={[data]} />,
    }),
  ]
  return (
    <DocumentPage
      record={record}
      number={data && `${data.code} ${data.name}`}
      status={data && { group: 'customer-status', value: data.status }}
      figures={figures}
      actions={actions}
      savePermission={params.id === undefined ? 'customer.create' : 'customer.edit'}
    >
      {(form.isNew || form.dirty) && <SimilarNote typed={form.value} exceptId={data?.id ?? null} />}
      <CustomerSection form={form} data={data} />
      <SimilarDialog form={form} saveWith={again.saveWith} route="customer" />
      <PlaceSection fields={fields} />
      <TermsSection form={form} />
      <PapersSection form={form} />
      {data && <Panels on="customer" place="sections" id={data.id} />}
      <ContactsSection fields={fields} />
      <MoreSection fields={fields} />
    </DocumentPage>
  )
}
