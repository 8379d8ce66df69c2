// A process that opens the company and reads its first list, beside one that does nothing.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Line } from './measure.ts'

/** A process that opens the database and asks for the first list, beside one that does nothing. */
export const startBench = async (file: string): Promise<Line> => {
  const run = (script: string) => () => {
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
  }
  const open = path.resolve(import.meta.dirname, '../../db/open.ts')
  const wall = async (work: () => void) => {
    const t = performance.now()
    work()
    return performance.now() - t
  }
  const empty = run('')
  const first = run(
    `import { openReadable } from ${JSON.stringify(open)}; const c = openReadable(${JSON.stringify(file)}); c.sql.prepare('SELECT id, number FROM sales_contract ORDER BY contractDate DESC, id DESC LIMIT 51').all()`,
  )
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < 7; i++) {
    a.push(await wall(empty))
    b.push(await wall(first))
  }
  const median = (v: number[]) => v.toSorted((x, y) => x - y)[3]!
  const ratio = median(b.map((v, i) => v / a[i]!))
  return {
    what: 'open the database and read the first list',
    anchor: 'empty Node process (wall)',
    anchorMs: median(a),
    oursMs: median(b),
    ratio,
    goal: '≤ 2',
    met: ratio <= 2,
  }
}
