// Steps of the book-keeper that move goods: dispatches and taking them back, factory bills, credit notes about goods.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { booked, both, lastOf, notBefore, opened, sole } from './book-shared.ts'
import { day, dueOf, numberOf, type Document, type Shipment, type Step, type World } from './book-keeping.ts'
import { refusal, type Item } from './plain-books.ts'
import { inFen, shares, times } from './plain-numbers.ts'

/** H2, H4, H5: posts what a shipment's goods come to, on a day and at a rate. */
const leave = (w: World, shipment: Shipment, on: string, rate: string): void => {
  const { currency, customer } = shipment.parts[0]!.sale
  for (const p of shipment.parts)
    p.amount = Math.max(0, times(p.sale.amount, p.sale.shipped + p.quantity, p.sale.quantity) - p.sale.charged)
  const total = shipment.parts.reduce((sum, p) => sum + p.amount, 0)
  const instalments = shipment.parts.flatMap((p) => {
    const amounts = shares(
      p.amount,
      p.sale.term.map((t) => Math.round(Number(t.share) * 100)),
    )
    return p.sale.term.map((t, at) => ({ sale: p.sale, amount: amounts[at]!, due: dueOf(t.event, t.days, on) }))
  })
  const totalBase = inFen(total, currency, rate)
  const bases = shares(
    totalBase,
    instalments.map((i) => i.amount),
  )
  shipment.items = instalments.flatMap(({ sale, amount, due }, at): Item[] => {
    const of = { party: customer, currency, documentDate: on, due, contract: sale.id, deal: sale.dealId }
    return amount === 0
      ? []
      : [{ ref: `${shipment.id}:${shipment.next + at}`, kind: 'invoice', account: '1122', ...of, foreign: amount, base: bases[at]! }]
  })
  shipment.journal = w.books.post(on, [...shipment.items.map(opened), booked('6001', -totalBase)])
}
const left = (shipment: Shipment, on: number): void => {
  shipment.on = on
  for (const item of shipment.items) shipment.next = Math.max(shipment.next, Number(item.ref.split(':')[1]) + 1)
  for (const p of shipment.parts) {
    p.sale.shipped += p.quantity
    p.sale.charged += p.amount
    p.sale.planned -= p.quantity
    p.fact = { do: 'leave', day: on, quantity: p.quantity, back: null }
    p.sale.purchase?.facts.push(p.fact)
  }
}

/** Of a dispatch the office alone knows every day on which a cost of its goods was posted (H17): what it refuses by the day stands refused. */
const byTheDay = async (
  w: World,
  shipment: Shipment,
  name: 'dispatch-shipment' | 'reverse-dispatch',
  s: Step,
  work: () => void,
): Promise<boolean> => {
  const of = { id: shipment.id, revision: shipment.revision }
  const answer = await w.office.send(
    name,
    name === 'dispatch-shipment' ? { ...of, dispatchedOn: day(s.on), rate: s.rate } : { ...of, on: day(s.on), reason: 'x' },
  )
  if (!answer.ok && 'refused' in answer && answer.refused === 'date-out-of-order') return false
  const why = w.books.attempt(work)
  if (answer.ok !== (why === undefined))
    throw new Error(`${name} on ${day(s.on)}: plain books say ${why ?? 'done'}, the office ${JSON.stringify(answer)}`)
  if (answer.ok) shipment.revision = answer.value.revision
  return answer.ok
}

export const dispatch = async (w: World, s: Step): Promise<void> => {
  const again = w.shipments.find((x) => x.on === null)
  if (again && s.flag) {
    if (await byTheDay(w, again, 'dispatch-shipment', s, () => leave(w, again, day(s.on), s.rate))) left(again, s.on)
    return
  }
  const sales = s.a % 5 === 4 ? w.sales.slice(0, 2) : [w.sales[s.a % 5]!]
  const parts = sales.flatMap((sale) => {
    const quantity = Math.min(1 + (s.b % 20), sale.quantity - sale.shipped - sale.planned)
    return quantity <= 0 ? [] : [{ sale, quantity, amount: 0, fact: null }]
  })
  if (parts.length === 0) return
  const { currency, customer } = parts[0]!.sale
  const input = w.office.shipmentOf(
    parts.map((p) => [p.sale.line, String(p.quantity)]),
    { currency, customerId: customer },
  )
  const saved = await w.office.run('save-shipment', input)
  const shipment: Shipment = { id: input.id, revision: saved.revision, parts, on: null, journal: null, items: [], next: 1 }
  for (const p of parts) p.sale.planned += p.quantity
  w.shipments.push(shipment)
  if (await byTheDay(w, shipment, 'dispatch-shipment', s, () => leave(w, shipment, day(s.on), s.rate))) left(shipment, s.on)
}

