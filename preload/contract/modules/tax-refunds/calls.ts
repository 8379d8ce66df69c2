// Export tax refunds (退税): what each shipment should bring back, what has come, and receiving it at the bank. Amounts are base currency.
import { z } from 'zod'
import { column, command, list, longText, query, requiredText, once } from '../../define/index.ts'
import { dateSchema, factDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { POSTED_STATUSES } from '../../posted.ts'
import { itemSchema } from '../open-items/calls.ts'

export const TAX_REFUND_STATES = ['no-invoice', 'not-declared', 'waiting', 'overdue', 'partly', 'received'] as const
const numbered = once(() => z.strictObject({ id: idSchema, number: z.string() }))

export const taxRefundsCommands = {
  /** Money of the tax bureau on a bank account, taken from the refunds it is for. `close` writes off what is left of one. */
  'receive-tax-refund': command({
    class: 'intent',
    desk: 'waits',
    permission: 'receipt.create',
    input: () =>
      z.strictObject({
        id: idSchema,
        bankAccountId: idSchema,
        receivedOn: factDate,
        amount: minorSchema.min(0, 'not-negative'),
        lines: z
          .array(z.strictObject({ item: itemSchema(), amount: minorSchema.min(0, 'not-negative'), close: z.boolean() }))
          .min(1, 'required')
          .max(500),
        remark: longText,
      }),
    outcome: numbered,
  }),
  'reverse-tax-refund': command({
    class: 'intent',
    desk: 'hub',
    permission: 'receipt.reverse',
    input: () => z.strictObject({ id: idSchema, on: factDate, reason: requiredText }),
    outcome: numbered,
  }),
}

const watches = [
  'open_item',
  'posting',
  'shipment',
  'bill',
  'tax_refund_receipt',
  'bill_line',
  'deal',
  'purchase_line',
  'shipment_line',
  'shipment_source',
  'tax_refund_line',
  'bank_account',
  'party',
  'purchase_contract',
] as const
export const taxRefundsQueries = {
  /** One row a shipment and sales contract: what is expected, what has come, what is missing for it. */
  'tax-refunds': list({
    permission: 'payable.view',
    scope: 'company',
    export: 'payable.export',
    params: () => z.strictObject({ openOnly: z.boolean().optional() }).optional(),
    columns: {
      shipment: column.code({ width: 120, opens: { route: 'shipment', id: 'shipmentId' } }),
      dispatchedOn: column.date(),
      state: column.enum('tax-refund-state', TAX_REFUND_STATES, { width: 110 }),
      expected: column.base({ total: true }),
      received: column.base({ total: true }),
      writtenOff: column.base({ total: true, hidden: true }),
      open: column.base({ total: true }),
      dueDate: column.date(),
      daysOverdue: column.integer({ width: 90 }),
      deal: column.code({ width: 120, opens: { route: 'deal', id: 'dealId' } }),
      declarationNumber: column.code({ width: 150 }),
      invoices: column.text({ width: 170 }),
    },
    sort: [
      { field: 'dueDate', descending: false },
      { field: 'shipment', descending: false },
    ],
    watches,
    opens: { route: 'shipment', id: 'shipmentId' },
  }),
  /** The same by the purchase lines that the goods came from, with the factory's invoices. */
  'tax-refund-lines': list({
    permission: 'payable.view',
    scope: 'company',
    export: 'payable.export',
    columns: {
      shipment: column.code({ width: 120, opens: { route: 'shipment', id: 'shipmentId' } }),
      dispatchedOn: column.date(),
      supplier: column.text({ width: 180, opens: { route: 'vendor', id: 'supplierId' } }),
      description: column.text({ width: 180 }),
      quantity: column.quantity(),
      unit: column.code({ width: 70 }),
      refundRate: column.percent({ width: 90 }),
      /** By its rate it tells what the goods cost. */
      expected: column.base({ total: true, secret: 'cost' }),
      declarationNumber: column.code({ width: 150 }),
      deal: column.code({ width: 120, opens: { route: 'deal', id: 'dealId' } }),
      contract: column.code({ width: 120, opens: { route: 'purchase-contract', id: 'contractId' } }),
      invoices: column.text({ width: 170 }),
    },
    sort: [
      { field: 'dispatchedOn', descending: true },
      { field: 'shipment', descending: true },
    ],
    watches,
    opens: { route: 'shipment', id: 'shipmentId' },
  }),
  /** Money of the tax bureau as it was booked, with the refunds it was taken from. */
  'tax-refund-receipt': query({
    permission: 'payable.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        ...{ id: idSchema, number: z.string(), receivedOn: dateSchema, status: z.enum(POSTED_STATUSES), remark: z.string() },
        ...{ bankAccountId: idSchema, bankAccount: z.string(), amount: moneySchema, writtenOff: moneySchema },
        lines: z.array(
          z.strictObject({
            ...{ id: z.string(), shipmentId: idSchema.nullable(), shipment: z.string() },
            ...{ amount: moneySchema, writtenOff: moneySchema },
          }),
        ),
      }),
    watches,
  }),
  'tax-refund-receipts': list({
    permission: 'payable.view',
    scope: 'company',
    export: 'payable.export',
    columns: {
      number: column.code({ width: 130 }),
      receivedOn: column.date(),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      bankAccount: column.text({ width: 180 }),
      amount: column.base({ total: true }),
      writtenOff: column.base({ total: true }),
      shipments: column.text({ width: 260 }),
      remark: column.text({ width: 200 }),
    },
    sort: [{ field: 'receivedOn', descending: true }],
    opens: { route: 'tax-refund-receipt', id: 'id' },
    watches,
  }),
}
