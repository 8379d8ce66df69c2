// Entering what a forwarder offers: validity, days, and one line for each charge, calculated by the office while one types.
import { Alert, Skeleton } from '@mui/material'
import { useMemo, useRef } from 'react'
import { CHARGE_BASES, CHARGE_KINDS } from '../../../preload/contract/modules/freight/calls.ts'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand, useOfficeQuery, useTabs } from '../../client/index.ts'
import { DateField, DecimalField, LongTextField } from '../../kit/fields/index.ts'
import { DocumentForm, FormSection, LineGrid, type LineColumn, useForm, useDebounced } from '../../kit/form/index.ts'
import { decimalShown, moneyShown } from '../../kit/format/index.ts'
import { DataLine, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { PartyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Inquiry } from './inquiry-form-values.ts'
import { emptyQuote, newCharge, quoteInputOf, saidLines, type ChargeFormValues, type QuoteFormValues } from './quote-form-values.ts'
import { freightWords } from './words.ts'

type Preview = QueryOutput<'preview-freight-quote'> | undefined

const useColumns = (inquiry: Inquiry, preview: Preview): LineColumn<ChargeFormValues>[] => {
  const { t, name } = useWords(freightWords)
  return useMemo(() => {
    const calculated = new Map(preview?.lines.map((l) => [l.id, l]))
    const typeColumn: LineColumn<ChargeFormValues>[] =
      inquiry.cargoLoad === 'lcl' ? [] : [{ field: 'containerType', kind: 'text', width: 110, label: t('freight.only-type') }]
    return [
      { field: 'kind', kind: 'enum', group: 'charge-kind', values: CHARGE_KINDS, width: 120 },
      { field: 'name', kind: 'text', width: 160, grow: true, label: t('freight.charge-name') },
      ...typeColumn,
      { field: 'basis', kind: 'enum', group: 'charge-basis', values: CHARGE_BASES, width: 120 },
      { field: 'currency', kind: 'text', width: 80 },
      { field: 'amount', kind: 'money', currency: (line) => line.currency, signed: true, width: 120 },
      {
        field: 'times',
        kind: 'shown',
        figure: true,
        width: 80,
        label: name('field.times'),
        text: (line) => {
          const times = calculated.get(line.id)?.times
          return times === undefined ? '' : `× ${decimalShown(times)}`
        },
      },
      { field: 'total', kind: 'shown', width: 130, label: name('field.total'), money: (line) => calculated.get(line.id)?.total },
    ]
  }, [inquiry.cargoLoad, preview, t, name])
}

const CURRENCY = /^[A-Z]{3}$/
/** What is typed so far, by the office's own rules; lines it could not read are left out. */
const usePreview = (inquiry: Inquiry, value: QuoteFormValues): Preview => {
  const lines = useDebounced(saidLines(value.lines).filter((line) => CURRENCY.test(line.currency)))
  return useOfficeQuery('preview-freight-quote', { inquiryId: inquiry.id, lines }, { keep: true }).data
}

const QuoteForm = ({ inquiry, forwarderId }: { inquiry: Inquiry; forwarderId: string | null }) => {
  const { t, name } = useWords(freightWords)
  const tabs = useTabs()
  const saving = useCommand('register-freight-quote')
  const goOn = useRef(false)
  const form = useForm<QuoteFormValues, CommandOutcome<'register-freight-quote'>>({
    empty: () => emptyQuote(inquiry, forwarderId),
    save: (value, at) => saving.run({ ...quoteInputOf(value), id: at.id, inquiryId: inquiry.id, revision: inquiry.revision }),
    onSaved: () => {
      tabs.close()
      if (goOn.current && next) tabs.open('freight-quote', { inquiryId: inquiry.id, forwarderId: next.forwarderId })
      else tabs.open('freight-inquiry', { id: inquiry.id })
    },
  })
  const { value } = form
  // Whose answer is still out: quotes that came together are entered one after the other.
  const next = inquiry.forwarders.find((f) => f.forwarderId !== value.forwarderId && f.quote === null && f.state !== 'declined')
  const preview = usePreview(inquiry, value)
  const columns = useColumns(inquiry, preview)
  const asked = inquiry.forwarders.find((f) => f.forwarderId === value.forwarderId)
  return (
    <DocumentForm
      form={form}
      title={name('record.freight-quote')}
      number={[inquiry.number, asked?.name].filter(Boolean).join(' · ')}
      savePermission="freight-inquiry.edit"
      actions={[
        {
          label: t('freight.save-and-next', { forwarder: next?.name ?? '' }),
          permission: 'freight-inquiry.edit',
          shown: next !== undefined,
          onClick: () => {
            goOn.current = true
            void form.save().then(() => {
              goOn.current = false
            })
          },
        },
      ]}
      figures={[
        { name: 'field.freight-quotes.totalBase', money: preview?.totalBase ?? null },
        { label: t('freight.amounts'), text: preview?.amounts.map(moneyShown).join(' + ') ?? '' },
      ]}
    >
      <FormSection>
        <DataLine label={name('field.inquiry')}>
          <RecordLink route="freight-inquiry" id={inquiry.id}>
            {inquiry.number}
          </RecordLink>
        </DataLine>
        <DataLine label={name('field.route')}>
          {inquiry.portOfLoading} → {inquiry.portOfDischarge}
        </DataLine>
        <PartyField
          {...form.field('forwarderId')}
          kind="vendor"
          vendorKind="forwarder"
          shown={asked?.name}
          required
          autoFocus={forwarderId === null}
        />
        <PartyField {...form.field('carrierId')} kind="vendor" vendorKind="carrier" />
        <DateField {...form.field('validFrom')} />
        <DateField {...form.field('validTo')} required autoFocus={forwarderId !== null} />
        <DecimalField {...form.field('transitDays')} places={0} />
        <DecimalField {...form.field('freeDays')} places={0} />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
      {asked?.quote && (
        <Alert severity="info" variant="outlined" sx={{ py: 0.25 }}>
          {t('freight.replaces', { on: asked.quote.quotedOn })}
        </Alert>
      )}
      {preview && preview.missingRate !== null && (
        <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
          {t('freight.no-rate', { currency: preview.missingRate })}
        </Alert>
      )}
      <LineGrid
        {...form.field('lines')}
        columns={columns}
        most={60}
        newLine={() => newCharge({ currency: value.lines.at(-1)?.currency ?? 'USD' })}
      />
    </DocumentForm>
  )
}

export const FreightQuotePage = ({ params }: { params: Params }) => {
  const { data, problem, loading } = useOfficeQuery('freight-inquiry', { id: params.inquiryId ?? '' }, { keep: true })
  if (data) return <QuoteForm inquiry={data} forwarderId={params.forwarderId ?? null} />
  return loading ? <Skeleton variant="rounded" height={240} sx={{ m: 2 }} aria-busy /> : <ProblemNote problem={problem} />
}
