// A paper as plain text, to paste into a chat or a mail: one fact a line, lines of goods one below the other.
import type { LaidBlock, PaperLayout } from '../../../preload/contract/vocabulary/paper-layout.ts'

const oneLine = (text: string): string => text.split('\n').join(', ')

const blockLines = (block: LaidBlock): string[] => {
  switch (block.kind) {
    case 'facts':
      return [...block.left, ...block.right].map(({ label, value }) => `${label}: ${oneLine(value)}`)
    case 'rows': {
      const rows = block.rows.map((row) =>
        row
          .filter((cell, at) => cell !== '' && !block.columns[at]!.picture)
          .map(oneLine)
          .join(' | '),
      )
      const sums = block.sums.map(
        ({ label, cells }) =>
          `${label}: ${cells
            .filter((cell) => cell !== '')
            .map(oneLine)
            .join(' | ')}`,
      )
      return [...(block.title ? [block.title] : []), ...rows, ...sums, ...block.words]
    }
    case 'text':
      return [...(block.title ? [block.title] : []), ...block.text.split('\n')]
    case 'clauses':
      return [...(block.title ? [block.title] : []), ...block.items.map((item, i) => `${i + 1}. ${oneLine(item)}`)]
    case 'signatures':
      return block.parties.filter((_, i) => i === 0).map(({ name }) => oneLine(name))
  }
}

export const paperText = (paper: PaperLayout): string =>
  [
    `${paper.titles.join(' ')} ${paper.number}${paper.mark === null ? '' : ` (${paper.mark})`}`,
    ...paper.blocks.map((block) => blockLines(block).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
