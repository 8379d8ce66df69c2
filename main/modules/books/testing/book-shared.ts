// What the book-keeper's steps share: sending a command and doing it in plain books, picking what exists, lines of a journal.
import type { CommandInput, CommandName } from '../../../../preload/contract/commands.ts'
import { day, type Bank, type Document, type Step, type World } from './book-keeping.ts'
import { refusal, sideOf, waits, type Item, type Line } from './plain-books.ts'

export const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)]
export const booked = (account: string, base: number): Line => ({ account, currency: 'CNY', foreign: base, base })
export const opened = (item: Item): Line => ({
  account: item.account,
  currency: item.currency,
  foreign: item.foreign,
  base: item.base,
  item,
})

export const moved = (bank: Bank, foreign: number, base: number): Line => ({
  account: '1002',
  currency: bank.currency,
  foreign,
  base,
  bank: bank.id,
})

export const rateFor = (currency: string, rate: string) => (currency === 'CNY' ? '1' : rate)
/** The step's day; two times in three not before a day that it must not precede. */
export const notBefore = (s: Step, earliest: string | undefined): string => {
  const on = day(s.on)
  return s.due % 3 > 0 && earliest !== undefined && earliest > on ? earliest : on
}

export const partOf = (amount: number, part: number) => Math.max(1, Math.floor((amount * part) / 100))
export const sole = <T>(all: readonly (T | null)[]): T | null => (all.length > 0 && all.every((v) => v === all[0]) ? all[0]! : null)
/** Sends a command to the office and does it in plain books: both take it, or neither does. */
export const both = async <N extends CommandName>(w: World, name: N, input: CommandInput<N>, work: () => void): Promise<boolean> => {
  const why = w.books.attempt(work)
  const answer = await w.office.send(name, input)
  const said = answer.ok ? 'done' : 'refused' in answer ? `${answer.refused} ${JSON.stringify(answer.data)}` : 'fault'
  if (answer.ok !== (why === undefined))
    throw new Error(`${name} ${JSON.stringify(input)}: plain books say ${why ?? 'done'}, the office ${said}`)
  return answer.ok
}

const owned = { contract: null, deal: null } as { contract: string | null; deal: string | null }
export const whose = (w: World, n: number): { customer: string | null; contract: string | null; deal: string | null } => {
  if (n % 4 === 0) return { customer: null, ...owned }
  if (n % 4 === 1) return { customer: w.customers[Math.floor(n / 4) % 2]!, ...owned }
  const sale = w.sales[Math.floor(n / 4) % w.sales.length]!
  return { customer: sale.customer, contract: sale.id, deal: sale.dealId }
}

export const document = (w: World, given: Pick<Document, 'kind' | 'id' | 'item'> & Partial<Document>): Document => {
  const made: Document = { journals: [], returns: false, done: false, goBack: () => {}, ...given }
  w.documents.push(made)
  return made
}

export const openItems = (w: World): Item[] => w.books.items.filter((i) => !i.revalues && w.books.open(i) !== 0)
export const lastOf = (days: readonly string[]): string | undefined => days.toSorted().at(-1)
export const openOf = (w: World, item: Item) => Math.abs(w.books.open(item))
/** T7, T8: one pair of an allocation. */
export const apply = (w: World, on: string, source: Item, sourceAmount: number, target: Item, amount: number) => {
  if (!waits(source) || source.kind === 'unclaimed' || waits(target) || sideOf(source) !== sideOf(target) || source.party !== target.party)
    refusal('no match')
  return w.books.settle(on, [
    { item: source, amount: sourceAmount },
    { item: target, amount },
  ])
}
