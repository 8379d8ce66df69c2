// What was quoted for the goods of a contract, for the papers that follow it: cost of each line, costs of the whole. For who may see costs. Rule Q11 in SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import { derivedId } from '../../../preload/contract/vocabulary/ids.ts'

export type Quoted = { number: string; id: string; date: string }
/** Scaled integers; cost: VAT-inclusive, base currency. */
export type QuotedCost = Quoted & { cost: number; vatRate: number; refundRate: number }
/** Minor units; freight and insurance in `currency`, domestic in base currency. */
export type QuotedWhole = Quoted & { currency: string; rate: number; freight: number; insurance: number; domestic: number }

/** The id of the contract line that a quotation's line becomes (Q7). */
export const contractLineId = (contractId: string, position: number): string => derivedId(contractId, `line ${position}`)

/** By sales line, of the quotations that became these contracts. */
export const quotedCosts = async (db: ReadableDb, contractIds: readonly string[]): Promise<Map<string, QuotedCost>> => {
  if (contractIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('quotation as o')
    .innerJoin('quotation_line as l', 'l.quotationId', 'o.id')
    .innerJoin('quotation_line_cost as k', 'k.id', 'l.id')
    .select(['o.contractId', 'o.number', 'o.id', 'o.quotedOn as date', 'l.position', 'k.cost', 'k.vatRate', 'k.refundRate'])
    .where('o.contractId', 'in', [...new Set(contractIds)])
    .where('o.status', '=', 'confirmed')
    .execute()
  return new Map(rows.map(({ contractId, position, ...row }) => [contractLineId(contractId ?? '', position), row]))
}

/** Of each of these contracts that began as a quotation. */
export const quotedWholes = async (db: ReadableDb, contractIds: readonly string[]): Promise<QuotedWhole[]> => {
  if (contractIds.length === 0) return []
  return db
    .selectFrom('quotation as o')
    .innerJoin('quotation_cost as k', 'k.id', 'o.id')
    .select(['o.number', 'o.id', 'o.quotedOn as date', 'o.currency', 'o.rate', 'k.freight', 'k.insurance', 'k.domestic'])
    .where('o.contractId', 'in', contractIds)
    .where('o.status', '=', 'confirmed')
    .orderBy('o.numberKey')
    .execute()
}
