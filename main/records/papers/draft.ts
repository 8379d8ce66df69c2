// A paper before it is issued: read in one moment, with what must be put right first.
import { fingerprint } from '../../access/fingerprint.ts'
import { viewRights } from '../../../preload/contract/access.ts'
import type { Permission } from '../../../preload/contract/access.ts'
import { rightsFor, seesSecret } from '../../../preload/contract/figures.ts'
import { paperFacts, printedRecord } from '../../../preload/contract/papers.ts'
import type { PaperLanguage, PaperLayout } from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { PaperTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import type { PaperFacts } from '../../../preload/contract/define/record.ts'
import type { FileMakers, QueryContext } from '../../queries/define-query.ts'
import type { ContentBlock, PaperContent, PaperProblem } from './content.ts'
import { layOut, type PaperPictures } from './lay-out.ts'
import { paperChecks, paperMakers, type PaperAsked, type PaperMaker } from './makers.ts'
import { paperFileName } from './file-name.ts'
import { type ChosenPictures, logoOf, type PaperPicture, pictureBytes } from './pictures.ts'
import { templateInUse, type TemplateInUse } from './templates.ts'
import { oneLine } from './in-language.ts'
import { paperWriter } from './writer.ts'

export type PaperDraft = {
  facts: PaperFacts
  language: PaperLanguage
  content: PaperContent
  templateVersion: number
  /** Of the company's own workbook, where it has one for this paper. */
  form: TemplateInUse['form']
  /** Has a place for our seal and signature. */
  isSigned: boolean
  /** A seal on it may also go across its pages, where there are several. */
  mayGoAcross: boolean
  /** Fingerprint of all that the record says on it: another one means that the record has changed. */
  contentHash: string
  problems: readonly PaperProblem[]
  /** Of the file without its ending. */
  fileName: string
  /** `whole`: with what is empty, for a form that finds each thing by its name. */
  layout(pictures: PaperPictures, whole?: boolean): PaperLayout
  pictures: ChosenPictures
  /** Fingerprint of the paper as it is set, pictures and marks included. */
  layoutHash: string
}

/** The rights that show its record; none where each record has viewers of its own. */
const rightsOf = ({ contributed }: Pick<QueryContext, 'contributed'>, paper: PaperAsked['paper']): readonly Permission[] =>
  contributed(paperMakers)(paper)?.sees ? [] : viewRights(printedRecord(paper))

/** Whoever may not see the record, or not this paper of it, is refused. */
const requirePaper = (q: QueryContext, { paper }: PaperAsked): void => {
  for (const right of rightsOf(q, paper)) q.require(right)
  const { permission, figure } = paperFacts(paper)
  if (permission !== undefined) q.require(permission as Permission)
  if (figure !== undefined && !seesSecret(q.may, figure)) q.require(rightsFor(figure).at(-1)!)
}
export const mayPrint = (q: Pick<QueryContext, 'may' | 'contributed'>, paper: PaperAsked['paper']): boolean => {
  const { permission, figure } = paperFacts(paper)
  const maySee = (permission === undefined || q.may(permission as Permission)) && (figure === undefined || seesSecret(q.may, figure))
  return maySee && rightsOf(q, paper).every((right) => q.may(right))
}

/** Each named once, on however many parts of the paper it stands. */
const emptyFacts = (blocks: readonly ContentBlock[]): PaperProblem[] => {
  const empty = blocks
    .flatMap((block) => (block.kind === 'facts' ? [...block.left, ...block.right] : []))
    .filter(({ needed, value }) => needed && value === '')
    .map(({ label }) => oneLine({ en: label.zh, zh: label.en }, 'en-zh'))
  return [...new Set(empty)].map((what) => ({ code: 'empty', what }))
}

const isSaid = ({ value }: { value: string }): boolean => value !== ''
/** Of a block what says something. Another picture is no other paper, and neither is a column or fact that a newer program has and this record leaves empty. */
const whatIsSaid = (block: ContentBlock): ContentBlock => {
  if (block.kind === 'facts') return { ...block, left: block.left.filter(isSaid), right: block.right.filter(isSaid) }
  if (block.kind !== 'rows') return block
  const columns = block.columns.filter(({ key, picture }) => !picture && block.rows.some((row) => (row[key] ?? '') !== ''))
  const saidOf = (row: Readonly<Record<string, string>>) => Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? '']))
  return { ...block, columns, rows: block.rows.map(saidOf) }
}

/** Of all that the record says on the paper (PA20): not its mark, nor what stands against it. */
export const contentFingerprint = ({ mark: _mark, problems: _problems, warnings: _warnings, revision: _revision, ...said }: PaperContent) =>
  fingerprint(JSON.stringify({ ...said, blocks: said.blocks.map(whatIsSaid) }))

