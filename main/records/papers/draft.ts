// A paper before it is issued: read in one moment, with what must be put right first.
import { fingerprint } from '../../access/fingerprint.ts'
import { viewRights } from '../../../preload/contract/access.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { rightsFor, seesSecret } from '../../../preload/contract/figures.ts'
import { paperFacts, printedRecord } from '../../../preload/contract/papers.ts'
import type { PaperLanguage, PaperLayout } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { readyMadeTemplate, type PaperTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { ContentBlock, PaperContent, PaperProblem } from './content.ts'
import { layOut, type PaperPictures } from './lay-out.ts'
import { paperMakers, type PaperAsked } from './makers.ts'
import { paperFileName } from './file-name.ts'
import { paperWriter } from './writer.ts'

export type PaperDraft = {
  language: PaperLanguage
  content: PaperContent
  /** Fingerprint of all that the record says on it: another one means that the record has changed. */
  contentHash: string
  problems: readonly PaperProblem[]
  /** Of the file without its ending. */
  fileName: string
  layout(pictures?: PaperPictures): PaperLayout
}

/** Whoever may not see the record, or not this paper of it, is refused. */
const requirePaper = (q: QueryContext, { paper }: PaperAsked): void => {
  for (const right of viewRights(printedRecord(paper))) q.require(right)
  const { permission, figure } = paperFacts(paper)
  if (permission !== undefined) q.require(permission as Permission)
  if (figure !== undefined && !seesSecret(q.may, figure)) q.require(rightsFor(figure).at(-1)!)
}
export const mayPrint = (q: Pick<QueryContext, 'may'>, paper: PaperAsked['paper']): boolean => {
  const { permission, figure } = paperFacts(paper)
  const maySee = (permission === undefined || q.may(permission as Permission)) && (figure === undefined || seesSecret(q.may, figure))
  return maySee && viewRights(printedRecord(paper)).every((right) => q.may(right))
}

const emptyFacts = (blocks: readonly ContentBlock[]): PaperProblem[] =>
  blocks
    .flatMap((block) => (block.kind === 'facts' ? [...block.left, ...block.right] : []))
    .filter(({ needed, value }) => needed && value === '')
    .map(({ label }) => ({ code: 'empty', what: `${label.zh} ${label.en}` }))

const hashOf = ({ mark: _mark, problems: _problems, warnings: _warnings, revision: _revision, ...said }: PaperContent): string =>
  fingerprint(JSON.stringify(said))

/** Refuses `not-permitted` and `not-found` as the record's own query does. `language`: another one than the other side's. `template`: another one than the ready-made. */
export const draftPaper = async (
  q: QueryContext,
  asked: PaperAsked,
  wanted: { language?: PaperLanguage | undefined; template?: PaperTemplate | undefined } = {},
): Promise<PaperDraft> => {
  requirePaper(q, asked)
  const facts = paperFacts(asked.paper)
  const maker = q.contributed(paperMakers)(asked.paper)
  if (!maker) throw new Error(`nobody writes the paper ${asked.paper}`)
  const usual = facts.language === 'of-party' ? ((await maker.language?.(asked, q)) ?? 'en') : facts.language
  const language = facts.language === 'of-party' ? (wanted.language ?? usual) : usual
  const content = await maker.write(asked, q, paperWriter(language))
  const template = wanted.template ?? readyMadeTemplate
  const { company } = q
  return {
    language,
    content,
    contentHash: hashOf(content),
    problems: [...emptyFacts(content.blocks), ...content.problems],
    fileName: paperFileName({ code: facts.code, ...content }),
    layout: (pictures = {}) => layOut(content, { language, template, company, pictures, internal: facts.internal === true }),
  }
}
