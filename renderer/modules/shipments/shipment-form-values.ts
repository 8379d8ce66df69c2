// A shipment as it is typed: the office's fields plus what the grid shows of each contract line, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { BillFields, BookingFields, InsuranceFields, ShipmentFields } from '../../../preload/contract/modules/shipments/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { withoutLines } from '../../../preload/contract/vocabulary/packing.ts'
import { emptyPacking, packingFormValuesOf, packingInputOf, type PackingFormValues } from './packing-form-values.ts'

export type Shipment = QueryOutput<'shipment'>
export type LineToShip = QueryOutput<'lines-to-ship'>[number]
export type LineFormValues = {
  id: string
  salesLineId: string
  quantity: string
  contractId: string
  contractNumber: string
  dealId: string
  dealNumber: string
  productCode: string | null
  description: string
  unit: string
  price: string
}
export type ContainerFormValues = { id: string; type: string; number: string; seal: string; vgm: string }
export const newContainer = (): ContainerFormValues => ({ id: newId(), type: '40HQ', number: '', seal: '', vgm: '' })
export type ShipmentFormValues = Omit<
  ShipmentFields,
  | 'customerId'
  | 'ownerId'
  | 'lines'
  | 'containers'
  | keyof PackingFormValues
  | keyof BookingFields
  | keyof InsuranceFields
  | keyof BillFields
> &
  PackingFormValues &
  BookingFields &
  InsuranceFormValues &
  BillFormValues & {
    customerId: string | null
    ownerId: string | null
    lines: LineFormValues[]
    containers: ContainerFormValues[]
  }

type InsuranceFormValues = Omit<InsuranceFields, 'premiumRate'> & { premiumRate: string }
const emptyInsurance: InsuranceFormValues = {
  insuranceMarkup: '10',
  premiumRate: '',
  insuredWhole: false,
  insuranceConditions: '',
  claimsAt: '',
}
const insuranceOf = (data: InsuranceFields): InsuranceFormValues => {
  const { insuranceMarkup, premiumRate, insuredWhole, insuranceConditions, claimsAt } = data
  return { insuranceMarkup, premiumRate: premiumRate ?? '', insuredWhole, insuranceConditions, claimsAt }
}
/** As typed: '' where nothing is. */
type BillFormValues = Record<keyof BillFields, string>
const emptyBill: BillFormValues = { billPackages: '', billGrossWeight: '', billVolume: '', billMarks: '' }
const billOf = ({ billPackages, billGrossWeight, billVolume, billMarks }: BillFields): BillFormValues => ({
  ...{ billPackages: billPackages === null ? '' : String(billPackages), billMarks },
  ...{ billGrossWeight: billGrossWeight ?? '', billVolume: billVolume ?? '' },
})
export const billInputOf = ({ billPackages, billGrossWeight, billVolume, billMarks }: BillFormValues): BillFields => ({
  ...{ billPackages: billPackages === '' ? null : Number(billPackages), billMarks },
  ...{ billGrossWeight: billGrossWeight === '' ? null : billGrossWeight, billVolume: billVolume === '' ? null : billVolume },
})
const emptyBooking: BookingFields = {
  ...{ placeOfReceipt: '', placeOfDelivery: '', siCutoff: '', vgmCutoff: '', cyCutoff: '', customsCutoff: '' },
  ...{ billKind: 'original', goodsOnBill: '', billWording: '' },
}
const bookingOf = (data: BookingFields): BookingFields => {
  const { placeOfReceipt, placeOfDelivery, siCutoff, vgmCutoff, cyCutoff, customsCutoff, billKind, goodsOnBill, billWording } = data
  return { placeOfReceipt, placeOfDelivery, siCutoff, vgmCutoff, cyCutoff, customsCutoff, billKind, goodsOnBill, billWording }
}

export const emptyShipment = (ownerId: string, customerId: string | null = null, currency = 'USD'): ShipmentFormValues => ({
  customerId,
  currency,
  forwarderId: null,
  carrierId: null,
  vessel: '',
  voyage: '',
  bookingNumber: '',
  billOfLadingNumber: '',
  invoiceNumber: '',
  declarationNumber: '',
  transportMode: null,
  portOfLoading: '',
  portOfDischarge: '',
  etd: null,
  eta: null,
  containers: [],
  ...emptyPacking,
  ...emptyBooking,
  ...emptyInsurance,
  ...emptyBill,
  remark: '',
  ownerId,
  lines: [],
})

