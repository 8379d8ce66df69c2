// Letters of credit (信用证): what the bank undertook, its amendments, the documents presented under it (交单), and the check of documents (审单).
import { z } from 'zod'
import {
  changedOutcome,
  column,
  command,
  list,
  longText,
  noOutcome,
  query,
  requiredCode,
  requiredText,
  savedOutcome,
  versionRef,
  shortText,
  once,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { measureSchema, percentSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { letterOfCredit } from './records.ts'

/** What is stored is the first two and the last two; the three between follow from what is drawn and from the day. */
export const LETTER_STATUSES = statesOf(letterOfCredit.states)
export type LetterStatus = (typeof LETTER_STATUSES)[number]
/** When the bank pays: at sight, or so many days after the bill of lading date, by acceptance of a draft or by deferred payment. */
export const LETTER_AVAILABILITIES = ['sight', 'after-bill-of-lading', 'acceptance', 'deferred'] as const
export const LETTER_DOCUMENTS = [
  'commercial-invoice',
  'packing-list',
  'bill-of-lading',
  'insurance-policy',
  'certificate-of-origin',
  'inspection-certificate',
  'beneficiary-certificate',
  'shipping-advice',
  'draft',
  'other',
] as const
export const AMENDMENT_STATES = statesOf(letterOfCredit.parts.letter_amendment.states)
export const PRESENTATION_STATUSES = statesOf(letterOfCredit.parts.letter_presentation.states)
export const PRESENTATION_STEPS = ['presented', 'accepted', 'refused', 'paid'] as const
/** UCP 600 art. 14 c: the days for presentation when the credit names none. */
export const USUAL_PRESENTATION_DAYS = 21
/** What asks for action on a credit, the most pressing first; 'none' when nothing does. */
export const LETTER_ATTENTIONS = [
  'expiry-passed',
  'presentation-late',
  'presentation-due',
  'shipment-passed',
  'shipment-near',
  'expiry-near',
  'amendment-pending',
  'none',
] as const

const positiveMinor = once(() => minorSchema.min(1, 'positive'))
const letterDocumentSchema = once(() =>
  z.strictObject({
    id: idSchema,
    kind: z.enum(LETTER_DOCUMENTS),
    originals: z.int().min(0).max(99),
    copies: z.int().min(0).max(99),
    note: z.string().trim().max(500),
  }),
)

/** What the credit says and only an accepted amendment changes once it is accepted. */
export const letterTerms = once(() =>
  z.strictObject({
    amount: positiveMinor(),
    tolerancePlus: percentSchema,
    toleranceMinus: percentSchema,
    expiresOn: planDate,
    expiryPlace: shortText,
    latestShipment: planDate.nullable(),
    presentationDays: z.int().min(0).max(360),
    partialShipment: z.boolean(),
    transhipment: z.boolean(),
    portOfLoading: shortText,
    portOfDischarge: shortText,
    goods: longText,
    documents: z.array(letterDocumentSchema()).max(40),
  }),
)
export type LetterTerms = z.infer<ReturnType<typeof letterTerms>>
export const letterFields = once(() =>
  letterTerms().extend({
    bankNumber: requiredCode.describe("the credit's own number, given by the issuing bank"),
    customerId: idSchema,
    /** The applicant's name as the credit writes it. */
    applicant: shortText,
    issuingBank: requiredText,
    advisingBank: shortText,
    currency: currencySchema,
    issuedOn: factDate,
    availability: z.enum(LETTER_AVAILABILITIES),
    tenorDays: z.int().min(0).max(720),
    confirmed: z.boolean(),
    /** Contracts of this customer in this currency that it pays for. */
    contractIds: z.array(idSchema).max(50),
    remark: longText,
    /** Null: whoever owns the first contract, or makes the record. */
    ownerId: idSchema.nullable(),
  }),
)
export type LetterFields = z.infer<ReturnType<typeof letterFields>>

/** What the documents of one presentation say, as far as shipments do not hold it already. */
export const presentationFields = once(() =>
  z.strictObject({
    shipmentId: idSchema,
    /** The sum drawn, in the credit's currency. */
    amount: positiveMinor(),
    insuredAmount: positiveMinor().nullable(),
    insuredOn: factDate.nullable(),
    packingCartons: z.int().min(0).max(1_000_000).nullable(),
    billCartons: z.int().min(0).max(1_000_000).nullable(),
    packingGross: measureSchema.nullable(),
    billGross: measureSchema.nullable(),
    transhipped: z.boolean().nullable(),
    /** Required documents that are there, by their ids in the credit. */
    ticked: z.array(z.string().max(40)).max(40),
    discrepancies: longText,
  }),
)
export type PresentationFields = z.infer<ReturnType<typeof presentationFields>>

export const lettersCommands = {
  /** Registers a credit or changes it; once accepted only linked contracts, remark and owner. */
  'save-letter-of-credit': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.create',
    input: () => letterFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  /** We take the credit as it stands: from now on it covers. */
  'accept-letter-of-credit': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.accept',
    input: () => versionRef().extend({ acceptedOn: factDate }),
    outcome: savedOutcome,
  }),
  'close-letter-of-credit': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.void',
    input: () => versionRef().extend({ as: z.enum(['closed', 'cancelled']), reason: requiredText }),
    outcome: savedOutcome,
  }),
  'discard-letter-of-credit': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.edit',
    input: versionRef,
    outcome: noOutcome,
  }),
  /** An amendment (改证) as it came from the bank: nothing of it holds until it is accepted. */
  'record-letter-amendment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.edit',
    input: () => versionRef().extend({ receivedOn: factDate, remark: longText, terms: letterTerms().partial() }),
    outcome: () => savedOutcome().extend({ amendment: z.int() }),
  }),
  /** Decides the amendment that waits: there is never more than one. */
  'decide-letter-amendment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.accept',
    input: () => versionRef().extend({ accept: z.boolean(), on: factDate }),
    outcome: savedOutcome,
  }),
  /** Documents of a shipment under a credit, being made or as they were presented. */
  'save-presentation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.edit',
    input: () => presentationFields().extend({ id: idSchema, letterId: idSchema, revision: z.int().min(1).optional() }),
    outcome: changedOutcome,
  }),
  'record-presentation-step': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.edit',
    input: () => versionRef().extend({ step: z.enum(PRESENTATION_STEPS), on: factDate, discrepancies: longText }),
    outcome: changedOutcome,
  }),
  'discard-presentation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'letter-of-credit.edit',
    input: versionRef,
    outcome: noOutcome,
  }),
}

