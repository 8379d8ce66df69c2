// Steps of the book-keeper that move money: receipts, claims, payments, money that goes back, transfers, month ends.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { day, MONTHS, rateOn, type Document, type Step, type World } from './book-keeping.ts'
import {
  apply,
  booked,
  both,
  document,
  moved,
  notBefore,
  opened,
  openItems,
  openOf,
  partOf,
  pick,
  rateFor,
  sole,
  whose,
} from './book-shared.ts'
import { refusal, sideOf, waits, type Item } from './plain-books.ts'
import { inFen, times } from './plain-numbers.ts'

export const receive = async (w: World, s: Step): Promise<void> => {
  const bank = pick(w.banks, s.a)!
  const { customer, contract, deal } = whose(w, s.b)
  const [id, on, rate] = [newId(), day(s.on), rateFor(bank.currency, s.rate)]
  const charge = s.flag ? Math.min(s.due, s.amount) : 0
  const [base, chargeBase] = [inFen(s.amount, bank.currency, rate), inFen(charge, bank.currency, rate)]
  const as = customer === null ? ({ kind: 'unclaimed', account: '2241' } as const) : ({ kind: 'advance', account: '2203' } as const)
  const item: Item = {
    ...as,
    ref: `${id}:1`,
    party: customer,
    currency: bank.currency,
    documentDate: on,
    due: on,
    contract,
    deal,
    foreign: -s.amount,
    base: -base,
  }
  const given = {
    id,
    bankAccountId: bank.id,
    receivedOn: on,
    amount: s.amount,
    charge,
    rate,
    payerName: '',
    customerId: customer,
    contractId: contract,
    remark: '',
  }
  const made = { kind: 'receipt' as const, id, item, journals: [] as Document['journals'] }
  const done = await both(w, 'register-receipt', given, () => {
    made.journals = [w.books.post(on, [moved(bank, s.amount - charge, base - chargeBase), booked('6603', chargeBase), opened(item)])]
  })
  if (done) document(w, made)
}

export const claim = async (w: World, s: Step): Promise<void> => {
  const receipt = pick(
    w.documents.filter((d) => d.item?.kind === 'unclaimed'),
    s.a,
  )
  const { customer, contract, deal } = whose(w, s.b)
  if (!receipt || customer === null) return
  const waiting = receipt.item!
  const item: Item = { ...waiting, ref: `${receipt.id}:2`, kind: 'advance', account: '2203', party: customer, contract, deal }
  const on = notBefore(s, waiting.documentDate)
  let journal: Document['journals'][number] = null
  const done = await both(w, 'claim-receipt', { id: receipt.id, on, customerId: customer, contractId: contract }, () => {
    if (receipt.done) refusal('reversed')
    if (on < waiting.documentDate) refusal('before it came')
    journal = w.books.post(on, [w.books.leaving(waiting, Math.abs(waiting.foreign), waiting.base), opened(item)])
  })
  if (!done) return
  receipt.journals.unshift(journal)
  receipt.item = item
}

export const pay = async (w: World, s: Step): Promise<void> => {
  const bank = pick(w.banks, s.a)!
  const party = s.flag ? w.vendors.factory : w.vendors.forwarder
  const sale = w.sales[s.b % 2]!
  const contract = party === w.vendors.factory && s.b % 3 === 0 ? sale.purchase!.id : null
  const [id, on, rate, charge] = [newId(), day(s.on), rateFor(bank.currency, s.rate), s.due]
  const [base, chargeBase] = [inFen(s.amount, bank.currency, rate), inFen(charge, bank.currency, rate)]
  const owed = openItems(w).filter((i) => !waits(i) && i.party === party && i.currency === bank.currency && i.kind !== 'refund')
  const targets =
    s.b % 3 === 1 ? owed.slice(0, 2).map((item) => ({ item, amount: Math.min(partOf(openOf(w, item), s.part), s.amount) })) : []
  const deal = contract !== null ? sale.dealId : sole(targets.flatMap((t) => t.item.deals ?? []))
  const item: Item = {
    ref: `${id}:1`,
    kind: 'prepayment',
    account: '1123',
    party,
    currency: bank.currency,
    documentDate: on,
    due: on,
    contract,
    deal,
    foreign: s.amount,
    base,
  }
  const given = {
    id,
    bankAccountId: bank.id,
    paidOn: on,
    partyId: party,
    amount: s.amount,
    charge,
    rate,
    contractId: contract,
    remark: '',
    targets: targets.map((t) => ({ item: t.item.ref, amount: t.amount })),
  }
  const made = { kind: 'payment' as const, id, item, journals: [] as Document['journals'] }
  const batch = { id, settled: [] as Document['journals'][], refund: false }
  const done = await both(w, 'register-payment', given, () => {
    made.journals = [w.books.post(on, [opened(item), booked('6603', chargeBase), moved(bank, -(s.amount + charge), -(base + chargeBase))])]
    batch.settled = targets.map((t) => apply(w, on, item, t.amount, t.item, t.amount))
  })
  if (!done) return
  document(w, made)
  if (targets.length > 0) w.batches.push(batch)
}

