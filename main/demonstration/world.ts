// What the demonstration's deals are made in and of: partners, accounts, rates of the day, and what each step hands to the next.
import type { CommandInput, CommandOutcome } from '../../preload/contract/commands.ts'
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import type { People } from './accounts.ts'
import type { Send } from './send.ts'

export type Rates = (currency: string, on: IsoDate) => string
export type Trade = { customers: string[]; factories: string[]; logistics: string[]; products: string[]; banks: Map<string, string> }
export type World = { send: Send; people: People; trade: Trade; rates: Rates; today: IsoDate }

export type Contract = {
  id: string
  number: string
  dealId: string
  input: CommandInput<'save-sales-contract'>
  lines: { id: string; product: number; quantity: number }[]
}
export type Receivables = CommandOutcome<'dispatch-shipment'>['receivables']

/** The day so many days ago. */
export const ago = (w: World, days: number) => addDays(w.today, -days)
