// Import cycles between files; type imports count too.
import type { Source, Violation } from './sources.ts'

type Graph = ReadonlyMap<string, readonly { to: string; line: number }[]>

/** The shortest way from a file back to itself, without its last step, or undefined. */
function wayBack(graph: Graph, start: string): string[] | undefined {
  const before = new Map<string, string>()
  const queue = [start]
  for (const at of queue) {
    for (const { to } of graph.get(at) ?? []) {
      if (to === start) {
        const way = [at]
        for (let step = at; step !== start; ) {
          step = before.get(step) ?? start
          way.unshift(step)
        }
        return way
      }
      if (to !== start && !before.has(to)) {
        before.set(to, at)
        queue.push(to)
      }
    }
  }
  return undefined
}

/** Every file on a cycle is named in exactly one violation. */
export function cycleViolations(sources: readonly Source[]): Violation[] {
  const known = new Set(sources.map((source) => source.file))
  const graph: Graph = new Map(
    sources.map(({ file, imports }) => [
      file,
      imports.flatMap(({ target, line }) => (target && known.has(target) ? [{ to: target, line }] : [])),
    ]),
  )
  const said = new Set<string>()
  const violations: Violation[] = []
  for (const file of known) {
    if (said.has(file)) continue
    const way = wayBack(graph, file)
    if (!way) continue
    for (const one of way) said.add(one)
    const line = graph.get(file)?.find(({ to }) => to === (way[1] ?? file))?.line ?? 1
    violations.push({ file, line, rule: `an import cycle: ${[...way, file].join(' → ')}` })
  }
  return violations
}
