// Sales contracts (外销合同) and net sales by any grouping.
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
import { moneySchema } from '../../vocabulary/money.ts'
import { instalmentSchema, paymentTermSchema } from '../../vocabulary/payment-term.ts'
import { unitSchema } from '../../vocabulary/units.ts'
import { warningsSchema } from '../../warnings.ts'
import { amendmentFields, versionAsked, versionShown } from '../amendments/calls.ts'
import { salesContract } from './records.ts'

export const SALES_CONTRACT_STATUSES = statesOf(salesContract.states)

export const salesLineSchema = once(() =>
  z.strictObject({
    id: idSchema,
    productId: idSchema.nullable(),
    description: requiredText,
    quantity: quantitySchema,
    unit: unitSchema,
    price: priceSchema,
    /** Per cent off this line; "0" for none. */
    discount: percentSchema,
  }),
)
/** What the sense checks of a price look at. */
export const pricedGoods = once(() => ({ productId: idSchema.nullable().optional(), unit: z.string().max(20).optional() }))
export const salesContractFields = once(() =>
  z.strictObject({
    /** The deal it belongs to; a new id makes a new deal. */
    dealId: idSchema,
    customerId: idSchema,
    buyerOrderNumber: codeText,
    contractDate: factDate,
    currency: currencySchema,
    rate: rateSchema,
    incoterm: incotermSchema.nullable(),
    incotermPlace: shortText,
    transportMode: transportModeSchema.nullable().default(null),
    portOfLoading: shortText,
    portOfDischarge: shortText,
    paymentTerm: paymentTermSchema,
    latestShipment: planDate.nullable(),
    partialShipment: z.boolean(),
    transhipment: z.boolean(),
    moreOrLess: percentSchema.default('0').describe('per cent that may be shipped more or less'),
    consignee: longText.default('').describe('on papers; empty: the buyer'),
    notifyParty: longText.default(''),
    marks: longText.default('').describe('shipping marks'),
    bankAccountId: idSchema.nullable().default(null).describe('of ours that the buyer pays to; null: the usual one of the currency'),
    commissionRate: percentSchema.describe("agent's commission, per cent of the contract"),
    clauses: longText,
    remark: longText,
    ownerId: idSchema.describe('salesperson'),
    lines: z.array(salesLineSchema()).min(1, 'required').max(500),
  }),
)
/** Of colleagues; the salesperson has the rest. */
export const salesShares = once(() =>
  z
    .array(z.strictObject({ userId: idSchema, share: percentSchema }))
    .max(9)
    .describe('parts of colleagues in per cent, the salesperson has the rest; absent: as they are, none of a new one'),
)
export type SalesContractFields = z.infer<ReturnType<typeof salesContractFields>>
/** What an amendment may change: all but with whom, in which deal, when it was made and whose it is. */
export const salesAmendmentFields = once(() =>
  salesContractFields().omit({ dealId: true, customerId: true, contractDate: true, ownerId: true }),
)
export type SalesAmendmentFields = z.infer<ReturnType<typeof salesAmendmentFields>>

const lineAmounts = once(() => z.array(z.strictObject({ id: idSchema, amount: moneySchema, discount: moneySchema })))
const totals = once(() =>
  z.strictObject({
    lines: lineAmounts(),
    total: moneySchema,
    totalBase: moneySchema,
    instalments: z.array(instalmentSchema.extend({ amount: moneySchema })),
  }),
)

