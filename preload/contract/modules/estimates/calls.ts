// Profit estimates (利润估算表): what a deal should earn, in versions; filled from its documents, compared with what it commits to and earns.
import { z } from 'zod'
import {
  changedOutcome,
  column,
  command,
  list,
  longText,
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
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { unitSchema } from '../../vocabulary/units.ts'
import { APPROVAL_STANDINGS } from '../approvals/calls.ts'
import { PROFIT_LINES } from '../profit/calls.ts'
import { EXPENSE_CATEGORIES } from '../bills/calls.ts'
import { warningsSchema } from '../../warnings.ts'
import { profitEstimate } from './records.ts'

/** current: the newest version that is not void, the one that counts; replaced: a newer one counts. */
export const ESTIMATE_STATUSES = statesOf(profitEstimate.states)
/** Where a figure came from; typed: by hand. */
export const ESTIMATE_SOURCES = [
  'typed',
  'sales-contract',
  'purchase-contract',
  'last-purchase',
  'product',
  'commission-rate',
  'premium-rate',
  'freight-quote',
  'quotation',
] as const

const sourceSchema = once(() =>
  z.strictObject({
    from: z.enum(ESTIMATE_SOURCES),
    /** Number of the document it was taken from, and that document's route and id. */
    number: shortText,
    route: z.string().max(40).nullable(),
    id: idSchema.nullable(),
    /** Its day, e.g. of the last purchase. */
    date: planDate.nullable(),
    /** The day whose exchange rate was taken; null: the contract's own rate, or one typed. */
    rateOn: planDate.nullable(),
  }),
)
export type EstimateSource = z.infer<ReturnType<typeof sourceSchema>>

const common = once(() => ({ id: idSchema, description: shortText, currency: currencySchema, rate: rateSchema, source: sourceSchema() }))
const amountSchema = once(() => minorSchema.min(0, 'not-negative'))
const revenueLine = once(() => z.strictObject({ ...common(), amount: amountSchema() }))
/** Bought VAT-inclusive: amount = quantity × price. */
const purchaseLine = once(() =>
  z.strictObject({
    ...common(),
    productId: idSchema.nullable(),
    supplierId: idSchema.nullable(),
    quantity: quantitySchema,
    unit: unitSchema,
    price: priceSchema,
    vatRate: percentSchema,
    refundRate: percentSchema,
  }),
)
const costLine = once(() => z.strictObject({ ...common(), line: z.enum(EXPENSE_CATEGORIES), amount: amountSchema() }))

export const profitEstimateFields = once(() =>
  z.strictObject({
    dealId: idSchema,
    estimatedOn: factDate,
    /** Insurance premium, per cent of the insured value (CIF and a tenth more); null: not asked for. */
    premiumRate: percentSchema.nullable(),
    remark: longText,
    revenue: z.array(revenueLine()).min(1, 'required').max(100),
    purchases: z.array(purchaseLine()).max(500),
    costs: z.array(costLine()).max(100),
  }),
)
export type ProfitEstimateFields = z.infer<ReturnType<typeof profitEstimateFields>>

export const estimatesCommands = {
  /** Makes the next version of the deal's estimate, or changes the one that counts; `revision` is absent for a new version. */
  'save-profit-estimate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'profit-estimate.create',
    input: () => profitEstimateFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  /** A new version that copies the one which counts (`copyOf`); the old one stays readable. */
  'renew-profit-estimate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'profit-estimate.create',
    input: () => z.strictObject({ id: idSchema, copyOf: versionRef() }),
    outcome: savedOutcome,
  }),
  'void-profit-estimate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'profit-estimate.void',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: savedOutcome,
  }),
  /** For who may not prepare estimates: puts the deal before those who may. */
  'ask-for-profit-estimate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'deal.view',
    input: () => z.strictObject({ id: idSchema, dealId: idSchema, note: shortText }),
    outcome: changedOutcome,
  }),
}

const result = once(() =>
  z.strictObject({
    /** The currency the deal is sold in, and the revenue in it. */
    revenue: moneySchema,
    /** Each line of the deal's profit: income positive, cost negative; they add up to the profit. */
    lines: z.array(z.strictObject({ line: z.enum(PROFIT_LINES), amount: moneySchema })),
    totals: z.strictObject({ revenue: moneySchema, purchases: moneySchema, refund: moneySchema, costs: moneySchema }),
    profit: moneySchema,
    margin: z.string().nullable(),
    /** 换汇成本, four decimals; null without foreign income. */
    exchangeCost: z.string().nullable(),
    netFobIncome: moneySchema,
  }),
)
const calculatedLine = once(() => z.strictObject({ id: idSchema, amount: moneySchema, base: moneySchema, refund: moneySchema }))
const filledRevenue = once(() => revenueLine().extend({ amount: amountSchema().nullable() }))
const filledPurchase = once(() =>
  purchaseLine().extend({
    price: priceSchema.nullable(),
    productCode: z.string().nullable(),
    supplierName: z.string().nullable(),
  }),
)
const filledCost = once(() => costLine().extend({ amount: amountSchema().nullable() }))
const version = once(() => z.strictObject({ id: idSchema, number: z.string(), version: z.int(), status: z.enum(ESTIMATE_STATUSES) }))

