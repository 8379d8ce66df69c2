// Purchase contracts (采购合同) with factories, and what of each line is bought, billed and shipped.
import { z } from 'zod'
import { column, command, list, longText, noOutcome, query, requiredText, savedOutcome, versionRef, once } from '../../define/index.ts'
import { secret } from '../../figures.ts'
import { statesOf } from '../../define/record.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { percentSchema, priceSchema, quantitySchema, rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { paymentTermSchema } from '../../vocabulary/payment-term.ts'
import { conversionSchema, unitSchema } from '../../vocabulary/units.ts'
import { warningsSchema } from '../../warnings.ts'
import { pricedGoods } from '../contracts/calls.ts'
import { amendmentFields, versionAsked, versionShown } from '../amendments/calls.ts'
import { purchaseContract } from './records.ts'

export const PURCHASE_CONTRACT_STATUSES = statesOf(purchaseContract.states)

export const purchaseLineSchema = once(() =>
  z.strictObject({
    id: idSchema,
    /** The sales line it is bought for; null for stock or samples of a deal. */
    salesLineId: idSchema.nullable(),
    dealId: idSchema.nullable(),
    productId: idSchema.nullable(),
    description: requiredText,
    quantity: quantitySchema,
    unit: unitSchema,
    /** Needed where the unit is not that of the sales line. */
    conversion: conversionSchema.nullable().optional(),
    /** VAT-inclusive unit price. */
    price: priceSchema,
    vatRate: percentSchema,
    refundRate: percentSchema,
  }),
)
export const purchaseContractFields = once(() =>
  z.strictObject({
    supplierId: idSchema,
    contractDate: factDate,
    currency: currencySchema,
    rate: rateSchema,
    deliveryDate: planDate.nullable(),
    paymentTerm: paymentTermSchema,
    clauses: longText,
    remark: longText,
    ownerId: idSchema.describe('purchaser'),
    lines: z.array(purchaseLineSchema()).min(1, 'required').max(500),
  }),
)
export type PurchaseContractFields = z.infer<ReturnType<typeof purchaseContractFields>>
/** What an amendment may change: all but with whom, when it was made and whose it is. */
export const purchaseAmendmentFields = once(() => purchaseContractFields().omit({ supplierId: true, contractDate: true, ownerId: true }))
export type PurchaseAmendmentFields = z.infer<ReturnType<typeof purchaseAmendmentFields>>

export const purchasingCommands = {
  'save-purchase-contract': command({
    class: 'intent',
    desk: 'runs',
    permission: 'purchase-contract.create',
    input: () => purchaseContractFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  'sign-purchase-contract': command({
    class: 'intent',
    desk: 'hub',
    permission: 'purchase-contract.sign',
    input: () => versionRef().extend({ signedOn: factDate }),
    outcome: savedOutcome,
  }),
  'void-purchase-contract': command({
    class: 'intent',
    desk: 'hub',
    permission: 'purchase-contract.void',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: savedOutcome,
  }),
  'discard-purchase-contract': command({
    class: 'intent',
    desk: 'runs',
    permission: 'purchase-contract.edit',
    input: versionRef,
    outcome: noOutcome,
  }),
  /** Changes an amendment in preparation (begin-amendment); `id` and `revision` are the amendment's. */
  'save-purchase-amendment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'purchase-contract.amend',
    input: () => purchaseAmendmentFields().extend({ ...versionRef().shape, ...amendmentFields }),
    outcome: savedOutcome,
  }),
}

