// npm run bench: the measurements of build/bench; options go to vitest.
import { run } from './steps.mjs'

// In bench mode vitest appends to the project's name, hence the star.
const words = ['node_modules/vitest/vitest.mjs', 'bench', '--run', '--project', 'bench*', ...process.argv.slice(2)]
process.exitCode = run(words) ? 0 : 1