export const estimatesQueries = {
  'profit-estimates': list({
    permission: 'profit-estimate.view',
    scope: 'profit-estimate',
    export: 'profit-estimate.export',
    params: () => z.strictObject({ dealId: idSchema.optional(), currentOnly: z.boolean().optional() }).optional(),
    columns: {
      number: column.code({ width: 140 }),
      estimatedOn: column.date(),
      deal: column.code({ width: 120, opens: { route: 'deal', id: 'dealId' } }),
      customer: column.text({ width: 170, opens: { route: 'customer', id: 'customerId' } }),
      version: column.integer({ width: 70 }),
      status: column.enum('profit-estimate-status', ESTIMATE_STATUSES, { width: 90 }),
      approval: column.enum('approval-state', APPROVAL_STANDINGS, { width: 100 }),
      currency: column.code({ width: 80, hidden: true }),
      revenueForeign: column.money('currency', { width: 118, hidden: true }),
      revenue: column.base({ total: true, width: 118 }),
      cost: column.base({ total: true, width: 118 }),
      expenses: column.base({ total: true, width: 110 }),
      profit: column.base({ total: true, width: 110 }),
      margin: column.percent({ width: 90 }),
      exchangeCost: column.rate({ fixed: true, width: 90 }),
      owner: column.text({ width: 90 }),
    },
    sort: [{ field: 'estimatedOn', descending: true }],
    watches: ['profit_estimate', 'approval', 'deal', 'party', 'user'],
    opens: { route: 'profit-estimate', id: 'id' },
  }),
  'profit-estimate': query({
    permission: 'profit-estimate.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      profitEstimateFields().extend({
        id: idSchema,
        number: z.string(),
        version: z.int(),
        revision: z.int(),
        status: z.enum(ESTIMATE_STATUSES),
        dealNumber: z.string(),
        customerId: idSchema,
        customerName: z.string(),
        ownerName: z.string(),
        voidReason: z.string().nullable(),
        purchases: z.array(purchaseLine().extend({ productCode: z.string().nullable(), supplierName: z.string().nullable() })),
        calculated: z.array(calculatedLine()),
        result: result(),
        /** Every version of the deal's estimate, the newest first. */
        versions: z.array(version()),
      }),
    watches: ['profit_estimate', 'profit_estimate_line', 'deal', 'party', 'product', 'user'],
  }),
  /** What an estimate comes to as typed: the one implementation of its arithmetic, asked by the live form. */
  'preview-profit-estimate': query({
    permission: 'profit-estimate.view',
    input: () =>
      profitEstimateFields()
        .pick({ premiumRate: true, purchases: true, costs: true })
        .extend({
          revenue: z.array(revenueLine()).max(100),
          /** Asks for warnings. */
          estimatedOn: dateSchema.optional(),
        }),
    output: () =>
      z.strictObject({
        lines: z.array(calculatedLine()),
        result: result(),
        /** Premium on the revenue at the premium rate; null without one. */
        premium: moneySchema.nullable(),
        warnings: warningsSchema(),
      }),
    watches: [],
  }),
  /** What a new estimate of the deal begins with (自动带入), each figure with where it came from; what nobody knows yet is null. */
  'profit-estimate-fill': query({
    permission: 'profit-estimate.create',
    // The day whose rates are taken; today when it is left out.
    input: () => z.strictObject({ dealId: idSchema, premiumRate: percentSchema.nullable().optional(), estimatedOn: dateSchema.optional() }),
    output: () =>
      z.strictObject({
        dealId: idSchema,
        dealNumber: z.string(),
        customerName: z.string(),
        premiumRate: percentSchema.nullable(),
        revenue: z.array(filledRevenue()),
        purchases: z.array(filledPurchase()),
        costs: z.array(filledCost()),
      }),
    watches: [],
  }),
  /** How a deal stands with its profit estimate, without any figure: for everybody who may see the deal. */
  'deal-estimate': query({
    permission: 'deal.view',
    input: () => z.strictObject({ dealId: idSchema }),
    output: () =>
      z.strictObject({
        /** The company has profit estimates approved. */
        on: z.boolean(),
        dealId: idSchema,
        dealNumber: z.string(),
        /** The version that counts. */
        estimate: version().nullable(),
        standing: z.enum(APPROVAL_STANDINGS),
        /** Whether the viewer may open it, prepare one, or ask for one. */
        mayOpen: z.boolean(),
        mayPrepare: z.boolean(),
        mayAsk: z.boolean(),
        asked: z.strictObject({ by: z.string(), at: z.string(), note: z.string() }).nullable(),
      }),
    watches: ['profit_estimate', 'estimate_request', 'approval', 'setting', 'deal', 'user'],
  }),
  /** Which deal stands behind the number in a refusal `approval-needed`: an estimate's, or a deal's that has none. */
  'deal-behind-estimate': query({
    permission: 'deal.view',
    input: () => z.strictObject({ number: requiredText }),
    output: () => z.strictObject({ dealId: idSchema, estimateId: idSchema.nullable(), mayPrepare: z.boolean() }),
    watches: [],
  }),
}
