// Random book-keeping: each step is sent to the office and done in plain books, which say beforehand whether the office should take it.
import fc from 'fast-check'
import { addDays } from '../../../../preload/contract/vocabulary/dates.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { moneyOffice, type MoneyOffice } from '../../receipts-and-payments/testing/money.ts'
import { PlainBooks, type Item, type Journal } from './plain-books.ts'
import type { Goods, GoodsFact } from './plain-goods.ts'

const START = '2026-01-20'
export const DAYS = 50
export const day = (n: number) => addDays(START, n)
export const numberOf = (date: string) => (Date.parse(date) - Date.parse(START)) / 86_400_000
const CURRENCIES = ['CNY', 'USD', 'EUR', 'JPY'] as const
const RATES: Readonly<Record<string, readonly [string, string]>> = {
  USD: ['7.1234', '7.05'],
  EUR: ['8.00005', '8.3'],
  JPY: ['0.0471', '0.05123'],
}
/** The rate in force on the ends of the two months. */
export const rateOn = (on: string) => (currency: string) => RATES[currency]![on < '2026-02-10' ? 0 : 1]
export const MONTHS = [
  { month: '2026-01', on: '2026-01-31', next: '2026-02-01' },
  { month: '2026-02', on: '2026-02-28', next: '2026-03-01' },
] as const

export type Bank = { id: string; currency: string }
export type Sale = {
  id: string
  dealId: string
  customer: string
  currency: string
  line: string
  quantity: number
  amount: number
  term: PaymentTerm
  /** What has left, and what those shipments were charged; planned is what has been taken back. */
  shipped: number
  charged: number
  planned: number
  purchase: { id: string; line: string; goods: Goods; facts: GoodsFact[]; billed: number; billedAmount: number; credited: number } | null
}
export type Document = {
  kind: 'receipt' | 'payment' | 'bill' | 'credit-note' | 'transfer'
  id: string
  /** Journals that go back with it, the last first. */
  journals: (Journal | null)[]
  item: Item | null
  /** The money gave something back. */
  returns: boolean
  done: boolean
  /** Undoes what the document did besides its journals. */
  goBack: (on: number) => void
}
export type Shipment = {
  id: string
  revision: number
  parts: { sale: Sale; quantity: number; amount: number; fact: GoodsFact | null }[]
  on: number | null
  journal: Journal | null
  items: Item[]
  next: number
}
type Batch = { id: string; settled: (Journal | null)[][]; refund: boolean }
export type World = {
  office: MoneyOffice
  books: PlainBooks
  banks: Bank[]
  customers: string[]
  vendors: { factory: string; forwarder: string }
  sales: Sale[]
  documents: Document[]
  shipments: Shipment[]
  batches: Batch[]
  transfers: { id: string; from: string; to: string; on: string; entered: number; backOn: string | null }[]
  revaluations: { id: string; entered: number }[]
  entered: number
}

const KINDS = [
  ...([
    'dispatch',
    'dispatch',
    'dispatch',
    'receive',
    'receive',
    'receive',
    'claim',
    'bill',
    'bill',
    'factory-bill',
    'pay',
    'pay',
  ] as const),
  ...([
    'credit-note',
    'credit-goods',
    'allocate',
    'allocate',
    'allocate',
    'allocate',
    'write-off',
    'use-up',
    'use-up',
    'give-back',
    'give-back',
  ] as const),
  ...(['undo', 'undo', 'reverse', 'reverse', 'take-dispatch-back', 'transfer', 'revalue', 'unrevalue'] as const),
] as const
export const step = fc.record({
  do: fc.constantFrom(...KINDS),
  on: fc.integer({ min: 0, max: DAYS }),
  a: fc.nat(999),
  b: fc.nat(999),
  amount: fc.integer({ min: 1, max: 99_999 }),
  part: fc.constantFrom(100, 100, 50, 33, 7),
  rate: fc.integer({ min: 1, max: 1_500_000 }).map((n) => `${Math.floor(n / 100_000)}.${String(n % 100_000).padStart(5, '0')}`),
  due: fc.integer({ min: 0, max: 40 }),
  flag: fc.boolean(),
})
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const TERMS: readonly PaymentTerm[] = [
  [
    { share: '30', event: 'on-signing', days: 7 },
    { share: '70', event: 'after-bill-of-lading', days: 10 },
  ],
  [
    { share: '33.33', event: 'before-shipment', days: 0 },
    { share: '33.33', event: 'end-of-month', days: 3 },
    { share: '33.34', event: 'after-bill-of-lading', days: 0 },
  ],
  [{ share: '100', event: 'after-bill-of-lading', days: 5 }],
]
export const dueOf = (event: PaymentTerm[number]['event'], days: number, on: string): string => {
  if (event === 'on-signing') return addDays(START, days)
  if (event === 'end-of-month') return addDays(on < '2026-02-01' ? '2026-01-31' : on < '2026-03-01' ? '2026-02-28' : '2026-03-31', days)
  return event === 'before-shipment' ? on : addDays(on, days)
}

