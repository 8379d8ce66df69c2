// Shipments (出运): lines and quantities of contracts, booked, dispatched (发货 posts receivables, revenue and cost) and followed to arrival.
import { z } from 'zod'
import {
  codeText,
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
import { cutoffSchema } from '../../vocabulary/cutoff.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { measureSchema, percentSchema, quantitySchema, rateSchema } from '../../vocabulary/decimal.ts'
import { withoutInvisible } from '../../vocabulary/fold.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { TRANSPORT_MODES, transportModeSchema } from '../../vocabulary/incoterm.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { INSTALMENT_EVENTS } from '../../vocabulary/payment-term.ts'
import { warningsSchema } from '../../warnings.ts'
import { shipment } from './records.ts'

export const SHIPMENT_STATUSES = statesOf(shipment.states)
/** Steps after dispatch, in order; each may be skipped but not gone back. */
export const SHIPMENT_STEPS = ['on-board', 'arrived', 'documents-delivered', 'done'] as const

export const shipmentLineSchema = once(() => z.strictObject({ id: idSchema, salesLineId: idSchema, quantity: quantitySchema }))
/** A container's number is written in capitals. */
const containerNumber = (text: string): string => withoutInvisible(text.normalize('NFKC')).toUpperCase()
export const containerSchema = once(() =>
  z.strictObject({
    type: z.string().max(10),
    number: z.string().overwrite(containerNumber).max(20),
    seal: shortText,
    vgm: measureSchema.nullable().default(null).describe('verified gross mass: kg of cargo and container'),
  }),
)
export const PACKAGE_KINDS = ['carton', 'bag', 'bale', 'bundle', 'case', 'crate', 'drum', 'pallet', 'roll', 'package'] as const
export type PackageKind = (typeof PACKAGE_KINDS)[number]
const measured = once(() => measureSchema.nullable())
/** Goods of one line in some packages of one size. Figures a package as the product says or as typed; totals stand before what those come to. */
export const packageSchema = once(() =>
  z.strictObject({
    id: idSchema,
    lineId: idSchema.describe("of the shipment's line"),
    quantity: quantitySchema,
    cartons: z.int().min(0).max(1_000_000).nullable().describe('0: in the packages of the row above; null: not known yet'),
    piecesPerCarton: quantitySchema.nullable(),
    netWeight: measured().describe('kg a package'),
    grossWeight: measured().describe('kg a package'),
    cartonLength: measured().describe('cm'),
    cartonWidth: measured().describe('cm'),
    cartonHeight: measured().describe('cm'),
    netTotal: measured().describe('kg as weighed'),
    grossTotal: measured().describe('kg as weighed'),
    volumeTotal: measured().describe('m³ as measured'),
    marks: shortText.describe("empty: the shipment's"),
    container: z.string().overwrite(containerNumber).max(20).describe('number of one of its containers'),
  }),
)
export type PackageRow = z.infer<ReturnType<typeof packageSchema>>
/** How the goods are packed. No rows: as their products say. Left out of a command, what is stored stays. */
export const packingFields = once(() =>
  z.strictObject({
    packages: z.array(packageSchema()).max(500),
    packageKind: z.enum(PACKAGE_KINDS),
    pallets: z.int().min(1).max(10_000).nullable().describe('that all packages stand on'),
    palletWeight: measured().describe('kg of all pallets alone'),
    palletVolume: measured().describe('m³ of all that stands on pallets'),
  }),
)
export type PackingFields = z.infer<ReturnType<typeof packingFields>>
export const BILL_KINDS = ['original', 'telex-release', 'waybill'] as const
/** What is asked of the forwarder. Left out of a command, what is stored stays. */
export const bookingFields = once(() =>
  z.strictObject({
    placeOfReceipt: shortText,
    placeOfDelivery: shortText,
    siCutoff: cutoffSchema,
    vgmCutoff: cutoffSchema,
    cyCutoff: cutoffSchema,
    customsCutoff: cutoffSchema,
    billKind: z.enum(BILL_KINDS),
    goodsOnBill: longText.describe('what the bill of lading calls the goods; empty: as the lines do'),
    billWording: longText.describe('what the bill of lading has to say beside'),
  }),
)
export type BookingFields = z.infer<ReturnType<typeof bookingFields>>
/** What the bill of lading says of the goods, to be compared with their packing. Left out of a command, what is stored stays. */
export const billFields = once(() =>
  z.strictObject({
    billPackages: z.int().min(1).max(1_000_000).nullable().describe('packages, or the pallets that they stand on'),
    billGrossWeight: measured().describe('kg'),
    billVolume: measured().describe('m³'),
    billMarks: longText,
  }),
)
export type BillFields = z.infer<ReturnType<typeof billFields>>
/** How it is insured, where we insure it. Left out of a command, what is stored stays. */
export const insuranceFields = once(() =>
  z.strictObject({
    insuranceMarkup: percentSchema.describe('per cent above the invoice'),
    premiumRate: percentSchema.nullable(),
    insuredWhole: z.boolean().describe('up to a whole unit of the currency'),
    insuranceConditions: longText.describe('empty: the least that the Incoterm asks'),
    claimsAt: shortText.describe('where claims are paid; empty: in the country of destination'),
  }),
)
export type InsuranceFields = z.infer<ReturnType<typeof insuranceFields>>
export const shipmentFields = once(() =>
  z.strictObject({
    ...packingFields().partial().shape,
    ...bookingFields().partial().shape,
    ...insuranceFields().partial().shape,
    ...billFields().partial().shape,
    customerId: idSchema,
    currency: currencySchema,
    forwarderId: idSchema.nullable(),
    carrierId: idSchema.nullable(),
    vessel: shortText,
    voyage: shortText,
    bookingNumber: codeText,
    billOfLadingNumber: codeText,
    invoiceNumber: codeText,
    declarationNumber: codeText,
    transportMode: transportModeSchema.nullable().default(null),
    portOfLoading: shortText,
    portOfDischarge: shortText,
    etd: planDate.nullable(),
    eta: planDate.nullable(),
    containers: z.array(containerSchema()).max(50),
    remark: longText,
    ownerId: idSchema,
    lines: z.array(shipmentLineSchema()).min(1, 'required').max(500),
  }),
)
export type ShipmentFields = z.infer<ReturnType<typeof shipmentFields>>

export const shipmentsCommands = {
  'save-shipment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'shipment.create',
    input: () => shipmentFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: savedOutcome,
  }),
  'book-shipment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'shipment.edit',
    input: () => versionRef().extend({ bookingNumber: requiredCode }),
    outcome: savedOutcome,
  }),
  /** 发货: posts receivables per instalment, revenue and cost of the goods, at `rate` on `dispatchedOn`. */
  'dispatch-shipment': command({
    class: 'intent',
    desk: 'waits',
    permission: 'shipment.dispatch',
    input: () => versionRef().extend({ dispatchedOn: factDate, rate: rateSchema }),
    outcome: () =>
      savedOutcome().extend({ receivables: z.array(z.strictObject({ item: z.string(), dueDate: dateSchema, amount: moneySchema })) }),
  }),
  'record-shipment-step': command({
    class: 'fact',
    desk: 'runs',
    permission: 'shipment.edit',
    input: () => versionRef().extend({ step: z.enum(SHIPMENT_STEPS), on: factDate }),
    outcome: savedOutcome,
  }),
  /** Takes a dispatch back with a reversing journal (红冲); refused while a receivable of it is allocated. */
  'reverse-dispatch': command({
    class: 'intent',
    desk: 'hub',
    permission: 'shipment.reverse',
    input: () => versionRef().extend({ on: factDate, reason: requiredText }),
    outcome: savedOutcome,
  }),
  'discard-shipment': command({ class: 'intent', desk: 'runs', permission: 'shipment.edit', input: versionRef, outcome: noOutcome }),
}

