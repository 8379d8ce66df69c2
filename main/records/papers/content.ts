// What a paper says, as a module writes it: blocks of facts, lines, clauses, signatures, each with a key by which a template finds it. Texts are final; labels are
// still in both languages.
import type { Said } from './words.ts'

/** `needed`: left empty it stops issuing, and is named; other empty facts are left out with their labels. */
export type Fact = { label: Said; value: string; needed?: true }

export type PaperColumn = {
  key: string
  label: Said
  align?: 'left' | 'right' | 'center'
  /** Parts of the width left over; none: as wide as its texts. */
  grow?: number
  /** Cannot be switched off. */
  fixed?: true
  /** Only where a template asks for it. */
  optional?: true
  /** Its cells name small pictures by their hashes; an empty cell has none. */
  picture?: true
}
export type PaperSum = { label: Said; cells: Readonly<Record<string, string>>; strong?: true }
export type Party = { label: Said; name: string; below: Said; ours?: true }

export type ContentBlock =
  | { key: string; kind: 'facts'; left: readonly Fact[]; right: readonly Fact[] }
  | {
      key: string
      kind: 'rows'
      title?: Said
      columns: readonly PaperColumn[]
      rows: readonly Readonly<Record<string, string>>[]
      sums: readonly PaperSum[]
      /** Below the sums, such as an amount in words. */
      words: readonly string[]
    }
  | { key: string; kind: 'text'; title?: Said; text: string /** The company's own, with marks. */; isOwn?: true }
  | {
      key: string
      kind: 'clauses'
      title: Said
      items: readonly string[] /** The company's own, with marks, after the others. */
      own?: readonly string[]
    }
  | { key: string; kind: 'signatures'; text?: string; parties: readonly Party[] }

/** Across each page: why the paper is not, or no longer, what it says. */
export type Mark = { word: 'draft' | 'void' | 'superseded' | 'expired' | 'internal'; why?: string }

/** What must be put right before a paper is issued: a field that is empty, or two figures that must agree and do not. Named by `paper-problem.<code>`. */
export type PaperProblem = { code: string; what: string; one?: string; other?: string }

export type PaperContent = {
  /** What it is called, without the version. */
  titles: Said
  number: string
  /** Printed beside the number when above 1. */
  version: number
  /** Revision of the record that it was read at. */
  revision: number
  date: string
  /** Short name of the other side: a part of the file's name. */
  party: string
  mark: Mark | null
  blocks: readonly ContentBlock[]
  /** Not issued, but for a permitted person's reason. */
  problems: readonly PaperProblem[]
  warnings: readonly PaperProblem[]
}
