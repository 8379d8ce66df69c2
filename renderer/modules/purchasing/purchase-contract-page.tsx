// One purchase contract: started from what is left to buy, typed as a draft with VAT and refund, signed, then read with what was billed and shipped.
import { useMemo, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { AmendmentNote, useAmending, versionText, VersionsSection } from '../../records/amendments/index.ts'
import { ApprovalPanel, useSaveAndSubmit } from '../../records/approvals/index.ts'
import { useBegun } from './use-begun.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { DocumentForm, type FormAction, useActing, useForm } from '../../kit/form/index.ts'
import { type KeyFigure, NoPrint } from '../../kit/show/index.ts'
import { supplierTerms } from '../../records/terms/index.ts'
import { Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { LinesDialog } from './lines-dialog.tsx'
import { type Asking, PurchaseDialogs } from './purchase-dialogs.tsx'
import { PurchaseLines } from './purchase-lines.tsx'
import { DeliverySection, MoreSection, PartiesSection, RelatedSection } from './purchase-sections.tsx'
import {
  emptyPurchase,
  inputOf,
  type LineToPurchase,
  type Purchase,
  type PurchaseFormValues,
  formValuesOf,
  withChosen,
} from './purchase-form-values.ts'
import { usePreview } from './use-preview.ts'

/** Something of a line is not billed yet. */
const isUnbilled = (data: Purchase | undefined): boolean =>
  data?.status === 'signed' && data.lines.some((line) => new Decimal(line.billed).lt(line.quantity))

const actionsFor = (data: Purchase | undefined, ask: (asking: Asking) => void, bill: () => void): FormAction[] => [
  { name: 'purchasing-action.factory-bill', permission: 'bill.post', shown: isUnbilled(data), onClick: bill },
  {
    name: 'command.sign-purchase-contract',
    permission: 'purchase-contract.sign',
    shown: data?.status === 'draft',
    primary: true,
    onClick: () => ask('sign'),
  },
  {
    name: 'command.void-purchase-contract',
    permission: 'purchase-contract.void',
    shown: data?.status === 'signed',
    onClick: () => ask('void'),
  },
  {
    name: 'command.discard-purchase-contract',
    permission: 'purchase-contract.edit',
    shown: data?.status === 'draft',
    onClick: () => ask('discard'),
  },
]

export const PurchaseContractPage = ({ params }: { params: Params }) => {
  const { name } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const viewer = useViewer()
  const version = params.version === undefined ? undefined : Number(params.version)
  const read = useOfficeQuery('purchase-contract', { id: params.id ?? '', version }, { enabled: params.id !== undefined })
  const { data } = read
  /** An older version is only read. */
  const older = data !== undefined && data.version !== data.inForce
  const amending = useAmending('purchase-contract', data)
  const saving = useCommand('save-purchase-contract')
  const begun = params.id === undefined && (params.contractId !== undefined || params.dealId !== undefined)
  const seen = useMemo(() => data && { id: data.id, revision: data.revision, value: formValuesOf(data) }, [data])
  const form = useForm<PurchaseFormValues, CommandOutcome<'save-purchase-contract'>>({
    empty: () => emptyPurchase({ ownerId: viewer.id, today: viewer.today, currency: viewer.company.baseCurrency }),
    seen,
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
    onSaved: (outcome, at) => {
      if (at.isNew) tabs.become('purchase-contract', { id: outcome.id })
    },
  })
  const [asking, setAsking] = useState<Asking>(null)
  const offered = useBegun(begun && !form.dirty, params, form, () => setAsking('lines'))
  const submit = useSaveAndSubmit('purchase-contract', form, data === undefined || data.status === 'draft')
  const act = useActing(form)
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
    setAsking(null)
  }
  const factoryBill = () => data && tabs.open('bill', { kind: 'factory', partyId: data.supplierId, contractId: data.id })
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
    <DocumentForm
      form={form}
      title={name('record.purchase-contract')}
      number={data && (data.inForce > 1 || older ? `${data.number} ${versionText(data.version)}` : data.number)}
      status={
        older ? { group: 'version-state', value: 'superseded' } : { group: 'purchase-contract-status', value: data?.status ?? 'draft' }
      }
      figures={figures}
      actions={[submit, ...actionsFor(older ? undefined : data, setAsking, factoryBill), ...amending.actions]}
      readOnly={readOnly}
      loading={read.loading}
      problem={read.problem}
      savePermission="purchase-contract.create"
      warnings={draft ? preview?.warnings : undefined}
      printable={!draft}
    >
      <NoPrint>
        {data && <AmendmentNote kind="purchase-contract" data={data} />}
        {data && !older && <ApprovalPanel kind="purchase-contract" documentId={data.id} revision={data.revision} unsaved={form.dirty} />}
      </NoPrint>
      <PartiesSection form={form} data={data} readOnly={readOnly} onSupplier={offered.describeFor} />
      <PurchaseLines form={form} data={data} preview={preview} costs={costs} open={!readOnly} onAddLines={() => setAsking('lines')} />
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      <NoPrint>
        {data && !older && <Panels on="purchase-contract" place="sections" id={data.id} status={data.status} />}
        {data && !older && <RelatedSection data={data} />}
      </NoPrint>
      <MoreSection form={form} data={data} readOnly={readOnly} />
      <NoPrint>{data && <VersionsSection kind="purchase-contract" data={data} />}</NoPrint>
      {amending.dialog}
      {asking === 'lines' ? (
        <LinesDialog
          dealId={params.id === undefined ? params.dealId : undefined}
          contractId={params.id === undefined ? params.contractId : undefined}
          supplierId={value.supplierId}
          taken={value.lines.flatMap((l) => (l.salesLineId === null ? [] : [l.salesLineId]))}
          onChoose={choose}
          onClose={() => setAsking(null)}
        />
      ) : (
        <PurchaseDialogs asking={asking} act={act} form={form} data={data} onClose={() => setAsking(null)} />
      )}
    </DocumentForm>
  )
}