/** Where the price of goods to buy comes from, the nearest paper first. */
export const PRICE_SOURCES = ['profit-estimate', 'quotation', 'last-purchase'] as const
const lineState = once(() => ({ billed: z.string(), shipped: z.string() }))
export const purchasingQueries = {
  'purchase-contracts': list({
    permission: 'purchase-contract.view',
    scope: 'purchase-contract',
    export: 'purchase-contract.export',
    params: () => z.strictObject({ supplierId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      contractDate: column.date(),
      supplier: column.text({ width: 220, opens: { route: 'vendor', id: 'supplierId' } }),
      status: column.enum('purchase-contract-status', PURCHASE_CONTRACT_STATUSES, { width: 90 }),
      currency: column.code({ width: 80 }),
      total: column.money('currency', { total: true, secret: 'cost' }),
      billedShare: column.percent({ fixed: true, secret: 'cost' }),
      shippedShare: column.percent({ fixed: true }),
      paidShare: column.percent({ fixed: true, secret: 'payable.view' }),
      deliveryDate: column.date(),
      totalBase: column.base({ total: true, secret: 'cost' }),
      owner: column.text(),
    },
    sort: [{ field: 'contractDate', descending: true }],
    watches: ['purchase_contract', 'party', 'posting', 'production', 'purchase_line', 'user'],
    opens: { route: 'purchase-contract', id: 'id' },
  }),
  'purchase-lines': list({
    permission: 'purchase-contract.view',
    scope: 'purchase-contract',
    export: 'purchase-contract.export',
    params: () =>
      z
        .strictObject({
          contractId: idSchema.optional(),
          supplierId: idSchema.optional(),
          dealId: idSchema.optional(),
          unbilledOnly: z.boolean().optional(),
        })
        .optional(),
    columns: {
      contract: column.code({ opens: { route: 'purchase-contract', id: 'contractId' } }),
      contractDate: column.date(),
      supplier: column.text({ width: 200, opens: { route: 'vendor', id: 'supplierId' } }),
      deal: column.code({ opens: { route: 'deal', id: 'dealId' } }),
      product: column.code({ opens: { route: 'product', id: 'productId' } }),
      description: column.text({ width: 220 }),
      quantity: column.quantity({ total: true }),
      unit: column.code({ width: 70 }),
      price: column.price({ secret: 'cost' }),
      amount: column.money('currency', { total: true, secret: 'cost' }),
      vatRate: column.percent({ hidden: true }),
      refundRate: column.percent({ hidden: true }),
      billed: column.quantity(),
      shipped: column.quantity(),
      deliveryDate: column.date(),
    },
    sort: [{ field: 'contractDate', descending: true }],
    watches: ['purchase_contract', 'purchase_line', 'deal', 'party', 'product'],
    opens: { route: 'purchase-contract', id: 'contractId' },
  }),
  'purchase-contract': query({
    permission: 'purchase-contract.view',
    input: () => z.strictObject({ id: idSchema, ...versionAsked() }),
    output: () =>
      purchaseContractFields().extend({
        id: idSchema,
        number: z.string(),
        revision: z.int(),
        ...versionShown(),
        status: z.enum(PURCHASE_CONTRACT_STATUSES),
        signedOn: dateSchema.nullable(),
        supplierName: z.string(),
        ownerName: z.string(),
        lines: z.array(
          purchaseLineSchema().extend({
            price: secret('cost', purchaseLineSchema().shape.price.optional()),
            productCode: z.string().nullable(),
            dealNumber: z.string().nullable(),
            amount: secret('cost', moneySchema.optional()),
            ...lineState(),
          }),
        ),
        /** Units of the sales lines that lines are bought for. */
        soldIn: z.array(z.strictObject({ lineId: idSchema, unit: z.string() })).optional(),
        total: secret('cost', moneySchema.optional()),
        totalBase: secret('cost', moneySchema.optional()),
        bills: z.array(z.strictObject({ id: idSchema, number: z.string(), total: secret('cost', moneySchema.optional()) })),
      }),
    watches: [
      'purchase_contract',
      'purchase_line',
      'bill',
      'contract_version',
      'bill_line',
      'deal',
      'party',
      'product',
      'sales_line',
      'user',
    ],
  }),
  'preview-purchase-contract': query({
    permission: 'purchase-contract.create',
    input: () =>
      z.strictObject({
        currency: currencySchema,
        rate: rateSchema,
        paymentTerm: paymentTermSchema,
        /** What the sense checks look at; without them the figures are the same. `contractId`: the contract itself, whose own prices are no history. */
        contractId: idSchema.optional(),
        contractDate: dateSchema.optional(),
        deliveryDate: dateSchema.nullable().optional(),
        lines: z
          .array(
            purchaseLineSchema().pick({ id: true, quantity: true, price: true, vatRate: true, refundRate: true }).extend(pricedGoods()),
          )
          .max(500),
      }),
    output: () =>
      z.strictObject({
        lines: z.array(z.strictObject({ id: idSchema, amount: moneySchema, net: moneySchema, vat: moneySchema, refund: moneySchema })),
        total: moneySchema,
        net: moneySchema,
        vat: moneySchema,
        refund: moneySchema,
        totalBase: moneySchema,
        warnings: warningsSchema(),
      }),
    watches: [],
  }),
  /** Lines of signed sales contracts that are not yet wholly bought, to start a purchase contract from. */
  'lines-to-purchase': query({
    permission: 'purchase-contract.create',
    /** With a supplier, goods are described as that one reads them: by their Chinese names to a Chinese factory. */
    input: () =>
      z.strictObject({ dealId: idSchema.optional(), contractId: idSchema.optional(), supplierId: idSchema.nullable().optional() }),
    output: () =>
      z.array(
        z.strictObject({
          salesLineId: idSchema,
          contractNumber: z.string(),
          dealId: idSchema,
          dealNumber: z.string(),
          productId: idSchema.nullable(),
          productCode: z.string().nullable(),
          description: z.string(),
          unit: z.string(),
          quantity: z.string(),
          purchased: z.string(),
          left: z.string(),
          supplierId: idSchema.nullable(),
          vatRate: z.string(),
          refundRate: z.string(),
          lastPrice: z.string().nullable(),
          /** What it will cost as far as anybody knows, VAT-inclusive in base currency, and which paper says so; null without cost.view. */
          price: z.string().nullable(),
          priceFrom: z
            .strictObject({ from: z.enum(PRICE_SOURCES), number: z.string(), route: z.string(), id: idSchema, date: dateSchema })
            .nullable(),
          piecesPerCarton: z.string().nullable().optional().describe("of the product, in the product's unit"),
        }),
      ),
    watches: [
      'sales_contract',
      'purchase_contract',
      'deal',
      'party',
      'product',
      'profit_estimate',
      'profit_estimate_line',
      'purchase_line',
      'quotation',
      'quotation_line',
      'quotation_line_cost',
      'sales_line',
    ],
  }),
}
