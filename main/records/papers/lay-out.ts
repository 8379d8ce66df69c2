// Brings a paper's content into the form that it is set in: labels in its language, empty facts and columns left out, the company's template applied. Rules PA1, PA5–PA9.
import {
  type PaperLanguage,
  type LaidBlock,
  type LaidFact,
  type PaperLayout,
  placesOf,
} from '../../../preload/contract/vocabulary/paper-layout.ts'
import type { PaperFacts } from '../../../preload/contract/define/record.ts'
import type { PaperTemplate } from '../../../preload/contract/modules/papers/calls.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import type { ContentBlock, Fact, Mark, PaperColumn, PaperContent, Party } from './content.ts'
import { oneLine, twoLines } from './in-language.ts'
import { markedLines, plainText } from './marked-text.ts'
import { isFixed } from './parts.ts'
import { paperWords, type Said } from './words.ts'

/** Pictures that a paper bears: the letterhead's logo, and on an issued one seal and signature. */
export type PaperPictures = {
  logo?: Uint8Array | undefined
  seal?: Uint8Array | undefined
  sign?: Uint8Array | undefined
  /** Millimetres. */
  logoHeight?: number
  sealHeight?: number
  signHeight?: number
  /** The seal goes across the pages, too. */
  acrossPages?: boolean
  /** Of lines, by their names. */
  lines?: ReadonlyMap<string, Uint8Array>
}
/** `whole`: nothing is left out that is empty, so that what is said has the same place whatever a record says. */
export type LayOutParts = {
  whole?: boolean
  language: PaperLanguage
  template: PaperTemplate
  company: Company
  pictures: PaperPictures
  /** What is declared of the paper. */
  facts: PaperFacts
}

/** Columns of the template's order and choice; what cannot be switched off stays, what no line fills goes. */
export const columnsShown = (
  columns: readonly PaperColumn[],
  rows: readonly Readonly<Record<string, string>>[],
  template: Pick<PaperTemplate, 'columns'>,
  whole = false,
): (PaperColumn & { named?: Said })[] => {
  const chosen = new Map(template.columns.map((c) => [c.key, c]))
  const places = placesOf(columns, template.columns)
  return columns
    .map((column, n) => ({ column, at: places[n]!, choice: chosen.get(column.key) }))
    .filter(({ column, choice }) => whole || column.fixed || (choice ? choice.shown : !column.optional))
    .filter(({ column }) => whole || column.fixed || rows.some((row) => (row[column.key] ?? '') !== ''))
    .sort((a, b) => a.at - b.at)
    .map(({ column, choice }) => ({ ...column, ...(choice?.label && (choice.label.en || choice.label.zh) ? { named: choice.label } : {}) }))
}

const laidFacts = (facts: readonly Fact[], language: PaperLanguage, whole: boolean): LaidFact[] =>
  facts.filter(({ value }) => whole || value !== '').map(({ label, value }) => ({ label: oneLine(label, language), value }))

const laidRows = (block: Extract<ContentBlock, { kind: 'rows' }>, { language, template, whole }: LayOutParts): LaidBlock => {
  const columns = columnsShown(block.columns, block.rows, template, whole)
  return {
    kind: 'rows',
    title: block.title ? oneLine(block.title, language) : null,
    columns: columns.map(({ key, label, named, align = 'left', grow = 0, picture = false }) => ({
      ...{ key, align, grow, figures: align === 'right', picture },
      label: twoLines(named ?? label, language),
    })),
    rows: block.rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
    sums: block.sums.map(({ label, cells, strong }) => {
      const first = columns.findIndex(({ key }) => cells[key] !== undefined)
      // Under the first column the label itself stands: its figure stands with it.
      const from = first < 0 ? columns.length - 1 : Math.max(first, 1)
      const said = [oneLine(label, language), first === 0 ? cells[columns[0]!.key]! : ''].filter((text) => text !== '').join(' ')
      return { label: said, cells: columns.slice(from).map(({ key }) => cells[key] ?? ''), strong: strong === true }
    }),
    words: [...block.words],
  }
}
const laidParty = ({ label, name, below, ours }: Party, { language, pictures }: LayOutParts) => ({
  label: oneLine(label, language),
  name,
  below: oneLine(below, language),
  sign: ours && pictures.sign ? 'sign' : null,
  seal: ours && pictures.seal ? 'seal' : null,
  sealHeight: pictures.sealHeight ?? 38,
  signHeight: pictures.signHeight ?? 13,
})

