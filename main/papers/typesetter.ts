// Sets papers as PDF, and joins such PDFs, in a process of its own (typesetting.ts): what it takes of memory goes with it, and one that never ends is ended. Rule PA15 of papers.
import type { PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import { sideProcess, type SideProcess } from '../side-process.ts'

/** missing: characters that the fonts do not have. */
export type SetPaper = { pdf: Uint8Array; pages: number; missing: string[] }
/** PDFs that are one after the other in one file. */
export type JoinedPapers = { title: string; at: string; parts: readonly { pdf: Uint8Array; pages: number }[] }
export type TypesetterParts = {
  /** The process's entry, the template and the fonts. */
  entry: string
  template: string
  fonts: readonly string[]
  /** A paper that is not set by then is given up. */
  longestMs?: number
  /** So long without a paper, the process is let go. */
  restMs?: number
}

const LONGEST_MS = 20_000

/** Does one paper after another; rejects for one that cannot be set. */
export const typesetter = ({
  entry,
  template,
  fonts,
  longestMs = LONGEST_MS,
  restMs,
}: TypesetterParts): SideProcess<PaperLayout | JoinedPapers, SetPaper> =>
  sideProcess({ entry, args: [template, ...fonts], longestMs, ...(restMs === undefined ? {} : { restMs }) })
