// Statistics (数据统计): any measures by up to two dimensions in rows and one in columns, filtered, of a period, beside an earlier one. A question carries no
// figure: whoever asks it gets the answer of what they may see.
import { z } from 'zod'
import {
  cellSchema,
  changedOutcome,
  column,
  command,
  list,
  noOutcome,
  once,
  query,
  requiredText,
  revisionSchema,
  versionRef,
} from '../../define/index.ts'
import { SCOPES } from '../../access.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, planDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { PERIODS } from '../../vocabulary/periods.ts'

const nameSchema = once(() => z.string().min(1).max(40))
const rangeSchema = once(() => z.strictObject({ from: planDate, to: planDate }).refine((r) => r.from <= r.to, 'out-of-order'))
/** A period by its word moves with the company's day; by two days it stands. */
const periodSchema = once(() => z.union([z.enum(PERIODS), rangeSchema()]))
export const COMPARISONS = ['none', 'period-before', 'year-before'] as const
/** Whether a customer keeps to their own rhythm (CU33). */
export const RHYTHMS = ['in-rhythm', 'drifting', 'lost', 'too-few'] as const
/** What a customer is in a period (CU34). */
export const CUSTOMER_LIFECYCLE = ['new', 'repeat', 'reactivated'] as const
/** By what seasons are looked at, and the months that they have. */
export const SEASON_BY = ['all', 'customer', 'customer-country', 'category', 'product'] as const
export type SeasonBy = (typeof SEASON_BY)[number]
export const SEASON_MONTHS = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const
export const FLOW_PERIODS = ['month', 'quarter', 'year'] as const
export const ABC = ['A', 'B', 'C'] as const
/** By recency, frequency and money, each high or not (CU31). */
export const CUSTOMER_GROUPS = [
  ...(['key-value', 'key-keep', 'key-develop', 'key-win-back', 'plain-value', 'plain-keep', 'plain-develop', 'plain-win-back'] as const),
] as const
export const SHARES = ['none', 'row', 'column', 'all'] as const
export const RUNNING = ['none', 'from-first', 'within-year'] as const
export const CLOCKS = ['posting', 'deal'] as const
/** So many columns and rows at most stand in one answer. */
export const MOST_COLUMNS = 120
export const MOST_ROWS = 2000

export const questionSchema = once(() =>
  z.strictObject({
    measures: z.array(nameSchema()).min(1).max(8),
    rows: z.array(nameSchema()).max(2).default([]),
    column: nameSchema().nullable().default(null),
    /** Members by their keys, '' for the none member; `not`: all others. */
    filters: z
      .array(
        z.strictObject({ dimension: nameSchema(), members: z.array(z.string().max(200)).min(1).max(200), not: z.boolean().default(false) }),
      )
      .max(10)
      .default([]),
    period: periodSchema().default('this-year'),
    /** Both ranges of a comparison end with the same day of their period (CU18). */
    upToToday: z.boolean().default(false),
    compare: z.union([z.enum(COMPARISONS), rangeSchema()]).default('none'),
    /** By which day facts of the ledger count: the posting's, or that of the opening of their deal. */
    clock: z.enum(CLOCKS).default('posting'),
    /** own: each amount in its own currency, summed only where one is left. */
    money: z.enum(['base', 'own']).default('base'),
    running: z.enum(RUNNING).default('none'),
    share: z.enum(SHARES).default('none'),
    rank: z.boolean().default(false),
    /** The first n rows by the first measure, the others in one; within: of each member of the first dimension of rows. */
    top: z
      .strictObject({ count: z.int().min(1).max(200), within: z.boolean().default(false) })
      .nullable()
      .default(null),
    order: z.enum(['value', 'name']).default('value'),
    /** The first month of the fiscal year. */
    yearBegins: z.int().min(1).max(12).default(1),
  }),
)
export type Question = z.infer<ReturnType<typeof questionSchema>>

/** Statistics to begin with, in the order in which they are offered. */
export const READY_STATISTICS = [
  'this-year',
  'salespeople',
  'customers',
  'customers-of-salespeople',
  'profit-by-month',
  'profit-of-people',
  'profit-of-customers',
  'countries',
  'categories',
  'products',
  'receivables',
  'factories',
  'purchase-prices',
  'payables',
  'freight',
  'freight-of-carriers',
  'freight-of-routes',
  'cash',
  'costs',
  'days-to-ship',
] as const

