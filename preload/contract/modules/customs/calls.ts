// Customs declarations (报关单): drafts made of shipments, what customs want to know of products, and customs' lists of codes.
import { z } from 'zod'
import { changedOutcome, column, command, list, longText, once, query, requiredText, savedOutcome, shortText } from '../../define/index.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { planDate } from '../../vocabulary/dates.ts'
import { priceSchema, quantityOrZeroSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { paperProblemSchema } from '../papers/calls.ts'
import { customsCodeSchema } from './code.ts'
import { originCommands, originQueries } from './origin.ts'

/** Lists of codes that a declaration is filled in with. */
export const CUSTOMS_LISTS = [
  'supervision',
  'duty-nature',
  'duty-mode',
  'transport',
  'country',
  'packaging',
  'deal-terms',
  'office',
  'exit-port',
  'area',
  'unit',
  'brand',
  'preference',
  'form-a-country',
  'form-a-criterion',
  'rcep-country',
  'rcep-criterion',
] as const
export type CustomsList = (typeof CUSTOMS_LISTS)[number]

/** What a product is to customs. `legalQuantity`: legal units in one of the unit it is sold in; 0: by weight, or the unit itself. */
export const productCustomsFields = once(() =>
  z.strictObject({
    declaredName: shortText.describe('empty: the Chinese name'),
    elements: longText.describe('use, material, model … in the order that the tariff asks'),
    brandType: customsCodeSchema(),
    preference: customsCodeSchema(),
    legalUnit: customsCodeSchema(),
    legalQuantity: quantityOrZeroSchema,
    secondUnit: customsCodeSchema(),
    secondQuantity: quantityOrZeroSchema,
    sourceArea: customsCodeSchema().describe('empty: that of the declaration'),
    originCountry: customsCodeSchema().describe('alpha-3; empty: CHN'),
  }),
)
export type ProductCustomsFields = z.infer<ReturnType<typeof productCustomsFields>>

/** The head of a declaration. Amounts in one currency; null: none. */
export const declarationFields = once(() =>
  z.strictObject({
    exportOn: planDate.nullable(),
    customsRegistration: customsCodeSchema().describe('ours, 10 digits'),
    exitOffice: customsCodeSchema(),
    exitPort: shortText,
    supervision: customsCodeSchema(),
    dutyNature: customsCodeSchema(),
    dutyMode: customsCodeSchema(),
    manualNumber: customsCodeSchema(),
    licenceNumber: customsCodeSchema(),
    producer: shortText.describe('empty: we'),
    buyerAeo: customsCodeSchema(),
    tradeCountry: customsCodeSchema().describe('alpha-3'),
    destinationCountry: customsCodeSchema().describe('alpha-3'),
    destinationPort: shortText,
    packaging: customsCodeSchema(),
    dealTerms: customsCodeSchema(),
    sourceArea: customsCodeSchema(),
    feeCurrency: currencySchema,
    freight: minorSchema.nullable(),
    insurance: minorSchema.nullable(),
    otherFees: minorSchema.nullable(),
    attachedDocuments: shortText,
    remark: longText,
    /** Customs value of goods that are sold for nothing: unit prices, for customs purposes only. */
    customsValues: z.array(z.strictObject({ id: idSchema, lineId: idSchema, price: priceSchema })).max(500),
  }),
)
export type DeclarationFields = z.infer<ReturnType<typeof declarationFields>>

const itemSchema = once(() =>
  z.strictObject({
    ...{
      no: z.int(),
      lineIds: z.array(idSchema),
      productId: idSchema.nullable(),
      hsCode: z.string(),
      name: z.string(),
      elements: z.string(),
    },
    ...{
      quantity: z.string(),
      unit: z.string(),
      unitCode: z.string(),
      price: z.string(),
      total: moneySchema,
      netWeight: z.string().nullable(),
    },
    ...{ legalQuantity: z.string().nullable(), legalUnit: z.string(), secondQuantity: z.string().nullable(), secondUnit: z.string() },
    ...{ originCountry: z.string(), destinationCountry: z.string(), sourceArea: z.string(), dutyMode: z.string() },
  }),
)
const computed = once(() =>
  z.strictObject({
    items: z.array(itemSchema()),
    total: moneySchema,
    /** Lines sold for nothing, whose customs value is asked for. */
    free: z.array(z.strictObject({ lineId: idSchema, description: z.string(), quantity: z.string(), unit: z.string() })),
    problems: z.array(paperProblemSchema()),
  }),
)
const watched = [
  'customs_declaration',
  'customs_value',
  'product_customs',
  'shipment',
  'shipment_line',
  'shipment_package',
  'sales_line',
] as const
const WATCHED = [...watched, 'sales_contract', 'contract_version', 'product', 'party', 'contact', 'deal', 'posting', 'user', 'customs_code']

export const customsCommands = {
  ...originCommands,
  /** Makes the declaration of a shipment or changes it; one a shipment. */
  'save-customs-declaration': command({
    class: 'intent',
    desk: 'hub',
    permission: 'customs-declaration.edit',
    input: () => declarationFields().extend({ id: idSchema, revision: z.int().min(1).optional(), shipmentId: idSchema }),
    outcome: savedOutcome,
  }),
  /** `revision`: as it was seen; 0 while nothing was kept. */
  'save-product-customs': command({
    class: 'intent',
    desk: 'hub',
    permission: 'customs-declaration.edit',
    input: () => productCustomsFields().extend({ id: idSchema.describe('of the product'), revision: z.int().min(0) }),
    outcome: changedOutcome,
  }),
  'save-customs-code': command({
    class: 'intent',
    desk: 'hub',
    permission: 'customs-code.edit',
    input: () =>
      z.strictObject({
        id: idSchema,
        revision: z.int().min(1).optional(),
        list: z.enum(CUSTOMS_LISTS),
        code: customsCodeSchema().min(1, 'required'),
        name: requiredText,
        active: z.boolean(),
      }),
    outcome: changedOutcome,
  }),
}

export const customsQueries = {
  ...originQueries,
  'customs-declaration': query({
    permission: 'customs-declaration.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      declarationFields().extend({
        ...{ id: idSchema, number: z.string(), revision: z.int(), shipmentId: idSchema, shipmentNumber: z.string(), customer: z.string() },
        ...computed().shape,
      }),
    watches: WATCHED,
  }),
  /** The declaration of a shipment; null while there is none. */
  'declaration-of-shipment': query({
    permission: 'customs-declaration.view',
    input: () => z.strictObject({ shipmentId: idSchema }),
    output: () => z.strictObject({ id: idSchema, number: z.string() }).nullable(),
    watches: ['customs_declaration', 'shipment'],
  }),
  /** What a new one begins with: what the shipment says, and the rest as in the one that was saved last. */
  'new-customs-declaration': query({
    permission: 'customs-declaration.edit',
    input: () => z.strictObject({ shipmentId: idSchema }),
    output: () => declarationFields().extend({ shipmentNumber: z.string(), customer: z.string() }),
    watches: WATCHED,
  }),
  /** Items as they would be declared, of what is typed. */
  'preview-customs-declaration': query({
    permission: 'customs-declaration.view',
    input: () => declarationFields().extend({ shipmentId: idSchema }),
    output: computed,
    watches: WATCHED,
  }),
  'customs-declarations': list({
    permission: 'customs-declaration.view',
    scope: 'shipment',
    export: 'customs-declaration.export',
    params: () => z.strictObject({}).optional(),
    columns: {
      number: column.code({ width: 130 }),
      shipment: column.code({ width: 130, opens: { route: 'shipment', id: 'shipmentId' } }),
      customer: column.text({ width: 220 }),
      declarationNumber: column.code({ width: 170 }),
      exportOn: column.date(),
      exitOffice: column.code(),
      supervision: column.code(),
      destinationCountry: column.code(),
    },
    sort: [{ field: 'number', descending: true }],
    opens: { route: 'customs-declaration', id: 'id' },
    watches: ['customs_declaration', 'shipment', 'party'],
  }),
  'product-customs': query({
    permission: 'product.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => productCustomsFields().extend({ id: idSchema, revision: z.int() }),
    watches: ['product_customs', 'product'],
  }),
  /** Every list with the company's corrections; codes that are not in use any more are told as such. */
  'customs-codes': query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.array(
        z.strictObject({
          list: z.enum(CUSTOMS_LISTS),
          codes: z.array(
            z.strictObject({
              ...{ code: z.string(), name: z.string(), active: z.boolean() },
              own: z.strictObject({ id: idSchema, revision: z.int() }).nullable(),
            }),
          ),
        }),
      ),
    watches: ['customs_code'],
  }),
}
