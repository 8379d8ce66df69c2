// An amendment of a signed purchase contract in preparation: the contract's own form, with what may not change only read, and why it is amended.
import { useMemo, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { type Params, useCommand, useMay, useOfficeQuery } from '../../client/index.ts'
import { AmendmentSection, useAmendmentActions, versionText, VersionsSection } from '../../kit/amendments/index.ts'
import { DocumentForm, useForm } from '../../kit/form/index.ts'
import { EmptyState, type KeyFigure, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { PurchaseLines } from './purchase-lines.tsx'
import { DeliverySection, MoreSection, PartiesSection } from './purchase-sections.tsx'
import { amendmentInput, emptyPurchase, type TypedPurchase, typedOf, withChosen } from './typed-purchase.ts'
import { usePreview } from './use-preview.ts'

type TypedAmendment = TypedPurchase & { reason: string; confirmation: string }
const nothing = (): TypedAmendment => ({
  ...emptyPurchase({ ownerId: '', today: '', currency: '' }),
  lines: [],
  reason: '',
  confirmation: '',
})

export const PurchaseAmendmentPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords()
  const may = useMay()
  const id = params.id ?? ''
  const inForce = useOfficeQuery('purchase-contract', { id })
  const version = inForce.data?.amendment?.version
  const read = useOfficeQuery('purchase-contract', { id, version }, { enabled: version !== undefined })
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
  const saving = useCommand('save-purchase-amendment')
  const form = useForm<TypedAmendment, CommandOutcome<'save-purchase-amendment'>>({
    empty: nothing,
    seen,
    save: (value, at) => saving.run({ ...amendmentInput(value), id: at.id, revision: at.revision ?? 1 }),
  })
  const { actions, dialog } = useAmendmentActions('purchase-contract', form, data)
  const [choosing, setChoosing] = useState(false)
  const costs = may('cost.view')
  const readOnly = !(may('purchase-contract.amend') && costs)
  const preview = usePreview(form.value, costs && may('purchase-contract.create'))
  if (inForce.data && version === undefined)
    return (
      <EmptyState
        title={t('amendments.none')}
        text={t('amendments.none-text')}
        action={
          <RecordLink route="purchase-contract" id={id}>
            {inForce.data.number}
          </RecordLink>
        }
      />
    )
  const { value } = form
  const figures: KeyFigure[] = costs
    ? [
        { name: 'field.totalBefore', money: inForce.data?.total ?? null },
        { name: 'field.purchase-amendments.total', money: preview?.total ?? data?.total ?? null },
        { name: 'field.totalBase', money: preview?.totalBase ?? data?.totalBase ?? null },
      ]
    : []
  return (
    <DocumentForm
      form={form}
      title={name('record.purchase-amendment')}
      number={data && `${data.number} ${versionText(data.version)}`}
      status={{ group: 'version-state', value: 'in-preparation' }}
      figures={figures}
      actions={actions}
      readOnly={readOnly}
      loading={inForce.loading || read.loading}
      problem={inForce.problem ?? read.problem}
      savePermission="purchase-contract.amend"
    >
      {amendment && <AmendmentSection form={form} amendment={amendment} />}
      <PartiesSection form={form} data={data} readOnly={readOnly} amending />
      <PurchaseLines
        form={form}
        data={data}
        preview={preview}
        costs={costs}
        open={!readOnly}
        amended={inForce.data}
        onAddLines={() => setChoosing(true)}
      />
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      <MoreSection form={form} data={data} readOnly={readOnly} />
      {data && <VersionsSection kind="purchase-contract" data={data} />}
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
      {dialog}
    </DocumentForm>
  )
}