/** What the record says is printed as typed; marks are understood in the company's own texts alone. */
const laidText = ({ title, text, isOwn }: Extract<ContentBlock, { kind: 'text' }>, language: PaperLanguage, keep: boolean): LaidBlock => {
  const said = { kind: 'text', title: title ? oneLine(title, language) : null, keep } as const
  if (!isOwn) return { ...said, text }
  const marked = markedLines(text)
  return { ...said, text: plainText(marked), marked }
}
const laidClauses = (
  { title, items, own = [] }: Extract<ContentBlock, { kind: 'clauses' }>,
  language: PaperLanguage,
  keep: boolean,
): LaidBlock => {
  const said = { kind: 'clauses', title: oneLine(title, language), keep } as const
  if (own.length === 0) return { ...said, items: [...items] }
  const typed = items.map((item) => item.split('\n').map((text) => ({ mark: '', runs: [{ text, bold: false, underlined: false }] })))
  const marked = own.map(markedLines)
  return { ...said, items: [...items, ...marked.map(plainText)], marked: [...typed, ...marked] }
}

const laidBlock = (block: ContentBlock, parts: LayOutParts, keep: boolean): LaidBlock[] => {
  const { language, whole = false } = parts
  switch (block.kind) {
    case 'facts': {
      const [left, right] = [laidFacts(block.left, language, whole), laidFacts(block.right, language, whole)]
      return left.length + right.length === 0
        ? []
        : [{ kind: 'facts', left: left.length === 0 ? right : left, right: left.length === 0 ? [] : right }]
    }
    case 'rows':
      return block.rows.length === 0 && !whole ? [] : [laidRows(block, parts)]
    case 'text':
      return block.text === '' && !whole ? [] : [laidText(block, language, keep)]
    case 'clauses':
      return block.items.length + (block.own ?? []).length === 0 && !whole ? [] : [laidClauses(block, language, keep)]
    case 'signatures':
      return [{ kind: 'signatures', text: block.text ?? null, parties: block.parties.map((party) => laidParty(party, parts)) }]
  }
}

const markText = (mark: Mark | null, language: PaperLanguage, internal: boolean): string | null => {
  if (mark === null && !internal) return null
  const { word, why = '' } = mark ?? { word: 'internal' as const }
  return [oneLine(paperWords[word], language), why].filter((text) => text !== '').join(': ')
}

const companyLines = (company: Company, language: PaperLanguage): Pick<PaperLayout, 'company' | 'companyLines'> => {
  const word = (key: keyof typeof paperWords) => oneLine(paperWords[key], language)
  const addresses = twoLines({ en: company.addressEn, zh: company.address }, language).split('\n')
  const names = twoLines({ en: company.nameEn, zh: company.name }, language).split('\n')
  const reach = [company.phone && `${word('phone')} ${company.phone}`, company.email && `${word('email')} ${company.email}`]
  const tax = language === 'zh' && company.taxNumber ? [`${word('taxNumber')} ${company.taxNumber}`] : []
  return {
    company: names.filter((name) => name !== ''),
    companyLines: [...addresses, [...reach, ...tax].filter(Boolean).join('   ')].filter((line) => line !== ''),
  }
}

/**
 * Order and choice of the template. What comes several times, such as the sections of an account in several
 * currencies, stays together section by section, from where the first of it stands.
 */
