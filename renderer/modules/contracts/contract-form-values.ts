// A sales contract as it is typed: the office's fields plus what the grid shows of each line, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { SalesContractFields } from '../../../preload/contract/modules/contracts/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { paymentTermPresets } from '../../kit/fields/index.ts'
import { withoutBlankLines } from '../../kit/form/index.ts'

export type Contract = QueryOutput<'sales-contract'>
export type LineFormValues = SalesContractFields['lines'][number] & { productCode: string | null }
/** A colleague's part; their name as it was picked. */
export type ShareFormValues = { userId: string | null; name: string; share: string }
export type ContractFormValues = Omit<SalesContractFields, 'customerId' | 'ownerId' | 'lines'> & {
  /** Empty: the next of the series. */
  number: string
  customerId: string | null
  ownerId: string | null
  shares: ShareFormValues[]
  lines: LineFormValues[]
}

export const newLine = (): LineFormValues => ({
  id: newId(),
  productId: null,
  productCode: null,
  description: '',
  quantity: '',
  unit: 'PCS',
  price: '',
  discount: '0',
})
const isBlank = (line: LineFormValues) =>
  line.productId === null && line.description.trim() === '' && line.quantity === '' && line.price === ''

export const emptyContract = (given: {
  ownerId: string
  today: string
  currency: string
  dealId?: string
  customerId?: string
}): ContractFormValues => ({
  number: '',
  dealId: given.dealId ?? newId(),
  customerId: given.customerId ?? null,
  buyerOrderNumber: '',
  contractDate: given.today,
  currency: given.currency,
  rate: '',
  incoterm: 'FOB',
  incotermPlace: '',
  transportMode: 'sea',
  portOfLoading: '',
  portOfDischarge: '',
  paymentTerm: [...paymentTermPresets['30-70']],
  latestShipment: null,
  partialShipment: true,
  transhipment: true,
  moreOrLess: '0',
  consignee: '',
  notifyParty: '',
  marks: '',
  bankAccountId: null,
  commissionRate: '0',
  clauses: '',
  remark: '',
  ownerId: given.ownerId,
  shares: [],
  lines: [newLine()],
})

/** The office's version as the form holds it. */
export const formValuesOf = (data: Contract): ContractFormValues => ({
  number: data.number,
  dealId: data.dealId,
  customerId: data.customerId,
  buyerOrderNumber: data.buyerOrderNumber,
  contractDate: data.contractDate,
  currency: data.currency,
  rate: data.rate,
  incoterm: data.incoterm,
  incotermPlace: data.incotermPlace,
  transportMode: data.transportMode,
  portOfLoading: data.portOfLoading,
  portOfDischarge: data.portOfDischarge,
  paymentTerm: data.paymentTerm,
  latestShipment: data.latestShipment,
  partialShipment: data.partialShipment,
  transhipment: data.transhipment,
  moreOrLess: data.moreOrLess,
  consignee: data.consignee,
  notifyParty: data.notifyParty,
  marks: data.marks,
  bankAccountId: data.bankAccountId,
  commissionRate: data.commissionRate,
  clauses: data.clauses,
  remark: data.remark,
  ownerId: data.ownerId,
  // The first is the salesperson's own: what the others leave.
  shares: data.shares.slice(1),
  lines: data.lines.map(({ id, productId, productCode, description, quantity, unit, price, discount }) => ({
    id,
    productId,
    productCode,
    description,
    quantity,
    unit,
    price,
    discount,
  })),
})

/** What is sent to the office; what is not chosen or typed yet is left for the office to complain about, at its field. */
export const inputOf = (value: ContractFormValues): Omit<CommandInput<'save-sales-contract'>, 'id' | 'revision'> => ({
  ...value,
  number: value.number.trim() === '' ? undefined : value.number,
  customerId: value.customerId ?? '',
  ownerId: value.ownerId ?? '',
  shares: value.shares.map(({ userId, share }) => ({ userId: userId ?? '', share: share === '' ? '0' : share })),
  lines: withoutBlankLines(value.lines, isBlank).map(({ id, productId, description, quantity, unit, price, discount }) => ({
    id,
    productId,
    description,
    quantity,
    unit,
    price,
    discount: discount === '' ? '0' : discount,
  })),
})

/** The same of an amendment: without what it may not change. */
export const amendmentInput = (
  value: ContractFormValues & { reason: string; confirmation: string },
): Omit<CommandInput<'save-sales-amendment'>, 'id' | 'revision'> => {
  const {
    number: _number,
    dealId: _deal,
    customerId: _customer,
    contractDate: _date,
    ownerId: _owner,
    shares: _shares,
    ...typed
  } = inputOf(value)
  return { ...typed, reason: value.reason, confirmation: value.confirmation }
}
