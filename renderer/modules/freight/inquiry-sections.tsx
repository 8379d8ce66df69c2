// The fields of an inquiry: route and cargo, what it is for, and who is asked.
import { Box } from '@mui/material'
import { useMemo } from 'react'
import { CARGO_LOADS } from '../../../preload/contract/modules/freight/calls.ts'
import { TRANSPORT_MODES } from '../../../preload/contract/vocabulary/incoterm.ts'
import { type Begins, DateField, DecimalField, EnumField, LongTextField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { PortField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { useNewForwarder } from './use-new-forwarder.ts'
import { PickManyField, searchContracts, searchForwarders, ShipmentField } from './pick-fields.tsx'
import { type Inquiry, newContainer, type ContainerFormValues, type InquiryFormValues } from './inquiry-form-values.ts'
import { freightWords } from './words.ts'

type Props = { form: Form<InquiryFormValues>; data: Inquiry | undefined }

const Containers = ({ form }: { form: Form<InquiryFormValues> }) => {
  const { name } = useWords(freightWords)
  const columns = useMemo<LineColumn<ContainerFormValues>[]>(
    () => [
      { field: 'type', kind: 'text', width: 140 },
      { field: 'count', kind: 'decimal', places: 0, width: 110, label: name('field.count') },
    ],
    [name],
  )
  return (
    <Box sx={{ gridColumn: '1 / -1', maxWidth: 420 }}>
      <LineGrid {...form.field('containers')} columns={columns} most={20} newLine={() => newContainer()} />
    </Box>
  )
}

export const InquirySections = ({ form, data }: Props) => {
  const { t, name } = useWords(freightWords)
  const { value } = form
  const kept = (id: string) => data?.forwarders.some((f) => f.forwarderId === id && f.quote !== null) === true
  const tons = data?.chargeableTon
  const create = useNewForwarder()
  const forwarder: Begins = {
    route: 'vendor',
    params: { kind: 'forwarder' },
    permission: 'vendor.create',
    what: name('party-kind.forwarder'),
  }
  return (
    <>
      <FormSection title={t('freight.route-and-cargo')}>
        <PortField {...form.field('portOfLoading')} required autoFocus={data === undefined && value.portOfLoading === ''} />
        <PortField {...form.field('portOfDischarge')} required />
        <EnumField {...form.field('transportMode')} group="transport-mode" values={TRANSPORT_MODES} empty="" />
        <DateField {...form.field('cargoReadyOn')} />
        <DateField {...form.field('neededBy')} />
        <EnumField {...form.field('cargoLoad')} group="cargo-load" values={CARGO_LOADS} />
        <DecimalField {...form.field('volume')} places={3} required={value.cargoLoad === 'lcl' && value.weight === ''} />
        <DecimalField {...form.field('weight')} places={3} required={value.cargoLoad === 'lcl' && value.volume === ''} />
        {tons != null && value.cargoLoad === 'lcl' && <DataLine label={name('field.chargeableTon')}>{decimalShown(tons)}</DataLine>}
        <TextField {...form.field('goods')} span={2} />
        {value.cargoLoad === 'containers' && <Containers form={form} />}
      </FormSection>
      <FormSection title={t('freight.for-and-asked')}>
        <PickManyField
          {...form.field('forwarderIds')}
          span={2}
          opens="vendor"
          search={searchForwarders}
          kept={kept}
          begins={forwarder}
          {...(create ? { create } : {})}
        />
        <ShipmentField {...form.field('shipmentId')} />
        <PickManyField
          {...form.field('contractIds')}
          label={name('record.sales-contract')}
          opens="sales-contract"
          search={searchContracts}
          begins={{ route: 'sales-contract', permission: 'sales-contract.create', what: name('record.sales-contract') }}
        />
        <UserField {...form.field('ownerId')} shown={data?.ownerName} required />
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
    </>
  )
}
