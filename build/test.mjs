// npm test: everything. Builds, makes the machine fit, checks types and lint, then runs all tests; the last line is always
// "N passed, N failed, N skipped", a failed check counting as one.
import { ensureBuilt } from './build.mjs'
import { ensureRuntime } from './runtime.mjs'
import { failedOf, lint, run, types, vitest } from './steps.mjs'
import { ensureTestMachine } from './test-machine.mjs'

const started = Date.now()

/** Ends before any test has run. */
function giveUp(failed) {
  console.error(`failed before the tests: ${failed.join(', ')}`)
  console.log(`\n0 passed, ${failed.length} failed, 0 skipped`)
  process.exit(1)
}

try {
  await ensureBuilt()
} catch (error) {
  console.error(error)
  giveUp(['build'])
}
try {
  await ensureRuntime()
} catch (error) {
  console.error(error.message)
  giveUp(['Electron runtime'])
}
ensureTestMachine() // What is still missing has been said; the tests that need it fail by themselves.
const failed = failedOf({ ...types, ...lint })
if (failed.length > 0) giveUp(failed)
const reporters = ['default', './build/time-reporter.mjs', './build/count-reporter.mjs'].map((name) => `--reporter=${name}`)
process.exitCode = run(vitest(['node', 'node-alone', 'ui', 'ui-alone', 'e2e'], [...reporters, ...process.argv.slice(2)]), {
  SUITE_STARTED: String(started),
})
  ? 0
  : 1
