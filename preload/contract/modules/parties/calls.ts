// Parties (往来单位): customers on one side, vendors (factories, forwarders and the rest) on the other, with their contacts.
import { z } from 'zod'
import {
  changedOutcome,
  codeText,
  column,
  command,
  emailText,
  list,
  longText,
  query,
  requiredText,
  revisionSchema,
  shortText,
  once,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { incotermSchema } from '../../vocabulary/incoterm.ts'
import { minorSchema } from '../../vocabulary/money.ts'
import { PAPER_LANGUAGES } from '../../vocabulary/paper-layout.ts'
import { paymentTermSchema } from '../../vocabulary/payment-term.ts'
import { customer, bankDetails } from './records.ts'

export const VENDOR_KINDS = [
  'factory',
  'forwarder',
  'shipping-agent',
  'carrier',
  'customs-broker',
  'inspector',
  'insurer',
  'sales-agent',
  'other',
] as const
export const PARTY_KINDS = ['customer', ...VENDOR_KINDS] as const
export const CUSTOMER_STATUSES = statesOf(customer.states)
export const CUSTOMER_LEVELS = ['A', 'B', 'C', 'D'] as const
/** How bank details stand with their confirmation: nothing recorded, or as an approval stands. */
export const BANK_DETAILS_STATES = statesOf(bankDetails.states)
export const CONTACT_ROLES = ['decision-maker', 'influencer', 'user', 'gatekeeper', 'other'] as const

export const countrySchema = once(() => z.string().regex(/^[A-Z]{2}$/, 'country'))
export const contactSchema = once(() =>
  z.strictObject({
    id: idSchema,
    name: requiredText,
    title: shortText,
    role: z.enum(CONTACT_ROLES),
    email: emailText,
    phone: shortText,
    wechat: shortText,
    whatsapp: shortText,
  }),
)

const partyFields = once(() => ({
  code: codeText.max(40).describe('empty: the next number of the series'),
  name: requiredText.describe('main name, as on documents'),
  nameZh: shortText,
  shortName: shortText,
  country: countrySchema().nullable(),
  city: shortText,
  address: longText,
  website: shortText,
  email: emailText,
  phone: shortText,
  taxNumber: codeText,
  currency: currencySchema,
  paymentTerm: paymentTermSchema,
  bankDetails: longText,
  remark: longText,
  contacts: z.array(contactSchema()).max(100),
}))
/** Where somebody is paid: as it stands, as a second person confirmed it last, and who changed it. */
export const bankDetailsSchema = once(() =>
  z.strictObject({
    version: z.int().describe('counts every change; a confirmation is bound to it'),
    details: z.string(),
    /** What stood there until the last change. */
    before: z.string().nullable(),
    confirmed: z.string().nullable(),
    state: z.enum(BANK_DETAILS_STATES),
    changedBy: z.string().nullable().describe('null: stood here before changes were kept'),
    changedAt: z.string(),
  }),
)
export const customerFields = once(() =>
  z.strictObject({
    ...partyFields(),
    status: z.enum(CUSTOMER_STATUSES),
    level: z.enum(CUSTOMER_LEVELS).nullable(),
    creditGrade: shortText,
    /** Minor units of creditCurrency; null: unlimited; 0: cash before shipment. */
    creditLimit: minorSchema.min(0).nullable(),
    creditCurrency: currencySchema,
    incoterm: incotermSchema.nullable(),
    port: shortText,
    source: shortText,
    industry: shortText,
    documentLanguage: z.enum(PAPER_LANGUAGES).nullable().describe('in which papers are written to them; null: English'),
    consignee: longText.describe('on papers; empty: the customer'),
    notifyParty: longText,
    marks: longText.describe('shipping marks'),
    ownerId: idSchema.describe('salesperson'),
  }),
)
export const vendorFields = once(() => z.strictObject({ ...partyFields(), kind: z.enum(VENDOR_KINDS) }))
export type CustomerFields = z.infer<ReturnType<typeof customerFields>>
export type VendorFields = z.infer<ReturnType<typeof vendorFields>>

/** Why a party that looks like one which is here already is made all the same (Y12); without it `similar-party` is refused. */
const duplicateReason = once(() => shortText.optional().describe('why it is made although a similar one is here'))
/** What two parties have in common. */
export const SIMILAR_REASONS = ['name', 'mail', 'phone', 'domain', 'tax'] as const

const created = once(() => z.strictObject({ id: idSchema, code: z.string(), revision: z.int() }))
export const partiesCommands = {
  'create-customer': command({
    class: 'intent',
    desk: 'runs',
    permission: 'customer.create',
    input: () => customerFields().extend({ id: idSchema, duplicateReason: duplicateReason() }),
    outcome: created,
  }),
  'edit-customer': command({
    class: 'intent',
    desk: 'runs',
    permission: 'customer.edit',
    input: () => customerFields().extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  'hand-over-customer': command({
    class: 'intent',
    desk: 'hub',
    permission: 'customer.handover',
    input: () => z.strictObject({ id: idSchema, revision: revisionSchema, newOwnerId: idSchema }),
    outcome: changedOutcome,
  }),
  'create-vendor': command({
    class: 'intent',
    desk: 'runs',
    permission: 'vendor.create',
    input: () => vendorFields().extend({ id: idSchema, duplicateReason: duplicateReason() }),
    outcome: created,
  }),
  'edit-vendor': command({
    class: 'intent',
    desk: 'runs',
    permission: 'vendor.edit',
    input: () => vendorFields().extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  'set-vendor-active': command({
    class: 'intent',
    desk: 'runs',
    permission: 'vendor.edit',
    input: () => z.strictObject({ id: idSchema, revision: revisionSchema, active: z.boolean() }),
    outcome: changedOutcome,
  }),
}

export const partiesQueries = {
  customers: list({
    permission: 'customer.view',
    scope: 'customer',
    export: 'customer.export',
    columns: {
      code: column.code({ width: 110 }),
      name: column.text({ width: 260 }),
      nameZh: column.text({ hidden: true }),
      shortName: column.text({ hidden: true }),
      country: column.text({ width: 130 }),
      city: column.text(),
      status: column.enum('customer-status', CUSTOMER_STATUSES),
      level: column.enum('customer-level', CUSTOMER_LEVELS, { width: 80 }),
      owner: column.text(),
      currency: column.code({ width: 80 }),
      creditLimit: column.money('creditCurrency'),
      receivable: column.base({ total: true, secret: 'receivable.view' }),
      email: column.text({ hidden: true }),
      phone: column.text({ hidden: true }),
      createdAt: column.datetime({ hidden: true }),
    },
    sort: [{ field: 'code', descending: false }],
    watches: ['party', 'posting', 'contact', 'department', 'user'],
    opens: { route: 'customer', id: 'id' },
  }),
  customer: query({
    permission: 'customer.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => customerFields().extend({ id: idSchema, revision: z.int(), ownerName: z.string(), createdAt: z.string() }),
    watches: ['party', 'contact', 'department', 'user'],
  }),
  vendors: list({
    permission: 'vendor.view',
    scope: 'company',
    export: 'vendor.export',
    params: () => z.strictObject({ kind: z.enum(VENDOR_KINDS).optional() }).optional(),
    columns: {
      code: column.code({ width: 110 }),
      name: column.text({ width: 260 }),
      nameZh: column.text({ hidden: true }),
      kind: column.enum('party-kind', VENDOR_KINDS),
      country: column.text({ width: 130 }),
      city: column.text(),
      currency: column.code({ width: 80 }),
      payable: column.base({ total: true, secret: 'payable.view' }),
      email: column.text(),
      phone: column.text(),
      active: column.boolean({ width: 80 }),
      bankDetails: column.enum('bank-details-state', BANK_DETAILS_STATES, { width: 120, hidden: true }),
    },
    sort: [{ field: 'code', descending: false }],
    watches: ['party', 'posting', 'bank_details', 'approval'],
    opens: { route: 'vendor', id: 'id' },
  }),
  vendor: query({
    permission: 'vendor.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      vendorFields().extend({
        id: idSchema,
        revision: z.int(),
        active: z.boolean(),
        createdAt: z.string(),
        bank: bankDetailsSchema().nullable(),
      }),
    watches: ['party', 'contact', 'bank_details', 'approval', 'user'],
  }),
  /** While a name is typed: parties that look the same (normalized name, mail address, mail or web domain, phone). */
  'similar-parties': query({
    permission: 'signed-in',
    input: () => z.strictObject({ name: shortText, email: shortText, website: shortText, phone: shortText, exceptId: idSchema.nullable() }),
    output: () => z.array(z.strictObject({ kind: z.enum(PARTY_KINDS), name: z.string(), reason: z.enum(SIMILAR_REASONS) })),
    watches: [],
  }),
  /** While a customer is looked for in a field: those of colleagues, by name and owner alone (Y15). */
  'colleagues-customers': query({
    permission: 'customer.view',
    input: () => z.strictObject({ typed: shortText.describe('the beginning of a name, or a whole code') }),
    output: () => z.array(z.strictObject({ name: z.string(), owner: z.string() })),
    watches: [],
  }),
}
