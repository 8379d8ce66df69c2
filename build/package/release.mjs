// Makes the release file that an administrator puts into a hub: a tar of the signed manifest and the packages of this version. Rule D26 of desks.
import { createHash, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const BLOCK = 512

/** Packages of a version as they are called when they are made; those of other platforms are copied beside them by hand. */
const packagesOf = ({ name, productName, version }) => [
  { name: `${productName}-Setup-${version}.exe`, platform: 'win32', arch: 'x64', kind: 'nsis' },
  { name: `${name}_${version}_amd64.deb`, platform: 'linux', arch: 'x64', kind: 'deb' },
  { name: `${productName}-${version}.AppImage`, platform: 'linux', arch: 'x64', kind: 'AppImage' },
]

/** The header of one file in a tar (ustar). */
function header(name, size, at) {
  const block = Buffer.alloc(BLOCK)
  const octal = (value, from, length) => block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, from, 'latin1')
  block.write(name, 0, 'latin1')
  octal(0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(Math.floor(at / 1000), 136, 12)
  block.write(' '.repeat(8), 148, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function sha512(file) {
  const hash = createHash('sha512')
  const [handle, part] = [fs.openSync(file, 'r'), Buffer.alloc(1 << 20)]
  for (let read; (read = fs.readSync(handle, part)) > 0; ) hash.update(part.subarray(0, read))
  fs.closeSync(handle)
  return hash.digest('base64')
}

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
  const unfinished = `${target}.unfinished`
  const out = fs.openSync(unfinished, 'w')
  const entry = (name, size, parts) => {
    fs.writeSync(out, header(name, size, Date.parse(releasedAt)))
    for (const part of parts) fs.writeSync(out, part)
    fs.writeSync(out, Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK))
  }
  const signature = sign(null, manifest, privateKey)
  entry('manifest.json', manifest.length, [manifest])
  entry('manifest.sig', signature.length, [signature])
  for (const { name, size } of files) entry(name, size, partsOf(path.join(folder, name)))
  fs.writeSync(out, Buffer.alloc(2 * BLOCK))
  fs.closeSync(out)
  fs.renameSync(unfinished, target)
  return target
}
function* partsOf(file) {
  const [handle, part] = [fs.openSync(file, 'r'), Buffer.alloc(1 << 20)]
  for (let read; (read = fs.readSync(handle, part)) > 0; ) yield part.subarray(0, read)
  fs.closeSync(handle)
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
