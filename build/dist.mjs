// npm run dist: builds and packs for this platform; options go to electron-builder. On Linux a folder and, where dpkg-deb is there, a .deb.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { makeDeb } from './deb.mjs'
import { ensureRuntime } from './runtime.mjs'
import { run } from './steps.mjs'

const root = path.resolve(import.meta.dirname, '..')

/** Where electron-builder finds Electron without a download: the runtime in use, when it is not electron's own. */
async function runtimeOptions() {
  if (process.platform !== 'linux') return []
  const folder = await ensureRuntime()
  const version = fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
}

await ensureBuilt({ force: true })
const builder = path.join(root, 'node_modules/electron-builder/cli.js')
const well = run([builder, '--config', 'electron-builder.yml', '--publish', 'never', ...(await runtimeOptions()), ...process.argv.slice(2)])
if (!well) process.exit(1)
if (process.platform === 'linux' && spawnSync('dpkg-deb', ['--version']).status === 0) console.log(makeDeb())
