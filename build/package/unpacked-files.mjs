// Which files of a package lie outside its archive, where a plain Node can read them, and their hashes (SEC15). The packing hooks write and compare them.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** @param {string} folder */
export const filesBelow = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()

/** @param {string} file */
export const sha256 = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

/**
 * The files that a package for this system must hold outside its archive, as paths below the project's folder and below the unpacked one alike:
 * the office, its pages for browsers, the pinned Node that runs it, and SQLite. Throws when one of those is not on this machine.
 * @param {string} root the project's folder
 * @param {'linux' | 'win'} system @param {string} arch
 */
export function unpackedFiles(root, system, arch) {
  const below = (folder, keep) =>
    filesBelow(path.join(root, folder))
      .filter(keep)
      .map((name) => `${folder}/${name}`)
  const node = `node_modules/node-${system}-${arch}`
  const files = [
    ...below('out/main', (name) =>
      /^(office|content-process).*\.cjs$|-thread\.cjs$|^typesetting\.cjs$|^paper\.typ$|^release-key\.pem$|^pdf-maps\//.test(name),
    ),
    ...below('out/renderer', (name) => !name.endsWith('.map')),
    `${node}/bin/${system === 'win' ? 'node.exe' : 'node'}`,
    ...below('node_modules/better-sqlite3/lib', () => true),
    ...['LICENSE', 'package.json'].map((name) => `node_modules/better-sqlite3/${name}`),
    `node_modules/better-sqlite3/prebuilds/${system === 'win' ? 'win32' : system}-${arch}.node`,
    ...typesetting(below, system, arch),
  ]
  const missing = files.filter((file) => !fs.existsSync(path.join(root, file)))
  if (missing.length > 0)
    throw new Error(`not on this machine, so no package for ${system} ${arch} can be made here: ${missing.join(', ')}`)
  return files
}

/** What sets papers (Typst, a program for each system) and the fonts it sets them in. */
function typesetting(below, system, arch) {
  const compiler = 'node_modules/@myriaddreamin/typst-ts-node-compiler'
  const native = system === 'win' ? `win32-${arch}-msvc` : `${system}-${arch}-gnu`
  return [
    ...below(compiler, (name) => /^(LICENSE|package\.json|[^/]+\.js)$/.test(name)),
    `${compiler}-${native}/package.json`,
    `${compiler}-${native}/typst-ts-node-compiler.${native}.node`,
    ...below('node_modules/@expo-google-fonts', (name) => /^[^/]+\/(LICENSE_FONT|(400Regular|700Bold)\/[^/]+\.ttf)$/.test(name)),
  ]
}

/** @param {import('electron-builder').BeforePackContext} context The system and arch as the names of the Node packages write them. */
export const systemOf = ({ electronPlatformName, arch }) => ({
  system: electronPlatformName === 'win32' ? 'win' : electronPlatformName,
  arch: { 0: 'ia32', 1: 'x64', 2: 'armv7l', 3: 'arm64' }[arch],
})
