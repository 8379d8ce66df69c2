// What a new estimate begins with (自动带入): the deal's own documents, else what the goods cost last; each figure with where it came from. Rule E6 in SPEC.md.
import { sql } from 'kysely'
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'
import { commissionOf, premiumOf } from '../../../preload/contract/vocabulary/trade-formulas.ts'
import { inSoldUnits, priceIn } from '../../../preload/contract/vocabulary/units.ts'
import { expectedFreightOfDeal } from '../freight/index.ts'
import { quotedCosts, type QuotedCost, quotedWholes, type QuotedWhole } from '../quotations/index.ts'
import { rateOfDay } from '../../../db/ledger/rates.ts'
import type { QueryContext } from '../../queries/define-query.ts'

type Filled = QueryOutput<'profit-estimate-fill'>
type Cost = Filled['costs'][number]
type Purchase = Filled['purchases'][number]

const TYPED: EstimateSource = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
const from = (kind: EstimateSource['from'], more: Partial<EstimateSource> = {}): EstimateSource => ({ ...TYPED, from: kind, ...more })
const byDocument = (kind: 'sales-contract' | 'purchase-contract' | 'quotation', d: { id: string; number: string; date: string }) =>
  from(kind, { number: d.number, route: kind, id: d.id, date: d.date })

const contractsOf = (q: QueryContext, dealId: string) =>
  q.db
    .selectFrom('sales_contract')
    .select(['id', 'number', 'contractDate as date', 'currency', 'rate', 'total', 'incoterm', 'commissionRate', 'status'])
    .where('dealId', '=', dealId)
    .where('status', '<>', 'void')
    .orderBy('contractDate')
    .orderBy('numberKey')
    .execute()
type Contract = Awaited<ReturnType<typeof contractsOf>>[number]

/** A rate for a line in some currency: a contract's of the deal, else that of the day; "1" when nobody knows one, to be typed over. */
type RateFor = (currency: string) => Promise<{ rate: string; rateOn: string | null }>
const ratesFor = (q: QueryContext, contracts: readonly Contract[], on: IsoDate): RateFor => {
  const known = new Map(contracts.toReversed().map((c) => [c.currency, scaledText(c.rate, 'rate')]))
  return async (currency) => {
    if (currency === q.company.baseCurrency) return { rate: '1', rateOn: null }
    const own = known.get(currency)
    if (own !== undefined) return { rate: own, rateOn: null }
    const day = await rateOfDay(q.db, currency, on)
    return day ? { rate: scaledText(day.rate, 'rate'), rateOn: day.date } : { rate: '1', rateOn: null }
  }
}

const revenueOf = (dealId: string, contracts: readonly Contract[]): Filled['revenue'] =>
  contracts.map((c) => ({
    id: derivedId(dealId, `revenue ${c.id}`),
    description: c.number,
    currency: c.currency,
    rate: scaledText(c.rate, 'rate'),
    amount: c.total,
    source: byDocument('sales-contract', c),
  }))

// ---- goods ---------------------------------------------------------------------------------------------------------------------------------

