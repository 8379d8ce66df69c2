// The checks that read the sources without running them, and how a list of checks is run: two at a time, each failure named at the end.
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism, totalmem } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const tool = (file, ...options) => [path.join(root, 'node_modules', file), ...options]

/** TypeScript's checkers work out anew what the others have worked out, with four twice the processor time of one: half of the cores, for lint has the others. */
const checkers = String(Math.max(1, Math.floor(availableParallelism() / 2)))
/** Checks by name: the arguments for the pinned Node. */
export const types = { types: tool('typescript/bin/tsc', '-p', '.', '--checkers', checkers) }
export const lint = {
  lint: tool('oxlint/bin/oxlint', '--type-aware'),
  format: tool('@biomejs/biome/bin/biome', 'format', '.'),
  boundaries: [path.join(root, 'build/check/tree.ts')],
}
export const unused = { 'unused code': tool('knip/bin/knip.js', '--config', 'build/knip.json', '--no-progress') }

/** The type checker and the linter are Go programs that live for seconds: where there is memory, they collect what they no longer need a quarter as often, a fifth less to compute. */
const environment = totalmem() >= 16e9 ? { GOGC: '400', ...process.env } : process.env

/** Vitest's arguments for the named projects. */
export const vitest = (projects, options) =>
  tool('vitest/vitest.mjs', 'run', ...projects.flatMap((name) => ['--project', name]), ...options)

/** Runs one program of the list; true when it went well. */
export function run(words) {
  const done = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' })
  if (done.error) console.error(done.error.message)
  return done.status === 0
}

/** Runs one program while we go on; resolves to true when it went well. */
export const runBeside = (words) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit', env: environment })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    child.on('close', (code) => resolve(code === 0))
  })

/**
 * Runs all checks, two at a time, also after one has failed, and gives the names of those that failed.
 * @param {Record<string, string[]>} checks
 */
export async function failedOf(checks) {
  const failed = []
  const waiting = Object.entries(checks)
  const oneAfterTheOther = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, words] = next
      const started = performance.now()
      const well = await runBeside(words)
      console.log(`${well ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
      if (!well) failed.push(name)
    }
  }
  await Promise.all([oneAfterTheOther(), oneAfterTheOther()])
  return failed
}
