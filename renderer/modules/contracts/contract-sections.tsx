// The head of a sales contract: who with, how delivered and paid, what else; and what hangs on it once it is signed.
import { Box } from '@mui/material'
import { DateField, DecimalField, LongTextField, PaymentTermField, PercentField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { DataLine, MoneyText, RecordLink, StatusChip } from '../../kit/show/index.ts'
import { customerTerms, DeliveryTermFields, rateOn, useFollowingRate, useRateHelp } from '../../records/terms/index.ts'
import { CurrencyField, PartyField, PortField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Contract, ContractFormValues } from './contract-form-values.ts'
import { PayableAccountField } from './payable-account-field.tsx'
import { SharesField } from './shares-field.tsx'
import { contractsWords } from './words.ts'

type Props = { form: Form<ContractFormValues>; data: Contract | undefined; readOnly: boolean }

/** `amending`: what an amendment may not change is only read. */
export const PartiesSection = ({ form, data, readOnly, amending = false }: Props & { amending?: boolean }) => {
  const fixed = amending ? { readOnly: true } : {}
  const { t, name } = useWords(contractsWords)
  const { value } = form
  const rateHelp = useRateHelp({ ...value, on: value.contractDate }, readOnly)
  useFollowingRate({ ...value, on: value.contractDate }, form.set, readOnly)
  /** An account of ours has one currency: with another one it is chosen anew. */
  const set = (part: Partial<ContractFormValues>) =>
    form.set(part.currency === undefined || part.currency === value.currency ? part : { ...part, bankAccountId: null })
  const changeCurrency = (currency: string) => {
    set({ currency })
    if (currency !== value.currency) void rateOn(currency, value.contractDate).then((rate) => form.set({ rate }))
  }
  const [seller] = data?.shares ?? []
  const salesperson = seller && (readOnly || seller.userId === value.ownerId) ? seller.name : name('field.sales-contract.ownerId')
  return (
    <FormSection title={t('contracts.parties')}>
      <PartyField
        {...form.field('customerId')}
        {...fixed}
        kind="customer"
        shown={data?.customerName}
        required
        autoFocus={data === undefined && value.customerId === null}
        onPick={(row) => row && void customerTerms(row.id, value.contractDate, value).then(set)}
      />
      <TextField {...form.field('number')} {...fixed} help={data === undefined ? t('contracts.number-help') : undefined} />
      <TextField {...form.field('buyerOrderNumber')} />
      <DateField {...form.field('contractDate')} fact {...fixed} required />
      <CurrencyField {...form.field('currency')} required onChange={changeCurrency} />
      <DecimalField {...form.field('rate')} places={8} required help={rateHelp} />
      <UserField {...form.field('ownerId')} {...fixed} label={name('field.sales-contract.ownerId')} shown={data?.ownerName} required />
      <SharesField {...form.field('shares')} {...fixed} salesperson={salesperson} />
      {data && (
        <DataLine label={name('field.dealId')}>
          <RecordLink route="deal" id={data.dealId}>
            {data.dealNumber}
          </RecordLink>
        </DataLine>
      )}
      {data?.signedOn && <DataLine label={name('field.signedOn')}>{data.signedOn}</DataLine>}
    </FormSection>
  )
}

export const DeliverySection = ({ form, data }: Props) => {
  const { t, name } = useWords(contractsWords)
  return (
    <FormSection title={t('contracts.delivery')}>
      <DeliveryTermFields field={form.field} />
      <PortField {...form.field('portOfLoading')} />
      <PortField {...form.field('portOfDischarge')} />
      <DateField {...form.field('latestShipment')} />
      <PaymentTermField {...form.field('paymentTerm')} required />
      <PayableAccountField
        {...form.field('bankAccountId')}
        label={name('field.sales-contract.bankAccountId')}
        currency={form.value.currency}
        saved={data && { id: data.bankAccountId, name: data.bankAccountName }}
      />
      <PercentField {...form.field('commissionRate')} />
      <PercentField {...form.field('moreOrLess')} />
      <SwitchField {...form.field('partialShipment')} />
      <SwitchField {...form.field('transhipment')} />
    </FormSection>
  )
}

export const MoreSection = ({ form }: Props) => {
  const { t } = useWords(contractsWords)
  return (
    <FormSection title={t('contracts.more')}>
      <LongTextField {...form.field('consignee')} help={t('contracts.consignee-help')} />
      <LongTextField {...form.field('notifyParty')} />
      <LongTextField {...form.field('marks')} help={t('contracts.marks-help')} span={2} />
      <LongTextField {...form.field('clauses')} span={2} />
      <LongTextField {...form.field('remark')} span={2} />
    </FormSection>
  )
}

/** Purchase contracts, shipments and money received for the contract, each a link to it. */
export const RelatedSection = ({ data }: { data: Contract }) => {
  const { t, name } = useWords(contractsWords)
  const { purchases, shipments, advances } = data
  if (purchases.length + shipments.length + advances.length === 0) return null
  const linked = (route: string, group: string, records: readonly { id: string; number: string; status: string }[]) => (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
      {records.map(({ id, number, status }) => (
        <Box key={id} component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
          <RecordLink route={route} id={id}>
            {number}
          </RecordLink>
          <StatusChip group={group} value={status} />
        </Box>
      ))}
    </Box>
  )
  return (
    <FormSection title={t('contracts.related')}>
      {purchases.length > 0 && (
        <DataLine label={name('record.purchase-contract')} span={2}>
          {linked('purchase-contract', 'purchase-contract-status', purchases)}
        </DataLine>
      )}
      {shipments.length > 0 && (
        <DataLine label={name('record.shipment')} span={2}>
          {linked('shipment', 'shipment-status', shipments)}
        </DataLine>
      )}
      {advances.map((money) => (
        <DataLine key={money.currency} label={name('field.advances')}>
          <MoneyText money={money} />
        </DataLine>
      ))}
    </FormSection>
  )
}
