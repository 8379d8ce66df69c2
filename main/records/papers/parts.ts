// The parts of a paper by which a template finds them: its columns and its blocks, each called by what it says.
import type { PaperFacts } from '../../../preload/contract/define/record.ts'
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

/** What the paper says beside its record may be left out, as the paper declares it; all else is of the document. */
export const isFixed = ({ leavesOut = [] }: Pick<PaperFacts, 'leavesOut'>, key: string): boolean => !leavesOut.includes(key)

/** Its blocks, each once however often it comes (an account in several currencies, sheets of one form). */
export const blocksOf = (facts: PaperFacts, { blocks }: PaperContent): { key: string; fixed: boolean; en: string; zh: string }[] =>
  blocks
    .filter(({ key }, at) => blocks.findIndex((one) => one.key === key) === at)
    .map((block) => ({ key: block.key, fixed: isFixed(facts, block.key), ...calledBy(block) }))
