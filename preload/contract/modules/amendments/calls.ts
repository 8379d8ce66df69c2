// Amendments (合同变更) of signed contracts: one mechanism for sales and purchase contracts. What a kind of contract lets be changed stands in its own module.
import { z } from 'zod'
import {
  column,
  command,
  list,
  noOutcome,
  query,
  requiredText,
  revisionSchema,
  savedOutcome,
  versionRef,
  shortText,
  once,
} from '../../define/index.ts'
import { AMENDED_KINDS, type AmendedKind } from '../../records.ts'
import { statesOf } from '../../define/record.ts'
import { dateSchema, factDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { instalmentSchema } from '../../vocabulary/payment-term.ts'
import { contractAmendment } from './records.ts'

/** in-preparation: an amendment not yet agreed; superseded: another version has followed. */
export const VERSION_STATES = statesOf(contractAmendment.states)
export type VersionState = (typeof VERSION_STATES)[number]

const versionSchema = once(() => z.int().min(1).max(9_999))
/** Why a contract is amended, and the buyer's or factory's message that agrees to it; the latter is needed to put it into force. */
export const amendmentFields = { reason: requiredText, confirmation: shortText }
/** An amendment in preparation, as the page of its contract shows it. */
export const amendmentInPreparation = once(() =>
  z.strictObject({
    id: idSchema,
    revision: z.int(),
    version: z.int(),
    reason: z.string(),
    confirmation: z.string(),
    preparedBy: z.string(),
    createdAt: z.string(),
  }),
)
/** Added to the query of a contract: which version to show; the one in force when absent, the amendment in preparation when one above that. */
export const versionAsked = once(() => ({ version: versionSchema().optional() }))
/** Added to what the query of a contract gives. */
export const versionShown = once(() => ({
  version: z.int().describe('the version shown'),
  inForce: z.int().describe('the version in force'),
  amendment: amendmentInPreparation().nullable(),
}))

const contract = once(() => ({ kind: z.enum(AMENDED_KINDS), contractId: idSchema }))
export const amendmentsCommands = {
  /** Copies a signed contract as it stands into an amendment in preparation; a contract has one at a time. */
  'begin-amendment': command({
    class: 'intent',
    desk: 'runs',
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema, ...contract(), revision: revisionSchema, reason: requiredText }),
    outcome: savedOutcome,
  }),
  /** The contract takes the amendment's content as its next version. Gives the contract's id and revision. */
  'put-amendment-into-force': command({
    class: 'intent',
    desk: 'hub',
    permission: 'signed-in',
    input: () => versionRef().extend({ on: factDate.describe('day of the agreement') }),
    outcome: savedOutcome,
  }),
  'discard-amendment': command({ class: 'intent', desk: 'runs', permission: 'signed-in', input: versionRef, outcome: noOutcome }),
}

/** How a changed value is shown; `incoterm` and `transport-mode` are named by their groups. */
export const VALUE_KINDS = [
  'text',
  'incoterm',
  'transport-mode',
  'boolean',
  'date',
  'quantity',
  'price',
  'percent',
  'rate',
  'money',
  'payment-term',
] as const
export type ValueKind = (typeof VALUE_KINDS)[number]
const shownValue = once(() => z.union([z.string(), z.boolean(), z.null(), moneySchema, z.array(instalmentSchema)]))
const change = once(() =>
  z.strictObject({
    name: z.string().describe('key of the name'),
    kind: z.enum(VALUE_KINDS),
    before: shownValue(),
    after: shownValue(),
  }),
)
export type ShownChange = z.infer<ReturnType<typeof change>>

const columns = (party: 'customer' | 'vendor', of: AmendedKind, secret: { secret?: 'cost' }) => ({
  number: column.code({ width: 130, opens: { route: of, id: 'contractId' } }),
  version: column.integer({ width: 70 }),
  state: column.enum('version-state', VERSION_STATES, { width: 100 }),
  party: column.text({ width: 220, opens: { route: party, id: 'partyId' } }),
  reason: column.text({ width: 220 }),
  confirmation: column.text({ width: 160 }),
  currency: column.code({ width: 70 }),
  totalBefore: column.money('currencyBefore', secret),
  total: column.money('currency', secret),
  inForceOn: column.date(),
  preparedBy: column.text({ width: 100 }),
  inForceBy: column.text({ width: 100 }),
  createdAt: column.datetime({ width: 150, hidden: true }),
})
const params = once(() => z.strictObject({ openOnly: z.boolean().optional() }).optional())
const watches = [
  'contract_version',
  'sales_contract',
  'purchase_contract',
  'party',
  'product',
  'sales_line',
  'bank_account',
  'user',
  'deal',
  'purchase_line',
] as const

export const amendmentsQueries = {
  /** Every version of a contract, the newest first. Amounts of purchase contracts are absent for who lacks cost.view. */
  'contract-versions': query({
    permission: 'signed-in',
    input: () => z.strictObject(contract()),
    output: () =>
      z.array(
        z.strictObject({
          version: z.int(),
          state: z.enum(VERSION_STATES),
          /** The day it was signed or came into force; null while in preparation. */
          on: dateSchema.nullable(),
          by: z.string().describe('who prepared it; of the first version the salesperson or purchaser'),
          reason: z.string(),
          confirmation: z.string(),
          total: moneySchema.optional(),
        }),
      ),
    watches,
  }),
  /** What changed between two versions of a contract: fields of its head and, by line, what was before and is after. */
  'compare-versions': query({
    permission: 'signed-in',
    input: () => z.strictObject({ ...contract(), from: versionSchema(), to: versionSchema() }),
    output: () =>
      z.strictObject({
        number: z.string(),
        party: z.string(),
        latest: z.int().describe('the newest version, in preparation or in force'),
        head: z.array(change()),
        lines: z.array(
          z.strictObject({
            id: idSchema,
            /** Its place in the later version, of a line taken out in the earlier one; from 1. */
            line: z.int(),
            goods: z.string(),
            change: z.enum(['added', 'removed', 'changed']),
            fields: z.array(change()),
          }),
        ),
      }),
    watches: [...watches],
  }),
  /** Whether an amendment in preparation could come into force as it is saved: what would refuse it, and what is only worth knowing. */
  'amendment-check': query({
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        stopped: z.strictObject({ refused: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
        /** Lines of which more is purchased than would be sold. */
        overPurchased: z.array(z.strictObject({ goods: z.string(), asked: z.string(), purchased: z.string() })),
      }),
    watches: [...watches, 'shipment', 'bill', 'payment', 'shipment_line'],
  }),
  'sales-amendments': list({
    permission: 'sales-contract.view',
    scope: 'sales-contract',
    export: 'sales-contract.export',
    params,
    columns: columns('customer', 'sales-contract', {}),
    sort: [{ field: 'createdAt', descending: true }],
    watches,
    opens: { route: 'sales-contract', id: 'contractId' },
  }),
  'purchase-amendments': list({
    permission: 'purchase-contract.view',
    scope: 'purchase-contract',
    export: 'purchase-contract.export',
    params,
    columns: columns('vendor', 'purchase-contract', { secret: 'cost' }),
    sort: [{ field: 'createdAt', descending: true }],
    watches,
    opens: { route: 'purchase-contract', id: 'contractId' },
  }),
}