export const world = async (): Promise<World> => {
  const office = await moneyOffice({ ageingBuckets: [5, 10, 20, 30] })
  office.at = `${day(DAYS + 2)}T02:00:00.000Z`
  const banks: Bank[] = []
  for (const currency of [...CURRENCIES, 'USD']) banks.push({ currency, id: await office.bank(currency) })
  for (const [currency, [first, second]] of Object.entries(RATES))
    for (const [on, rate] of [
      ['2026-01-15', first],
      ['2026-02-10', second],
    ] as const)
      await office.run('set-exchange-rate', { currency, on, rate })
  const other = office.party('customer', 'Second')
  const sale = async (of: {
    quantity: number
    price: string
    amount: number
    currency: string
    customer: string
    term: number
    buy?: { price: string; fen: number; refund: number }
  }): Promise<Sale> => {
    const buy = of.buy ? { buy: { price: of.buy.price, refundRate: String(of.buy.refund) } } : {}
    const term = TERMS[of.term]!
    const sold = await office.sold([{ quantity: String(of.quantity), price: of.price, ...buy }], {
      currency: of.currency,
      rate: '7.1',
      term,
      signedOn: START,
      customerId: of.customer,
    })
    const goods: Goods | null = of.buy ? { quantity: of.quantity, price: of.buy.fen, refundRate: of.buy.refund } : null
    const purchase = goods && {
      id: sold.purchaseId!,
      line: sold.purchaseLines[0]!,
      goods,
      facts: [],
      billed: 0,
      billedAmount: 0,
      credited: 0,
    }
    const { quantity, amount, currency, customer } = of
    return {
      id: sold.id,
      dealId: sold.dealId,
      line: sold.lines[0]!,
      quantity,
      amount,
      currency,
      customer,
      term,
      shipped: 0,
      charged: 0,
      planned: 0,
      purchase,
    }
  }
  const first = office.customerId
  return {
    office,
    banks,
    books: new PlainBooks(),
    customers: [first, other],
    vendors: { factory: office.factoryId, forwarder: office.party('forwarder', 'Forwarder') },
    sales: [
      await sale({
        quantity: 60,
        price: '33.3333',
        amount: 2000_00,
        currency: 'USD',
        customer: first,
        term: 0,
        buy: { price: '22.6', fen: 22_60, refund: 13 },
      }),
      await sale({
        quantity: 40,
        price: '12.345',
        amount: 493_80,
        currency: 'USD',
        customer: first,
        term: 1,
        buy: { price: '7.77', fen: 7_77, refund: 9 },
      }),
      await sale({ quantity: 30, price: '7.7777', amount: 233_33, currency: 'EUR', customer: other, term: 1 }),
      await sale({ quantity: 50, price: '333.3', amount: 16_665, currency: 'JPY', customer: first, term: 2 }),
    ],
    documents: [],
    shipments: [],
    batches: [],
    transfers: [],
    revaluations: [],
    entered: 0,
  }
}