/** T27, T28: money back to a customer, or from a vendor, wholly of what one of his items gives. */
export const giveBack = async (w: World, s: Step): Promise<void> => {
  const side = s.flag ? 'receivable' : 'payable'
  const from = pick(
    openItems(w).filter((i) => waits(i) && i.kind !== 'unclaimed' && sideOf(i) === side),
    s.b,
  )
  if (!from) return
  const bank =
    s.part === 100
      ? pick(
          w.banks.filter((b) => b.currency === from.currency),
          s.a,
        )!
      : pick(w.banks, s.a)!
  const [id, on, rate] = [newId(), notBefore(s, w.books.daysOf(from)[0]), rateFor(bank.currency, s.rate)]
  const taken = partOf(openOf(w, from), s.part)
  const amount = bank.currency === from.currency ? taken : s.amount
  const charge = Math.min(s.due, amount)
  const [base, chargeBase] = [inFen(amount, bank.currency, rate), inFen(charge, bank.currency, rate)]
  const sign = side === 'receivable' ? 1 : -1
  const item: Item = {
    ref: `${id}:1`,
    kind: 'refund',
    account: sign === 1 ? '2203' : '1123',
    party: from.party,
    currency: bank.currency,
    documentDate: on,
    due: on,
    contract: null,
    deal: null,
    foreign: sign * amount,
    base: sign * base,
  }
  const returns = [{ item: from.ref, amount: taken, ...(bank.currency === from.currency ? {} : { sourceAmount: amount }) }]
  const made = {
    kind: sign === 1 ? ('payment' as const) : ('receipt' as const),
    id,
    item,
    journals: [] as Document['journals'],
    returns: true,
  }
  const batch = { id, settled: [] as Document['journals'][], refund: true }
  const work = () => {
    const money = sign === 1 ? moved(bank, -(amount + charge), -(base + chargeBase)) : moved(bank, amount - charge, base - chargeBase)
    made.journals = [w.books.post(on, [opened(item), booked('6603', chargeBase), money])]
    batch.settled = [apply(w, on, from, taken, item, amount)]
  }
  const money = { id, bankAccountId: bank.id, amount, charge, rate, contractId: null, remark: '' }
  const done =
    sign === 1
      ? await both(w, 'register-payment', { ...money, paidOn: on, partyId: from.party!, targets: returns }, work)
      : await both(
          w,
          'register-receipt',
          { ...money, receivedOn: on, payerName: '', customerId: null, vendorId: from.party!, returns },
          work,
        )
  if (!done) return
  document(w, made)
  w.batches.push(batch)
}

export const transfer = async (w: World, s: Step): Promise<void> => {
  const [from, to] = [pick(w.banks, s.a)!, pick(w.banks, s.a + 1 + (s.b % (w.banks.length - 1)))!]
  const one = from.currency === to.currency
  const [id, on, amountIn] = [newId(), day(s.on), one ? partOf(s.amount, s.part) : partOf(s.amount, 50)]
  const rateIn = rateFor(to.currency, s.rate)
  const made = { kind: 'transfer' as const, id, item: null, journals: [] as Document['journals'] }
  const given = { id, on, fromAccountId: from.id, toAccountId: to.id, amountOut: s.amount, amountIn, rateIn, remark: '' }
  const done = await both(w, 'transfer-funds', given, () => {
    const inBase = inFen(amountIn, to.currency, rateIn)
    const out = w.books.leavingBank(from, s.amount, inBase, on)
    const landed = one ? times(out, amountIn, s.amount) : inBase
    made.journals = [w.books.post(on, [moved(to, amountIn, landed), moved(from, -s.amount, -out), booked('6603', out - landed)])]
  })
  if (!done) return
  document(w, made)
  w.transfers.push({ id, from: from.id, to: to.id, on, entered: w.entered, backOn: null })
}

export const revalue = async (w: World, s: Step): Promise<void> => {
  const { month, on, next } = MONTHS[s.a % 2]!
  const id = newId()
  if (await both(w, 'revalue-month', { id, month, withAdvances: s.flag }, () => w.books.revalue(on, next, w.banks, rateOn(on), s.flag)))
    w.revaluations.push({ id, entered: w.entered })
}

/** T26: the last one, and not while currency left an account at the value it gave it. */
export const unrevalue = async (w: World, s: Step): Promise<void> => {
  const of = pick(w.revaluations, s.a)
  if (!of) return
  const done = await both(w, 'reverse-revaluation', { id: of.id, reason: 'x' }, () => {
    if (of !== w.revaluations.at(-1)) refusal('a later one stands')
    const { on, banks } = w.books.revaluations.at(-1)!
    const depends = w.transfers.some(
      (t) => t.on > on && t.entered > of.entered && (banks.get(t.from) ?? 0) !== 0 && (t.backOn === null || t.backOn > t.on),
    )
    if (depends) refusal('currency has left at its value')
    w.books.unrevalue()
  })
  if (done) w.revaluations.pop()
}
