// What the page of a posted document shows of the ledger: its journals, and what is open of its item.
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'

/** The journals of a document, its reversals and allocations among them. */
export const journalsOf = async (q: QueryContext, documentId: string): Promise<number[]> => {
  const rows = await q.db.selectFrom('journal').select('id').where('documentId', '=', documentId).orderBy('id').execute()
  return rows.map((r) => r.id)
}

/** What is open of an item, as a positive amount. */
export const openOf = async (q: QueryContext, ref: string, currency: string): Promise<Money> => {
  const item = await q.db.selectFrom('open_item').select('openForeign').where('ref', '=', ref).executeTakeFirst()
  return { minor: Math.abs(item?.openForeign ?? 0), currency }
}
