// Makes the release file that an administrator puts into a hub: a tar of the signed manifest and the packages of this version. Rule D26 of desks.
import { createHash, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as tar from 'tar'

/** Packages of a version as they are called when they are made; those of other platforms are copied beside them by hand. */
const packagesOf = ({ name, productName, version }) => [
  { name: `${productName}-Setup-${version}.exe`, platform: 'win32', arch: 'x64', kind: 'nsis' },
  { name: `${name}_${version}_amd64.deb`, platform: 'linux', arch: 'x64', kind: 'deb' },
  { name: `${productName}-${version}.AppImage`, platform: 'linux', arch: 'x64', kind: 'AppImage' },
]

const sha512 = (file) => createHash('sha512').update(fs.readFileSync(file)).digest('base64')

/**
 * Writes the release of these packages, which lie in `folder`, and gives its path.
 * @param {{ target: string, folder: string, product?: string, version: string, releasedAt?: string, packages: { name: string, platform: string, arch: string, kind: string }[],
 *   privateKey: import('node:crypto').KeyObject }} given
 */
export function writeRelease({
  target,
  folder,
  product = 'tradewind',
  version,
  releasedAt = new Date().toISOString(),
  packages,
  privateKey,
}) {
  const files = packages.map((one) => {
    const file = path.join(folder, one.name)
    return { ...one, size: fs.statSync(file).size, sha512: sha512(file) }
  })
  const manifest = Buffer.from(JSON.stringify({ product, version, releasedAt, files }, null, 1))
  const signed = { 'manifest.json': manifest, 'manifest.sig': sign(null, manifest, privateKey) }
  for (const [name, bytes] of Object.entries(signed)) fs.writeFileSync(path.join(folder, name), bytes)
  const unfinished = `${target}.unfinished`
  // Portable: nothing in it says who made it, and where.
  const names = [...Object.keys(signed), ...files.map(({ name }) => name)]
  tar.create({ sync: true, file: unfinished, cwd: folder, portable: true, noPax: true, mtime: new Date(releasedAt) }, names)
  for (const name of Object.keys(signed)) fs.rmSync(path.join(folder, name))
  fs.renameSync(unfinished, target)
  return target
}

/**
 * The release of what lies in dist/ of this version; undefined when nothing that can be installed over itself does.
 * @param {string} root @param {import('node:crypto').KeyObject} privateKey
 */
export function makeRelease(root, privateKey) {
  const about = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const folder = path.join(root, 'dist')
  const packages = packagesOf(about).filter(({ name }) => fs.existsSync(path.join(folder, name)))
  if (packages.length === 0) return undefined
  const target = path.join(folder, `${about.productName}-${about.version}.release`)
  return writeRelease({ target, folder, version: about.version, packages, privateKey })
}
