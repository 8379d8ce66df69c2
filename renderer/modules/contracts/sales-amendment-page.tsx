// An amendment of a signed sales contract in preparation: the contract's own sections, with what may not change only read.
import { useMemo } from 'react'
import { type Params, useCommand, useMay } from '../../client/index.ts'
import { Panels } from '../../records/index.ts'
import { AmendmentDocument, useAmended, useAmendmentForm } from '../../records/amendments/index.ts'
import { InstalmentsSection } from '../../records/terms/index.ts'
import { DeliverySection, MoreSection, PartiesSection } from './contract-sections.tsx'
import { SalesLines } from './sales-lines.tsx'
import { amendmentInput, emptyContract, formValuesOf } from './contract-form-values.ts'
import { usePreview } from './use-preview.ts'

const nothing = () => ({ ...emptyContract({ ownerId: '', today: '', currency: '' }), lines: [] })

export const SalesAmendmentPage = ({ params }: { params: Params }) => {
  const may = useMay()
  const id = params.id ?? ''
  const amended = useAmended('sales-contract', id)
  const { data } = amended
  const saving = useCommand('save-sales-amendment')
  const form = useAmendmentForm({
    data,
    formValuesOf,
    empty: nothing,
    save: (value, at) => saving.run({ ...amendmentInput(value), ...at }),
  })
  const preview = usePreview(form.value, id)
  const amounts = useMemo(() => new Map(preview?.lines.map((l) => [l.id, l.amount])), [preview])
  const total = preview?.total ?? data?.total
  const readOnly = !may('sales-contract.amend')
  return (
    <AmendmentDocument
      kind="sales-contract"
      id={id}
      amended={amended}
      form={form}
      amounts={{ total, totalBase: preview?.totalBase ?? data?.totalBase }}
      readOnly={readOnly}
      warnings={preview?.warnings}
    >
      <Panels on="sales-amendment" place="notes" customerId={form.value.customerId} addition={preview?.added} />
      <PartiesSection form={form} data={data} readOnly={readOnly} amending />
      <SalesLines form={form} data={data} amounts={amounts} total={total} />
      {preview && <InstalmentsSection instalments={preview.instalments} />}
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      <MoreSection form={form} data={data} readOnly={readOnly} />
    </AmendmentDocument>
  )
}
