// Freight inquiries (运费询价): forwarders are asked for one route and cargo, their quotes compared in base currency, one is chosen and approved.
import { z } from 'zod'
import {
  column,
  command,
  list,
  longText,
  query,
  requiredText,
  revisionSchema,
  savedOutcome,
  versionRef,
  shortText,
  once,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, planDate } from '../../vocabulary/dates.ts'
import { measureSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { transportModeSchema } from '../../vocabulary/incoterm.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { APPROVAL_STANDINGS } from '../approvals/calls.ts'
import { SHIPMENT_STATUSES } from '../shipments/calls.ts'
import { freightInquiry } from './records.ts'

/** draft: nobody asked yet; asking; chosen: a quote is decided for; closed: its goods have left, or nothing more is to be asked. */
export const FREIGHT_STATUSES = statesOf(freightInquiry.states)
/** Whole containers, or less than a container load: charged by the ton. */
export const CARGO_LOADS = ['containers', 'lcl'] as const
export const FORWARDER_STATES = ['asked', 'quoted', 'declined'] as const
/** How a quote stands on a day. Only a valid one counts; incomplete: it leaves a part of the cargo unpriced; other-route: it was given for other ports. */
export const FREIGHT_QUOTE_STATES = statesOf(freightInquiry.parts.freight_quote.states)
export const CHARGE_KINDS = ['ocean', 'surcharge', 'local'] as const
export const CHARGE_BASES = ['container', 'bill', 'ton'] as const

const containerType = once(() => z.string().trim().max(10))
export const freightInquiryFields = once(() =>
  z.strictObject({
    portOfLoading: requiredText,
    portOfDischarge: requiredText,
    transportMode: transportModeSchema.nullable().default(null),
    cargoLoad: z.enum(CARGO_LOADS),
    containers: z.array(z.strictObject({ type: containerType().min(1, 'required'), count: z.int().min(1, 'positive').max(999) })).max(20),
    /** m³ and kg, null where not known. */
    volume: measureSchema.nullable(),
    weight: measureSchema.nullable(),
    cargoReadyOn: planDate.nullable(),
    /** When the quotes are needed. */
    neededBy: planDate.nullable(),
    goods: shortText,
    remark: longText,
    /** The planned shipment that it is for. */
    shipmentId: idSchema.nullable(),
    /** Sales contracts whose goods it is about; taken from the shipment when none are named. */
    contractIds: z.array(idSchema).max(50),
    forwarderIds: z.array(idSchema).max(30),
    ownerId: idSchema,
  }),
)
export type FreightInquiryFields = z.infer<ReturnType<typeof freightInquiryFields>>

export const freightChargeSchema = once(() =>
  z.strictObject({
    id: idSchema,
    kind: z.enum(CHARGE_KINDS),
    name: shortText,
    /** For this container type alone; '' for every container. */
    containerType: containerType(),
    basis: z.enum(CHARGE_BASES),
    currency: currencySchema,
    /** Minor units per container, bill of lading or chargeable ton; below zero for a rebate. */
    amount: minorSchema,
  }),
)
export const freightQuoteFields = once(() =>
  z.strictObject({
    forwarderId: idSchema,
    lines: z.array(freightChargeSchema()).min(1, 'required').max(60),
    validFrom: planDate.nullable(),
    validTo: planDate,
    transitDays: z.int().min(0, 'not-negative').max(365).nullable(),
    carrierId: idSchema.nullable(),
    freeDays: z.int().min(0, 'not-negative').max(365).nullable(),
    remark: longText,
  }),
)

export const freightCommands = {
  'save-freight-inquiry': command({
    class: 'intent',
    desk: 'runs',
    permission: 'freight-inquiry.create',
    input: () => freightInquiryFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  /** A forwarder's answer, also one who has answered before: the newest counts. The revision is the inquiry's, and so is the outcome. */
  'register-freight-quote': command({
    class: 'intent',
    desk: 'runs',
    permission: 'freight-inquiry.edit',
    input: () => freightQuoteFields().extend({ id: idSchema, inquiryId: idSchema, revision: revisionSchema }),
    outcome: savedOutcome,
  }),
  'record-freight-decline': command({
    class: 'intent',
    desk: 'runs',
    permission: 'freight-inquiry.edit',
    input: () => versionRef().extend({ forwarderId: idSchema, reason: shortText }),
    outcome: savedOutcome,
  }),
  /** Refused while the company needs more valid quotes; a quote that is not the cheapest wants a reason. */
  'choose-freight-quote': command({
    class: 'intent',
    desk: 'runs',
    permission: 'freight-inquiry.choose',
    input: () => versionRef().extend({ quoteId: idSchema, reason: shortText }),
    outcome: savedOutcome,
  }),
  'close-freight-inquiry': command({
    class: 'intent',
    desk: 'runs',
    permission: 'freight-inquiry.edit',
    input: versionRef,
    outcome: savedOutcome,
  }),
  'void-freight-inquiry': command({
    class: 'intent',
    desk: 'hub',
    permission: 'freight-inquiry.void',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: savedOutcome,
  }),
}

const calculated = once(() => ({
  /** What it comes to for the whole cargo, by currency. */
  amounts: z.array(moneySchema),
  /** Null when a currency has no rate on the day: never a sum that leaves something out. */
  totalBase: moneySchema.nullable(),
  missingRate: currencySchema.nullable(),
  /** What of the cargo has no ocean freight (container types, or 'ton'). */
  unpriced: z.array(z.string()),
}))
const quoteOut = once(() =>
  freightQuoteFields()
    .omit({ forwarderId: true })
    .extend({
      id: idSchema,
      round: z.int(),
      quotedOn: dateSchema,
      state: z.enum(FREIGHT_QUOTE_STATES),
      carrierName: z.string().nullable(),
      ...calculated(),
      /** Charges of one container of each type, or of one ton, in base currency; charges of a bill of lading are in the total alone. */
      perUnit: z.array(z.strictObject({ unit: z.string(), base: moneySchema.nullable() })),
      /** By which it is compared: in base currency, or in the one currency of all that count while a rate is missing. */
      compared: moneySchema.nullable(),
      /** Above the cheapest that counts, in that currency. */
      aboveBest: moneySchema.nullable(),
    }),
)
const chosenOut = once(() =>
  z.strictObject({
    quoteId: idSchema,
    forwarderId: idSchema,
    forwarderName: z.string(),
    carrierId: idSchema.nullable(),
    carrierName: z.string().nullable(),
    on: dateSchema,
    reason: z.string(),
    amounts: z.array(moneySchema),
    /** As it was compared on the day of the choice. */
    totalBase: moneySchema.nullable(),
    cheapestBase: moneySchema.nullable(),
    quotesCounted: z.int(),
    validTo: dateSchema,
    expired: z.boolean(),
  }),
)
const watches = [
  'freight_inquiry',
  'freight_forwarder',
  'freight_quote',
  'freight_charge',
  'freight_contract',
  'exchange_rate',
  'setting',
  'approval',
  'shipment',
  'party',
  'deal',
  'sales_contract',
  'user',
] as const

export const freightQueries = {
  /** One inquiry with its comparison at the day's rates. */
  'freight-inquiry': query({
    permission: 'freight-inquiry.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      freightInquiryFields()
        .omit({ contractIds: true, forwarderIds: true })
        .extend({
          id: idSchema,
          number: z.string(),
          revision: z.int(),
          status: z.enum(FREIGHT_STATUSES),
          voidReason: z.string().nullable(),
          ownerName: z.string(),
          shipment: z.strictObject({ id: idSchema, number: z.string(), status: z.enum(SHIPMENT_STATUSES) }).nullable(),
          contracts: z.array(
            z.strictObject({ id: idSchema, number: z.string(), dealId: idSchema, dealNumber: z.string(), customer: z.string() }),
          ),
          chargeableTon: z.string().nullable(),
          /** Valid quotes of different forwarders today, and how many more the company needs before a choice (0 with its switch off). */
          valid: z.int(),
          missing: z.int(),
          needed: z.int(),
          required: z.boolean(),
          bookedOn: dateSchema.nullable(),
          forwarders: z.array(
            z.strictObject({
              forwarderId: idSchema,
              name: z.string(),
              state: z.enum(FORWARDER_STATES),
              askedOn: dateSchema,
              declineReason: z.string(),
              quote: quoteOut().nullable().describe('the newest'),
              earlier: z.array(quoteOut()),
            }),
          ),
          cheapest: idSchema.nullable().describe('quote'),
          fastest: idSchema.nullable().describe('quote'),
          chosen: chosenOut().nullable(),
        }),
    watches,
  }),
  /** What typed lines would come to for an inquiry's cargo, at the day's rates. */
  'preview-freight-quote': query({
    permission: 'freight-inquiry.view',
    input: () => z.strictObject({ inquiryId: idSchema, lines: z.array(freightChargeSchema()).max(60) }),
    output: () =>
      z.strictObject({
        ...calculated(),
        lines: z.array(z.strictObject({ id: idSchema, times: z.string(), total: moneySchema })),
      }),
    watches: ['freight_inquiry', 'exchange_rate'],
  }),
  /** A shipment's inquiries, its expected freight, and what would still refuse its booking. */
  'shipment-freight': query({
    permission: 'freight-inquiry.view',
    input: () => z.strictObject({ shipmentId: idSchema }),
    output: () =>
      z.strictObject({
        required: z.boolean(),
        needed: z.int(),
        /** The refusal that booking would meet today; null when nothing stands in the way. */
        problem: z.strictObject({ refused: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
        inquiries: z.array(
          z.strictObject({
            id: idSchema,
            number: z.string(),
            status: z.enum(FREIGHT_STATUSES),
            approval: z.enum(APPROVAL_STANDINGS),
            valid: z.int(),
            asked: z.int(),
            chosen: chosenOut().nullable(),
          }),
        ),
      }),
    watches,
  }),
  'freight-inquiries': list({
    permission: 'freight-inquiry.view',
    scope: 'freight-inquiry',
    export: 'freight-inquiry.export',
    params: () => z.strictObject({ shipmentId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 120 }),
      status: column.enum('freight-status', FREIGHT_STATUSES, { width: 90 }),
      portOfLoading: column.text({ width: 120 }),
      portOfDischarge: column.text({ width: 120 }),
      neededBy: column.date(),
      quotesAsked: column.integer({ width: 80 }),
      quotesValid: column.integer({ width: 90 }),
      bestBase: column.base({ width: 130 }),
      chosenBase: column.base({ width: 130, total: true }),
      forwarder: column.text({ width: 200, opens: { route: 'vendor', id: 'forwarderId' } }),
      approval: column.enum('approval-state', APPROVAL_STANDINGS, { width: 100 }),
      cargo: column.text({ fixed: true, width: 150 }),
      goods: column.text({ width: 160, hidden: true }),
      cargoReadyOn: column.date(),
      validTo: column.date({ hidden: true }),
      shipment: column.code({ width: 120, opens: { route: 'shipment', id: 'shipmentId' } }),
      owner: column.text({ width: 100 }),
    },
    sort: [{ field: 'number', descending: true }],
    watches,
    opens: { route: 'freight-inquiry', id: 'id' },
  }),
  /** Every quote ever given, for the history of prices by forwarder and route. */
  'freight-quotes': list({
    permission: 'freight-inquiry.view',
    scope: 'freight-inquiry',
    export: 'freight-inquiry.export',
    params: () => z.strictObject({ forwarderId: idSchema.optional(), inquiryId: idSchema.optional() }).optional(),
    columns: {
      quotedOn: column.date(),
      forwarder: column.text({ width: 210, opens: { route: 'vendor', id: 'forwarderId' } }),
      portOfLoading: column.text({ width: 110 }),
      portOfDischarge: column.text({ width: 110 }),
      state: column.enum('freight-quote-state', FREIGHT_QUOTE_STATES, { width: 100 }),
      chosen: column.boolean({ width: 70 }),
      totalBase: column.base({ width: 130 }),
      validTo: column.date(),
      oceanCurrency: column.code({ width: 70 }),
      ocean20GP: column.money('oceanCurrency', { width: 110 }),
      ocean40GP: column.money('oceanCurrency', { width: 110 }),
      ocean40HQ: column.money('oceanCurrency', { width: 110 }),
      oceanTon: column.money('oceanCurrency', { width: 100, hidden: true }),
      carrier: column.text({ width: 140 }),
      transitDays: column.integer({ width: 80 }),
      freeDays: column.integer({ width: 80, hidden: true }),
      validFrom: column.date({ hidden: true }),
      inquiry: column.code({ width: 120, opens: { route: 'freight-inquiry', id: 'inquiryId' } }),
      round: column.integer({ width: 70, hidden: true }),
      remark: column.text({ width: 180, hidden: true }),
    },
    sort: [{ field: 'quotedOn', descending: true }],
    watches,
    opens: { route: 'freight-inquiry', id: 'inquiryId' },
  }),
}
