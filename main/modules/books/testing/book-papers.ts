// Steps of the book-keeper that move claims and debts: bills, credit notes, allocations, write-offs, and taking back what was booked.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { day, numberOf, type Document, type Step, type World } from './book-keeping.ts'
import { apply, booked, both, document, lastOf, notBefore, opened, openItems, openOf, partOf, pick, rateFor, sole } from './book-shared.ts'
import { refusal, sideOf, waits, type Item } from './plain-books.ts'
import { inFen, shares, split } from './plain-numbers.ts'

/** Deals that a bill's item is of, one for each line; null for overhead. */
const billed = (
  w: World,
  id: string,
  of: {
    party: string
    currency: string
    on: string
    due: string
    total: number
    totalBase: number
    deals: (string | null)[]
    commission: boolean
  },
): Item => ({
  ...(of.commission ? ({ kind: 'commission', account: '2241' } as const) : ({ kind: 'bill', account: '2202' } as const)),
  ...{ ref: `${id}:1`, party: of.party, currency: of.currency, documentDate: of.on, due: of.due, contract: null, deal: sole(of.deals) },
  ...{ foreign: -of.total, base: -of.totalBase, deals: of.deals.flatMap((d) => d ?? []) },
})

export const bill = async (w: World, s: Step): Promise<void> => {
  const currency = w.banks[s.a % 4]!.currency
  const party = s.flag ? w.vendors.forwarder : w.vendors.factory
  const category = (['other', 'commission', 'bank-charge'] as const)[s.b % 3]!
  const deals = [[], [w.sales[0]!.dealId], [w.sales[1]!.dealId, w.sales[2]!.dealId]][Math.floor(s.b / 3) % 3]!
  const lines = [
    { amount: s.amount, vat: 6, category, deals },
    ...(s.b % 2 === 0 ? [] : [{ amount: s.due + 1, vat: 0, category: 'other' as const, deals: [w.sales[0]!.dealId] }]),
  ]
  const [id, on, due, rate] = [newId(), day(s.on), day(s.on + s.due), rateFor(currency, s.rate)]
  const total = lines.reduce((sum, l) => sum + l.amount, 0)
  const totalBase = inFen(total, currency, rate)
  const bases = shares(
    totalBase,
    lines.map((l) => l.amount),
  )
  const item = billed(w, id, {
    ...{ party, currency, on, due, total, totalBase, commission: lines.every((l) => l.category === 'commission') },
    deals: lines.flatMap((l): (string | null)[] => (l.deals.length === 0 ? [null] : l.deals)),
  })
  const typed = lines.map((l) => w.office.billLine(l.amount, { category: l.category, vatRate: String(l.vat), dealIds: l.deals }))
  const given = {
    id,
    kind: 'expense' as const,
    partyId: party,
    invoiceNumber: '',
    billDate: on,
    dueDate: due,
    currency,
    rate,
    remark: '',
    lines: typed,
  }
  const made = { kind: 'bill' as const, id, item, journals: [] as Document['journals'] }
  const done = await both(w, 'post-bill', given, () => {
    const expenses = lines.flatMap((l, at) => {
      const { net, vat } = split(bases[at]!, l.vat)
      return [booked(l.category === 'bank-charge' ? '6603' : l.deals.length > 0 ? '6601' : '6602', net), booked('222101', vat)]
    })
    made.journals = [w.books.post(on, [...expenses, opened(item)])]
  })
  if (done) document(w, made)
}

export const creditNote = async (w: World, s: Step): Promise<void> => {
  const currency = w.banks[s.a % 4]!.currency
  const of = (['customer', 'factory', 'forwarder'] as const)[s.b % 3]!
  const sale = w.sales[Math.floor(s.b / 3) % w.sales.length]!
  const party = of === 'customer' ? sale.customer : w.vendors[of]
  const deal = s.flag ? sale.dealId : null
  const [id, on, rate, vat] = [newId(), day(s.on), rateFor(currency, s.rate), { customer: 0, factory: 13, forwarder: 6 }[of]]
  const amount = partOf(s.amount, 20)
  const base = inFen(amount, currency, rate)
  const sign = of === 'customer' ? -1 : 1
  const item: Item = {
    ref: `${id}:1`,
    kind: 'credit-note',
    account: of === 'customer' ? '1122' : '2202',
    party,
    currency,
    documentDate: on,
    due: on,
    contract: null,
    deal,
    foreign: sign * amount,
    base: sign * base,
  }
  const given = {
    id,
    partyId: party,
    on,
    currency,
    rate,
    amount,
    dealId: deal,
    reason: 'x',
    ...(vat > 0 ? { vatRate: String(vat) } : {}),
    ...(of === 'factory' ? { lines: [] } : {}),
  }
  const made = { kind: 'credit-note' as const, id, item, journals: [] as Document['journals'] }
  const done = await both(w, 'post-credit-note', given, () => {
    const parts = split(base, vat)
    const account = { customer: '6001', factory: '6401', forwarder: deal === null ? '6602' : '6601' }[of]
    made.journals = [w.books.post(on, [opened(item), booked(account, -sign * parts.net), booked('222101', -sign * parts.vat)])]
  })
  if (done) document(w, made)
}

