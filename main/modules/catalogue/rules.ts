// Pure rules of the catalogue.
import { refuse } from '../../../preload/contract/refusals.ts'

/** Refuses to put a category below itself or below one of its own. `parents`: every category with the one above it. */
export const requireNoLoop = (id: string, parentId: string | null, parents: ReadonlyMap<string, string | null>): void => {
  for (let at = parentId; at !== null; at = parents.get(at) ?? null)
    if (at === id) refuse('invalid-input', { issues: [{ path: 'parentId', rule: 'cycle' }] })
}
