// The book-keeper's model: journals in a plain list, items and balances by adding them up. Written from domain.md and the rules, it shares no code with the product.
import { half, inFen, times } from './plain-numbers.ts'

export type Item = {
  ref: string
  kind: 'invoice' | 'advance' | 'credit-note' | 'bill' | 'prepayment' | 'unclaimed' | 'commission' | 'refund'
  account: string
  party: string | null
  currency: string
  documentDate: string
  due: string
  contract: string | null
  deal: string | null
  foreign: number
  base: number
  /** Bills over several purchase contracts: what of the bill is each contract's. */
  parts?: ReadonlyMap<string, number>
  /** Bills: every deal that has a part in it. */
  deals?: readonly string[]
  /** A month-end revaluation that stands beside its item for a day. */
  revalues?: boolean
}
export type Line = { account: string; currency: string; foreign: number; base: number; item?: Item; bank?: string }
export type Journal = { date: string; lines: readonly Line[]; reverses: Journal | null }
export type State = { date: string; foreign: number; base: number }
export type Valued = { on: string; banks: ReadonlyMap<string, number>; bank: Journal | null; items: Journal | null; back: Journal | null }

/** What an office should refuse; nothing of the command stands then. */
export class Refusal extends Error {}
export const refusal = (why: string): never => {
  throw new Refusal(why)
}
const ITEMISED = ['1122', '1123', '1221', '2202', '2203', '2241']
const RECEIVABLE = ['1122', '2203', 'unclaimed']
const PAYABLE = ['2202', '1123', 'commission']
export const sideOf = (item: Item): 'receivable' | 'payable' => {
  const of = item.account === '2241' ? item.kind : item.account
  return RECEIVABLE.includes(of) ? 'receivable' : PAYABLE.includes(of) ? 'payable' : refusal('no side')
}
export const waits = (item: Item): boolean => ['advance', 'credit-note', 'prepayment', 'unclaimed'].includes(item.kind)

export class PlainBooks {
  journals: Journal[] = []
  revaluations: Valued[] = []

  /** Runs a command: what it posted goes again when it is refused. Gives why, or undefined when it is done. */
  attempt(work: () => void): string | undefined {
    const before = this.journals.length
    const revaluations = [...this.revaluations]
    try {
      work()
      return undefined
    } catch (e) {
      if (!(e instanceof Refusal)) throw e
      this.journals.length = before
      this.revaluations = revaluations
      return e.message
    }
  }

  get items(): Item[] {
    return [...new Set(this.journals.flatMap((j) => j.lines.flatMap((l) => l.item ?? [])))]
  }
  private moved(item: Item): { date: string; line: Line }[] {
    return this.journals.flatMap((j) => j.lines.filter((l) => l.item === item).map((line) => ({ date: j.date, line })))
  }
  stood(item: Item, on: string): { foreign: number; base: number } {
    const until = this.moved(item).filter((m) => m.date <= on)
    return { foreign: until.reduce((sum, m) => sum + m.line.foreign, 0), base: until.reduce((sum, m) => sum + m.line.base, 0) }
  }
  open(item: Item): number {
    return this.stood(item, '9999').foreign
  }
  daysOf(item: Item): string[] {
    return [...new Set(this.moved(item).map((m) => m.date))].sort()
  }
  bank(id: string, on: string): { foreign: number; base: number } {
    const moved = this.journals.filter((j) => j.date <= on).flatMap((j) => j.lines.filter((l) => l.bank === id))
    return { foreign: moved.reduce((sum, l) => sum + l.foreign, 0), base: moved.reduce((sum, l) => sum + l.base, 0) }
  }
  account(code: string, on: string): number {
    return this.journals
      .filter((j) => j.date <= on)
      .flatMap((j) => j.lines)
      .reduce((sum, l) => sum + (l.account === code ? l.base : 0), 0)
  }

  /** L1, L12. */
  post(date: string, given: readonly Line[], reverses: Journal | null = null): Journal | null {
    const lines = given.filter((l) => l.foreign !== 0 || l.base !== 0)
    if (lines.length === 0) return null
    const last = this.revaluations.at(-1)
    if (last && date <= last.on && lines.some((l) => l.currency !== 'CNY' && (l.account === '1002' || ITEMISED.includes(l.account))))
      refusal('revalued')
    if (lines.reduce((sum, l) => sum + l.base, 0) !== 0) throw new Error('the model does not balance')
    const journal = { date, lines, reverses }
    this.journals.push(journal)
    return journal
  }
  reverse(journal: Journal | null, on: string): void {
    if (!journal) return
    if (on < journal.date) refusal('before its day')
    this.post(
      on,
      journal.lines.map((l) => ({ ...l, foreign: -l.foreign || 0, base: -l.base || 0 })),
      journal,
    )
  }

