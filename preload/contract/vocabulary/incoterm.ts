// The eleven Incoterms 2020.
import { z } from 'zod'

export const INCOTERMS = ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const
export const incotermSchema = z.enum(INCOTERMS)
export type Incoterm = (typeof INCOTERMS)[number]
