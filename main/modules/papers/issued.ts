// Papers that were issued: those of a record, with what has changed since, and each as it was. Rule PA20 of papers.
import { type PaperKind, type PrintedKind, printedRecord } from '../../../preload/contract/papers.ts'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import { Refused, refuse } from '../../../preload/contract/refusals.ts'
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import { submissionsAbout } from '../../records/approvals/index.ts'
import { Afterwards, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { draftPaper, isOutOfForce, issuedPapersOf, maySeePaper, seesPrinted } from '../../records/papers/index.ts'

type Issued = { paper: string; recordId: string; language: string; asked: string; content: string; issuedAt: string }

/** Whether the record would say something else on it today; false where it cannot be written any more. */
export const hasChanged = async (q: QueryContext, { paper, recordId, language, asked, content, issuedAt }: Issued): Promise<boolean> => {
  const { version: _, ...period } = JSON.parse(asked) as { version?: number; from?: string; to?: string }
  try {
    // Of a contract the version that counts today: a newer one is a change too.
    // As on the day it was issued: that a day has passed is no change.
    const then = { ...q, today: dayIn(q.company.timeZone, issuedAt) }
    const draft = await draftPaper(then, { paper: paper as PaperKind, recordId, ...period }, { language: language as PaperLanguage })
    return draft.contentHash !== content || isOutOfForce(draft.content.mark)
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** Those of a record that the viewer may print, with the sheets of its approvals, the newest first. Refuses `not-found`. */
const issuedOf = async (q: QueryContext, recordKind: PrintedKind, recordId: string) => {
  if (!(await seesPrinted(q, recordKind, recordId))) return refuse('not-found', { resource: recordKind })
  const found = await issuedPapersOf(q, recordKind, recordId)
  for (const { id } of await submissionsAbout(q.db, recordKind, recordId)) found.push(...(await issuedPapersOf(q, 'approval', id)))
  return found.toSorted((a, b) => compareTexts(b.issuedAt, a.issuedAt) || compareTexts(b.id, a.id))
}

export const issuedQueries = defineQueries({
  'issued-papers': async ({ recordKind, recordId }, q) =>
    (await issuedOf(q, recordKind, recordId)).map((row) => ({
      ...{ id: row.id, paper: row.paper, language: row.language as PaperLanguage, issue: row.issue, version: row.version },
      ...{ draft: row.draft === 1, fileName: row.fileName, size: row.size, pages: row.pages, reason: row.reason },
      ...{
        seal: row.seal ?? '',
        sign: row.sign ?? '',
        acrossPages: row.acrossPages === 1,
        issuedAt: row.issuedAt,
        issuedBy: row.person ?? '',
      },
    })),
  'changed-papers': async ({ recordKind, recordId }, q) => {
    const newest = new Map<string, Issued & { id: string }>()
    for (const row of await issuedOf(q, recordKind, recordId)) {
      const { from, to } = JSON.parse(row.asked) as { from?: string; to?: string }
      const of = JSON.stringify([row.paper, row.recordId, row.language, from, to])
      if (!newest.has(of)) newest.set(of, row)
    }
    const changed: string[] = []
    for (const row of newest.values()) if (await hasChanged(q, row)) changed.push(row.id)
    return changed
  },
  'issued-paper': async ({ id }, q) => {
    const row = await q.db.selectFrom('issued_paper').selectAll().where('id', '=', id).executeTakeFirst()
    const paper = row?.paper as PaperKind
    const kind = row && (printedRecord(paper).kind as PrintedKind)
    if (!row || !kind || !(await seesPrinted(q, kind, row.recordId)) || !(await maySeePaper(q, paper, row.recordId)))
      return refuse('not-found', { resource: 'issued-paper' })
    const { fileName, sha256 } = row
    return new Afterwards(async ({ contentOf }) => {
      const pdf = (await contentOf(sha256)) ?? refuse('file-lost', { name: fileName })
      return { fileName, sha256, pdf: Buffer.from(pdf).toString('base64') }
    })
  },
})
