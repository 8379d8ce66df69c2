// npm test: everything. Builds and checks types and lint while the machine is made fit, then runs all tests; the last line is always
// "N passed, N failed, N skipped", a failed check counting as one.
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { failedOf, lint, run, runBeside, types, vitest } from './steps.mjs'

/** What is fetched keeps the network busy, and what is built and checked the processor: both at once. */
const runtime = runBeside([path.join(import.meta.dirname, 'runtime.mjs')])
const machine = runBeside([path.join(import.meta.dirname, 'test-machine.mjs')])

const built = await ensureBuilt().then(
  () => true,
  (error) => console.error(error),
)
const failed = built ? await failedOf({ ...types, ...lint }) : ['build']
if (!(await runtime)) failed.push('Electron runtime')
await machine // What is still missing has been said; the tests that need it fail by themselves.
if (failed.length > 0) {
  console.error(`failed before the tests: ${failed.join(', ')}`)
  console.log(`\n0 passed, ${failed.length} failed, 0 skipped`)
  process.exit(1)
}
const reporters = ['default', './build/time-reporter.mjs', './build/count-reporter.mjs'].map((name) => `--reporter=${name}`)
const projects = ['node', 'node-alone', 'ui', 'ui-alone', 'e2e', 'e2e-alone']
process.exitCode = run(vitest(projects, [...reporters, ...process.argv.slice(2)])) ? 0 : 1
