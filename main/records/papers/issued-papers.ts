// Papers of a record that were issued. Rule PA20 of papers.
import type { PaperKind } from '../../../preload/contract/papers.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { mayPrint } from './draft.ts'

/** As far as the viewer may print them, the newest first, each with who issued it and what it bears. Whether they may see the record is for the asker to know. */
export const issuedPapersOf = async (q: QueryContext, recordKind: string, recordId: string) => {
  const rows = await q.db
    .selectFrom('issued_paper as p')
    .leftJoin('user as u', 'u.id', 'p.issuedBy')
    .leftJoin('paper_picture as seal', 'seal.id', 'p.sealId')
    .leftJoin('paper_picture as sign', 'sign.id', 'p.signId')
    .selectAll('p')
    .select(['u.name as person', 'seal.name as seal', 'sign.name as sign'])
    .where('p.recordId', '=', recordId)
    .where('p.recordKind', '=', recordKind)
    .orderBy('p.issuedAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, paper: row.paper as PaperKind })).filter(({ paper }) => mayPrint(q, paper))
}
