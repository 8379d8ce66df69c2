// The names by which a workbook of the company's own finds what a paper says: the labels that are printed on the paper. `{{Buyer}}` is the buyer, a row with
// `{{Description}}` is repeated for each line, `{{TOTAL / Amount}}` is a sum. Rule PA23 of papers.
import type { LaidBlock, PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'

export type FormCell = { text: string; figures: boolean }
export type FormTable = { columns: ReadonlyMap<string, number>; rows: readonly (readonly FormCell[])[] }
export type FormFields = { single: ReadonlyMap<string, FormCell>; tables: readonly FormTable[] }

/** As names are compared: width of blanks and case do not count. */
export const nameKey = (label: string): string => label.replaceAll(/\s+/gu, ' ').trim().toLowerCase()
const shown = (label: string): string => label.replaceAll(/\s+/gu, ' ').trim()
export const placeholder = (label: string): string => `{{${shown(label)}}}`

type Named = { label: string; text: string; figures?: boolean }

const ofBlock = (block: LaidBlock, at: number): Named[] => {
  switch (block.kind) {
    case 'facts':
      return [...block.left, ...block.right].map(({ label, value }) => ({ label, text: value }))
    case 'rows':
      return [
        ...block.sums.flatMap(({ label, cells }) =>
          cells.map((text, i) => ({ label: `${label} / ${block.columns.at(i - cells.length)!.label}`, text, figures: true })),
        ),
        { label: 'words', text: block.words.join('\n') },
      ]
    case 'text':
      return [{ label: block.title ?? `text ${at + 1}`, text: block.text }]
    case 'clauses':
      return [{ label: block.title ?? `clauses ${at + 1}`, text: block.items.map((item, i) => `${i + 1}. ${item}`).join('\n') }]
    case 'signatures':
      return block.parties.map(({ label, name }) => ({ label, text: name }))
  }
}
const ofPaper = (paper: PaperLayout): Named[] => [
  { label: 'title', text: paper.titles.join('\n') },
  { label: 'number', text: paper.number },
  { label: 'company', text: paper.company.join('\n') },
  { label: 'company address', text: paper.companyLines.join('\n') },
  { label: 'mark', text: paper.mark ?? '' },
]

/** Names that come twice are told apart by a number: 'Date', 'Date 2'. */
const distinct = (): ((label: string) => string) => {
  const seen = new Map<string, number>()
  return (label) => {
    const count = (seen.get(nameKey(label)) ?? 0) + 1
    seen.set(nameKey(label), count)
    return count === 1 ? label : `${label} ${count}`
  }
}

/** Everything a paper says by its names. Columns of a second table are told apart as other names are. */
export const formFields = (paper: PaperLayout): FormFields => {
  const name = distinct()
  const single = new Map<string, FormCell>()
  const tables: FormTable[] = []
  for (const { label, text, figures = false } of ofPaper(paper)) single.set(nameKey(name(label)), { text, figures })
  for (const [at, block] of paper.blocks.entries()) {
    if (block.kind === 'rows')
      tables.push({
        columns: new Map(block.columns.map(({ label }, i) => [nameKey(name(label)), i])),
        rows: block.rows.map((row) => row.map((text, i) => ({ text, figures: block.columns[i]!.figures }))),
      })
    for (const { label, text, figures = false } of ofBlock(block, at)) single.set(nameKey(name(label)), { text, figures })
  }
  return { single, tables }
}

/** The paper with every text replaced by the name under which a form finds it, and one row a table: the sample to begin with. */
export const asPlaceholders = (paper: PaperLayout): PaperLayout => {
  const name = distinct()
  for (const { label } of ofPaper(paper)) name(label)
  const blockOf = (block: LaidBlock, at: number): LaidBlock => {
    const fact = ({ label }: { label: string }) => ({ label, value: placeholder(name(label)) })
    switch (block.kind) {
      case 'facts':
        return { ...block, left: block.left.map(fact), right: block.right.map(fact) }
      case 'rows': {
        const rows = [block.columns.map(({ label }) => placeholder(name(label)))]
        const sums = block.sums.map((sum) => ({
          ...sum,
          cells: sum.cells.map((_, i) => placeholder(name(`${sum.label} / ${block.columns.at(i - sum.cells.length)!.label}`))),
        }))
        return { ...block, rows, sums, words: [placeholder(name('words'))] }
      }
      case 'text':
        return { ...block, text: placeholder(name(block.title ?? `text ${at + 1}`)) }
      case 'clauses':
        return { ...block, items: [placeholder(name(block.title ?? `clauses ${at + 1}`))] }
      case 'signatures':
        return { ...block, parties: block.parties.map((party) => ({ ...party, name: placeholder(name(party.label)) })) }
    }
  }
  return {
    ...paper,
    titles: [placeholder('title')],
    company: [placeholder('company')],
    companyLines: [placeholder('company address')],
    mark: placeholder('mark'),
    blocks: paper.blocks.map(blockOf),
  }
}
