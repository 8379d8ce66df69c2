// One sales contract: typed as a draft with live totals, signed, then read with what was purchased and shipped of it.
import { useMemo, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { AmendmentNote, useAmending, versionText, VersionsSection } from '../../records/amendments/index.ts'
import { ApprovalPanel, useSaveAndSubmit } from '../../records/approvals/index.ts'
import { DocumentForm, type FormAction, useActing, useEnteredBefore, useForm } from '../../kit/form/index.ts'
import { type KeyFigure, NoPrint } from '../../kit/show/index.ts'
import { InstalmentsSection, useFirstTerms } from '../../records/terms/index.ts'
import { Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { type Asking, ContractDialogs } from './contract-dialogs.tsx'
import { DeliverySection, MoreSection, PartiesSection, RelatedSection } from './contract-sections.tsx'
import { SalesLines } from './sales-lines.tsx'
import { type Contract, emptyContract, inputOf, type ContractFormValues, formValuesOf } from './contract-form-values.ts'
import { usePreview } from './use-preview.ts'
import { contractsWords } from './words.ts'

const useActions = (data: Contract | undefined, ask: (asking: Asking) => void): FormAction[] => {
  const { t } = useWords(contractsWords)
  const tabs = useTabs()
  if (!data) return []
  const { id, status, customerId, currency, dealId } = data
  return [
    {
      name: 'command.sign-sales-contract',
      permission: 'sales-contract.sign',
      shown: status === 'draft',
      primary: true,
      onClick: () => ask('sign'),
    },
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
    {
      name: 'command.void-sales-contract',
      permission: 'sales-contract.void',
      shown: status === 'signed',
      onClick: () => ask('void'),
    },
    {
      name: 'command.discard-sales-contract',
      permission: 'sales-contract.edit',
      shown: status === 'draft',
      onClick: () => ask('discard'),
    },
  ]
}

export const SalesContractPage = ({ params }: { params: Params }) => {
  const { name } = useWords(contractsWords)
  const tabs = useTabs()
  const may = useMay()
  const viewer = useViewer()
  const version = params.version === undefined ? undefined : Number(params.version)
  const read = useOfficeQuery('sales-contract', { id: params.id ?? '', version }, { enabled: params.id !== undefined })
  const { data } = read
  const saving = useCommand('save-sales-contract')
  const [asking, setAsking] = useState<Asking>(null)
  const seen = useMemo(() => data && { id: data.id, revision: data.revision, value: formValuesOf(data) }, [data])
  const form = useForm<ContractFormValues, CommandOutcome<'save-sales-contract'>>({
    empty: () =>
      emptyContract({ ownerId: viewer.id, today: viewer.today, currency: 'USD', dealId: params.dealId, customerId: params.customerId }),
    seen,
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
    onSaved: (outcome, at) => {
      if (at.isNew) tabs.become('sales-contract', { id: outcome.id })
    },
  })
  useFirstTerms(params.id === undefined, form, form.value.contractDate)
  const act = useActing(form)
  /** An older version is only read. */
  const older = data !== undefined && data.version !== data.inForce
  const amending = useAmending('sales-contract', data)
  const submit = useSaveAndSubmit('sales-contract', form, data === undefined || data.status === 'draft')
  const actions = [submit, ...useActions(older ? undefined : data, setAsking), ...amending.actions]
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
    <DocumentForm
      form={form}
      title={name('record.sales-contract')}
      number={data && (data.inForce > 1 || older ? `${data.number} ${versionText(data.version)}` : data.number)}
      status={older ? { group: 'version-state', value: 'superseded' } : { group: 'sales-contract-status', value: data?.status ?? 'draft' }}
      figures={figures}
      actions={actions}
      readOnly={readOnly}
      loading={read.loading}
      problem={read.problem}
      savePermission="sales-contract.create"
      warnings={draft ? [...(preview?.warnings ?? []), ...before] : undefined}
      printable={!draft}
    >
      <NoPrint>
        {data && <AmendmentNote kind="sales-contract" data={data} />}
        {data && !older && <ApprovalPanel kind="sales-contract" documentId={data.id} revision={data.revision} unsaved={form.dirty} />}
        {data?.status !== 'void' && !older && (
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
        )}
      </NoPrint>
      <PartiesSection form={form} data={data} readOnly={readOnly} />
      <SalesLines form={form} data={data} amounts={amounts} total={total} />
      {preview && !older && <InstalmentsSection instalments={preview.instalments} />}
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      <NoPrint>{data && !older && <RelatedSection data={data} />}</NoPrint>
      <MoreSection form={form} data={data} readOnly={readOnly} />
      <NoPrint>{data && <VersionsSection kind="sales-contract" data={data} />}</NoPrint>
      {amending.dialog}
      <ContractDialogs asking={asking} act={act} form={form} data={data} onClose={() => setAsking(null)} />
    </DocumentForm>
  )
}
