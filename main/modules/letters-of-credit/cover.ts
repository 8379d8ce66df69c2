// What letters of credit cover of what a customer owes, shipment by shipment, each unit once. Pure. Rules R13 and R14 of credit.
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'

/** One contract's part of one shipment: what is open of it (or would be, for the shipment being checked), and what of its amount a credit pays. */
export type Owed = { shipmentId: string; contractId: string; open: number; part: number; shippedNow: boolean }
export type Drawing = { shipmentId: string; status: string; amount: number }
export type Credit = {
  id: string
  /** The most that may be drawn under it. */
  most: number
  expiresOn: IsoDate
  latestShipment: IsoDate | null
  contractIds: ReadonlySet<string>
  drawings: readonly Drawing[]
}
export type Covered = { creditId: string; owed: Owed; amount: number }

const LYING = ['presented', 'accepted']
const sumOf = (drawings: readonly Drawing[], statuses: readonly string[]): number =>
  drawings.filter((d) => statuses.includes(d.status)).reduce((sum, d) => sum + d.amount, 0)
const paidOf = ({ drawings }: Credit, shipmentId: string): number =>
  sumOf(
    drawings.filter((d) => d.shipmentId === shipmentId),
    ['paid'],
  )

/**
 * What of one shipment a credit still stands for on a day, when `undrawn` is what nothing was presented for: what lies with the bank for itself, else
 * what is undrawn; nothing once its documents are refused or paid, or while it leaves after the latest shipment; after expiry only what the bank accepted.
 */
const standsFor = (credit: Credit, { shipmentId, shippedNow }: Owed, on: IsoDate, undrawn: number): number => {
  const drawing = credit.drawings.find((d) => d.shipmentId === shipmentId)
  if (drawing?.status === 'refused' || drawing?.status === 'paid') return 0
  if (credit.expiresOn < on) return drawing?.status === 'accepted' ? drawing.amount : 0
  if (shippedNow && credit.latestShipment !== null && credit.latestShipment < on) return 0
  return drawing !== undefined && LYING.includes(drawing.status) ? drawing.amount : undrawn
}

/**
 * R13, R14. What accepted credits cover, the one that expires first before the others (as given where two expire together): of each shipment at most what is open of it and what its
 * contract leaves to credits less what they have paid; of each credit at most what
 * is not paid of it, and for shipments without documents at the bank what is undrawn. Minor units of the credits' common currency.
 */
export const coverOf = (credits: readonly Credit[], owed: readonly Owed[], on: IsoDate): Covered[] => {
  const left = owed.map((one) => {
    const paid = credits.filter((c) => c.contractIds.has(one.contractId)).reduce((sum, c) => sum + paidOf(c, one.shipmentId), 0)
    return Math.max(0, Math.min(one.open, one.part - paid))
  })
  const found: Covered[] = []
  for (const credit of credits.toSorted((a, b) => compareTexts(a.expiresOn, b.expiresOn))) {
    let room = Math.max(0, credit.most - sumOf(credit.drawings, ['paid']))
    let undrawn = Math.max(0, room - sumOf(credit.drawings, LYING))
    const taken = new Map<string, number>()
    owed.forEach((one, at) => {
      if (!credit.contractIds.has(one.contractId)) return
      const lies = credit.drawings.some((d) => d.shipmentId === one.shipmentId && LYING.includes(d.status))
      const before = lies ? (taken.get(one.shipmentId) ?? 0) : 0
      const amount = Math.min(room, standsFor(credit, one, on, undrawn) - before, left[at] ?? 0)
      if (amount <= 0) return
      left[at] = (left[at] ?? 0) - amount
      room -= amount
      if (!lies) undrawn -= amount
      taken.set(one.shipmentId, before + amount)
      found.push({ creditId: credit.id, owed: one, amount })
    })
  }
  return found
}
