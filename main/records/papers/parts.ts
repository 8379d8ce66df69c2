// The parts of a paper by which a template finds them: its columns and its blocks, each called by what it says.
import type { ContentBlock, PaperContent } from './content.ts'
import type { Said } from './words.ts'

/** Columns of all its tables, each once. */
export const columnsOf = ({ blocks }: PaperContent): { key: string; en: string; zh: string; fixed: boolean; optional: boolean }[] => {
  const columns = blocks.flatMap((block) => (block.kind === 'rows' ? block.columns : []))
  const first = new Map(columns.toReversed().map((column) => [column.key, column]))
  return columns
    .filter((column) => first.get(column.key) === column)
    .map(({ key, label, fixed, optional }) => ({ key, ...label, fixed: fixed === true, optional: optional === true }))
}

const both = (texts: readonly Said[]): Said => ({ en: texts.map(({ en }) => en).join(', '), zh: texts.map(({ zh }) => zh).join('、') })
const MOST_NAMED = 3
const MOST_SIGNS = 40

const calledBy = (block: ContentBlock): Said => {
  switch (block.kind) {
    case 'facts':
      return both([...block.left, ...block.right].slice(0, MOST_NAMED).map(({ label }) => label))
    case 'rows':
      return block.title ?? both(block.columns.slice(0, MOST_NAMED).map(({ label }) => label))
    case 'text': {
      const beginning = block.text.slice(0, MOST_SIGNS)
      return block.title ?? { en: beginning, zh: beginning }
    }
    case 'clauses':
      return block.title
    case 'signatures':
      return both(block.parties.map(({ label }) => label))
  }
}

/** Lines and signatures are what makes it this paper: no template leaves them out. */
export const isFixed = ({ key, kind }: ContentBlock): boolean => key === 'lines' || kind === 'signatures'

export const blocksOf = ({ blocks }: PaperContent): { key: string; fixed: boolean; en: string; zh: string }[] =>
  blocks.map((block) => ({ key: block.key, fixed: isFixed(block), ...calledBy(block) }))
