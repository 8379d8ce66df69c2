// Deals (业务): what all documents of one business belong to, with their stage.
import { z } from 'zod'
import { column, list, query } from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { deal } from './records.ts'

export const DEAL_STAGES = statesOf(deal.states)
/** Nobody has work with such a deal any more: a hand-over passes it by. */
export const FINISHED_STAGES: readonly string[] = ['settled', 'closed', 'cancelled'] satisfies (typeof DEAL_STAGES)[number][]

/** What the documents of a deal are read from. */
export const DEAL_DOCUMENT_TABLES = [
  'deal',
  'quotation',
  'letter_of_credit',
  'letter_contract',
  'letter_amendment',
  'letter_presentation',
  'freight_inquiry',
  'freight_contract',
  'payment_request',
  'payment_request_line',
  'credit_note',
  'credit_note_line',
  'freight_quote',
  'tax_refund_receipt',
  'tax_refund_line',
  'sales_line',
  'sales_contract',
  'profit_estimate',
  'purchase_contract',
  'shipment',
  'bill',
  'receipt',
  'payment',
  'bill_line',
  'bill_share',
  'customs_declaration',
  'origin_certificate',
  'party',
  'posting',
  'purchase_line',
  'shipment_line',
] as const

export const dealsQueries = {
  deals: list({
    permission: 'deal.view',
    scope: 'deal',
    export: 'deal.export',
    params: () => z.strictObject({ customerId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      openedOn: column.date(),
      customer: column.text({ width: 220, opens: { route: 'customer', id: 'customerId' } }),
      stage: column.enum('deal-stage', DEAL_STAGES, { width: 100 }),
      contracted: column.base({ total: true }),
      revenue: column.base({ total: true }),
      profit: column.base({ total: true, secret: 'profit' }),
      owner: column.text(),
    },
    sort: [{ field: 'openedOn', descending: true }],
    watches: ['deal', 'sales_contract', 'posting', 'party', 'user'],
    opens: { route: 'deal', id: 'id' },
  }),
  deal: query({
    permission: 'deal.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        openedOn: dateSchema,
        stage: z.enum(DEAL_STAGES),
        customerId: idSchema,
        customerName: z.string(),
        ownerId: idSchema,
        ownerName: z.string(),
        documents: z.array(
          z.strictObject({
            kind: z.string(),
            id: idSchema,
            number: z.string(),
            date: dateSchema.nullable(),
            status: z.string().describe('empty: of a kind without states'),
            party: z.string(),
            total: moneySchema.nullable(),
          }),
        ),
      }),
    watches: [...DEAL_DOCUMENT_TABLES, 'user'],
  }),
}
