// npm run demo:office: one office on three windows of this machine, told in build/e2e/demo/office.ts. Options: --pictures writes those of the guide, in both languages.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureRuntime } from './runtime.mjs'
import { ensureTestMachine } from './test-machine.mjs'

await ensureBuilt()
await ensureRuntime()
if (!ensureTestMachine()) process.exit(1)
const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'e2e/demo/office.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
