// A record's papers with those that go in together with them, as one file (报关单证一套): each as it was issued last while its record says the same, else as it
// would be issued now. Rule PA28 of papers.
import { paperFacts, printedRecord, type SetKind } from '../../../preload/contract/papers.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Afterwards, type FileMakers, type QueryContext, type QueryHandler } from '../../queries/define-query.ts'
import {
  draftPaper,
  issuedPapersOf,
  paperFileName,
  type PaperDraft,
  type PaperOf,
  type PaperProblem,
  seesPrinted,
  setDraft,
} from '../../records/papers/index.ts'
import { recordTitle } from '../../records/seen-record.ts'
import { hasChanged } from './issued.ts'
import { besidePapers, ownPapers } from './offered.ts'

type Kept = { issue: number; sha256: string; pages: number; fileName: string }
type Part = PaperOf & { number: string } & ({ kept: Kept } | { kept: null; draft: PaperDraft })

/** The newest of its kind that was issued, if it is in force still: no draft, and its record says what it said. */
const keptOf = async (q: QueryContext, { paper, recordId }: PaperOf): Promise<Kept | null> => {
  const rows = await issuedPapersOf(q, printedRecord(paper).kind, recordId)
  const newest = rows.find((row) => row.paper === paper)
  if (!newest || newest.draft === 1 || (await hasChanged(q, newest))) return null
  const { issue, sha256, pages, fileName } = newest
  return { issue, sha256, pages, fileName }
}
const partOf = async (q: QueryContext, of: PaperOf): Promise<Part> => {
  const number = recordTitle(q.sql, printedRecord(of.paper).kind, of.recordId)
  const kept = await keptOf(q, of)
  return kept ? { ...of, number, kept } : { ...of, number, kept, draft: await draftPaper(q, of) }
}

const madeOf = async (part: Part, makers: FileMakers): Promise<{ pdf: Uint8Array; pages: number; problems: PaperProblem[] }> => {
  if (part.kept === null) {
    const { pdf, pages, missing } = await setDraft(part.draft, makers)
    return { pdf, pages, problems: [...part.draft.problems, ...missing.map((sign) => ({ code: 'no-character', what: sign }))] }
  }
  const { sha256, pages, fileName } = part.kept
  return { pdf: (await makers.contentOf(sha256)) ?? refuse('file-lost', { name: fileName }), pages, problems: [] }
}

export const paperSetQuery: QueryHandler<'paper-set'> = async ({ recordKind, recordId }, q) => {
  const kind: SetKind = recordKind
  const own = (await seesPrinted(q, kind, recordId)) ? await ownPapers(q, kind, recordId) : []
  const [first] = own
  if (!first) return refuse('not-found', { resource: kind })
  const { beside, leftOut } = await besidePapers(q, kind, recordId)
  const parts: Part[] = []
  for (const one of [...own, ...beside]) parts.push(await partOf(q, one))
  // The file is called after the record's own paper, whether that was issued or not.
  const { content } = await draftPaper(q, first)
  const fileName = paperFileName({ ...content, code: `${paperFacts(first.paper).code}-SET` })
  return new Afterwards(async (makers) => {
    const made: Awaited<ReturnType<typeof madeOf>>[] = []
    for (const part of parts) made.push(await madeOf(part, makers))
    const pdf = await makers.joinPapers({ title: fileName, at: content.date, parts: made })
    let page = 1
    return {
      fileName,
      parts: parts.map(({ paper, recordId: of, number, kept }, at) => {
        const { pages, problems } = made[at]!
        const begins = page
        page += pages
        return { paper, recordId: of, number, page: begins, pages, issue: kept?.issue ?? null, problems }
      }),
      leftOut: [...new Set(leftOut.map(({ paper }) => paper))],
      pdf: Buffer.from(pdf).toString('base64'),
    }
  })
}
