// A paper as it is set on pages: every text final and in the paper's language, every figure already worked out. What sets it (PDF, workbook, plain text) calculates
// nothing and knows no business.

/** One or both: English above Chinese. */
export const PAPER_LANGUAGES = ['en', 'zh', 'en-zh'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

export type LaidFact = { label: string; value: string }
export type LaidColumn = {
  key: string
  label: string
  align: 'left' | 'right' | 'center'
  /** Parts of the width that the other columns leave; 0: as wide as its texts. */
  grow: number
  /** Its cells are figures: a workbook writes them as numbers. */
  figures: boolean
  /** Its cells name pictures of the paper; one that is not there is left empty. */
  picture: boolean
}
/** `cells` stand under the last columns of the table, `label` before them. */
export type LaidSum = { label: string; cells: string[]; strong: boolean }
export type LaidParty = {
  label: string
  name: string
  below: string
  sign: string | null
  seal: string | null
  sealHeight: number
  signHeight: number
}

/** Letters that look alike. */
export type LaidRun = { text: string; bold: boolean; underlined: boolean }
/** A line of a text with marks; `mark`: what stands before it in a list, '' for none. */
export type LaidLine = { mark: string; runs: LaidRun[] }

/** A text may have several lines; `marked`: the same with what is bold, underlined or a list. `keep`: never the last thing on a page before what follows. */
export type LaidBlock =
  | { kind: 'facts'; left: LaidFact[]; right: LaidFact[] }
  | { kind: 'rows'; title: string | null; columns: LaidColumn[]; rows: string[][]; sums: LaidSum[]; words: string[] }
  | { kind: 'text'; title: string | null; text: string; marked?: LaidLine[]; keep: boolean }
  | { kind: 'clauses'; title: string | null; items: string[]; marked?: LaidLine[][]; keep: boolean }
  | { kind: 'signatures'; text: string | null; parties: LaidParty[] }

/** Pictures are named by their places in `pictures`. */
export type PaperLayout = {
  language: PaperLanguage
  titles: string[]
  number: string
  /** Names and lines of the letterhead. */
  company: string[]
  companyLines: string[]
  letterhead: boolean
  logo: string | null
  /** Millimetres. */
  logoHeight: number
  font: PaperFont
  /** Points. */
  size: number
  format: 'a4' | 'us-letter'
  landscape: boolean
  /** Millimetres for the labels of facts. */
  labelWidth: number
  /** A seal cut into as many strips as there are pages, one at the right edge of each; nothing on a single page. `height`: millimetres, of the whole seal. */
  acrossPages: { seal: string; height: number } | null
  /** Across each page, such as DRAFT; null for none. */
  mark: string | null
  /** Around page and pages: 'Page ', ' of ', ''. */
  pageWords: [before: string, between: string, after: string]
  footer: string
  blocks: LaidBlock[]
  pictures: Record<string, Uint8Array>
  /** The day the paper was made, ISO: the file says no other time, so that the same paper is the same bytes. */
  at: string
}

/**
 * Where parts of a paper stand by a template: those it names in its order; one it does not name, because the paper it was made with did not have it, follows what stands
 * before it on the paper itself.
 */
export const placesOf = (parts: readonly { key: string }[], named: readonly { key: string }[]): number[] => {
  let before = -1
  return parts.map(({ key }, at) => {
    const place = named.findIndex((one) => one.key === key)
    if (place >= 0) before = place
    return place >= 0 ? place : before + (at + 1) / (parts.length + 1)
  })
}

export const PAPER_FONTS = ['sans', 'serif'] as const
export type PaperFont = (typeof PAPER_FONTS)[number]
