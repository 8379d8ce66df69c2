// The fields of a shipment that the voyage brings: who carries it, where, when, and under which numbers.
import { BILL_KINDS } from '../../../preload/contract/modules/shipments/calls.ts'
import { TRANSPORT_MODES } from '../../../preload/contract/vocabulary/incoterm.ts'
import { DateField, DecimalField, EnumField, LongTextField, PercentField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { DataLine, MoneyText } from '../../kit/show/index.ts'
import { PartyField, PortField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Shipment, ShipmentFormValues } from './shipment-form-values.ts'
import { shipmentsWords } from './words.ts'

export const VoyageSections = ({
  form,
  data,
  sealed,
}: {
  form: Form<ShipmentFormValues>
  data: Shipment | undefined
  sealed: true | undefined
}) => {
  const { t, name } = useWords(shipmentsWords)
  return (
    <>
      <FormSection title={t('shipments.voyage')}>
        <PartyField {...form.field('forwarderId')} kind="vendor" vendorKind="forwarder" shown={data?.forwarderName} />
        <PartyField {...form.field('carrierId')} kind="vendor" vendorKind="carrier" shown={data?.carrierName} />
        <TextField {...form.field('vessel')} />
        <TextField {...form.field('voyage')} />
        <EnumField {...form.field('transportMode')} group="transport-mode" values={TRANSPORT_MODES} empty="" />
        <PortField {...form.field('portOfLoading')} />
        <PortField {...form.field('portOfDischarge')} />
        <DateField {...form.field('etd')} />
        <DateField {...form.field('eta')} />
      </FormSection>
      <FormSection title={t('shipments.booking')}>
        <TextField {...form.field('bookingNumber')} />
        <EnumField {...form.field('billKind')} group="bill-kind" values={BILL_KINDS} />
        <TextField {...form.field('placeOfReceipt')} />
        <TextField {...form.field('placeOfDelivery')} />
        <TextField {...form.field('siCutoff')} placeholder="2026-05-08 17:00" />
        <TextField {...form.field('vgmCutoff')} placeholder="2026-05-08 17:00" />
        <TextField {...form.field('cyCutoff')} placeholder="2026-05-08 17:00" />
        <TextField {...form.field('customsCutoff')} placeholder="2026-05-08 17:00" />
        <LongTextField {...form.field('goodsOnBill')} span={2} />
        <LongTextField {...form.field('billWording')} span={2} />
      </FormSection>
      {(data?.insured ?? null) !== null && (
        <FormSection title={t('shipments.insurance')}>
          <PercentField {...form.field('insuranceMarkup')} />
          <SwitchField {...form.field('insuredWhole')} />
          <PercentField {...form.field('premiumRate')} />
          <TextField {...form.field('claimsAt')} />
          <LongTextField {...form.field('insuranceConditions')} span={2} />
          <DataLine label={name('field.sum')}>
            <MoneyText money={data!.insured!.sum} />
          </DataLine>
          {data!.insured!.premium && (
            <DataLine label={name('field.premium')}>
              <MoneyText money={data!.insured!.premium} />
            </DataLine>
          )}
        </FormSection>
      )}
      <FormSection title={t('shipments.bill')}>
        <TextField {...form.field('billOfLadingNumber')} />
        <DecimalField {...form.field('billPackages')} places={0} />
        <DecimalField {...form.field('billGrossWeight')} places={3} />
        <DecimalField {...form.field('billVolume')} places={3} />
        <LongTextField {...form.field('billMarks')} rows={2} span={4} help={t('shipments.bill-help')} />
      </FormSection>
      <FormSection title={t('shipments.papers')}>
        <TextField {...form.field('invoiceNumber')} />
        <TextField {...form.field('declarationNumber')} />
        <UserField {...form.field('ownerId')} shown={data?.ownerName} required readOnly={sealed} />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
    </>
  )
}
