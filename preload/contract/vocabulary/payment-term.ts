// A payment term is a list of instalments whose shares are exactly 100 %; due dates follow from the events of the shipment.
import { acrossFields } from './across-fields.ts'
import { compareTexts } from './compare-texts.ts'
import { z } from 'zod'
import { addDays, monthEnd, type IsoDate } from './dates.ts'
import { Decimal, percentSchema } from './decimal.ts'
import { shareOut } from './money.ts'

/**
 * When an instalment falls due. `days` counts from the event (0 when not given); before shipment has none. The ends of months (月结) are those of the
 * day the goods left, or of the day a vendor's bill is dated.
 */
export const INSTALMENT_EVENTS = [
  'on-signing',
  'before-shipment',
  'after-bill-of-lading',
  'after-arrival',
  'letter-of-credit',
  'documents-against-payment',
  'documents-against-acceptance',
  'end-of-month',
  'end-of-next-month',
] as const
export const instalmentSchema = z.strictObject({ share: percentSchema, event: z.enum(INSTALMENT_EVENTS), days: z.int().min(0).max(720) })
export type Instalment = z.infer<typeof instalmentSchema>

export const paymentTermSchema = z
  .array(instalmentSchema)
  .min(1)
  .max(12)
  .refine(
    (list) => {
      try {
        return list.reduce((sum, i) => sum.plus(i.share), new Decimal(0)).eq(100)
      } catch {
        return true // what is no list of shares is refused by its own schema
      }
    },
    { ...acrossFields, message: 'shares-must-be-100' },
  )
  .describe('instalments whose shares add up to 100 %')
export type PaymentTerm = Instalment[]

/** Days in transit are unknown until arrival is, so an instalment after arrival counts from ETA, or from shipment plus 30 days without one. */
const ASSUMED_TRANSIT_DAYS = 30

/** Due date of one instalment. `signedOn` and `shippedOn` are days (of a bill: its own date); `arrivesOn` may be unknown. */
export const dueDate = (instalment: Instalment, on: { signedOn: IsoDate; shippedOn: IsoDate; arrivesOn: IsoDate | null }): IsoDate => {
  switch (instalment.event) {
    case 'on-signing':
      return addDays(on.signedOn, instalment.days)
    case 'before-shipment':
      return on.shippedOn
    case 'after-arrival':
      return addDays(on.arrivesOn ?? addDays(on.shippedOn, ASSUMED_TRANSIT_DAYS), instalment.days)
    case 'end-of-month':
      return addDays(monthEnd(on.shippedOn), instalment.days)
    case 'end-of-next-month':
      return addDays(monthEnd(addDays(monthEnd(on.shippedOn), 1)), instalment.days)
    default:
      return addDays(on.shippedOn, instalment.days)
  }
}

/**
 * T47. The day a bill falls due by the terms it came under: the last day of its instalments, all events taken to be on the bill's own day. What was due
 * before it (deposits) is due with it. Null without terms.
 */
export const billDueDate = (term: PaymentTerm, billDate: IsoDate): IsoDate | null =>
  term
    .map((instalment) => dueDate(instalment, { signedOn: billDate, shippedOn: billDate, arrivesOn: billDate }))
    .reduce<IsoDate | null>((last, day) => (last === null || day > last ? day : last), null)

/** Splits an amount over the instalments; the parts add up exactly (largest remainder). */
export const splitByTerm = (minor: number, term: PaymentTerm): number[] =>
  shareOut(
    minor,
    term.map((i) => new Decimal(i.share)),
  )

export type PlannedInstalment = { at: number; event: Instalment['event']; day: IsoDate | null; minor: number }
/**
 * The instalments of an amount whose goods have not left, what is due first before the rest. `leavesOn` null: no day is known but of what is due on signing.
 */
export const plannedInstalments = (
  minor: number,
  term: PaymentTerm,
  { signedOn, leavesOn, arrivesOn }: { signedOn: IsoDate; leavesOn: IsoDate | null; arrivesOn: IsoDate | null },
): PlannedInstalment[] => {
  const parts = splitByTerm(minor, term)
  return term
    .map((instalment, at) => {
      const isKnown = instalment.event === 'on-signing' || leavesOn !== null
      const day = isKnown ? dueDate(instalment, { signedOn, shippedOn: leavesOn ?? signedOn, arrivesOn }) : null
      return { at, event: instalment.event, day, minor: parts[at] ?? 0 }
    })
    .toSorted((a, b) => compareTexts(a.day ?? NO_DAY, b.day ?? NO_DAY))
}
/** After every day that is known. */
const NO_DAY = '9999'

/** Whether a payment term asks for a letter of credit. */
export const isByCredit = (term: PaymentTerm): boolean => term.some((i) => i.event === 'letter-of-credit')

/** The part of an amount that its payment term leaves to letters of credit, in minor units; all of it where no instalment names one. */
export const creditPart = (amount: number, term: PaymentTerm): number => {
  if (!isByCredit(term)) return amount
  const parts = splitByTerm(amount, term)
  return term.reduce((sum, instalment, i) => sum + (instalment.event === 'letter-of-credit' ? (parts[i] ?? 0) : 0), 0)
}
