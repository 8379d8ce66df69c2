// Quotations (报价单): versions of what is offered to a customer, what the goods cost and earn, and the contract that a quotation becomes.
import { z } from 'zod'
import {
  codeText,
  column,
  command,
  list,
  longText,
  noOutcome,
  query,
  requiredText,
  savedOutcome,
  versionRef,
  shortText,
  once,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { percentSchema, priceSchema, quantitySchema, rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { INCOTERMS, incotermSchema, TRANSPORT_MODES, transportModeSchema } from '../../vocabulary/incoterm.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { instalmentSchema, paymentTermSchema } from '../../vocabulary/payment-term.ts'
import { warningsSchema } from '../../warnings.ts'
import { minimumOrderFields } from '../catalogue/calls.ts'
import { salesLineSchema } from '../contracts/calls.ts'
import { quotation } from './records.ts'

/** superseded: a newer version stands. lost: the customer said no, or never yes. */
export const QUOTATION_STATUSES = statesOf(quotation.states)
export type QuotationStatus = (typeof QUOTATION_STATUSES)[number]

const notNegative = once(() => minorSchema.min(0, 'not-negative'))
/** What the goods of one line cost. */
export const lineCostSchema = once(() =>
  z.strictObject({
    cost: priceSchema.describe('VAT-inclusive purchase price of one unit, base currency'),
    vatRate: percentSchema,
    refundRate: percentSchema,
  }),
)
/** What the whole costs beside the goods. */
export const quotationCostsSchema = once(() =>
  z.strictObject({
    freight: notNegative().describe("minor units of the quotation's currency"),
    insurance: notNegative().describe("minor units of the quotation's currency"),
    domestic: notNegative().describe('domestic costs, minor units of the base currency'),
  }),
)
const quotationLine = once(() =>
  salesLineSchema().extend({
    ...minimumOrderFields(),
    /** Absent for who may not see costs; absent in a saving keeps what is there, null clears it. */
    cost: lineCostSchema().nullable().optional(),
  }),
)
export const quotationFields = once(() =>
  z.strictObject({
    customerId: idSchema,
    inquiryNumber: codeText.describe("the customer's inquiry"),
    quotedOn: factDate,
    validUntil: planDate,
    currency: currencySchema,
    rate: rateSchema,
    incoterm: incotermSchema.nullable(),
    incotermPlace: shortText,
    transportMode: transportModeSchema.nullable().default(null),
    portOfLoading: shortText,
    portOfDischarge: shortText,
    paymentTerm: paymentTermSchema,
    delivery: shortText.describe('lead time as the customer reads it'),
    commissionRate: percentSchema.describe("agent's commission, per cent of the quotation"),
    clauses: longText,
    remark: longText,
    ownerId: idSchema.describe('salesperson'),
    lines: z.array(quotationLine()).min(1, 'required').max(500),
    costs: quotationCostsSchema().optional(),
  }),
)
export type QuotationFields = z.infer<ReturnType<typeof quotationFields>>

export const quotationsCommands = {
  /** Makes a draft or changes one; `revision` is absent for a new one. */
  'save-quotation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'quotation.create',
    input: () => quotationFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  'send-quotation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'quotation.edit',
    input: () => versionRef().extend({ sentOn: factDate }),
    outcome: savedOutcome,
  }),
  /** A new version (-01, -02 …) as a draft; the one it comes from is superseded. `id` is the new version's. */
  'revise-quotation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'quotation.create',
    input: () => z.strictObject({ id: idSchema, from: versionRef(), quotedOn: factDate, validUntil: planDate }),
    outcome: savedOutcome,
  }),
  'lose-quotation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'quotation.edit',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: savedOutcome,
  }),
  'discard-quotation': command({ class: 'intent', desk: 'runs', permission: 'quotation.edit', input: versionRef, outcome: noOutcome }),
  /** The customer agreed: the newest version becomes a draft sales contract in a deal, in one step. */
  'confirm-quotation': command({
    class: 'intent',
    desk: 'runs',
    permission: 'sales-contract.create',
    input: () => versionRef().extend({ contractId: idSchema, dealId: idSchema, contractDate: factDate, buyerOrderNumber: codeText }),
    outcome: () => z.strictObject({ id: idSchema, revision: z.int(), contractId: idSchema, contractNumber: z.string() }),
  }),
}