// ---- the check of documents -------------------------------------------------------------------------------------------------------------------

export const CHECKS = [
  'credit-in-force',
  'currency',
  'applicant',
  'amount',
  'invoice-amount',
  'quantity',
  'partial-shipment',
  'cartons',
  'gross-weight',
  'instruction-cartons',
  'instruction-gross-weight',
  'volume',
  'marks',
  'latest-shipment',
  'ports',
  'transhipment',
  'vessel',
  'insurance',
  'insurance-date',
  'presentation',
  'documents',
] as const
export type Check = (typeof CHECKS)[number]
export const CHECK_RESULTS = ['ok', 'discrepancy', 'unknown'] as const
/** A figure of a check as it is shown: text as it is, an amount, or a value with its name group. */
const figure = once(() =>
  z.union([
    z.strictObject({ text: z.string() }),
    z.strictObject({ money: moneySchema, upTo: moneySchema.optional() }),
    z.strictObject({ name: z.string() }),
  ]),
)
export type CheckFigure = z.infer<ReturnType<typeof figure>>
const checkLine = once(() =>
  z.strictObject({
    check: z.enum(CHECKS),
    result: z.enum(CHECK_RESULTS),
    /** What the credit asks for, and what the documents say; null where nothing is said. */
    asked: figure().nullable(),
    found: figure().nullable(),
  }),
)
export type CheckLine = z.infer<ReturnType<typeof checkLine>>

const presentationOut = once(() =>
  presentationFields().extend({
    id: idSchema,
    letterId: idSchema,
    revision: z.int(),
    status: z.enum(PRESENTATION_STATUSES),
    shipmentNumber: z.string(),
    money: moneySchema,
    presentedOn: dateSchema.nullable(),
    acceptedOn: dateSchema.nullable(),
    refusedOn: dateSchema.nullable(),
    paidOn: dateSchema.nullable(),
  }),
)
const letterHead = once(() =>
  z.strictObject({
    id: idSchema,
    number: z.string(),
    bankNumber: z.string(),
    issuingBank: z.string(),
    status: z.enum(LETTER_STATUSES),
    attention: z.enum(LETTER_ATTENTIONS),
    amount: moneySchema,
    left: moneySchema,
    latestShipment: dateSchema.nullable(),
    expiresOn: dateSchema,
  }),
)
const shipmentCheck = once(() =>
  z.strictObject({
    letter: letterHead(),
    shipment: z.strictObject({ id: idSchema, number: z.string(), status: z.string(), total: moneySchema }),
    presentation: presentationOut().nullable(),
    /** What would be drawn: the credit's part of the shipment by the contracts' payment terms. */
    drawing: moneySchema,
    /** The last day to present; planned while it is calculated from the estimated departure. */
    deadline: dateSchema.nullable(),
    planned: z.boolean(),
    daysLeft: z.int().nullable(),
    documents: z.array(letterDocumentSchema()),
    lines: z.array(checkLine()),
    /** How many lines are not in order, and how many cannot be told yet. */
    discrepancies: z.int(),
    unknown: z.int(),
  }),
)
const watches = ['letter_of_credit', 'letter_contract', 'letter_amendment', 'letter_presentation'] as const

