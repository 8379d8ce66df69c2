// Packs the built program with electron-builder, for distribution and for the tests that start it as a user gets it.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '../build.mjs'
import { declaredElectron, ensureRuntime } from '../runtime.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/** Where electron-builder finds Electron without a download of its own: the newest that can be had here, which is said. */
async function runtimeOptions() {
  if (process.platform !== 'linux') return [] // There electron-builder downloads the Electron of package.json.
  const folder = await ensureRuntime({ newest: true })
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  if (version !== declaredElectron) console.log(`Electron ${declaredElectron} cannot be downloaded here: this package carries ${version}`)
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`]
}

/**
 * True when it went well.
 * @param {string[]} options further ones for electron-builder
 * @param {string} [releaseKey] the file of the maker's private key
 */
export async function pack(options, releaseKey) {
  await ensureBuilt({ releaseKey })
  const builder = path.join(root, 'node_modules/electron-builder/cli.js')
  const words = [builder, '--config', 'electron-builder.yml', '--publish', 'never', ...(await runtimeOptions()), ...options]
  const child = spawn(process.execPath, words, { cwd: root, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code === 0))
  })
}
