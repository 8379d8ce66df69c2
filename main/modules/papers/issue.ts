// Issues a paper: it is set and kept before the command's turn; in its turn it is written down if the record still says the same. Rules PA20, PA21 of papers.
import type { CommandParsed } from '../../../preload/contract/commands.ts'
import { printedRecord } from '../../../preload/contract/papers.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandHandler } from '../../commands/define-command.ts'
import type { Preparation } from '../../commands/prepared.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { chosenPicture, draftPaper, isOutOfForce, type PaperDraft, setDraft } from '../../records/papers/index.ts'
import { readingIn } from '../../records/reading.ts'

type Input = CommandParsed<'issue-paper'>
/** A paper that was set and kept. `layoutHash`: of what was set. */
type SetPaper = { layoutHash: string; sha256: string; size: number; pages: number; missing: readonly string[] }

/** The paper that was asked for, with seal and signature where it may bear them. Refuses `not-sealed`. */
const wantedPaper = async (q: QueryContext, { sealId, signId, acrossPages = false, language, ...asked }: Input): Promise<PaperDraft> => {
  const pictures = { seal: await chosenPicture(q, sealId, 'seal'), sign: await chosenPicture(q, signId, 'signature') }
  const draft = await draftPaper(q, asked, { language, pictures: { ...pictures, acrossPages } })
  if (!pictures.seal && !pictures.sign) return draft
  if (draft.facts.unsealed || !draft.isSigned) refuse('not-sealed', { why: 'kind' })
  if (draft.content.mark !== null) refuse('not-sealed', { why: 'not-in-force' })
  return draft
}

/** Sets the paper and keeps its bytes, unless the record has changed since it was looked at. */
export const prepareIssue: Preparation<'issue-paper'> = async (input, q) => {
  const draft = await wantedPaper(q, input)
  if (draft.contentHash !== input.seenContent) refuse('paper-changed', {})
  return async (makers): Promise<SetPaper> => {
    const { pdf, pages, missing } = await setDraft(draft, makers)
    return { layoutHash: draft.layoutHash, pages, missing, ...(await makers.keepContent(pdf)) }
  }
}

/** Everything that stands against issuing it, with both figures where two differ. */
const problemsOf = ({ problems, content }: PaperDraft, missing: readonly string[]) => [
  ...problems,
  ...missing.map((sign) => ({ code: 'no-character', what: sign })),
  ...(isOutOfForce(content.mark) ? [{ code: 'not-in-force', what: content.number }] : []),
]

/** Refuses `paper-changed`, `not-sealed`, `paper-problems` without a reason, `not-permitted` for who may not overrule. */
export const issuePaper: CommandHandler<'issue-paper'> = async (input, ctx) => {
  const set = ctx.prepared<SetPaper>()
  const q = readingIn(ctx)
  const draft = await wantedPaper(q, input)
  // Whatever was changed between setting it and now: what is written down is what the record says in this moment.
  if (draft.contentHash !== input.seenContent || draft.layoutHash !== set.layoutHash) return refuse('paper-changed', {})
  const problems = problemsOf(draft, set.missing)
  if (problems.length > 0) {
    if (input.reason === '') return refuse('paper-problems', { problems })
    ctx.require('paper.overrule')
  }
  const { content } = draft
  const { id, paper, recordId, sealId, signId, version, from, to } = input
  const { issue } = await ctx.db
    .selectFrom('issued_paper')
    .select((eb) => eb.fn.max('issue').as('issue'))
    .where('recordId', '=', recordId)
    .where('paper', '=', paper)
    .executeTakeFirstOrThrow()
  const next = Number(issue ?? 0) + 1
  ctx.tx.put('issued_paper', {
    ...{ id, paper, recordKind: printedRecord(paper).kind, recordId, issue: next, number: content.number, version: content.version },
    ...{ language: draft.language, asked: JSON.stringify({ version, from, to }), draft: content.mark === null ? 0 : 1 },
    ...{ templateVersion: draft.templateVersion, content: draft.contentHash, fileName: draft.fileName, sha256: set.sha256 },
    ...{ size: set.size, pages: set.pages, reason: problems.length > 0 ? input.reason : '', sealId, signId },
    // On a single page there is nothing to go across.
    acrossPages: draft.pictures.acrossPages && set.pages > 1 ? 1 : 0,
    ...{ issuedAt: ctx.now, issuedBy: ctx.viewer.userId },
  })
  return { id, issue: next, fileName: draft.fileName }
}
