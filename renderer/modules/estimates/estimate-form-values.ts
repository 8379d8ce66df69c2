// A profit estimate as it is typed: the office's fields plus what the grids show of each line, and the way there and back. Pure.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { EstimateSource, ProfitEstimateFields } from '../../../preload/contract/modules/estimates/calls.ts'
import type { QueryInput, QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { isDecimal } from '../../kit/format/index.ts'

export type Estimate = QueryOutput<'profit-estimate'>
export type Filled = QueryOutput<'profit-estimate-fill'>
type Common = { id: string; description: string; currency: string; rate: string; source: EstimateSource }
export type RevenueFormValues = Common & { amount: number | null }
export type CostFormValues = Common & { line: ProfitEstimateFields['costs'][number]['line']; amount: number | null }
export type PurchaseFormValues = Common & {
  productId: string | null
  productCode: string | null
  supplierId: string | null
  supplierName: string | null
  quantity: string
  unit: string
  price: string
  vatRate: string
  refundRate: string
}
export type PickedDeal = { id: string; number: string } | null
export type EstimateFormValues = {
  deal: PickedDeal
  estimatedOn: string | null
  /** '' for none. */
  premiumRate: string
  remark: string
  revenue: RevenueFormValues[]
  purchases: PurchaseFormValues[]
  costs: CostFormValues[]
}

const BY_HAND: EstimateSource = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
const common = (currency: string, rate: string): Common => ({ id: newId(), description: '', currency, rate, source: BY_HAND })

export const newRevenue = (currency: string, rate: string): RevenueFormValues => ({ ...common(currency, rate), amount: null })
export const newCost = (currency: string): CostFormValues => ({ ...common(currency, '1'), line: 'other', amount: null })
export const newPurchase = (currency: string): PurchaseFormValues => ({
  ...common(currency, '1'),
  productId: null,
  productCode: null,
  supplierId: null,
  supplierName: null,
  quantity: '',
  unit: 'PCS',
  price: '',
  vatRate: '13',
  refundRate: '13',
})

export const emptyEstimate = (today: string): EstimateFormValues => ({
  deal: null,
  estimatedOn: today,
  premiumRate: '',
  remark: '',
  revenue: [],
  purchases: [],
  costs: [],
})

export const formValuesOf = (e: Estimate): EstimateFormValues => ({
  deal: { id: e.dealId, number: e.dealNumber },
  estimatedOn: e.estimatedOn,
  premiumRate: e.premiumRate ?? '',
  remark: e.remark,
  revenue: e.revenue,
  purchases: e.purchases,
  costs: e.costs,
})

/** Lines that were typed by hand stay; what the deal's documents say takes the place of what they said before. */
const refilled = <L extends { source: EstimateSource }>(
  typed: readonly L[],
  filled: readonly L[],
  same: (a: L, b: L) => boolean,
  said: (l: L) => boolean,
): L[] => {
  const kept = typed.filter((l) => l.source.from === 'typed' && said(l))
  return [...filled.filter((f) => !kept.some((k) => same(k, f))), ...kept]
}

/** What the office fills in (自动带入), over what is typed already. Every filled line is a new line of this estimate. */
export const filledIn = (value: EstimateFormValues, filled: Filled): Partial<EstimateFormValues> => ({
  deal: { id: filled.dealId, number: filled.dealNumber },
  premiumRate: filled.premiumRate ?? value.premiumRate,
  revenue: refilled(
    value.revenue,
    filled.revenue.map((l) => ({ ...l, id: newId() })),
    (a, b) => a.description === b.description,
    (l) => l.amount !== null,
  ),
  purchases: refilled(
    value.purchases,
    filled.purchases.map((l) => ({ ...l, id: newId(), price: l.price ?? '' })),
    (a, b) => a.productId === b.productId && a.description === b.description,
    (l) => l.price !== '',
  ),
  costs: refilled(
    value.costs,
    filled.costs.map((l) => ({ ...l, id: newId() })),
    (a, b) => a.line === b.line,
    (l) => l.amount !== null,
  ),
})

const FIGURES = ['amount', 'price', 'quantity', 'currency', 'vatRate', 'refundRate', 'supplierId', 'line'] as const
const at = (line: object, field: string): unknown => (line as Record<string, unknown>)[field]

/** A figure that was filled in and is typed over is the user's own from then on; so is its rate. */
export const ownAfter = <L extends Common>(before: readonly L[], after: readonly L[]): L[] =>
  after.map((line) => {
    const old = before.find((l) => l.id === line.id)
    if (!old || line.source.from === 'typed') return line
    if (FIGURES.some((field) => at(old, field) !== at(line, field))) return { ...line, source: BY_HAND }
    return old.rate === line.rate ? line : { ...line, source: { ...line.source, rateOn: null } }
  })

const isCurrency = (text: string) => /^[A-Z]{3}$/.test(text)
const priced = (l: Common) => isCurrency(l.currency) && isDecimal(l.rate, 8)
const given = <L extends { amount: number | null }>(lines: readonly L[]) =>
  lines.flatMap((l) => (l.amount === null ? [] : [{ ...l, amount: l.amount }]))
const percent = (text: string) => (text === '' ? '0' : text)

const purchaseInput = ({ productCode: _c, supplierName: _s, ...line }: PurchaseFormValues) => ({
  ...line,
  vatRate: percent(line.vatRate),
  refundRate: percent(line.refundRate),
})
const isBlank = (l: PurchaseFormValues) => l.productId === null && l.description.trim() === '' && l.quantity === '' && l.price === ''

/** What of it can be calculated already. */
export const previewOf = (value: EstimateFormValues): QueryInput<'preview-profit-estimate'> => ({
  premiumRate: isDecimal(value.premiumRate, 4) ? value.premiumRate : null,
  ...(value.estimatedOn ? { estimatedOn: value.estimatedOn } : {}),
  revenue: given(value.revenue.filter(priced)),
  purchases: value.purchases
    .filter((l) => priced(l) && [l.quantity, l.price].every((text) => isDecimal(text, 6)) && !/^0*\.?0*$/.test(l.quantity))
    .map(purchaseInput)
    .filter((l) => isDecimal(l.vatRate, 4) && isDecimal(l.refundRate, 4)),
  costs: given(value.costs.filter(priced)),
})

/** The command's input: lines to which nobody knows an amount yet are left out. */
export const inputOf = (value: EstimateFormValues): Omit<CommandInput<'save-profit-estimate'>, 'id' | 'revision'> => ({
  dealId: value.deal?.id ?? '',
  estimatedOn: value.estimatedOn ?? '',
  premiumRate: value.premiumRate === '' ? null : value.premiumRate,
  remark: value.remark,
  revenue: given(value.revenue),
  purchases: value.purchases.filter((l) => !isBlank(l)).map(purchaseInput),
  costs: given(value.costs),
})
