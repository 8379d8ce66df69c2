// Profit estimates of the demonstration: most come true within a little, one is made twice, one was far too hopeful, and some deals have none.
import type { CommandInput } from '../../preload/contract/commands.ts'
import type { EstimateSource } from '../../preload/contract/modules/estimates/calls.ts'
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal, decimalTextOf } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { commissionOf, premiumOf } from '../../preload/contract/vocabulary/trade-formulas.ts'
import type { Send } from './send.ts'
import { customers, products } from './trade-data.ts'

type Input = CommandInput<'save-profit-estimate'>
type World = {
  send: Send
  trade: { factories: string[]; products: string[] }
  rates: (currency: string, on: IsoDate) => string
  today: IsoDate
}
type Contract = { id: string; number: string; dealId: string; total: number; lines: readonly { product: number; quantity: number }[] }
const BY_HAND: EstimateSource = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
const line = (currency: string, rate: string, source: EstimateSource = BY_HAND) => ({
  id: newId(),
  description: '',
  currency,
  rate,
  source,
})

const cost = (name: Input['costs'][number]['line'], amount: number, currency: string, rate: string, source?: EstimateSource) => ({
  ...line(currency, rate, source),
  line: name,
  amount,
})

/** Nobody thought of an estimate for these customers' deals. */
const FORGOTTEN: readonly number[] = [7, 9]
/** The factory asked a fifth more than was hoped for. */
const HOPEFUL = 4
/** Estimated again once the freight was known. */
const TWICE = 6

const goods = (w: World, contract: Contract, price: (of: string) => string): Input['purchases'] =>
  contract.lines.map(({ product, quantity }) => {
    const [, , nameZh, , unit, refundRate, factory, vatInclusive] = products[product]!
    return {
      ...line('CNY', '1', { ...BY_HAND, from: 'product' }),
      description: nameZh,
      productId: w.trade.products[product]!,
      supplierId: w.trade.factories[factory]!,
      quantity: String(quantity),
      unit,
      price: price(vatInclusive),
      vatRate: '13',
      refundRate,
    }
  })

/** The estimate of a signed deal as it was made that day; nothing for deals that nobody estimated. `days` ago it was signed. */
export const estimateDeal = async (w: World, plan: { customer: number }, contract: Contract, days: number): Promise<void> => {
  if (FORGOTTEN.includes(plan.customer)) return
  const [, , , , currency, , incoterm] = customers[plan.customer]!
  const on = addDays(w.today, -days)
  const rate = w.rates(currency, on)
  const hopeful = plan.customer === HOPEFUL
  const fromContract: EstimateSource = {
    ...BY_HAND,
    from: 'sales-contract',
    number: contract.number,
    route: 'sales-contract',
    id: contract.id,
    date: on,
  }
  const id = newId()
  const input = {
    id,
    dealId: contract.dealId,
    estimatedOn: on,
    premiumRate: incoterm === 'CIF' ? '0.25' : null,
    remark: '',
    revenue: [{ ...line(currency, rate, fromContract), description: contract.number, amount: contract.total }],
    purchases: goods(w, contract, (price) => (hopeful ? decimalTextOf(new Decimal(price).times('0.82').toDecimalPlaces(2)) : price)),
    costs: [
      ...(incoterm === 'FOB' ? [] : [cost('freight', 180_000 + plan.customer * 12_000, 'USD', w.rates('USD', on))]),
      ...(incoterm === 'CIF'
        ? [cost('insurance', premiumOf(contract.total, 2_500), currency, rate, { ...BY_HAND, from: 'premium-rate', number: '0.25 %' })]
        : []),
      ...(plan.customer === 5
        ? [cost('commission', commissionOf(contract.total, 30_000), currency, rate, { ...BY_HAND, from: 'commission-rate', number: '3 %' })]
        : []),
      cost('customs', 33_000, 'CNY', '1'),
      cost('port-charge', 120_000, 'CNY', '1'),
      cost('inland-freight', 150_000, 'CNY', '1'),
      cost('bank-charge', 20_000, 'CNY', '1'),
    ],
  } satisfies Input
  const saved = await w.send('save-profit-estimate', input)
  if (plan.customer !== TWICE) return
  const again = newId()
  await w.send('renew-profit-estimate', { id: again, copyOf: { id, revision: saved.revision } })
  const fresh = <T extends { id: string }>(lines: readonly T[]): T[] => lines.map((l) => ({ ...l, id: newId() }))
  await w.send('save-profit-estimate', {
    ...input,
    ...{ id: again, revision: 1, remark: '海运费按新报价调整' },
    ...{ revenue: fresh(input.revenue), purchases: fresh(input.purchases) },
    costs: fresh(input.costs).map((c) => (c.line === 'freight' ? { ...c, amount: c.amount + 80_000 } : c)),
  })
}

/** The estimate of the worked deal: profit 72,623.50, a dollar at 5.5250. */
export const estimateWorkedDeal = async ({ send, today }: Pick<World, 'send' | 'today'>, dealId: string): Promise<void> => {
  const rate = '7.10'
  await send('save-profit-estimate', {
    id: newId(),
    dealId,
    estimatedOn: addDays(today, -130),
    premiumRate: '0.3',
    remark: '核对范例',
    revenue: [{ ...line('USD', rate), amount: 5_000_000 }],
    purchases: [
      {
        ...line('CNY', '1'),
        ...{ description: 'Worked example', productId: null, supplierId: null, quantity: '10000', unit: 'PCS', price: '28.25' },
        ...{ vatRate: '13', refundRate: '13' },
      },
    ],
    costs: [
      cost('freight', 200_000, 'USD', rate),
      cost('insurance', 16_500, 'USD', rate),
      cost('commission', 150_000, 'USD', rate),
      cost('bank-charge', 5_000, 'USD', rate),
      cost('inland-freight', 600_000, 'CNY', '1'),
    ],
  })
}
