// What screens ask of papers: which there are of a record, one as it would be issued now, the same as a workbook and as text.
import { paperFacts, printedRecord } from '../../../preload/contract/papers.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Afterwards, defineQueries } from '../../queries/define-query.ts'
import { recordTitle } from '../../records/seen-record.ts'
import { columnsOf, blocksOf, draftPaper, linePictures, paperText, seesPrinted, setDraft } from '../../records/papers/index.ts'
import { offeredPapers } from './offered.ts'
import { paperSetQuery } from './set.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const papersQueries = defineQueries({
  'papers-of': async ({ recordKind, recordId }, q) => {
    const offered = await offeredPapers(q, recordKind, recordId)
    // Papers of other records are offered to who sees those; of the record itself nothing is told to who does not see it.
    const sees = await seesPrinted(q, recordKind, recordId)
    return offered.map(({ paper, recordId: of }) => {
      const { language, period } = paperFacts(paper)
      return {
        paper,
        recordId: of,
        number: of !== recordId || sees ? recordTitle(q.sql, printedRecord(paper).kind, of) : '',
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
        ...{ columns: columnsOf(draft.content), blocks: blocksOf(draft.facts, draft.content) },
        pages,
        pdf: base64(pdf),
      }
    })
  },
  'paper-set': paperSetQuery,
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