/** The office's version as the form holds it. */
export const formValuesOf = (data: Shipment): ShipmentFormValues => ({
  customerId: data.customerId,
  currency: data.currency,
  forwarderId: data.forwarderId,
  carrierId: data.carrierId,
  vessel: data.vessel,
  voyage: data.voyage,
  bookingNumber: data.bookingNumber,
  billOfLadingNumber: data.billOfLadingNumber,
  invoiceNumber: data.invoiceNumber,
  declarationNumber: data.declarationNumber,
  transportMode: data.transportMode,
  portOfLoading: data.portOfLoading,
  portOfDischarge: data.portOfDischarge,
  etd: data.etd,
  eta: data.eta,
  containers: data.containers.map((c, i) => ({ id: String(i), ...c, vgm: c.vgm ?? '' })),
  ...packingFormValuesOf(data),
  ...bookingOf(data),
  ...insuranceOf(data),
  ...billOf(data),
  remark: data.remark,
  ownerId: data.ownerId,
  lines: data.lines.map(
    ({ id, salesLineId, quantity, contractId, contractNumber, dealId, dealNumber, productCode, description, unit, price }) => ({
      id,
      salesLineId,
      quantity,
      contractId,
      contractNumber,
      dealId,
      dealNumber,
      productCode,
      description,
      unit,
      price,
    }),
  ),
})

/** What the papers of a shipment say: asked about when it is to leave. */
export const papersOf = ({
  portOfLoading,
  portOfDischarge,
  vessel,
  billOfLadingNumber,
  invoiceNumber,
  declarationNumber,
}: ShipmentFormValues) => ({
  portOfLoading,
  portOfDischarge,
  vessel,
  billOfLadingNumber,
  invoiceNumber,
  declarationNumber,
})

/** What chosen lines bring: their currency, and the ports and mode of transport of their contract where nobody has typed any. */
export const withLines = (value: ShipmentFormValues, lines: readonly LineToShip[]): Partial<ShipmentFormValues> => ({
  currency: lines[0]?.currency ?? value.currency,
  transportMode: value.transportMode ?? lines.find((l) => l.transportMode !== null)?.transportMode ?? null,
  portOfLoading: value.portOfLoading || (lines.find((l) => l.portOfLoading !== '')?.portOfLoading ?? ''),
  portOfDischarge: value.portOfDischarge || (lines.find((l) => l.portOfDischarge !== '')?.portOfDischarge ?? ''),
  lines: [...value.lines, ...lines.map(lineFrom)],
})

/** A chosen line with all that is left of it. */
export const lineFrom = (line: LineToShip): LineFormValues => ({
  id: newId(),
  salesLineId: line.salesLineId,
  quantity: line.left,
  contractId: line.contractId,
  contractNumber: line.contractNumber,
  dealId: line.dealId,
  dealNumber: line.dealNumber,
  productCode: line.productCode,
  description: line.description,
  unit: line.unit,
  price: line.price,
})

/** Without a line, and without what is packed of it. */
export const withoutLine = ({ lines, packages }: ShipmentFormValues, id: string): Partial<ShipmentFormValues> => {
  const left = lines.filter((line) => line.id !== id)
  return { lines: left, packages: withoutLines(packages, new Set(left.map((line) => line.id))) }
}

const isBlank = ({ type, number, seal, vgm }: ContainerFormValues) =>
  type === '' && number.trim() === '' && seal.trim() === '' && vgm === ''
export const containersOf = (containers: readonly ContainerFormValues[]): ShipmentFields['containers'] =>
  containers.filter((c) => !isBlank(c)).map(({ type, number, seal, vgm }) => ({ type, number, seal, vgm: vgm === '' ? null : vgm }))

/** What is sent to the office; a customer or owner not chosen yet is left for the office to complain about, at its field. */
export const inputOf = (value: ShipmentFormValues): Omit<CommandInput<'save-shipment'>, 'id' | 'revision'> => ({
  ...value,
  customerId: value.customerId ?? '',
  ownerId: value.ownerId ?? '',
  containers: containersOf(value.containers),
  lines: value.lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
  ...packingInputOf(value),
  ...billInputOf(value),
  premiumRate: value.premiumRate === '' ? null : value.premiumRate,
})

export const isOpen = (status: string | undefined): boolean => status === undefined || status === 'planned' || status === 'booked'
/** After dispatch the voyage may still be written, until all is done. */
export const mayStillSail = (status: string | undefined): boolean => status !== 'done' && status !== 'void'
