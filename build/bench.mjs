// npm run bench: the ratios of build/bench, printed as a table and kept as .cache/bench.json. Options: --no-excel.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const { status } = spawnSync(
  process.execPath,
  ['--max-old-space-size=4096', path.join(import.meta.dirname, 'bench/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
