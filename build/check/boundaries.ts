// The boundary rule of the house over a whole tree of sources: import directions, lines with one home, tables of later modules, no cycle.
import { cycleViolations } from './cycles.ts'
import { lineViolations } from './lines.ts'
import { directionViolations } from './rooms.ts'
import type { Violation } from './sources.ts'
import { readSource } from './sources.ts'
import { tableViolations, type Allowance } from './table-rule.ts'
import { wordViolations } from './words.ts'

/**
 * All that a tree breaks, sorted by file and line.
 * @param tree path below the project's folder (forward slashes) → text
 * @param allowances tables of later modules that a file may use
 */
export function boundaryViolations(tree: ReadonlyMap<string, string>, allowances: readonly Allowance[] = []): Violation[] {
  const sources = [...tree].map(([file, text]) => readSource(file, text))
  const all = [
    ...sources.flatMap((source) => [...directionViolations(source), ...lineViolations(source), ...wordViolations(source)]),
    ...tableViolations(sources, allowances),
    ...cycleViolations(sources),
  ]
  return all.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