const owedTo = (w: World, source: Item, a: number): Item[] => {
  const owed = openItems(w).filter((i) => !waits(i) && i.party === source.party && sideOf(i) === sideOf(source))
  return owed.slice(a % Math.max(owed.length, 1)).slice(0, 2)
}

export const allocate = async (w: World, s: Step): Promise<void> => {
  const source =
    pick(
      openItems(w).filter((i) => waits(i) && owedTo(w, i, s.b).length > 0),
      s.a,
    ) ?? (s.amount % 8 === 0 ? pick(openItems(w), s.a) : undefined)
  if (!source) return
  const found = owedTo(w, source, s.b)
  const any = pick(openItems(w), s.b)!
  const targets = (found.length > 0 ? (s.flag ? found : found.slice(0, 1)) : [any]).map((item) => {
    const cross = item.currency !== source.currency
    const amount = partOf(cross ? openOf(w, item) : Math.min(openOf(w, item), openOf(w, source)), s.part)
    return { item, amount, taken: cross ? partOf(openOf(w, source), s.part) : amount, cross }
  })
  const [id, on] = [newId(), notBefore(s, lastOf([source, ...targets.map((t) => t.item)].map((i) => w.books.daysOf(i)[0]!)))]
  const batch = { id, settled: [] as Document['journals'][], refund: false }
  const given = {
    id,
    on,
    source: source.ref,
    targets: targets.map((t) => ({ item: t.item.ref, amount: t.amount, ...(t.cross ? { sourceAmount: t.taken } : {}) })),
  }
  const done = await both(w, 'allocate', given, () => {
    batch.settled = targets.map((t) => apply(w, on, source, t.taken, t.item, t.amount))
  })
  if (done) w.batches.push(batch)
}

const writeOffPart = async (w: World, item: Item, amount: number, on: string): Promise<boolean> => {
  const id = newId()
  const batch = { id, settled: [] as Document['journals'][], refund: false }
  const done = await both(w, 'write-off', { id, on, item: item.ref, amount, reason: 'x' }, () => {
    if (item.kind === 'unclaimed') refusal('nobody’s')
    batch.settled = [w.books.settle(on, [{ item, amount }])]
  })
  if (done) w.batches.push(batch)
  return done
}
export const writeOff = async (w: World, s: Step): Promise<void> => {
  const item = pick(openItems(w), s.a)
  if (item) await writeOffPart(w, item, partOf(openOf(w, item), s.part), notBefore(s, w.books.daysOf(item)[0]))
}

/** L9: an item in foreign currency goes to the last cent in parts whose products at its rate round, the later parts on any day. */
export const useUp = async (w: World, s: Step): Promise<void> => {
  const item = pick(
    openItems(w).filter((i) => i.currency !== 'CNY' && i.kind !== 'unclaimed' && openOf(w, i) >= 3),
    s.a,
  )
  if (!item) return
  const first = w.books.daysOf(item)[0]!
  for (const [share, more] of [
    [33, 0],
    [50, s.b % 3],
    [100, -(s.b % 2)],
  ] as const) {
    const on = [day(s.on + more), first].toSorted().at(-1)!
    if (!(await writeOffPart(w, item, partOf(openOf(w, item), share), on))) return
  }
}

export const undo = async (w: World, s: Step): Promise<void> => {
  const batch = pick(w.batches, s.a)
  if (!batch) return
  const on = notBefore(s, batch.settled[0]?.[0]?.date)
  const done = await both(w, 'reverse-allocation', { id: batch.id, on, reason: 'x' }, () => {
    if (batch.settled.length === 0 || batch.refund) refusal('not this way')
    for (const journals of batch.settled.toReversed()) w.books.unsettle(journals, on)
  })
  if (done) batch.settled = []
}

/** The last day on which currency left one of these accounts; '' where none did, or they are in base currency. */
const lastLeft = (w: World, banks: readonly string[]): string =>
  w.books.journals
    .filter((j) => j.lines.some((l) => l.bank !== undefined && banks.includes(l.bank) && l.currency !== 'CNY' && l.foreign < 0))
    .reduce((last, j) => (j.date > last ? j.date : last), '')

/** T13, T28, T50. */
export const reverse = async (w: World, s: Step): Promise<void> => {
  const made = pick(w.documents, s.a)
  if (!made) return
  const on = notBefore(s, lastOf(made.item ? w.books.daysOf(made.item) : []))
  const batch = w.batches.find((b) => b.id === made.id)
  const transfer = w.transfers.find((t) => t.id === made.id)
  const done = await both(w, `reverse-${made.kind}`, { id: made.id, on, reason: 'x' }, () => {
    if (made.done) refusal('reversed')
    for (const journals of (batch?.settled ?? []).toReversed()) w.books.unsettle(journals, on)
    if (made.item) w.books.requireUntouched(made.item, on)
    if (transfer && on < lastLeft(w, [transfer.from, transfer.to])) refusal('left since')
    for (const journal of made.journals) w.books.reverse(journal, on)
  })
  if (!done) return
  made.done = true
  if (batch) batch.settled = []
  if (transfer) transfer.backOn = on
  made.goBack(numberOf(on))
}
