// An amendment of a signed sales contract in preparation: the contract's own form, with what may not change only read, and why it is amended.
import { useMemo } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { type Params, useCommand, useMay, useOfficeQuery } from '../../client/index.ts'
import { AmendmentSection, useAmendmentActions, versionText, VersionsSection } from '../../kit/amendments/index.ts'
import { CreditNote } from '../../kit/credit/index.ts'
import { DocumentForm, useForm } from '../../kit/form/index.ts'
import { EmptyState, RecordLink } from '../../kit/show/index.ts'
import { InstalmentsSection } from '../../kit/terms/index.ts'
import { useWords } from '../../words/index.ts'
import { DeliverySection, MoreSection, PartiesSection } from './contract-sections.tsx'
import { SalesLines } from './sales-lines.tsx'
import { amendmentInput, emptyContract, type TypedContract, typedOf } from './typed-contract.ts'
import { usePreview } from './use-preview.ts'

type TypedAmendment = TypedContract & { reason: string; confirmation: string }
const nothing = (): TypedAmendment => ({
  ...emptyContract({ ownerId: '', today: '', currency: '' }),
  lines: [],
  reason: '',
  confirmation: '',
})

export const SalesAmendmentPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords()
  const may = useMay()
  const id = params.id ?? ''
  const inForce = useOfficeQuery('sales-contract', { id })
  const version = inForce.data?.amendment?.version
  const read = useOfficeQuery('sales-contract', { id, version }, { enabled: version !== undefined })
  const data = version === undefined ? undefined : read.data
  const amendment = data?.amendment ?? null
  const seen = useMemo(
    () =>
      data && amendment
        ? {
            id: amendment.id,
            revision: amendment.revision,
            value: { ...typedOf(data), reason: amendment.reason, confirmation: amendment.confirmation },
          }
        : undefined,
    [data, amendment],
  )
  const saving = useCommand('save-sales-amendment')
  const form = useForm<TypedAmendment, CommandOutcome<'save-sales-amendment'>>({
    empty: nothing,
    seen,
    save: (value, at) => saving.run({ ...amendmentInput(value), id: at.id, revision: at.revision ?? 1 }),
  })
  const { actions, dialog } = useAmendmentActions('sales-contract', form, data)
  const preview = usePreview(form.value, id)
  const amounts = useMemo(() => new Map(preview?.lines.map((l) => [l.id, l.amount])), [preview])
  if (inForce.data && version === undefined)
    return (
      <EmptyState
        title={t('amendments.none')}
        text={t('amendments.none-text')}
        action={
          <RecordLink route="sales-contract" id={id}>
            {inForce.data.number}
          </RecordLink>
        }
      />
    )
  const total = preview?.total ?? data?.total
  const readOnly = !may('sales-contract.amend')
  return (
    <DocumentForm
      form={form}
      title={name('record.sales-amendment')}
      number={data && `${data.number} ${versionText(data.version)}`}
      status={{ group: 'version-state', value: 'in-preparation' }}
      figures={[
        { name: 'field.totalBefore', money: inForce.data?.total ?? null },
        { name: 'field.sales-amendments.total', money: total ?? null },
        { name: 'field.totalBase', money: preview?.totalBase ?? data?.totalBase ?? null },
      ]}
      actions={actions}
      readOnly={readOnly}
      loading={inForce.loading || read.loading}
      problem={inForce.problem ?? read.problem}
      savePermission="sales-contract.amend"
    >
      {amendment && <AmendmentSection form={form} amendment={amendment} />}
      <CreditNote customerId={form.value.customerId} addition={preview?.added} />
      <PartiesSection form={form} data={data} readOnly={readOnly} amending />
      <SalesLines form={form} data={data} amounts={amounts} total={total} />
      {preview && <InstalmentsSection instalments={preview.instalments} />}
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      <MoreSection form={form} data={data} readOnly={readOnly} />
      {data && <VersionsSection kind="sales-contract" data={data} />}
      {dialog}
    </DocumentForm>
  )
}
