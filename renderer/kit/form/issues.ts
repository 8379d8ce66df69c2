// What the office said is wrong with single fields, by path; a list's own issues are those below its name.
import type { Problem } from '../../client/index.ts'

/** path ('lines.3.price') → rule ('decimal'). */
export type Issues = Readonly<Record<string, string>>
export const noIssues: Issues = {}

/** Field issues of a refusal; the first rule of each path counts. */
export const issuesOf = (problem: Problem | null): Issues => {
  if (!problem || !('refused' in problem)) return noIssues
  // A number or code that another record has: said at its field too.
  if (problem.refused === 'already-exists') return { [(problem.data as { field: string }).field]: 'taken' }
  // A day that has not come, or lies before what it follows from: said at its field where the office names it.
  if (problem.refused === 'date-out-of-order') {
    const { path, ahead } = problem.data as { path?: string; ahead?: boolean }
    return path === undefined ? noIssues : { [path]: ahead === true ? 'ahead' : 'out-of-order' }
  }
  if (problem.refused !== 'invalid-input') return noIssues
  const { issues } = problem.data as { issues: { path: string; rule: string }[] }
  return issues.reduce<Record<string, string>>((all, { path, rule }) => (Object.hasOwn(all, path) ? all : { ...all, [path]: rule }), {})
}

/** Issues below a path, by what follows it: below 'lines' is 'lines.3.price' → '3.price'. */
export const below = (issues: Issues, path: string): Issues =>
  Object.fromEntries(
    Object.entries(issues).flatMap(([at, rule]) => (at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), rule] as const] : [])),
  )

/** What is left after a field has been touched: the field's own issue and those below it are answered. */
export const without = (issues: Issues, path: string): Issues =>
  Object.fromEntries(Object.entries(issues).filter(([at]) => at !== path && !at.startsWith(`${path}.`)))

type WithId = { id: string }
const isLines = (value: unknown): value is readonly WithId[] =>
  Array.isArray(value) && value.every((line) => typeof line === 'object' && line !== null && typeof (line as WithId).id === 'string')

/** What is left after lines have changed: issues go along with their line, and only those of changed cells are answered. */
const afterLines = (issues: Issues, path: string, before: readonly WithId[], after: readonly WithId[]): Issues => {
  const places = new Map(after.map((line, at) => [line.id, at]))
  return Object.fromEntries(
    Object.entries(issues).flatMap(([at, rule]) => {
      if (at === path) return []
      if (!at.startsWith(`${path}.`)) return [[at, rule]]
      const [number = '', field = '', ...rest] = at.slice(path.length + 1).split('.')
      const old = before[Number(number)]
      const place = old && places.get(old.id)
      if (place === undefined) return []
      const value = (line: WithId | undefined) => JSON.stringify((line as Record<string, unknown> | undefined)?.[field])
      return value(old) === value(after[place]) ? [[[path, place, field, ...rest].join('.'), rule]] : []
    }),
  )
}

/** What is left after a field has gone from one value to another. */
export const answered = (issues: Issues, path: string, before: unknown, after: unknown): Issues => {
  if (Object.keys(issues).length === 0) return issues
  return isLines(before) && isLines(after) ? afterLines(issues, path, before, after) : without(issues, path)
}

/** What is left to say of a refusal once fields have been touched: nothing when all it spoke of are answered. */
export const stillWrong = (problem: Problem | null, issues: Issues): Problem | null => {
  if (!problem || Object.keys(issuesOf(problem)).length === 0) return problem
  const left = Object.entries(issues).map(([path, rule]) => ({ path, rule }))
  if (left.length === 0) return null
  return 'refused' in problem && problem.refused === 'invalid-input' ? { ...problem, data: { issues: left } } : problem
}
