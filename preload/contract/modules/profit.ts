// Profit of every deal (每票业务): committed and actual, each figure with the documents it is made of.
import { z } from 'zod'
import { column, list, query } from '../define.ts'
import { dateSchema } from '../vocabulary/dates.ts'
import { idSchema } from '../vocabulary/ids.ts'
import { moneySchema } from '../vocabulary/money.ts'
import { DEAL_STAGES } from './contracts.ts'

export const PROFIT_LINES = [
  'revenue',
  'purchase',
  'tax-refund',
  'freight',
  'insurance',
  'commission',
  'inland-freight',
  'port-charge',
  'customs',
  'inspection',
  'courier',
  'bank-charge',
  'other',
  'exchange-difference',
] as const

export const profitQueries = {
  'deal-profits': list({
    permission: 'profit.view',
    scope: 'deal',
    export: 'deal.export',
    params: z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional(), customerId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      openedOn: column.date(),
      customer: column.text({ width: 180, opens: { route: 'customer', id: 'customerId' } }),
      stage: column.enum('deal-stage', DEAL_STAGES, { width: 90 }),
      owner: column.text({ width: 90 }),
      revenue: column.base({ total: true, width: 118 }),
      cost: column.base({ total: true, width: 118 }),
      expenses: column.base({ total: true, width: 110 }),
      exchange: column.base({ total: true, width: 100 }),
      profit: column.base({ total: true, width: 118 }),
      margin: column.percent({ fixed: true, width: 90 }),
      exchangeCost: column.rate({ fixed: true, width: 90 }),
    },
    sort: [{ field: 'openedOn', descending: true }],
    heavy: true,
    watches: ['deal', 'posting'],
    opens: { route: 'deal-profit', id: 'id' },
  }),
  'deal-profit': query({
    permission: 'profit.view',
    input: z.strictObject({ dealId: idSchema }),
    output: z.strictObject({
      dealId: idSchema,
      number: z.string(),
      customerName: z.string(),
      currency: z.string(),
      /** Costs are negative, the refund is shown beside the VAT-inclusive purchase as traders read it; they add up to the profit. */
      lines: z.array(z.strictObject({ line: z.enum(PROFIT_LINES), committed: moneySchema, actual: moneySchema })),
      committedProfit: moneySchema,
      actualProfit: moneySchema,
      committedMargin: z.string().nullable(),
      actualMargin: z.string().nullable(),
      /** 换汇成本: (actual cost + domestic costs, base) ÷ net FOB income in the deal's currency, four decimals; null without income. */
      exchangeCost: z.string().nullable(),
      netFobIncome: moneySchema,
    }),
    watches: ['posting', 'sales_contract', 'purchase_contract'],
  }),
  /** What one figure is made of: postings of the deal on that line. */
  'deal-profit-details': list({
    permission: 'profit.view',
    scope: 'deal',
    export: 'deal.export',
    params: z.strictObject({ dealId: idSchema, line: z.enum(PROFIT_LINES).optional() }),
    columns: {
      date: column.date(),
      line: column.enum('profit-line', PROFIT_LINES, { width: 140 }),
      document: column.code({ opens: { route: 'document', id: 'documentId' } }),
      party: column.text({ width: 200 }),
      memo: column.text({ width: 220 }),
      currency: column.code({ width: 80 }),
      foreign: column.money('currency'),
      amount: column.base({ total: true }),
    },
    sort: [{ field: 'date', descending: false }],
    watches: ['posting'],
  }),
}
