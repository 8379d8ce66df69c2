// What the browser and window tests need of the machine: Chromium, a virtual display with keys and a window manager, Chinese fonts. node build/test-machine.mjs
// Installs what is missing on Debian as root; anywhere else it says what to install.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name)
      if (fs.existsSync(file)) return file
    }
  }
  return undefined
}

const otherBrowsers =
  process.platform === 'darwin'
    ? ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
    : ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe']

/** The Chromium that tests use: $CHROMIUM, or one found on this machine; undefined when there is none. */
export function chromiumProgram() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  return (
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ?? otherBrowsers.find((file) => fs.existsSync(file))
  )
}

/** Whether any font for Chinese is installed; only asked on Linux. */
function chineseFonts() {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (list.status === 0) return list.stdout.trim() !== ''
  return fs.existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
}

/** Debian packages that stand for what is missing. */
function missingPackages() {
  const missing = []
  if (!chromiumProgram()) missing.push('chromium')
  if (process.platform !== 'linux') return missing
  if (!onPath(['Xvfb'])) missing.push('xvfb')
  for (const program of ['xdotool', 'jwm']) if (!onPath([program])) missing.push(program)
  if (!chineseFonts()) missing.push('fonts-noto-cjk')
  return missing
}

function aptInstall(packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env: environment, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const done = spawnSync('apt-get', words, quiet)
    if (done.status !== 0) console.error(done.stderr)
  }
}

/** Makes the machine fit for the tests. True when nothing is missing in the end. */
export function ensureTestMachine() {
  const missing = missingPackages()
  if (missing.length === 0) return true
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(['apt-get'])) {
    console.log(`installing Debian packages: ${missing.join(' ')} …`)
    aptInstall(missing)
    if (missingPackages().length === 0) return true
  }
  const how = process.platform === 'linux' ? `on Debian: sudo apt-get install ${missing.join(' ')}` : 'or name a Chromium in $CHROMIUM'
  console.error(`the browser and window tests need: ${missing.join(', ')} (${how})`)
  return false
}

if (import.meta.main) process.exitCode = ensureTestMachine() ? 0 : 1
