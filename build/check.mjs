// npm run check: all that is quick: types, lint with boundaries, unused code, unit tests.
import { failedOf, lint, types, unused, vitest } from './steps.mjs'

const failed = await failedOf({
  ...types,
  ...lint,
  ...unused,
  'unit tests': vitest(['node', 'node-alone', 'ui', 'ui-alone'], process.argv.slice(2)),
})
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
