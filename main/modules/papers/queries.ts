// What screens ask of papers: which there are of a record, one as it would be issued now, the same as a workbook and as text.
import { paperFacts, papersOf, type PrintedKind, printedRecord } from '../../../preload/contract/papers.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Afterwards, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { submissionsAbout } from '../../records/approvals/index.ts'
import { recordTitle } from '../../records/seen-record.ts'
import {
  columnsOf,
  blocksOf,
  draftPaper,
  linePictures,
  mayPrint,
  paperMakers,
  type PaperOf,
  papersBeside,
  paperText,
  seesPrinted,
  setDraft,
} from '../../records/papers/index.ts'

/** Of a record that the viewer sees: which papers it has. */
const ownPapers = async (q: QueryContext, kind: PrintedKind, recordId: string): Promise<PaperOf[]> => {
  const offered: PaperOf[] = []
  for (const paper of papersOf(kind).filter((one) => mayPrint(q, one))) {
    const maker = q.contributed(paperMakers)(paper)
    if (maker && ((await maker.isOffered?.(recordId, q)) ?? true)) offered.push({ paper, recordId })
  }
  return offered
}

/** Of other records, that go in together with its own. */
const besidePapers = async (q: QueryContext, kind: PrintedKind, recordId: string): Promise<PaperOf[]> => {
  const finds = q.contributed(papersBeside)(kind)
  const beside: PaperOf[] = []
  // Which records go in together with one tells of it.
  if (finds.length === 0 || !(await seesPrinted(q, kind, recordId))) return beside
  for (const find of finds)
    for (const { paper, recordId: of } of await find(recordId, q)) {
      const other = printedRecord(paper).kind as PrintedKind
      const seen = (await seesPrinted(q, other, of)) ? await ownPapers(q, other, of) : []
      beside.push(...seen.filter((one) => one.paper === paper))
    }
  return beside
}

/** With what goes in together with them, and the sheet of its newest approval that counts, if there is one. */
const offeredPapers = async (q: QueryContext, kind: PrintedKind, recordId: string): Promise<PaperOf[]> => {
  const own = [...(await ownPapers(q, kind, recordId)), ...(await besidePapers(q, kind, recordId))]
  for (const { id } of await submissionsAbout(q.db, kind, recordId)) {
    const sheets = await ownPapers(q, 'approval', id)
    if (sheets.length > 0) return [...own, ...sheets]
  }
  return own
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const papersQueries = defineQueries({
  'papers-of': async ({ recordKind, recordId }, q) => {
    const offered = await offeredPapers(q, recordKind, recordId)
    return offered.map(({ paper, recordId: of }) => {
      const { language, period } = paperFacts(paper)
      return {
        paper,
        recordId: of,
        number: recordTitle(q.sql, printedRecord(paper).kind, of),
        ofParty: language === 'of-party',
        period: period === true,
      }
    })
  },

  paper: async ({ template, language, ...asked }, q) => {
    const draft = await draftPaper(q, asked, { language, template })
    return new Afterwards(async (makers) => {
      const { pdf, pages, missing } = await setDraft(draft, makers)
      return {
        ...{ language: draft.language, fileName: draft.fileName },
        problems: [...draft.problems, ...missing.map((sign) => ({ code: 'no-character', what: sign }))],
        warnings: [...draft.content.warnings],
        content: draft.contentHash,
        draft: draft.content.mark !== null,
        sealable: draft.isSigned && !draft.facts.unsealed && draft.content.mark === null,
        acrossPages: draft.mayGoAcross && pages > 1,
        templateVersion: draft.templateVersion,
        ...{ columns: columnsOf(draft.content), blocks: blocksOf(draft.content) },
        pages,
        pdf: base64(pdf),
      }
    })
  },
  'paper-workbook': async ({ language, ...asked }, q) => {
    const { form, fileName, layout } = await draftPaper(q, asked, { language })
    return new Afterwards(async ({ paperWorkbook, fillWorkbook, contentOf }) => {
      if (form === null) {
        const lines = await linePictures(layout({}), { contentOf })
        return { fileName, xlsx: base64(await paperWorkbook(layout({ lines }))) }
      }
      const own = (await contentOf(form.sha256)) ?? refuse('file-lost', { name: form.name })
      return { fileName, xlsx: base64(await fillWorkbook(own, layout({}, true))) }
    })
  },
  'paper-form-sample': async ({ paper, language, recordId }, q) => {
    const { facts, layout } = await draftPaper(q, { paper, recordId }, { language })
    const whole = layout({}, true)
    return new Afterwards(async ({ sampleForm }) => ({ fileName: `${facts.code}-${language}`, xlsx: base64(await sampleForm(whole)) }))
  },
  'paper-text': async ({ language, ...asked }, q) => {
    const draft = await draftPaper(q, asked, { language })
    return { text: paperText(draft.layout({})) }
  },
})
