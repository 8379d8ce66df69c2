// One purchase contract: started from what is left to buy, typed as a draft with VAT and refund, signed, then read with what was billed and shipped.
import { useState } from 'react'
import { type Params, useCommand, useMay, useTabs, useViewer } from '../../client/index.ts'
import { ContractDocument, isOlder } from '../../records/amendments/index.ts'
import { useBegun } from './use-begun.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { supplierTerms } from '../../records/terms/index.ts'
import { Panels } from '../../records/index.ts'
import { asks, discards, type RecordAction, useRecord } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { PurchaseLines } from './purchase-lines.tsx'
import { DeliverySection, MoreSection, PartiesSection, RelatedSection } from './purchase-sections.tsx'
import { emptyPurchase, inputOf, type LineToPurchase, type Purchase, formValuesOf, withChosen } from './purchase-form-values.ts'
import { usePreview } from './use-preview.ts'
import { purchasingWords } from './words.ts'

/** Something of a line is not billed yet. */
const isUnbilled = (data: Purchase): boolean =>
  data.status === 'signed' && data.lines.some((line) => new Decimal(line.billed).lt(line.quantity))

const useActions = (data: Purchase | undefined): RecordAction[] => {
  const { t } = useWords(purchasingWords)
  const tabs = useTabs()
  if (!data) return []
  const { id, status, supplierId, revision } = data
  return [
    {
      name: 'purchasing-action.factory-bill',
      permission: 'bill.post',
      shown: isUnbilled(data),
      onClick: () => tabs.open('bill', { kind: 'factory', partyId: supplierId, contractId: id }),
    },
    asks('sign-purchase-contract', {
      text: t('purchasing.sign-text'),
      shown: status === 'draft',
      primary: true,
      date: 'signedOn',
      input: (at, { date }) => ({ ...at, signedOn: date }),
    }),
    asks('void-purchase-contract', {
      text: t('purchasing.void-text'),
      shown: status === 'signed',
      danger: true,
      reason: 'required',
      input: (at, { reason }) => ({ ...at, reason }),
    }),
    discards('discard-purchase-contract', { text: t('purchasing.discard-text'), shown: status === 'draft', revision }),
  ]
}

export const PurchaseContractPage = ({ params }: { params: Params }) => {
  const may = useMay()
  const viewer = useViewer()
  const version = params.version === undefined ? undefined : Number(params.version)
  const saving = useCommand('save-purchase-contract')
  const begun = params.id === undefined && (params.contractId !== undefined || params.dealId !== undefined)
  const record = useRecord('purchase-contract', params, {
    input: { version },
    formValuesOf,
    empty: () => emptyPurchase({ ownerId: viewer.id, today: viewer.today, currency: viewer.company.baseCurrency }),
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
  })
  const { data, form } = record
  const older = isOlder(data)
  const actions = useActions(data)
  const [choosing, setChoosing] = useState(false)
  const offered = useBegun(begun && !form.dirty, params, form, () => setChoosing(true))
  const costs = may('cost.view')
  const draft = data === undefined || data.status === 'draft'
  // Without the prices a contract cannot be written, only read.
  const readOnly = !draft || (data !== undefined && !(may('purchase-contract.edit') && costs))
  const preview = usePreview(form.value, costs && may('purchase-contract.create'), data?.id)
  const { value } = form
  const choose = (lines: LineToPurchase[]) => {
    const supplierId = value.supplierId ?? lines.find((l) => l.supplierId !== null)?.supplierId ?? null
    form.set({ lines: withChosen(value.lines, lines), supplierId })
    if (supplierId !== null && value.supplierId === null) void supplierTerms(supplierId, value.contractDate, value).then(form.set)
    setChoosing(false)
  }
  const figures: KeyFigure[] = costs
    ? [
        { name: 'field.purchase-contracts.total', money: preview?.total ?? data?.total ?? null },
        { name: 'field.purchase-contract.net', money: preview?.net ?? null },
        { name: 'field.vat', money: preview?.vat ?? null },
        { name: 'field.refund', money: preview?.refund ?? null },
        { name: 'field.totalBase', money: preview?.totalBase ?? data?.totalBase ?? null },
      ]
    : []
  return (
    <ContractDocument record={record} figures={figures} actions={actions} readOnly={readOnly} warnings={preview?.warnings}>
      <PartiesSection form={form} data={data} readOnly={readOnly} onSupplier={offered.describeFor} />
      <PurchaseLines form={form} data={data} preview={preview} costs={costs} open={!readOnly} onAddLines={() => setChoosing(true)} />
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      {data && !older && <Panels on="purchase-contract" place="sections" id={data.id} status={data.status} />}
      {data && !older && <RelatedSection data={data} />}
      <MoreSection form={form} data={data} readOnly={readOnly} />
      {choosing && (
        <LinesDialog
          dealId={params.id === undefined ? params.dealId : undefined}
          contractId={params.id === undefined ? params.contractId : undefined}
          supplierId={value.supplierId}
          taken={value.lines.flatMap((l) => (l.salesLineId === null ? [] : [l.salesLineId]))}
          onChoose={choose}
          onClose={() => setChoosing(false)}
        />
      )}
    </ContractDocument>
  )
}
