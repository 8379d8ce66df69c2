// The stage of a deal by itself.
import { describe, expect, it } from 'vitest'
import { stageOf, type DealFacts } from './rules.ts'

describe('[C8] stageOf', () => {
  const nothing: DealFacts = {
    salesDrafts: 0,
    salesSigned: 0,
    unshippedLines: 0,
    shipments: 0,
    purchaseDrafts: 0,
    purchaseSigned: 0,
    unbilledLines: 0,
    openReceivables: 0,
    openPayables: 0,
    openRefunds: 0,
  }
  const signed = { ...nothing, salesSigned: 1, unshippedLines: 1 }
  it.each<[string, DealFacts]>([
    ['cancelled', nothing],
    ['draft', { ...nothing, salesDrafts: 1 }],
    ['contracted', signed],
    ['purchasing', { ...signed, purchaseDrafts: 1 }],
    ['in-production', { ...signed, purchaseDrafts: 1, purchaseSigned: 1 }],
    ['shipping', { ...signed, purchaseSigned: 1, shipments: 1 }],
    ['shipped', { ...signed, unshippedLines: 0, shipments: 1, openReceivables: 1, openPayables: 1 }],
    ['settled', { ...signed, unshippedLines: 0, shipments: 1, openPayables: 1 }],
    ['settled', { ...signed, unshippedLines: 0, shipments: 1, unbilledLines: 1 }],
    ['settled', { ...signed, unshippedLines: 0, shipments: 1, openRefunds: 1 }],
    ['closed', { ...signed, unshippedLines: 0, shipments: 1 }],
  ])('%s', (stage, facts) => expect(stageOf(facts)).toBe(stage))
})
