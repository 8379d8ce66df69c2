// Papers of a record that were issued. Rule PA20 of papers.
import { type PaperKind, papersOf, type PrintedKind } from '../../../preload/contract/papers.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { Hold } from '../holds.ts'
import { seenRecord } from '../seen-record.ts'
import { mayPrint } from './draft.ts'
import { paperMakers } from './makers.ts'

/** PA20. A record of which a paper was issued is not dropped: a shipment stays as void, a draft stays. */
export const issuedHold = (step: Hold['against'][number]): Hold => ({
  by: 'issued-paper',
  against: [step],
  find: async ({ db }, id) =>
    (await db.selectFrom('issued_paper').select('fileName').where('recordId', '=', id).orderBy('fileName').executeTakeFirst())?.fileName,
})

/** How many PDFs are kept of issued papers, and what they take. */
export const issuedContents = ({ sql }: Pick<QueryContext, 'sql'>): { contents: number; bytes: number } =>
  sql
    .prepare('SELECT count(*) AS contents, coalesce(sum(size), 0) AS bytes FROM (SELECT DISTINCT sha256, size FROM issued_paper)')
    .get() as { contents: number; bytes: number }

/** Whether the viewer may see a paper of a record that they see. */
export const maySeePaper = async (q: QueryContext, paper: PaperKind, recordId: string): Promise<boolean> =>
  mayPrint(q, paper) && ((await q.contributed(paperMakers)(paper)?.maySee?.(recordId, q)) ?? true)

/** Whether the viewer sees a record that is printed: by its rights and scope, or as the maker of its paper says. */
export const seesPrinted = async (q: QueryContext, kind: PrintedKind, id: string): Promise<boolean> => {
  const own = papersOf(kind).flatMap((paper) => q.contributed(paperMakers)(paper)?.sees ?? [])
  return own[0] ? own[0](id, q) : seenRecord(q, kind, id) !== undefined
}

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
  const found = rows.map((row) => ({ ...row, paper: row.paper as PaperKind }))
  const seen = new Map<PaperKind, boolean>()
  for (const { paper } of found) if (!seen.has(paper)) seen.set(paper, await maySeePaper(q, paper, recordId))
  return found.filter(({ paper }) => seen.get(paper))
}
