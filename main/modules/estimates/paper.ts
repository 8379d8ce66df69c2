// A profit estimate on paper (利润估算表), for our own eyes: every line with where its figure came from and its exchange rate, and the profit they make.
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { Decimal, decimalTextOf } from '../../../preload/contract/vocabulary/decimal.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  approvalSteps,
  draftUntilApproved,
  fact,
  paperWords,
  type ContentBlock,
  type Mark,
  type PaperMaker,
  type PaperWriter,
} from '../../records/papers/index.ts'
import { partyOnPaper } from '../parties/index.ts'
import { estimatesQueries } from './queries.ts'

type Estimate = QueryOutput<'profit-estimate'>
type Cells = Readonly<Record<string, string>>

/** Without the zeros that a figure is kept with. */
const short = (value: string): string => decimalTextOf(new Decimal(value))
const percent = (value: string | null): string => (value === null ? '' : `${short(value)} %`)

const markOf = (e: Estimate, q: QueryContext): Promise<Mark | null> | Mark => {
  if (e.status === 'void') return { word: 'void', why: e.voidReason ?? '' }
  if (e.status === 'replaced') return { word: 'superseded' }
  return draftUntilApproved(q, { kind: 'profit-estimate', id: e.id, revision: e.revision })
}

const sourceText = ({ from, number, date }: EstimateSource, w: PaperWriter): string =>
  [nameOf(`estimate-source.${from}`, 'zh'), number, w.date(date)].filter((text) => text !== '').join(' ')

/** What every line has: its amount, its rate where it is not in base currency, its amount in base currency, and the source. */
const common = (e: Estimate, line: { id: string; currency: string; rate: string; source: EstimateSource }, w: PaperWriter): Cells => {
  const { amount, base } = e.calculated.find(({ id }) => id === line.id)!
  const isForeign = line.currency !== base.currency
  return {
    amount: w.money(amount),
    rate: isForeign ? short(line.rate) : '',
    base: w.amount(base),
    source: sourceText(line.source, w),
  }
}
const columns = {
  amount: { key: 'amount', label: paperWords.amount, align: 'right', fixed: true },
  rate: { key: 'rate', label: paperWords.exchangeRate, align: 'right' },
  base: { key: 'base', label: paperWords.inBase, align: 'right', fixed: true },
  source: { key: 'source', label: paperWords.figureFrom, grow: 1 },
} as const

const revenue = (e: Estimate, w: PaperWriter): ContentBlock => ({
  key: 'revenue',
  kind: 'rows',
  title: paperWords.revenue,
  columns: [{ key: 'description', label: paperWords.note, grow: 1 }, columns.amount, columns.rate, columns.base, columns.source],
  rows: e.revenue.map((line) => ({ description: line.description, ...common(e, line, w) })),
  sums: [{ label: paperWords.total, cells: { base: w.money(e.result.totals.revenue), source: '' }, strong: true }],
  words: [],
})
const purchases = (e: Estimate, w: PaperWriter): ContentBlock => ({
  key: 'purchases',
  kind: 'rows',
  title: paperWords.purchases,
  columns: [
    { key: 'supplier', label: paperWords.supplier },
    { key: 'description', label: paperWords.description, grow: 1, fixed: true },
    { key: 'quantity', label: paperWords.quantity, align: 'right' },
    { key: 'price', label: paperWords.priceWithVat, align: 'right' },
    columns.amount,
    columns.rate,
    columns.base,
    { key: 'refundRate', label: paperWords.refundRate, align: 'right' },
    { key: 'refund', label: paperWords.taxRefund, align: 'right' },
    columns.source,
  ],
  rows: e.purchases.map((line) => ({
    supplier: line.supplierName ?? '',
    description: [line.productCode ?? '', line.description].filter((text) => text !== '').join(' '),
    quantity: `${w.quantity(short(line.quantity))} ${line.unit}`,
    price: w.price(short(line.price), line.currency),
    refundRate: percent(line.refundRate),
    refund: w.amount(e.calculated.find(({ id }) => id === line.id)!.refund),
    ...common(e, line, w),
  })),
  sums: [
    {
      label: paperWords.total,
      cells: { base: w.money(e.result.totals.purchases), refundRate: '', refund: w.money(e.result.totals.refund), source: '' },
      strong: true,
    },
  ],
  words: [],
})
const costs = (e: Estimate, w: PaperWriter): ContentBlock => ({
  key: 'costs',
  kind: 'rows',
  title: paperWords.costs,
  columns: [
    { key: 'line', label: paperWords.costItem, fixed: true },
    { key: 'description', label: paperWords.note, grow: 1 },
    columns.amount,
    columns.rate,
    columns.base,
    columns.source,
  ],
  rows: e.costs.map((line) => ({ line: nameOf(`profit-line.${line.line}`, 'zh'), description: line.description, ...common(e, line, w) })),
  sums: [{ label: paperWords.total, cells: { base: w.money(e.result.totals.costs), source: '' }, strong: true }],
  words: [],
})
const result = ({ result: r, premiumRate }: Estimate, w: PaperWriter): ContentBlock => ({
  key: 'result',
  kind: 'facts',
  left: [
    fact(paperWords.revenue, `${w.money(r.totals.revenue)}`),
    fact(paperWords.purchases, w.money(r.totals.purchases)),
    fact(paperWords.taxRefund, w.money(r.totals.refund)),
    fact(paperWords.costs, w.money(r.totals.costs)),
  ],
  right: [
    fact(paperWords.profit, w.money(r.profit)),
    fact(paperWords.margin, percent(r.margin)),
    fact(paperWords.costOfDollar, r.exchangeCost ?? ''),
    fact(paperWords.netFobIncome, r.exchangeCost === null ? '' : w.money(r.netFobIncome)),
    fact(paperWords.premiumRate, percent(premiumRate)),
  ],
})

export const profitEstimatePaper: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const e = await estimatesQueries['profit-estimate']({ id: recordId }, q)
    const customer = await partyOnPaper(q, e.customerId)
    const { preparedBy } = await q.db
      .selectFrom('profit_estimate as e')
      .innerJoin('user as u', 'u.id', 'e.ownerId')
      .select('u.name as preparedBy')
      .where('e.id', '=', recordId)
      .executeTakeFirstOrThrow()
    return {
      titles: paperWords.profitEstimateTitle,
      ...{ number: e.number, version: e.version, revision: e.revision, date: e.estimatedOn, party: customer.shortName },
      mark: await markOf(e, q),
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [fact(paperWords.deal, e.dealNumber), fact(paperWords.customer, e.customerName), fact(paperWords.remark, e.remark)],
          right: [
            fact(paperWords.number, e.number),
            fact(paperWords.version, String(e.version)),
            fact(paperWords.date, w.date(e.estimatedOn)),
            fact(paperWords.preparedBy, preparedBy),
          ],
        },
        revenue(e, w),
        purchases(e, w),
        costs(e, w),
        result(e, w),
        await approvalSteps(q, { kind: 'profit-estimate', id: recordId, revision: e.revision }, w),
      ],
      problems: [],
      warnings: [],
    }
  },
}