export const contractsCommands = {
  /** Makes a draft or changes one; `revision` is absent for a new one. */
  'save-sales-contract': command({
    class: 'intent',
    desk: 'runs',
    permission: 'sales-contract.create',
    input: () =>
      salesContractFields().extend({
        ...{ id: idSchema, revision: z.int().min(1).optional(), number: codeText.max(40).optional() },
        shares: salesShares().optional(),
      }),
    outcome: savedOutcome,
  }),
  'sign-sales-contract': command({
    class: 'intent',
    desk: 'runs',
    permission: 'sales-contract.sign',
    input: () => versionRef().extend({ signedOn: factDate }),
    outcome: savedOutcome,
  }),
  'void-sales-contract': command({
    class: 'intent',
    desk: 'runs',
    permission: 'sales-contract.void',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: savedOutcome,
  }),
  'discard-sales-contract': command({
    class: 'intent',
    desk: 'runs',
    permission: 'sales-contract.edit',
    input: versionRef,
    outcome: noOutcome,
  }),
  /** Changes an amendment in preparation (begin-amendment); `id` and `revision` are the amendment's. */
  'save-sales-amendment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'sales-contract.amend',
    input: () => salesAmendmentFields().extend({ ...versionRef().shape, ...amendmentFields }),
    outcome: savedOutcome,
  }),
}

export const SALES_GROUPINGS = [
  'salesperson',
  'customer',
  'country',
  'product',
  'category',
  'supplier',
  'department',
  'deal',
  'month',
  'year',
] as const
const lineState = once(() => z.strictObject({ shipped: z.string(), purchased: z.string() }))

