// An inquiry as it is typed: the office's fields with the labels of what was picked, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { FreightInquiryFields } from '../../../preload/contract/modules/freight/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { cutText } from '../../../preload/contract/vocabulary/texts.ts'

export type Inquiry = QueryOutput<'freight-inquiry'>
export type Quote = NonNullable<Inquiry['forwarders'][number]['quote']>
export type Asked = Inquiry['forwarders'][number]
/** What may be done with a forwarder of the comparison. */
export type Deed = 'quote' | 'decline' | 'choose'
export type Picked = { id: string; label: string }
export type ContainerFormValues = { id: string; type: string; count: string }
type Own = 'containers' | 'volume' | 'weight' | 'shipmentId' | 'contractIds' | 'forwarderIds' | 'ownerId'
export type InquiryFormValues = Omit<FreightInquiryFields, Own> & {
  containers: ContainerFormValues[]
  volume: string
  weight: string
  shipmentId: Picked | null
  contractIds: Picked[]
  forwarderIds: Picked[]
  ownerId: string | null
}

export const newContainer = (type = '40HQ', count = '1'): ContainerFormValues => ({ id: newId(), type, count })

export const emptyInquiry = (ownerId: string): InquiryFormValues => ({
  transportMode: 'sea',
  portOfLoading: '',
  portOfDischarge: '',
  cargoLoad: 'containers',
  containers: [newContainer()],
  volume: '',
  weight: '',
  cargoReadyOn: null,
  neededBy: null,
  goods: '',
  remark: '',
  shipmentId: null,
  contractIds: [],
  forwarderIds: [],
  ownerId,
})

type Shipment = QueryOutput<'shipment'>
/** A new inquiry for a planned shipment: its ports, containers by type, contracts and owner. */
export const forShipment = (shipment: Shipment): InquiryFormValues => {
  const counts = new Map<string, number>()
  for (const { type } of shipment.containers) if (type !== '') counts.set(type, (counts.get(type) ?? 0) + 1)
  const contracts = new Map(shipment.lines.map((l) => [l.contractId, l.contractNumber]))
  const { volume, grossWeight, proposed } = shipment.cargo
  // Containers that are planned already say more than what the goods measure.
  const loaded = counts.size > 0 ? null : proposed
  const containers = loaded ? loaded.containers.map(({ type, count }) => newContainer(type, String(count))) : []
  return {
    ...emptyInquiry(shipment.ownerId),
    transportMode: shipment.transportMode,
    portOfLoading: shipment.portOfLoading,
    portOfDischarge: shipment.portOfDischarge,
    cargoLoad: loaded?.load ?? 'containers',
    volume: volume ?? '',
    weight: grossWeight ?? '',
    containers:
      containers.length > 0
        ? containers
        : counts.size === 0
          ? [newContainer()]
          : [...counts].map(([type, count]) => newContainer(type, String(count))),
    goods: cutText([...new Set(shipment.lines.map((l) => l.description))].join(', '), 200),
    shipmentId: { id: shipment.id, label: shipment.number },
    contractIds: [...contracts].map(([id, label]) => ({ id, label })),
  }
}

/** The office's version as the form holds it. */
export const formValuesOf = (data: Inquiry): InquiryFormValues => ({
  transportMode: data.transportMode,
  portOfLoading: data.portOfLoading,
  portOfDischarge: data.portOfDischarge,
  cargoLoad: data.cargoLoad,
  containers: data.containers.map((c, i) => ({ id: String(i), type: c.type, count: String(c.count) })),
  volume: data.volume ?? '',
  weight: data.weight ?? '',
  cargoReadyOn: data.cargoReadyOn,
  neededBy: data.neededBy,
  goods: data.goods,
  remark: data.remark,
  shipmentId: data.shipment ? { id: data.shipment.id, label: data.shipment.number } : null,
  contractIds: data.contracts.map((c) => ({ id: c.id, label: c.number })),
  forwarderIds: data.forwarders.map((f) => ({ id: f.forwarderId, label: f.name })),
  ownerId: data.ownerId,
})

const ids = (picked: readonly Picked[]): string[] => picked.map((p) => p.id)
/** What is sent to the office; a count that is no number is left for it to complain about. */
export const inputOf = (value: InquiryFormValues): Omit<CommandInput<'save-freight-inquiry'>, 'id' | 'revision'> => ({
  ...value,
  containers: value.cargoLoad === 'lcl' ? [] : value.containers.map(({ type, count }) => ({ type, count: Number(count) })),
  volume: value.volume === '' ? null : value.volume,
  weight: value.weight === '' ? null : value.weight,
  shipmentId: value.shipmentId?.id ?? null,
  contractIds: ids(value.contractIds),
  forwarderIds: ids(value.forwarderIds),
  ownerId: value.ownerId ?? '',
})

export const isOpen = (status: string | undefined): boolean =>
  status === undefined || status === 'draft' || status === 'asking' || status === 'chosen'
