// Templates of papers: what the company changed of each, in each language, with every version that was saved. Rule PA22 of papers.
import { type PaperKind, PAPER_KINDS, paperFacts, type PrintedKind, printedRecord } from '../../../preload/contract/papers.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { receivedContent } from '../../access/received-contents.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { isFixed, mayPrint, paperMakers, savedSettings, seesPrinted, templateInUse } from '../../records/papers/index.ts'
import { storedRecord } from '../../records/seen-record.ts'

const languagesOf = (paper: PaperKind): readonly PaperLanguage[] => {
  const { language } = paperFacts(paper)
  return language === 'of-party' ? PAPER_LANGUAGES : [language]
}

/** A workbook that this person has sent; refuses `file-not-received` and `not-a-workbook`. */
const receivedForm = (ctx: CommandContext, { sha256, name }: { sha256: string; name: string }): string => {
  const { type } = receivedContent(ctx.tx.sql, sha256, ctx.viewer.userId) ?? refuse('file-not-received', { name })
  return type === 'xlsx' ? sha256 : refuse('not-a-workbook', { name })
}

/** Refuses `changed-meanwhile` when somebody saved the template since it was seen, `not-found` for a language that the paper does not have, and `part-needed`. */
export const savePaperTemplate: CommandHandler<'save-paper-template'> = async (input, ctx) => {
  const { paper, language, id, versionId } = input
  if (!languagesOf(paper).includes(language)) refuse('not-found', { resource: 'paper-template' })
  if (input.settings?.blocks.some(({ key, shown }) => !shown && isFixed(paperFacts(paper), key))) refuse('part-needed', { paper })
  const old = await ctx.db
    .selectFrom('paper_template')
    .selectAll()
    .where('paper', '=', paper)
    .where('language', '=', language)
    .executeTakeFirst()
  const seen = old?.revision ?? 0
  ctx.requireRevision({ revision: seen }, input.revision)
  const before = { formSha256: old?.formSha256 ?? null, formName: old?.formName ?? '' }
  const given = input.form && { formSha256: receivedForm(ctx, input.form), formName: input.form.name }
  const form = input.form === undefined ? before : (given ?? { formSha256: null, formName: '' })
  const revision = seen + 1
  const fields = { settings: input.settings === null ? null : JSON.stringify(input.settings), ...form }
  const templateId = old?.id ?? id
  if (old) ctx.tx.patch('paper_template', old.id, { ...fields, revision })
  else ctx.tx.put('paper_template', { id, paper, language, ...fields, revision })
  ctx.tx.put('paper_template_version', {
    id: versionId,
    paperTemplateId: templateId,
    version: revision,
    ...fields,
    savedAt: ctx.now,
    savedBy: ctx.viewer.userId,
  })
  return { id: templateId, revision }
}

/** So many of the newest records are looked at for one to try a template with. */
const MOST_TRIED = 20

/** The newest record of its kind that the viewer sees and that has such a paper. */
const sampleOf = async (q: QueryContext, paper: PaperKind) => {
  if (!mayPrint(q, paper)) return null
  const { kind, table, title = [] } = printedRecord(paper)
  const maker = q.contributed(paperMakers)(paper)
  const newest = q.sql.prepare(`SELECT id FROM "${table}" ORDER BY id DESC LIMIT ${MOST_TRIED}`).all() as { id: string }[]
  for (const { id } of newest) {
    const row = (await seesPrinted(q, kind as PrintedKind, id)) ? storedRecord(q.sql, kind, id) : undefined
    if (!row || !maker || !((await maker.isOffered?.(id, q)) ?? true)) continue
    return { recordId: id, number: String(title.map((column) => row[column]).find(Boolean) ?? '') }
  }
  return null
}

export const templateQueries = defineQueries({
  'paper-templates': async (_, q) => {
    const found = []
    for (const paper of PAPER_KINDS) {
      const sample = await sampleOf(q, paper)
      for (const language of languagesOf(paper)) {
        const { revision, isOwn, form } = await templateInUse(q, paper, language)
        found.push({ paper, language, revision, isOwn, form: form?.name ?? '', sample })
      }
    }
    return found
  },
  'paper-template': async ({ paper, language }, q) => {
    const { revision, settings, isOwn, form } = await templateInUse(q, paper, language)
    const versions = await q.db
      .selectFrom('paper_template_version as v')
      .innerJoin('paper_template as t', 't.id', 'v.paperTemplateId')
      .leftJoin('user as u', 'u.id', 'v.savedBy')
      .select(['t.id', 'v.version', 'v.settings', 'v.formName', 'v.savedAt', 'u.name as savedBy'])
      .where('t.paper', '=', paper)
      .where('t.language', '=', language)
      .orderBy('v.version', 'desc')
      .execute()
    return {
      ...{ id: versions[0]?.id ?? null, revision, settings, isOwn, form: form?.name ?? '' },
      versions: versions.map((v) => ({
        ...{ version: v.version, savedAt: v.savedAt, savedBy: v.savedBy ?? '', form: v.formName },
        settings: v.settings === null ? null : savedSettings(paper, v.settings),
      })),
    }
  },
})
