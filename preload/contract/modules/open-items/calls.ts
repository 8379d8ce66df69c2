// Who owes what: open items of both sides, their ages, and what settles what.
import { z } from 'zod'
import { column, command, list, noOutcome, query, requiredText, once } from '../../define/index.ts'
import { dateSchema, factDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { INSTALMENT_EVENTS } from '../../vocabulary/payment-term.ts'
import { POSTED_STATUSES, positiveMinor, reversing } from '../../posted.ts'

/** An open item is named by its document and a running number: `<document id>:<n>`. */
export const itemSchema = once(() =>
  z
    .string()
    .regex(/^[0-9a-f-]{36}:\d{1,4}$/i, 'item')
    .overwrite((item) => item.toLowerCase()),
)

export const SIDES = ['receivable', 'payable'] as const
export const ITEM_KINDS = [
  ...(['invoice', 'advance', 'credit-note', 'bill', 'prepayment', 'unclaimed', 'tax-refund', 'commission'] as const),
  /** Money paid back to a customer or by a vendor. */
  'refund',
  /** What a month-end revaluation adds to an item of any of these kinds; it has no amount in its own currency. */
  'revaluation',
] as const
export const ALLOCATION_KINDS = ['allocation', 'write-off'] as const
export const allocationTarget = once(() =>
  z.strictObject({
    item: itemSchema(),
    /** Minor units of the target item's currency. */
    amount: positiveMinor(),
    /** Across currencies only: what of the source item this takes, in its own minor units. */
    sourceAmount: positiveMinor().optional(),
  }),
)
const sideParams = once(() =>
  z.strictObject({
    side: z.enum(SIDES),
    asOf: dateSchema.optional(),
    partyId: idSchema.optional(),
    partyKind: z.enum(['factory', 'logistics', 'other']).optional(),
  }),
)
const bucketColumns = {
  notDue: column.base({ total: true }),
  bucket1: column.base({ total: true }),
  bucket2: column.base({ total: true }),
  bucket3: column.base({ total: true }),
  bucket4: column.base({ total: true }),
  bucket5: column.base({ total: true }),
  bucket6: column.base({ total: true, hidden: true }),
  bucket7: column.base({ total: true, hidden: true }),
  bucket8: column.base({ total: true, hidden: true }),
  bucket9: column.base({ total: true, hidden: true }),
}

export const openItemCommands = {
  /** Applies an advance, prepayment or credit note to what it pays; many to many, partial, across currencies; books the exchange difference. */
  allocate: command({
    class: 'intent',
    desk: 'hub',
    permission: 'receipt.allocate',
    input: () =>
      z.strictObject({
        id: idSchema,
        on: factDate,
        source: itemSchema(),
        targets: z.array(allocationTarget()).min(1, 'required').max(100),
      }),
    outcome: () => z.strictObject({ id: idSchema, exchangeDifference: moneySchema }),
  }),
  'reverse-allocation': command({ class: 'intent', desk: 'hub', permission: 'receipt.allocate', input: reversing, outcome: noOutcome }),
  /** Writes a small rest off to financial expense. */
  'write-off': command({
    class: 'intent',
    desk: 'hub',
    permission: 'receipt.allocate',
    input: () => z.strictObject({ id: idSchema, on: factDate, item: itemSchema(), amount: positiveMinor(), reason: requiredText }),
    outcome: noOutcome,
  }),
}

export const openItemQueries = {
  /** Every open item, one row each: receivables detail and payables detail, as of any date. Advances and credit notes are negative rows. */
  'open-items': list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: () => sideParams().extend({ includeCleared: z.boolean().optional() }),
    columns: {
      document: column.code({ width: 130, opens: { route: 'document', id: 'documentId' } }),
      kind: column.enum('item-kind', ITEM_KINDS, { width: 100 }),
      party: column.text({ width: 220, opens: { route: 'party', id: 'partyId' } }),
      documentDate: column.date(),
      dueDate: column.date(),
      daysOverdue: column.integer({ width: 90 }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency', { total: true }),
      open: column.money('currency', { total: true }),
      met: column.money('currency', { total: true }),
      openBase: column.base({ total: true }),
      deal: column.code({ opens: { route: 'deal', id: 'dealId' } }),
      contract: column.code({ hidden: true, fixed: true }),
      owner: column.text({ hidden: true }),
    },
    sort: [{ field: 'dueDate', descending: false }],
    heavy: true,
    watches: ['posting', 'deal', 'party', 'purchase_contract', 'sales_contract', 'user', 'bill_line', 'purchase_line'],
  }),
  /** Per party: not due and the company's ageing buckets, in base currency, as of any date. The total equals the ledger, checked at run time. */
  ageing: list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: sideParams,
    columns: {
      party: column.text({ width: 240, opens: { route: 'party', id: 'partyId' } }),
      owner: column.text({ hidden: true }),
      total: column.base({ total: true }),
      overdue: column.base({ total: true, hidden: true }),
      ...bucketColumns,
      met: column.base({ total: true }),
      advances: column.base({ total: true }),
    },
    sort: [{ field: 'total', descending: true }],
    heavy: true,
    watches: ['posting', 'party', 'user', 'bill_line', 'purchase_line'],
  }),
  /** Per party and currency: what is owed, overdue and advanced. */
  'party-balances': list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: sideParams,
    columns: {
      party: column.text({ width: 240, opens: { route: 'party', id: 'partyId' } }),
      currency: column.code({ width: 80 }),
      items: column.integer({ total: true, width: 80 }),
      invoiced: column.money('currency', { total: true }),
      advances: column.money('currency', { total: true }),
      balance: column.money('currency', { total: true }),
      met: column.money('currency', { total: true, hidden: true }),
      overdue: column.money('currency', { total: true }),
      balanceBase: column.base({ total: true }),
    },
    sort: [{ field: 'balanceBase', descending: true }],
    heavy: true,
    watches: ['posting', 'party', 'bill_line', 'purchase_line'],
  }),
  /** Money expected of customers for goods that have not left: the instalments of signed contracts by their days, less what has come for them. */
  'expected-receipts': list({
    permission: 'receivable.view',
    scope: 'receivable',
    export: 'receivable.export',
    params: () => z.strictObject({ openOnly: z.boolean().optional(), customerId: idSchema.optional() }).optional(),
    columns: {
      contract: column.code({ width: 130, opens: { route: 'sales-contract', id: 'contractId' } }),
      customer: column.text({ width: 220, opens: { route: 'party', id: 'customerId' } }),
      event: column.enum('instalment-event', INSTALMENT_EVENTS, { width: 150 }),
      expectedOn: column.date(),
      daysOverdue: column.integer({ width: 90 }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency', { total: true }),
      received: column.money('currency', { total: true }),
      missing: column.money('currency', { total: true }),
      owner: column.text({ hidden: true }),
    },
    sort: [{ field: 'expectedOn', descending: false }],
    watches: ['posting', 'sales_contract', 'sales_line', 'shipment', 'shipment_line', 'party', 'user'],
  }),
  /** What could be allocated to or from an item: open items of the same party on the other side. */
  'allocation-candidates': query({
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        item: itemSchema().optional(),
        partyId: idSchema.optional(),
        side: z.enum(SIDES),
        returning: z.boolean().optional().describe('what money can be given back of, instead of what it can settle'),
      }),
    output: () =>
      z.array(
        z.strictObject({
          item: itemSchema(),
          kind: z.enum(ITEM_KINDS),
          document: z.string(),
          documentDate: dateSchema,
          dueDate: dateSchema,
          overdue: z.boolean().describe('owed, due before today, and not met by money that lies there for it'),
          open: moneySchema,
          dealNumber: z.string().nullable(),
          contractNumber: z.string().nullable(),
          /** The money was sent for this item's contract or deal, or for none in particular. */
          meant: z.boolean(),
        }),
      ),
    watches: ['posting', 'deal', 'purchase_contract', 'sales_contract', 'bill_line', 'purchase_line'],
  }),
  /** What an allocation would do as typed: what stays open, and the exchange difference (a gain is positive). */
  'preview-allocation': query({
    permission: 'receipt.allocate',
    input: () => z.strictObject({ source: itemSchema(), targets: z.array(allocationTarget()).max(100) }),
    output: () =>
      z.strictObject({
        targets: z.array(z.strictObject({ item: itemSchema(), left: moneySchema, exchangeDifference: moneySchema })),
        sourceLeft: moneySchema,
        exchangeDifference: moneySchema,
      }),
    watches: ['posting'],
  }),
  /** What was applied to what (核销记录), write-offs included; a mistake is reversed from here. */
  allocations: list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: () => z.strictObject({ side: z.enum(SIDES), item: itemSchema().optional(), partyId: idSchema.optional() }),
    columns: {
      on: column.date(),
      kind: column.enum('allocation-kind', ALLOCATION_KINDS, { width: 100 }),
      party: column.text({ width: 220, opens: { route: 'party', id: 'partyId' } }),
      source: column.code({ width: 130, opens: { route: 'document', id: 'sourceId' } }),
      sourceCurrency: column.code({ width: 80, hidden: true }),
      sourceAmount: column.money('sourceCurrency', { hidden: true }),
      target: column.code({ width: 130, opens: { route: 'document', id: 'targetId' } }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency'),
      exchangeDifference: column.base({ total: true }),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
    },
    sort: [{ field: 'on', descending: true }],
    watches: ['allocation'],
  }),
}
