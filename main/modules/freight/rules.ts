// Arithmetic and judgement of freight quotes, pure: what a quote comes to for a cargo, which quotes count on a day, which is cheapest. Rules F2 to F6.
import type { CARGO_LOADS, CHARGE_BASES, CHARGE_KINDS, FREIGHT_QUOTE_STATES } from '../../../preload/contract/modules/freight/calls.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { money, type Money } from '../../../preload/contract/vocabulary/money.ts'
import { chargeableTon } from '../../../preload/contract/vocabulary/packing.ts'

/** Volume in m³ and weight in kg as decimal text, null where not known. */
export type Cargo = {
  cargoLoad: (typeof CARGO_LOADS)[number]
  containers: readonly { type: string; count: number }[]
  volume: string | null
  weight: string | null
}
/** Amount in minor units of its currency, per container, bill of lading or chargeable ton. */
export type Charge = {
  kind: (typeof CHARGE_KINDS)[number]
  containerType: string
  basis: (typeof CHARGE_BASES)[number]
  currency: Currency
  amount: number
}
export type QuoteState = (typeof FREIGHT_QUOTE_STATES)[number]

/** The containers by type, those named twice added up; none for loose cargo. */
export const containersOf = (cargo: Cargo): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  if (cargo.cargoLoad === 'containers') for (const { type, count } of cargo.containers) counts.set(type, (counts.get(type) ?? 0) + count)
  return counts
}
const tonsOf = (cargo: Cargo): Decimal => chargeableTon(cargo.volume, cargo.weight) ?? new Decimal(0)

const fits = (charge: Charge, type: string): boolean => charge.containerType === '' || charge.containerType === type

/** How often a charge is taken for a cargo: containers it is for, one bill of lading, chargeable tons (F3). */
export const timesOf = (charge: Charge, cargo: Cargo): Decimal => {
  if (charge.basis === 'bill') return new Decimal(1)
  if (charge.basis === 'ton') return tonsOf(cargo)
  return new Decimal([...containersOf(cargo)].reduce((sum, [type, count]) => sum + (fits(charge, type) ? count : 0), 0))
}

/** What one charge comes to, rounded half-up to its currency's minor unit (F3). */
export const chargeTotal = (charge: Charge, cargo: Cargo): number => toInteger(timesOf(charge, cargo).times(charge.amount))

const addUp = (charges: readonly Charge[], amountOf: (charge: Charge) => number): Map<Currency, number> => {
  const sums = new Map<Currency, number>()
  for (const charge of charges) sums.set(charge.currency, (sums.get(charge.currency) ?? 0) + amountOf(charge))
  return sums
}

/** What a quote comes to for the whole cargo, by currency (F3). */
export const quoteSums = (charges: readonly Charge[], cargo: Cargo): Map<Currency, number> => addUp(charges, (c) => chargeTotal(c, cargo))

/** Charges of one container of each type, or of one ton of loose cargo, by currency: for comparing side by side; charges of the bill are in neither. */
export const unitSums = (charges: readonly Charge[], cargo: Cargo): { unit: string; sums: Map<Currency, number> }[] =>
  cargo.cargoLoad === 'lcl'
    ? [
        {
          unit: 'ton',
          sums: addUp(
            charges.filter((c) => c.basis === 'ton'),
            (c) => c.amount,
          ),
        },
      ]
    : [...containersOf(cargo).keys()].map((type) => ({
        unit: type,
        sums: addUp(
          charges.filter((c) => c.basis === 'container' && fits(c, type)),
          (c) => c.amount,
        ),
      }))

/**
 * What of a cargo has no ocean freight in a quote: container types, or 'ton' (F4). Ocean freight of the whole bill prices everything; by the ton it
 * prices what has a weight or volume. A charge by the ton of a cargo without either leaves 'ton' open whatever its kind. Nothing to price is 'ton' too.
 */
export const unpricedOf = (charges: readonly Charge[], cargo: Cargo): string[] => {
  const weighed = !tonsOf(cargo).isZero()
  const ton = charges.some((c) => c.basis === 'ton') && !weighed ? ['ton'] : []
  const ocean = charges.filter((c) => c.kind === 'ocean')
  if (ocean.some((c) => c.basis === 'bill' || (c.basis === 'ton' && weighed))) return ton
  const types = [...containersOf(cargo).keys()]
  if (types.length === 0) return ['ton']
  return [...types.filter((type) => !ocean.some((c) => c.basis === 'container' && fits(c, type))), ...ton]
}

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
type Route = { portOfLoading: string; portOfDischarge: string }
/** Two routes are the same when their ports read alike, whatever the case. */
export const sameRoute = (a: Route, b: Route): boolean =>
  sameText(a.portOfLoading, b.portOfLoading) && sameText(a.portOfDischarge, b.portOfDischarge)

/** One forwarder's quote as it is checked: `round` counts his quotes. */
export type QuoteToCheck = Route & { id: string; forwarderId: string; round: number; validTo: IsoDate; complete: boolean }
type Circumstances = { route: Route; declined: ReadonlySet<string>; on: IsoDate }

