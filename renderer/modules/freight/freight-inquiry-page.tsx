// One freight inquiry (运费询价): route and cargo, who is asked, their quotes side by side, the choice and its approval.
import { Alert, Skeleton } from '@mui/material'
import { useState } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { ApprovalPanel } from '../../records/approvals/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import type { KeyFigure } from '../../kit/show/index.ts'
import { asks, DocumentPage, useRecord } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import { useChoosing } from './use-choosing.ts'
import { Comparison } from './comparison.tsx'
import { type Asking, QuoteDialogs } from './quote-dialogs.tsx'
import { InquirySections } from './inquiry-sections.tsx'
import {
  type Asked,
  type Deed,
  emptyInquiry,
  forShipment,
  inputOf,
  type Inquiry,
  isOpen,
  type InquiryFormValues,
  formValuesOf,
} from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

/** How many quotes count of how many are needed, the lowest, and what is chosen. */
const useFigures = (data: Inquiry | undefined): KeyFigure[] => {
  const { t } = useWords(freightWords)
  if (!data) return []
  const lowest = data.forwarders.find((f) => f.quote?.id === data.cheapest)?.quote?.compared ?? null
  const { chosen } = data
  return [
    {
      name: 'field.quotesValid',
      text: data.required ? `${data.valid} / ${data.needed}` : String(data.valid),
      alarm: data.missing > 0 && isOpen(data.status),
    },
    { name: 'field.bestBase', money: lowest },
    ...(chosen
      ? [
          { name: 'field.chosenBase', money: chosen.totalBase },
          {
            name: 'field.freight-inquiries.validTo',
            text: chosen.expired ? t('freight.ran-out', { on: chosen.validTo }) : chosen.validTo,
            alarm: chosen.expired,
          },
        ]
      : []),
  ]
}

const Choice = ({ inquiry }: { inquiry: Inquiry }) => {
  const { t } = useWords(freightWords)
  const { chosen } = inquiry
  if (!chosen) return null
  const amounts = chosen.amounts.map((m: Money) => moneyShown(m)).join(' + ')
  return (
    <Alert severity={chosen.expired ? 'warning' : 'success'} variant="outlined" icon={false} sx={{ py: 0.25 }}>
      {t('freight.choice', { forwarder: chosen.forwarderName, amounts, on: chosen.on, quotes: chosen.quotesCounted })}
      {chosen.reason !== '' && ` ${t('freight.choice-reason', { reason: chosen.reason })}`}
      {chosen.expired && ` ${t('freight.choice-expired', { on: chosen.validTo })}`}
    </Alert>
  )
}

const useInquiry = (params: Params, first: () => InquiryFormValues) => {
  const saving = useCommand('save-freight-inquiry')
  return useRecord('freight-inquiry', params, {
    keep: true,
    formValuesOf,
    empty: first,
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
  })
}

const InquiryForm = ({ params, first }: { params: Params; first: () => InquiryFormValues }) => {
  const { t, name } = useWords(freightWords)
  const tabs = useTabs()
  const may = useMay()
  const record = useInquiry(params, first)
  const { data, form } = record
  const [asking, setAsking] = useState<Asking | null>(null)
  const { value } = form
  const open = isOpen(data?.status)
  const fixed = !open || (data !== undefined && !may('freight-inquiry.edit'))
  const figures = useFigures(data)
  const enterQuote = async (forwarderId?: string) => {
    const at = form.dirty || form.isNew ? await form.save() : { id: form.id }
    if (at) tabs.open('freight-quote', { inquiryId: at.id, ...(forwarderId === undefined ? {} : { forwarderId }) })
  }
  const choose = useChoosing(form)
  const onDo = (deed: Deed, asked: Asked) => {
    if (deed === 'quote') return void enterQuote(asked.forwarderId)
    // The cheapest needs no reason: it is chosen at once, and where the choice waits for approval it goes there.
    if (deed === 'choose' && asked.quote && asked.quote.id === data?.cheapest) return void choose(asked.quote.id)
    setAsking({ what: deed, asked })
  }
  const mayDo = (deed: Deed) => may(deed === 'choose' ? 'freight-inquiry.choose' : 'freight-inquiry.edit')
  return (
    <DocumentPage
      record={record}
      number={data?.number}
      status={{ group: 'freight-status', value: data?.status ?? 'draft' }}
      figures={figures}
      readOnly={fixed}
      savePermission={data === undefined ? 'freight-inquiry.create' : 'freight-inquiry.edit'}
      actions={[
        {
          name: 'command.register-freight-quote',
          permission: 'freight-inquiry.edit',
          primary: data?.status !== 'chosen',
          shown: open,
          onClick: () => void enterQuote(data === undefined ? value.forwarderIds[0]?.id : undefined),
        },
        asks('close-freight-inquiry', { text: t('freight.close-text'), shown: data !== undefined && open, input: (at) => at }),
        asks('void-freight-inquiry', {
          text: t('freight.void-text'),
          shown: data !== undefined && data.status !== 'void',
          danger: true,
          reason: 'required',
          input: (at, { reason }) => ({ ...at, reason }),
        }),
      ]}
    >
      {data && open && data.missing > 0 && (
        <Alert severity="info" variant="outlined" sx={{ py: 0.25 }}>
          {t(data.missing === 1 ? 'freight.one-missing' : 'freight.missing', {
            missing: data.missing,
            needed: data.needed,
            valid: data.valid,
          })}
        </Alert>
      )}
      {data?.voidReason && (
        <Alert severity="info" variant="outlined" sx={{ py: 0.25 }}>
          {name('freight-status.void')}: {data.voidReason}
        </Alert>
      )}
      {data && <Choice inquiry={data} />}
      {data?.chosen && <ApprovalPanel kind="freight-inquiry" documentId={data.id} revision={data.revision} unsaved={form.dirty} />}
      {data && (
        <FormSection title={t('freight.comparison')} wide>
          <Comparison inquiry={data} may={mayDo} {...(open && !form.peeking ? { onDo } : {})} />
        </FormSection>
      )}
      <InquirySections form={form} data={data} />
      {asking && <QuoteDialogs {...asking} form={form} onClose={() => setAsking(null)} />}
    </DocumentPage>
  )
}

/** A new inquiry for a shipment begins with what the shipment says, so it waits until that has been read. */
const ForShipment = ({ params }: { params: Params }) => {
  const viewer = useViewer()
  const { data, loading } = useOfficeQuery('shipment', { id: params.shipmentId ?? '' })
  if (loading) return <Skeleton variant="rounded" height={240} sx={{ m: 2 }} aria-busy />
  return <InquiryForm params={params} first={() => (data ? forShipment(data) : emptyInquiry(viewer.id))} />
}

export const FreightInquiryPage = ({ params }: { params: Params }) => {
  const viewer = useViewer()
  if (params.id === undefined && params.shipmentId !== undefined) return <ForShipment params={params} />
  return <InquiryForm params={params} first={() => emptyInquiry(viewer.id)} />
}
