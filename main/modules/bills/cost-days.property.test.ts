// Bills, reversals, credit notes, versions and dispatches of one purchase line entered in any order: on every day the accounts of the goods stand where plain
// books of the facts of that day put them (purchasing P33).
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { amendments } from '../amendments/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'
import { plainGoods, type GoodsFact } from '../books/testing/plain-goods.ts'

const day = (n: number) => addDays('2026-03-01', n)
const LAST = 40
const QUANTITY = 100
type Fact = GoodsFact

const booked = (office: MoneyOffice, on: number) => {
  const of = (account: string) =>
    office.one<{ n: number }>('SELECT coalesce(sum(base), 0) AS n FROM posting WHERE account = ? AND date <= ?', account, day(on)).n
  return { stock: of('1405'), input: of('222101'), refund: of('1221'), cost: of('6401') }
}

const PRICE = 22_60
const yuan = (fen: number) => (fen / 100).toFixed(2)
type Bought = Awaited<ReturnType<MoneyOffice['sold']>>

const amend = async (office: MoneyOffice, bought: Bought, price: number, on: number) => {
  const c = await office.query('purchase-contract', { id: bought.purchaseId! })
  const { currency, rate, deliveryDate, paymentTerm, clauses, remark } = c
  const id = newId()
  await office.run('begin-amendment', { id, kind: 'purchase-contract', contractId: c.id, revision: c.revision, reason: 'x' })
  const goods = { productId: null, description: 'Goods', unit: 'PCS', quantity: String(QUANTITY), vatRate: '13', refundRate: '13' }
  await office.run('save-purchase-amendment', {
    ...{ id, revision: 1, reason: 'x', confirmation: 'mail', currency, rate, deliveryDate, paymentTerm, clauses, remark },
    lines: [{ ...goods, id: bought.purchaseLines[0]!, salesLineId: bought.lines[0]!, dealId: bought.dealId, price: yuan(price) }],
  })
  await office.run('put-amendment-into-force', { id, revision: 2, on: day(on) })
}

/** Enters a fact; what the office refuses has not happened. A bill that goes back does so at once, on its later day. */
const enter = async (office: MoneyOffice, bought: Bought, fact: Fact): Promise<Fact | undefined> => {
  if (fact.do === 'leave') {
    const { id, revision } = await office.shipped([[bought.lines[0]!, String(fact.quantity)]], { dispatchedOn: day(fact.day) })
    if (fact.back == null) return fact
    const answer = await office.send('reverse-dispatch', { id, revision, on: day(fact.back), reason: 'x' })
    return answer.ok ? fact : { ...fact, back: null }
  }
  if (fact.do === 'agree') {
    await amend(office, bought, fact.price, fact.day)
    return fact
  }
  if (fact.do === 'credit') {
    const answer = await office.send('post-credit-note', {
      ...{
        id: newId(),
        partyId: office.factoryId,
        on: day(fact.day),
        currency: 'CNY',
        rate: '1',
        amount: fact.amount,
        dealId: null,
        reason: 'x',
      },
      lines: [{ purchaseLineId: bought.purchaseLines[0]!, amount: fact.amount }],
    })
    return answer.ok ? fact : undefined
  }
  const line = office.billLine(fact.amount, {
    purchaseLineId: bought.purchaseLines[0]!,
    quantity: String(fact.quantity),
    category: null,
    vatRate: '13',
  })
  const bill = await office.bill({ kind: 'factory', billDate: day(fact.day), dueDate: day(LAST + 60), lines: [line] })
  if (fact.back === null) return fact
  const answer = await office.send('reverse-bill', { id: bill.id, on: day(fact.back), reason: 'x' })
  return answer.ok ? fact : { ...fact, back: null }
}

const books = async (facts: readonly Fact[]): Promise<void> => {
  const office = await moneyOffice({}, [amendments])
  office.at = '2026-06-30T02:00:00.000Z'
  const bought = await office.sold([{ quantity: String(QUANTITY), price: '10', buy: { price: yuan(PRICE) } }])
  const entered: Fact[] = []
  for (const fact of facts) {
    const happened = await enter(office, bought, fact)
    if (happened) entered.push(happened)
  }
  const inOrder = entered.toSorted((a, b) => a.day - b.day)
  for (let on = 0; on <= LAST + 6; on++)
    expect({ on, ...booked(office, on) }).toEqual({ on, ...plainGoods(inOrder, { quantity: QUANTITY, price: PRICE }, on) })
  endSound(office)
}