/** How each quote stands on a day (F5): of a forwarder only the newest can be valid, and only while he has not declined. */
export const quoteStates = (quotes: readonly QuoteToCheck[], { route, declined, on }: Circumstances): Map<string, QuoteState> => {
  const newest = new Map<string, number>()
  for (const q of quotes) newest.set(q.forwarderId, Math.max(q.round, newest.get(q.forwarderId) ?? 0))
  const stateOf = (q: QuoteToCheck): QuoteState => {
    if (q.round !== newest.get(q.forwarderId)) return 'superseded'
    if (declined.has(q.forwarderId)) return 'declined'
    if (!sameRoute(q, route)) return 'other-route'
    if (!q.complete) return 'incomplete'
    return q.validTo < on ? 'expired' : 'valid'
  }
  return new Map(quotes.map((q) => [q.id, stateOf(q)]))
}

/** How many different forwarders' quotes count (F5). */
export const countValid = (states: ReadonlyMap<string, QuoteState>): number => [...states.values()].filter((s) => s === 'valid').length

/**
 * The currency in which quotes compare without any rate: the only one that those which count are in (F16). Null where there are several, or none counts.
 */
export const commonCurrency = (
  quotes: readonly { id: string; sums: ReadonlyMap<Currency, number> }[],
  states: ReadonlyMap<string, QuoteState>,
): Currency | null => {
  const counting = quotes.filter((q) => states.get(q.id) === 'valid')
  const currencies = new Set(counting.flatMap(({ sums }) => [...sums].flatMap(([currency, minor]) => (minor === 0 ? [] : [currency]))))
  return currencies.size === 1 ? [...currencies][0]! : null
}

/** Of the quotes that count, the cheapest (of equal ones the first) and whether every one of them could be calculated (F6). */
export const cheapestOf = (
  quotes: readonly { id: string; total: number | null }[],
  states: ReadonlyMap<string, QuoteState>,
): { id: string | null; total: number | null; allKnown: boolean } => {
  const counting = quotes.filter((q) => states.get(q.id) === 'valid')
  let best: { id: string; total: number } | null = null
  for (const { id, total } of counting) if (total !== null && (best === null || total < best.total)) best = { id, total }
  return { id: best?.id ?? null, total: best?.total ?? null, allKnown: counting.every((q) => q.total !== null) }
}

/** Of the quotes that count, the one with the fewest days at sea; none while none says how many. */
export const fastestOf = (
  quotes: readonly { id: string; transitDays: number | null }[],
  states: ReadonlyMap<string, QuoteState>,
): string | null =>
  quotes
    .filter((q) => states.get(q.id) === 'valid' && q.transitDays !== null)
    .toSorted((a, b) => a.transitDays! - b.transitDays!)
    .at(0)?.id ?? null

export const moneysOf = (sums: ReadonlyMap<Currency, number>): Money[] =>
  [...sums].filter(([, minor]) => minor !== 0).map(([currency, minor]) => money(minor, currency))

/** '2×40HQ + 1×20GP', or what the loose cargo measures and weighs. */
export const cargoText = (cargo: Cargo): string =>
  cargo.cargoLoad === 'containers'
    ? [...containersOf(cargo)].map(([type, count]) => `${count}×${type}`).join(' + ')
    : ['LCL', cargo.volume === null ? '' : `${cargo.volume} m³`, cargo.weight === null ? '' : `${cargo.weight} kg`]
        .filter((part) => part !== '')
        .join(' ')

type Shipped = Route & { containers: readonly { type: string }[] }
/**
 * F9. What of a shipment an inquiry does not cover: a port that reads otherwise, or containers (by type) beyond those inquired. A port the shipment does
 * not name yet, and containers not listed yet, contradict nothing. Containers of loose cargo are the forwarder's own and are not compared.
 */
export const notCovered = (
  inquiry: Route & Cargo,
  shipment: Shipped,
): { field: 'portOfLoading' | 'portOfDischarge' | 'containers'; inquired: string; shipped: string } | undefined => {
  for (const field of ['portOfLoading', 'portOfDischarge'] as const)
    if (shipment[field].trim() !== '' && !sameText(shipment[field], inquiry[field]))
      return { field, inquired: inquiry[field], shipped: shipment[field] }
  if (inquiry.cargoLoad === 'lcl') return undefined
  const shipped: Cargo = {
    cargoLoad: 'containers',
    containers: shipment.containers.filter((c) => c.type !== '').map((c) => ({ type: c.type, count: 1 })),
    volume: null,
    weight: null,
  }
  const inquired = containersOf(inquiry)
  const beyond = [...containersOf(shipped)].some(([type, count]) => count > (inquired.get(type) ?? 0))
  return beyond ? { field: 'containers', inquired: cargoText(inquiry), shipped: cargoText(shipped) } : undefined
}
