// Units of documents' lines come from the table of units (db/reference). Purchasing P23, contracts C21.
import { units } from '../../../db/reference/index.ts'
import { refuse } from '../../../preload/contract/refusals.ts'

const known: ReadonlySet<string> = new Set(units.map((u) => u.code))
const isKnown = (unit: string, before?: string): boolean => known.has(unit) || before?.toUpperCase() === unit

/**
 * Refuses `invalid-input` (at `lines.<n>.unit`) for the first unit that is not in the table of units. A line that stands with such a unit since before keeps it:
 * `before` are the units of the stored lines by id; `list`: the field of the command that the lines stand in.
 */
export const requireUnits = (
  lines: readonly { id: string; unit: string }[],
  before: ReadonlyMap<string, string> = new Map(),
  list = 'lines',
): void => {
  for (const [at, { id, unit }] of lines.entries())
    if (!isKnown(unit, before.get(id))) refuse('invalid-input', { issues: [{ path: `${list}.${at}.unit`, rule: 'unit' }] })
}

/** The same for a record that has one unit. */
export const requireUnit = (unit: string, before?: string): void => {
  if (!isKnown(unit, before)) refuse('invalid-input', { issues: [{ path: 'unit', rule: 'unit' }] })
}

/** K8. The same for what a minimum order is counted in; nothing typed is the unit of the goods. `at`: the line it stands in, with a dot. */
export const requireMinimumUnit = ({ minimumUnit: unit }: { minimumUnit: string }, before?: string, at = ''): void => {
  if (unit !== '' && !isKnown(unit, before)) refuse('invalid-input', { issues: [{ path: `${at}minimumUnit`, rule: 'unit' }] })
}