const figureSchema = once(() =>
  z.strictObject({
    value: cellSchema(),
    /** Where it is asked for: the earlier period, the difference and its per cent; the share; the sum up to this column; the place among the rows. */
    earlier: cellSchema().optional(),
    difference: cellSchema().optional(),
    growth: z.string().nullable().optional(),
    share: z.string().nullable().optional(),
    running: cellSchema().optional(),
    rank: z.int().nullable().optional(),
  }),
)
export type Figure = z.infer<ReturnType<typeof figureSchema>>
const memberSchema = once(() => z.strictObject({ key: z.string(), label: z.string() }))
export const MEASURE_UNITS = ['money', 'count', 'quantity', 'days', 'percent', 'rate', 'price'] as const
export const MEASURE_KINDS = ['flow', 'stock', 'distinct', 'ratio'] as const
const measureSchema = once(() => z.strictObject({ name: z.string(), unit: z.enum(MEASURE_UNITS), kind: z.enum(MEASURE_KINDS) }))
export const ROW_KINDS = ['member', 'none', 'others', 'rest', 'subtotal'] as const
/** What an answer says in its head beside its ranges. */
export const STATISTIC_NOTES = ['documents-move', 'owner-now', 'in-base', 'one-unit'] as const
const answerSchema = once(() =>
  z.strictObject({
    head: z.strictObject({
      range: rangeSchema(),
      compared: rangeSchema().nullable(),
      clock: z.enum(CLOCKS).nullable(),
      /** Scopes narrower than the company, of the records that were counted. */
      scopes: z.array(z.strictObject({ resource: z.string(), scope: z.enum(SCOPES) })),
      /** What was filtered by, in names that the viewer may see. */
      filters: z.array(z.strictObject({ dimension: z.string(), not: z.boolean(), members: z.array(memberSchema()) })),
      notes: z.array(z.enum(STATISTIC_NOTES)),
    }),
    measures: z.array(measureSchema()),
    rows: z.array(z.string()),
    column: z.string().nullable(),
    columns: z.array(memberSchema().extend({ kind: z.enum(['member', 'none', 'others']) })),
    /** Of each row its figures: a list for each column and the total, a figure for each measure. */
    lines: z.array(
      z.strictObject({
        members: z.array(memberSchema()),
        kind: z.enum(ROW_KINDS),
        /** Of the rest: so many members. */
        count: z.int().optional(),
        figures: z.array(z.array(figureSchema())),
      }),
    ),
    total: z.array(z.array(figureSchema())),
  }),
)
export type StatisticAnswer = z.infer<ReturnType<typeof answerSchema>>

/** All that facts are made of, and what names their members. */
export const FACT_TABLES = [
  ...['bank_account', 'contract_version', 'deal', 'department', 'party', 'payment', 'posting', 'product', 'product_category'],
  ...[
    'profit_estimate',
    'approval',
    'purchase_contract',
    'purchase_line',
    'quotation',
    'quotation_line',
    'receipt',
    'sales_contract',
    'sales_line',
    'sales_share',
  ],
  ...['shipment', 'shipment_line', 'user', 'account'],
]

/** One figure of an answer: the members of its row and its column, each by dimension. */
const placeSchema = once(() => z.array(z.strictObject({ dimension: nameSchema(), key: z.string().max(200) })).max(3))

export const statisticsCommands = {
  /** Keeps a question under a name, or changes one's own; `roleId` shares it with whoever has the role. */
  'save-statistic': command({
    class: 'intent',
    desk: 'hub',
    permission: 'statistic.view',
    input: () =>
      z.strictObject({
        id: idSchema,
        revision: revisionSchema.optional(),
        name: requiredText,
        question: questionSchema(),
        roleId: idSchema.nullable(),
      }),
    outcome: changedOutcome,
  }),
  'remove-statistic': command({ class: 'intent', desk: 'hub', permission: 'statistic.view', input: versionRef, outcome: noOutcome }),
}