export const PRICE_PROFITS = ['per-cent-of-cost', 'per-cent-of-price', 'amount'] as const
/** The two schools of commission on CIF: added to an insured net price, or insured with it. */
export const CIF_COMMISSIONS = ['on-cif', 'insured-too'] as const
/** Steps of a price of one unit (domain.md 6), in the order of the Incoterms. */
const priceSteps = once(() =>
  z.strictObject({
    /** In base currency. */
    refund: z.string(),
    actualCost: z.string(),
    profit: z.string(),
    /** In the quotation's currency. */
    fob: z.string(),
    cfr: z.string(),
    premium: z.string(),
    cif: z.string(),
    /** FOB, CFR or CIF as the Incoterm asks, with the agent's commission in it. */
    price: z.string(),
  }),
)

const packing = once(() =>
  z.strictObject({ cartons: z.int().nullable(), volume: z.string().nullable(), grossWeight: z.string().nullable() }),
)
const linePreview = once(() =>
  z.strictObject({
    id: idSchema,
    amount: moneySchema,
    packing: packing(),
    /** Absent for who may not see profits. */
    profit: moneySchema.nullable().optional(),
    margin: z.string().nullable().optional(),
  }),
)
const previewed = once(() =>
  z.strictObject({
    lines: z.array(linePreview()),
    total: moneySchema,
    totalBase: moneySchema,
    packing: packing(),
    profit: moneySchema.nullable().optional(),
    margin: z.string().nullable().optional(),
    instalments: z.array(instalmentSchema.extend({ amount: moneySchema })),
    warnings: warningsSchema(),
  }),
)

