// The stage of a deal, from what its documents say: no database, no clock. Rule C8 of SPEC.md.
import type { DEAL_STAGES } from '../../../preload/contract/modules/deals/calls.ts'

export type DealStage = (typeof DEAL_STAGES)[number]
/** What the documents of a deal say; counts of documents that are not void. */
export type DealFacts = {
  salesDrafts: number
  salesSigned: number
  /** Lines of signed sales contracts, and how many of them are not wholly shipped. */
  unshippedLines: number
  /** Shipments that carry a line of it, whether planned or gone. */
  shipments: number
  purchaseDrafts: number
  purchaseSigned: number
  /** Purchase lines of which more has been shipped than the factory has billed. */
  unbilledLines: number
  openReceivables: number
  openPayables: number
  /** Tax refunds of its shipments that have not come. */
  openRefunds: number
}

/** The stage that the documents give (C8): the furthest one whose condition holds. */
export const stageOf = (f: DealFacts): DealStage => {
  if (f.salesSigned === 0) return f.salesDrafts > 0 ? 'draft' : 'cancelled'
  if (f.unshippedLines === 0) {
    if (f.openReceivables > 0) return 'shipped'
    return f.openPayables > 0 || f.unbilledLines > 0 || f.openRefunds > 0 ? 'settled' : 'closed'
  }
  if (f.shipments > 0) return 'shipping'
  if (f.purchaseSigned > 0) return 'in-production'
  return f.purchaseDrafts > 0 ? 'purchasing' : 'contracted'
}