export const lettersQueries = {
  'letters-of-credit': list({
    permission: 'letter-of-credit.view',
    scope: 'letter-of-credit',
    export: 'letter-of-credit.export',
    params: () =>
      z.strictObject({ customerId: idSchema.optional(), contractId: idSchema.optional(), openOnly: z.boolean().optional() }).optional(),
    columns: {
      number: column.code({ width: 120 }),
      customer: column.text({ width: 190, opens: { route: 'customer', id: 'customerId' } }),
      status: column.enum('letter-status', LETTER_STATUSES, { width: 90 }),
      attention: column.enum('letter-attention', LETTER_ATTENTIONS.slice(0, -1), { width: 165 }),
      currency: column.code({ width: 70 }),
      amount: column.money('currency', { total: true }),
      left: column.money('currency', { total: true }),
      latestShipment: column.date(),
      presentBy: column.date(),
      expiresOn: column.date(),
      daysLeft: column.integer({ width: 90 }),
      drawn: column.money('currency', { total: true }),
      bankNumber: column.code({ width: 130 }),
      issuingBank: column.text({ width: 180 }),
      contracts: column.text({ width: 160 }),
      issuedOn: column.date({ hidden: true }),
      advisingBank: column.text({ hidden: true }),
      owner: column.text(),
    },
    sort: [{ field: 'expiresOn', descending: true }],
    watches: [...watches, 'sales_contract', 'sales_line', 'shipment', 'party', 'shipment_line', 'user'],
    opens: { route: 'letter-of-credit', id: 'id' },
  }),
  'letter-of-credit': query({
    permission: 'letter-of-credit.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      letterFields().extend({
        id: idSchema,
        ownerId: idSchema,
        number: z.string(),
        revision: z.int(),
        status: z.enum(LETTER_STATUSES),
        attention: z.enum(LETTER_ATTENTIONS),
        customerName: z.string(),
        ownerName: z.string(),
        acceptedOn: dateSchema.nullable(),
        closedReason: z.string().nullable(),
        contracts: z.array(
          z.strictObject({
            id: idSchema,
            number: z.string(),
            status: z.string(),
            total: moneySchema,
            latestShipment: dateSchema.nullable(),
          }),
        ),
        /** The amount with its tolerance upwards, what is presented of it, and what may still be drawn. */
        most: moneySchema,
        drawn: moneySchema,
        left: moneySchema,
        daysLeft: z.int(),
        amendments: z.array(
          z.strictObject({
            id: idSchema,
            number: z.int(),
            receivedOn: dateSchema,
            state: z.enum(AMENDMENT_STATES),
            decidedOn: dateSchema.nullable(),
            remark: z.string(),
            changes: z.array(z.strictObject({ field: z.string(), from: figure().nullable(), to: figure().nullable() })),
          }),
        ),
      }),
    watches: [...watches, 'sales_contract', 'sales_line', 'shipment', 'party', 'shipment_line', 'user'],
  }),
  /** The check of documents: of every shipment under a credit, or of one shipment under each of its credits. */
  'letter-checks': query({
    permission: 'letter-of-credit.view',
    input: () => z.strictObject({ letterId: idSchema.optional(), shipmentId: idSchema.optional() }),
    output: () => z.array(shipmentCheck()),
    watches: [...watches, 'shipment', 'shipment_line', 'shipment_package', 'sales_contract', 'sales_line', 'party', 'product'],
  }),
  /** Whether a contract needs a credit by its payment term, and which it has. */
  'contract-letters': query({
    permission: 'letter-of-credit.view',
    input: () => z.strictObject({ contractId: idSchema }),
    output: () =>
      z.strictObject({
        needed: z.boolean(),
        /** The part of the contract that is paid by credit, and what of it accepted credits make up. */
        asked: moneySchema,
        letters: z.array(letterHead()),
        state: z.enum(['not-needed', 'missing', 'received', 'accepted', 'short']),
      }),
    watches: [...watches, 'sales_contract', 'sales_line', 'shipment', 'shipment_line'],
  }),
  /** Contracts of a customer in a currency that a credit may be linked with; those paid by credit first. */
  'contracts-for-letter': query({
    permission: 'letter-of-credit.create',
    input: () => z.strictObject({ customerId: idSchema, currency: currencySchema.optional() }),
    output: () =>
      z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          contractDate: dateSchema,
          total: moneySchema,
          byCredit: z.boolean(),
          latestShipment: dateSchema.nullable(),
          portOfLoading: z.string(),
          portOfDischarge: z.string(),
          partialShipment: z.boolean(),
          transhipment: z.boolean(),
          customerName: z.string(),
        }),
      ),
    watches: ['sales_contract'],
  }),
}