const isOurs = (block: ContentBlock): boolean => block.kind === 'signatures' && block.parties.some(({ ours }) => ours)

/** What the record says, with what its maker and later modules hold against it. */
const checked = async (maker: PaperMaker, asked: PaperAsked, q: QueryContext, language: PaperLanguage): Promise<PaperContent> => {
  const w = paperWriter(language)
  const content = await maker.write(asked, q, w)
  const problems = [...content.problems]
  const warnings = [...content.warnings]
  for (const check of q.contributed(paperChecks)(asked.paper)) {
    const found = await check(asked, q, w)
    problems.push(...(found.problems ?? []))
    warnings.push(...(found.warnings ?? []))
  }
  return { ...content, problems, warnings }
}

/**
 * Refuses `not-permitted` and `not-found` as the record's own query does. `language`: another one than the other side's. `template`: one that is being tried
 * instead of the company's. `pictures`: seal and signature.
 */
export const draftPaper = async (
  q: QueryContext,
  asked: PaperAsked,
  wanted: {
    language?: PaperLanguage | undefined
    template?: PaperTemplate | undefined
    pictures?: Omit<ChosenPictures, 'logo'>
  } = {},
): Promise<PaperDraft> => {
  requirePaper(q, asked)
  const facts = paperFacts(asked.paper)
  const maker = q.contributed(paperMakers)(asked.paper)
  if (!maker) throw new Error(`nobody writes the paper ${asked.paper}`)
  const usual = facts.language === 'of-party' ? ((await maker.language?.(asked, q)) ?? 'en') : facts.language
  const language = facts.language === 'of-party' ? (wanted.language ?? usual) : usual
  const content = await checked(maker, asked, q, language)
  const inUse = await templateInUse(q, asked.paper, language)
  const template = wanted.template ?? inUse.settings
  const { company } = q
  const mayGoAcross = facts.acrossPages === true && language !== 'en'
  const { seal, acrossPages = false } = wanted.pictures ?? {}
  const pictures: ChosenPictures = {
    logo: await logoOf(q),
    ...wanted.pictures,
    acrossPages: acrossPages && mayGoAcross && seal !== undefined,
  }
  const layout = (bytes: PaperPictures, whole = false) => layOut(content, { whole, language, template, company, pictures: bytes, facts })
  return {
    ...{
      facts,
      language,
      content,
      templateVersion: inUse.revision,
      form: inUse.form,
      isSigned: content.blocks.some(isOurs),
      mayGoAcross,
      pictures,
      layout,
    },
    contentHash: contentFingerprint(content),
    problems: [...emptyFacts(content.blocks), ...content.problems],
    fileName: paperFileName({ code: facts.code, ...content }),
    layoutHash: layoutHashOf(layout, pictures),
  }
}

/** Pictures stand for themselves by their hashes: nothing has to be read of them. */
const layoutHashOf = (layout: PaperDraft['layout'], { logo, seal, sign, acrossPages = false }: ChosenPictures): string => {
  const named = (picture: PaperPicture | undefined) => picture && new TextEncoder().encode(`${picture.sha256} ${picture.height}`)
  const laid = layout({ logo: named(logo), seal: named(seal), sign: named(sign), acrossPages })
  const pictures = Object.entries(laid.pictures).map(([place, bytes]) => [place, new TextDecoder().decode(bytes)])
  return fingerprint(JSON.stringify({ ...laid, pictures }))
}

/** Pictures that its lines show, as far as they are there: a lost one leaves its cell empty. */
export const linePictures = async (laid: PaperLayout, makers: Pick<FileMakers, 'contentOf'>): Promise<ReadonlyMap<string, Uint8Array>> => {
  const names = laid.blocks.flatMap((block) => {
    if (block.kind !== 'rows') return []
    const places = block.columns.flatMap(({ picture }, at) => (picture ? [at] : []))
    return block.rows.flatMap((row) => places.map((at) => row[at] ?? '').filter((name) => name !== ''))
  })
  const found = new Map<string, Uint8Array>()
  for (const name of new Set(names)) {
    const bytes = await makers.contentOf(name)
    if (bytes) found.set(name, bytes)
  }
  return found
}

/** Sets a draft, with its pictures. missing: characters that no font has. */
export const setDraft = async (draft: PaperDraft, makers: FileMakers): ReturnType<FileMakers['setPaper']> => {
  const lines = await linePictures(draft.layout({}), makers)
  return makers.setPaper(draft.layout({ ...(await pictureBytes(draft.pictures, makers)), lines }))
}
