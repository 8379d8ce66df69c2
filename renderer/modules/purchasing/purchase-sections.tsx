// The head of a purchase contract: who with, how delivered and paid, what else; and the bills that came for it.
import { Box } from '@mui/material'
import { DateField, DecimalField, LongTextField, PaymentTermField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { DataLine, MoneyText, RecordLink } from '../../kit/show/index.ts'
import { rateOn, supplierTerms, useFollowingRate, useRateHelp } from '../../records/terms/index.ts'
import { CurrencyField, PartyField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Purchase, PurchaseFormValues } from './purchase-form-values.ts'
import { purchasingWords } from './words.ts'

type Props = { form: Form<PurchaseFormValues>; data: Purchase | undefined; readOnly: boolean }

/** `amending`: what an amendment may not change is only read. */
export const PartiesSection = ({
  form,
  data,
  readOnly,
  amending = false,
  onSupplier,
}: Props & { amending?: boolean; onSupplier?: (supplierId: string | null) => unknown }) => {
  const fixed = amending ? { readOnly: true } : {}
  const { t, name } = useWords(purchasingWords)
  const { value } = form
  const rateHelp = useRateHelp({ ...value, on: value.contractDate }, readOnly)
  useFollowingRate({ ...value, on: value.contractDate }, form.set, readOnly)
  const changeCurrency = (currency: string) => {
    form.set({ currency })
    if (currency !== value.currency) void rateOn(currency, value.contractDate).then((rate) => form.set({ rate }))
  }
  return (
    <FormSection title={t('purchasing.parties')}>
      <PartyField
        {...form.field('supplierId')}
        {...fixed}
        kind="vendor"
        vendorKind="factory"
        shown={data?.supplierName}
        required
        autoFocus={data === undefined && value.supplierId === null}
        onPick={(row) => {
          void onSupplier?.(row?.id ?? null)
          if (row) void supplierTerms(row.id, value.contractDate, value).then(form.set)
        }}
      />
      <DateField {...form.field('contractDate')} fact {...fixed} required />
      <CurrencyField {...form.field('currency')} required onChange={changeCurrency} />
      <DecimalField {...form.field('rate')} places={8} required help={rateHelp} />
      <UserField {...form.field('ownerId')} {...fixed} label={name('field.purchase-contract.ownerId')} shown={data?.ownerName} required />
      {data?.signedOn && <DataLine label={name('field.signedOn')}>{data.signedOn}</DataLine>}
    </FormSection>
  )
}

export const DeliverySection = ({ form }: Props) => {
  const { t } = useWords(purchasingWords)
  return (
    <FormSection title={t('purchasing.delivery')}>
      <DateField {...form.field('deliveryDate')} />
      <PaymentTermField {...form.field('paymentTerm')} required />
    </FormSection>
  )
}

export const MoreSection = ({ form }: Props) => {
  const { t } = useWords(purchasingWords)
  return (
    <FormSection title={t('purchasing.more')}>
      <LongTextField {...form.field('clauses')} span={2} />
      <LongTextField {...form.field('remark')} span={2} />
    </FormSection>
  )
}

export const RelatedSection = ({ data }: { data: Purchase }) => {
  const { t, name } = useWords(purchasingWords)
  if (data.bills.length === 0) return null
  return (
    <FormSection title={t('purchasing.related')}>
      <DataLine label={name('record.bill')} span={2}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
          {data.bills.map(({ id, number, total }) => (
            <Box key={id} component="span" sx={{ display: 'inline-flex', gap: 0.75 }}>
              <RecordLink route="bill" id={id}>
                {number}
              </RecordLink>
              <MoneyText money={total} />
            </Box>
          ))}
        </Box>
      </DataLine>
    </FormSection>
  )
}