export const takeDispatchBack = async (w: World, s: Step): Promise<void> => {
  const out = w.shipments.filter((x) => x.on !== null)
  const shipment = out[s.a % Math.max(out.length, 1)]
  if (!shipment) return
  const last = lastOf(shipment.items.flatMap((i) => w.books.daysOf(i)))
  const on = notBefore(s, last)
  const done = await byTheDay(w, shipment, 'reverse-dispatch', { ...s, on: numberOf(on) }, () => {
    for (const item of shipment.items) w.books.requireUntouched(item, on)
    w.books.reverse(shipment.journal, on)
  })
  if (!done) return
  shipment.on = null
  for (const p of shipment.parts) {
    p.sale.shipped -= p.quantity
    p.sale.charged -= p.amount
    p.sale.planned += p.quantity
    if (p.fact?.do === 'leave') p.fact.back = numberOf(on)
  }
}

/** T3: one purchase line, or one of each contract. The goods' side stands on 'goods', which plainGoods divides over the accounts of the goods. */
export const factoryBill = async (w: World, s: Step): Promise<void> => {
  const sales = s.a % 3 === 2 ? w.sales.slice(0, 2) : [w.sales[s.a % 3]!]
  const [id, on, due] = [newId(), day(s.on), day(s.on + s.due)]
  const lines = sales.map((sale, at) => ({ sale, purchase: sale.purchase!, quantity: 1 + ((s.b + at) % 20), amount: s.amount + at }))
  const total = lines.reduce((sum, l) => sum + l.amount, 0)
  const item: Item = {
    ...{
      ref: `${id}:1`,
      kind: 'bill',
      account: '2202',
      party: w.vendors.factory,
      currency: 'CNY',
      documentDate: on,
      due,
      foreign: -total,
      base: -total,
    },
    ...{ contract: sole(lines.map((l) => l.purchase.id)), deal: sole(sales.map((x) => x.dealId)), deals: sales.map((x) => x.dealId) },
    parts: new Map(lines.map((l) => [l.purchase.id, l.amount])),
  }
  const typed = lines.map((l) =>
    w.office.billLine(l.amount, { purchaseLineId: l.purchase.line, quantity: String(l.quantity), category: null, vatRate: '13' }),
  )
  const input = {
    id,
    kind: 'factory' as const,
    partyId: w.vendors.factory,
    invoiceNumber: '',
    billDate: on,
    dueDate: due,
    currency: 'CNY',
    rate: '1',
    remark: '',
    lines: typed,
  }
  const made: Document = {
    kind: 'bill',
    id,
    item,
    journals: [],
    returns: false,
    done: false,
    goBack: () => {},
  }
  const done = await both(w, 'post-bill', input, () => {
    if (lines.some((l) => l.quantity > l.sale.quantity - l.purchase.billed)) refusal('more than was bought')
    made.journals = [w.books.post(on, [opened(item), booked('goods', total)])]
  })
  if (!done) return
  const facts = lines.map((l) => {
    const fact = { do: 'bill' as const, day: s.on, quantity: l.quantity, amount: l.amount, back: null as number | null }
    l.purchase.facts.push(fact)
    l.purchase.billed += l.quantity
    l.purchase.billedAmount += l.amount
    return { fact, ...l }
  })
  made.goBack = (back) => {
    for (const { fact, purchase, quantity, amount } of facts) {
      fact.back = back
      purchase.billed -= quantity
      purchase.billedAmount -= amount
    }
  }
  w.documents.push(made)
}

/** T30: a factory's note about one billed line. */
export const creditGoods = async (w: World, s: Step): Promise<void> => {
  const sale = w.sales[s.a % 2]!
  const purchase = sale.purchase!
  const [id, on, amount] = [newId(), day(s.on), 1 + (s.amount % 5000)]
  const item: Item = {
    ref: `${id}:1`,
    kind: 'credit-note',
    account: '2202',
    party: w.vendors.factory,
    currency: 'CNY',
    documentDate: on,
    due: on,
    contract: purchase.id,
    deal: sale.dealId,
    foreign: amount,
    base: amount,
  }
  const input = {
    id,
    partyId: w.vendors.factory,
    on,
    currency: 'CNY',
    rate: '1',
    amount,
    dealId: null,
    reason: 'x',
    lines: [{ purchaseLineId: purchase.line, amount }],
  }
  const made: Document = {
    kind: 'credit-note',
    id,
    item,
    journals: [],
    returns: false,
    done: false,
    goBack: () => {},
  }
  const done = await both(w, 'post-credit-note', input, () => {
    if (purchase.billed <= 0 || amount > purchase.billedAmount - purchase.credited) refusal('more than was billed')
    made.journals = [w.books.post(on, [opened(item), booked('goods', -amount)])]
  })
  if (!done) return
  const fact = { do: 'credit' as const, day: s.on, amount, back: null as number | null }
  purchase.facts.push(fact)
  purchase.credited += amount
  made.goBack = (back) => {
    fact.back = back
    purchase.credited -= amount
  }
  w.documents.push(made)
}
