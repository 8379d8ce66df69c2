// The marks that a company may set in the texts of its templates: **bold**, __underlined__, lines that begin a list. Everything else is printed as typed, and what is
// between marks is text as well: nothing in it runs, is fetched, or reaches what sets the page as more than letters. Rule PA30 of papers.
import type { LaidLine, LaidRun } from '../../../preload/contract/vocabulary/paper-layout.ts'

/** Two of them and no more: a row of lines to write on, or of asterisks, is no mark. */
const MARKS = { bold: /(?<!\*)\*\*(?!\*)/g, underlined: /(?<!_)__(?!_)/g } as const
const LENGTH = 2
const isBlank = (sign: string | undefined): boolean => sign === undefined || sign.trim() === ''

/** Where a mark begins and its pair ends: beside letters, not beside blanks; one without its pair is what was typed. */
const pairsOf = (line: string, mark: RegExp): { from: number; to: number }[] => {
  const pairs: { from: number; to: number }[] = []
  let from: number | undefined
  for (const { index } of line.matchAll(mark)) {
    const [before, after] = [line[index - 1], line[index + LENGTH]]
    if (from === undefined) from = isBlank(after) ? undefined : index
    else if (!isBlank(before)) {
      pairs.push({ from, to: index })
      from = undefined
    }
  }
  return pairs
}

const runsOf = (line: string): LaidRun[] => {
  const [bold, underlined] = [pairsOf(line, MARKS.bold), pairsOf(line, MARKS.underlined)]
  const marks = [...bold, ...underlined].flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)
  const isWithin = (pairs: readonly { from: number; to: number }[], at: number) => pairs.some(({ from, to }) => from < at && at < to)
  const begins = [0, ...marks.map((at) => at + LENGTH)]
  const ends = [...marks, line.length]
  return begins
    .map((from, n) => ({ text: line.slice(from, ends[n]), bold: isWithin(bold, from - 1), underlined: isWithin(underlined, from - 1), n }))
    .filter(({ text, n }) => text !== '' || (n === 0 && marks.length === 0))
    .map(({ n: _n, ...run }) => run)
}

/** '- goods', '• goods', '1. goods', '(2) goods', '3、货物': what stands before the text of such a line. */
const LIST = /^\s*(?:(?<plain>[-•·])\s+(?=\S)|(?<number>\d{1,3}[.)、．]|\(\d{1,3}\)|（\d{1,3}）)(?:\s+(?=\S)|(?=[^\s\d])))/u

/** A text with its marks, line by line. */
export const markedLines = (text: string): LaidLine[] =>
  text.split('\n').map((line) => {
    const found = LIST.exec(line)
    const { plain, number } = found?.groups ?? {}
    const mark = plain === undefined ? (number ?? '') : '•'
    return { mark, runs: runsOf(mark === '' ? line : line.slice(found![0].length)) }
  })

/** The same without its marks: for what knows letters alone. */
export const plainText = (lines: readonly LaidLine[]): string =>
  lines.map(({ mark, runs }) => [mark, runs.map(({ text }) => text).join('')].filter((part) => part !== '').join(' ')).join('\n')
