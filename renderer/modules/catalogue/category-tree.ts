// Categories as a tree: each below the one above it, in the order of their names.
import type { QueryOutput } from '../../../preload/contract/queries.ts'

export type Category = QueryOutput<'categories'>[number]
export type Placed = Category & { depth: number }

/** Top ones first, each followed by those below it. */
export const inTree = (all: readonly Category[], parentId: string | null = null, depth = 0): Placed[] =>
  all.filter((c) => c.parentId === parentId).flatMap((c) => [{ ...c, depth }, ...inTree(all, c.id, depth + 1)])

/** The category and all below it: where it cannot be moved to. */
export const belowOf = (all: readonly Category[], id: string): ReadonlySet<string> => {
  const top = all.find((c) => c.id === id)
  return new Set(top ? [id, ...inTree(all, id).map((c) => c.id)] : [])
}
