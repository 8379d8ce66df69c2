// Profit of every deal (每票业务): committed and actual, each figure with the documents it is made of.
import { z } from 'zod'
import { column, list, query, once } from '../../define/index.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { moneySchema } from '../../vocabulary/money.ts'
import { APPROVAL_STANDINGS } from '../approvals/calls.ts'
import { DEAL_STAGES } from '../deals/calls.ts'

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

/** Lower the net FOB income. */
export const ABROAD_LINES = ['freight', 'insurance', 'commission'] as const
/** Domestic costs (6601, 6602): part of what the foreign income had to earn. Financial expense (6603) is none: bank charges, exchange, write-offs. */
export const DOMESTIC_LINES = ['inland-freight', 'port-charge', 'customs', 'inspection', 'courier', 'other'] as const

/** Actual less estimated, or less committed where there is no estimate; in per cent of what it is compared with. */
const difference = once(() => ({ variance: moneySchema, variancePercent: z.string().nullable() }))

export const profitQueries = {
  'deal-profits': list({
    permission: 'profit.view',
    scope: 'deal',
    export: 'deal.export',
    params: () => z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional(), customerId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      customer: column.text({ width: 180, opens: { route: 'customer', id: 'customerId' } }),
      stage: column.enum('deal-stage', DEAL_STAGES, { width: 90 }),
      revenue: column.base({ total: true, width: 118 }),
      profit: column.base({ total: true, width: 118 }),
      margin: column.percent({ fixed: true, width: 90 }),
      /** Of the newest approved estimate, else of the newest one; and the profit less it. */
      estimatedProfit: column.base({ total: true, width: 118, secret: 'profit-estimate.view' }),
      variance: column.base({ total: true, width: 110, secret: 'profit-estimate.view' }),
      cost: column.base({ total: true, width: 118 }),
      expenses: column.base({ total: true, width: 110 }),
      exchange: column.base({ total: true, width: 100 }),
      exchangeCost: column.rate({ fixed: true, width: 90 }),
      openedOn: column.date(),
      owner: column.text({ width: 90 }),
    },
    sort: [{ field: 'openedOn', descending: true }],
    heavy: true,
    watches: ['deal', 'posting', 'profit_estimate', 'approval', 'party', 'sales_contract', 'user'],
    opens: { route: 'deal-profit', id: 'id' },
  }),
  /** Estimate against actual (估算与实际对比): deals that have an estimate, the worst variance first. */
  'estimate-variances': list({
    permission: 'profit.view',
    scope: 'deal',
    export: 'deal.export',
    /** shipped: deals whose goods have all left, so that actual is the whole. */
    params: () =>
      z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional(), stage: z.enum(['shipped']).optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      openedOn: column.date({ hidden: true }),
      customer: column.text({ width: 180, opens: { route: 'customer', id: 'customerId' } }),
      stage: column.enum('deal-stage', DEAL_STAGES, { width: 90 }),
      owner: column.text({ width: 90 }),
      estimate: column.code({ width: 140, opens: { route: 'profit-estimate', id: 'estimateId' } }),
      approval: column.enum('approval-state', APPROVAL_STANDINGS, { width: 90 }),
      estimatedRevenue: column.base({ total: true, width: 118, hidden: true }),
      actualRevenue: column.base({ total: true, width: 118, hidden: true }),
      estimatedProfit: column.base({ total: true, width: 118 }),
      actualProfit: column.base({ total: true, width: 118 }),
      variance: column.base({ total: true, width: 110 }),
      variancePercent: column.percent({ fixed: true, width: 90 }),
      estimatedMargin: column.percent({ width: 100 }),
      actualMargin: column.percent({ fixed: true, width: 100 }),
    },
    sort: [{ field: 'variance', descending: false }],
    heavy: true,
    watches: ['deal', 'posting', 'profit_estimate', 'approval', 'party', 'user'],
    opens: { route: 'deal-profit', id: 'id' },
  }),
  'deal-profit': query({
    permission: 'profit.view',
    input: () => z.strictObject({ dealId: idSchema }),
    output: () =>
      z.strictObject({
        dealId: idSchema,
        number: z.string(),
        customerName: z.string(),
        currency: z.string(),
        /** Costs are negative, the refund is shown beside the VAT-inclusive purchase as traders read it; they add up to the profit. */
        lines: z.array(
          z.strictObject({
            line: z.enum(PROFIT_LINES),
            estimated: moneySchema.nullable(),
            committed: moneySchema,
            actual: moneySchema,
            ...difference(),
          }),
        ),
        /** The estimate the result is compared with: the newest approved one, else the newest. Null without one, or for who may not see it. */
        estimate: z
          .strictObject({
            id: idSchema,
            number: z.string(),
            version: z.int(),
            approved: z.boolean(),
            profit: moneySchema,
            margin: z.string().nullable(),
            exchangeCost: z.string().nullable(),
          })
          .nullable(),
        /** Null while nothing is signed, and while nothing is booked: what is not known yet is not 0.00 (Q27). */
        committedProfit: moneySchema.nullable(),
        actualProfit: moneySchema.nullable(),
        committedMargin: z.string().nullable(),
        actualMargin: z.string().nullable(),
        variance: moneySchema.nullable(),
        variancePercent: z.string().nullable(),
        /** 换汇成本: (actual cost + domestic costs, base) ÷ net FOB income in the deal's currency, four decimals; null without income. */
        exchangeCost: z.string().nullable(),
        netFobIncome: moneySchema,
      }),
    watches: [
      'posting',
      'sales_contract',
      'purchase_contract',
      'profit_estimate',
      'approval',
      'deal',
      'party',
      'profit_estimate_line',
      'purchase_line',
    ],
  }),
  /** What one figure is made of: postings of the deal on that line. */
  'deal-profit-details': list({
    permission: 'profit.view',
    scope: 'deal',
    export: 'deal.export',
    params: () => z.strictObject({ dealId: idSchema, line: z.enum(PROFIT_LINES).optional() }),
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
    watches: ['posting', 'deal', 'party'],
  }),
}
