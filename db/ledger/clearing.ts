// How much base currency leaves with a part of an open item, day by day (L9). Pure arithmetic; the journals are made by main/modules/open-items.
import { Decimal, toInteger } from '../../preload/contract/vocabulary/decimal.ts'
import type { Day } from './days.ts'

/** What leaves in base: with the part itself, and on later days where its rounding would otherwise stay on an item that is at zero. */
export type BaseCleared = { base: number; later: readonly { date: string; base: number }[] }

const rounded = (item: { foreign: number; base: number }, amount: number): number =>
  toInteger(new Decimal(item.base).times(amount).div(Math.abs(item.foreign)))

/** Rounding of many small parts may never overtake what is left on any of the days. */
const within = (part: number, states: readonly Day[]): number =>
  states.reduce((least, { base }) => (Math.abs(least) > Math.abs(base) ? base : least), part)

/**
 * Base amount that goes when `amount` (positive minor units of the item's currency) is taken from the item; carries the item's own sign.
 * `states`: what was open on the day it is taken and on every later day (`statesFrom`), because a part may be dated before others.
 * A part goes at the item's own rate, half-up; one that brings the item to zero on a day takes all that is left on that day, so that both currencies
 * are zero together on every day. Where it does so on several days with different rests, the first decides and `later` holds what the others need.
 * Throws when more is taken than is open on any of the days: the caller refuses that before.
 */
export const baseClearedOn = (item: { foreign: number; base: number }, states: readonly Day[], amount: number): BaseCleared => {
  const open = Math.min(...states.map((s) => Math.abs(s.foreign)))
  if (amount <= 0 || states.length === 0 || amount > open) throw new Error(`cannot take ${amount} of ${open}`)
  const atZero = states.filter((s) => Math.abs(s.foreign) === amount)
  const base = atZero[0]?.base ?? within(rounded(item, amount), states)
  let gone = base
  const later: { date: string; base: number }[] = []
  for (const state of atZero) {
    if (state.base === gone) continue
    later.push({ date: state.date, base: state.base - gone })
    gone = state.base
  }
  return { base, later }
}

export type ClearedItem = { foreign: number; base: number; openForeign: number; openBase: number }
/** The same for an item as it stands now, with nothing posted after the day. */
export const baseCleared = (item: ClearedItem, amount: number): number =>
  baseClearedOn(item, [{ date: '', foreign: item.openForeign, base: item.openBase }], amount).base
