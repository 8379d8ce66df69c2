// Every document of a deal that the viewer may open, of every kind, oldest first. What a kind's permission or scope hides is absent.
import { codeSortKey } from '../../../db/folded-keys.ts'
import { seesSecret } from '../../../preload/contract/figures.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { dealDocuments, type DealDocumentRow } from './parts.ts'

type DealDocument = QueryOutput<'deal'>['documents'][number]

const shown = (kind: string, rows: readonly DealDocumentRow[], totals = true): DealDocument[] =>
  rows.map(({ total, currency, party, ...row }) => ({
    ...{ kind, ...row, party: party ?? '' },
    total: totals && total !== null ? money(total, currency) : null,
  }))

/** Totals that tell costs, or what is owed, are null for who may not see those. */
export const documentsOfDeal = async (q: QueryContext, dealId: string): Promise<DealDocument[]> => {
  const documents: DealDocument[] = []
  for (const { kind, permission, secret, find } of q.contributed(dealDocuments))
    if (q.may(permission)) documents.push(...shown(kind, await find(q, dealId), secret === undefined || seesSecret(q.may, secret)))
  const keyed = documents.map((document) => ({ document, key: `${document.date ?? '9'} ${codeSortKey(document.number)}` }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ document }) => document)
}
