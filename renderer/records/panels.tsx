// Panels by place: what modules show on pages of other modules. A page names its places and says what it shows there; it knows no module that fills them.
import { type ComponentType, createContext, Suspense, use } from 'react'
import type { PlacedKind } from '../../preload/contract/records.ts'
import type { Money } from '../../preload/contract/vocabulary/money.ts'

/** A purchase contract with the revision of its production follow-up as seen; none where it has none. */
export type Followed = { contractId: string; revision?: number }

/** What a page says of its record to the panels on it. Absent: the page has nothing to say about it. */
export type Subject = {
  /** Absent while the record is new. */
  id?: string | undefined
  /** What the record is, on pages of whatever record. */
  kind?: PlacedKind
  /** Its number or name. */
  title?: string
  revision?: number | undefined
  status?: string | undefined
  /** It may still be changed. */
  open?: boolean
  dealId?: string | undefined
  customerId?: string | null | undefined
  currency?: string | undefined
  /** What the document adds to what its customer owes, while it is not counted yet. */
  addition?: Money | null | undefined
  forwarderId?: string | null
  /** Takes what a panel offers into the form. */
  onTake?: (part: { forwarderId: string; carrierId: string | null }) => void
  contracts?: readonly Followed[]
  /** Closes the dialog that the panel stands in, or that it is. */
  onClose?: () => void
}

/** In place of pages by name: the page of whatever record, which tells its kind. */
export const EVERY_RECORD = 'record'

export type Panel = {
  /** The pages that show it, by the names of their routes, or EVERY_RECORD. */
  on: string | readonly string[]
  /** A place that those pages name, such as `notes` below the head or `sections` between the sections. */
  place: string
  /** Its place among the panels of other modules there; 0 by default. */
  order?: number
  panel: ComponentType<Subject>
}

export const PanelsContext = createContext<readonly Panel[]>([])

/** What modules show at one place of a page, in its order. */
export const Panels = ({ on, place, ...subject }: Subject & { on: string; place: string }) => {
  const panels = use(PanelsContext)
    .filter((one) => one.place === place && (typeof one.on === 'string' ? one.on === on : one.on.includes(on)))
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  return panels.map(({ panel: Shown }, at) => (
    // The panels of a place are the same as long as the program runs.
    // oxlint-disable-next-line react/no-array-index-key
    <Suspense key={at} fallback={null}>
      <Shown {...subject} />
    </Suspense>
  ))
}