export const contractsQueries = {
  'sales-contracts': list({
    permission: 'sales-contract.view',
    scope: 'sales-contract',
    export: 'sales-contract.export',
    params: () => z.strictObject({ customerId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      contractDate: column.date(),
      customer: column.text({ width: 220, opens: { route: 'customer', id: 'customerId' } }),
      buyerOrderNumber: column.code(),
      status: column.enum('sales-contract-status', SALES_CONTRACT_STATUSES, { width: 90 }),
      deal: column.code({ opens: { route: 'deal', id: 'dealId' } }),
      currency: column.code({ width: 80 }),
      total: column.money('currency', { total: true }),
      purchasedShare: column.percent({ fixed: true }),
      shippedShare: column.percent({ fixed: true }),
      receivedShare: column.percent({ fixed: true, secret: 'receivable.view' }),
      latestShipment: column.date(),
      totalBase: column.base({ total: true }),
      owner: column.text(),
      incoterm: column.enum('incoterm', INCOTERMS, { width: 90, hidden: true }),
      transportMode: column.enum('transport-mode', TRANSPORT_MODES, { width: 90, hidden: true }),
      portOfDischarge: column.text({ hidden: true }),
    },
    sort: [{ field: 'contractDate', descending: true }],
    watches: ['sales_contract', 'deal', 'party', 'posting', 'sales_line', 'user'],
    opens: { route: 'sales-contract', id: 'id' },
  }),
  'sales-lines': list({
    permission: 'sales-contract.view',
    scope: 'sales-contract',
    export: 'sales-contract.export',
    params: () =>
      z
        .strictObject({
          contractId: idSchema.optional(),
          dealId: idSchema.optional(),
          customerId: idSchema.optional(),
          openOnly: z.boolean().optional(),
        })
        .optional(),
    columns: {
      contract: column.code({ opens: { route: 'sales-contract', id: 'contractId' } }),
      contractDate: column.date(),
      customer: column.text({ width: 200, opens: { route: 'customer', id: 'customerId' } }),
      product: column.code({ opens: { route: 'product', id: 'productId' } }),
      description: column.text({ width: 220 }),
      quantity: column.quantity({ total: true }),
      unit: column.code({ width: 70 }),
      price: column.price(),
      discount: column.percent({ width: 90 }),
      amount: column.money('currency', { total: true }),
      shipped: column.quantity(),
      purchased: column.quantity(),
      owner: column.text({ hidden: true }),
    },
    sort: [{ field: 'contractDate', descending: true }],
    watches: ['sales_contract', 'sales_line', 'party', 'product', 'user'],
    opens: { route: 'sales-contract', id: 'contractId' },
  }),
  'sales-contract': query({
    permission: 'sales-contract.view',
    input: () => z.strictObject({ id: idSchema, ...versionAsked() }),
    output: () =>
      salesContractFields().extend({
        id: idSchema,
        number: z.string(),
        revision: z.int(),
        ...versionShown(),
        status: z.enum(SALES_CONTRACT_STATUSES),
        signedOn: dateSchema.nullable(),
        shares: z
          .array(z.strictObject({ userId: idSchema, name: z.string(), share: percentSchema }))
          .describe('who has which part of it, the salesperson first; empty: it is the salesperson’s alone'),
        dealNumber: z.string(),
        customerName: z.string(),
        ownerName: z.string(),
        bankAccountName: z.string().nullable(),
        lines: z.array(salesLineSchema().extend({ productCode: z.string().nullable(), amount: moneySchema, ...lineState().shape })),
        total: moneySchema,
        totalBase: moneySchema,
        shipments: z.array(z.strictObject({ id: idSchema, number: z.string(), status: z.string(), total: moneySchema })),
        purchases: z.array(z.strictObject({ id: idSchema, number: z.string(), status: z.string() })),
        advances: z.array(moneySchema).describe('received for this contract and not yet allocated'),
      }),
    watches: [
      'sales_contract',
      'sales_line',
      'sales_share',
      'bank_account',
      'shipment',
      'purchase_contract',
      'posting',
      'contract_version',
      'deal',
      'party',
      'product',
      'purchase_line',
      'shipment_line',
      'user',
    ],
  }),
  /** Accounts of ours that papers may ask to be paid to: in use, and as two persons confirmed them. The first is the usual one. */
  'payable-accounts': query({
    permission: 'sales-contract.view',
    input: () => z.strictObject({ currency: currencySchema }),
    output: () => z.array(z.strictObject({ id: idSchema, name: z.string(), details: z.string() })),
    watches: ['bank_account', 'bank_details', 'approval', 'user'],
  }),
  /**
   * What the contract comes to as typed: the one implementation of its arithmetic, asked by the live form. With `contractId`, of a contract that may
   * have been shipped in part: what has left keeps its price.
   */
  'preview-sales-contract': query({
    permission: 'sales-contract.view',
    input: () =>
      z.strictObject({
        contractId: idSchema.optional(),
        currency: currencySchema,
        rate: rateSchema,
        paymentTerm: paymentTermSchema,
        /** What the sense checks look at; without them the figures are the same. */
        contractDate: dateSchema.optional(),
        latestShipment: dateSchema.nullable().optional(),
        lines: z.array(salesLineSchema().pick({ id: true, quantity: true, price: true, discount: true }).extend(pricedGoods())).max(500),
      }),
    output: () =>
      totals().extend({
        /** What it comes to more than the contract in force, in its currency; null without `contractId`, when not more, or in another currency. */
        added: moneySchema.nullable(),
        warnings: warningsSchema(),
      }),
    watches: ['sales_line', 'shipment', 'purchase_contract', 'purchase_line', 'sales_contract', 'shipment_line', 'exchange_rate'],
  }),
  /** Net sales of signed contracts by one grouping: each line rounded to minor units, then summed, per currency. */
  'sales-by': list({
    permission: 'sales-figures.view',
    scope: 'sales-contract',
    export: 'sales-contract.export',
    params: () =>
      z.strictObject({
        by: z.enum(SALES_GROUPINGS),
        second: z.enum(SALES_GROUPINGS).optional(),
        from: dateSchema.optional(),
        to: dateSchema.optional(),
        currency: currencySchema.optional(),
      }),
    columns: {
      group: column.text({ width: 240 }),
      second: column.text({ width: 180 }),
      currency: column.code({ width: 80 }),
      /** Distinct per group: a contract of several products stands in several groups, so it has no total. */
      contracts: column.integer(),
      lines: column.integer({ total: true }),
      quantity: column.quantity({ total: true }),
      gross: column.money('currency', { total: true }),
      discount: column.money('currency', { total: true }),
      net: column.money('currency', { total: true }),
      netBase: column.base({ total: true }),
    },
    sort: [{ field: 'netBase', descending: true }],
    heavy: true,
    watches: ['sales_contract', 'deal', 'department', 'party', 'product', 'product_category', 'sales_line', 'user'],
  }),
}
