// Finishes the packed folder: takes out what this platform does not need (strays of the fetched runtime, SQLite for other platforms), lays the pages
// beside the office, and makes sure that what lies outside the archive is exactly what its hashes in the archive say.
import fs from 'node:fs'
import path from 'node:path'
import { filesBelow, sha256, systemOf } from './unpacked-files.mjs'

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack(context) {
  const { appOutDir, packager } = context
  const resources = packager.getResourcesDir(appOutDir)
  for (const stray of ['ok', 'version', 'resources/default_app.asar']) fs.rmSync(path.join(appOutDir, stray), { force: true })
  const { system, arch } = systemOf(context)
  const unpacked = path.join(resources, 'app.asar.unpacked')
  const binaries = path.join(unpacked, 'node_modules/better-sqlite3/prebuilds')
  const keep = `${system === 'win' ? 'win32' : system}-${arch}.node`
  for (const name of fs.readdirSync(binaries)) if (name !== keep) fs.rmSync(path.join(binaries, name))
  // The window goes on reading the pages inside the archive; what electron-builder copies beside it, it would leave out of it.
  fs.cpSync(path.join(packager.projectDir, 'out/renderer'), path.join(unpacked, 'out/renderer'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  })
  const { files } = JSON.parse(fs.readFileSync(path.join(packager.projectDir, '.cache/package/packed-files.json'), 'utf8'))
  const present = filesBelow(unpacked)
  const odd = [
    ...present.filter((file) => files[file] === undefined),
    ...Object.keys(files).filter((file) => !present.includes(file) || sha256(path.join(unpacked, file)) !== files[file]),
  ]
  if (odd.length > 0) throw new Error(`outside the archive, but not as its hashes say: ${odd.join(', ')}`)
}