const shipmentLineOut = once(() =>
  shipmentLineSchema().extend({
    contractId: idSchema,
    contractNumber: z.string(),
    dealId: idSchema,
    dealNumber: z.string(),
    productCode: z.string().nullable(),
    description: z.string(),
    unit: z.string(),
    price: z.string(),
    amount: moneySchema,
  }),
)
const packedFigures = once(() =>
  z.strictObject({
    netWeight: z.string().nullable().describe('kg'),
    grossWeight: z.string().nullable().describe('kg; 0 of a row in the packages above'),
    volume: z.string().nullable().describe('m³; 0 of a row in the packages above'),
  }),
)
/** Per cent of what is usually loaded, with one decimal. */
const containerFill = once(() =>
  z.strictObject({ container: z.string(), volume: z.string().nullable(), weight: z.string().nullable(), over: z.boolean() }),
)
/** What the goods take: as they are packed or their products say, null what is not known; and how so much is usually loaded (F15). */
const cargo = once(() =>
  z.strictObject({
    cartons: z.int().nullable(),
    volume: z.string().nullable().describe('m³'),
    grossWeight: z.string().nullable().describe('kg'),
    proposed: z
      .strictObject({
        load: z.enum(['lcl', 'containers']),
        containers: z.array(z.strictObject({ type: z.string(), count: z.int() })),
      })
      .nullable(),
  }),
)
export const shipmentsQueries = {
  shipments: list({
    permission: 'shipment.view',
    scope: 'shipment',
    export: 'shipment.export',
    params: () => z.strictObject({ customerId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      customer: column.text({ width: 220, opens: { route: 'customer', id: 'customerId' } }),
      status: column.enum('shipment-status', SHIPMENT_STATUSES, { width: 110 }),
      etd: column.date(),
      dispatchedOn: column.date(),
      eta: column.date(),
      // Before the amount, so that it is in sight on a small screen (Q25).
      billOfLadingNumber: column.code(),
      currency: column.code({ width: 80 }),
      total: column.money('currency', { total: true }),
      totalBase: column.base({ total: true, hidden: true }),
      invoiceNumber: column.code(),
      vessel: column.text(),
      forwarder: column.text({ hidden: true }),
      carrier: column.text({ hidden: true }),
      portOfDischarge: column.text({ hidden: true }),
      transportMode: column.enum('transport-mode', TRANSPORT_MODES, { width: 90, hidden: true }),
      owner: column.text(),
    },
    sort: [{ field: 'number', descending: true }],
    watches: ['shipment', 'party', 'shipment_line', 'user'],
    opens: { route: 'shipment', id: 'id' },
  }),
  'shipment-lines': list({
    permission: 'shipment.view',
    scope: 'shipment',
    export: 'shipment.export',
    params: () =>
      z.strictObject({ shipmentId: idSchema.optional(), contractId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      shipment: column.code({ width: 115, opens: { route: 'shipment', id: 'shipmentId' } }),
      status: column.enum('shipment-status', SHIPMENT_STATUSES, { width: 100 }),
      dispatchedOn: column.date(),
      customer: column.text({ width: 180, opens: { route: 'customer', id: 'customerId' } }),
      contract: column.code({ width: 115, opens: { route: 'sales-contract', id: 'contractId' } }),
      product: column.code({ width: 100, opens: { route: 'product', id: 'productId' } }),
      description: column.text({ width: 190 }),
      quantity: column.quantity({ total: true, width: 100 }),
      unit: column.code({ width: 70 }),
      amount: column.money('currency', { total: true }),
      cost: column.base({ total: true, secret: 'cost' }),
    },
    sort: [{ field: 'dispatchedOn', descending: true }],
    watches: ['shipment', 'shipment_line', 'party', 'product', 'sales_contract', 'sales_line', 'shipment_source'],
    opens: { route: 'shipment', id: 'shipmentId' },
  }),
  shipment: query({
    permission: 'shipment.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      shipmentFields().extend({
        ...packingFields().shape,
        ...bookingFields().shape,
        ...insuranceFields().shape,
        ...billFields().shape,
        id: idSchema,
        number: z.string(),
        revision: z.int(),
        status: z.enum(SHIPMENT_STATUSES),
        customerName: z.string(),
        forwarderName: z.string().nullable(),
        carrierName: z.string().nullable(),
        ownerName: z.string(),
        dispatchedOn: dateSchema.nullable(),
        onBoardOn: dateSchema.nullable(),
        arrivedOn: dateSchema.nullable(),
        rate: z.string().nullable(),
        lines: z.array(shipmentLineOut()),
        total: moneySchema,
        totalBase: moneySchema.nullable(),
        deposit: moneySchema.describe('of its contracts, that its invoice takes off'),
        balance: moneySchema.describe('due after the deposit'),
        insured: z
          .strictObject({ sum: moneySchema, least: moneySchema.describe('110 % of the invoice'), premium: moneySchema.nullable() })
          .nullable()
          .describe('null where the buyer insures'),
        receivables: z.array(
          z.strictObject({ item: z.string(), instalment: z.int(), dueDate: dateSchema, amount: moneySchema, open: moneySchema }),
        ),
        journals: z.array(z.int()),
        cargo: cargo(),
      }),
    watches: [
      'shipment',
      'shipment_line',
      'shipment_package',
      'posting',
      'allocation',
      'deal',
      'party',
      'product',
      'sales_contract',
      'sales_line',
      'user',
    ],
  }),
  'preview-shipment': query({
    permission: 'shipment.view',
    input: () =>
      z.strictObject({
        currency: currencySchema,
        on: dateSchema,
        rate: rateSchema,
        eta: dateSchema.nullable(),
        lines: z.array(shipmentLineSchema()).max(500),
        /** Of a shipment that leaves next: what its papers will say; asks for warnings. */
        papers: shipmentFields()
          .pick({
            portOfLoading: true,
            portOfDischarge: true,
            vessel: true,
            billOfLadingNumber: true,
            invoiceNumber: true,
            declarationNumber: true,
          })
          .optional(),
      }),
    output: () =>
      z.strictObject({
        lines: z.array(z.strictObject({ id: idSchema, amount: moneySchema })),
        total: moneySchema,
        totalBase: moneySchema,
        receivables: z.array(z.strictObject({ event: z.enum(INSTALMENT_EVENTS), dueDate: dateSchema, amount: moneySchema })),
        cargo: cargo(),
        /** Quantity of each line for which no purchase is known: its cost will be zero until one is. */
        withoutPurchase: z.array(z.strictObject({ id: idSchema, quantity: z.string() })),
        warnings: warningsSchema(),
      }),
    watches: [],
  }),
  /** What a packing comes to as typed: numbers, totals, how full the containers are, what is not packed yet and what does not agree. */
  'preview-packing': query({
    permission: 'shipment.view',
    input: () =>
      packingFields().extend({
        lines: z.array(shipmentLineSchema()).max(500),
        containers: z.array(containerSchema()).max(50),
        /** What the bill of lading says, with what its marks are compared by. */
        bill: billFields().extend({ portOfDischarge: shortText }).optional(),
      }),
    output: () =>
      z.strictObject({
        rows: z.array(
          z.strictObject({
            id: idSchema,
            numbers: z.string().describe("'1–42'; of a row in the packages above, theirs"),
            ...packedFigures().shape,
          }),
        ),
        total: packedFigures().extend({ packages: z.int().nullable() }),
        fills: z.array(containerFill()),
        /** By the products, of what is in no row. */
        unpacked: z.array(packageSchema().omit({ id: true })),
        /** The whole packing with short packages put together in mixed ones; none where no two fit. */
        together: z.array(packageSchema().omit({ id: true })),
        warnings: warningsSchema(),
      }),
    watches: [],
  }),
  /** Lines of a customer's signed contracts with something left to ship. */
  'lines-to-ship': query({
    permission: 'shipment.create',
    input: () => z.strictObject({ customerId: idSchema, currency: currencySchema.optional(), contractId: idSchema.optional() }),
    output: () =>
      z.array(
        z.strictObject({
          salesLineId: idSchema,
          contractId: idSchema,
          contractNumber: z.string(),
          dealId: idSchema,
          dealNumber: z.string(),
          currency: currencySchema,
          transportMode: transportModeSchema.nullable(),
          portOfLoading: z.string(),
          portOfDischarge: z.string(),
          productCode: z.string().nullable(),
          description: z.string(),
          unit: z.string(),
          price: z.string(),
          quantity: z.string(),
          shipped: z.string(),
          planned: z.string(),
          left: z.string(),
        }),
      ),
    watches: ['sales_contract', 'shipment', 'deal', 'product', 'sales_line', 'shipment_line'],
  }),
}
