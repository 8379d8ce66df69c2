// One sales contract: typed as a draft with live totals, signed, then read with what was purchased and shipped of it.
import { useMemo } from 'react'
import { type Params, useCommand, useMay, useTabs, useViewer } from '../../client/index.ts'
import { ContractDocument, isOlder } from '../../records/amendments/index.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { InstalmentsSection, useFirstTerms } from '../../records/terms/index.ts'
import { Panels } from '../../records/index.ts'
import { asks, discards, type RecordAction, useRecord } from '../../records/document/index.ts'
import { useEnteredBefore } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { DeliverySection, MoreSection, PartiesSection, RelatedSection } from './contract-sections.tsx'
import { SalesLines } from './sales-lines.tsx'
import { type Contract, emptyContract, inputOf, formValuesOf } from './contract-form-values.ts'
import { usePreview } from './use-preview.ts'
import { contractsWords } from './words.ts'

const useActions = (data: Contract | undefined): RecordAction[] => {
  const { t } = useWords(contractsWords)
  const tabs = useTabs()
  if (!data) return []
  const { id, status, customerId, currency, dealId, revision } = data
  return [
    asks('sign-sales-contract', {
      text: t('contracts.sign-text'),
      shown: status === 'draft',
      primary: true,
      date: 'signedOn',
      input: (at, { date }) => ({ ...at, signedOn: date }),
    }),
    {
      label: t('contracts.make-purchase'),
      permission: 'purchase-contract.create',
      shown: status === 'signed',
      onClick: () => tabs.open('purchase-contract', { contractId: id }),
    },
    {
      label: t('contracts.make-shipment'),
      permission: 'shipment.create',
      shown: status === 'signed',
      onClick: () => tabs.open('shipment', { contractId: id, customerId, currency }),
    },
    {
      name: 'query.deal-profit',
      permission: 'profit.view',
      shown: status === 'signed',
      onClick: () => void tabs.openRecord('deal-profit', dealId),
    },
    { label: t('contracts.open-deal'), permission: 'deal.view', onClick: () => void tabs.openRecord('deal', dealId) },
    asks('void-sales-contract', {
      text: t('contracts.void-text'),
      shown: status === 'signed',
      danger: true,
      reason: 'required',
      input: (at, { reason }) => ({ ...at, reason }),
    }),
    discards('discard-sales-contract', { text: t('contracts.discard-text'), shown: status === 'draft', revision }),
  ]
}

export const SalesContractPage = ({ params }: { params: Params }) => {
  const may = useMay()
  const viewer = useViewer()
  const version = params.version === undefined ? undefined : Number(params.version)
  const saving = useCommand('save-sales-contract')
  const record = useRecord('sales-contract', params, {
    input: { version },
    formValuesOf,
    empty: () =>
      emptyContract({ ownerId: viewer.id, today: viewer.today, currency: 'USD', dealId: params.dealId, customerId: params.customerId }),
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
  })
  const { data, form } = record
  useFirstTerms(params.id === undefined, form, form.value.contractDate)
  const older = isOlder(data)
  const actions = useActions(data)
  const draft = data === undefined || data.status === 'draft'
  const readOnly = !draft || (data !== undefined && !may('sales-contract.edit'))
  const preview = usePreview(form.value, data?.status === 'signed' && !older ? data.id : undefined)
  const amounts = useMemo(() => new Map(draft ? preview?.lines.map((l) => [l.id, l.amount]) : []), [preview, draft])
  const order = { number: form.value.buyerOrderNumber, of: form.value.customerId, exceptId: data?.id ?? null }
  const before = useEnteredBefore({ what: 'buyer-order', ...order }, draft)
  const total = (draft ? preview?.total : undefined) ?? data?.total
  const figures: KeyFigure[] = [
    { name: 'field.total', money: total ?? null },
    { name: 'field.totalBase', money: (draft ? preview?.totalBase : undefined) ?? data?.totalBase ?? null },
    ...(data?.advances ?? []).map((money) => ({ name: 'field.advances', money })),
  ]
  return (
    <ContractDocument
      record={record}
      figures={figures}
      actions={actions}
      readOnly={readOnly}
      warnings={[...(preview?.warnings ?? []), ...before]}
      notes={
        data?.status !== 'void' && (
          <Panels
            on="sales-contract"
            place="notes"
            id={data?.id}
            status={data?.status}
            dealId={data?.dealId}
            customerId={form.value.customerId}
            currency={data?.currency}
            addition={draft ? preview?.total : undefined}
          />
        )
      }
    >
      <PartiesSection form={form} data={data} readOnly={readOnly} />
      <SalesLines form={form} data={data} amounts={amounts} total={total} />
      {preview && !older && <InstalmentsSection instalments={preview.instalments} />}
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      {data && !older && <RelatedSection data={data} />}
      <MoreSection form={form} data={data} readOnly={readOnly} />
    </ContractDocument>
  )
}
