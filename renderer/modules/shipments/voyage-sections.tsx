// The fields of a shipment that the voyage brings: who carries it, where, when, and under which numbers.
import { TRANSPORT_MODES } from '../../../preload/contract/vocabulary/incoterm.ts'
import { DateField, EnumField, LongTextField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
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
  const { t } = useWords(shipmentsWords)
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
      <FormSection title={t('shipments.papers')}>
        <TextField {...form.field('invoiceNumber')} />
        <TextField {...form.field('bookingNumber')} />
        <TextField {...form.field('billOfLadingNumber')} />
        <TextField {...form.field('declarationNumber')} />
        <UserField {...form.field('ownerId')} shown={data?.ownerName} required readOnly={sealed} />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
    </>
  )
}
