// Certificates of origin (原产地证) of shipments: what is typed, and what comes out of the shipment.
import { z } from 'zod'
import { column, command, list, longText, noOutcome, once, query, savedOutcome, shortText, versionRef } from '../../define/index.ts'
import { planDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { paperProblemSchema } from '../papers/calls.ts'
import { customsCodeSchema } from './code.ts'

/** The one of the chamber of commerce (CCPIT), GSP Form A, and the one of the agreement of fifteen countries around the Pacific. */
export const ORIGIN_FORMS = ['co', 'form-a', 'rcep'] as const
export type OriginForm = (typeof ORIGIN_FORMS)[number]

export const originFields = once(() =>
  z.strictObject({
    originForm: z.enum(ORIGIN_FORMS),
    certificateNumber: customsCodeSchema().describe('given by who issues it'),
    declaredAt: shortText.describe('place: NINGBO, CHINA'),
    declaredOn: planDate.nullable(),
    destinationCountry: customsCodeSchema().describe('alpha-3'),
    consignee: longText.describe('empty: as the contract says'),
    via: shortText.describe('a middleman'),
    manufacturer: longText.describe('on RCEP; CONFIDENTIAL, NOT AVAILABLE and SEE BOX 8 are allowed too'),
    remark: longText.describe('on RCEP, such as who invoices in a third country'),
    /** What is said of the goods; `fobValue`: of the whole line, asked for by RVC. */
    goods: z
      .array(z.strictObject({ id: idSchema, lineId: idSchema, criterion: customsCodeSchema(), fobValue: minorSchema.nullable() }))
      .max(500),
  }),
)
export type OriginFields = z.infer<ReturnType<typeof originFields>>

const itemSchema = once(() =>
  z.strictObject({
    ...{ no: z.int(), lineIds: z.array(idSchema), description: z.string(), hsCode: z.string(), originCountry: z.string() },
    ...{
      quantity: z.string(),
      unit: z.string(),
      packages: z.int().nullable(),
      packedWith: z.int().nullable(),
      grossWeight: z.string().nullable(),
    },
    ...{ criterion: z.string(), fobValue: moneySchema.nullable() },
  }),
)
const computed = once(() =>
  z.strictObject({
    items: z.array(itemSchema()),
    lines: z.array(z.strictObject({ lineId: idSchema, description: z.string(), quantity: z.string(), unit: z.string() })),
    currency: z.string(),
    problems: z.array(paperProblemSchema()),
    warnings: z.array(paperProblemSchema()),
  }),
)
const ofShipment = once(() => z.strictObject({ shipmentNumber: z.string(), customer: z.string() }))
const WATCHED = [
  ...(['origin_certificate', 'origin_goods', 'product_customs', 'shipment', 'shipment_line', 'shipment_package', 'sales_line'] as const),
  ...(['sales_contract', 'contract_version', 'product', 'party', 'contact', 'deal', 'posting', 'user', 'customs_code'] as const),
]

export const originCommands = {
  /** Makes a certificate of a shipment or changes it. */
  'save-origin-certificate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'origin-certificate.edit',
    input: () => originFields().extend({ id: idSchema, revision: z.int().min(1).optional(), shipmentId: idSchema }),
    outcome: savedOutcome,
  }),
  /** Takes one away of which no paper was issued. */
  'discard-origin-certificate': command({
    class: 'intent',
    desk: 'hub',
    permission: 'origin-certificate.edit',
    input: versionRef,
    outcome: noOutcome,
  }),
}

export const originQueries = {
  'origin-certificate': query({
    permission: 'origin-certificate.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      originFields().extend({
        ...{ id: idSchema, number: z.string(), revision: z.int(), shipmentId: idSchema },
        ...ofShipment().shape,
        ...computed().shape,
      }),
    watches: WATCHED,
  }),
  /** Certificates of a shipment, and the form that its country suggests. */
  'origin-of-shipment': query({
    permission: 'origin-certificate.view',
    input: () => z.strictObject({ shipmentId: idSchema }),
    output: () =>
      z.strictObject({
        certificates: z.array(
          z.strictObject({ id: idSchema, number: z.string(), originForm: z.enum(ORIGIN_FORMS), certificateNumber: z.string() }),
        ),
        suggested: z.enum(ORIGIN_FORMS),
      }),
    watches: ['origin_certificate', 'shipment', 'party', 'customs_code'],
  }),
  /** What a new one begins with: what the shipment says, and the rest as in the one of that form that was made last. */
  'new-origin-certificate': query({
    permission: 'origin-certificate.edit',
    input: () => z.strictObject({ shipmentId: idSchema, originForm: z.enum(ORIGIN_FORMS) }),
    output: () =>
      originFields().extend({
        ...ofShipment().shape,
        goods: z.array(z.strictObject({ lineId: idSchema, criterion: z.string() })),
      }),
    watches: WATCHED,
  }),
  /** Items as they would be certified, of what is typed. */
  'preview-origin-certificate': query({
    permission: 'origin-certificate.view',
    input: () => originFields().extend({ shipmentId: idSchema }),
    output: computed,
    watches: WATCHED,
  }),
  'origin-certificates': list({
    permission: 'origin-certificate.view',
    scope: 'shipment',
    export: 'origin-certificate.export',
    params: () => z.strictObject({}).optional(),
    columns: {
      number: column.code({ width: 130 }),
      originForm: column.enum('origin-form', ORIGIN_FORMS),
      shipment: column.code({ width: 130, opens: { route: 'shipment', id: 'shipmentId' } }),
      customer: column.text({ width: 220 }),
      destinationCountry: column.code(),
      certificateNumber: column.code({ width: 170 }),
      declaredOn: column.date(),
    },
    sort: [{ field: 'number', descending: true }],
    opens: { route: 'origin-certificate', id: 'id' },
    watches: ['origin_certificate', 'shipment', 'party'],
  }),
}
