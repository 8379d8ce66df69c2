// Pure rules of people: paths of departments, and words a password may not be made of.
import { refuse } from '../../../preload/contract/refusals.ts'

/** Path of a department below its parent: '/parent/own/'; the parent's path is null at the top. */
export const pathBelow = (parentPath: string | null, id: string): string => `${parentPath ?? '/'}${id}/`

/** Refuses a move that would put a department below itself. */
export const requireNoCycle = (path: string, newParentPath: string | null): void =>
  newParentPath?.startsWith(path) ? refuse('invalid-input', { issues: [{ path: 'parentId', rule: 'cycle' }] }) : undefined

/** Names as a guesser would try them: whole, and each word of them. */
export const wordsOf = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word !== '')