export const statisticsQueries = {
  /** What this viewer may ask for: measures, dimensions, and which go together. */
  'statistic-choices': query({
    permission: 'statistic.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        measures: z.array(measureSchema().extend({ dimensions: z.array(z.string()), clocked: z.boolean() })),
        dimensions: z.array(z.strictObject({ name: z.string(), time: z.boolean(), route: z.string().nullable() })),
      }),
    watches: [],
  }),
  statistic: query({
    permission: 'statistic.view',
    input: questionSchema,
    output: answerSchema,
    heavy: true,
    watches: FACT_TABLES,
  }),
  /** Members of a dimension that have facts, to be filtered by: of what the viewer sees, found by a text. */
  'statistic-members': query({
    permission: 'statistic.view',
    input: () =>
      z.strictObject({
        dimension: nameSchema(),
        measure: nameSchema(),
        text: z.string().max(100).default(''),
        limit: z.int().min(1).max(200).default(50),
      }),
    output: () => z.strictObject({ members: z.array(memberSchema()), more: z.boolean() }),
    heavy: true,
    watches: FACT_TABLES,
  }),
  /** One's own kept questions, and those shared with one's roles, each without what the viewer may not ask for. */
  statistics: query({
    permission: 'statistic.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        statistics: z.array(
          z.strictObject({
            id: idSchema,
            revision: z.int(),
            name: z.string(),
            /** Null where nothing of it is left for this viewer. */
            question: questionSchema().nullable(),
            mine: z.boolean(),
            owner: z.string(),
            roleId: idSchema.nullable(),
            role: z.string().nullable(),
          }),
        ),
        /** Questions to begin with, as far as this viewer may ask them: `ready-statistic.<name>`. */
        readyMade: z.array(z.strictObject({ name: z.string(), question: questionSchema() })),
        /** Roles that a question can be shared with; none for who may not share. */
        roles: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      }),
    watches: ['statistic', 'role', 'user_role', 'user'],
  }),
  /** The documents that one figure is made of; their sum and their number are the figure's. */
  /** CU35. Factories by what was bought of them, how punctual they were and how their goods passed inspection. */
  'factory-performance': list({
    permission: 'purchase-contract.view',
    scope: 'company',
    export: 'statistic.export',
    params: () => z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() }).optional(),
    columns: {
      factory: column.text({ width: 220, opens: { route: 'party', id: 'factoryId' } }),
      contracts: column.integer({ total: true, width: 90 }),
      purchased: column.base({ total: true, secret: 'cost.view' }),
      due: column.integer({ total: true, width: 100 }),
      onTime: column.percent({ width: 110 }),
      onTimeInForce: column.percent({ width: 120 }),
      daysLate: column.measure({ width: 110 }),
      openLate: column.integer({ total: true, width: 110 }),
      inspections: column.integer({ total: true, width: 90 }),
      passed: column.percent({ width: 100 }),
      lastPurchase: column.date(),
    },
    sort: [{ field: 'contracts', descending: true }],
    opens: { route: 'party', id: 'factoryId' },
    heavy: true,
    watches: [...FACT_TABLES, 'milestone', 'shipment', 'shipment_line', 'shipment_source', 'bill', 'bill_line'],
  }),
  /** CU34. Customers and their orders by period: new ones, those who come again, and those who are back after more than a year. */
  'customer-flow': query({
    permission: 'statistic.view',
    input: () =>
      z.strictObject({
        by: z.enum(FLOW_PERIODS).default('quarter'),
        from: dateSchema,
        to: dateSchema,
        countries: z.array(z.string().max(10)).max(50).default([]).describe('of customers; none: all'),
        currency: currencySchema.optional().describe('orders in this currency alone; left out: all, in base currency'),
      }),
    output: () => {
      const part = z.strictObject({ customers: z.int(), minor: z.int() })
      return z.strictObject({
        currency: currencySchema,
        periods: z.array(z.strictObject({ key: z.string(), new: part, repeat: part, reactivated: part, all: part })),
      })
    },
    heavy: true,
    watches: FACT_TABLES,
  }),
  /** CU30 to CU33. Customers with orders: by value (ABC), recency, frequency and money (RFM), and their own rhythm of ordering. */
  'customer-analysis': list({
    permission: 'statistic.view',
    scope: 'company',
    export: 'statistic.export',
    params: () =>
      z.strictObject({
        asOf: dateSchema.optional(),
        from: dateSchema.optional().describe('value, frequency and money count orders from this day on; rhythm knows all of them'),
        currency: currencySchema.optional().describe('orders in this currency alone; left out: all, in base currency'),
      }),
    columns: {
      customer: column.text({ width: 220, opens: { route: 'customer', id: 'customerId' } }),
      country: column.code({ width: 80 }),
      owner: column.text({ width: 100, secret: 'statistic.people' }),
      class: column.enum('abc', ABC, { width: 80 }),
      group: column.enum('rfm-group', CUSTOMER_GROUPS, { width: 130 }),
      rhythm: column.enum('rhythm', RHYTHMS, { width: 110 }),
      orders: column.money('currency', { total: true }),
      share: column.percent({ width: 80 }),
      orderDays: column.integer({ width: 80 }),
      lastOrder: column.date(),
      silent: column.integer({ width: 90 }),
      cycle: column.measure({ width: 90 }),
      atRisk: column.money('currency', { total: true }),
      meanGap: column.measure({ width: 90, hidden: true }),
      recency: column.integer({ width: 60, hidden: true }),
      frequency: column.integer({ width: 60, hidden: true }),
      money: column.integer({ width: 60, hidden: true }),
      currency: column.code({ width: 70, hidden: true }),
    },
    sort: [{ field: 'orders', descending: true }],
    opens: { route: 'customer', id: 'customerId' },
    heavy: true,
    watches: [...FACT_TABLES, 'user'],
  }),
  /** CU37. In how many days what customers owe comes in, by count-back and simply. */
  'collection-days': list({
    permission: 'receivable.view',
    scope: 'company',
    export: 'statistic.export',
    params: () => z.strictObject({ asOf: dateSchema.optional() }).optional(),
    columns: {
      customer: column.text({ width: 240, opens: { route: 'customer', id: 'customerId' } }),
      receivable: column.base(),
      days: column.measure({ width: 110 }),
      more: column.boolean({ width: 120 }),
      simple: column.measure({ width: 130 }),
      revenue: column.base(),
    },
    sort: [{ field: 'receivable', descending: true }],
    opens: { route: 'customer', id: 'customerId' },
    heavy: true,
    watches: FACT_TABLES,
  }),
  /** CU36. Of each member how much of a year falls to each month: 100 is a month's equal part. */
  seasonality: list({
    permission: 'statistic.view',
    scope: 'company',
    export: 'statistic.export',
    params: () => z.strictObject({ by: z.enum(SEASON_BY).default('all'), asOf: dateSchema.optional() }),
    columns: {
      member: column.text({ width: 200 }),
      ...(Object.fromEntries(SEASON_MONTHS.map((month) => [month, column.measure({ width: 62 })])) as Record<
        (typeof SEASON_MONTHS)[number],
        ReturnType<typeof column.measure>
      >),
      years: column.integer({ width: 70 }),
      orders: column.base({ total: true }),
    },
    sort: [{ field: 'orders', descending: true }],
    heavy: true,
    watches: FACT_TABLES,
  }),
  'statistic-facts': list({
    permission: 'statistic.view',
    scope: 'company',
    export: 'statistic.export',
    params: () =>
      z.strictObject({
        question: questionSchema(),
        measure: nameSchema(),
        place: placeSchema(),
        /** The period itself, or the one it is compared with. */
        earlier: z.boolean().default(false),
      }),
    columns: {
      date: column.date({ width: 120 }),
      document: column.code({ width: 170, opens: { route: 'document', id: 'documentId' } }),
      party: column.text({ width: 220, opens: { route: 'document', id: 'partyId' } }),
      salesperson: column.text({ width: 110 }),
      part: column.percent({ width: 80 }),
      currency: column.code({ width: 80 }),
      amount: column.base({ total: true }),
      ownAmount: column.money('currency', { total: true }),
      quantity: column.quantity({ total: true }),
      number: column.integer({ total: true }),
      days: column.integer({ total: true }),
      divisor: column.base({ total: true }),
    },
    sort: [{ field: 'date', descending: false }],
    heavy: true,
    watches: FACT_TABLES,
  }),
}
