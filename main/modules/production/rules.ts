// Days of milestones: where a template puts them, what they mean today, how far a contract is behind. Pure: no database, no clock. Rules in SPEC.md.
import type { Anchor, MilestoneState } from '../../../preload/contract/modules/production/calls.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { addDays, daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'

/** The days of a contract that milestones are counted from. */
export type Anchors = { signedOn: IsoDate; deliveryDate: IsoDate | null; latestShipment: IsoDate | null }
type Offset = { anchor: string; offsetDays: number }
/** A milestone as it is kept, as far as its days are concerned. */
export type Kept = {
  state: string
  plannedOn: IsoDate | null
  revisedOn: IsoDate | null
  doneOn: IsoDate | null
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

const dayFrom = ({ anchor, offsetDays }: Offset, anchors: Anchors, previous: IsoDate | null): IsoDate | null => {
  const from: Record<Anchor, IsoDate | null> = {
    signing: anchors.signedOn,
    delivery: anchors.deliveryDate,
    'latest-shipment': anchors.latestShipment,
    previous,
  }
  const day = from[anchor as Anchor]
  // Nothing can be due before the contract is: a short delivery time puts early milestones on the day of signing.
  return day === null ? null : later(addDays(day, offsetDays), anchors.signedOn)
}

/** The planned days of a template's lines in their order; null where the day counted from is not known (M2). The first line's previous is the signing. */
export const planDays = (lines: readonly Offset[], anchors: Anchors): (IsoDate | null)[] => {
  let previous: IsoDate | null = anchors.signedOn
  return lines.map((line) => {
    previous = dayFrom(line, anchors, previous)
    return previous
  })
}

export const dueOf = ({ revisedOn, plannedOn }: Pick<Kept, 'revisedOn' | 'plannedOn'>): IsoDate | null => revisedOn ?? plannedOn
export const isOpen = ({ state }: Pick<Kept, 'state'>): boolean => state === 'open' || state === 'failed'

/**
 * The due days that open milestones would have by the contract's days of now and by what has really been done: one that follows another is counted
 * from the day that one was done, or is due (M8). Milestones without an anchor, and closed ones, keep theirs.
 */
export const rescheduled = (
  milestones: readonly (Kept & { anchor: string | null; offsetDays: number })[],
  anchors: Anchors,
): (IsoDate | null)[] => {
  let previous: IsoDate | null = anchors.signedOn
  return milestones.map((m) => {
    const due = !isOpen(m) || m.anchor === null ? dueOf(m) : (dayFrom({ ...m, anchor: m.anchor }, anchors, previous) ?? dueOf(m))
    if (m.state !== 'skipped') previous = m.doneOn ?? due
    return due
  })
}

/** How a milestone stands on a day (M5): failed stays failed until it passes, whatever the day. */
export const milestoneStateOf = (m: Kept, today: IsoDate): MilestoneState => {
  if (m.state !== 'open') return m.state as MilestoneState
  const due = dueOf(m)
  return due !== null && due < today ? 'overdue' : 'open'
}

/** Days behind the planned day: a done one by when it was done, an open one by its due day or by today when that is past. Skipped ones are behind nothing. */
export const slipOf = (m: Kept, today: IsoDate): number => {
  const due = dueOf(m)
  if (m.plannedOn === null || due === null || m.state === 'skipped') return 0
  return daysBetween(m.plannedOn, m.state === 'done' ? (m.doneOn ?? due) : later(due, today))
}

export type MilestoneDates = {
  done: number
  total: number
  overdue: number
  nextAt: number | null
  slip: number
  expectedDelivery: IsoDate | null
  room: number | null
}
/**
 * How a whole contract stands (M6, M7): progress without the skipped, what comes next, and by how many days open milestones are behind, the worst of
 * them. Its delivery is expected that much later; `room` is what is left of the time until the latest shipment, negative when it is missed.
 */
export const contractMilestoneState = (
  milestones: readonly Kept[],
  { deliveryDate, latestShipment }: Omit<Anchors, 'signedOn'>,
  today: IsoDate,
): MilestoneDates => {
  const open = milestones.map((m, at) => ({ m, at, due: dueOf(m) })).filter(({ m }) => isOpen(m))
  const slip = Math.max(0, ...open.map(({ m }) => slipOf(m, today)))
  const expectedDelivery = deliveryDate === null ? null : addDays(deliveryDate, slip)
  const [next] = open.toSorted((a, b) => compareTexts(a.due ?? '9', b.due ?? '9') || a.at - b.at)
  return {
    done: milestones.filter((m) => m.state === 'done').length,
    total: milestones.filter((m) => m.state !== 'skipped').length,
    overdue: open.filter(({ due }) => due !== null && due < today).length,
    nextAt: next?.at ?? null,
    slip,
    expectedDelivery,
    room: expectedDelivery === null || latestShipment === null ? null : daysBetween(expectedDelivery, latestShipment),
  }
}

/** Monday to Sunday of the week that a day is in. */
export const weekOf = (day: IsoDate): { from: IsoDate; to: IsoDate } => {
  const sinceMonday = ((daysBetween('2001-01-01', day) % 7) + 7) % 7 // 2001-01-01 was a Monday
  const from = addDays(day, -sinceMonday)
  return { from, to: addDays(from, 6) }
}