const blocksShown = (blocks: readonly ContentBlock[], { blocks: chosen }: PaperTemplate, facts: PaperFacts): ContentBlock[] => {
  const places = placesOf(blocks, chosen)
  const placed = blocks.map((block, n) => {
    const [before, after] = [blocks.slice(0, n), blocks.slice(n + 1)].map((some) => some.filter(({ key }) => key === block.key).length)
    return { block, at: places[n]!, section: before!, comesAgain: before! + after! > 0 }
  })
  const sections = Math.min(...placed.filter(({ comesAgain }) => comesAgain).map(({ at }) => at))
  const placeOf = ({ at, section, comesAgain }: (typeof placed)[number]) => (comesAgain ? [sections, section, at] : [at, 0, 0])
  return placed
    .filter(({ block }) => isFixed(facts, block.key) || (chosen.find(({ key }) => key === block.key)?.shown ?? true))
    .sort((a, b) => {
      const [one, other] = [placeOf(a), placeOf(b)]
      const first = one.findIndex((place, n) => place !== other[n])
      return first < 0 ? 0 : one[first]! - other[first]!
    })
    .map(({ block }) => block)
}
/** The company's own texts stand before the lines and before the signatures. */
const withTexts = (
  blocks: readonly ContentBlock[],
  { textBefore, textAfter, clauses }: PaperTemplate,
  language: PaperLanguage,
): ContentBlock[] => {
  const said = (text: Said) => twoLines(text, language)
  const lines = blocks.findIndex(({ kind }) => kind === 'rows')
  const signatures = blocks.findIndex(({ kind }) => kind === 'signatures')
  const end = signatures < 0 ? blocks.length : signatures
  const own = clauses.map(said).filter((text) => text !== '')
  const middle = blocks.slice(Math.max(lines, 0), end)
  const hasClauses = middle.some(({ kind }) => kind === 'clauses')
  return [
    ...blocks.slice(0, Math.max(lines, 0)),
    { key: 'opening', kind: 'text', text: said(textBefore), isOwn: true },
    ...middle.map((block): ContentBlock => (block.kind === 'clauses' ? { ...block, own } : block)),
    ...(hasClauses ? [] : [{ key: 'clauses', kind: 'clauses', title: paperWords.clauses, items: [], own } as const]),
    { key: 'closing', kind: 'text', text: said(textAfter), isOwn: true },
    ...blocks.slice(end),
  ]
}

/** The paper as it is set. */
export const layOut = (content: PaperContent, parts: LayOutParts): PaperLayout => {
  const { language, template, company, pictures, facts } = parts
  const blocks = withTexts(blocksShown(content.blocks, template, facts), template, language)
  const laid = blocks.flatMap((block, at) => laidBlock(block, parts, blocks[at + 1]?.kind === 'signatures'))
  const titles = template.titles.en || template.titles.zh ? template.titles : content.titles
  // Around a number that stands there once: English, where the paper has English.
  const word = (key: keyof typeof paperWords): string => (language === 'zh' ? paperWords[key].zh : paperWords[key].en)
  return {
    language,
    titles: twoLines(titles, language).split('\n'),
    number: content.version > 1 ? `${content.number} V${content.version}` : content.number,
    ...companyLines(company, language),
    letterhead: template.letterhead,
    logo: template.logo && pictures.logo ? 'logo' : null,
    logoHeight: pictures.logoHeight ?? 14,
    ...{ font: template.font, size: template.size, format: template.format, landscape: template.landscape },
    labelWidth: language === 'en-zh' ? 36 : language === 'zh' ? 25 : 30,
    acrossPages: pictures.acrossPages && pictures.seal ? { seal: 'seal', height: pictures.sealHeight ?? 38 } : null,
    mark: markText(content.mark, language, facts.internal === true),
    pageWords: [word('page'), word('pageOf'), word('pageEnd')],
    footer: oneLine(template.footer, language),
    blocks: laid,
    pictures: {
      ...(template.logo && pictures.logo ? { logo: pictures.logo } : {}),
      ...(pictures.seal ? { seal: pictures.seal } : {}),
      ...(pictures.sign ? { sign: pictures.sign } : {}),
      ...Object.fromEntries(pictures.lines ?? []),
    },
    at: content.date,
  }
}
