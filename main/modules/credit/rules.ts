// Arithmetic of customer credit: conversion at the day's rates, what adds up to an exposure, and when it is too much. Pure. Rules R2 to R6.
import type { CreditState } from '../../../preload/contract/modules/credit/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { minorUnits, type Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { toMinor } from '../../../preload/contract/vocabulary/money.ts'

/** Minor units by currency. */
export type Sums = ReadonlyMap<Currency, number>
/** Rates of a day: scaled, base for 1 unit; the base currency itself is 1. */
export type DayRates = { base: Currency; on: IsoDate; of: ReadonlyMap<Currency, number> }

const rateOf = (currency: Currency, rates: DayRates): Decimal => {
  if (currency === rates.base) return new Decimal(1)
  const scaled = rates.of.get(currency)
  // Scaled like each other: only their ratio counts.
  return scaled === undefined ? refuse('rate-missing', { currency, date: rates.on }) : new Decimal(scaled).div(100_000_000)
}

/** R3. A sum over several currencies in one of them, rounded half-up once. What is in that currency already needs no rate. Refuses `rate-missing`. */
export const inCurrency = (sums: Sums, to: Currency, rates: DayRates): number => {
  let total = new Decimal(0)
  for (const [currency, minor] of sums) {
    if (minor === 0) continue
    const whole = new Decimal(minor).div(new Decimal(10).pow(minorUnits(currency)))
    total = total.plus(currency === to ? whole : whole.times(rateOf(currency, rates)).div(rateOf(to, rates)))
  }
  return toMinor(total, to)
}

/** Parts of a position in minor units of the limit's currency; none is below zero. */
export type Parts = {
  receivables: number
  addition: number
  advances: number
  contracts: number
  /** By letters of credit, and by export credit insurance. */
  covered: number
  insured: number
}
export type Terms = { limit: number | null; countsContracts: boolean; overdueAllowed: number | null }
export type CreditCheck = { exposure: number; free: number | null; excess: number; state: Exclude<CreditState, 'rate-missing'> }

/** R5. Overdue by more days than the company allows; never when it allows any number. */
export const isOverdue = (overdueDays: number, allowed: number | null): boolean => allowed !== null && overdueDays > allowed

/** R2, R4. Exposure and what is left of the limit; equal to the limit is within it. Money in beyond what is owed makes room, though no figure goes below zero. */
export const checkCredit = (parts: Parts, overdueDays: number, { limit, countsContracts, overdueAllowed }: Terms): CreditCheck => {
  const used = parts.receivables + parts.addition + (countsContracts ? parts.contracts : 0) - parts.advances - parts.covered - parts.insured
  const exposure = Math.max(0, used)
  const excess = limit === null ? 0 : Math.max(0, exposure - limit)
  const state = isOverdue(overdueDays, overdueAllowed) ? 'overdue' : limit === null ? 'unlimited' : excess > 0 ? 'over-limit' : 'within'
  return { exposure, free: limit === null ? null : Math.max(0, limit - used), excess, state }
}

/** Used share of a limit as a percentage scaled like the contract's per cents, to two places; null of a limit of zero, of which there is no share (Q27). */
export const shareUsed = (exposure: number, limit: number): number | null =>
  limit <= 0 ? null : toInteger(new Decimal(exposure).times(10_000).div(limit)) * 100

export type Policy = { limitMinor: number; currency: Currency; percent: number }
/**
 * R15. What export credit insurance covers of an uncovered amount, in its currency: of each policy so many per cent, rounded down, at most its limit;
 * one policy after another, each of what the earlier ones leave. Refuses `rate-missing`.
 */
export const insuredOf = (amount: number, policies: readonly Policy[], to: Currency, rates: DayRates): number => {
  let rest = Math.max(0, amount)
  for (const { limitMinor, currency, percent } of policies) {
    const share = new Decimal(rest).times(percent).div(1_000_000).floor().toNumber()
    rest -= Math.min(share, share === 0 ? 0 : inCurrency(new Map([[currency, limitMinor]]), to, rates))
  }
  return Math.max(0, amount) - rest
}