  /** T9: what stood of an item on a day and at the end of each later day on which it moved. */
  private statesFrom(item: Item, on: string): State[] {
    const days = this.daysOf(item)
    if (on < days[0]!) refusal('before the item')
    return [on, ...days.filter((d) => d > on)].map((date) => ({ date, ...this.stood(item, date) }))
  }
  /** L9, T9: what leaves in base with `amount`, on the day and, where the item comes to zero on later days with another rest, on those. */
  take(item: Item, amount: number, on: string): { base: number; later: { date: string; base: number }[] } {
    const states = this.statesFrom(item, on)
    if (states.some((s) => Math.abs(s.foreign) < amount || Math.sign(s.foreign) !== Math.sign(item.foreign))) refusal('exceeds')
    const emptied = states.filter((s) => Math.abs(s.foreign) === amount)
    const least = states.reduce((a, b) => (Math.abs(b.base) < Math.abs(a.base) ? b : a))
    const share = times(item.base, amount, Math.abs(item.foreign))
    let gone = emptied[0]?.base ?? (Math.abs(share) > Math.abs(least.base) ? least.base : share)
    const base = gone
    const later = emptied.flatMap((s) => {
      const more = s.base - gone
      gone = s.base
      return more === 0 ? [] : [{ date: s.date, base: more }]
    })
    return { base, later }
  }
  leaving(item: Item, amount: number, base: number): Line {
    const foreign = (item.foreign > 0 ? -amount : amount) || 0
    return { account: item.account, currency: item.currency, foreign, base: -base || 0, item }
  }
  /** T8, T11: takes parts out of items against 6603; what rounding leaves on later days goes on those days. Gives the journals. */
  settle(on: string, parts: readonly { item: Item; amount: number }[]): (Journal | null)[] {
    const taken = parts.map(({ item, amount }) => ({ item, amount, ...this.take(item, amount, on) }))
    const result = (base: number): Line => ({ account: '6603', currency: 'CNY', foreign: base, base })
    const out = taken.map((t) => this.leaving(t.item, t.amount, t.base))
    const journals = [this.post(on, [...out, result(taken.reduce((sum, t) => sum + t.base, 0))])]
    for (const date of [...new Set(taken.flatMap((t) => t.later.map((l) => l.date)))].sort()) {
      const rests = taken.flatMap((t) => t.later.filter((l) => l.date === date).map((l) => this.leaving(t.item, 0, l.base)))
      journals.push(this.post(date, [...rests, result(-rests.reduce((sum, l) => sum + l.base, 0))]))
    }
    return journals
  }
  /** T11: rests go back with what they belong to, not before their own day. */
  unsettle(journals: readonly (Journal | null)[], on: string): void {
    const [own, ...rests] = journals
    for (const rest of rests.toReversed()) if (rest) this.reverse(rest, rest.date > on ? rest.date : on)
    this.reverse(own ?? null, on)
  }
  /** T13: whole on the day and on every day since. */
  requireUntouched(item: Item, on: string): void {
    if (this.statesFrom(item, on).some((s) => s.foreign !== item.foreign)) refusal('touched')
  }

  /** T10: base that leaves a bank account. */
  leavingBank(bank: { id: string; currency: string }, amount: number, ownBase: number, on: string): number {
    if (bank.currency === 'CNY') return amount
    const { foreign, base } = this.bank(bank.id, on)
    const covered = Math.min(amount, Math.max(foreign, 0))
    const carried = covered === 0 ? 0 : half(BigInt(base) * BigInt(covered), BigInt(foreign))
    return carried + (covered === amount ? 0 : times(ownBase, amount - covered, amount))
  }

  /** T25, L13: on the last day of a month each bank account and open item in foreign currency is brought to its worth; items go back the day after. */
  revalue(
    on: string,
    next: string,
    banks: readonly { id: string; currency: string }[],
    rates: (currency: string) => string,
    all: boolean,
  ): void {
    const last = this.revaluations.at(-1)
    if (last && on <= last.on) refusal('revalued')
    const standing = banks
      .map((b) => ({ ...b, ...this.bank(b.id, on) }))
      .filter((b) => b.currency !== 'CNY' && (b.foreign !== 0 || b.base !== 0))
    const accounts = ['1122', '2202', '2241', ...(all ? ['2203', '1123'] : [])]
    const items = this.items
      .map((item) => ({ item, ...this.stood(item, on) }))
      .filter(({ item, foreign }) => item.currency !== 'CNY' && accounts.includes(item.account) && foreign !== 0)
    if (standing.length + items.length === 0) refusal('nothing')
    const worth = (foreign: number, currency: string) => (foreign === 0 ? 0 : inFen(foreign, currency, rates(currency)))
    const changed = new Map(standing.map((b) => [b.id, worth(b.foreign, b.currency) - b.base]))
    const against = (lines: Line[]): Line[] => {
      const base = -lines.reduce((sum, l) => sum + l.base, 0) || 0
      return [...lines, { account: '6603', currency: 'CNY', foreign: base, base }]
    }
    const bankLines = standing.map(
      (b): Line => ({ account: '1002', currency: b.currency, foreign: 0, base: changed.get(b.id)!, bank: b.id }),
    )
    const itemLines = items.map(({ item, foreign, base }): Line => {
      const difference = worth(foreign, item.currency) - base
      const revalued = { ...item, ref: `revaluation of ${item.ref} on ${on}`, foreign: 0, base: difference, revalues: true }
      return { account: item.account, currency: item.currency, foreign: 0, base: difference, item: revalued }
    })
    const back = itemLines.map((l) => ({ ...l, base: -l.base || 0 }))
    const posted = {
      bank: this.post(on, against(bankLines)),
      items: this.post(on, against(itemLines)),
      back: this.post(next, against(back)),
    }
    this.revaluations.push({ on, banks: changed, ...posted })
  }
  /** T26: on its own days, as if it had never been. */
  unrevalue(): void {
    const last = this.revaluations.at(-1) ?? refusal('none')
    this.revaluations.pop()
    this.reverse(last.bank, last.on)
    this.reverse(last.items, last.on)
    this.reverse(last.back, last.back?.date ?? '')
  }
}
