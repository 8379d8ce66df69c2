// npm run soak: the long simulations whole. Runs the test files that take their counts from build/soak/rounds.ts, one after the other; words after
// it choose among them: npm run soak -- kill.
import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureRuntime } from './runtime.mjs'
import { run, vitest } from './steps.mjs'
import { ensureTestMachine } from './test-machine.mjs'

const root = path.resolve(import.meta.dirname, '..')

/** The test files that repeat as often as rounds.ts says, as paths from the top. */
function longTests() {
  return ['preload', 'db', 'main', 'renderer', 'build']
    .flatMap((room) => fs.globSync(`${room}/**/*.test.{ts,tsx}`, { cwd: root }))
    .filter((file) => /soak\/rounds\.ts'/.test(fs.readFileSync(path.join(root, file), 'utf8')))
    .sort()
}

const wanted = process.argv.slice(2)
const files = longTests().filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
if (files.length === 0) {
  console.error(`no long test is called ${wanted.join(' ')}. There are:\n${longTests().join('\n')}`)
  process.exit(2)
}
await ensureBuilt()
await ensureRuntime()
ensureTestMachine()
process.env.TRADEWIND_SOAK = 'yes'
process.exitCode = run(
  vitest(
    ['node', 'node-alone', 'ui', 'ui-alone', 'e2e', 'e2e-alone'],
    [...files, '--no-file-parallelism', '--reporter=verbose', '--reporter=./build/count-reporter.mjs'],
  ),
)
  ? 0
  : 1
