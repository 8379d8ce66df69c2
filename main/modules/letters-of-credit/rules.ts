// Arithmetic of letters of credit: what may be drawn, the last day to present, what a credit's state is and what asks for action. Pure. Rules of SPEC.md.
import { refuse } from '../../../preload/contract/refusals.ts'
import type { LetterStatus, LETTER_ATTENTIONS, PRESENTATION_STEPS } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import { addDays, daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, ofScaled } from '../../../preload/contract/vocabulary/decimal.ts'

export type Attention = (typeof LETTER_ATTENTIONS)[number]
type Step = (typeof PRESENTATION_STEPS)[number]

/** Days before a date from which on it asks for action. */
export const AHEAD = { shipment: 14, presentation: 7, expiry: 14, missing: 30 } as const

const share = (amount: number, percent: number) => new Decimal(amount).times(ofScaled(percent, 'percent')).div(100)

/** DC2. The most that may be drawn, in minor units: the amount with its tolerance upwards, a broken unit never counted. `plus` is a scaled per cent. */
export const mostOf = (amount: number, plus: number): number => share(amount, plus).plus(amount).floor().toNumber()

/** UCP 600 art. 30 c: where partial shipments are not allowed a drawing may be 5 % less, even without a tolerance. */
const USUAL_LESS = 50_000

/**
 * DC2. The least that must be drawn where everything is shipped at once: the amount less its tolerance downwards, or less 5 % by UCP 600 art. 30 c
 * where the credit has none; a broken unit counts whole.
 */
export const leastOf = (amount: number, minus: number): number =>
  new Decimal(amount)
    .minus(share(amount, minus === 0 ? USUAL_LESS : minus))
    .ceil()
    .toNumber()

/** DC3. The last day to present: so many days after the goods are on board, and never after the credit has expired. */
export const presentationDeadline = (onBoardOn: IsoDate, presentationDays: number, expiresOn: IsoDate): IsoDate => {
  const byDays = addDays(onBoardOn, presentationDays)
  return byDays < expiresOn ? byDays : expiresOn
}

/** DC1. How a credit stands: what was done to it, then what is drawn of it, then the day. */
export const letterStatus = (
  letter: { status: string; amount: number; expiresOn: IsoDate },
  drawn: number,
  today: IsoDate,
): LetterStatus => {
  if (letter.status !== 'accepted') return letter.status as LetterStatus
  if (drawn >= letter.amount) return 'drawn'
  if (letter.expiresOn < today) return 'expired'
  return drawn > 0 ? 'in-use' : 'accepted'
}

/** What of a credit still has a date before it. */
export type Waiting = {
  status: LetterStatus
  expiresOn: IsoDate
  latestShipment: IsoDate | null
  /** Goods of its contracts are still to be shipped. */
  toShip: boolean
  /** The earliest deadline of goods that are on board and not yet presented. */
  presentBy: IsoDate | null
  pendingAmendment: boolean
}

/** DC4. What asks for action on a credit today, the most pressing first. A credit that is drawn, closed or cancelled asks nothing. */
export const attentionOf = (w: Waiting, today: IsoDate): Attention => {
  const { presentBy, latestShipment, expiresOn, status } = w
  if (status === 'closed' || status === 'cancelled') return 'none'
  if (presentBy !== null && presentBy < today) return 'presentation-late'
  if (presentBy !== null && daysBetween(today, presentBy) <= AHEAD.presentation) return 'presentation-due'
  const open = w.toShip || presentBy !== null
  if (status === 'expired' && open) return 'expiry-passed'
  if (status !== 'drawn' && status !== 'expired') {
    if (w.toShip && latestShipment !== null && latestShipment < today) return 'shipment-passed'
    if (w.toShip && latestShipment !== null && daysBetween(today, latestShipment) <= AHEAD.shipment) return 'shipment-near'
    if (open && daysBetween(today, expiresOn) <= AHEAD.expiry) return 'expiry-near'
  }
  return w.pendingAmendment ? 'amendment-pending' : 'none'
}

type Presented = { status: string; presentedOn: IsoDate | null }
const before: Record<Step, readonly string[]> = {
  presented: ['preparing', 'refused'],
  accepted: ['presented', 'refused'],
  refused: ['presented', 'accepted'],
  paid: ['presented', 'accepted'],
}
/** DC6. Refuses `wrong-state` for a step that does not follow, `date-out-of-order` for one dated before the presentation. */
export const requirePresentationStep = (presentation: Presented, step: Step, on: IsoDate): void => {
  if (!before[step].includes(presentation.status))
    refuse('wrong-state', { kind: 'letter-presentation', state: presentation.status, needed: before[step][0]! })
  if (step !== 'presented' && presentation.presentedOn !== null && on < presentation.presentedOn)
    refuse('date-out-of-order', { earlier: presentation.presentedOn, later: on })
}

export type Dates = { issuedOn: IsoDate; latestShipment: IsoDate | null; expiresOn: IsoDate }
/** DC1. Refuses `date-out-of-order`: issued, then shipped at the latest, then expired. */
export const requireDates = ({ issuedOn, latestShipment, expiresOn }: Dates): void => {
  if (expiresOn < issuedOn) refuse('date-out-of-order', { earlier: issuedOn, later: expiresOn })
  if (latestShipment === null) return
  if (latestShipment < issuedOn) refuse('date-out-of-order', { earlier: issuedOn, later: latestShipment })
  if (expiresOn < latestShipment) refuse('date-out-of-order', { earlier: latestShipment, later: expiresOn })
}