export const quotationsQueries = {
  quotations: list({
    permission: 'quotation.view',
    scope: 'quotation',
    export: 'quotation.export',
    params: () => z.strictObject({ customerId: idSchema.optional(), newestOnly: z.boolean().optional() }).optional(),
    columns: {
      number: column.code({ width: 140 }),
      quotedOn: column.date(),
      customer: column.text({ width: 220, opens: { route: 'customer', id: 'customerId' } }),
      inquiryNumber: column.code(),
      status: column.enum('quotation-status', QUOTATION_STATUSES, { width: 90 }),
      validUntil: column.date(),
      incoterm: column.enum('incoterm', INCOTERMS, { width: 90 }),
      transportMode: column.enum('transport-mode', TRANSPORT_MODES, { width: 90, hidden: true }),
      currency: column.code({ width: 80 }),
      total: column.money('currency', { total: true }),
      totalBase: column.base({ total: true }),
      profit: column.base({ total: true, secret: 'profit' }),
      contract: column.code({ opens: { route: 'sales-contract', id: 'contractId' } }),
      lostReason: column.text({ width: 180, hidden: true }),
      owner: column.text(),
    },
    sort: [{ field: 'quotedOn', descending: true }],
    watches: ['quotation', 'sales_contract', 'party', 'quotation_cost', 'user'],
    opens: { route: 'quotation', id: 'id' },
  }),
  /** What was quoted for which product: price history. */
  'quotation-lines': list({
    permission: 'quotation.view',
    scope: 'quotation',
    export: 'quotation.export',
    params: () => z.strictObject({ productId: idSchema.optional(), customerId: idSchema.optional() }).optional(),
    columns: {
      quotation: column.code({ width: 140, opens: { route: 'quotation', id: 'quotationId' } }),
      quotedOn: column.date(),
      customer: column.text({ width: 200, opens: { route: 'customer', id: 'customerId' } }),
      status: column.enum('quotation-status', QUOTATION_STATUSES, { width: 90 }),
      product: column.code({ opens: { route: 'product', id: 'productId' } }),
      description: column.text({ width: 220 }),
      quantity: column.quantity({ total: true }),
      unit: column.code({ width: 70 }),
      minimumQuantity: column.quantity({ hidden: true }),
      minimumUnit: column.code({ width: 70, hidden: true }),
      incoterm: column.enum('incoterm', INCOTERMS, { width: 90 }),
      price: column.price(),
      discount: column.percent({ width: 90 }),
      amount: column.money('currency', { total: true }),
      cost: column.price({ secret: 'cost' }),
      owner: column.text({ hidden: true }),
    },
    sort: [{ field: 'quotedOn', descending: true }],
    watches: ['quotation', 'quotation_line', 'party', 'product', 'user'],
    opens: { route: 'quotation', id: 'quotationId' },
  }),
  quotation: query({
    permission: 'quotation.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      quotationFields().extend({
        id: idSchema,
        number: z.string(),
        version: z.int(),
        revision: z.int(),
        status: z.enum(QUOTATION_STATUSES),
        /** Sent, and its validity is over. */
        expired: z.boolean(),
        sentOn: dateSchema.nullable(),
        lostReason: z.string().nullable(),
        customerName: z.string(),
        ownerName: z.string(),
        lines: z.array(quotationLine().extend({ productCode: z.string().nullable(), amount: moneySchema })),
        total: moneySchema,
        totalBase: moneySchema,
        contract: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
        versions: z.array(
          z.strictObject({
            id: idSchema,
            number: z.string(),
            version: z.int(),
            status: z.enum(QUOTATION_STATUSES),
            quotedOn: dateSchema,
            total: moneySchema,
          }),
        ),
      }),
    watches: ['quotation', 'quotation_line', 'quotation_cost', 'sales_contract', 'party', 'product', 'quotation_line_cost', 'user'],
  }),
  /** What the quotation comes to as typed, with packing of known products, and what it earns for who may see that. */
  'preview-quotation': query({
    permission: 'quotation.view',
    input: () =>
      z.strictObject({
        currency: currencySchema,
        rate: rateSchema,
        paymentTerm: paymentTermSchema,
        commissionRate: percentSchema,
        /** Asks for warnings of the rate. */
        quotedOn: dateSchema.optional(),
        lines: z
          .array(
            z.strictObject({
              id: idSchema,
              productId: idSchema.nullable(),
              unit: z.string().max(20).optional(),
              quantity: quantitySchema,
              price: priceSchema,
              discount: percentSchema,
              ...minimumOrderFields(),
              cost: lineCostSchema().nullable().optional(),
            }),
          )
          .max(500),
        costs: quotationCostsSchema().optional(),
      }),
    output: previewed,
    watches: [],
  }),
  /** A price of one unit built up from its cost, step by step (domain.md 6). */
  'build-up-price': query({
    permission: 'cost.view',
    input: () =>
      z.strictObject({
        ...lineCostSchema().shape,
        domestic: priceSchema.describe('domestic costs of one unit, base currency'),
        profitAs: z.enum(PRICE_PROFITS),
        profit: priceSchema.describe('per cent, or base currency for one unit'),
        currency: currencySchema,
        rate: rateSchema,
        incoterm: incotermSchema,
        freight: priceSchema.describe("ocean freight of one unit, in the quotation's currency"),
        markup: percentSchema.describe('added to the CIF value for the insured amount, usually 10'),
        premiumRate: percentSchema,
        commissionRate: percentSchema,
        cifCommission: z.enum(CIF_COMMISSIONS),
      }),
    output: priceSteps,
    watches: [],
  }),
  /** What goods cost most lately: the last purchase price of each product with its VAT and refund rates. */
  'costs-of-products': query({
    permission: 'cost.view',
    input: () => z.strictObject({ productIds: z.array(idSchema).max(500) }),
    output: () => z.array(lineCostSchema().extend({ productId: idSchema, purchasedOn: dateSchema.nullable() })),
    watches: ['purchase_line', 'product'],
  }),
}
