// The head of a quotation: for whom, how delivered and paid, what it costs beside the goods; its packing, its versions.
import { Box } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useViewer } from '../../client/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField, PaymentTermField, PercentField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { DataLine, MoneyText, RecordLink, StatusChip } from '../../kit/show/index.ts'
import { customerTerms, DeliveryTermFields, rateOn, useFollowingRate, useRateHelp } from '../../records/terms/index.ts'
import { CurrencyField, PartyField, PortField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Quotation, QuotationFormValues } from './quotation-form-values.ts'
import { quotationsWords } from './words.ts'

type Props = { form: Form<QuotationFormValues>; data: Quotation | undefined; readOnly: boolean }

export const PartiesSection = ({ form, data, readOnly }: Props) => {
  const { t, name } = useWords(quotationsWords)
  const { value } = form
  const rateHelp = useRateHelp({ ...value, on: value.quotedOn }, readOnly)
  useFollowingRate({ ...value, on: value.quotedOn }, form.set, readOnly)
  const changeCurrency = (currency: string) => {
    form.set({ currency })
    if (currency !== value.currency) void rateOn(currency, value.quotedOn).then((rate) => form.set({ rate }))
  }
  return (
    <FormSection title={t('quotations.parties')}>
      <PartyField
        {...form.field('customerId')}
        kind="customer"
        shown={data?.customerName}
        required
        autoFocus={data === undefined && value.customerId === null}
        onPick={(row) => row && void customerTerms(row.id, value.quotedOn, value).then(form.set)}
      />
      <TextField {...form.field('inquiryNumber')} />
      <DateField {...form.field('quotedOn')} fact required />
      <DateField {...form.field('validUntil')} required />
      <CurrencyField {...form.field('currency')} required onChange={changeCurrency} />
      <DecimalField {...form.field('rate')} places={8} required help={rateHelp} />
      <UserField {...form.field('ownerId')} label={name('field.quotation.ownerId')} shown={data?.ownerName} required />
      {data?.sentOn && <DataLine label={name('field.sentOn')}>{data.sentOn}</DataLine>}
      {data?.lostReason && (
        <DataLine label={name('field.lostReason')} span={2}>
          {data.lostReason}
        </DataLine>
      )}
      {data?.contract && (
        <DataLine label={name('record.sales-contract')}>
          <RecordLink route="sales-contract" id={data.contract.id}>
            {data.contract.number}
          </RecordLink>
        </DataLine>
      )}
    </FormSection>
  )
}

export const DeliverySection = ({ form }: Props) => {
  const { t } = useWords(quotationsWords)
  return (
    <FormSection title={t('quotations.delivery')}>
      <DeliveryTermFields field={form.field} />
      <PortField {...form.field('portOfLoading')} />
      <PortField {...form.field('portOfDischarge')} />
      <TextField {...form.field('delivery')} />
      <PaymentTermField {...form.field('paymentTerm')} required />
      <PercentField {...form.field('commissionRate')} />
    </FormSection>
  )
}

type Packing = QueryOutput<'preview-quotation'>['packing']
/** Cartons, volume and weight of all lines whose products say how they are packed. */
export const PackingSection = ({ packing }: { packing: Packing }) => {
  const { t, name } = useWords(quotationsWords)
  const { cartons, volume, grossWeight } = packing
  if (cartons === null) return null
  return (
    <FormSection title={t('quotations.packing')}>
      <DataLine label={name('field.cartons')}>{decimalShown(String(cartons))}</DataLine>
      <DataLine label={t('quotations.volume')}>{volume === null ? '–' : `${decimalShown(volume)} m³`}</DataLine>
      <DataLine label={t('quotations.gross-weight')}>{grossWeight === null ? '–' : `${decimalShown(grossWeight)} kg`}</DataLine>
    </FormSection>
  )
}

/** What the offer costs beside the goods; only for who may see costs. */
export const CostsSection = ({ form }: Props) => {
  const { t, name } = useWords(quotationsWords)
  const { company } = useViewer()
  const { currency } = form.value
  return (
    <FormSection title={t('quotations.costs')}>
      <MoneyField {...form.field('freight')} label={name('field.quotation.freight')} currency={currency} />
      <MoneyField {...form.field('insurance')} label={name('field.quotation.insurance')} currency={currency} />
      <MoneyField {...form.field('domestic')} label={name('field.quotation.domestic')} currency={company.baseCurrency} />
    </FormSection>
  )
}

export const MoreSection = ({ form }: Props) => {
  const { t } = useWords(quotationsWords)
  return (
    <FormSection title={t('quotations.more')}>
      <LongTextField {...form.field('clauses')} span={2} />
      <LongTextField {...form.field('remark')} span={2} />
    </FormSection>
  )
}

/** Every version with its state; any of them opens. */
export const VersionsSection = ({ data }: { data: Quotation }) => {
  const { t } = useWords(quotationsWords)
  if (data.versions.length < 2) return null
  return (
    <FormSection title={t('quotations.versions')}>
      {data.versions.toReversed().map((v) => (
        <DataLine key={v.id} label={v.quotedOn}>
          <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
            {v.id === data.id ? (
              <b>{v.number}</b>
            ) : (
              <RecordLink route="quotation" id={v.id}>
                {v.number}
              </RecordLink>
            )}
            <StatusChip group="quotation-status" value={v.status} />
            <MoneyText money={v.total} />
          </Box>
        </DataLine>
      ))}
    </FormSection>
  )
}
