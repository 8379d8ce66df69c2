// The eleven Incoterms 2020.
import { z } from 'zod'

export const INCOTERMS = ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const
export const incotermSchema = z.enum(INCOTERMS)
export type Incoterm = (typeof INCOTERMS)[number]

/** How goods travel (运输方式). */
export const TRANSPORT_MODES = ['sea', 'air', 'rail', 'road', 'courier'] as const
export const transportModeSchema = z.enum(TRANSPORT_MODES)
export type TransportMode = (typeof TRANSPORT_MODES)[number]

/** Incoterms 2020, rules for sea and inland waterway transport, with the rule for any mode that takes each one's place. */
const BY_WATER: Readonly<Partial<Record<Incoterm, Incoterm>>> = { FAS: 'FCA', FOB: 'FCA', CFR: 'CPT', CIF: 'CIP' }
/** The term that fits in its place when goods do not go by water; undefined where the term fits, or the mode is not known. */
export const termFor = (mode: TransportMode | null, term: Incoterm | null): Incoterm | undefined =>
  mode === null || mode === 'sea' || term === null ? undefined : BY_WATER[term]
