// One quotation: typed as a draft with live totals, packing and profit; sent, revised, and made a contract.
import { useState } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask, type Params, useCommand, useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { isDecimal, percentShown } from '../../kit/format/index.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { InstalmentsSection, useFirstTerms } from '../../records/terms/index.ts'
import { Panels } from '../../records/index.ts'
import { asks, discards, DocumentPage, opens, type RecordAction, useRecord } from '../../records/document/index.ts'
import { useEnteredBefore } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { PriceDialog } from './price-dialog.tsx'
import { ConfirmQuotation, ReviseQuotation } from './quotation-dialogs.tsx'
import { QuotationLines } from './quotation-lines.tsx'
import { CostsSection, DeliverySection, MoreSection, PackingSection, PartiesSection, VersionsSection } from './quotation-sections.tsx'
import {
  emptyQuotation,
  inputOf,
  previewOf,
  type Quotation,
  type LineFormValues,
  formValuesOf,
  type QuotationFormValues,
} from './quotation-form-values.ts'
import { quotationsWords } from './words.ts'

/** What is typed comes to, by the office's own rules. Nothing until currency and rate are there. */
const usePreview = (value: QuotationFormValues, costs: boolean) => {
  const asked = useDebounced(previewOf(value, costs))
  const ready = asked.currency !== '' && isDecimal(asked.rate, 8)
  const read = useOfficeQuery('preview-quotation', asked, { enabled: ready, keep: true })
  return ready ? read.data : undefined
}

const useActions = (data: Quotation | undefined): RecordAction[] => {
  const { t } = useWords(quotationsWords)
  const { status, contract } = data ?? { status: 'draft' as const, contract: null }
  return [
    asks('send-quotation', {
      text: t('quotations.send-text'),
      shown: status === 'draft',
      primary: true,
      date: 'sentOn',
      input: (at, { date }) => ({ ...at, sentOn: date }),
    }),
    opens('confirm-quotation', {
      shown: status === 'sent' || (status === 'confirmed' && contract === null),
      primary: true,
      dialog: (asked) => <ConfirmQuotation {...asked} data={data} />,
    }),
    opens('revise-quotation', {
      shown: status === 'sent' || status === 'lost',
      dialog: ({ onClose }) => <ReviseQuotation data={data} onClose={onClose} />,
    }),
    asks('lose-quotation', {
      text: t('quotations.lose-text'),
      shown: status === 'sent',
      reason: 'required',
      input: (at, { reason }) => ({ ...at, reason }),
    }),
    discards('discard-quotation', {
      text: t('quotations.discard-text'),
      shown: data !== undefined && status === 'draft',
      revision: data?.revision,
    }),
  ]
}

/** Puts what the products of the lines cost most lately beside them. */
const withLatestCosts = async (lines: LineFormValues[]): Promise<LineFormValues[]> => {
  const productIds = [...new Set(lines.flatMap((l) => (l.productId === null ? [] : [l.productId])))]
  const answer = await ask({ kind: 'query', name: 'costs-of-products', input: { productIds } })
  if (!answer.ok) return lines
  const known = new Map((answer.value as QueryOutput<'costs-of-products'>).map((c) => [c.productId, c]))
  return lines.map((line) => {
    const found = known.get(line.productId ?? '')
    return found ? { ...line, cost: found.cost, vatRate: found.vatRate, refundRate: found.refundRate } : line
  })
}

export const QuotationPage = ({ params }: { params: Params }) => {
  const { t } = useWords(quotationsWords)
  const may = useMay()
  const viewer = useViewer()
  const costs = may('cost.view')
  const saving = useCommand('save-quotation')
  const [pricing, setPricing] = useState(false)
  const record = useRecord('quotation', params, {
    formValuesOf,
    empty: () => emptyQuotation({ ownerId: viewer.id, today: viewer.today, customerId: params.customerId }),
    save: (value, at) => saving.run({ ...inputOf(value, costs), id: at.id, revision: at.revision }),
  })
  const { data, form } = record
  useFirstTerms(params.id === undefined, form, form.value.quotedOn)
  const actions = useActions(data)
  const draft = data === undefined || data.status === 'draft'
  const readOnly = !draft || (data !== undefined && !may('quotation.edit'))
  const preview = usePreview(form.value, costs)
  const inquiry = { number: form.value.inquiryNumber, of: form.value.customerId, exceptId: data?.id ?? null }
  const before = useEnteredBefore({ what: 'customer-inquiry', ...inquiry }, draft)
  const figures: KeyFigure[] = [
    { name: 'field.total', money: (draft ? preview?.total : undefined) ?? data?.total ?? null },
    { name: 'field.totalBase', money: (draft ? preview?.totalBase : undefined) ?? data?.totalBase ?? null },
    ...(preview?.profit ? [{ name: 'field.quotations.profit', money: preview.profit }] : []),
    ...(preview?.margin ? [{ name: 'field.margin', text: percentShown(preview.margin) }] : []),
    ...(data?.expired === true ? [{ label: t('quotations.expired'), text: data.validUntil, alarm: true }] : []),
  ]
  return (
    <DocumentPage
      record={record}
      number={data?.number}
      status={{ group: 'quotation-status', value: data?.status ?? 'draft' }}
      figures={figures}
      actions={actions}
      readOnly={readOnly}
      savePermission="quotation.create"
      warnings={draft ? [...(preview?.warnings ?? []), ...before] : undefined}
    >
      <Panels on="quotation" place="notes" customerId={form.value.customerId} addition={draft ? preview?.total : data?.total} />
      <PartiesSection form={form} data={data} readOnly={readOnly} />
      <QuotationLines
        form={form}
        data={data}
        preview={preview}
        costs={costs}
        open={!readOnly}
        onPrice={() => setPricing(true)}
        onCosts={() => void withLatestCosts(form.value.lines).then((lines) => form.set({ lines }))}
      />
      {preview && <PackingSection packing={preview.packing} />}
      {costs && <CostsSection form={form} data={data} readOnly={readOnly} />}
      {preview && <InstalmentsSection instalments={preview.instalments} />}
      <DeliverySection form={form} data={data} readOnly={readOnly} />
      {data && <VersionsSection data={data} />}
      <MoreSection form={form} data={data} readOnly={readOnly} />
      {pricing && (
        <PriceDialog
          value={form.value}
          onTake={(lineId, taken) => form.set({ lines: form.value.lines.map((l) => (l.id === lineId ? { ...l, ...taken } : l)) })}
          onClose={() => setPricing(false)}
        />
      )}
    </DocumentPage>
  )
}
