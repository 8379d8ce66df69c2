// Whether factories deliver when they promised. Pure. Rule CU35.
import { Decimal, fixedText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { percentOf } from './percent-of.ts'

/** A purchase contract: the day it was first promised for and the one in force, and when its goods were ready; null while they are not. */
export type Delivery = { first: IsoDate; inForce: IsoDate; ready: IsoDate | null }
type Checked = { isOnTime: boolean; daysLate: number }

/** Undefined while nobody can say: not ready, and the day has not passed. */
const check = (promise: IsoDate, ready: IsoDate | null, today: IsoDate): Checked | undefined => {
  if (ready === null && promise >= today) return undefined
  return { isOnTime: ready !== null && ready <= promise, daysLate: Math.max(0, daysBetween(promise, ready ?? today)) }
}

export type Punctuality = {
  due: number
  /** Scaled per cent, by the first promise and by the one in force; null where none is due. */
  onTime: number | null
  onTimeInForce: number | null
  /** Scaled days, the mean of those that were late by the first promise; null where none was. */
  daysLate: number | null
  /** Not ready though the day in force has passed. */
  openLate: number
}
const rate = (all: readonly Checked[]): number | null => percentOf(all.filter(({ isOnTime }) => isOnTime).length, all.length)

/** CU35. How punctual these deliveries are on a day. */
export const punctualityOf = (deliveries: readonly Delivery[], today: IsoDate): Punctuality => {
  const byFirst = deliveries.flatMap(({ first, ready }) => check(first, ready, today) ?? [])
  const late = byFirst.filter(({ daysLate }) => daysLate > 0)
  const sum = late.reduce((days, one) => days + one.daysLate, 0)
  return {
    due: byFirst.length,
    onTime: rate(byFirst),
    onTimeInForce: rate(deliveries.flatMap(({ inForce, ready }) => check(inForce, ready, today) ?? [])),
    daysLate: late.length === 0 ? null : toScaled(fixedText(new Decimal(sum).div(late.length), 1), 'measure'),
    openLate: deliveries.filter(({ inForce, ready }) => ready === null && inForce < today).length,
  }
}
