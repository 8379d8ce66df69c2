// A letter of credit as it is typed, and the way there and back.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import {
  type LETTER_DOCUMENTS,
  type LetterFields,
  USUAL_PRESENTATION_DAYS,
} from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { asGiven } from '../../kit/form/index.ts'

export type Letter = QueryOutput<'letter-of-credit'>
export type LinkableContract = QueryOutput<'contracts-for-letter'>[number]
export type DocumentFormValues = { id: string; kind: (typeof LETTER_DOCUMENTS)[number]; originals: string; copies: string; note: string }
export type LetterFormValues = Omit<
  LetterFields,
  'customerId' | 'amount' | 'issuedOn' | 'expiresOn' | 'presentationDays' | 'tenorDays' | 'documents' | 'contractIds'
> & {
  customerId: string | null
  amount: number | null
  issuedOn: string | null
  expiresOn: string | null
  presentationDays: string
  tenorDays: string
  documents: DocumentFormValues[]
  contracts: { id: string; number: string }[]
}

export const newDocument = (kind: DocumentFormValues['kind'] = 'other', originals = '1', copies = '0'): DocumentFormValues => ({
  id: newId(),
  kind,
  originals,
  copies,
  note: '',
})
/** What nearly every credit asks for. */
export const usualDocuments = (): DocumentFormValues[] => [
  newDocument('commercial-invoice', '3', '3'),
  newDocument('packing-list', '3', '0'),
  newDocument('bill-of-lading', '3', '3'),
]

export const emptyLetter = (given: { customerId?: string; currency?: string; today: string }): LetterFormValues => ({
  bankNumber: '',
  customerId: given.customerId ?? null,
  applicant: '',
  issuingBank: '',
  advisingBank: '',
  currency: given.currency ?? 'USD',
  amount: null,
  tolerancePlus: '0',
  toleranceMinus: '0',
  issuedOn: given.today,
  expiresOn: null,
  expiryPlace: 'China',
  latestShipment: null,
  presentationDays: String(USUAL_PRESENTATION_DAYS),
  availability: 'sight',
  tenorDays: '',
  confirmed: false,
  partialShipment: true,
  transhipment: true,
  portOfLoading: '',
  portOfDischarge: '',
  goods: '',
  documents: [],
  contracts: [],
  remark: '',
  ownerId: null,
})

/** The office's version as the form holds it. */
export const formValuesOf = (data: Letter): LetterFormValues => ({
  bankNumber: data.bankNumber,
  customerId: data.customerId,
  applicant: data.applicant,
  issuingBank: data.issuingBank,
  advisingBank: data.advisingBank,
  currency: data.currency,
  amount: data.amount,
  tolerancePlus: data.tolerancePlus,
  toleranceMinus: data.toleranceMinus,
  issuedOn: data.issuedOn,
  expiresOn: data.expiresOn,
  expiryPlace: data.expiryPlace,
  latestShipment: data.latestShipment,
  presentationDays: String(data.presentationDays),
  availability: data.availability,
  tenorDays: data.tenorDays === 0 ? '' : String(data.tenorDays),
  confirmed: data.confirmed,
  partialShipment: data.partialShipment,
  transhipment: data.transhipment,
  portOfLoading: data.portOfLoading,
  portOfDischarge: data.portOfDischarge,
  goods: data.goods,
  documents: data.documents.map((d) => ({ ...d, originals: String(d.originals), copies: String(d.copies) })),
  contracts: data.contracts.map(({ id, number }) => ({ id, number })),
  remark: data.remark,
  ownerId: data.ownerId,
})

const whole = (text: string): number => (text === '' ? 0 : Number(text))

/** What is sent to the office; what is not chosen yet is left for the office to complain about, at its field. */
export const inputOf = (value: LetterFormValues): Omit<CommandInput<'save-letter-of-credit'>, 'id' | 'revision'> => {
  const { contracts, ...fields } = value
  return {
    ...fields,
    customerId: value.customerId ?? '',
    amount: asGiven(value.amount),
    issuedOn: value.issuedOn ?? '',
    expiresOn: value.expiresOn ?? '',
    tolerancePlus: value.tolerancePlus === '' ? '0' : value.tolerancePlus,
    toleranceMinus: value.toleranceMinus === '' ? '0' : value.toleranceMinus,
    presentationDays: value.presentationDays === '' ? USUAL_PRESENTATION_DAYS : Number(value.presentationDays),
    tenorDays: whole(value.tenorDays),
    documents: value.documents.map((d) => ({ ...d, originals: whole(d.originals), copies: whole(d.copies) })),
    contractIds: contracts.map((c) => c.id),
  }
}

/** What a first linked contract says of a credit that nothing was typed in yet. */
export const takenFrom = (contract: LinkableContract, value: LetterFormValues): Partial<LetterFormValues> => ({
  currency: contract.total.currency,
  ...(value.amount === null ? { amount: contract.total.minor } : {}),
  ...(value.applicant === '' ? { applicant: contract.customerName } : {}),
  ...(value.portOfLoading === '' ? { portOfLoading: contract.portOfLoading } : {}),
  ...(value.portOfDischarge === '' ? { portOfDischarge: contract.portOfDischarge } : {}),
  ...(value.latestShipment === null ? { latestShipment: contract.latestShipment } : {}),
  partialShipment: contract.partialShipment,
  transhipment: contract.transhipment,
})
