// Showing only the lines of a grid in which something is wrong or odd: after a long paste they are corrected one after the other.
import { useMemo, useState } from 'react'
import type { Warning } from '../../../preload/contract/warnings.ts'
import type { TypedText } from './draft.ts'
import type { Issues } from './issues.ts'

type Given = {
  field: string
  lines: readonly { id: string }[]
  typed: Readonly<Record<string, TypedText>> | undefined
  issues: Issues
  warnings: readonly Warning[]
}

/** `toCheck`: how many there are; `only`: those on screen, null for all. A line that has been corrected stays in sight until all are shown again. */
export const useRowsToCheck = ({ field, lines, typed, issues, warnings }: Given) => {
  const [only, setOnly] = useState<ReadonlySet<string> | null>(null)
  const ids = useMemo(() => {
    const below = `${field}.#`
    const named = [...Object.keys(typed ?? {}), ...warnings.map((warning) => warning.field)]
      .filter((path) => path.startsWith(below))
      .map((path) => path.slice(below.length).split('.')[0]!)
    const placed = Object.keys(issues).flatMap((path) => lines[Number(path.split('.')[0])]?.id ?? [])
    const known = new Set(lines.map((line) => line.id))
    return new Set([...named, ...placed].filter((id) => known.has(id)))
  }, [field, lines, typed, issues, warnings])
  return { toCheck: ids.size, only, showOnly: () => setOnly(ids), showAll: () => setOnly(null) }
}
