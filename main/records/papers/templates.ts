// What the company changed of a paper in a language: the newest version of its template, or the ready-made one. Rule PA22 of papers.
import { paperFacts, type PaperKind } from '../../../preload/contract/papers.ts'
import { paperTemplateSchema, readyMadeTemplate, type PaperTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import type { PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { isFixed } from './parts.ts'

/** revision: 0 while nothing was ever saved. form: a workbook of the company's own, by its content. */
export type TemplateInUse = { revision: number; settings: PaperTemplate; isOwn: boolean; form: { sha256: string; name: string } | null }

/** Saved settings as they are understood today: what came to the ready-made one since is as it is there, and parts of the document are shown. */
export const savedSettings = (paper: PaperKind, text: string | null): PaperTemplate => {
  const readyMade = readyMadeTemplate(paper)
  if (text === null) return readyMade
  const saved = paperTemplateSchema().parse({ ...readyMade, ...(JSON.parse(text) as object) })
  const facts = paperFacts(paper)
  return { ...saved, blocks: saved.blocks.map((block) => (isFixed(facts, block.key) ? { ...block, shown: true } : block)) }
}

export const templateInUse = async (q: Pick<QueryContext, 'db'>, paper: PaperKind, language: PaperLanguage): Promise<TemplateInUse> => {
  const row = await q.db
    .selectFrom('paper_template')
    .selectAll()
    .where('paper', '=', paper)
    .where('language', '=', language)
    .executeTakeFirst()
  if (!row) return { revision: 0, settings: readyMadeTemplate(paper), isOwn: false, form: null }
  const { revision, settings, formSha256, formName } = row
  const form = formSha256 === null ? null : { sha256: formSha256, name: formName }
  return { revision, settings: savedSettings(paper, settings), isOwn: settings !== null, form }
}
