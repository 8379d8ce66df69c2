// What screens ask of papers: which there are of a record, one as it would be issued now, the same as a workbook and as text.
import { type PaperKind, paperFacts, papersOf, type PrintedKind } from '../../../preload/contract/papers.ts'
import { Afterwards, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { draftPaper, mayPrint, paperMakers, paperText } from '../../records/papers/index.ts'

/** Of a record that the viewer sees: which papers it has. */
const offeredPapers = async (q: QueryContext, kind: PrintedKind, recordId: string): Promise<PaperKind[]> => {
  const offered: PaperKind[] = []
  for (const paper of papersOf(kind).filter((one) => mayPrint(q, one))) {
    const maker = q.contributed(paperMakers)(paper)
    if (maker && ((await maker.isOffered?.(recordId, q)) ?? true)) offered.push(paper)
  }
  return offered
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const papersQueries = defineQueries({
  'papers-of': async ({ recordKind, recordId }, q) => {
    const offered = await offeredPapers(q, recordKind, recordId)
    return offered.map((paper) => {
      const { language, period } = paperFacts(paper)
      return { paper, ofParty: language === 'of-party', period: period === true }
    })
  },

  paper: async ({ template, language, ...asked }, q) => {
    const draft = await draftPaper(q, asked, { language, template })
    return new Afterwards(async ({ setPaper }) => {
      const { pdf, pages, missing } = await setPaper(draft.layout())
      return {
        ...{ language: draft.language, fileName: draft.fileName },
        problems: [...draft.problems, ...missing.map((sign) => ({ code: 'no-character', what: sign }))],
        warnings: [...draft.content.warnings],
        content: draft.contentHash,
        pages,
        pdf: base64(pdf),
      }
    })
  },
  'paper-workbook': async ({ language, ...asked }, q) => {
    const draft = await draftPaper(q, asked, { language })
    return new Afterwards(async ({ paperWorkbook }) => ({ fileName: draft.fileName, xlsx: base64(await paperWorkbook(draft.layout())) }))
  },
  'paper-text': async ({ language, ...asked }, q) => {
    const draft = await draftPaper(q, asked, { language })
    return { text: paperText(draft.layout()) }
  },
})
