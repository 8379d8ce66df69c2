// Before electron-builder packs: writes what goes along about the package itself: the hashes of what lies outside the archive, the SBOM, the licences.
import fs from 'node:fs'
import path from 'node:path'
import { contents, licenceTexts, sbom } from './contents.mjs'
import { sha256, systemOf, unpackedFiles } from './unpacked-files.mjs'

/** @param {import('electron-builder').BeforePackContext} context */
export async function beforePack(context) {
  const root = context.packager.projectDir
  const { system, arch } = systemOf(context)
  const electron = context.packager.info.framework.version
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const files = Object.fromEntries(unpackedFiles(root, system, arch).map((file) => [file, sha256(path.join(root, file))]))
  const folder = path.join(root, '.cache/package')
  fs.mkdirSync(folder, { recursive: true })
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text)
  const shipped = contents(root, system, arch)
  write('packed-files.json', JSON.stringify({ electron, node: packages[`node_modules/node-${system}-${arch}`].version, files }))
  write('sbom.cdx.json', JSON.stringify(sbom(root, shipped, electron), null, 1))
  write('licenses.txt', licenceTexts(root, shipped, electron))
}
