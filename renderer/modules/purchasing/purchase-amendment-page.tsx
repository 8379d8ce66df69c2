// An amendment of a signed purchase contract in preparation: the contract's own sections, with what may not change only read.
import { useState } from 'react'
import { type Params, useCommand, useMay } from '../../client/index.ts'
import { AmendmentDocument, useAmended, useAmendmentForm } from '../../records/amendments/index.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { PurchaseLines } from './purchase-lines.tsx'
import { DeliverySection, MoreSection, PartiesSection } from './purchase-sections.tsx'
import { amendmentInput, emptyPurchase, formValuesOf, withChosen } from './purchase-form-values.ts'
import { usePreview } from './use-preview.ts'

const nothing = () => ({ ...emptyPurchase({ ownerId: '', today: '', currency: '' }), lines: [] })

export const PurchaseAmendmentPage = ({ params }: { params: Params }) => {
  const may = useMay()
  const id = params.id ?? ''
  const amended = useAmended('purchase-contract', id)
  const { data } = amended
  const saving = useCommand('save-purchase-amendment')
  const form = useAmendmentForm({
    data,
    formValuesOf,
    empty: nothing,
    save: (value, at) => saving.run({ ...amendmentInput(value), ...at }),
  })
  const [choosing, setChoosing] = useState(false)
  const costs = may('cost.view')
  // Without the prices an amendment cannot be written, only read.
  const readOnly = !(may('purchase-contract.amend') && costs)
  const preview = usePreview(form.value, costs && may('purchase-contract.create'), id)
  const { value } = form
  return (
    <AmendmentDocument
      kind="purchase-contract"
      id={id}
      amended={amended}
      form={form}
      amounts={costs ? { total: preview?.total ?? data?.total, totalBase: preview?.totalBase ?? data?.totalBase } : undefined}
      readOnly={readOnly}
      warnings={preview?.warnings}
    >
      <PartiesSection form={form} data={data} readOnly={readOnly} amending />
      <PurchaseLines
        form={form}
        data={data}
        preview={preview}
        costs={costs}
        open={!readOnly}
        amended={amended.inForce}
        onAddLines={() => setChoosing(true)}
      />
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      <MoreSection form={form} data={data} readOnly={readOnly} />
      {choosing && (
        <LinesDialog
          dealId={undefined}
          contractId={undefined}
          supplierId={value.supplierId}
          taken={value.lines.flatMap((l) => (l.salesLineId === null ? [] : [l.salesLineId]))}
          onChoose={(lines) => {
            form.set({ lines: withChosen(value.lines, lines) })
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </AmendmentDocument>
  )
}