const boughtFor = async (q: QueryContext, dealId: string) =>
  q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .innerJoin('party as p', 'p.id', 'c.supplierId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select(['l.id', 'l.salesLineId', 'l.productId', 'l.description', 'l.quantity', 'l.unit', 'l.price', 'l.vatRate', 'l.refundRate'])
    .select(['c.id as contractId', 'c.number', 'c.contractDate as date', 'c.currency', 'c.rate', 'c.supplierId', 'p.name as supplierName'])
    .select(['g.code as productCode', 'l.unitsBought', 'l.unitsSold'])
    .where('l.dealId', '=', dealId)
    .where('l.quantity', '>', 0) // P19
    .where('c.status', '<>', 'void')
    .orderBy('c.numberKey')
    .orderBy('l.position')
    .execute()

/** Goods sold and not bought yet, with what is known of the product. */
const soldOf = async (q: QueryContext, dealId: string) =>
  q.db
    .selectFrom('sales_line as l')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('party as p', 'p.id', 'g.supplierId')
    .select(['l.id', 'l.productId', 'l.description', 'l.quantity', 'l.unit', 'g.code as productCode', 'g.vatRate', 'g.refundRate'])
    .select(['g.supplierId', 'p.name as supplierName', 'p.currency as supplierCurrency'])
    .where('c.dealId', '=', dealId)
    .where('l.quantity', '>', 0) // C19
    .where('c.status', '<>', 'void')
    .orderBy('c.numberKey')
    .orderBy('l.position')
    .execute()
type Sold = Awaited<ReturnType<typeof soldOf>>[number]

/** The newest price of a signed contract for a product: from its usual supplier when there is one, else from whoever sold it last. */
const lastPrice = (q: QueryContext, sold: Sold) =>
  q.db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .innerJoin('party as p', 'p.id', 'c.supplierId')
    .leftJoin('sales_line as s', 's.id', 'l.salesLineId')
    .select([
      'l.price',
      'l.unit',
      's.unit as salesUnit',
      'l.unitsBought',
      'l.unitsSold',
      'l.vatRate',
      'l.refundRate',
      'c.id',
      'c.number',
      'c.contractDate as date',
      'c.currency',
      'c.supplierId',
    ])
    .select('p.name as supplierName')
    .where('l.productId', '=', sold.productId)
    .where((e) => e.or([e('l.unit', '=', sold.unit), e('s.unit', '=', sold.unit)]))
    .where('c.status', '=', 'signed')
    .orderBy(sql`c.supplierId = ${sold.supplierId ?? ''}`, 'desc')
    .orderBy('c.contractDate', 'desc')
    .orderBy('c.numberKey', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What the quotation that became the contract says of these goods: nearer to the deal than what they cost another time (E13). */
const asQuoted = (q: QueryContext, dealId: string, sold: Sold, quantity: number, quoted: QuotedCost): Purchase => ({
  id: derivedId(dealId, `purchase ${sold.id}`),
  description: sold.description,
  productId: sold.productId,
  productCode: sold.productCode,
  supplierId: sold.supplierId,
  supplierName: sold.supplierName,
  quantity: scaledText(quantity, 'quantity'),
  unit: sold.unit,
  price: scaledText(quoted.cost, 'price'),
  vatRate: scaledText(quoted.vatRate, 'percent'),
  refundRate: scaledText(quoted.refundRate, 'percent'),
  currency: q.company.baseCurrency,
  rate: '1',
  source: byDocument('quotation', quoted),
})

const toBuy = async (q: QueryContext, dealId: string, sold: Sold, quantity: number, rateFor: RateFor): Promise<Purchase> => {
  const last = sold.productId === null ? undefined : await lastPrice(q, sold)
  const currency = last?.currency ?? (sold.supplierCurrency || q.company.baseCurrency)
  const { rate, rateOn } = await rateFor(currency)
  const percent = (product: number | null, bought: number | undefined, none: string) =>
    product === null ? (bought === undefined ? none : scaledText(bought, 'percent')) : scaledText(product, 'percent')
  return {
    id: derivedId(dealId, `purchase ${sold.id}`),
    description: sold.description,
    productId: sold.productId,
    productCode: sold.productCode,
    supplierId: last?.supplierId ?? sold.supplierId,
    supplierName: last?.supplierName ?? sold.supplierName,
    quantity: scaledText(quantity, 'quantity'),
    unit: sold.unit,
    price: last ? scaledText(priceIn(sold.unit, last)!, 'price') : null,
    vatRate: percent(sold.vatRate, last?.vatRate, '13'),
    refundRate: percent(sold.refundRate, last?.refundRate, '0'),
    currency,
    rate,
    source: last
      ? from('last-purchase', { number: last.number, route: 'purchase-contract', id: last.id, date: last.date, rateOn })
      : from(sold.productId === null ? 'typed' : 'product', { rateOn }),
  }
}

const purchasesOf = async (
  q: QueryContext,
  dealId: string,
  rateFor: RateFor,
  quoted: ReadonlyMap<string, QuotedCost>,
): Promise<Purchase[]> => {
  const bought = await boughtFor(q, dealId)
  const lines = bought.map(
    (l): Purchase => ({
      id: derivedId(dealId, `bought ${l.id}`),
      description: l.description,
      productId: l.productId,
      productCode: l.productCode,
      supplierId: l.supplierId,
      supplierName: l.supplierName,
      quantity: scaledText(l.quantity, 'quantity'),
      unit: l.unit,
      price: scaledText(l.price, 'price'),
      vatRate: scaledText(l.vatRate, 'percent'),
      refundRate: scaledText(l.refundRate, 'percent'),
      currency: l.currency,
      rate: scaledText(l.rate, 'rate'),
      source: byDocument('purchase-contract', { id: l.contractId, number: l.number, date: l.date }),
    }),
  )
  for (const sold of await soldOf(q, dealId)) {
    const taken = bought.filter((l) => l.salesLineId === sold.id).reduce((sum, l) => sum + inSoldUnits(l.quantity, l), 0)
    if (taken >= sold.quantity) continue
    const cost = quoted.get(sold.id)
    const left = sold.quantity - taken
    lines.push(cost ? asQuoted(q, dealId, sold, left, cost) : await toBuy(q, dealId, sold, left, rateFor))
  }
  return lines
}

// ---- costs ---------------------------------------------------------------------------------------------------------------------------------

/** Who sells so pays the ocean freight, and who sells so insures the goods. */
const WITH_FREIGHT: readonly (string | null)[] = ['CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP']
const WITH_INSURANCE: readonly (string | null)[] = ['CIF', 'CIP', 'DAP', 'DPU', 'DDP']
/** Costs that nearly every deal has: lines to type in. */
const AT_HOME = ['inland-freight', 'port-charge', 'customs'] as const

type Premium = { text: string; scaled: number }
/** The premium rate of the newest estimate that has one, until another is typed. */
const premiumRateOf = async (q: QueryContext, dealId: string, given: string | null | undefined): Promise<Premium | null> => {
  if (given !== undefined) return given === null ? null : { text: given, scaled: toScaled(given, 'percent') }
  const row = await q.db
    .selectFrom('profit_estimate')
    .select('premiumRate')
    .where('premiumRate', 'is not', null)
    .where('status', '<>', 'void')
    .orderBy(sql`dealId = ${dealId}`, 'desc')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && row.premiumRate !== null ? { text: scaledText(row.premiumRate, 'percent'), scaled: row.premiumRate } : null
}

/** What the chosen quotes of the deal's freight inquiries come to, one line a currency; nothing while none is chosen. */
const freightOf = async (q: QueryContext, dealId: string, rateFor: RateFor): Promise<Cost[]> => {
  const lines: Cost[] = []
  for (const { currency, amount } of await expectedFreightOfDeal(q.db, dealId)) {
    const { rate, rateOn } = await rateFor(currency)
    const source = from('freight-quote', { rateOn })
    lines.push({ id: derivedId(dealId, `freight ${currency}`), line: 'freight', description: '', currency, rate, amount, source })
  }
  return lines
}

const costsOf = (
  q: QueryContext,
  dealId: string,
  contracts: readonly Contract[],
  premium: Premium | null,
  freight: readonly Cost[],
  quoted: readonly QuotedWhole[],
): Cost[] => {
  const base = q.company.baseCurrency
  const main = contracts[0]
  const line = (
    name: Cost['line'],
    key: string,
    of: Pick<Contract, 'currency' | 'rate'> | null,
    amount: number | null,
    source = TYPED,
  ): Cost => ({
    id: derivedId(dealId, `${name} ${key}`),
    line: name,
    description: '',
    currency: of?.currency ?? base,
    rate: of ? scaledText(of.rate, 'rate') : '1',
    amount,
    source,
  })
  const insured = contracts.filter((c) => WITH_INSURANCE.includes(c.incoterm))
  // What was quoted stands until a nearer paper says better (E13).
  const asked = (kind: 'freight' | 'insurance' | 'domestic') =>
    quoted
      .filter((o) => o[kind] > 0)
      .map((o) =>
        line(kind === 'domestic' ? 'other' : kind, `quoted ${o.id}`, kind === 'domestic' ? null : o, o[kind], byDocument('quotation', o)),
      )
  const [quotedFreight, quotedInsurance, quotedDomestic] = [asked('freight'), asked('insurance'), asked('domestic')]
  return [
    ...(freight.length > 0 ? freight : quotedFreight),
    ...(freight.length + quotedFreight.length === 0 && contracts.some((c) => WITH_FREIGHT.includes(c.incoterm))
      ? [line('freight', 'deal', main ?? null, null)]
      : []),
    ...(premium ? [] : quotedInsurance),
    ...(premium || quotedInsurance.length === 0 ? insured : []).map((c) =>
      premium
        ? line('insurance', c.id, c, premiumOf(c.total, premium.scaled), from('premium-rate', { number: `${premium.text} %` }))
        : line('insurance', c.id, c, null),
    ),
    ...contracts
      .filter((c) => c.commissionRate > 0)
      .map((c) =>
        line(
          'commission',
          c.id,
          c,
          commissionOf(c.total, c.commissionRate),
          from('commission-rate', { number: `${scaledText(c.commissionRate, 'percent')} %`, route: 'sales-contract', id: c.id }),
        ),
      ),
    ...(quotedDomestic.length > 0 ? quotedDomestic : AT_HOME.map((name) => line(name, 'deal', null, null))),
    ...(main && main.currency !== base ? [line('bank-charge', 'deal', main, null)] : []),
  ]
}

/** Refuses `not-found` for a deal out of scope as for one that does not exist. */
export const fillOf = async (
  { dealId, premiumRate, estimatedOn }: QueryParsed<'profit-estimate-fill'>,
  q: QueryContext,
): Promise<Filled> => {
  const deal = q.orNotFound(
    await q.db
      .selectFrom('deal as d')
      .innerJoin('party as p', 'p.id', 'd.customerId')
      .select(['d.id', 'd.number', 'd.ownerId', 'd.departmentId', 'p.name as customerName'])
      .where('d.id', '=', dealId)
      .executeTakeFirst(),
    'deal',
  )
  q.requireScope('deal', deal)
  const contracts = await contractsOf(q, dealId)
  const rateFor = ratesFor(q, contracts, estimatedOn ?? q.today)
  const insured = contracts.some((c) => WITH_INSURANCE.includes(c.incoterm))
  const contractIds = contracts.map((c) => c.id)
  const quoted = await quotedCosts(q.db, contractIds)
  const premium = insured ? await premiumRateOf(q, dealId, premiumRate) : null
  return {
    dealId,
    dealNumber: deal.number,
    customerName: deal.customerName,
    premiumRate: premium?.text ?? null,
    revenue: revenueOf(dealId, contracts),
    purchases: await purchasesOf(q, dealId, rateFor, quoted),
    costs: costsOf(q, dealId, contracts, premium, await freightOf(q, dealId, rateFor), await quotedWholes(q.db, contractIds)),
  }
}