const dayNumber = fc.integer({ min: 1, max: LAST })
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    do: fc.constant('bill' as const),
    day: dayNumber,
    quantity: fc.integer({ min: 1, max: 30 }),
    amount: fc.integer({ min: 1, max: 99_999 }),
    back: fc.option(fc.integer({ min: LAST, max: LAST + 5 }), { nil: null }),
  }),
  fc.record({ do: fc.constant('leave' as const), day: dayNumber, quantity: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    do: fc.constant('leave' as const),
    day: dayNumber,
    quantity: fc.integer({ min: 1, max: 30 }),
    back: fc.option(fc.integer({ min: LAST, max: LAST + 5 }), { nil: null }),
  }),
  fc.record({ do: fc.constant('agree' as const), day: dayNumber, price: fc.integer({ min: 1, max: 99_99 }) }),
  fc.record({ do: fc.constant('credit' as const), day: dayNumber, amount: fc.integer({ min: 1, max: 999 }) }),
)

/** No more is billed or leaves than was bought; versions come into force in their order, and each changes the price. */
const possible = (facts: readonly Fact[]): Fact[] => {
  const taken = { bill: 0, leave: 0 }
  let version = { day: 0, price: PRICE }
  return facts.filter((f) => {
    if (f.do === 'agree') {
      if (f.day < version.day || f.price === version.price) return false
      version = f
    }
    if (f.do !== 'bill' && f.do !== 'leave') return true
    if (taken[f.do] + f.quantity > QUANTITY) return false
    taken[f.do] += f.quantity
    return true
  })
}

it(
  '[P33] whatever order bills, credit notes, versions and dispatches are entered in, every day stands where plain books put it',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 3, maxLength: 10 }), (facts) => books(possible(facts))),
      { numRuns: rounds(12, 240) },
    )
  },
  minutes(3),
)

it('[P33] a dispatch entered after a bill and a version of later days costs on each day what was known for it', () =>
  books([
    { do: 'agree', day: 20, price: 30_00 },
    { do: 'bill', day: 25, quantity: 40, amount: 1000_00, back: null },
    { do: 'leave', day: 10, quantity: 60 },
  ]))

it('[P33] an amendment to the price that is agreed already is none: nothing moves', () =>
  books(
    possible([
      { do: 'agree', day: 1, price: PRICE },
      { do: 'bill', day: 1, quantity: 1, amount: 1, back: null },
      { do: 'leave', day: 1, quantity: 1 },
    ]),
  ))

it('[P33] a bill entered after a later one moves each day by what it changes there', () =>
  books([
    { do: 'leave', day: 5, quantity: 50 },
    { do: 'bill', day: 20, quantity: 60, amount: 813_60, back: null },
    { do: 'bill', day: 15, quantity: 40, amount: 497_20, back: LAST },
  ]))

const away = { do: 'leave', day: 0, quantity: 30, back: LAST } as const
it.each<[entered: string, Fact]>([
  ['a bill', { do: 'bill', day: 15, quantity: 20, amount: 777_77, back: null }],
  ['a bill that goes back', { do: 'bill', day: 15, quantity: 20, amount: 777_77, back: LAST + 3 }],
  ['a credit note', { do: 'credit', day: 15, amount: 4_44 }],
  ['a dispatch', { do: 'leave', day: 15, quantity: 30 }],
  ['a version', { do: 'agree', day: 15, price: 30_00 }],
])('[P36] %s entered for a day on which goods were away that have come back costs what it cost with them', (_, entered) =>
  books([
    { do: 'bill', day: 5, quantity: 40, amount: 1000_00, back: null },
    { do: 'leave', day: 10, quantity: 7 },
    away,
    entered,
    { do: 'bill', day: 3, quantity: 10, amount: 311_11, back: null },
  ]),
)
