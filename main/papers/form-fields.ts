// The names by which a workbook of the company's own finds what a paper says: the labels that are printed on the paper. `{{Buyer}}` is the buyer, a row with
// `{{Description}}` is repeated for each line, `{{TOTAL / Amount}}` is a sum. Rule PA23 of papers.
import type { LaidBlock, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'

export type FormCell = { text: string; figures: boolean }
export type FormTable = { columns: ReadonlyMap<string, number>; rows: readonly (readonly FormCell[])[] }
export type FormFields = { single: ReadonlyMap<string, FormCell>; tables: readonly FormTable[] }

const inOneLine = (label: string): string => label.replaceAll(/\s+/gu, ' ').trim()
/** As names are compared: width of blanks and case do not count. */
export const nameKey = (label: string): string => inOneLine(label).toLowerCase()
const placeholder = (label: string): string => `{{${inOneLine(label)}}}`

/** Names that come twice are told apart by a number: 'Date', 'Date 2'. */
const distinct = (): ((label: string) => string) => {
  const seen = new Map<string, number>()
  return (label) => {
    const count = (seen.get(nameKey(label)) ?? 0) + 1
    seen.set(nameKey(label), count)
    return count === 1 ? label : `${label} ${count}`
  }
}

type RowsBlock = Extract<LaidBlock, { kind: 'rows' }>
type Replacing = {
  /** A text by its name, and what stands there instead. */
  text(name: string, was: FormCell): string
  /** The lines of a table by the names of its columns, and what stands there instead. */
  lines(names: readonly string[], block: RowsBlock): string[][]
}
/** The paper with other texts in it. Each is named once, in the order in which they stand: what is read and what is replaced is found by the same name. */
const replacingTexts = (paper: PaperLayout, replace: Replacing): PaperLayout => {
  const name = distinct()
  const text = (label: string, was: string, figures = false) => replace.text(name(label), { text: was, figures })
  const fact = ({ label, value }: { label: string; value: string }) => ({ label, value: text(label, value) })
  const blockOf = (block: LaidBlock, at: number): LaidBlock => {
    switch (block.kind) {
      case 'facts':
        return { ...block, left: block.left.map(fact), right: block.right.map(fact) }
      case 'rows': {
        const columnOf = (cells: readonly string[], i: number) => block.columns.at(i - cells.length)!.label
        const rows = replace.lines(
          block.columns.map(({ label }) => name(label)),
          block,
        )
        const sums = block.sums.map((sum) => ({
          ...sum,
          cells: sum.cells.map((was, i) => text(`${sum.label} / ${columnOf(sum.cells, i)}`, was, true)),
        }))
        return { ...block, rows, sums, words: [text('words', block.words.join('\n'))] }
      }
      case 'text':
        return { ...block, text: text(block.title ?? `text ${at + 1}`, block.text) }
      case 'clauses': {
        const numbered = block.items.map((item, i) => `${i + 1}. ${item}`).join('\n')
        return { ...block, items: [text(block.title ?? `clauses ${at + 1}`, numbered)] }
      }
      case 'signatures':
        return { ...block, parties: block.parties.map((party) => ({ ...party, name: text(party.label, party.name) })) }
    }
  }
  return {
    ...paper,
    titles: [text('title', paper.titles.join('\n'))],
    number: text('number', paper.number),
    company: [text('company', paper.company.join('\n'))],
    companyLines: [text('company address', paper.companyLines.join('\n'))],
    mark: text('mark', paper.mark ?? ''),
    blocks: paper.blocks.map(blockOf),
  }
}

/** Everything a paper says by its names. Columns of a second table are told apart as other names are. */
export const formFields = (paper: PaperLayout): FormFields => {
  const single = new Map<string, FormCell>()
  const tables: FormTable[] = []
  replacingTexts(paper, {
    text: (name, was) => {
      single.set(nameKey(name), was)
      return was.text
    },
    lines: (names, { columns, rows }) => {
      tables.push({
        columns: new Map(names.map((name, i) => [nameKey(name), i])),
        // A form has places for texts alone.
        rows: rows.map((row) => row.map((text, i) => ({ text: columns[i]!.picture ? '' : text, figures: columns[i]!.figures }))),
      })
      return rows
    },
  })
  return { single, tables }
}

/** The paper with every text replaced by the name under which a form finds it, and one row a table: the sample to begin with. */
export const asPlaceholders = (paper: PaperLayout): PaperLayout => ({
  ...replacingTexts(paper, { text: placeholder, lines: (names) => [names.map(placeholder)] }),
  // The sheet is named by it.
  number: paper.number,
})
